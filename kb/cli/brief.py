"""`kb brief`."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir

EXAMPLE = "kb brief --output brief.docx"
Kind = Literal["html", "md", "docx"]
ENDINGS = {
    **dict.fromkeys((".md", ".markdown", ".txt"), ("md",)),
    **dict.fromkeys((".html", ".htm"), ("html",)),
    ".docx": ("docx",),
}


def command(
    aspect: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this aspect; may be repeated.")
    ] = None,
    format: Annotated[
        Kind | None,
        typer.Option("--format", help="What to write; else as the file's ending says, else md."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write it; else to the terminal.")
    ] = None,
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Write the trainer's balance sheet.

    For each question: every position, who holds it in which words, what is missing and what
    to discuss.
    """
    from kb.cli.output import corpus_files, form_of, refuse_input, write_output
    from kb.knowledge.value import Knowledge
    from reports.brief import Format, brief

    kind = Format(form_of(output, format, ENDINGS, "md"))
    _not_to_a_terminal(kind, output)
    if output is not None:
        refuse_input(output, corpus_files(corpus, store))
    page = brief(Knowledge.open(corpus, store), aspect or (), kind)
    if output is None:
        typer.echo(page, nl=False)
    else:
        write_output(output, page)


def _not_to_a_terminal(kind: str, output: Path | None) -> None:
    from extract.errors import InputError

    if kind == "docx" and output is None and sys.stdout.isatty():
        line = "a Word document can't be shown here; name a file with --output brief.docx"
        raise InputError(line, "KB206")
