"""Time windows around the subject's own event: "for four days after", "until day ten".

Time is counted in continuous days from the event: day N is [N-1, N], the first four days are
[0, 4], "until day ten" is [0, 10], "from the fifth day on" is [4, ∞). Before the event, days
are counted back from it: "24 hours before" is [0, 1]. What is after or before "the treatment"
is for the caller to judge: any noun is taken for the event.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.model import Phase
from extract.quantity.events import BEYOND, HEALED, HELPERS, OVER, PICTURES
from extract.quantity.grammar import QuantityMention
from extract.quantity.numbers import cardinal
from extract.quantity.ordinals import WORDS, ordinal_at
from extract.quantity.stretches import (
    ALONE_CUES,
    EVENT_CUES,
    Stretch,
    cue_with_event,
    event_end,
    relation_at,
)
from extract.quantity.tokens import HYPHENS, Tok, tokenize
from extract.quantity.units import GENERAL, to_base


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time: `low` and `high` in days from the event, `None` for no bound.

    `begins`: the day on which what is allowed begins, where it is said as a distance ("two days
    after") or as a limit ("by day four") and not as a stretch: see `onwards`.
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    phase: Phase
    low_open: bool = False
    high_open: bool = False
    vague: bool = False
    begins: float | None = None


_BARE_ALONE = frozenset(("beforehand", "afterwards", "afterward", "thereafter"))
_ONLY_WITH_TIME = frozenset(("from", "of", "since", "pre", "preceding"))
_FIRST = frozenset("first next following initial".split())
_SINGULAR = {u: GENERAL.units[u].factor for u in ("hour", "day", "night", "week", "month", "year")}
_WHOLE_HOUR = 1 / 24


def onwards(window: Window) -> tuple[float | None, float | None]:
    """The days meant if the act is to begin at the distance: from two days after, [2, ∞)."""
    return (window.low, window.high) if window.begins is None else (window.begins, None)


def find_windows(text: str, mentions: tuple[QuantityMention, ...]) -> tuple[Window, ...]:
    """Every time window in a paragraph, in order of place, none inside another.

    `mentions` are what `find_quantities` gave for the same text.
    """
    low = text.lower()
    if not mentions and not any(cue in low for cue in _SIGNS):
        return ()
    toks = tokenize(text)
    at = {m.start: m for m in mentions}
    found = sorted(_stretches(toks, at), key=lambda s: (s.first, -s.next))
    return tuple(_window(text, toks, s) for s in _outermost(found))


_SIGNS = (*EVENT_CUES, *_BARE_ALONE, *_SINGULAR, "until", "till", "once", "when", "soon")


def _window(text: str, toks: list[Tok], s: Stretch) -> Window:
    start, end = toks[s.first].start, toks[s.next - 1].end
    said = text[start:end]
    low = None if s.low is None else float(s.low)
    high = None if s.high is None else float(s.high)
    begins = None if s.begins is None else float(s.begins)
    openness = s.low_open, s.high_open
    return Window(start, end, said, low, high, s.phase, *openness, s.vague, begins)


def _outermost(found: list[Stretch]) -> Iterator[Stretch]:
    """Drops what overlaps something that began earlier or reaches further."""
    end = -1
    for stretch in found:
        if stretch.first >= end:
            yield stretch
            end = stretch.next


def _stretches(toks: list[Tok], at: dict[int, QuantityMention]) -> Iterator[Stretch]:
    for i in range(len(toks) - 3):
        mention = at.get(toks[i].start) if at else None
        if not (mention or toks[i].low in _OPENERS or toks[i].kind == "n"):
            continue
        found = (
            (_timed(toks, i, mention) if mention else None)
            or _on_day(toks, i)
            or _nth(toks, i)
            or _day_before(toks, i)
            or _next_day(toks, i)
            or _over(toks, i, at)
            or _plain(toks, i, at)
        )
        if found:
            yield found


def _timed(toks: list[Tok], i: int, mention: QuantityMention) -> Stretch | None:
    """A window around an amount of time: for two days after, at least a week before."""
    q = to_base(mention.quantity)
    if q.unit != "day" or mention.per not in (None, "each"):
        return None
    j = i
    while toks[j].start >= 0 and toks[j].end <= mention.end:
        j += 1
    size = None if q.vague else (q.high or q.low)
    first, lead = _lead(toks, i)
    passed = next((o for o in OVER if tuple(t.low for t in toks[j : j + len(o)]) == o), None)
    if passed and i and toks[i - 1].low in _UNTIL:
        return Stretch(i - 1, j + len(passed), 0, size, Phase.AFTER, q.vague)
    if passed and i and toks[i - 1].low in ("once", "when", "after"):
        return Stretch(i - 1, j + len(passed), size, None, Phase.AFTER, q.vague)
    relation = relation_at(toks, j)
    if toks[j].low == "long" and toks[j + 1].kind != "w" and relation is None:
        lead, j = f"{lead} for", j + 1
    if toks[i].low == "within" or "first" in lead:
        lead = f"{lead} for"
    if "after" in lead and relation is None:
        return Stretch(first, j, size, None, Phase.AFTER, q.vague)
    if relation is None and i and toks[i - 1].low == "at" and not q.vague:
        return Stretch(i - 1, j, size, None, Phase.AFTER)
    if "until" in lead and relation is None:
        relation = (Phase.AFTER, j)
    if relation is None:
        long_enough = q.vague or (size or 0) >= _WHOLE_HOUR
        wanted = long_enough and ("for" in lead or "first" in lead)
        return Stretch(first, j, 0, size, Phase.AFTER, q.vague) if wanted else None
    phase, end = relation
    if phase is Phase.DURING or "between" in (toks[j].low, toks[j + 1].low):
        return None  # a gap or a length, no window
    open_end = q.high is None and not q.vague
    if open_end and phase is Phase.AFTER and not lead.strip():
        return Stretch(first, end, size, None, phase, low_open=q.low_open)
    begins = None if lead.strip() or phase is Phase.BEFORE else size
    below = q.high_open
    return Stretch(first, end, 0, size, phase, q.vague, begins=begins, high_open=below)


def _lead(toks: list[Tok], i: int) -> tuple[int, str]:
    """What stands before an amount: where it begins, and for, first, after or until."""
    first, said = i, []
    if first and toks[first].low in ("minimum", "maximum", "total", "period"):
        first -= toks[first - 1].low in ("a", "the")
    if first and toks[first - 1].low in _FIRST:
        said.append("first")
        first -= 1
        first -= first > 0 and toks[first - 1].low in ("the", "your")
    elif first > 1 and toks[first - 1].low in ("the", "this", "that"):
        first -= toks[first - 2].low in ("after", "until", "till")
    first -= first > 0 and toks[first - 1].low == "like"
    before = toks[first - 1].low if first else ""
    if before in ("for", "in", "during", "over", "within") and (said or before == "for"):
        return first - 1, " ".join([*said, "for"])
    if before in ("after", "until", "till"):
        return first - 1, " ".join([*said, "after" if before == "after" else "until"])
    return first, " ".join(said)


def _on_day(toks: list[Tok], i: int) -> Stretch | None:
    """day 5 · days 3 to 5 · until day ten · from day 5 on."""
    if toks[i].low not in ("day", "days", "week", "weeks"):
        return None
    twice = toks[i + 1].low == "(" and toks[i + 3].low == ")"  # day (4) four
    read = cardinal(toks, i + 4 if twice else i + 1) or (cardinal(toks, i + 1) if twice else None)
    if read is None or toks[i + 1].glued or read[0] != int(read[0]) or toks[i + 1].low == "a":
        return None
    size = _SINGULAR[toks[i].low.removesuffix("s")]
    number, j = read
    until = number
    if toks[j].low in HYPHENS or toks[j].low in ("to", "and", "through"):
        k = j + 1 + (toks[j + 1].low == toks[i].low)
        more = cardinal(toks, k, bound=True)
        if more and more[0] >= number:
            until, j = more
    return _around(toks, i, j, (number - 1) * size, until * size, size)


def _nth(toks: list[Tok], i: int) -> Stretch | None:
    """the fifth day · the first week · from the tenth day on · until the 3rd week."""
    read = ordinal_at(toks, i)
    if read is None or toks[read[1]].low not in _SINGULAR:
        return None
    number, j = read
    size = _SINGULAR[toks[j].low]
    first = i - 1 if i and toks[i - 1].low == "the" else i
    return _around(toks, first, j + 1, (number - 1) * size, number * size, size)


def _around(toks: list[Tok], i: int, j: int, low: float, high: float, span: float) -> Stretch:
    """A day or week by its number, with the words before and after that stretch it.

    `span` are the days of one such unit: more of them is a stretch with an end of its own.
    """
    before, first = _before(toks, i)
    end = _onward(toks, j)
    onward = end > j
    relation = cue_with_event(toks, end)
    if relation and relation[0] is not Phase.DURING and toks[end].low != "between":
        end = relation[1]
    phase = relation[0] if relation else Phase.AFTER
    if before in ("until", "till", "through", "by", "to"):
        begins = low if before == "by" and phase is Phase.AFTER else None
        return Stretch(first, end, 0, high, phase, begins=begins)
    of = before == "of" and i > 1 and toks[i - 2].low == "as"
    starts = before == "on" and i > 1 and toks[i - 2].low in ("starting", "beginning", "from")
    ends = before == "from" and high - low > span
    if not ends and (onward or of or starts or before in ("from", "starting")):
        return Stretch(first, end, low, None, phase)
    if before == "after":
        return Stretch(first, end, high, None, phase)
    if before == "before" and low > 0:
        return Stretch(first, end, 0, low, phase)
    return Stretch(first, end, low, high, phase)


def _onward(toks: list[Tok], j: int) -> int:
    """The index after words that leave a stretch open: onwards, and beyond, +."""
    if toks[j].low in ("on", "onward", "onwards", "forward", "plus", "+"):
        return j + 1
    joined = toks[j].low in ("and", "&", "or") and toks[j + 1].low in BEYOND
    return j + 2 if joined else j


def _before(toks: list[Tok], i: int) -> tuple[str, int]:
    """The word before a day that bounds it, and where it begins: "until you reach" is until."""
    before = toks[i - 1].low if i else ""
    if before in ("reach", "hit"):
        k = next((k for k in range(i - 2, max(i - 5, -1), -1) if toks[k].low in _UNTIL), None)
        return ("until", k) if k is not None else (before, i)
    return before, i - 1 if before in _LEADS else i


_UNTIL = frozenset({"until", "till"})
_LEADS = frozenset(
    "until till through by to from starting after before on in during for between".split()
)


def _day_before(toks: list[Tok], i: int) -> Stretch | None:
    """the day before · the night before your visit · the week after."""
    if toks[i].low != "the" or toks[i + 1].low not in _SINGULAR:
        return None
    cue = toks[i + 2].low
    relation = relation_at(toks, i + 2)
    if cue == "of" and toks[i - 1].low == "on" and relation:
        return Stretch(i - 1, relation[1], *_UNBOUNDED[Phase.DURING], vague=True)
    if cue not in ("before", "after", "prior", "following", "preceding") or relation is None:
        return None
    size = max(_SINGULAR[toks[i + 1].low], 1)
    return Stretch(i, relation[1], 0, size, relation[0])


def _next_day(toks: list[Tok], i: int) -> Stretch | None:
    """the next day · the following morning: from one day after on; the morning of: before;
    the evening of: after."""
    if toks[i].low == "the" and toks[i + 1].low in ("morning", "evening", "eve", "night"):
        end = event_end(toks, i + 3) if toks[i + 2].low == "of" else None
        later = toks[i + 1].low in ("evening", "night")
        return Stretch(i, end, 0, 1, Phase.AFTER if later else Phase.BEFORE) if end else None
    if toks[i].low != "the" or toks[i + 1].low not in ("next", "following"):
        return None
    if toks[i + 2].low not in ("day", "morning", "night"):
        return None
    return Stretch(i, i + 3, 1, None, Phase.AFTER)


def _over(toks: list[Tok], i: int, at: dict[int, QuantityMention]) -> Stretch | None:
    """once it has healed · after the scab has gone: from some day on that is not told."""
    if toks[i].low not in ("once", "after", "when", "as"):
        return None
    j = i + 2 if [t.low for t in toks[i : i + 3]] == ["as", "soon", "as"] else i
    if toks[i].low == "as" and j == i:
        return None
    helped = toks[i].low == "once"
    for k in range(j + 1, min(j + 8, len(toks))):
        if toks[k].low in HEALED and helped:
            return Stretch(i, k + 1, None, None, Phase.AFTER, vague=True)
        if toks[k].kind != "w" or toks[k].start in at:
            return None
        helped = helped or toks[k].low in HELPERS or k == j + 1
    return None


def _plain(toks: list[Tok], i: int, at: dict[int, QuantityMention]) -> Stretch | None:
    """before each visit · afterwards · between visits: a phase, and no length."""
    low = toks[i].low
    if low in _BARE_ALONE:
        return Stretch(i, i + 1, *_UNBOUNDED[ALONE_CUES[low][0][1]], vague=True)
    if low in _ONLY_WITH_TIME or low not in EVENT_CUES or _is_no_cue(toks, i, at):
        return None
    first = i - 1 if i and toks[i - 1].low in _CLOSE else i
    found = cue_with_event(toks, i)
    if found is None and low in ("before", "after"):
        found = (EVENT_CUES[low][0][1], i + 1) if first < i or _with_after(toks, i) else None
    if found is None or not PICTURES.isdisjoint(t.low for t in toks[i : found[1]]):
        return None
    return Stretch(first, found[1], *_UNBOUNDED[found[0]], vague=True)


_OPENERS = frozenset(
    [*"day days week weeks the once after when as".split(), *WORDS, *_BARE_ALONE, *EVENT_CUES]
)
"""The words with which a stretch begins that has neither an amount nor a number first."""


def _with_after(toks: list[Tok], i: int) -> bool:
    """before and after the visit: each is a window of its own."""
    if [t.low for t in toks[i : i + 3]] != ["before", "and", "after"]:
        return False
    end = event_end(toks, i + 3)
    return end is not None and PICTURES.isdisjoint(t.low for t in toks[i:end])


_CLOSE = frozenset("immediately right directly straight shortly soon just".split())
_UNBOUNDED = {
    Phase.BEFORE: (0.0, None, Phase.BEFORE),
    Phase.DURING: (None, None, Phase.DURING),
    Phase.AFTER: (0.0, None, Phase.AFTER),
}


def _is_no_cue(toks: list[Tok], i: int, at: dict[int, QuantityMention]) -> bool:
    """the following steps · a post on the site · after the first week (read elsewhere)."""
    before = toks[i - 1].low if i else ""
    j = i + 2 if toks[i + 1].low in ("the", "this", "that") else i + 1
    if toks[i].start in at:  # between two and five hours
        return True
    if toks[i].low == "following":
        return before in ("the", "these", "a")
    if toks[i].low == "post":
        return not (toks[i + 1].low in HYPHENS and toks[i + 1].glued)
    if toks[i].low == "during" and toks[j].low.removesuffix("s") in _SINGULAR:
        return True
    timed = toks[j].start in at and to_base(at[toks[j].start].quantity).unit == "day"
    return timed or bool(_on_day(toks, j) or _nth(toks, j))
