"""Advice: acts that the clause tells to do or to leave, with their windows."""

from collections.abc import Iterator, Sequence

from extract.grammar.directive import directive
from extract.model import Phase, Polarity, Quantity, Value, ValueKind
from extract.quantity import Window, onwards
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
        if cue is None or (cue.i in words and polarity is Polarity.AFFIRM):
            polarity = at.around.told or polarity
        if polarity is None:
            continue
        value = act(saying_of(match).answer, words, at, polarity)
        yield Candidate(aspect, words, saying_of(match).phrase, value, polarity=polarity, cue=cue)


def act(name: str | None, words: Sequence[int], at: Here, polarity: Polarity) -> Value:
    """The act named, with the time that the clause or what stands above it sets."""
    waited = _waiting(at, words) if polarity is Polarity.DENY else None
    if waited is not None:
        return Value(ValueKind.ACT, at.text(words), name, waited, Phase.AFTER)
    window = _window(at)
    if window is None:
        return Value(ValueKind.ACT, at.text(words), name)
    low, high = onwards(window) if polarity is Polarity.AFFIRM else (window.low, window.high)
    own = window in at.around.windows
    timed = own and any(window.start <= m.start < window.end for m in at.around.mentions)
    begun = window.vague and window.low is None and window.phase is Phase.AFTER
    bounded = bool(low) or high is not None or (window.vague and timed) or begun
    opens = window.low_open, window.high_open
    quantity = Quantity("day", low, high, *opens, window.vague) if bounded else None
    return Value(ValueKind.ACT, at.text(words), name, quantity, Phase(window.phase))


def _window(at: Here) -> Window | None:
    """The time of the clause, else of its sentence, else of what stands above it.

    Of several the first that is told in days: "after each visit, for four days".
    """
    first, last = at.tree.parse.sentences[at.clause.sentence]
    start, end = at.tree[first].start, at.tree[last - 1].end
    inside = [w for w in at.around.windows if start <= w.start and w.end <= end]
    here = [w for w in inside if tokens_of(at, w.start, w.end)] or inside
    if not here:
        return at.around.time
    days = (w for w in here if w.phase is here[0].phase and (w.low or w.high is not None))
    return next(days, here[0])


def _waiting(at: Here, words: Sequence[int]) -> Quantity | None:
    """ "Wait four days to wash it": the days in which not to."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    wait = next((t for t in at.tree.tokens[first : min(words)] if t.lemma == "wait"), None)
    if wait is None:
        return None
    end = at.tree[last - 1].end
    for mention in at.around.mentions:
        base = at.rules.units.to_base(mention.quantity)
        days = base.high if base.high is not None else base.low
        if base.unit == "day" and days and wait.start < mention.start < end:
            return Quantity("day", 0, days)
    return None
