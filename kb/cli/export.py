"""`kb export`."""

from pathlib import Path
from typing import Annotated

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir
from kb.cli.show import count

EXAMPLE = "kb export exports"


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the files are written.")],
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Write all that is known as JSON Lines, CSV, XLSX and a graph."""
    from kb.export.write import export
    from kb.knowledge.value import Knowledge

    changed = export(Knowledge.open(corpus, store), folder)
    what = count(len(changed), "file") if changed else "nothing has changed: no file"
    typer.echo(f"{what} written to {folder}")
