"""What is said of a command line that typer can't take: one line, with what would be right."""

import re
from typing import Any

CODE = "KB210"
_WRONG = re.compile(r"Invalid value for '(.+?)'(?: / '.+?')*: (?:Value error, )?(.*)", re.DOTALL)
_CHOICES = re.compile(r"('.*') is not one of (.*)")


def misuse(error: Any) -> str:
    """The line for one of typer's own errors; the whole help where no command was named."""
    said = str(error.format_message())
    if type(error).__name__ == "NoArgsIsHelpError":
        return said
    line = " ".join(said.split()).rstrip(".")
    wrong = _WRONG.fullmatch(line)
    if wrong:
        line = f"{wrong[1]}: {_choices(wrong[2])}"
    path = error.ctx.command_path if getattr(error, "ctx", None) else "kb"
    see = " See" if line.endswith("?") else "; see"
    return f"{CODE} {line}{see} `{path} --help`"


def _choices(told: str) -> str:
    """“'x' is not one of 'a', 'b'” without the quotation marks around what can be typed."""
    found = _CHOICES.fullmatch(told)
    return f"{found[1]} is not one of {found[2].replace(chr(39), '')}" if found else told
