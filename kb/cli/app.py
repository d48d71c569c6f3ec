"""Puts the commands together, in the order in which `kb --help` lists them."""

from pathlib import Path
from typing import Annotated, Any

import typer

from kb.cli import (
    brief,
    build,
    changes,
    check,
    claims,
    conflicts,
    correct,
    decide,
    disputes,
    eval,
    export,
    init,
    lsp,
    near_misses,
    packs,
    phrases,
    read,
    read_with,
    search,
    serve,
    suggest,
    verdicts,
    watch,
)

app = typer.Typer(
    help="Where do your sources agree, where do they contradict one another, and why?",
    epilog="Example: kb build, then open site/index.html",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for module in (
    *(init, build, watch, serve, check, lsp, disputes, conflicts, claims, near_misses, search),
    *(
        read,
        read_with,
        decide,
        verdicts,
        correct,
        changes,
        brief,
        export,
        eval,
        packs,
        phrases,
        suggest,
    ),
):
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    app.command(name, epilog=f"Example: {module.EXAMPLE}")(module.command)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        typer.echo(f"kb {metadata.version('counterclaim')}")
        raise typer.Exit


def settle(context: typer.Context) -> None:
    """What the folder's settings say stands for the options that are not given.

    `kb lsp` looks for the settings of the folder that the editor has open.
    """
    from kb.check.settings import find_settings

    found = find_settings(Path())
    where = {"corpus": found.corpus, "store": found.store, "site": found.site}
    options = {key: str(path) for key, path in where.items() if path is not None}
    named = {str(i.name): dict(options) for i in app.registered_commands if i.name != "lsp"}
    if found.corpus is not None:
        named["init"] = {"folder": str(found.corpus)}
    context.default_map = dict[str, Any](named)


@app.callback()
def _common(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="On an error, show where in the program it came from.")
    ] = False,
) -> None:
    settle(context)
