"""`kb correct`."""

import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from extract.errors import InputError
from kb.cli.options import CORPUS, STORE, Corpus, FormatOption, StoreDir
from kb.cli.show import as_csv, as_json, figure, paragraph

if TYPE_CHECKING:
    from pathlib import Path

    from kb.corrections.making import Corrector, Wish
    from kb.corrections.model import AppliedCorrection, Correction
    from kb.knowledge.value import Knowledge

EXAMPLE = "kb correct 3f2a9c04 --value '5 years' --by Ana --note 'the old model lasted 3'"
CODE = "KB220"
LISTED = (
    *("id", "state", "reason", "kind", "source", "quote", "was", "is"),
    *("by", "reader", "when", "note", "claim", "nearest"),
)


def command(
    named: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CLAIM|WORDS|ID",
            help="A claim's id, and its first characters do; with --add the words of the source; "
            "with --undo and --accept ids of --list.",
        ),
    ] = None,
    not_a_claim: Annotated[
        bool, typer.Option("--not-a-claim", help="The words claim nothing of the kind.")
    ] = False,
    right: Annotated[bool, typer.Option("--right", help="It is read right.")] = False,
    question: Annotated[
        str | None, typer.Option(metavar="ID", help="The question that it does answer.")
    ] = None,
    value: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What it does say: an answer that fits.")
    ] = None,
    deny: Annotated[bool, typer.Option("--deny", help="It denies it.")] = False,
    affirm: Annotated[bool, typer.Option("--affirm", help="It affirms it.")] = False,
    condition: Annotated[
        str | None,
        typer.Option("--if", metavar="TEXT", help="It holds only if this does; “” for always."),
    ] = None,
    scope: Annotated[
        str | None,
        typer.Option("--for", metavar="TEXT", help="It holds only for these; “” for all."),
    ] = None,
    subject: Annotated[
        str | None, typer.Option(metavar="NAME", help="What it is said of: self, or a rival.")
    ] = None,
    add: Annotated[
        str | None,
        typer.Option("--add", metavar="SOURCE", help="Add a claim of this source's words."),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take corrections back, or refuse proposals.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Accept what other readers propose.")
    ] = False,
    accept_all: Annotated[
        bool, typer.Option("--accept-all", help="Accept all that --reader proposes.")
    ] = False,
    reader: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="With --accept-all and --list: whose proposals."),
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="List what people and readers said, and its state.")
    ] = False,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who corrects.")] = "",
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    format: FormatOption = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Correct what the program read: strike a claim, say what it is, add one, or confirm one.

    Adds a line to the corpus's readings.jsonl. Of several lines on one claim the latest counts.
    Corrections stay with their words when the text around them is edited; when their own sentence
    changes they come up for review in --list.
    """
    from kb.corrections.making import Corrector, Wish
    from kb.knowledge.value import Knowledge

    sign = _sign(affirm, deny)
    wish = Wish(question, value, sign, condition, scope, subject)
    acts = {
        "--not-a-claim": not_a_claim,
        "--right": right,
        "--undo": undo,
        "--accept": accept,
        "--accept-all": accept_all,
        "--list": list_,
    }
    act = _one_act([name for name, wanted in acts.items() if wanted], wish, add)
    k = Knowledge.open(corpus, store)
    if act == "--list":
        _list(k, corpus, reader, format)
        return
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
    who = Corrector(by, now, note)
    if act in ("--undo", "--accept", "--accept-all"):
        lines = _on_lines(k, corpus, act, named or [], reader, who)
    else:
        lines = _on_claim(k, act, named or [], add, wish, who)
    _write(corpus, lines)


def _sign(affirm: bool, deny: bool) -> str | None:
    if affirm and deny:
        raise InputError("--affirm: not with --deny; give one of them", CODE)
    return "affirm" if affirm else "deny" if deny else None


def _one_act(acts: list[str], wish: "Wish", add: str | None) -> str:
    """The one thing to do. Raises `InputError` for none and for several."""
    given = [*acts, *(["--add"] if add else ["what it says"] if wish.says else [])]
    if wish.says and acts:
        raise InputError(f"{acts[0]}: takes no other answer; leave the answer out", CODE)
    if len(given) > 1:
        raise InputError(f"{given[0]}: not with {given[1]}; do one after the other", CODE)
    if not given:
        raise InputError(
            "say what is wrong: --not-a-claim, --question, --value, --deny, --affirm, --if, --for; "
            "or --right, --add, --undo, --accept, --list",
            CODE,
        )
    return given[0]


def _on_claim(
    k: "Knowledge", act: str, named: list[str], add: str | None, wish: "Wish", who: "Corrector"
) -> "tuple[Correction, ...]":
    from kb.knowledge.correcting import Correcting

    correcting = Correcting(k, who)
    if add:
        return correcting.add(add, _single(named, "the words of the source, in quotes"), wish)
    id = _single(named, "the id of a claim; `kb claims` lists them")
    if act == "--not-a-claim":
        return correcting.not_a_claim(id)
    return correcting.right(id) if act == "--right" else correcting.otherwise(id, wish)


def _single(named: list[str], what: str) -> str:
    if len(named) != 1:
        raise InputError(f"give {what}", CODE)
    return named[0]


def _on_lines(
    k: "Knowledge",
    corpus: "Path",
    act: str,
    named: list[str],
    reader: str | None,
    who: "Corrector",
) -> "tuple[Correction, ...]":
    from kb.corrections.file import NAME, read_corrections
    from kb.corrections.model import CorrectionState
    from kb.knowledge.correcting import accept, as_of_now, proposals, undo

    read = read_corrections(corpus / NAME)
    if act == "--accept-all":
        if reader is None:
            raise InputError("--accept-all: say whose proposals with --reader", CODE)
        open_ = {a.id for a in as_of_now(k, read) if a.state is CorrectionState.PROPOSED}
        named = [p.id for p in proposals(read, reader) if p.id in open_]
        if not named:
            raise InputError(f"{reader}: proposes nothing that is open; see --list", CODE)
    if not named:
        raise InputError(f"{act}: give the ids that --list shows", CODE)
    return tuple((undo if act == "--undo" else accept)(read, id, who) for id in named)


def _write(corpus: "Path", lines: "tuple[Correction, ...]") -> None:
    from kb.corrections.file import NAME, append
    from kb.corrections.wording import headline, lines_of

    append(corpus / NAME, *lines)
    for line in lines:
        typer.echo(paragraph(f"{line.id}  {headline(line)}", ""))
        for told in lines_of(line):
            typer.echo(paragraph(told, "  "))
    typer.echo("`kb build` puts it into effect; `kb correct --undo ID` takes it back")


def _list(k: "Knowledge", corpus: "Path", reader: str | None, format: str) -> None:
    from kb.corrections.file import NAME, read_corrections
    from kb.corrections.model import TO_REVIEW
    from kb.knowledge.correcting import as_of_now

    applied = as_of_now(k, read_corrections(corpus / NAME))
    chosen = [a for a in applied if reader in (None, a.correction.reader)]
    if format == "json":
        as_json([_row(a) for a in chosen])
    elif format == "csv":
        as_csv([_row(a) for a in chosen], LISTED)
    else:
        for a in sorted(chosen, key=lambda a: a.state not in TO_REVIEW):
            _show(a)
        due = sum(a.state in TO_REVIEW for a in chosen)
        typer.echo(f"{figure(len(chosen), 'correction')}, {due} up for review")


def _show(a: "AppliedCorrection") -> None:
    from kb.corrections.wording import headline, lines_of, outcome, stated

    typer.echo(paragraph(f"{a.id}  {headline(a.correction)}", ""))
    for told in (*lines_of(a.correction), outcome(a)):
        typer.echo(paragraph(told, "  "))
    for other in a.differing:
        said = f" [{stated(other.states)}]" if other.states else ""
        typer.echo(paragraph(f"otherwise {headline(other)}{said}", "  "))


def _row(a: "AppliedCorrection") -> dict[str, object]:
    from kb.corrections.wording import stated

    c = a.correction
    return {
        **{"id": a.id, "state": str(a.state), "reason": a.reason or None, "kind": str(c.kind)},
        **{"source": c.source, "quote": " ".join(c.anchor.quote.split())},
        "was": stated(c.was) if c.was else None,
        "is": stated(c.states) if c.states else None,
        **{"by": c.by or None, "reader": c.reader, "when": c.when, "note": c.note},
        **{"claim": a.claim, "nearest": a.nearest or None},
    }
