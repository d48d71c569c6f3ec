"""`kb suggest`."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from extract.errors import InputError
from kb.cli.options import CORPUS, STORE, Corpus, StoreDir
from kb.cli.show import as_json, figure, paragraph, plain

if TYPE_CHECKING:
    from kb.suggest.model import Idea, Sample, Suggestion

EXAMPLE = "kb suggest --accept 3,5"
LONGEST = 140  # characters of a sentence that are shown
FEW = 3  # sentences that are shown of each sort


def command(
    accept: Annotated[
        str | None,
        typer.Option(metavar="NUMBERS", help="Write these into the topic file: 3,5."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Show at most so many.")] = 10,
    format: Annotated[
        Literal["table", "json"], typer.Option("--format", help="How to print it.")
    ] = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Propose words and questions for the topic file, from what was not understood."""
    from kb.knowledge.value import Knowledge
    from kb.suggest.suggest import suggestions

    found = suggestions(Knowledge.open(corpus, store), store)
    if accept is not None:
        _accept([s.idea for s in _chosen(accept, found)], corpus / "topic.yaml")
    elif format == "json":
        as_json([asdict(s) for s in found[:limit]])
    else:
        for each in found[:limit]:
            _show(each)
        more = f", {limit} shown" if len(found) > limit else ""
        typer.echo(f"{figure(len(found), 'suggestion')}{more}")


def _chosen(numbers: str, found: "tuple[Suggestion, ...]") -> "list[Suggestion]":
    by_number = {str(s.n): s for s in found}
    wanted = [n.strip() for n in numbers.split(",") if n.strip()]
    for number in wanted or [""]:
        if number not in by_number:
            line = f"--accept {number}: no such suggestion; use numbers that `kb suggest` shows"
            raise InputError(line, "KB206")
    return [by_number[number] for number in dict.fromkeys(wanted)]


def _accept(ideas: "list[Idea]", file: Path) -> None:
    from kb.suggest.accept import accept

    done = accept(ideas, file)
    for idea in ideas:
        told = "written" if idea in done else "there already"
        typer.echo(plain(f"{told}: `{idea.text}` ({_where(idea)})"))
    if done:
        typer.echo(plain(f"{file} has changed; run `kb build` to read the texts by it"))


def _show(s: "Suggestion") -> None:
    typer.echo(paragraph(f"`{s.idea.text}` as {s.idea.sort}: {_where(s.idea)}", f"{s.n:>3}  "))
    typer.echo(paragraph(s.idea.why, "     "))
    _samples("stands in " if s.idea.names else "would read ", s.reads)
    _samples("would read wrongly ", s.wrong)


def _where(idea: "Idea") -> str:
    at, row = idea.place, dict(idea.row)
    if "question" in row:
        return row["question"]
    parts = (at.aspect, at.answer, at.key)
    return ", ".join(part for part in parts if part)


def _samples(head: str, samples: "tuple[Sample, ...]") -> None:
    if samples:
        typer.echo(f"     {head}{figure(len(samples), 'sentence')}:")
    for sample in samples[:FEW]:
        note = f" [{sample.note}]" if sample.note else ""
        words = sample.words
        short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
        typer.echo(paragraph(f"“{short}” ({sample.source}:{sample.line}){note}", "       "))
