"""`kb changes`."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir
from kb.cli.show import as_json, columns, figure, paragraph

if TYPE_CHECKING:
    from kb.history.changes import Cause, Changes
    from kb.history.snapshots import Snapshot

EXAMPLE = "kb changes 3 5"


def command(
    start: Annotated[
        int | None,
        typer.Argument(metavar="FROM", help="A snapshot's number; else the last but one."),
    ] = None,
    end: Annotated[
        int | None, typer.Argument(metavar="TO", help="A snapshot's number; else the last.")
    ] = None,
    list: Annotated[bool, typer.Option("--list", help="List the snapshots that are kept.")] = False,
    all: Annotated[
        bool, typer.Option("--all", help="Also list the claims of sources that are new or gone.")
    ] = False,
    format: Annotated[Literal["table", "json"], typer.Option(help="How to print it.")] = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Say what changed between two builds, and what it came from.

    A build whose claims and conflicts differ from the last one's is a snapshot; the last 20
    are kept.
    """
    from kb.history.compare import compare
    from kb.history.kept import pick, read_snapshots
    from kb.store.rows import to_row

    kept = read_snapshots(corpus, store)
    if list:
        columns([("snapshot", "sources", "claims", "conflicts"), *map(_line, kept)])
        return
    picked = pick(kept, start, end)
    if picked is None:
        typer.echo("there is one snapshot only: nothing has changed since the first build")
        return
    before, after = picked
    seen = {c.id for s in kept if s.n < before.n for c in s.conflicts}
    changes = compare(before, after, seen)
    if format == "json":
        as_json(to_row(changes))
    else:
        _print(changes, all)


def _line(snapshot: "Snapshot") -> tuple[int, ...]:
    return (snapshot.n, len(snapshot.texts), len(snapshot.claims), len(snapshot.conflicts))


HEADS = {
    "source": "Because sources changed",
    "verdict": "Because of people's verdicts",
    "topic file": "Because the topic file changed",
    "program": "Because the program changed",
}


def _print(changes: "Changes", all: bool) -> None:
    from kb.history.changes import Cause

    typer.echo(f"from snapshot {changes.before} to {changes.after}")
    for line in _sources(changes):
        typer.echo(paragraph(line, "  "))
    for cause in Cause:
        lines = [*_conflicts(changes, cause), *_claims(changes, cause, all)]
        if lines:
            typer.echo(f"\n{HEADS[cause]}")
        for line in lines:
            typer.echo(paragraph(line, "  "))
    if changes.echoes:
        typer.echo("\nStill said elsewhere, though corrected")
    for e in changes.echoes:
        line = f"{e.source}: “{e.quote}” ({e.corrected_in} now says: {e.now})"
        typer.echo(paragraph(line, "  "))


def _sources(changes: "Changes") -> Iterator[str]:
    yield from (f"source added: {s}" for s in changes.sources_added)
    yield from (f"source gone: {s}" for s in changes.sources_gone)
    yield from (f"source edited: {s}" for s in changes.sources_edited)
    yield from (f"source renamed: {old} to {new}" for old, new in changes.sources_renamed)


def _conflicts(changes: "Changes", cause: "Cause") -> Iterator[str]:
    for c in changes.conflicts:
        if c.cause is cause:
            by = f", by the edit of {', '.join(c.edited)}" if c.edited else ""
            yield f"{c.strength} {c.word}{by} · {c.aspect} · {c.id}: {c.explanation}"


def _claims(changes: "Changes", cause: "Cause", all: bool) -> Iterator[str]:
    """A line for each claim; one for all claims of a source that is new or gone, unless `all`."""
    theirs = [c for c in changes.claims if c.cause is cause]
    whole = {} if all else _whole(changes)
    counts = Counter(c.source for c in theirs if whole.get(c.source) == c.word)
    for source, n in sorted(counts.items()):
        word = "new source" if whole[source] == "added" else "source that is gone:"
        yield f"{figure(n, 'claim')} of {word} {source}; `kb changes --all` lists them"
    for c in theirs:
        if whole.get(c.source) != c.word:
            words = " became ".join(f"“{q}”" for q in (c.before, c.after) if q)
            yield f"claim {c.word} · {c.source} · {c.aspect}: {words}"


def _whole(changes: "Changes") -> dict[str, str]:
    """Sources that came or went as a whole, with the word of their claims."""
    added = dict.fromkeys(changes.sources_added, "added")
    return added | dict.fromkeys(changes.sources_gone, "gone")
