"""Whether a candidate is affirmed or denied, of what value, and to what degree."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.grammar import cues
from extract.grammar.negation import Negation, negated
from extract.model import Degree, Polarity, Quantity, Value
from extract.parse import Token
from extract.quantity import complement
from extract.reading.spoken import Spoken

_ENOUGH = frozenset({"enough", "suffice", "sufficient"})


@dataclass(frozen=True, slots=True)
class Sign:
    """The polarity with the value as the negation leaves it, and the word that denies."""

    polarity: Polarity
    value: Value | None
    degree: Degree | None = None
    cue: Token | None = None


def sign(at: Spoken) -> Sign:
    """What the negations that reach the candidate make of it; "not three" is another number."""
    candidate, value = at.candidate, at.candidate.value
    if candidate.polarity is not None:
        return Sign(candidate.polarity, value, None, candidate.cue)
    reaching = _reaching(at)
    denied = (len(reaching) % 2 == 1) != candidate.denies
    cue = candidate.cue or (at.tree[reaching[0].cue] if reaching else None)
    if denied and value is not None:
        turned = _turned(at, value, reaching)
        if turned is not None:
            return Sign(Polarity.AFFIRM, replace(value, quantity=turned), None, cue)
    degree = next((n.degree for n in reaching if n.degree is not None), None)
    if denied and candidate.restricted:
        degree = Degree.PARTIAL_DENIAL
    return Sign(Polarity.DENY if denied else Polarity.AFFIRM, value, degree, cue)


def _reaching(at: Spoken) -> Sequence[Negation]:
    reaching = negated(at.negs, (*at.candidate.anchors, *at.candidate.support))
    if not reaching and at.clause.subject in at.candidate.anchors and _exists(at):
        return negated(at.negs, [at.clause.head])
    return reaching


def _exists(at: Spoken) -> bool:
    """Whether the predicate says that its subject is there or needed: "pain does not occur"."""
    head = at.tree[at.clause.head]
    return bool({head.lemma, head.lower} & cues.OCCURRING)


def _turned(at: Spoken, value: Value, reaching: Sequence[Negation]) -> Quantity | None:
    """What is left of a number that is denied; None where it is no number, or nothing is left."""
    if value.quantity is None or value.name is not None:
        return None
    if any(at.tree[n].lemma in _ENOUGH for c in reaching for n in c.scope):
        return _more_than(value.quantity)
    return complement(value.quantity)


def _more_than(q: Quantity) -> Quantity | None:
    """ "One is never enough": more than one."""
    most = q.high if q.high is not None else q.low
    return None if most is None else Quantity(q.unit, low=most, low_open=True)
