"""Advice: acts that the clause tells to do or to leave, with their windows."""

from collections.abc import Iterator, Sequence

from extract.grammar.clauses import label_end, with_finite_verb
from extract.grammar.directive import directive
from extract.grammar.leadin import Order
from extract.model import Phase, Polarity, Quantity, Value, ValueKind
from extract.parse import Token
from extract.quantity import Window, onwards
from extract.reading.kinds.base import (
    Candidate,
    Found,
    Here,
    answers,
    found_in,
    saying_of,
    tokens_of,
)
from extract.rules import Meaning, Mention
from extract.topic.schema import Aspect

_NO = frozenset("no not never none avoid forbidden prohibited banned".split())
_YES = frozenset("yes ok okay fine allowed permitted safe possible alright".split())
_STARTING = frozenset("resume restart start begin return again back".split())
_LETTING = frozenset("can may able allow permit".split()) | _YES
_KEEPING = frozenset("keep make ensure let remain continue cover follow stick stay".split())
_INSISTING = frozenset("only instead always just".split())
_LIMITING = frozenset("if once when after before unless except".split())
_AT_ONCE = frozenset("immediately straight once directly already now today".split())
_OF_OTHERS = frozenset({"after", "following", "with", "post", "since", "for", "of", "during"})
_TOLD = {Order.DO: Polarity.AFFIRM, Order.DONT: Polarity.DENY, Order.NOTHING: None}
_SHORT = 9  # tokens: an item that completes its lead-in


def read(aspect: Aspect, found: Found, at: Here) -> Iterator[Candidate]:
    """The candidates of this kind in one clause."""
    for match in answers(found, True):
        words = match.token_indices
        polarity, cue = _told(at, words)
        if polarity is None or _of_rival(at, words):
            continue
        value = act(saying_of(match).answer, words, at, polarity, cue)
        yield Candidate(aspect, words, saying_of(match).phrase, value, polarity=polarity, cue=cue)
    if aspect.id in at.around.lent:
        yield from _labelled(aspect, at)


def _told(at: Here, words: Sequence[int]) -> tuple[Polarity | None, Token | None]:
    """What is told of the act, by its clause or by what stands above it; and the cue."""
    polarity, cue = directive(at.tree, at.clause, words, at.negs)
    order = at.around.told if _leans(at, words, polarity, cue) else None
    polarity = _TOLD[order] if order is not None else polarity
    if cue is None and (dash := _dash(at, words)):
        polarity, cue = _verdict(at, dash + 1), at.tree[dash + 1]
    if polarity is Polarity.DENY and _opens_up(at, words):
        polarity = Polarity.AFFIRM if order is not None else None
    return polarity, cue


def _leans(at: Here, words: Sequence[int], polarity: Polarity | None, cue: Token | None) -> bool:
    """Whether it is for the lead-in above to tell: a noun, or a bare command."""
    if cue is None:
        relative = at.clause.relation.startswith("acl")
        return relative or not with_finite_verb(at.tree, at.clause)
    return polarity is Polarity.AFFIRM and _order(at, words, cue)


def _order(at: Here, words: Sequence[int], cue: Token) -> bool:
    """A bare command that completes the lead-in above: "Do not: - take a swim"."""
    said = {at.tree[i].lower for i in at.clause.tokens}
    if not _INSISTING.isdisjoint(said):
        return False
    if cue.i in words:
        return True
    first = at.tree.parse.sentences[at.clause.sentence][0]
    plain = cue.i == first == at.clause.head and len(at.clause.tokens) <= _SHORT
    return plain and cue.lemma not in _KEEPING and _LIMITING.isdisjoint(said)


def _opens_up(at: Here, words: Sequence[int]) -> bool:
    """ "No sauna, from day four swim", "Don't: - swim from day four": then it is over."""
    window = _window(at, words)
    if window is None or window not in at.around.windows or window.phase is not Phase.AFTER:
        return False
    return bool(window.low) and window.high is None and window.text.lower().startswith("from")


def _of_rival(at: Here, words: Sequence[int]) -> bool:
    """Whether it is told of another thing: "after surgery do not swim", "surgery patients"."""
    tree = at.tree
    first, last = tree.parse.sentences[at.clause.sentence]
    matches = at.rules.mentions.match(tree.tokens[first:last])
    told = [(m.token_indices, m.key.mention) for m in matches if isinstance(m.key, Meaning)]
    if any(mention is Mention.SELF for _, mention in told):
        return False
    rivals = {i for where, mention in told if mention is Mention.RIVAL for i in where}
    return any(_sets_the_case(at, i) for i in rivals - set(words))


def _sets_the_case(at: Here, i: int) -> bool:
    token = at.tree[i]
    if any(k.lower in _OF_OTHERS for k in at.tree.kids(i, "case", "mark")):
        return token.i in at.clause.tokens or at.tree[token.head].i in at.clause.tokens
    subject = at.clause.subject
    return subject is not None and i in at.tree.subtree(subject)


def _labelled(aspect: Aspect, at: Here) -> Iterator[Candidate]:
    """ "Swimming: not for a week", "Shampoo: from day 5": the label names the act."""
    colon = _label(at)
    if not colon:
        return
    polarity, cue = _verdict(at, at.clause.first), at.tree[at.clause.first]
    if polarity is None:
        return
    found = found_in(at.rules.phrases.match(at.tree.tokens[:colon])).get(aspect.id, Found())
    for match in answers(found, True):
        words = match.token_indices
        value = act(saying_of(match).answer, words, at, polarity, cue)
        yield Candidate(aspect, words, saying_of(match).phrase, value, polarity=polarity, cue=cue)


def _label(at: Here) -> int:
    """How many tokens the label has that the clause opens after, 0 if it follows none."""
    sentences = at.tree.parse.sentences
    if at.clause.sentence != 1 or at.clause.first != sentences[1][0]:
        return 0
    last = sentences[1][0] - 1
    return last if at.tree[last].pos == "PUNCT" else last + 1


def _dash(at: Here, words: Sequence[int]) -> int:
    """The dash of "Swimming - not for a week", 0 if there is none."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    dash = max(words) + 1
    apart = dash + 1 < last and at.tree[dash].start > at.tree[dash - 1].end
    return dash if min(words) == first and apart and at.tree[dash].text in "-–—" else 0


def _verdict(at: Here, start: int) -> Polarity | None:
    """What the words after a label say of its act, if they say no more than yes, no or when."""
    first = at.tree[start]
    last = at.tree.parse.sentences[at.clause.sentence][1]
    if any(t.finite for t in at.tree.tokens[start + 1 : last]):
        return None
    if first.lower in _NO or first.lower == "wait":
        return Polarity.DENY
    opens = any(w.start == first.start and (w.low or w.begins) for w in at.around.windows)
    opens = opens or (first.lower == "once" and _window(at) is not None)
    return Polarity.AFFIRM if first.lower in _YES or opens else None


def act(
    name: str | None,
    words: Sequence[int],
    at: Here,
    polarity: Polarity,
    cue: Token | None = None,
) -> Value:
    """The act named, with the time that the clause or what stands above it sets."""
    waited = _waiting(at, words) if polarity is Polarity.DENY else None
    if waited is not None:
        return Value(ValueKind.ACT, at.text(words), name, waited, Phase.AFTER)
    window = _window(at, words)
    if window is not None and _then(at, window):
        later = Quantity("day", window.high, None)
        known = polarity is Polarity.AFFIRM and bool(window.high)
        return Value(ValueKind.ACT, at.text(words), name, later if known else None, window.phase)
    if window is None:
        return Value(ValueKind.ACT, at.text(words), name)
    low, high = window.low, window.high
    if polarity is Polarity.AFFIRM:
        begins = _lets_begin(at, window, cue, words)
        low, high = (low, None) if begins else onwards(window)
    own = window in at.around.windows
    if polarity is Polarity.DENY and low and high is None and not own:
        low = None  # "# From day four": the next heading may allow it
    timed = own and any(window.start <= m.start < window.end for m in at.around.mentions)
    begun = window.vague and window.low is None and window.phase is Phase.AFTER
    bounded = bool(low) or high is not None or (window.vague and timed) or begun
    opens = window.low_open, window.high_open
    quantity = Quantity("day", low, high, *opens, window.vague) if bounded else None
    return Value(ValueKind.ACT, at.text(words), name, quantity, Phase(window.phase))


def _then(at: Here, window: Window) -> bool:
    """ "Rest for a week, then swim": the time of the clause before, which is over."""
    if window not in at.around.windows or tokens_of(at, window.start, window.end):
        return False
    before = at.tree[at.clause.head].start > window.start
    return before and any(at.tree[i].lower == "then" for i in at.clause.tokens)


def _lets_begin(at: Here, window: Window, cue: Token | None, words: Sequence[int]) -> bool:
    """ "On day four you may swim", "first swim on day four": on that day and later."""
    if not window.low or window.phase is not Phase.AFTER or window not in at.around.windows:
        return False
    said = {at.tree[i].lemma for i in at.clause.tokens}
    lets = cue is not None and not _LETTING.isdisjoint((cue.lemma, cue.lower))
    first = min(words) > 0 and at.tree[min(words) - 1].lower == "first"
    return lets or first or not _STARTING.isdisjoint(said)


def _window(at: Here, words: Sequence[int] = ()) -> Window | None:
    """The time of the clause, else of its sentence, else of what stands above it.

    Of several the first that is told in days: "after each visit, for four days".
    """
    first, last = at.tree.parse.sentences[at.clause.sentence]
    start, end = at.tree[first].start, at.tree[last - 1].end
    inside = [w for w in at.around.windows if start <= w.start and w.end <= end]
    here = [w for w in inside if tokens_of(at, w.start, w.end)] or inside
    if inside and not _AT_ONCE.isdisjoint(at.tree[i].lower for i in at.clause.tokens):
        here = [w for w in here if tokens_of(at, w.start, w.end)]
    here = _of_item(at, words, here) or here
    if not here:
        return at.around.time
    days = (w for w in here if w.phase is here[0].phase and (w.low or w.high is not None))
    return next(days, here[0])


def _of_item(at: Here, words: Sequence[int], windows: Sequence[Window]) -> list[Window]:
    """Those that stand with the act between two commas: "oil on day 2, drain from day 9"."""
    if not words or len(windows) < 2:
        return []
    first, last = at.tree.parse.sentences[at.clause.sentence]
    stops = [t.i for t in at.tree.tokens[first:last] if t.text in (",", ";")]
    start = max((i for i in stops if i < min(words)), default=first)
    end = min((i for i in stops if i > max(words)), default=last - 1)
    left, right = at.tree[start].start, at.tree[end].end
    return [w for w in windows if left <= w.start and w.end <= right]


def _labels(at: Here, words: Sequence[int]) -> bool:
    return max(words) < label_end(at.tree) or bool(_dash(at, words))


def _waiting(at: Here, words: Sequence[int]) -> Quantity | None:
    """ "Wait four days to wash it": the days in which not to."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    before = (t for t in at.tree.tokens[first:last] if t.lemma == "wait")
    wait = next((t for t in before if t.i < min(words) or _labels(at, words)), None)
    if wait is None:
        return None
    end = at.tree[last - 1].end
    for mention in at.around.mentions:
        base = at.rules.units.to_base(mention.quantity)
        days = base.high if base.high is not None else base.low
        if base.unit == "day" and days and wait.start < mention.start < end:
            return Quantity("day", 0, days)
    return None
