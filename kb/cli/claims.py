"""`kb claims`."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from extract.errors import InputError
from kb.cli.options import CORPUS, STORE, Corpus, FormatOption, StoreDir
from kb.cli.show import as_csv, as_json, columns, figure, paragraph, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.model import Claim, Reason
    from kb.knowledge.value import Knowledge

LISTED = "`kb claims` lists them"
EXAMPLE = "kb claims --aspect longevity --format csv"


def command(
    aspect: Annotated[
        str | None, typer.Option(metavar="ID", help="Only claims on this aspect.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="ID", help="Only this source's claims.")
    ] = None,
    kind: Annotated[
        Literal["yesno", "any-of", "all-of", "choice", "quantity", "advice"] | None,
        typer.Option(help="Only claims on aspects of this kind."),
    ] = None,
    subject: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only claims about this: self, or a rival's name."),
    ] = None,
    why: Annotated[
        str | None, typer.Option(metavar="ID", help="Why this claim was read as it was.")
    ] = None,
    unsaid: Annotated[
        bool, typer.Option("--unsaid", help="What is mentioned or asked and not said, and why.")
    ] = False,
    not_understood: Annotated[
        bool, typer.Option("--not-understood", help="What looks like a claim and gave none.")
    ] = False,
    why_not: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="How the sentences with these words were read, or not."),
    ] = None,
    format: FormatOption = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """List claims, or say why one was read as it was."""
    from kb.knowledge.value import Knowledge

    k = Knowledge.open(corpus, store)
    if why:
        _why(k, why)
        return
    _check(k, aspect, source)
    if why_not is not None:
        _why_not(k, why_not, source, format)
        return
    if not_understood:
        _not_understood(k, source, format)
        return
    if unsaid:
        _unsaid(k, aspect, source, format)
        return
    kinds = {a.id: a.kind for a in k.topic.aspects}
    chosen = {
        c.id
        for c in k.claims
        if (not aspect or c.aspect == aspect)
        and (not source or c.source == source)
        and (not subject or c.subject == subject)
        and (not kind or kinds[c.aspect] == kind)
    }
    _print(k, chosen, format)


def _why_not(k: "Knowledge", words: str, source: str | None, format: str) -> None:
    from kb.cli.read import show_ways
    from kb.trace.finding import ways_of

    if format == "csv":
        raise InputError("--why-not has no csv; use --format table or json", "KB210")
    show_ways(ways_of(k, words, source), format)


def _check(k: "Knowledge", aspect: str | None, source: str | None) -> None:
    from kb.knowledge.lookup import known

    known(aspect, "aspect", (a.id for a in k.topic.aspects))
    known(source, "source", (s.id for s in k.sources))


def _print(k: "Knowledge", chosen: set[str], format: str) -> None:
    from kb.export.contract import claim_rows
    from kb.knowledge.flat import flat_claims
    from kb.knowledge.frames import COLUMNS

    if format == "json":
        as_json([row for row in claim_rows(k) if row["id"] in chosen])
        return
    rows = [row for row in flat_claims(k) if row["id"] in chosen]
    if format == "csv":
        as_csv(rows, COLUMNS["claims"])
        return
    for row in rows:
        about = "" if row["subject"] == "self" else f" · {row['subject']}"
        by = f" · {_verb(k, row['id'])} {row['corrected']}" if row["corrected"] else ""
        typer.echo(
            plain(f"{row['id']}  {row['source']} · {row['aspect']}{about}: {row['says']}{by}")
        )
        typer.echo(paragraph(f"“{row['quote']}”"))
    typer.echo(figure(len(rows), "claim"))


def _not_understood(k: "Knowledge", source: str | None, format: str) -> None:
    from kb.knowledge.flat import MISSED, flat_missed

    rows = [row for row in flat_missed(k) if source in (None, row["source"])]
    if format == "json":
        as_json(rows)
    elif format == "csv":
        as_csv(rows, MISSED)
    else:
        for row in rows:
            typer.echo(plain(f"{row['source']}, line {row['line']}"))
            typer.echo(paragraph(f"“{row['words']}”"))
        typer.echo(f'{figure(len(rows), "passage")}; `kb read "…"` says why one gave no claim')


def _unsaid(k: "Knowledge", aspect: str | None, source: str | None, format: str) -> None:
    from kb.knowledge.flat import UNSAID, flat_unsaid

    rows = [
        row
        for row in flat_unsaid(k)
        if (not aspect or row["aspect"] == aspect) and (not source or row["source"] == source)
    ]
    if format == "json":
        as_json(rows)
    elif format == "csv":
        as_csv(rows, UNSAID)
    else:
        for row in rows:
            typer.echo(plain(f"{row['source']}:{row['line']} · {row['aspect']}: {row['why']}"))
            typer.echo(paragraph(f"“{row['words']}” (rule {row['rule']}: {row['cue']})"))
        typer.echo(figure(len(rows), "passage"))


def _why(k: "Knowledge", id: str) -> None:
    from kb.knowledge.lookup import by_prefix

    claim = by_prefix(id, "claim", {c.id: c for c in (*k.struck, *k.misread, *k.claims)}, LISTED)
    text = k.documents[claim.source].text
    line = text.count("\n", 0, claim.start) + 1
    columns(
        [
            ("claim", claim.id),
            ("source", f"{claim.source}, line {line}, characters {claim.start}–{claim.end}"),
            ("quote", f"“{claim.quote}”"),
            ("sentence", f"“{text[slice(*claim.sentence)]}”"),
            *_fields(claim),
            *_people(k, claim),
        ]
    )
    if claim.why:
        typer.echo("because of")
    for reason in claim.why:
        cue = _cue(reason.cue, text[reason.start : reason.end])
        typer.echo(paragraph(f"{reason.field}: {cue}{_rule(reason)}"))


def _people(k: "Knowledge", claim: "Claim") -> "Iterator[tuple[str, str]]":
    """Who corrected or confirmed it, or struck it."""
    from kb.corrections.wording import headline, stated

    stands = any(c.id == claim.id for c in k.claims)
    for a in k.corrections:
        c = a.correction
        if (a.claim == claim.id and not c.proposed) or (claim.id in a.struck and not stands):
            read = f"; the program read [{stated(c.was)}]" if c.was and c.was != c.states else ""
            yield (_verb(k, claim.id) if stands else "struck by", f"{headline(c)}{read}")


def _verb(k: "Knowledge", claim: str) -> str:
    """A claim that the program reads so by itself is only confirmed."""
    applied = k.corrected.get(claim)
    return "corrected by" if applied is None or applied.made else "confirmed by"


def _cue(cue: str, words: str) -> str:
    """The cue or topic phrase, and the words of the text that it was found in."""
    return f"“{words}”" if plain(words).lower() == cue.lower() else f"{cue}, in “{words}”"


def _rule(reason: "Reason") -> str:
    """The rule that decided, and what it overruled."""
    lost = f"; overruled {reason.overruled}" if reason.overruled else ""
    return f" (rule {reason.rule}{lost})" if reason.rule else ""


def _fields(claim: "Claim") -> list[tuple[str, str]]:
    value = claim.value
    fields = [("subject", claim.subject), ("aspect", claim.aspect), ("polarity", claim.polarity)]
    if value:
        named = f" = {value.name}" if value.name else ""
        fields.append(("value", f"{value.text}{named} ({value.kind})"))
    return [*fields, *((name, words) for name, words in claim.qualifiers.words().items() if words)]
