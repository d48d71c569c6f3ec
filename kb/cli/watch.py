"""`kb watch`."""

import typer

from kb.cli.options import CORPUS, SITE, STORE, Corpus, Pipeline, SiteDir, StoreDir
from kb.cli.show import plain

EXAMPLE = "kb watch --corpus corpus"


def command(
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
    site: SiteDir = SITE,
    pipeline: Pipeline = None,
) -> None:
    """Build again whenever a file of the corpus is saved.

    Prints a line for each build. Where a file is broken, says where and leaves the last good
    pages; mended and saved, it is built again. Ctrl-C ends it.
    """
    from contextlib import suppress
    from threading import Event

    from reports.live.rounds import rounds

    def say(line: str) -> None:
        typer.echo(plain(line), err=True)

    with suppress(KeyboardInterrupt):
        for each in rounds(corpus, store, site, Event(), pipeline, say):
            for problem in each.problems:
                say(problem)
            typer.echo(plain(each.line))
