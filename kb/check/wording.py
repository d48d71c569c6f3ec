"""What a finding says in words: its message, and fair wording built from the positions."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from extract.model import UNQUALIFIED, Certainty, Polarity, Quantifier, Standing, ValueKind
from extract.topic.schema import Topic
from kb.model import Position
from kb.reconcile.labels import Labels
from kb.reconcile.ladder import partial
from kb.text import count, in_words, listing

SHOWN = 3  # positions named in fair wording
SHORT = ("yes", "no", "possibly")  # labels that say nothing without their question
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


def fair(said: Iterable[Said], topic: Topic) -> str:
    """One sentence that does justice to several positions, the most widely held first.

    "Sources give 1 to 2 years; one calls it permanent." Hedges and conditions are kept.
    """
    groups: dict[tuple[str, str], dict[str, frozenset[str]]] = {}
    for position, sources in said:
        verb = _verb(position)
        words = bare(position, topic) if verb == POSSIBLY else _as_said(position, topic)
        rows = groups.setdefault((verb, "" if verb in TOGETHER else words), {})
        rows[words] = rows.get(words, frozenset()) | sources
    ranked = sorted(groups.items(), key=lambda group: (-len(_union(group[1])), group[0]))
    shown = ranked[:SHOWN]
    told = (_part(verb, rows, n == 0) for n, ((verb, _), rows) in enumerate(shown))
    return _asked(shown, position, topic) + "; ".join(told) + "."


def continued(sentence: str) -> str:
    """A sentence of `fair` as it goes on after another."""
    return sentence[:1].lower() + sentence[1:]


def _as_said(position: Position, topic: Topic) -> str:
    """What a position says with its hedges; "it can make noise" for what may be."""
    q = position.qualifiers
    some = q.quantifier if q.quantifier in (Quantifier.SOME, Quantifier.MOST) else None
    stands = Standing.SAID
    plain = _with(position, scope=None, attribution=None, quantifier=some, standing=stands)
    label = bare(position, topic)
    if position.value is not None and position.value.kind is ValueKind.QUANTITY:
        hedge = {Certainty.USUAL: "usually ", Certainty.POSSIBLE: "possibly "}
        sure = shaded(_with(plain, certainty=Certainty.ASSERTED), topic)
        return f"{hedge.get(q.certainty, '')}{sure}"
    if label in SHORT:
        return "possibly" if q.certainty is Certainty.POSSIBLE else label
    verb, _, rest = label.partition(" ")
    base = _base(verb)
    if position.value is not None or base is None:
        return shaded(plain, topic)
    if q.certainty is not Certainty.POSSIBLE:
        return f"it {shaded(plain, topic)}"
    denied = verb == "does" and rest.startswith("not ")
    sure = shaded(_with(plain, certainty=Certainty.ASSERTED), topic)
    told = sure.removeprefix("does not ") if denied else sure.removeprefix(verb).strip()
    return f"it may not {told}" if denied else " ".join(filter(None, ("it can", base, told)))


def _base(verb: str) -> str | None:
    """The base form of a verb in the third person, None for other words: makes, has, is."""
    if verb in _BASES:
        return _BASES[verb]
    if not verb.endswith("s") or verb.endswith(("ss", "less", "us", "ous")):
        return None
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("shes", "ches", "xes", "sses", "oes")) else verb[:-1]


_BASES = {"is": "be", "has": "have", "does": "do", "can": None, "cannot": None}


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
    if verb == SAYS and said.startswith("it "):
        verb = THAT
    return f"{who} {verb.format(s='s' if n == 1 else '', x=said)}"


THAT = "say{s} that {x}"
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
