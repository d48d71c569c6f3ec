"""`kb brief`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir

if TYPE_CHECKING:
    from reports.teach.choose import Wanted

EXAMPLE = "kb brief --output handout.docx"
Kind = Literal["html", "md", "docx", "pptx", "gift"]
ENDINGS = {
    **dict.fromkeys((".md", ".markdown"), ("md",)),
    ".txt": ("md", "gift"),
    **dict.fromkeys((".html", ".htm"), ("html",)),
    ".docx": ("docx",),
    ".pptx": ("pptx",),
    ".gift": ("gift",),
}
INSTEAD = {
    ".pdf": "write .html and print it to PDF from a browser, or .docx and save that as PDF",
    **dict.fromkeys((".doc", ".odt", ".rtf"), "write .docx, which word processors open and save"),
    **dict.fromkeys((".ppt", ".odp", ".key"), "write .pptx, which opens there"),
    ".xml": "write .gift, which learning platforms import",
}
OFFICE = ("docx", "pptx")


def command(
    aspect: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID|WORDS",
            help="This question, by its id or in words of it; may be repeated.",
        ),
    ] = None,
    lesson: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The questions of this lesson of lessons.yaml."),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every question that some source answers.")
    ] = False,
    quiz: Annotated[bool, typer.Option("--quiz", help="A quiz with its answers.")] = False,
    format: Annotated[
        Kind | None,
        typer.Option(
            "--format",
            help="What to write; else as the file's ending says, else md. pptx: slides; "
            "gift: a quiz for Moodle.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write it; else to the terminal.")
    ] = None,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Write over a file that is not, or no more, from here."),
    ] = False,
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Write a handout, slides or a quiz for a lesson.

    For each question: who stands where, each side with a passage in its own words, who is silent
    and what to discuss. Without a question named it takes the six disputes that matter most.
    """
    from kb.cli.output import corpus_files, form_of, refuse_foreign, refuse_input, write_output
    from kb.knowledge.value import Knowledge
    from reports.brief import Format, brief
    from reports.teach.signed import is_ours, signed

    kind = Format(form_of(output, format, ENDINGS, "md", INSTEAD))
    _not_to_a_terminal(kind, output)
    if output is not None:
        refuse_input(output, corpus_files(corpus, store))
        if not replace:
            refuse_foreign(output, is_ours)
    wanted = _wanted(corpus, aspect or (), lesson, every)
    knowledge = Knowledge.open(corpus, store)
    page = brief(knowledge, wanted, kind, quiz or kind is Format.GIFT, every)
    if output is None:
        typer.echo(page, nl=False)
    else:
        write_output(output, signed(page, kind))


def _wanted(
    corpus: Path, named: "list[str] | tuple[str, ...]", lesson: str | None, every: bool
) -> "list[Wanted]":
    """The questions of the lesson, then those named beside it."""
    from extract.errors import InputError
    from kb.corpus.lessons import read_lesson
    from reports.teach.choose import Wanted

    if every and (named or lesson):
        line = "--all takes every question; leave it out, or --aspect and --lesson"
        raise InputError(line, "KB210")
    listed = read_lesson(corpus, lesson) if lesson is not None else ()
    return [*(Wanted(words, place) for words, place in listed), *(Wanted(n) for n in named)]


def _not_to_a_terminal(kind: str, output: Path | None) -> None:
    from extract.errors import InputError

    if kind in OFFICE and output is None and sys.stdout.isatty():
        what = "a Word document" if kind == "docx" else "a presentation"
        line = f"{what} can't be shown here; name a file with --output brief.{kind}"
        raise InputError(line, "KB206")
