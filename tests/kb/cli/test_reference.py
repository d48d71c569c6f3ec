from pathlib import Path

from kb.cli.app import app
from kb.cli.reference import reference

DOCS = Path(__file__).resolve().parents[3] / "docs" / "cli.md"


def test_the_reference_is_that_of_the_help() -> None:
    assert DOCS.read_text(encoding="utf-8") == reference(), (
        "run `python -m kb.cli.reference > docs/cli.md`"
    )


def test_every_command_shows_an_example_and_says_what_it_does() -> None:
    for command in app.registered_commands:
        assert command.name
        assert (command.epilog or "").startswith(f"Example: kb {command.name}")
        assert command.callback is not None
        assert command.callback.__doc__
