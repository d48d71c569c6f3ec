"""`kb serve`."""

from typing import TYPE_CHECKING, Annotated

import typer

from kb.cli.options import CORPUS, SITE, STORE, Corpus, Pipeline, SiteDir, StoreDir
from kb.cli.show import plain

if TYPE_CHECKING:
    from reports.live.rounds import Round

EXAMPLE = "kb serve --port 8765"
PORT = 8765


def command(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where to serve; 0 takes any free port.")
    ] = PORT,
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
    site: SiteDir = SITE,
    pipeline: Pipeline = None,
) -> None:
    """Serve live pages on this machine, with review of conflicts.

    Builds again whenever a file of the corpus is saved, and the pages follow. What is decided
    under review is added to the corpus's verdicts.jsonl. Nothing is served to other machines.
    Ctrl-C ends it.
    """
    from contextlib import suppress

    from reports.live.server import serve

    with suppress(KeyboardInterrupt):
        serve(corpus, store, site, port, pipeline, _tell, _say, _ready)


def _say(line: str) -> None:
    typer.echo(plain(line), err=True)


def _tell(each: "Round") -> None:
    for problem in each.problems:
        _say(problem)
    typer.echo(plain(each.line))


def _ready(address: str) -> None:
    typer.echo(f"{address} (review: {address}review.html); Ctrl-C ends it")
