"""Yes or no: the longest phrase decides."""

from collections.abc import Iterator

from extract.reading.kinds.base import (
    Candidate,
    Found,
    Here,
    longest,
    saying_of,
)
from extract.topic.schema import Aspect


def read(aspect: Aspect, found: Found, at: Here) -> Iterator[Candidate]:
    """The candidates of this kind in one clause."""
    says, denies = longest(found.says), longest(found.denies)
    if denies and (not says or denies.slots >= says.slots):
        yield Candidate(aspect, denies.token_indices, saying_of(denies).phrase, denies=True)
    elif says:
        yield Candidate(aspect, says.token_indices, saying_of(says).phrase)
