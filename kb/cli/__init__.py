"""The front door: the command `kb`. Nothing else imports it.

A command is one module with its name; what it needs beyond the standard library and typer it
imports when it runs, so that `kb --help` is quick.
"""

import sys

from kb.cli.app import app

__all__ = ["app", "main"]


def main() -> None:
    """Run `kb`. What the program can't work with ends in one line and exit code 2."""
    from extract.errors import InputError

    try:
        app(prog_name="kb")
    except InputError as error:
        _end(str(error))
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        what = " ".join(str(error).split())
        _end(f"kb failed: {type(error).__name__}: {what}; `kb --debug …` shows where")


def _end(lines: str) -> None:
    print(lines, file=sys.stderr)
    sys.exit(2)
