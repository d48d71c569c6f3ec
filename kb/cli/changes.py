"""`kb changes`."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir
from kb.cli.show import as_json, columns, figure, paragraph
from kb.text import listing

if TYPE_CHECKING:
    from kb.history.changes import Cause, Changes
    from kb.history.snapshots import Manifest

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
        bool, typer.Option("--all", help="Also list the claims of added and removed sources.")
    ] = False,
    format: Annotated[Literal["table", "json"], typer.Option(help="How to print it.")] = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Say what changed between two builds, and what it came from.

    Disputes that opened, closed or changed come first, with how many of their pairs did. A build
    whose claims and conflicts differ from the last one's is a snapshot; the last 20 are kept.
    """
    from kb.history.kept import changes_between, pick, read_snapshots
    from kb.store.rows import to_row

    kept = read_snapshots(corpus, store)
    if list:
        columns([("snapshot", "sources", "claims", "disputes", "conflicts"), *map(_line, kept)])
        return
    picked = pick(kept, start, end)
    if picked is None:
        typer.echo("there is one snapshot only: nothing has changed since the first build")
        return
    changes = changes_between(corpus, store, picked)
    if format == "json":
        as_json(to_row(changes))
    else:
        _print(changes, all)


def _line(snapshot: "Manifest") -> tuple[object, ...]:
    conflicts = sum(len(d.conflicts) for d in snapshot.disputes)
    return snapshot.n, len(snapshot.texts), snapshot.claims, len(snapshot.disputes), conflicts


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
    _head("Disputes", _disputes(changes))
    for cause in Cause:
        _head(HEADS[cause], (*_conflicts(changes, cause), *_claims(changes, cause, all)))
    _head("Still said elsewhere, though corrected", _echoes(changes))


def _head(head: str, lines: Iterable[str]) -> None:
    """The lines under their heading; nothing where there are none."""
    for n, line in enumerate(lines):
        if not n:
            typer.echo(f"\n{head}")
        typer.echo(paragraph(line, "  "))


def _echoes(changes: "Changes") -> Iterator[str]:
    for e in changes.echoes:
        yield f"{e.source}: “{e.quote}” ({e.corrected_in} now says: {e.now})"


def _sources(changes: "Changes") -> Iterator[str]:
    yield from (f"source added: {s}" for s in changes.sources_added)
    yield from (f"source removed: {s}" for s in changes.sources_gone)
    yield from (f"source edited: {s}" for s in changes.sources_edited)
    yield from (f"source renamed: {old} to {new}" for old, new in changes.sources_renamed)


def _disputes(changes: "Changes") -> Iterator[str]:
    words = {c.id: c.word for c in changes.conflicts}
    for d in changes.disputes:
        counts = Counter(words[id] for id in d.conflicts)
        pairs = ", ".join(f"{figure(n, 'pair')} {word}" for word, n in sorted(counts.items()))
        yield f"{d.word}: {d.question} ({d.strength}) · {d.id} · {pairs}"


def _conflicts(changes: "Changes", cause: "Cause") -> Iterator[str]:
    """Those of that cause, dispute by dispute, those of none last."""
    homes = {id: n for n, d in enumerate(changes.disputes) for id in d.conflicts}
    last = len(changes.disputes)
    for c in sorted(changes.conflicts, key=lambda c: (homes.get(c.id, last), c.strength)):
        if c.cause is cause:
            acts = [f"{act} {source}" for act, source in changes.acts(c.edited)]
            by = f" by {listing(acts)}" if acts else ""
            on = changes.disputes[homes[c.id]].question if c.id in homes else c.aspect
            yield f"{c.strength} {c.word}{by} · {on} · {c.id}: {c.explanation}"


def _claims(changes: "Changes", cause: "Cause", all: bool) -> Iterator[str]:
    """A line for each claim; one for all claims of a source that is new or gone, unless `all`."""
    theirs = [c for c in changes.claims if c.cause is cause]
    whole = {} if all else _whole(changes)
    counts = Counter(c.source for c in theirs if whole.get(c.source) == c.word)
    for source, n in sorted(counts.items()):
        yield (
            f"{figure(n, 'claim')} of the {whole[source]} source {source}; "
            "`kb changes --all` lists them"
        )
    for c in theirs:
        if whole.get(c.source) != c.word:
            words = " became ".join(f"“{q}”" for q in (c.before, c.after) if q)
            yield f"claim {c.word} · {c.source} · {c.aspect}: {words}"


def _whole(changes: "Changes") -> dict[str, str]:
    """Sources that came or went as a whole, with the word of their claims."""
    added = dict.fromkeys(changes.sources_added, "added")
    return added | dict.fromkeys(changes.sources_gone, "removed")
