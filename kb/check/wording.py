"""What a finding says in words: its message, and fair wording built from the positions.

A sentence that could be published, or none: better no wording than a stiff one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from extract.model import UNQUALIFIED, Certainty, Polarity, Quantifier, ValueKind
from extract.topic.schema import Kind, Topic
from kb.check import clauses, figures
from kb.model import Position
from kb.reconcile.labels import Labels
from kb.reconcile.ladder import partial
from kb.text import count, in_words, listing, titled

SHOWN = 3  # answers named in fair wording
SHORT = ("yes", "no", "possibly")  # labels that say nothing without their question
Said = tuple[Position, frozenset[str]]
"""A position, and the sources that hold it."""
Told = tuple[str, str]
"""How an answer is told, and its words."""


def bare(position: Position, topic: Topic) -> str:
    """What a position says, without how sure and under which condition it says it."""
    plain = replace(position, qualifiers=UNQUALIFIED)
    return Labels(topic.aspect(position.aspect)).of(plain)


def shaded(position: Position, topic: Topic) -> str:
    """What a position says with its hedges, but not who is called upon."""
    return Labels(topic.aspect(position.aspect)).of(_with(position, attribution=None))


def _with(position: Position, **qualifiers: Any) -> Position:
    return replace(position, qualifiers=replace(position.qualifiers, **qualifiers))


def fair(said: Iterable[Said], topic: Topic) -> str | None:
    """One sentence that does justice to several positions, the most widely held first.

    "Two sources give 1 to 2 years; one calls it permanent." None where an answer has no words
    that fit a sentence, or where there are too many.
    """
    rows = list(said)
    words = [_words(p, topic) for p, _ in rows]
    if not rows or None in words:
        return _split(rows, topic)
    groups: dict[str, dict[str, list[Said]]] = {}
    for told, row in zip(words, rows, strict=True):
        verb, answer = told or ("", "")
        key = verb if verb in TOGETHER else answer
        groups.setdefault(key, {}).setdefault(answer, []).append(row)
    ranked = sorted(groups.items(), key=lambda group: (-len(_held(group[1])), group[0]))
    if len(ranked) > SHOWN:
        return None
    verbs = {answer: verb for told in words if told for verb, answer in [told]}
    parts = [
        _part(verbs, answers, len(ranked) > 1, n == 0) for n, (_, answers) in enumerate(ranked)
    ]
    return None if None in parts else "; ".join(p for p in parts if p) + "."


def continued(sentence: str) -> str:
    """A sentence of `fair` as it goes on after another."""
    return sentence[:1].lower() + sentence[1:]


def _split(rows: Sequence[Said], topic: Topic) -> str | None:
    """ "Sources differ on whether it is dear: two say yes, one says no."."""
    aspects = {p.aspect for p, _ in rows}
    if len(aspects) != 1 or len({p.polarity for p, _ in rows}) != 2:
        return None
    aspect = topic.aspect(aspects.pop())
    whether = clauses.whether(aspect.question)
    if whether is None or aspect.kind is not Kind.YESNO:
        return None
    held: dict[str, set[str]] = {}
    for p, sources in rows:
        held.setdefault(_short(p), set()).update(sources)
    ranked = sorted(held, key=lambda word: (-len(held[word]), word))
    told = (f"{in_words(len(held[w]))} {_say(len(held[w]))} {w}" for w in ranked)
    return f"Sources differ on whether {whether}: {', '.join(told)}."


def _short(p: Position) -> str:
    hedged = p.qualifiers.certainty is Certainty.POSSIBLE and p.polarity is Polarity.AFFIRM
    return "possibly" if hedged else "yes" if p.polarity is Polarity.AFFIRM else "no"


def _say(n: int) -> str:
    return "says" if n == 1 else "say"


def _words(p: Position, topic: Topic) -> Told | None:
    """How an answer is put within a sentence; None where its label fits none."""
    q, value = p.qualifiers, p.value
    kind, label = topic.aspect(p.aspect).kind, bare(p, topic)
    if value is None and kind is Kind.ANY_OF and p.polarity is Polarity.AFFIRM:
        return (POSSIBLY if partial(p) else NAMES), label
    if value is None or (p.polarity is Polarity.DENY and value.kind is not ValueKind.ACT):
        clause = clauses.that(label, q.certainty is Certainty.POSSIBLE)
        return (THAT, clause) if clause and kind is not Kind.ALL_OF else None
    if value.kind is ValueKind.QUANTITY:
        given = figures.given(p)
        named = (CALLS, label) if value.name else None
        return (GIVES, given) if given else named
    if value.kind is ValueKind.ACT:
        advice = clauses.advice(label, value)
        return (ADVISES, advice) if advice else None
    if value.kind is not ValueKind.PART or kind is Kind.ALL_OF:
        return None
    return (POSSIBLY if partial(p) else NAMES), label


def _held(answers: Mapping[str, Sequence[Said]]) -> frozenset[str]:
    return frozenset().union(*(sources for rows in answers.values() for _, sources in rows))


def _part(
    verbs: Mapping[str, str], answers: Mapping[str, Sequence[Said]], counted: bool, first: bool
) -> str | None:
    """Who says what, of the answers that are told together."""
    ranked = sorted(answers, key=lambda words: (-len(_held({words: answers[words]})), words))
    verb, n = verbs[ranked[0]], len(_held(answers))
    if verb == GIVES:
        said = figures.together([p for rows in answers.values() for p, _ in rows])
    else:
        said = None if len(ranked) > SHOWN else listing(ranked)
    if said is None:
        return None
    who = in_words(n) if n == 1 or counted else ""
    if first:
        who = f"{who} {'source' if n == 1 else 'sources'}".strip().capitalize()
    told = verb.format(s="s" if n == 1 else "", x=said)
    return f"{who} {told}{_reserve(answers) if verb == THAT else ''}"


def _reserve(answers: Mapping[str, Sequence[Said]]) -> str:
    """ ", one of them with reservations": who says it of most cases only, or on a condition."""
    rows = [row for some in answers.values() for row in some]
    plain = _union(sources for p, sources in rows if not _reserved(p))
    n, all = len(_union(sources for _, sources in rows) - plain), not plain
    if not n:
        return ""
    return ", with reservations" if all else f", {in_words(n)} of them with reservations"


def _reserved(p: Position) -> bool:
    q = p.qualifiers
    some = q.quantifier in (Quantifier.SOME, Quantifier.MOST)
    return bool(q.condition or q.scope or q.degree or some or q.certainty is Certainty.USUAL)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


THAT = "say{s} that {x}"
GIVES, CALLS = "give{s} {x}", "call{s} it {x}"
NAMES, POSSIBLY, ADVISES = "name{s} {x}", "call{s} {x} possible", "advise{s}: {x}"
TOGETHER = (GIVES, NAMES, POSSIBLY)
"""What is told of all such positions in one breath."""


def who(titles: Iterable[str]) -> str:
    """Who says it, in a message: one named, the others counted."""
    named = list(dict.fromkeys(titles))
    if len(named) == 1:
        return titled(named[0])
    return f"{titled(named[0])} and {count(len(named) - 1, 'other')}"
