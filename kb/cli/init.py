"""`kb init`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.errors import InputError
from kb.cli.options import Pipeline
from kb.cli.progress import shown_progress
from kb.cli.show import columns, figure, plain

if TYPE_CHECKING:
    from kb.build.guessed import Drafted

EXAMPLE = "kb init lasers, then kb build --corpus lasers"


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder with the texts, or with texts/.")
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over a topic file that is there already.")
    ] = False,
    pipeline: Pipeline = None,
) -> None:
    """Guess a topic file from the texts in a folder, and write it there, ready to build.

    Writes topic.yaml, and sources.yaml where there is none. Each guess says how often, and in
    how many texts, it was seen: look it through.
    """
    from kb.build.batch import Pipeline
    from kb.build.guessed import drafted, written

    topic = folder / "topic.yaml"
    if topic.exists() and not replace:
        raise InputError(f"{topic}: is there already; write over it with --replace", "KB217")
    with shown_progress() as progress:
        found = drafted(folder, Pipeline(pipeline), progress)
    _told(found, folder, written(found, folder))


def _told(found: "Drafted", folder: Path, files: tuple[str, ...]) -> None:
    from extract.guess.draft import FALLBACK
    from extract.topic.packs import pack_tree

    guess, packs = found.guess, found.packs or (FALLBACK,)
    asked = {row.text("id") for pack in packs for row in pack_tree(pack).items("aspects")}
    answered = asked & {id for fit in found.fits for id, _ in fit.answers}
    rows = [
        ("read", figure(guess.texts, "text")),
        ("about", guess.subject),
        ("against", ", ".join(r.name for r in guess.rivals) or "nothing that recurs"),
        ("packs", ", ".join(found.packs) or "none fits well; claims is named"),
        ("answered", figure(len(answered), "question")),
        ("written", ", ".join(str(folder / name) for name in files)),
    ]
    columns((key, plain(text)) for key, text in rows)
    typer.echo(plain(f"Look {folder / 'topic.yaml'} through, then: kb build --corpus {folder}"))
