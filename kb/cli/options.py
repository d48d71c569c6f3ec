"""Options that several commands take."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Corpus = Annotated[Path, typer.Option(help="The corpus folder.", metavar="DIR")]
StoreDir = Annotated[Path, typer.Option(help="Where the store is kept.", metavar="DIR")]
SiteDir = Annotated[Path, typer.Option(help="Where the report site is written.", metavar="DIR")]
# As above, where the settings are those of another folder: the one that an editor has open.
CorpusOrSet = Annotated[
    Path | None, typer.Option(help="The corpus folder.", metavar="DIR", show_default="corpus")
]
StoreOrSet = Annotated[
    Path | None,
    typer.Option(help="Where the store is kept.", metavar="DIR", show_default=".kb"),
]
Pipeline = Annotated[
    str | None,
    typer.Option(
        envvar="COUNTERCLAIM_PIPELINE",
        metavar="NAME",
        help="A spaCy pipeline with Universal Dependencies labels, in place of our own.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        help="Processes at work.",
        show_default="as many as help",
    ),
]
Format = Literal["table", "json", "csv"]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print it.")]
Level = Literal["contradiction", "tension", "never"]

CORPUS = Path("corpus")
STORE = Path(".kb")
SITE = Path("site")
