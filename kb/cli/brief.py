"""`kb brief`."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir

EXAMPLE = "kb brief --output brief.docx"
Kind = Literal["html", "md", "docx"]


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
    from kb.knowledge.value import Knowledge
    from reports.brief import Format, brief

    kind = Format(format or _by_ending(output))
    _not_to_a_terminal(kind, output)
    page = brief(Knowledge.open(corpus, store), aspect or (), kind)
    if output is None:
        typer.echo(page, nl=False)
    else:
        _write(output, page)


def _by_ending(output: Path | None) -> str:
    ending = output.suffix.lower() if output else ""
    return {".html": "html", ".htm": "html", ".docx": "docx"}.get(ending, "md")


def _not_to_a_terminal(kind: str, output: Path | None) -> None:
    from extract.errors import InputError

    if kind == "docx" and output is None and sys.stdout.isatty():
        line = "a Word document can't be shown here; name a file with --output brief.docx"
        raise InputError(line, "KB206")


def _write(output: Path, page: bytes) -> None:
    from extract.errors import InputError
    from kb.store.files import write_file

    try:
        changed = write_file(output, page)
    except OSError as error:
        why = error.strerror or "is not writable"
        raise InputError(
            f"{output}: can't be written ({why}); name another with --output", "KB208"
        ) from error
    typer.echo(f"{output}: {'written' if changed else 'nothing has changed'}")
