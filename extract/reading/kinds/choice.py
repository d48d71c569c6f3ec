"""Choice: the options that are named."""

from collections.abc import Iterator

from extract.model import Value, ValueKind
from extract.reading.kinds.base import (
    Candidate,
    Found,
    Here,
    answers,
    raising,
    saying_of,
)
from extract.rules import Role
from extract.topic.schema import Aspect


def read(aspect: Aspect, found: Found, at: Here) -> Iterator[Candidate]:
    """The candidates of this kind in one clause."""
    raised = bool(found.says) or at.lends(aspect)
    for match in answers(found, raised):
        key = saying_of(match)
        value = Value(ValueKind.OPTION, at.text(match.token_indices), key.answer)
        base = raising(found) if key.role is Role.ANSWER_WORDS else ()
        words = tuple(sorted({*base, *match.token_indices}))
        yield Candidate(aspect, words, key.phrase, value, lent=not base and not found.says)
