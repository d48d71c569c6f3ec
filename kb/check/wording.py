"""What a finding says in words: its message, and fair wording built from the positions."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from extract.model import UNQUALIFIED, Polarity, ValueKind
from extract.topic.schema import Topic
from kb.model import Position
from kb.reconcile.labels import Labels
from kb.reconcile.ladder import partial
from kb.text import count, in_words, listing

SHOWN = 3  # positions named in fair wording
SHORT = ("yes", "no")  # labels that say nothing without their question
Said = tuple[Position, frozenset[str]]
"""A position, and the sources that hold it."""


def bare(position: Position, topic: Topic) -> str:
    """What a position says, without how sure and under which condition it says it."""
    plain = replace(position, qualifiers=UNQUALIFIED)
    return Labels(topic.aspect(position.aspect)).of(plain)


def shaded(position: Position, topic: Topic) -> str:
    """What a position says with its hedges, but not who is called upon."""
    return Labels(topic.aspect(position.aspect)).of(_with(position, attribution=None))


def _with(position: Position, **qualifiers: Any) -> Position:
    return replace(position, qualifiers=replace(position.qualifiers, **qualifiers))


def fair(said: Iterable[Said], topic: Topic, hedges: bool = False) -> str:
    """One sentence that does justice to several positions, the most widely held first.

    "Sources give 1 to 2 years; one calls it permanent." Hedges are kept on request.
    """
    groups: dict[tuple[str, str], dict[str, frozenset[str]]] = {}
    for position, sources in said:
        verb = _verb(position)
        kept = hedges and verb != POSSIBLY
        words = shaded(_with(position, scope=None), topic) if kept else bare(position, topic)
        rows = groups.setdefault((verb, "" if verb in TOGETHER else words), {})
        rows[words] = rows.get(words, frozenset()) | sources
    ranked = sorted(groups.items(), key=lambda group: (-len(_union(group[1])), group[0]))
    shown = ranked[:SHOWN]
    told = (_part(verb, rows, n == 0) for n, ((verb, _), rows) in enumerate(shown))
    return _asked(shown, position, topic) + "; ".join(told) + "."


def _asked(shown: Iterable[tuple[tuple[str, str], object]], last: Position, topic: Topic) -> str:
    """The question, where the answers are a bare yes and no."""
    short = any(words in SHORT for (_, words), _ in shown)
    return f"{topic.aspect(last.aspect).question} " if short else ""


def _union(rows: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*rows.values())


def _part(verb: str, rows: Mapping[str, frozenset[str]], first: bool) -> str:
    """Who says what, of the positions that are told together."""
    ranked = sorted(rows, key=lambda words: (-len(rows[words]), words))
    labels = ranked[:SHOWN]
    labels += ["others"] if len(ranked) > SHOWN else []
    n = len(_union(rows))
    who = in_words(n) if not first else "one source" if n == 1 else "sources"
    who = who.capitalize() if first else who
    said = (
        "; ".join(labels) if verb == ADVISES else listing(labels, "or" if verb == GIVES else "and")
    )
    return f"{who} {verb.format(s='s' if n == 1 else '', x=said)}"


GIVES, CALLS, SAYS = "give{s} {x}", "call{s} it {x}", "say{s}: {x}"
NAMES, POSSIBLY, ADVISES = "name{s} {x}", "call{s} {x} possible", "advise{s}: {x}"
TOGETHER = (GIVES, NAMES, POSSIBLY, ADVISES)
"""What is told of all such positions in one breath."""
_OF_KIND = {ValueKind.PART: NAMES, ValueKind.ACT: ADVISES}


def _verb(p: Position) -> str:
    """How such a position is put; {s} is the ending for a single source, {x} what it says."""
    q = p.value.quantity if p.value else None
    if p.value is None or (p.polarity is Polarity.DENY and p.value.kind is not ValueKind.ACT):
        return SAYS
    if p.value.kind is ValueKind.QUANTITY:
        figures = q and (q.low is not None or q.high is not None)
        return GIVES if figures or not p.value.name else CALLS
    if p.value.kind is ValueKind.PART and partial(p):
        return POSSIBLY
    return _OF_KIND.get(p.value.kind, SAYS)


def who(titles: Iterable[str]) -> str:
    """Who says it, in a message: one named, the others counted."""
    named = list(dict.fromkeys(titles))
    if len(named) == 1:
        return named[0]
    return f"{named[0]} and {count(len(named) - 1, 'other')}"
