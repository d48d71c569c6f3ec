"""`kb disputes`."""

from typing import TYPE_CHECKING, Annotated

import typer

from kb.cli.options import CORPUS, STORE, Corpus, FormatOption, StoreDir
from kb.cli.show import as_csv, as_json, figure, paragraph, plain
from kb.text import holders, labelled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kb.knowledge.flat import Row
    from kb.knowledge.kinds import KindSide
    from kb.model import Source

EXAMPLE = "kb disputes --format json"


def command(
    aspect: Annotated[
        str | None, typer.Option(metavar="ID", help="Only disputes on this aspect.")
    ] = None,
    format: FormatOption = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """List what the sources disagree about, with the sides of each dispute."""
    from kb.export.contract import dispute_rows
    from kb.knowledge.flat import flat_disputes
    from kb.knowledge.frames import COLUMNS
    from kb.knowledge.kinds import parted_by_kind
    from kb.knowledge.lookup import known
    from kb.knowledge.value import Knowledge
    from kb.reconcile.agreement import originals, torn_in
    from kb.verdicts.inforce import in_force
    from kb.verdicts.wording import on_dispute

    k = Knowledge.open(corpus, store)
    known(aspect, "aspect", (a.id for a in k.topic.aspects))
    rows = [row for row in dispute_rows(k) if not aspect or aspect in row["aspects"]]
    if format == "json":
        as_json(rows)
    elif format == "csv":
        chosen = {row["id"] for row in rows}
        as_csv([r for r in flat_disputes(k) if r["id"] in chosen], COLUMNS["disputes"])
    else:
        sources = {s.id: s for s in k.sources}
        parted = parted_by_kind(k.disputes, sources)
        root = originals(k.sources)
        torn = {d.id: torn_in(d, k.conflicts, root, k.settled) for d in k.disputes}
        said = in_force(k.verdicts)
        for row in rows:
            pairs = [k.standings[id] for id in row["conflicts"] if id in k.standings]
            decided = tuple(on_dispute(said.get(row["id"], ()), pairs))
            shown(row, sources, torn[row["id"]], parted.get(row["id"], ()), decided)
        typer.echo(figure(len(rows), "dispute"))


def shown(
    row: "Row",
    sources: "Mapping[str, Source]",
    torn: frozenset[str],
    parted: "Sequence[KindSide]",
    decided: "Sequence[str]" = (),
) -> None:
    """Prints a dispute; `torn` are the sources that contradict themselves over it, `decided` says
    what people decided."""
    from extract.model import SELF
    from kb.reconcile.agreement import originals

    root = originals(sources.values())
    pairs = figure(len(row["conflicts"]), "pair")
    about = "" if row["subject"] == SELF else f" ({row['subject']})"
    typer.echo(plain(f"{row['question']}{about} ({row['strength']}, {pairs}) · {row['id']}"))
    for side in row["sides"]:
        both = {root[s] for s in side["sources"]} & torn
        who = holders(side["independent"], len(both))
        named = ", ".join(_named(sources[id]) for id in side["sources"])
        typer.echo(paragraph(f"{who}: {labelled(side['label'])} – {named}", "  · "))
    if parted:
        said = (f"{s.who} {'says' if s.one else 'say'}: {labelled(s.says)}" for s in parted)
        typer.echo(paragraph("; ".join(said), "  "))
    for line in decided:
        typer.echo(paragraph(line, "  "))
    for opinion in row["opinions"]:
        typer.echo(paragraph(_opinion(opinion), "  "))
    typer.echo("")


def _opinion(row: "Row") -> str:
    """What another reader says of it, as that reader's word."""
    from kb.readers.opinions import OpinionAnswer

    answer = OpinionAnswer(row["answer"]).words
    told = f"second opinion, not ours: {row['reader']} says that it {answer}"
    if row["answer"] == OpinionAnswer.CANT_SAY:
        told = f"second opinion, not ours: {row['reader']} {answer}"
    return f"{told}: {row['reason']}" if row["reason"] else told


def _named(source: "Source") -> str:
    """The source's id, with its kind where that is known."""
    known = str(source.kind) != "unknown"
    return f"{source.id} ({source.kind})" if known else source.id
