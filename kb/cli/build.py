"""`kb build`."""

from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kb.cli.options import CORPUS, SITE, STORE, Corpus, Jobs, Pipeline, SiteDir, StoreDir
from kb.cli.progress import shown_progress
from kb.cli.show import columns, figure
from kb.text import number

if TYPE_CHECKING:
    from extract.topic.schema import Topic
    from kb.build.build import Built
    from kb.build.pool import Spread
    from kb.knowledge.summary import Summary
    from reports.making import Made

EXAMPLE = "kb build --explain"


def command(
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
    site: SiteDir = SITE,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what was redone, and why.")
    ] = False,
    jobs: Jobs = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Read the texts on a dask cluster: tcp://HOST:PORT of its scheduler, or local.",
        ),
    ] = None,
    pipeline: Pipeline = None,
) -> None:
    """Read the corpus, find its conflicts, write the site.

    Only what changed since the last build is done again. Without a topic file, one is guessed
    from the texts (see kb init). Exits with 2 if a text could not be read; the others are then
    built all the same.
    """
    from kb.corpus.unread import unread_lines
    from reports.making import make_site

    with _spread(cluster, jobs, corpus) as spread, shown_progress() as progress:
        made = make_site(
            corpus, store, site, pipeline, progress, say=_err, jobs=jobs, spread=spread
        )
    built = made.built
    for line in built.done if explain else ():
        typer.echo(line)
    _summary(made, corpus, site)
    for line in unread_lines(built.summary.unread, corpus):
        _err(line)
    if built.summary.unread:
        raise typer.Exit(2)


def _spread(
    address: str | None, jobs: int | None, corpus: Path
) -> AbstractContextManager["Spread | None"]:
    """Who reads the texts in place of this machine's processes, if an address is given."""
    if address is None:
        return nullcontext()
    from extract.errors import InputError

    try:
        from kb.build.cluster import cluster
    except ImportError as error:
        remedy = "type pip install '.[scale]' in the project's folder"
        missing = (error.name or "a library").partition(".")[0]
        raise InputError(f"kb build --cluster needs {missing}; {remedy}", "KB601") from error
    if not (corpus / "topic.yaml").exists():  # guessing reads every text here
        line = f"{corpus}: --cluster needs a topic file; `kb init` writes one"
        raise InputError(line, "KB210")
    return cluster(address, jobs)


def _err(line: str) -> None:
    typer.echo(line, err=True)


def _summary(made: "Made", corpus: Path, site: Path) -> None:
    built, s = made.built, made.built.summary
    read = f"{figure(s.sources, 'source')}, {figure(s.sentences, 'sentence')}"
    found = ", ".join(
        (
            figure(s.claims, "claim"),
            figure(s.positions, "position"),
            figure(s.disputes, "dispute"),
            figure(s.contradictions, "contradiction"),
            figure(s.tensions, "tension"),
            *((f"{s.looks} worth a look",) if s.looks else ()),
            figure(s.near_misses, "near miss"),
        )
    )
    rows = [("read", read), ("found", found), *_people(s)]
    if built.topic.guessed:
        rows.insert(0, ("guessed", _guessed(built.topic)))
    rows += [("more", line) for line in s.more]
    rows += [("warning", line) for line in (*_warnings(built.topic), *_left_in_vain(corpus))]
    rows += [("changed", line) for line in _changed(built)]
    rows += [("written", _written(made)), ("look at", str(site / "index.html"))]
    columns(rows)


def _people(s: "Summary") -> Iterator[tuple[str, str]]:
    """What people settled, and what they said that can't be put into effect."""
    if s.settled:
        yield "settled", f"{figure(s.settled, 'pair')} settled by people, counted above too"
    if s.left:
        told = f" ({'; '.join(s.why_left)})" if s.why_left else ""
        yield "left out", f"{figure(s.left, 'correction')}{told}; see `kb correct --list`"


def _warnings(topic: "Topic") -> Iterator[str]:
    """What the topic file says and hardly means."""
    from extract.topic.doubts import parts_in_wholes
    from kb.trace.phrases import whole_words

    for found in parts_in_wholes(topic):
        yield f"{found.aspect}: `{found.phrase}` {whole_words(found.part)}; see `kb phrases`"


def _left_in_vain(corpus: Path) -> Iterator[str]:
    """What the topic file leaves out of its packs, and they don't have."""
    from extract.topic.packs import idle_leave_outs
    from extract.topic.tree import read_tree

    path = corpus / "topic.yaml"
    for idle in idle_leave_outs(read_tree(path)) if path.is_file() else ():
        near = f"; did you mean `{idle.near}`?" if idle.near else ""
        yield f"line {idle.line}: leave-out `{idle.text}` takes nothing away{near}"


def _guessed(topic: "Topic") -> str:
    """What was guessed where there is no topic file, and how to write it down."""
    packs = ", ".join(topic.packs)
    return f"no topic file: {topic.subject.name}, with {packs}; `kb init` writes the guess down"


def _changed(built: "Built") -> Iterator[str]:
    if built.changes is None:
        yield "everything is new" if built.wrote and built.first else "no claim and no conflict"
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
