"""The front door: the command `kb`. Nothing else imports it.

A command is one module with its name; what it needs beyond the standard library and typer it
imports when it runs, so that `kb --help` is quick.
"""

import sys
from typing import NoReturn

from kb.cli.app import app
from kb.cli.misuse import misuse

__all__ = ["app", "main"]


def main() -> None:
    """Run `kb`. What the program can't work with ends in one line and exit code 2."""
    from extract.errors import InputError

    try:
        code = app(prog_name="kb", standalone_mode=False)
    except InputError as error:
        _end(str(error))
    except Exception as error:
        if hasattr(error, "format_message"):
            _end(misuse(error))
        if "--debug" in sys.argv:
            raise
        what = " ".join(str(error).split())
        _end(f"kb failed: {type(error).__name__}: {what}; `kb --debug …` shows where")
    sys.exit(code if isinstance(code, int) else 0)


def _end(lines: str) -> NoReturn:
    print(lines, file=sys.stderr)
    sys.exit(2)
