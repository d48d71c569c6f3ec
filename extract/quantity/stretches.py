"""Stretches of time in tokens, and the event that a time is counted from."""

from dataclasses import dataclass

from extract.model import Phase
from extract.quantity.cues import FUNCTION
from extract.quantity.events import ALONE, EVENTS
from extract.quantity.tokens import HYPHENS, Tok

DETERMINERS = frozenset("the a an your his her their our my its each every any this that".split())
DETERMINERS |= frozenset("these those all both".split())
_NO_EVENT = frozenset("all long that this it then me you us them him and or".split())
_LONGEST = 6  # words in an event's noun phrase
_Cue = tuple[tuple[str, ...], Phase]


def _cues(rows: tuple[tuple[str, Phase, str], ...]) -> dict[str, tuple[_Cue, ...]]:
    found: dict[str, list[_Cue]] = {}
    for phrase, phase, _ in sorted(rows, key=lambda r: -len(r[0].split())):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, phase))
    return {k: tuple(v) for k, v in found.items()}


EVENT_CUES, ALONE_CUES = _cues(EVENTS), _cues(ALONE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A window in tokens."""

    first: int
    next: int
    low: float | None
    high: float | None
    phase: Phase
    vague: bool = False
    begins: float | None = None
    low_open: bool = False
    high_open: bool = False


def relation_at(toks: list[Tok], j: int) -> tuple[Phase, int] | None:
    """What stands after an amount: before each visit, after, post-op, later."""
    if toks[j].low in HYPHENS and toks[j + 1].glued:
        j += 1
    for word in ("immediately", "right", "directly", "straight", "both"):
        if toks[j].low == word:
            j += 1
            break
    found = cue_with_event(toks, j)
    if found:
        return found
    for words, phase in ALONE_CUES.get(toks[j].low, ()):
        if all(toks[j + k].low == w for k, w in enumerate(words)):
            return phase, j + len(words)
    return None


def cue_with_event(toks: list[Tok], j: int) -> tuple[Phase, int] | None:
    """before the visit · following surgery · post-op: the cue with its noun phrase."""
    for words, phase in EVENT_CUES.get(toks[j].low, ()):
        if all(toks[j + k].low == w for k, w in enumerate(words)):
            k = j + len(words)
            if toks[k].low in HYPHENS and toks[k].glued:
                k += 1
            end = event_end(toks, k)
            return (phase, end) if end else None
    return None


def event_end(toks: list[Tok], k: int) -> int | None:
    """The index after the noun phrase at `k`; `None` if there is no such phrase."""
    j, held = k, False
    if toks[j].low.endswith("ing") and toks[j + 1].low in DETERMINERS:
        j += 1
    if toks[j].low in DETERMINERS or toks[j].low == "one":
        j += 1
    while j - k < _LONGEST and toks[j].kind == "w" and toks[j].low not in _STOPS:
        held, j = True, j + 1
        if toks[j].low in HYPHENS and toks[j].glued and toks[j + 1].glued:
            j += 1
    return j if held else None


_STOPS = (FUNCTION - DETERMINERS) | _NO_EVENT | frozenset("avoid dont don't please we'll".split())
