"""`kb export`."""

from pathlib import Path
from typing import Annotated

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir
from kb.cli.show import figure

EXAMPLE = "kb export exports"


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the files are written.")],
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Write all that is known as JSON Lines, CSV, XLSX and a graph.

    Other files in the folder are left alone; it must hold none with a name of the export's,
    but for an earlier export's.
    """
    from kb.cli.output import corpus_files, refuse_input
    from kb.export.write import export
    from kb.knowledge.value import Knowledge

    refuse_input(folder, corpus_files(corpus, store), "DIR")
    changed = export(Knowledge.open(corpus, store), folder)
    what = figure(len(changed), "file") if changed else "nothing has changed: no file"
    typer.echo(f"{what} written to {folder}")
