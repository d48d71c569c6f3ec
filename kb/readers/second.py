"""Asks a reader for a second opinion on disputes: each once, as long as it stands as it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extract.model import digest
from kb.model import Dispute
from kb.readers.cache import key_of
from kb.readers.dispute import Grounds
from kb.readers.model import Identity, Reader, Row, SpentError
from kb.readers.opinions import (
    NAME,
    Opinion,
    answer_of,
    append_opinions,
    bounded,
    read_opinions,
)

VERSION = 1


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A dispute that a reader is to be asked of, and what it said of it, if it was before."""

    dispute: Dispute
    request: Row
    on: str
    asked: str
    known: Opinion | None = None


@dataclass(frozen=True, slots=True)
class Hearing:
    """What came of it: opinions, those that are new, disputes without an answer that is one."""

    opinions: tuple[Opinion, ...]
    new: tuple[Opinion, ...]
    unclear: tuple[Dispute, ...]
    left: int = 0


def inquiries(
    topic: str, disputes: Iterable[Dispute], grounds: Grounds, reader: Identity, corpus: Path
) -> tuple[Inquiry, ...]:
    """The requests for these disputes, with what was answered before."""
    known = {o.asked: o for o in read_opinions(corpus / NAME)}

    def made(dispute: Dispute) -> Inquiry:
        shown = grounds.shown(dispute)
        request = {"version": VERSION, "task": "dispute", "topic": topic, "dispute": shown}
        asked = key_of(reader, request)
        return Inquiry(dispute, request, digest(shown), asked, known.get(asked))

    return tuple(map(made, disputes))


def hear(todo: Iterable[Inquiry], reader: Reader, corpus: Path, now: str) -> Hearing:
    """Ask what is not known, and write each answer down as it comes. Raises `ReaderFailed`."""
    opinions: list[Opinion] = []
    new: list[Opinion] = []
    unclear: list[Dispute] = []
    left, spent = 0, False
    for each in todo:
        if each.known:
            opinions.append(each.known)
            continue
        try:
            said = None if spent else reader.weigh(each.request)
        except SpentError:
            said, spent = None, True
        if said is None:
            left += 1
            continue
        opinion = _opinion(each, said, reader.identity.name, now)
        if opinion is None:
            unclear.append(each.dispute)
            continue
        append_opinions(corpus / NAME, opinion)
        opinions.append(opinion)
        new.append(opinion)
    return Hearing(tuple(opinions), tuple(new), tuple(unclear), left)


def _opinion(each: Inquiry, said: Row, reader: str, now: str) -> Opinion | None:
    answer = answer_of(said.get("answer"))
    if answer is None:
        return None
    reason = said.get("reason")
    words = bounded(reason) if isinstance(reason, str) else ""
    return Opinion(each.dispute.id, each.on, each.asked, reader, answer, words, now)
