"""The values of a check: codes, passages, findings, and a draft that was checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from extract.document.places import Place, Places
from extract.model import Document, Span
from kb.text import titled


class Severity(StrEnum):
    """How much a finding matters, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One code: the word for it, its severity, and what it means in a sentence."""

    code: str
    word: str
    severity: Severity
    means: str

    @property
    def verdict(self) -> str:
        """The word as people write it."""
        return self.word.replace("-", " ")


CONTRADICTED = CheckRule(
    "KB501", "contradicted", Severity.ERROR, "Sources exclude it, and none says the same."
)
DISPUTED = CheckRule(
    "KB502",
    "disputed",
    Severity.WARNING,
    "Sources are split, and the draft takes a side as if it were settled.",
)
STRONGER = CheckRule(
    "KB503", "stronger", Severity.WARNING, "The draft says more than its sources do."
)
UNSUPPORTED = CheckRule("KB504", "unsupported", Severity.INFO, "No source says it.")
SUPPORTED = CheckRule("KB505", "supported", Severity.INFO, "Sources say the same.")
SELF_CONTRADICTED = CheckRule(
    "KB506", "self-contradicted", Severity.ERROR, "The draft contradicts itself."
)
IN_TENSION = CheckRule(
    "KB507",
    "in-tension",
    Severity.WARNING,
    "Sources differ from it without excluding it, and none says the same.",
)
NO_REASON = CheckRule(
    "KB508", "ignored-without-reason", Severity.WARNING, "A kb-ignore comment gives no reason."
)
NOTHING_IGNORED = CheckRule(
    "KB509", "unused", Severity.INFO, "A kb-ignore comment has nothing to ignore."
)
SKIPPED = CheckRule(
    "KB510", "skipped", Severity.INFO, "It looks like no part of the text and was not read."
)

WITH_TENSION = CheckRule(
    "KB511",
    "supported-with-tension",
    Severity.WARNING,
    "Sources say the same, and sources pull apart from it.",
)
UNSOURCED = CheckRule(
    "KB512",
    "unsupported",
    Severity.WARNING,
    "No source says it, and the topic file asks for a source here.",
)
NEEDS_PROOF = CheckRule(
    "KB513", "needs-proof", Severity.WARNING, "Words that need proof in any topic, and none plain."
)
NOT_UNDERSTOOD = CheckRule(
    "KB514", "not-understood", Severity.INFO, "It looks like a claim and could not be read as one."
)
LEFT_OPEN = CheckRule(
    "KB515",
    "supported-with-tension",
    Severity.INFO,
    "Sources say the same and sources differ from it; the draft itself leaves it open.",
)

RULES = {
    rule.code: rule
    for rule in (
        *(CONTRADICTED, DISPUTED, STRONGER, UNSUPPORTED, SUPPORTED, SELF_CONTRADICTED),
        *(IN_TENSION, NO_REASON, NOTHING_IGNORED, SKIPPED, WITH_TENSION, UNSOURCED),
        *(NEEDS_PROOF, NOT_UNDERSTOOD, LEFT_OPEN),
    )
}
WORST_FIRST = (
    *(CONTRADICTED, SELF_CONTRADICTED, DISPUTED, IN_TENSION, STRONGER, WITH_TENSION),
    *(UNSOURCED, NEEDS_PROOF, NO_REASON, LEFT_OPEN, UNSUPPORTED, NOT_UNDERSTOOD, SUPPORTED),
    *(NOTHING_IGNORED, SKIPPED),
)
"""The rules, the one that matters most first."""


@dataclass(frozen=True, slots=True)
class DraftPassage:
    """A passage set beside the draft: whose it is, its words, and what they come to.

    `why` is the ladder's sentence, None where the passage agrees. `source` is None for a
    passage of the draft itself, which `start` then finds. `claim` is the source's claim, by
    which its page marks the passage, and `paragraph` the number of its paragraph there.
    """

    source: str | None
    title: str
    quote: str
    start: int
    says: str
    why: str | None = None
    conflict: str | None = None
    claim: str | None = None
    paragraph: int | None = None

    @property
    def called(self) -> str:
        """Its source as a line names it."""
        return self.title if self.source is None else titled(self.title)


def first_of_each(passages: Iterable[DraftPassage]) -> list[DraftPassage]:
    """The first passage of each source."""
    first: dict[str, DraftPassage] = {}
    for passage in passages:
        first.setdefault(passage.title, passage)
    return list(first.values())


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """How one statement of a draft stands to the sources. Offsets are into the draft's text.

    `against` has the strongest counter-passage first. `fair` is a sentence that could be
    published instead, if there is something to mend, and `basis` the titles of the sources that
    it rests on. `fingerprint` tells the same finding again after the text around it has changed.
    `place` is given where the finding is about something that is no part of the text. `folded`
    are lesser findings on the same statement.
    """

    rule: CheckRule
    aspect: str
    start: int
    end: int
    sentence: Span
    says: str
    message: str
    fingerprint: str
    against: tuple[DraftPassage, ...] = ()
    agree: tuple[DraftPassage, ...] = ()
    fair: str | None = None
    place: Place | None = None
    basis: tuple[str, ...] = ()
    folded: tuple["DraftFinding", ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What became of a draft's sentences: `verdicts` counts its claims by verdict, worst first."""

    sentences: int = 0
    claims: int = 0
    verdicts: tuple[tuple[str, int], ...] = ()
    not_understood: int = 0


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that a comment in the draft lets pass, with the reason it gives."""

    finding: DraftFinding
    reason: str


@dataclass(frozen=True)
class Checked:
    """One draft with its findings in the order of the text.

    `findings` are those that are shown and count; `known` were accepted by the baseline.
    `account` speaks of the whole draft, whatever is shown of it.
    """

    name: str
    document: Document
    findings: tuple[DraftFinding, ...]
    places: Places
    ignored: tuple[Ignored, ...] = ()
    known: tuple[DraftFinding, ...] = ()
    account: Account = Account()

    def place(self, finding: DraftFinding) -> Place:
        """Where a finding begins in the person's file."""
        return finding.place or self.places.of(finding.start)

    def where(self, passage: DraftPassage) -> str:
        """Where a passage stands: in the draft itself, or in its source; "" if nobody knows."""
        if passage.source is None:
            return str(self.places.of(passage.start))
        return "" if passage.paragraph is None else f"paragraph {passage.paragraph}"

    def quote(self, finding: DraftFinding) -> str:
        """The draft's words that a finding is about."""
        return self.document.text[finding.start : finding.end]
