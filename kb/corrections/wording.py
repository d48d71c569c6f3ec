"""Corrections in plain words: who said what of which claim, and what became of it."""

from collections.abc import Iterator

from extract.model import SELF, Polarity, Scope, ValueKind
from kb.corrections.model import AppliedCorrection, Correction, CorrectionKind, CorrectionState
from kb.corrections.model import Statement as Said
from kb.reconcile.labels import case_words, unnamed
from kb.text import labelled, plain

SAYS = {
    CorrectionKind.NOT_A_CLAIM: "not a claim",
    CorrectionKind.OTHER_QUESTION: "answers another question",
    CorrectionKind.OTHER_VALUE: "says something else",
    CorrectionKind.ONLY_WITH: "holds only so far",
    CorrectionKind.ADD: "a claim that was not read",
    CorrectionKind.RIGHT: "read right",
    CorrectionKind.UNDO: "taken back",
}
STATES = {
    CorrectionState.HOLDS: "in effect",
    CorrectionState.MOOT: "the program reads it so by itself",
    CorrectionState.CHANGED: "up for review",
    CorrectionState.LOST: "up for review",
    CorrectionState.PROPOSED: "proposed",
}


def stated(statement: Said) -> str:
    """A statement in words: "lifetime: not 5 years, if kept dry"."""
    q, value = statement.qualifiers, statement.value
    no = statement.polarity is Polarity.DENY
    if value is None:
        said = "no" if no else "yes"
    else:
        named = value.kind is not ValueKind.QUANTITY and value.name
        said = f"{'not ' if no else ''}{named or value.text}"
    about = "" if statement.subject == SELF else f" ({statement.subject})"
    limits = [f"if {_bare(q.condition.text)}"] if q.condition else []
    limits += [_limit(q.scope)] if q.scope else []
    return plain(", ".join([f"{statement.aspect}{about}: {said}", *limits]))


def _limit(scope: Scope) -> str:
    return case_words(scope) if unnamed(scope) else f"for {scope.text}"


def _bare(condition: str) -> str:
    return condition.removeprefix("if ").removeprefix("If ")


def headline(correction: Correction) -> str:
    """Who said what, when and why."""
    who = f"reader {correction.reader}" if correction.proposed else correction.by
    why = f": {correction.note}" if correction.note else ""
    return plain(f"{who}: {SAYS[correction.kind]} · {correction.when[:10]}{why}")


def lines_of(correction: Correction) -> Iterator[str]:
    """The words it is about, what was read in them, and what stands instead."""
    yield f"{correction.source}: “{' '.join(correction.anchor.quote.split())}”"
    was, states = correction.was, correction.states
    if was and states and was != states:
        yield f"{labelled(stated(was))} → {labelled(stated(states))}"
    elif was or states:
        yield labelled(stated(states or was or Said("")))


def outcome(applied: AppliedCorrection) -> str:
    """What became of it, in a few words."""
    told = STATES[applied.state]
    if applied.reason and applied.state is not CorrectionState.MOOT:
        told = f"{told}: {applied.reason}"
    return f"{told}; now “{applied.nearest}”" if applied.nearest else told
