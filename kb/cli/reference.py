"""Writes docs/cli.md from the commands' own help: `python -m kb.cli.reference > docs/cli.md`."""

from typing import Any

import typer
from typer.core import TyperGroup

from kb.cli.app import app

WIDTH = 100
HEAD = """# Commands

Written from the commands' own help by `python -m kb.cli.reference > docs/cli.md`; a test holds
it to that. Exit code 0: done. 1: only by `--fail-on`, when such a conflict is listed or found.
2: the program can't work with what it was given; one line for each mistake says what, where and
what to do (see [errors.md](errors.md)).
"""


def reference() -> str:
    """The reference of all commands, in Markdown."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    above = typer.Context(group, info_name="kb")
    parts = [HEAD, _section("kb", group, None)]
    parts += [_section(f"kb {name}", command, above) for name, command in group.commands.items()]
    return "\n".join(parts)


def _section(title: str, command: Any, above: typer.Context | None) -> str:
    name = title.rpartition(" ")[2]
    context = typer.Context(command, parent=above, info_name=name, terminal_width=WIDTH)
    return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    typer.echo(reference(), nl=False)
