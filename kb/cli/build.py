"""`kb build`."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir
from kb.cli.show import columns, count

if TYPE_CHECKING:
    from kb.build import Built
    from kb.reading import Progress

EXAMPLE = "kb build --explain"
SITE = Path("site")


def command(
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
    site: Annotated[
        Path, typer.Option(help="Where the report site is written.", metavar="DIR")
    ] = SITE,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what was redone, and why.")
    ] = False,
    pipeline: Annotated[
        str | None,
        typer.Option(
            envvar="COUNTERCLAIM_PIPELINE",
            metavar="NAME",
            help="A spaCy pipeline with Universal Dependencies labels, in place of our own.",
        ),
    ] = None,
) -> None:
    """Read the corpus, find its conflicts, write the site.

    Only what changed since the last build is done again. Exits with 2 if a text could not be
    read; the others are then built all the same.
    """
    from kb.build import build

    sites: list[Site] = []
    with _progress() as progress:
        built = build(
            *(corpus, store, pipeline, progress),
            say=_err,
            finish=lambda built: sites.append(_render(built, store, site, progress)),
        )
    for line in built.done if explain else ():
        typer.echo(line)
    _summary(built, sites[0], site)
    for file, why in built.knowledge.unread:
        _err(f"{corpus / file}: {why}; built without it")
    if built.knowledge.unread:
        raise typer.Exit(2)


class Site(NamedTuple):
    """How many of the site's files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


def _err(line: str) -> None:
    typer.echo(line, err=True)


def _render(built: "Built", store: Path, site: Path, progress: "Progress") -> Site:
    from extract.errors import InputError
    from kb.rendered import remember, up_to_date

    files = 0 if built.wrote else up_to_date(store, site, built.inputs)
    if files:
        return Site(0, files, 0)
    from reports.site import render_site

    progress("writing the site", 0, 1)
    try:
        report = render_site(built.knowledge, site)
        remember(store, site, built.inputs)
    except OSError as error:
        why = error.strerror or "is not writable"
        line = f"{site}: can't be written ({why}); name another with --site"
        raise InputError(line, "KB208") from error
    return Site(report.written, report.unchanged, report.removed)


@contextmanager
def _progress() -> "Iterator[Progress]":
    """A line on the terminal that says how far it is; nothing where nobody looks on."""
    if not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bars = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*bars, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading the corpus", total=None)
        yield lambda step, done, total: shown.update(
            task, description=step, completed=done, total=total
        )


def _summary(built: "Built", report: Site, site: Path) -> None:
    k = built.knowledge
    hard = [c for c in k.conflicts if c.strength == "contradiction"]
    settled = sum(not s.open for s in k.standings.values())
    sentences = sum(c.sentences for c in k.coverage)
    read = f"{count(len(k.sources), 'source')}, {count(sentences, 'sentence')}"
    found = ", ".join(
        (
            count(len(k.claims), "claim"),
            count(len(k.positions), "position"),
            count(len(hard), "contradiction"),
            count(len(k.conflicts) - len(hard), "tension"),
            count(len(k.near_misses), "near miss", "near misses"),
        )
    )
    rows = [("read", read), ("found", found + (f" ({settled} settled)" if settled else ""))]
    rows += [("changed", line) for line in _changed(built)]
    rows += [("written", _written(built, report)), ("look at", str(site / "index.html"))]
    columns(rows)


def _changed(built: "Built") -> Iterator[str]:
    if built.changes is None:
        first = built.wrote and built.knowledge.changes is None
        yield "everything is new" if first else "no claim and no conflict"
        return
    words = Counter(f"claim {c.word}" for c in built.changes.claims)
    words.update(f"conflict {c.word}" for c in built.changes.conflicts)
    yield ", ".join(_word(key, n) for key, n in sorted(words.items())) + "; see `kb changes`"


def _word(key: str, n: int) -> str:
    what, word = key.split(" ", 1)
    return f"{count(n, what)} {word}"


def _written(built: "Built", report: Site) -> str:
    if not built.wrote and not report.written and not report.removed:
        return "nothing: nothing has changed"
    pages = f"{count(report.written, 'file')} of the site, {report.unchanged:,} unchanged"
    return pages + (f", {report.removed:,} removed" if report.removed else "")
