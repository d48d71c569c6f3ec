"""Quantities: numbers and named amounts that answer the aspect."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from extract.grammar.cues import READER
from extract.grammar.directive import directs, imperative
from extract.model import Quantity, Value, ValueKind
from extract.quantity import GENERAL, MONEY, QuantityMention, UnitTable
from extract.reading.kinds.base import (
    Candidate,
    Found,
    Here,
    answers,
    found_in,
    longest,
    saying_of,
    tokens_of,
)
from extract.rules import Rules
from extract.topic.phrase import PhraseMatch
from extract.topic.schema import Answer, Aspect, Duration


def read(aspect: Aspect, found: Found, at: Here) -> Iterator[Candidate]:
    """The candidates of this kind in one clause."""
    if _of_the_leave(aspect, at):
        return
    says = longest(found.says)
    raised = says is not None or at.lends(aspect)
    for match in answers(found, raised):
        if _told_to(at, match):
            continue
        yield _named_quantity(aspect, match, at)
    if not raised:
        return
    base = says.token_indices if says else ()
    phrase = saying_of(says).phrase if says else aspect.id
    for mention in _answering(aspect, at.around.mentions):
        words = tokens_of(at, mention.start, mention.end)
        if (
            words
            and not _in_advice(at, mention, words)
            and not _taken_as_one(at, mention, words)
            and not _until_another(aspect, at, words)
            and _plausible(aspect, mention.quantity, at.rules)
        ):
            value = Value(ValueKind.QUANTITY, mention.text, None, _counted(mention))
            anchors = tuple(sorted({*base, *words}))
            yield Candidate(aspect, anchors, phrase, value, lent=says is None)


def _of_the_leave(aspect: Aspect, at: Here) -> bool:
    """ "When can I wash it? Wait two days.": how long to wait with that, and with nothing else."""
    if at.around.allowed is None or aspect.id in at.around.allowed:
        return False
    return at.clause.subject is None


def _in_advice(at: Here, mention: QuantityMention, words: Sequence[int]) -> bool:
    """Whether the number belongs to a window in which to do or to leave something."""
    inside = any(w.start <= mention.start and mention.end <= w.end for w in at.around.windows)
    return at.advises and inside and directs(at.tree, at.clause, words, at.negs)


def _answering(aspect: Aspect, mentions: Sequence[QuantityMention]) -> Iterator[QuantityMention]:
    """What recurs answers how often, and nothing else: "twice a year" is every half year."""
    often = _asks_how_often(f"{aspect.question} {aspect.label}")
    for mention in mentions:
        if often and mention.quantity.unit == "time":
            mention = _between(mention)
        if often or mention.per != "every":
            yield mention


@lru_cache(maxsize=1 << 12)
def _asks_how_often(question: str) -> bool:
    return not _RECURRENCE.isdisjoint(re.findall(r"\w+", question.lower()))


def _counted(mention: QuantityMention) -> Quantity:
    """ "£20 a year", "1 kWh an hour": with the time it is for; "twice a day" counts times."""
    q, per = mention.quantity, GENERAL.units.get(mention.per or "")
    unit = GENERAL.units.get(q.unit)
    if per is None or per.dimension != "time" or (unit and unit.dimension in ("time", "count")):
        return q
    return replace(q, per=per.name)


_RECURRENCE = frozenset("often apart between interval frequency".split())


def _between(mention: QuantityMention) -> QuantityMention:
    """The time between, if it is said how many times per what: "twice a year"."""
    q, unit = mention.quantity, GENERAL.units.get(mention.per or "")
    if unit is None or unit.dimension != "time" or not q.low or not q.high:
        return mention
    return replace(mention, quantity=Quantity(unit.name, 1 / q.high, 1 / q.low), per="every")


def _until_another(aspect: Aspect, at: Here, words: Sequence[int]) -> bool:
    """ "Wait two days before you dye it": the time up to that, and up to nothing else."""
    if at.tree[at.clause.head].lemma not in _WAITING:
        return False
    kids = at.tree.kids(at.clause.head, "advcl", "ccomp", "xcomp")
    marked = [k for k in kids if _AWAITING & {m.lower for m in at.tree.kids(k.i, "mark")}]
    ahead = [k for k in marked if k.i > max(words)]
    tokens = [at.tree[i] for k in ahead for i in at.tree.subtree(k.i)]
    return bool(ahead) and aspect.id not in found_in(at.rules.phrases.match(tokens))


_WAITING = frozenset({"wait", "allow", "leave"})
_AWAITING = frozenset({"before", "until", "till"})


def _taken_as_one(at: Here, mention: QuantityMention, words: Sequence[int]) -> bool:
    """ "One visit can take an hour" speaks of each visit, and counts none."""
    q = mention.quantity
    if (q.low, q.high) != (1, 1) or q.unit in GENERAL.units:
        return False
    noun = at.tree[max(words)]
    verb = at.tree[noun.head]
    return noun.dep == "nsubj" and verb.pos == "VERB" and verb.lemma not in _ENOUGH


_ENOUGH = frozenset({"do", "suffice"})


def _told_to(at: Here, match: PhraseMatch) -> bool:
    """ "Wear it for life", "you must oil it forever": how long to do so."""
    head, subject = at.tree[at.clause.head], at.clause.subject
    if head.pos != "VERB" or head.i in match.token_indices:
        return False
    reader = subject is not None and at.tree[subject].lower in READER
    told = reader and directs(at.tree, at.clause, match.token_indices, at.negs)
    bare = head.tag == "VB" or imperative(at.tree, at.clause)
    return told or (subject is None and bare)


def _named_quantity(aspect: Aspect, match: PhraseMatch, at: Here) -> Candidate:
    key = saying_of(match)
    answer = at.rules.answers[aspect.id, key.answer or ""]
    value = named_amount(aspect, answer, at.text(match.token_indices))
    return Candidate(aspect, match.token_indices, key.phrase, value)


def named_amount(aspect: Aspect, answer: Answer, text: str) -> Value:
    """An amount that has a name instead of a number, said in these words."""
    endless = isinstance(answer, Duration) and answer.endless
    unit = aspect.unit or ""
    quantity = Quantity(unit, endless=True) if endless else Quantity(unit, vague=True)
    return Value(ValueKind.QUANTITY, text, answer.name, quantity)


def amount_answering(aspect: Aspect, mention: QuantityMention, rules: Rules) -> Quantity | None:
    """What an amount answers the question with, "twice a year" as every half year; or None."""
    amounts = (m.quantity for m in _answering(aspect, [mention]))
    return next((q for q in amounts if _plausible(aspect, q, rules)), None)


def answers_with(aspect: Aspect, mention: QuantityMention, rules: Rules) -> bool:
    """Whether the amount by itself may answer the question."""
    fits = _plausible(aspect, mention.quantity, rules)
    return fits and any(m == mention for m in _answering(aspect, [mention]))


def of_sort(aspect: Aspect, quantity: Quantity, units: UnitTable) -> bool:
    """Whether the question takes such an amount: of its unit's dimension; any money for money."""
    asked = Quantity(aspect.unit or quantity.unit)
    if quantity.unit in MONEY and asked.unit in MONEY:
        return True
    return quantity.unit == asked.unit or units.same_dimension(quantity, asked)


def _plausible(aspect: Aspect, quantity: Quantity, rules: Rules) -> bool:
    if not of_sort(aspect, quantity, rules.units):
        return False
    low, high = rules.plausible[aspect.id]
    base = rules.units.to_base(quantity)
    bounds = [b for b in (base.low, base.high) if b is not None]
    return all(low * 0.99 <= bound <= high * 1.01 for bound in bounds if bound > 0)
