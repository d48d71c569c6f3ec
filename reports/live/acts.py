"""What a person does under review: decide, and take it back. Each adds lines, none goes away."""

import datetime
from typing import Any

from extract.errors import InputError
from kb.model import Verdict, VerdictKind
from kb.verdicts.decide import decide
from kb.verdicts.file import append, read_verdicts
from kb.verdicts.undo import of_person, undo
from reports.live.asking import Asked, Refused
from reports.live.state import Live
from reports.text import plain

DECIDE = ("conflict", "verdict", "by", "note", "position", "claim", "review")
UNDO = ("conflict", "by", "keep")


def decided(live: Live, asked: Asked) -> dict[str, Any]:
    """Add the line of a person's verdict; gives what is needed to take it back.

    Raises `Refused` for what is no verdict, names no conflict, or can't be written.
    """
    k = live.now.knowledge
    if k is None:
        raise Refused(409, "nothing is built yet")
    verdict, by = asked.need("verdict"), plain(asked.need("by"))
    if verdict not in list(VerdictKind):
        raise Refused(400, f"no such verdict; there are {', '.join(VerdictKind)}")
    note = plain(asked.get("note") or "") or None
    sides = {name: asked.get(name) for name in ("position", "claim", "review")}
    try:
        earlier = read_verdicts(live.verdicts)
        line = decide(k, asked.need("conflict"), verdict, by, _time(), note, **sides)
        append(live.verdicts, line)
    except (InputError, OSError) as error:
        raise Refused(409, str(error)) from error
    return {"conflict": line.conflict, "keep": len(of_person(earlier, line.conflict, by))}


def undone(live: Live, asked: Asked) -> dict[str, Any]:
    """Add the lines that take a person's last decision on a conflict back.

    Raises `Refused` if there is nothing to take back, or it can't be written.
    """
    conflict, by, keep = asked.need("conflict"), plain(asked.need("by")), asked.need("keep")
    if not keep.isdecimal():
        raise Refused(400, "keep must be a number")
    try:
        lines = undo(read_verdicts(live.verdicts), conflict, by, int(keep), _time())
        _append(live, lines)
    except (InputError, OSError) as error:
        raise Refused(409, str(error)) from error
    if not lines:
        raise Refused(409, "there is nothing to take back")
    return {"conflict": conflict}


def _append(live: Live, lines: tuple[Verdict, ...]) -> None:
    for line in lines:
        append(live.verdicts, line)


def _time() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
