"""Questions with short answers: "Does it hurt? Not at all." gives a claim."""

from collections.abc import Sequence

from extract.candidates import Candidate
from extract.grammar import cues
from extract.grammar.tree import Tree
from extract.model import Certainty, Polarity
from extract.reading import Reading
from extract.topic.schema import Aspect, Kind

OPENERS = frozenset(
    "is are was were do does did can could will would should has have may might must".split()
)
_NOT_ANSWER = 8  # tokens of the longest answer that opens with "not"
_NEEDS_VALUE = frozenset({Kind.QUANTITY, Kind.CHOICE})


def answer(tree: Tree, first: int, last: int) -> bool | None:
    """Yes or no, if the sentence opens so; `None` if it is no short answer."""
    opening = tree[first].lower
    if opening in cues.NO_WORDS or (opening == "not" and last - first <= _NOT_ANSWER):
        return False
    return True if opening in cues.YES_WORDS else None


def proposal(proposed: Sequence[Candidate], asked: Sequence[Aspect]) -> Candidate | None:
    """What the question proposes: its best candidate, or else a yes/no aspect it raises."""
    usable = [c for c in proposed if _answerable(c)]
    if usable:
        return max(usable, key=lambda c: len(c.anchors))
    plain = [a for a in asked if a.kind is Kind.YESNO]
    return Candidate(plain[0], (), plain[0].id) if plain else None


def _answerable(candidate: Candidate) -> bool:
    if candidate.aspect.kind is Kind.ADVICE or candidate.counts_cases:
        return False
    return candidate.value is not None or candidate.aspect.kind not in _NEEDS_VALUE


def answered(question: Candidate, yes: bool) -> Reading:
    """The reading that a yes or a no makes of the question."""
    affirmed = yes != question.denies
    return Reading(
        polarity=Polarity.AFFIRM if affirmed else Polarity.DENY,
        value=question.value,
        certainty=Certainty.ASSERTED,
        quantifier=None,
        condition=None,
        scope=None,
        attribution=None,
        degree=None,
        presupposed=False,
        why=(),
    )
