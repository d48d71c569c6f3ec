"""Advice: acts that the clause tells to do or to leave, with their windows."""

from collections.abc import Iterator, Sequence

from extract.grammar.directive import directive
from extract.model import Phase, Quantity, Value, ValueKind
from extract.reading.kinds.base import (
    Candidate,
    Found,
    Here,
    answers,
    saying_of,
    tokens_of,
)
from extract.topic.schema import Aspect


def read(aspect: Aspect, found: Found, at: Here) -> Iterator[Candidate]:
    """The candidates of this kind in one clause."""
    for match in answers(found, True):
        words = match.token_indices
        polarity, cue = directive(at.tree, at.clause, words, at.negs)
        if at.around.told is not None and (polarity is None or cue is None or cue.i in words):
            polarity = at.around.told
        if polarity is None:
            continue
        value = _act(saying_of(match).answer, words, at)
        yield Candidate(aspect, words, saying_of(match).phrase, value, polarity=polarity, cue=cue)


def _act(name: str | None, words: Sequence[int], at: Here) -> Value:
    first, last = at.tree.parse.sentences[at.clause.sentence]
    start, end = at.tree[first].start, at.tree[last - 1].end
    inside = [w for w in at.around.windows if start <= w.start and w.end <= end]
    here = [w for w in inside if tokens_of(at, w.start, w.end)] or inside
    if not here:
        return Value(ValueKind.ACT, at.text(words), name, _waiting(at, words))
    window = here[0]
    timed = any(window.start <= m.start < window.end for m in at.around.mentions)
    bounded = bool(window.low) or window.high is not None or (window.vague and timed)
    quantity = (
        Quantity("day", window.low, window.high, window.low_open, window.high_open, window.vague)
        if bounded
        else None
    )
    return Value(ValueKind.ACT, at.text(words), name, quantity, Phase(window.phase))


def _waiting(at: Here, words: Sequence[int]) -> Quantity | None:
    """ "Wait four days to wash it": the days in which not to."""
    if not any(at.tree[i].lemma == "wait" for i in at.clause.tokens):
        return None
    for mention in at.around.mentions:
        base = at.rules.units.to_base(mention.quantity)
        days = base.high if base.high is not None else base.low
        if base.unit == "day" and days and tokens_of(at, mention.start, mention.end):
            return Quantity("day", 0, days)
    return None
