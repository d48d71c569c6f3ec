"""`kb verdicts`."""

import datetime
import json
from pathlib import Path
from typing import Annotated

import typer

from kb.cli.options import CORPUS, STORE, Corpus, FormatOption
from kb.cli.show import as_csv, as_json, figure, paragraph

EXAMPLE = "kb verdicts --by Ana"


def command(
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Only this person's.")] = None,
    all: Annotated[
        bool, typer.Option("--all", help="Also those that a later line replaced.")
    ] = False,
    due: Annotated[bool, typer.Option("--due", help="Only those to be looked at again.")] = False,
    format: FormatOption = "table",
    corpus: Corpus = CORPUS,
    store: Annotated[
        Path, typer.Option(metavar="DIR", help="As in other commands; nothing is read there.")
    ] = STORE,
) -> None:
    """List what people decided about conflicts and whole disputes, with the words of each side."""
    from extract.errors import InputError
    from kb.verdicts.file import KEYS, read_verdicts, to_line
    from kb.verdicts.inforce import in_force
    from kb.verdicts.wording import headline, sides_of

    if not corpus.is_dir():
        raise InputError(f"{corpus}: no such folder; name the corpus with --corpus", "KB201")
    read = read_verdicts(corpus / "verdicts.jsonl")
    held = [v for theirs in in_force(read).values() for v in theirs]
    today = datetime.date.today().isoformat()
    chosen = [
        v
        for v in read
        if (all or v in held)
        and (not by or v.by == by)
        and (not due or (v.review is not None and v.review <= today))
    ]
    rows = [json.loads(to_line(v)) for v in chosen]
    if format == "json":
        as_json(rows)
    elif format == "csv":
        full = [{key: _cell(row.get(key)) for key in KEYS} for row in rows]
        as_csv(full, KEYS)
    else:
        for v in chosen:
            typer.echo(paragraph(headline(v), ""))
            for side in sides_of(v):
                typer.echo(paragraph(side, "  "))
        typer.echo(figure(len(chosen), "verdict"))


def _cell(value: object) -> object:
    """A list in one cell; a list of lists with commas within."""
    if not isinstance(value, list):
        return value
    return " | ".join(", ".join(v) if isinstance(v, list) else str(v) for v in value)
