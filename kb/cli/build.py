"""`kb build`."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kb.cli.options import CORPUS, SITE, STORE, Corpus, Pipeline, SiteDir, StoreDir
from kb.cli.show import columns, figure
from kb.text import number

if TYPE_CHECKING:
    from kb.build.build import Built
    from kb.build.read import Progress
    from kb.knowledge.value import Knowledge
    from reports.making import Made

EXAMPLE = "kb build --explain"


def command(
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
    site: SiteDir = SITE,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what was redone, and why.")
    ] = False,
    pipeline: Pipeline = None,
) -> None:
    """Read the corpus, find its conflicts, write the site.

    Only what changed since the last build is done again. Exits with 2 if a text could not be
    read; the others are then built all the same.
    """
    from kb.corpus.unread import unread_lines
    from reports.making import make_site

    with _progress() as progress:
        made = make_site(corpus, store, site, pipeline, progress, say=_err)
    built = made.built
    for line in built.done if explain else ():
        typer.echo(line)
    _summary(made, site)
    for line in unread_lines(built.knowledge.unread, corpus):
        _err(line)
    if built.knowledge.unread:
        raise typer.Exit(2)


def _err(line: str) -> None:
    typer.echo(line, err=True)


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


def _summary(made: "Made", site: Path) -> None:
    from kb.knowledge.more import more_conflicts, more_lines

    built, k = made.built, made.built.knowledge
    hard = sum(c.strength == "contradiction" for c in k.conflicts)
    looks = sum(c.look for c in k.conflicts)
    settled = len(k.settled)
    sentences = sum(c.sentences for c in k.coverage)
    read = f"{figure(len(k.sources), 'source')}, {figure(sentences, 'sentence')}"
    found = ", ".join(
        (
            figure(len(k.claims), "claim"),
            figure(len(k.positions), "position"),
            figure(len(k.disputes), "dispute"),
            figure(hard, "contradiction"),
            figure(len(k.conflicts) - hard - looks, "tension"),
            *((f"{looks} worth a look",) if looks else ()),
            figure(len(k.near_misses), "near miss"),
        )
    )
    rows = [("read", read), ("found", found + (f" ({settled} settled)" if settled else ""))]
    rows += [("more", line) for line in more_lines(k.more, more_conflicts)]
    rows += [("warning", line) for line in _warnings(k)]
    rows += [("changed", line) for line in _changed(built)]
    rows += [("written", _written(made)), ("look at", str(site / "index.html"))]
    columns(rows)


def _warnings(k: "Knowledge") -> Iterator[str]:
    """What the topic file says and hardly means."""
    from extract.topic.doubts import parts_in_wholes
    from kb.trace.phrases import whole_words

    for found in parts_in_wholes(k.topic):
        yield f"{found.aspect}: `{found.phrase}` {whole_words(found.part)}; see `kb phrases`"


def _changed(built: "Built") -> Iterator[str]:
    if built.changes is None:
        first = built.wrote and built.knowledge.changes is None
        yield "everything is new" if first else "no claim and no conflict"
        return
    words = Counter(f"claim {c.word}" for c in built.changes.claims)
    words.update(f"pair {c.word}" for c in built.changes.conflicts)
    words.update(f"dispute {d.word}" for d in built.changes.disputes)
    yield ", ".join(_word(key, n) for key, n in sorted(words.items())) + "; see `kb changes`"


def _word(key: str, n: int) -> str:
    what, word = key.split(" ", 1)
    return f"{figure(n, what)} {word}"


def _written(made: "Made") -> str:
    if not made.changed:
        return "nothing: nothing has changed"
    pages = f"{figure(made.written, 'file')} of the site, {number(made.unchanged)} unchanged"
    return pages + (f", {number(made.removed)} removed" if made.removed else "")
