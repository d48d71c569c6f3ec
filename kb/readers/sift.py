"""Holds what a reader says against the text and the questions; nothing else makes it a claim."""

from collections.abc import Iterator
from typing import Any

from extract.errors import InputError
from extract.model import BlockKind, Document, Span
from kb.corrections.fit import Fitting
from kb.corrections.model import Statement
from kb.readers.model import REFUSED, Proposed, RefusalReason, RefusedClaim, Row, Sifted
from kb.readers.quotes import QuotePlace, Quotes
from kb.store.lines import object_of
from kb.text import plain

MOST = 2_000  # claims in one text
SHORTEST, LONGEST = 4, 600  # characters of a quote
SHOWN = 160
TEXTS = ("quote", "question", "polarity", "value", "condition", "scope", "subject")
_NEEDED = ("quote", "question", "polarity")


class _NoClaimError(Exception):
    """Why a line makes no claim."""

    def __init__(self, reason: RefusalReason, why: str = "") -> None:
        super().__init__(why or REFUSED[reason])
        self.reason = reason


def sift(
    answer: str, document: Document, fitting: Fitting, start: int = 0, end: int | None = None
) -> Sifted:
    """What becomes of each line of an answer on the document's text from `start` to `end`."""
    proposed: dict[Any, Proposed] = {}
    refused: list[RefusedClaim] = []
    text = Quotes(document.text[start:end])
    for number, line in enumerate(_lines(answer), 1):
        try:
            if number > MOST:
                raise _NoClaimError(RefusalReason.TOO_MANY)
            made = _claim(_row(line), document, text, start, fitting)
            key = (made.place, made.statement.core)
            if key in proposed:
                raise _NoClaimError(RefusalReason.REPEATED)
            proposed[key] = made
        except _NoClaimError as error:
            refused.append(RefusedClaim(_short(line), error.reason, _short(str(error))))
            if error.reason is RefusalReason.TOO_MANY:
                break
    ordered = sorted(proposed.values(), key=lambda p: (p.place, p.statement.aspect))
    return Sifted(tuple(ordered), tuple(refused))


def _lines(answer: str) -> Iterator[str]:
    return (line for line in answer.split("\n") if line.strip())


def _short(text: str) -> str:
    folded = plain(" ".join(text.split()))
    return folded if len(folded) <= SHOWN else folded[: SHOWN - 1] + "…"


def _row(line: str) -> Row:
    """The line's fields; those that are missing are empty."""
    try:
        row = object_of(line)
    except ValueError as error:
        raise _NoClaimError(RefusalReason.BROKEN, str(error).partition(";")[0]) from None
    said = {key: _text(key, row.get(key)) for key in TEXTS}
    for key in _NEEDED:
        if not said[key].strip():
            raise _NoClaimError(RefusalReason.BROKEN, f"{key} is missing")
    return said


def _text(key: str, value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool) and key == "value":
        return f"{value:g}"
    if not isinstance(value, str | None):
        raise _NoClaimError(RefusalReason.BROKEN, f"{key} must be text")
    return value or ""


def _claim(row: Row, document: Document, text: Quotes, start: int, fitting: Fitting) -> Proposed:
    (first, last), mended = _place(row["quote"], text)
    place = Span(start + first, start + last)
    if _apart(document, place):
        raise _NoClaimError(RefusalReason.TOO_LONG, "its quote runs over several paragraphs")
    quote = document.text[place.start : place.end]
    return Proposed(place, quote, _statement(row, fitting), mended)


def _place(quote: str, text: Quotes) -> QuotePlace:
    if sum(map(str.isalnum, quote)) < SHORTEST:
        raise _NoClaimError(RefusalReason.TOO_SHORT)
    if len(quote) > LONGEST:
        raise _NoClaimError(RefusalReason.TOO_LONG, f"its quote is over {LONGEST} characters")
    found = text.find(quote)
    if found is None:
        raise _NoClaimError(RefusalReason.NOT_THERE)
    return found


def _apart(document: Document, place: Span) -> bool:
    """Whether the quote is not within one block that is read."""
    read = (b for b in document.blocks if b.kind is not BlockKind.FURNITURE)
    return not any(b.start <= place.start and place.end <= b.end for b in read)


def _statement(row: Row, fitting: Fitting) -> Statement:
    question = row["question"].strip()
    if question not in fitting.rules.aspects:
        raise _NoClaimError(RefusalReason.NO_QUESTION, f"there is no question {question}")
    parts = (row[key] for key in ("value", "condition", "scope", "subject"))
    try:
        return fitting.statement(question, row["polarity"].strip().lower(), *parts)
    except InputError as error:
        why = str(error).removeprefix(f"{error.code} ")
        raise _NoClaimError(RefusalReason.NO_FIT, why) from None
