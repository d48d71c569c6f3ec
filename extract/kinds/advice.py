"""Advice: acts that the clause tells to do or to leave, with their windows."""

from collections.abc import Iterator, Sequence

from extract.grammar.directive import directive
from extract.kinds.base import (
    Candidate,
    Found,
    Here,
    answers,
    saying_of,
    tokens_of,
)
from extract.model import Phase, Quantity, Value, ValueKind
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
        return Value(ValueKind.ACT, at.text(words), name)
    window = here[0]
    timed = any(window.start <= m.start < window.end for m in at.around.mentions)
    bounded = bool(window.low) or window.high is not None or (window.vague and timed)
    quantity = (
        Quantity("day", window.low, window.high, window.low_open, window.high_open, window.vague)
        if bounded
        else None
    )
    return Value(ValueKind.ACT, at.text(words), name, quantity, Phase(window.phase))
