"""`kb lsp`."""

from pathlib import Path
from typing import Annotated

import typer

from kb.cli.options import SITE, CorpusOrSet, Pipeline, StoreOrSet

EXAMPLE = "kb lsp --corpus corpus"


def command(
    corpus: CorpusOrSet = None,
    store: StoreOrSet = None,
    site: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="The report site that evidence links to.", show_default=str(SITE)
        ),
    ] = None,
    pipeline: Pipeline = None,
) -> None:
    """Check drafts inside an editor, as they are typed.

    A language server on standard input and output: an editor starts it, not a person. Folders
    are seen from the folder that the editor has open, whose settings hold as for kb check.
    """
    from extract.errors import InputError

    try:
        from reports.lsp.server import server
    except ImportError as error:
        remedy = "type make, or pip install '.[lsp]', in the project's folder"
        missing = (error.name or "a library").partition(".")[0]
        raise InputError(f"kb lsp needs {missing}; {remedy}", "KB603") from error
    server(corpus, store, site, pipeline).start_io()
