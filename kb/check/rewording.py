"""Her own sentence with what the sources add to it: a hedge, a condition, their figures.

Only what stands in one clause with its subject and its verb is reworded; its tense and number
stay, and nothing is put in that the sources do not say.
"""

import re
from collections.abc import Iterable, Sequence
from math import inf

from extract.model import Certainty, Claim, Polarity, Quantifier, ScopeKind
from extract.parse import Token
from kb.check.words import Placed, Words
from kb.model import Position
from kb.reconcile.labels import lower_first, quantity_words
from kb.reconcile.ladder import partial
from kb.text import listing

_MODALS = frozenset("can may might could".split())
_HELPERS = frozenset("will would shall does do did".split())
_BOOSTERS = frozenset(
    "always definitely certainly completely totally absolutely entirely perfectly exactly".split()
)
_ONLY = frozenset("only just merely".split())
_RELATIVE = frozenset("which that who what".split())
_EVERY = re.compile(r"\b(?:every|all|each|any|everyone|everybody|nobody|no one|never)\b", re.I)
MOST = 2  # figures that a clause can hold
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
Edit = tuple[int, int, str]


def softened(claim: Claim, theirs: Position, words: Words) -> str | None:
    """Her clause as the source puts it that says less; None where that takes another sentence.

    "SMP stops itching" after "it may stop itching" is "SMP may stop itching".
    """
    inside = list(words.placed(claim.start, claim.end))
    verb = _finite(inside)
    q = theirs.qualifiers
    limited = q.scope is not None and q.scope.kind is not ScopeKind.PHASE
    if verb is None or limited or q.degree or _EVERY.search(claim.quote):
        return None
    edits = _without(inside, _BOOSTERS)
    if q.certainty is Certainty.POSSIBLE:
        edit = _modal(verb, "may" if claim.polarity is Polarity.DENY else "can")
        if edit is None:
            return None
        edits.append(edit)
    tail = " in some cases" if q.quantifier is Quantifier.SOME else ""
    tail += " in most cases" if q.quantifier is Quantifier.MOST else ""
    tail += " in most cases" if q.certainty is Certainty.USUAL and not tail else ""
    tail += _condition(theirs)
    return _sentence(claim, edits, tail) if tail or len(edits) > 0 else None


def with_figures(claim: Claim, theirs: Sequence[Position], words: Words) -> str | None:
    """Her clause with the sources' figures in place of hers, two of them at most.

    "You need only one session" after "at least 2" and "at least 3 sessions" is "You need at
    least 2 sessions", which is true to both.
    """
    value = claim.value
    inside = list(words.placed(claim.start, claim.end))
    theirs = _widest(theirs)
    verb, figures = _finite(inside), list(dict.fromkeys(map(_figure, theirs)))
    if value is None or verb is None or not _figure_of(claim) or len(figures) > MOST:
        return None
    at = claim.quote.find(value.text)
    may = _modal(verb, "may") if all(map(partial, theirs)) else None
    if at < 0 or None in figures or (may is None and any(map(partial, theirs))):
        return None
    told = listing((f for f in figures if f), "or")
    start = claim.start + at
    edits = [*_without(inside, _BOOSTERS | _ONLY), *([may] if may else [])]
    return _sentence(claim, [*edits, (start, start + len(value.text), told)], "")


def _without(inside: Iterable[Placed], taken: frozenset[str]) -> list[Edit]:
    """What takes these words out: those that allow no exception, or no more than her figure."""
    return [(at, at + len(t.text) + 1, "") for at, t in inside if t.lower in taken]


def _widest(theirs: Sequence[Position]) -> Sequence[Position]:
    """The one amount that holds all others, if there is one; else all of them."""
    return next(([p] for p in theirs if all(_holds(p, other) for other in theirs)), theirs)


def _holds(p: Position, other: Position) -> bool:
    """Whether an amount takes in another; a vague one is more than one and has no end."""
    one, two = (x.value.quantity if x.value else None for x in (p, other))
    if one is None or two is None or one.vague or one.unit != two.unit or _figure(p) is None:
        return p is other
    low, high = one.low or 0.0, inf if one.high is None else one.high
    end = inf if two.high is None else two.high
    return (two.vague or low <= (two.low or 0.0)) and high >= end and not two.endless


def _figure_of(claim: Claim) -> bool:
    q = claim.value.quantity if claim.value else None
    plain = claim.polarity is Polarity.AFFIRM and not _EVERY.search(claim.quote)
    return plain and q is not None and not q.vague and (q.low is not None or q.high is not None)


def _figure(p: Position) -> str | None:
    """ "usually 4 to 5 hours": an amount in figures that holds without a condition."""
    q = p.value.quantity if p.value else None
    if p.polarity is Polarity.DENY or q is None or q.vague or q.low is q.high is None:
        return None
    hedge = "usually " if p.qualifiers.certainty is Certainty.USUAL else ""
    return None if p.qualifiers.condition else f"{hedge}{quantity_words(q)}"


def _condition(p: Position) -> str:
    condition = p.qualifiers.condition
    return f", {lower_first(condition.text.strip())}" if condition else ""


def _finite(inside: Iterable[Placed]) -> Placed | None:
    """The finite verb of the clause, if it has its own subject and stands by itself."""
    inside = list(inside)
    there = {t.i for _, t in inside}
    tops = [t for _, t in inside if t.head not in there or t.head == t.i]
    if len([t for t in tops if t.pos != "PUNCT"]) != 1:
        return None
    top = next(t for t in tops if t.pos != "PUNCT")
    own = [(at, t) for at, t in inside if t.i == top.i or t.head == top.i]
    subjects = [t for _, t in own if t.dep in _SUBJECTS and t.lower not in _RELATIVE]
    if not subjects or _leads_on(inside[0][1]):
        return None
    verbs = (
        v for v in own if v[1].finite and (v[1].i == top.i or v[1].dep.startswith(("aux", "cop")))
    )
    return next(verbs, None)


def _leads_on(first: Token) -> bool:
    return first.pos in ("SCONJ", "CCONJ") or first.lower in ("which", "that", "who")


def _modal(verb: Placed, modal: str) -> Edit | None:
    at, t = verb
    if t.lower in _MODALS or (t.lemma == "have" and t.pos == "AUX"):
        return None
    if t.lower in _HELPERS:
        return at, at + len(t.text), modal
    base = "be" if t.lemma == "be" else t.lemma
    return at, at + len(t.text), f"{modal} {base}"


def _sentence(claim: Claim, edits: Iterable[Edit], tail: str) -> str:
    text = claim.quote
    for start, end, new in sorted(edits, reverse=True):
        text = text[: start - claim.start] + new + text[end - claim.start :]
    text = " ".join(text.split()).rstrip(" .!,;:")
    return f"{text[:1].upper()}{text[1:]}{tail}."
