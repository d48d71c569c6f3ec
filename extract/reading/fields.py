"""From what a clause may claim to what it claims: each field by its resolver."""

from dataclasses import replace

from extract.grammar.cues import ABLE_AUX
from extract.model import Certainty, Polarity, Qualifiers, Reason, Value, ValueKind
from extract.quantity import bounded_above
from extract.reading.candidates import Surroundings
from extract.reading.certain import ATTRIBUTION, CERTAINTY, CONDITION, QUANTIFIER, hedged
from extract.reading.degree import DEGREE
from extract.reading.grade import grade
from extract.reading.limits import SCOPE
from extract.reading.polarity import sign
from extract.reading.presupposed import STANDING
from extract.reading.resolver import Outcome, Resolved, case_of
from extract.reading.spoken import Spoken
from extract.reading.subject import Mentions
from extract.value import value


@value
class Reading:
    """What a claim will hold, but for its place and its subject; and how each was decided."""

    polarity: Polarity
    value: Value | None
    qualifiers: Qualifiers
    why: tuple[Resolved[object], ...]


def read(at: Spoken, mentions: Mentions, around: Surroundings) -> Reading:
    """The reading of one candidate in its clause, which is read with `around`."""
    signed, graded = sign(at), grade(at)
    case = case_of(at, mentions, around, signed)
    sure, count, on, within = CERTAINTY(case), QUANTIFIER(case), CONDITION(case), SCOPE(case)
    who, degree, standing = ATTRIBUTION(case), DEGREE(case), STANDING(case)
    said: Outcome[object] = Outcome(signed.polarity, signed.cue)
    why = (
        Resolved("polarity", signed.polarity, "", said),
        *(sure, count, on, within, who, degree, standing),
        Resolved("grade", graded.grade, graded.rule, Outcome(graded.grade, graded.cue)),
    )
    qualifiers = Qualifiers(
        certainty=sure.value,
        quantifier=count.value,
        condition=on.value,
        scope=within.value,
        attribution=who.value,
        degree=degree.value,
        standing=standing.value,
        grade=graded.grade,
    )
    value = _bounded(signed.value, sure.found_by(hedged.__name__))
    return Reading(signed.polarity, value, qualifiers, why)


def reasons(reading: Reading, offset: int) -> tuple[Reason, ...]:
    """The decisions that a word led to, with their places in the document."""
    decided = [resolved for resolved in reading.why if resolved.outcome is not None]
    found = [resolved.reason(offset) for resolved in decided]
    return tuple([reason for reason in found if reason is not None])


def _bounded(value: Value | None, hedge: Outcome[Certainty] | None) -> Value | None:
    """ "Can last five years": five at most."""
    if value is None or value.kind is not ValueKind.QUANTITY or value.quantity is None:
        return value
    if value.quantity.vague or value.quantity.endless or value.name is not None:
        return value
    if hedge is None or hedge.cue is None or hedge.value is not Certainty.POSSIBLE:
        return value
    able = hedge.cue.lower in ABLE_AUX
    return replace(value, quantity=bounded_above(value.quantity)) if able else value
