"""What goes to another reader and what comes back.

A reader gets one JSON request and answers in JSON Lines; `docs/readers-of-your-own.md` is the
contract. Nothing that it says is believed: a claim needs its words in the text.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from extract.errors import InputError
from extract.model import Span
from kb.corrections.model import Statement

Row = dict[str, Any]


class ReaderFailed(InputError):
    """A reader that gave no answer; `str` says why and what to do."""

    def __init__(self, line: str) -> None:
        super().__init__(line, "KB702")


class SpentError(Exception):
    """No more requests may be made: `--max-requests` is reached."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which reader it is: its name, and all that its answers depend on."""

    name: str
    depends: tuple[str, ...] = ()


class Reader(Protocol):
    """Anything that answers a request.

    `size` is how many characters of a text it is given at once, `None` for all of them.
    """

    @property
    def identity(self) -> Identity:
        """Which reader it is."""

    @property
    def size(self) -> int | None:
        """The most characters of text in one request."""

    def read(self, request: Row) -> str:
        """The claims in a request's text, as JSON Lines. Raises `ReaderFailed` for no answer."""

    def weigh(self, request: Row) -> Row:
        """Whether a dispute stands: `{"answer", "reason"}`. Raises `ReaderFailed`."""


class RefusalReason(StrEnum):
    """Why a claim of another reader is refused."""

    BROKEN = "broken"
    NOT_THERE = "not-there"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    NO_QUESTION = "no-question"
    NO_FIT = "no-fit"
    REPEATED = "repeated"
    TOO_MANY = "too-many"


REFUSED = {
    RefusalReason.BROKEN: "not a line of JSON with a claim in it",
    RefusalReason.NOT_THERE: "its quote does not stand in the text",
    RefusalReason.TOO_SHORT: "its quote is too short to say anything",
    RefusalReason.TOO_LONG: "its quote is longer than a statement",
    RefusalReason.NO_QUESTION: "the topic file asks no such question",
    RefusalReason.NO_FIT: "its answer does not fit the question",
    RefusalReason.REPEATED: "the same claim was given twice",
    RefusalReason.TOO_MANY: "more claims than a text can hold",
}
"""The reasons in words for people."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A claim that was accepted: its place in the document, and whether its quote was mended."""

    place: Span
    quote: str
    statement: Statement
    mended: bool = False


@dataclass(frozen=True, slots=True)
class RefusedClaim:
    """A claim that was refused: its line, shortened, the reason, and the reason in full."""

    line: str
    reason: RefusalReason
    why: str


@dataclass(frozen=True, slots=True)
class Sifted:
    """What became of a reader's answer to one request."""

    proposed: tuple[Proposed, ...] = ()
    refused: tuple[RefusedClaim, ...] = ()
