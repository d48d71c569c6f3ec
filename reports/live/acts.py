"""What a person does under review: decide, and take it back. Each adds lines, none goes away."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from extract.errors import InputError
from kb.model import Verdict, VerdictKind
from kb.verdicts.decide import decide
from kb.verdicts.file import append
from kb.verdicts.undo import of_person, undo
from reports.live.asking import Asked, Refused
from reports.live.state import Live
from reports.text import plain

DECIDE = ("on", "verdict", "by", "note", "side", "claim", "review")
UNDO = ("on", "by", "keep")


def decided(live: Live, asked: Asked) -> dict[str, Any]:
    """Add the lines of a person's verdict on a conflict or a dispute.

    Gives what is needed to take them back, in that order. Raises `Refused` for what is no
    verdict, names nothing that there is, or can't be written.
    """
    k = live.now.knowledge
    if k is None:
        raise Refused(409, "nothing is built yet")
    verdict, by = asked.need("verdict"), plain(asked.need("by"))
    if verdict not in list(VerdictKind):
        raise Refused(400, f"no such verdict; there are {', '.join(VerdictKind)}")
    note = plain(asked.get("note") or "") or None
    sides = {name: asked.get(name) for name in ("side", "claim", "review")}
    try:
        earlier = live.lines()
        current = replace(k, verdicts=earlier)
        lines = decide(current, asked.need("on"), verdict, by, _time(), note, **sides)
        _append(live, lines)
    except (InputError, OSError) as error:
        raise Refused(409, str(error)) from error
    return {"undo": _ways_back(earlier, lines)}


def _ways_back(earlier: Sequence[Verdict], lines: Sequence[Verdict]) -> list[dict[str, str]]:
    """For each line, the last first: on what, by whom, and how many lines were there before."""
    found = []
    for n, line in enumerate(lines):
        before = of_person((*earlier, *lines[:n]), line.on, line.by)
        found.append({"on": line.on, "by": line.by, "keep": str(len(before))})
    return found[::-1]


def undone(live: Live, asked: Asked) -> dict[str, Any]:
    """Add the lines that take a person's last decision on a conflict or a dispute back.

    Raises `Refused` if there is nothing to take back, or it can't be written.
    """
    on, by, keep = asked.need("on"), plain(asked.need("by")), asked.need("keep")
    if not keep.isdecimal():
        raise Refused(400, "keep must be a number")
    try:
        lines = undo(live.lines(), on, by, int(keep), _time())
        _append(live, lines)
    except (InputError, OSError) as error:
        raise Refused(409, str(error)) from error
    if not lines:
        raise Refused(409, "there is nothing to take back")
    return {"on": on}


def _append(live: Live, lines: tuple[Verdict, ...]) -> None:
    for line in lines:
        append(live.verdicts, line)


def _time() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
