"""One line for every pair, near misses included, that names the values and quotes the cues.

Each reason has its line, a row of `SENTENCES`; without one this module cannot be imported.
{a} is the side it speaks of first, {b} the other, {cue} the words in the first side's passage
that decided, {question} the aspect's. No word of a topic is in here: labels come from the topic
file. They are the program's words and stand in brackets; in quotation marks stands only what is
in the passage, letter by letter.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from extract.grammar.conditions import ONE_CASE
from extract.model import SELF, Certainty, Claim
from extract.topic.schema import Aspect, Topic
from kb.model import Position
from kb.reconcile.labels import case_words, lower_first
from kb.reconcile.ladder import Step
from kb.reconcile.reasons import ReasonCode as R
from kb.text import labelled

SAYS = "One says {a}, the other {b}"
BUT = SAYS + ", but the first "
APART = ": {apart}."
BOTH_CAN_BE = "they differ, and both can still be true"

SENTENCES: dict[R, str] = {
    R.OTHER_SUBJECT: "{a} is said of {subject_a}, {b} of {subject_b}: each can be so.",
    R.OTHER_SCOPE: "{a} and {b} are about different cases ({scope_a}; {scope_b}).",
    R.REPORTED: "{a} is only reported ({cue}), so the source does not set it against {b}.",
    R.ONE_SENTENCE: "One sentence says both {a} and {b}, so its author sees no clash.",
    R.TIE_PARTLY_DENIED: "{a} and {b} leave room for each other: one is denied only in part.",
    R.PARTLY_DENIED: "{cue} is no plain denial: {a} leaves room for {b}.",
    R.TOGETHER: "{a} and {b} go together.",
    R.OTHER_PARTS: "Without {part} there are other ways for {b} to be true.",
    R.EXCEPTIONS: "{a} names an exception, and {b} leaves room for exceptions.",
    R.NAMED_AMOUNT: "{a} names no figure, and {b} is one way of being so.",
    R.VAGUE_FITS: "{a} gives no exact figure, and {b} fits it.",
    R.TWO_BOUNDS: "{a} and {b} bound it from two sides, and there are amounts between them.",
    R.NESTED: "{a} and {b} can both be right: one range lies within the other.",
    R.ROUNDING: "{a} and {b} come to the same amount, give or take rounding.",
    R.OTHER_AMOUNTS: "{a} rules out only a part of what {b} allows.",
    R.OTHER_TIME: "{a} and {b} are meant for different times, so both can be done.",
    R.OTHER_DAYS: "{a} and {b} are meant for different days, so both can be done.",
    R.LATER_ON: "{a} begins on a later day, and {b}, without a time, speaks of the first days.",
    R.WINDOW_GIVEN: "{a} and {b} give the same advice; only one says for how long.",
    R.BOTH_PARTIAL: "{a} and {b} both speak of some cases only: each can come true.",
    R.MOST_AND_SOME: "{a} speaks of a few cases, and {b} leaves room for exceptions.",
    R.OWN_CONDITIONS: "{a} and {b} each hold under a condition of their own.",
    R.SOFT_TIE: "{a} is said with reserve, so it leaves room for {b}.",
    R.CONDITION_AND_SOME: "{a} holds under its condition, {b} only in some cases: both can be so.",
    R.PRESUPPOSED: BUT + "is only implied there" + APART,
    R.DEGREE: BUT + "speaks of a degree" + APART,
    R.ONE_CASE: BUT + "is about {case_a}" + APART,
    R.ROW: BUT + "is about one of several cases that its text lists ({scope_a})" + APART,
    R.SUBTYPE: BUT + "is about one of several kinds that its text tells apart ({scope_a})" + APART,
    R.POPULATION: BUT + "is about some people only ({scope_a})" + APART,
    R.HEDGED: BUT + "is hedged ({cue})" + APART,
    R.CONDITIONAL: BUT + "holds only under its condition" + APART,
    R.LIMITED: BUT + "speaks of one time only ({scope_a})" + APART,
    R.LOOSE: SAYS + ": a contradiction if both are meant so, but {a} is not said outright there.",
    R.NOT_QUITE: "{a} stops short of a plain denial, yet it leaves no room for {b} as it "
    "stands: they differ by a degree.",
    R.HALF_DENIED: "{a} leaves a part standing that {b} denies altogether.",
    R.ALL_OR_MOST: SAYS + ": most is not all.",
    R.NEIGHBOURS: SAYS + ": they lie next to each other and differ by a degree.",
    R.ENDLESS_OR_LONGER: SAYS + ": a lower bound hints at an end that the first rules out.",
    R.VAGUE_UNITS: SAYS + ": they are not of the same order.",
    R.OVERLAP: SAYS + ": the two overlap only in part.",
    R.TOUCH: SAYS + ": the two meet only at one end.",
    R.LEAST: SAYS + ": they differ in how little is enough.",
    R.MOST: SAYS + ": they differ in how much is possible.",
    R.TIME_UNSAID: SAYS + ": only one says when, so they may meet.",
    R.STARTS_DIFFER: SAYS + ": they allow it from different days on.",
    R.ENDS_DIFFER: SAYS + ": they end at different times.",
    R.YES_AND_NO: "{question} One answers {a}, the other {b}: it cannot be both.",
    R.ARGUABLE: SAYS + ": not everybody counts the one among the other.",
    R.NONE_OF_THEM: SAYS + ": what is ruled out altogether cannot occur.",
    R.THERE_OR_NOT: SAYS + ": it is there or it is not.",
    R.GROUP_OUT: SAYS + ": whoever is left out cannot be included.",
    R.ALL_AND_NOT_ALL: SAYS + ": all and not all exclude each other.",
    R.OPTIONS: SAYS + ": it cannot be both.",
    R.ENDLESS_AND_FINITE: SAYS + ": what comes to an end is not endless.",
    R.VAGUE_AND_ONE: SAYS + ": more than one is not one.",
    R.SHARE_NOTHING: SAYS + ": no amount is both.",
    R.NONE_AT_ALL: SAYS + ": none is not some.",
    R.RULED_OUT: SAYS + ": one rules out just what the other states.",
    R.DO_AND_DONT: "One advises {a}, the other {b}, at the same time: nobody can do both.",
    R.WITHIN: "One advises {a}, the other {b}: the one can't be had without the other.",
    R.OPPOSITE: "One advises {a}, the other {b}: doing the one undoes the other.",
    R.TIE: SAYS + "; {because}.",
}
if _mute := [str(code) for code in R if code not in SENTENCES]:
    raise ValueError(f"SENTENCES has no sentence for {', '.join(_mute)}")

CUE_FIELDS: dict[R, tuple[str, ...]] = {
    R.REPORTED: ("attribution",),
    R.PARTLY_DENIED: ("degree", "polarity"),
    R.HEDGED: ("certainty", "quantifier"),
}
"""Whose cue a sentence quotes: the field that decided."""


@dataclass(frozen=True)
class Explainer:
    """Writes the lines of one topic; `claims` lets it quote the passages' own words."""

    topic: Topic
    claims: Mapping[str, Claim]

    @cached_property
    def _aspects(self) -> dict[str, Aspect]:
        return {a.id: a for a in self.topic.aspects}

    def of(self, a: Position, b: Position, step: Step, because: str | None = None) -> str:
        """Why the pair came to rest at that step, in one line."""
        if step.first:
            a, b = b, a
        words = self._words(step.reason, a, b)
        reason = lower_first(because or BOTH_CAN_BE).rstrip(". ")
        return SENTENCES[step.reason].format(**words, apart=reason, because=reason)

    def _says(self, p: Position, other: Position) -> str:
        """The label, led by the aspect's where two aspects are set against each other."""
        if p.aspect == other.aspect:
            return labelled(p.label)
        return labelled(f"{lower_first(self._aspects[p.aspect].label)}: {p.label}")

    def _words(self, reason: R, a: Position, b: Position) -> dict[str, str]:
        return {
            "a": self._says(a, b),
            "b": self._says(b, a),
            "subject_a": self._subject(a),
            "subject_b": self._subject(b),
            "scope_a": _cases(a),
            "scope_b": _cases(b),
            "case_a": _case(a),
            "question": self._aspects[a.aspect].question,
            "part": labelled((a.value.name or a.value.text) if a.value else a.label),
            "cue": self._cue(CUE_FIELDS[reason], a) if reason in CUE_FIELDS else "",
        }

    def _subject(self, p: Position) -> str:
        return self.topic.subject.name if p.subject == SELF else p.subject

    def _cue(self, fields: tuple[str, ...], p: Position) -> str:
        """The words in the position's first passage that carry one of the fields, in quotation
        marks; where they stand outside it, what the program makes of them."""
        claim = self.claims[p.claims[0]]
        cues = [r.cue for field in fields for r in claim.why if r.field == field]
        found = re.search(re.escape(cues[0]), claim.quote, re.IGNORECASE) if cues else None
        if found:
            return f"“{found[0]}”"
        return labelled(cues[0] if cues else _fallback(p, fields))


def _cases(p: Position) -> str:
    scope = p.qualifiers.scope
    return case_words(scope) if scope else "all"


def _case(p: Position) -> str:
    """One case, named where it has a name."""
    scope = p.qualifiers.scope
    if scope is None or scope.name == ONE_CASE:
        return "one case"
    return f"one case ({case_words(scope)})"


def _fallback(p: Position, fields: tuple[str, ...]) -> str:
    q = p.qualifiers
    said = {
        "attribution": q.attribution and q.attribution.who,
        "certainty": None if q.certainty is Certainty.ASSERTED else str(q.certainty),
        "quantifier": q.quantifier and str(q.quantifier),
        "degree": q.degree and str(q.degree).replace("-", " "),
        "polarity": str(p.polarity),
    }
    return next((words for field in fields if (words := said[field])), p.label)
