"""Whether one position backs another, and how strongly each is put."""

import re
from collections.abc import Callable

from extract.model import Certainty, Claim, Polarity, Quantifier
from extract.topic.schema import Aspect, Kind
from kb.model import Position
from kb.reconcile.kinds import Judge, Relation
from kb.reconcile.kinds.base import QUALIFIED
from kb.reconcile.ladder import denies_every_case, partial
from kb.reconcile.reasons import ReasonCode

# How strongly a position is put, from "may" to "never".
HEDGED, CONDITIONAL, USUAL, PLAIN, ABSOLUTE = range(5)

# Words that allow no exception, near what they are said of. A superlative promises more than
# the plain word does.
_ABSOLUTE = re.compile(
    r"\b(?:always|never|guarantee[ds]?|guaranteeing|certainly|definitely|completely|entirely"
    r"|totally|absolutely|perfectly|invariably|undoubtedly|whatsoever|without exception"
    r"|100\s?%|100 per ?cent)(?!\w)",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(r"\b(?:most|best)\b|\b\w{3,}est\b", re.IGNORECASE)
_NEAR = 16  # characters
# Why two amounts that are not the same say the same all the same.
_FITTING = (ReasonCode.ROUNDING, ReasonCode.VAGUE_FITS, ReasonCode.NAMED_AMOUNT)


def force(position: Position) -> int:
    """How strongly a position is put, leaving its wording aside."""
    if partial(position):
        return HEDGED
    q = position.qualifiers
    if q.condition is not None or q.degree is not None:
        return CONDITIONAL
    if q.certainty is Certainty.USUAL or q.quantifier is Quantifier.MOST:
        return USUAL
    everyone = q.quantifier in (Quantifier.ALL, Quantifier.NONE)
    return ABSOLUTE if everyone or denies_every_case(position) else PLAIN


def force_of(
    claim: Claim, position: Position, own: Callable[[str], bool] = lambda word: False
) -> int:
    """How strongly a claim is put, with regard to its words ("guaranteed", "the safest").

    `own` knows the words of the question itself: a superlative among them raises nothing.
    """
    plain = force(position)
    return ABSOLUTE if plain == PLAIN and _without_limit(_words(claim), own) else plain


def _without_limit(words: str, own: Callable[[str], bool]) -> bool:
    raised = (m[0].lower() for m in _SUPERLATIVE.finditer(words))
    return bool(_ABSOLUTE.search(words)) or not all(map(own, raised))


def _words(claim: Claim) -> str:
    """The words that raise the aspect, with those right before and after them."""
    said = next((r for r in claim.why if r.field == "aspect"), None)
    if said is None:
        return claim.quote
    first, last = said.start - claim.start - _NEAR, said.end - claim.start + _NEAR
    return claim.quote[max(0, first) : max(0, last)]


def says_more(own: int, theirs: int) -> bool:
    """Whether the one is put more strongly than the other, by more than a shade.

    Usual counts as asserted, except against what allows no exception.
    """
    return own >= PLAIN and theirs < (ABSOLUTE if own == ABSOLUTE else USUAL)


def backs(p: Position, q: Position, aspect: Aspect, judge: Judge) -> bool:
    """Whether who says q says p too."""
    if p.id == q.id:
        return not q.qualifiers.reported
    if not _alike(p, q) or _apart(p, q, judge) or _by_degree(p, q):
        return False
    if aspect.kind is Kind.QUANTITY:
        within = judge.narrower(p, q) and not _bound(q) and _as_exact(p, q)
        return judge.narrower(q, p) or within or _fits(p, q, judge)
    if aspect.kind is Kind.ALL_OF and p.polarity is Polarity.AFFIRM:
        everybody = p.value is None and _of_all(p)
        return judge.narrower(p, q) and (not everybody or _of_all(q))
    if aspect.kind is Kind.ADVICE:
        return judge.narrower(p, q) or judge.narrower(q, p)
    return judge.narrower(q, p)


def falls_short(p: Position, q: Position, aspect: Aspect, judge: Judge) -> bool:
    """Whether q is only a part of what p says: women of everyone, a little pain of pain."""
    if not _alike(p, q) or _apart(p, q, judge):
        return False
    if _by_degree(p, q):
        return judge.narrower(q, p)
    if aspect.kind is Kind.ALL_OF:
        return p.polarity is Polarity.AFFIRM and judge.narrower(q, p)
    if aspect.kind is Kind.ADVICE:
        return _same_act(p, q)
    return aspect.kind is Kind.ANY_OF and p.polarity is Polarity.DENY and judge.narrower(p, q)


def _alike(p: Position, q: Position) -> bool:
    """Of one aspect, subject and polarity, and said by the source itself."""
    same = (p.aspect, p.subject, p.polarity) == (q.aspect, q.subject, q.polarity)
    return same and not q.qualifiers.reported


def _same_act(p: Position, q: Position) -> bool:
    """One act, told for another time, but not before where the other is after."""
    if p.value is None or q.value is None or p.value.name != q.value.name:
        return False
    return p.value.phase is q.value.phase or None in (p.value.phase, q.value.phase)


def _as_exact(p: Position, q: Position) -> bool:
    """Whether who gives p names no figures, or q names some: "years" says nothing of ten."""
    return not _figures(p) or _figures(q)


def _figures(p: Position) -> bool:
    quantity = p.value.quantity if p.value else None
    if quantity is None or quantity.vague:
        return False
    return quantity.low is not None or quantity.high is not None


def _of_all(p: Position) -> bool:
    return p.qualifiers.quantifier is Quantifier.ALL


def _by_degree(p: Position, q: Position) -> bool:
    """Whether q says it only by a degree: less painful, hardly any pain."""
    own, theirs = p.qualifiers.degree, q.qualifiers.degree
    return theirs in QUALIFIED and theirs is not own


def _apart(p: Position, q: Position, judge: Judge) -> bool:
    finding = judge.judge(p, q)
    return finding is not None and finding.relation is not Relation.COMPATIBLE


def _fits(p: Position, q: Position, judge: Judge) -> bool:
    finding = judge.judge(p, q)
    return finding is not None and finding.reason in _FITTING and _as_exact(p, q)


def _bound(q: Position) -> bool:
    """Whether it only says how much at least, or at most."""
    quantity = q.value.quantity if q.value else None
    return quantity is not None and (not quantity.low) is not (quantity.high is None)
