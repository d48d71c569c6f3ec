"""opinions.jsonl: what other readers say of disputes, kept beside ours and never in its place.

A line is on a dispute as it stood: once a side says something else, it is on nothing.
"""

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from kb.store.lines import append_lines, object_of, read_lines
from kb.text import plain

NAME = "opinions.jsonl"
CODE = "KB703"
LONGEST = 240  # characters of a reason
_SINGLE = str.maketrans("“”„«»", "‘’‚‘’") | {ord('"'): "'"}


class OpinionAnswer(StrEnum):
    """Whether a dispute stands, as another reader sees it."""

    STANDS = "stands"
    DOES_NOT_STAND = "does-not-stand"
    CANT_SAY = "cant-say"

    @property
    def words(self) -> str:
        """The answer as people read it."""
        return {"stands": "stands", "does-not-stand": "does not stand"}.get(self, "can’t say")


@dataclass(frozen=True, slots=True)
class Opinion:
    """One reader's answer on one dispute.

    `on` digests what the reader was shown of it, `asked` also who was asked and how.
    """

    dispute: str
    on: str
    asked: str
    reader: str
    answer: OpinionAnswer
    reason: str
    when: str


KEYS = tuple(Opinion.__dataclass_fields__)


def opinion_line(opinion: Opinion) -> str:
    """The opinion as its line of the file, without the line end."""
    return json.dumps(asdict(opinion), ensure_ascii=False)


def opinion_from(line: str) -> Opinion:
    """The inverse of `opinion_line`. Raises `ValueError` that says what is wrong."""
    row = object_of(line)
    for mistake in _mistakes(row):
        raise ValueError(mistake)
    said = {"answer": OpinionAnswer(row["answer"]), "reason": bounded(row["reason"])}
    return Opinion(**{**row, **said})


def _mistakes(row: dict[str, Any]) -> Iterator[str]:
    for key in KEYS:
        if not isinstance(row.get(key), str) or not (row[key] or key == "reason"):
            yield f"{key} is missing, or is no text"
    unknown = sorted(set(row) - set(KEYS))
    if unknown:
        yield f"{unknown[0]} is not a known key; known ones are {', '.join(KEYS)}"
    if row["answer"] not in list(OpinionAnswer):
        yield f"{row['answer']} is no answer; there are {', '.join(OpinionAnswer)}"
    try:
        datetime.datetime.fromisoformat(row["when"])
    except ValueError:
        yield "when must be a time such as 2027-01-31T09:30:00.000000+00:00"


def read_opinions(path: Path) -> tuple[Opinion, ...]:
    """Every line of the file, in order. Raises all mistakes at once."""
    return read_lines(path, opinion_from, CODE)


def append_opinions(path: Path, *opinions: Opinion) -> None:
    """Add lines to the end of the file."""
    append_lines(path, *map(opinion_line, opinions))


def bounded(reason: str) -> str:
    """A reason on one line, cut where it is long.

    Its double quotation marks become single ones: in double ones stands only what a text says.
    """
    words = plain(reason).translate(_SINGLE)
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def answer_of(said: object) -> OpinionAnswer | None:
    """The answer that a reader gave in these words; None if it is none."""
    folded = plain(str(said)).lower().replace("’", "").replace("'", "").strip(" .")
    words = folded.replace("_", "-").replace(" ", "-").replace("cannot", "cant")
    return OpinionAnswer(words) if words in list(OpinionAnswer) else None


def holding(opinions: Iterable[Opinion], shown: dict[str, str]) -> tuple[Opinion, ...]:
    """Each reader's latest on each dispute as it stands: `shown` is its content, by dispute."""
    latest: dict[tuple[str, str], Opinion] = {}
    for o in sorted(set(opinions), key=lambda o: (o.when, opinion_line(o))):
        if shown.get(o.dispute) == o.on:
            latest[o.dispute, o.reader] = o
    return tuple(o for _, o in sorted(latest.items()))
