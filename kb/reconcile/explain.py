"""One sentence for every pair, near misses included, that names the values and quotes the cues.

A sentence is a row of `SENTENCES`: {a} is the side it speaks of first, {b} the other, {cue} the
words in the first side's passage that decided, {question} the aspect's. No word of a topic is
in here: labels come from the topic file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from extract.model import SELF, Claim
from extract.topic.schema import Aspect, Topic
from kb.model import Position
from kb.reconcile.labels import lower_first
from kb.reconcile.ladder import Step

SAYS = "One says “{a}”, the other “{b}”"
BUT = SAYS + ", but the first "
APART = ": {apart}."
PULL_APART = "they pull apart without excluding each other"

SENTENCES: dict[str, str] = {
    "other-subject": "“{a}” is said of {subject_a}, “{b}” of {subject_b}: each can be so.",
    "other-scope": "“{a}” and “{b}” are about different cases ({scope_a}; {scope_b}).",
    "reported": "“{a}” is only reported (“{cue}”), so the source does not set it against “{b}”.",
    "one-sentence": "One sentence says both “{a}” and “{b}”, so its author sees no clash.",
    "tie-partly-denied": "“{a}” and “{b}” leave room for each other: one is denied only in part.",
    "partly-denied": "“{cue}” is no plain denial: “{a}” leaves room for “{b}”.",
    "together": "“{a}” and “{b}” go together.",
    "other-parts": "Without “{part}” there are other ways for “{b}” to be true.",
    "exceptions": "“{a}” names an exception, and “{b}” leaves room for exceptions.",
    "named-amount": "“{a}” names no figure, and “{b}” is one way of being so.",
    "vague-fits": "“{a}” gives no exact figure, and “{b}” fits it.",
    "two-bounds": "“{a}” and “{b}” bound it from two sides, and there are amounts between them.",
    "nested": "“{a}” and “{b}” can both be right: one range lies within the other.",
    "rounding": "“{a}” and “{b}” come to the same amount, give or take rounding.",
    "other-amounts": "“{a}” rules out only a part of what “{b}” allows.",
    "other-time": "“{a}” and “{b}” are meant for different times, so both can be done.",
    "other-days": "“{a}” and “{b}” are meant for different days, so both can be done.",
    "window-given": "“{a}” and “{b}” give the same advice; only one says for how long.",
    "both-partial": "“{a}” and “{b}” both speak of some cases only: each can come true.",
    "most-and-some": "“{a}” speaks of a few cases, and “{b}” leaves room for exceptions.",
    "own-conditions": "“{a}” and “{b}” each hold under a condition of their own.",
    "soft-tie": "“{a}” is said with reserve, so it leaves room for “{b}”.",
    "condition-and-some": "“{a}” holds under its condition, “{b}” only in some cases: both can be "
    "so.",
    "presupposed": BUT + "is only taken for granted there" + APART,
    "degree": BUT + "speaks of a degree" + APART,
    "one-case": BUT + "is about one case ({scope_a})" + APART,
    "subtype": BUT + "is about one of several kinds that its text tells apart ({scope_a})" + APART,
    "population": BUT + "is about some people only ({scope_a})" + APART,
    "hedged": BUT + "is hedged (“{cue}”)" + APART,
    "conditional": BUT + "holds only under its condition" + APART,
    "not-quite": "“{a}” stops short of a plain denial, yet it leaves no room for “{b}” as it "
    "stands: they differ by a degree.",
    "half-denied": "“{a}” leaves a part standing that “{b}” denies altogether.",
    "all-or-most": SAYS + ": most is not all.",
    "neighbours": SAYS + ": they lie next to each other and differ by a degree.",
    "endless-or-longer": SAYS + ": a lower bound hints at an end that the first rules out.",
    "vague-units": SAYS + ": they are not of the same order.",
    "overlap": SAYS + ": the two overlap only in part.",
    "touch": SAYS + ": the two meet only at one end.",
    "least": SAYS + ": they differ in how little is enough.",
    "most": SAYS + ": they differ in how much is possible.",
    "time-unsaid": SAYS + ": only one says when, so they may meet.",
    "starts-differ": SAYS + ": they allow it from different days on.",
    "ends-differ": SAYS + ": they end at different times.",
    "yes-and-no": "To “{question}” one answers “{a}”, the other “{b}”: it cannot be both.",
    "none-of-them": SAYS + ": what is ruled out altogether cannot occur.",
    "there-or-not": SAYS + ": it is there or it is not.",
    "group-out": SAYS + ": whoever is left out cannot be included.",
    "all-and-not-all": SAYS + ": all and not all exclude each other.",
    "options": SAYS + ": it cannot be both.",
    "endless-and-finite": SAYS + ": what comes to an end is not endless.",
    "vague-and-one": SAYS + ": more than one is not one.",
    "share-nothing": SAYS + ": no amount is both.",
    "none-at-all": SAYS + ": none is not some.",
    "ruled-out": SAYS + ": one rules out just what the other states.",
    "do-and-dont": "One advises “{a}”, the other “{b}”, at the same time: nobody can do both.",
    "opposite": "One advises “{a}”, the other “{b}”: doing the one undoes the other.",
    "tie": SAYS + "; {because}.",
}

CUE_FIELDS: dict[str, tuple[str, ...]] = {
    "reported": ("attribution",),
    "partly-denied": ("degree", "polarity"),
    "hedged": ("certainty", "quantifier"),
}
"""Whose cue a sentence quotes: the field that decided."""


@dataclass(frozen=True)
class Explainer:
    """Writes the sentences of one topic; `claims` lets it quote the passages' own words."""

    topic: Topic
    claims: Mapping[str, Claim]

    @cached_property
    def _aspects(self) -> dict[str, Aspect]:
        return {a.id: a for a in self.topic.aspects}

    def of(self, a: Position, b: Position, step: Step, because: str | None = None) -> str:
        """Why the pair came to rest at that step, in one sentence."""
        if step.first:
            a, b = b, a
        words = self._words(step.reason, a, b)
        reason = lower_first(because or PULL_APART).rstrip(". ")
        return SENTENCES[step.reason].format(**words, apart=reason, because=reason)

    def _says(self, p: Position, other: Position) -> str:
        """The label, led by the aspect's where two aspects are set against each other."""
        if p.aspect == other.aspect:
            return p.label
        return f"{lower_first(self._aspects[p.aspect].label)}: {p.label}"

    def _words(self, reason: str, a: Position, b: Position) -> dict[str, str]:
        return {
            "a": self._says(a, b),
            "b": self._says(b, a),
            "subject_a": self._subject(a),
            "subject_b": self._subject(b),
            "scope_a": a.scope.text if a.scope else "all",
            "scope_b": b.scope.text if b.scope else "all",
            "question": self._aspects[a.aspect].question,
            "part": (a.value.name or a.value.text) if a.value else a.label,
            "cue": self._cue(CUE_FIELDS[reason], a) if reason in CUE_FIELDS else "",
        }

    def _subject(self, p: Position) -> str:
        return self.topic.subject.name if p.subject == SELF else p.subject

    def _cue(self, fields: tuple[str, ...], p: Position) -> str:
        """The words in the position's first passage that carry one of the fields."""
        claim = self.claims[p.claims[0]]
        cues = (r.cue for field in fields for r in claim.why if r.field == field)
        return next(cues, None) or _fallback(p, fields)


def _fallback(p: Position, fields: tuple[str, ...]) -> str:
    said = {
        "attribution": p.attribution and p.attribution.who,
        "certainty": None if p.certainty == "asserted" else str(p.certainty),
        "quantifier": p.quantifier and str(p.quantifier),
        "degree": p.degree and str(p.degree).replace("-", " "),
        "polarity": str(p.polarity),
    }
    return next((words for field in fields if (words := said[field])), p.label)
