"""A checked draft as lines for people: `file:line:col severity code message`."""

import textwrap
from collections.abc import Iterator

from kb.check.model import Checked, Finding, Passage, Severity

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
SHOWN = 3  # passages named on each side


def lines(checked: Checked, width: int, colour: bool) -> Iterator[str]:
    """What is printed of a draft, one finding after another."""
    for finding in checked.findings:
        yield from _finding(checked, finding, width, colour)


def head(checked: Checked, finding: Finding) -> str:
    """A finding in one line, without colour."""
    where = f"{plain(checked.name)}:{checked.places[finding.start]}"
    return f"{where} {finding.rule.severity} {finding.rule.code} {plain(finding.message)}"


def plain(text: str) -> str:
    """The text on one line, without control characters: a draft may not steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _finding(checked: Checked, finding: Finding, width: int, colour: bool) -> Iterator[str]:
    line = head(checked, finding)
    if colour:
        severity, code = str(finding.rule.severity), finding.rule.code
        painted = f"\033[{COLOURS[finding.rule.severity]}m{severity} {code}\033[0m"
        line = line.replace(f"{severity} {code}", painted, 1)
    yield line
    shown = _first_of_each(finding.against)
    for passage in shown:
        yield from _passage(checked, passage, width)
    more = len(finding.against) - len(shown)
    if more:
        yield f"    and {more} more passage{'s' if more > 1 else ''}"
    for passage in _first_of_each(finding.agree):
        yield from _wrapped(f"agrees: {passage.title}: “{passage.quote}”", width)
    if finding.fair:
        yield from _wrapped(f"fair: {finding.fair}", width)


def _first_of_each(passages: tuple[Passage, ...]) -> list[Passage]:
    """The first passage of each source."""
    first: dict[str, Passage] = {}
    for passage in passages:
        first.setdefault(passage.title, passage)
    return list(first.values())[:SHOWN]


def _passage(checked: Checked, passage: Passage, width: int) -> Iterator[str]:
    where = f" {checked.places[passage.start]}" if passage.source is None else ""
    yield from _wrapped(f"{passage.title}{where}: “{passage.quote}”", width)
    if passage.why:
        yield from _wrapped(passage.why, width, "      ")


def _wrapped(text: str, width: int, indent: str = "    ") -> list[str]:
    return textwrap.wrap(plain(text), width, initial_indent=indent, subsequent_indent=indent + "  ")
