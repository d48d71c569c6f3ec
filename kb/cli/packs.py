"""`kb packs`."""

from typing import Annotated, Any

import typer

from extract.errors import InputError
from kb.cli.show import as_json, columns, figure, paragraph

EXAMPLE = "kb packs treatment"


def command(
    name: Annotated[
        str | None, typer.Argument(metavar="[PACK]", help="Show this pack's questions.")
    ] = None,
    format: Annotated[
        str, typer.Option(metavar="FORM", help="table or json.", show_default=True)
    ] = "table",
) -> None:
    """List the packs that a topic file can build on, or the questions of one."""
    from extract.topic.packs import pack_names, pack_tree
    from extract.topic.suggest import remedy

    if format not in ("table", "json"):
        raise InputError(f"--format {format}: no such form; use table or json", "KB206")
    if name and name not in pack_names():
        raise InputError(
            f"no pack {name!r}; {remedy(name, pack_names(), 'none is there')}", "KB206"
        )
    rows = [_row(pack, pack_tree(pack).plain()) for pack in ([name] if name else pack_names())]
    if format == "json":
        as_json(rows)
    elif name:
        columns((q["kind"], q["aspect"], q["question"]) for q in rows[0]["questions"])
        typer.echo(figure(len(rows[0]["questions"]), "question"))
    else:
        for row in rows:
            count = figure(len(row["questions"]), "question")
            typer.echo(paragraph(f"{row['pack']}: {row['about']} ({count})", ""))


def _row(pack: str, tree: dict[str, Any]) -> dict[str, Any]:
    asked = [
        {"aspect": a["id"], "kind": a["kind"], "question": a["question"]}
        for a in tree.get("aspects", ())
    ]
    return {"pack": pack, "about": tree["about"], "questions": asked}
