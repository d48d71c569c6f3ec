"""What a person does to the reading: correct it, add to it, take that back, accept or refuse.

Each adds lines to readings.jsonl, all or none, and none goes away. What a page says is never
trusted: claims are looked up, words are found in the source, answers are held against questions.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from extract.errors import InputError
from extract.model import Claim, Polarity, Span
from kb.corrections import making
from kb.corrections.anchoring import SourceText
from kb.corrections.apply import apply_corrections
from kb.corrections.file import append
from kb.corrections.fit import Fitting
from kb.corrections.inforce import left_standing
from kb.corrections.making import Corrector, Wish
from kb.corrections.model import Anchor, Correction, CorrectionKind
from kb.corrections.wording import SAYS
from kb.knowledge.correcting import Correcting, accept
from kb.knowledge.value import Knowledge
from reports import text
from reports.live.asking import Asked, Refused
from reports.live.state import Live
from reports.text import plain

_LED = re.compile(r"^(?:KB\d+ )?(?:[0-9a-f]{16}: )?")
OTHERWISE = {
    "other-question": ("question", "answer", "polarity"),
    "other-value": ("answer", "polarity"),
    "only-with": ("condition", "scope"),
}
"""What a page may do to a claim, and which texts then say what it should be."""
WORDS_GONE = "Its words are gone."
GONE = "This claim is gone: a later build reads it otherwise, or not at all."
ASKS = ("question", "answer", "polarity", "condition", "scope", "subject")
CORRECT = ("act", "claim", "source", "quote", "before", "after", *ASKS, "by", "note")
TAKE_BACK = ("lines", "by")
ACCEPT = ("lines", "by", "note")


def knowledge_now(k: Knowledge, lines: Sequence[Correction]) -> Knowledge:
    """The knowledge with its claims as these lines correct them, be its build older."""
    done = apply_corrections(tuple(lines), k.read, k.documents, k.topic)
    return replace(k, claims=done.claims, struck=done.struck, corrections=done.applied)


@dataclass(frozen=True)
class WrittenClaim:
    """The claim as a person wrote it in the panel; what was not asked is None."""

    question: str | None = None
    answer: str | None = None
    polarity: str | None = None
    condition: str | None = None
    scope: str | None = None
    subject: str | None = None

    def wish(self, was: Claim | None) -> Wish:
        """What of it differs from the claim, so that all else stays just as it was read."""
        q = was.qualifiers if was else None
        same = was is not None and self.question in (None, was.aspect)
        old = answer_of(was) if was and same else None
        on, within = q and q.condition, q and q.scope
        return Wish(
            aspect=self.question,
            value=None if self.answer == old else self.answer,
            polarity=self.polarity,
            condition=None if on and on.text == self.condition else self.condition,
            scope=None if within and within.text == self.scope else self.scope,
            subject=self.subject,
        )


def answer_of(claim: Claim) -> str:
    """The claim's answer, as a form holds it."""
    value = claim.value
    return (value.name or plain(value.text)) if value else ""


class Corrections:
    """Corrections by way of the pages, one after the other."""

    def __init__(self, live: Live) -> None:
        self._live, self._lock = live, Lock()

    def correct(self, asked: Asked) -> dict[str, Any]:
        """Add the lines of what a person says of a claim, or of words that were not read.

        Gives the lines' ids, to take them back, and the claim that now stands there. Raises
        `Refused`, with the text at fault where it is one.
        """
        act, who = asked.need("act"), _who(asked)
        with self._lock, _refusing():
            k, earlier = self._now()
            lines = self._lines(Correcting(k, who), act, asked)
            return self._add(k, earlier, lines)

    def take_back(self, asked: Asked) -> dict[str, Any]:
        """Take lines back, the last first; of a proposal that is to refuse it."""
        ids, who = asked.need("lines").split(), _who(asked)
        with self._lock, _refusing():
            k, earlier = self._now()
            there = {c.id: c for c in earlier}
            left = {c.id for c in left_standing(earlier)}
            lines = tuple(
                making.undone(there[id], who)
                for id in reversed(ids)
                if id in left or (id in there and there[id].kind is CorrectionKind.UNDO)
            )
            if left == {c.id for c in left_standing((*earlier, *lines))}:
                raise Refused(409, "There is nothing to take back.")
            return self._add(k, earlier, lines)

    def accept(self, asked: Asked) -> dict[str, Any]:
        """Make what a reader proposes a person's own."""
        id, who = asked.need("lines"), _who(asked)
        with self._lock, _refusing():
            k, earlier = self._now()
            return self._add(k, earlier, (accept(earlier, id, who),))

    def renew(self, asked: Asked) -> dict[str, Any]:
        """Say a correction again of its words as they stand now, in a sentence that changed."""
        id, who = asked.need("lines"), _who(asked)
        with self._lock, _refusing():
            k, earlier = self._now()
            there = {c.id: c for c in left_standing(earlier) if c.source in k.documents}
            if id not in there:
                raise Refused(409, WORDS_GONE)
            old = there[id]
            places = SourceText(k.documents[old.source])
            span = places.find(old.anchor).span
            if span is None:
                raise Refused(409, WORDS_GONE)
            anew = replace(old, anchor=places.anchor(span), by=who.by, when=who.when)
            return self._add(k, earlier, (making.undone(old, who), anew))

    def _now(self) -> tuple[Knowledge, tuple[Correction, ...]]:
        if self._live.now.knowledge is None:
            raise Refused(409, "Nothing is built yet.")
        lines = self._live.corrections()
        return knowledge_now(self._live.now.knowledge, lines), lines

    def _lines(self, correcting: Correcting, act: str, asked: Asked) -> making.Made:
        if act == "add":
            return self._added(correcting, asked)
        was = self._claim(correcting, asked.need("claim"))
        if act == CorrectionKind.RIGHT:
            return correcting.right(was.id)
        if act == CorrectionKind.NOT_A_CLAIM:
            return correcting.not_a_claim(was.id)
        if act not in OTHERWISE:
            raise Refused(400, "no such act")
        written = WrittenClaim(**{name: asked.texts[name] for name in OTHERWISE[act]})
        if act == CorrectionKind.OTHER_QUESTION:
            asked.need("question")
        check_fit(correcting.fitting, written, was)
        return correcting.otherwise(was.id, written.wish(was))

    def _claim(self, correcting: Correcting, id: str) -> Claim:
        try:
            return correcting.claim(id)
        except InputError as error:
            raise Refused(409, GONE) from error

    def _added(self, correcting: Correcting, asked: Asked) -> making.Made:
        source = asked.need("source")
        if source not in correcting.k.documents:
            raise Refused(409, "There is no such source any more.")
        written = WrittenClaim(**{name: asked.texts[name] for name in ASKS})
        asked.need("question")
        quote, around = asked.need("quote"), (asked.texts["before"], asked.texts["after"])
        span = located(correcting.places(source), quote, *around)
        check_fit(correcting.fitting, written, None)
        return correcting.add(source, span, written.wish(None))

    def _add(
        self, k: Knowledge, earlier: tuple[Correction, ...], lines: making.Made
    ) -> dict[str, Any]:
        append(self._live.readings, *lines)
        after = knowledge_now(k, (*earlier, *lines))
        ids = {c.id for c in lines}
        made = (a.claim for a in after.corrections if a.correction.id in ids and a.claim)
        says = SAYS[lines[-1].kind]
        return {"lines": [c.id for c in lines], "claim": next(made, None), "says": says}


def located(places: SourceText, quote: str, before: str = "", after: str = "") -> Span:
    """Where the words stand; of several places the one with the likest surroundings.

    Raises `Refused` where they don't, or in several places and nothing is around them.
    """
    try:
        if not before and not after:
            span = making.span_of(places, quote)
        else:
            found = places.find(Anchor(quote, before, after)).span
            span = found or making.span_of(places, quote)
    except InputError as error:
        raise Refused(409, line_of(error), "quote") from error
    if not any(b.start <= span.start and span.end <= b.end for b in places.document.blocks):
        raise Refused(409, "Mark words of one paragraph.", "quote")
    return span


def check_fit(fitting: Fitting, written: WrittenClaim, was: Claim | None) -> None:
    """Raises `Refused` that names the first text which does not fit."""
    question = written.question or (was.aspect if was else "")
    polarity = Polarity(written.polarity) if written.polarity in list(Polarity) else Polarity.AFFIRM
    wish = written.wish(was)
    for field, check in (
        ("question", lambda: fitting.aspect(question)),
        ("subject", lambda: fitting.subject(wish.subject or "")),
        (
            "answer",
            lambda: (
                wish.value is not None
                and fitting.value(fitting.aspect(question), polarity, wish.value)
            ),
        ),
        ("scope", lambda: wish.scope and fitting.scope(wish.scope)),
    ):
        _held(field, check)


def _held(field: str, check: Callable[[], object]) -> None:
    try:
        check()
    except InputError as error:
        raise Refused(409, line_of(error), field) from error


def line_of(error: Exception) -> str:
    """The mistake in words, without what only a terminal needs."""
    return text.sentence(_LED.sub("", str(error)))


@contextmanager
def _refusing() -> Iterator[None]:
    """What can't be done is refused with its line."""
    try:
        yield
    except (InputError, OSError) as error:
        raise Refused(409, line_of(error)) from error


def _who(asked: Asked) -> Corrector:
    note = plain(asked.texts.get("note", "")) or None
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
    return Corrector(plain(asked.need("by")), now, note)
