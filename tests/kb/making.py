"""Short ways to make claims, positions and topics for tests."""

from dataclasses import fields
from typing import Any

from extract.model import (
    SELF,
    Attribution,
    Certainty,
    Claim,
    Condition,
    Polarity,
    Qualifiers,
    Quantity,
    Reason,
    Scope,
    ScopeKind,
    Span,
    Value,
    ValueKind,
)
from extract.topic.schema import Topic
from kb.model import Position
from kb.reconcile.positions import positions_of

DENY = Polarity.DENY
POSSIBLE, USUAL = Certainty.POSSIBLE, Certainty.USUAL

ASPECTS: list[dict[str, Any]] = [
    {"id": "recyclable", "label": "Recyclable", "question": "Can it be recycled?", "kind": "yesno"},
    {
        "id": "faults",
        "label": "Faults",
        "question": "What goes wrong?",
        "kind": "any-of",
        "parts": [
            {"name": "smell"},
            {"name": "lint", "arguable": True},
            {"name": "sagging", "parts": [{"name": "hollow"}, {"name": "soft edge"}]},
        ],
    },
    {
        "id": "suits",
        "label": "Suits",
        "question": "Whom does it suit?",
        "kind": "all-of",
        "yes": "everybody",
        "no": "not for",
        "parts": [
            {"name": "children", "parts": [{"name": "babies"}]},
            {"name": "heavy sleepers"},
        ],
    },
    {
        "id": "firmness",
        "label": "Firmness",
        "question": "How firm is it?",
        "kind": "choice",
        "scale": True,
        "options": [{"name": "soft"}, {"name": "medium"}, {"name": "firm"}],
    },
    {
        "id": "filling",
        "label": "Filling",
        "question": "What is in it?",
        "kind": "choice",
        "options": [{"name": "wool", "goes-with": ["fibre"]}, {"name": "fibre"}, {"name": "foam"}],
    },
    {
        "id": "lifetime",
        "label": "Lifetime",
        "question": "How long does it last?",
        "kind": "quantity",
        "unit": "year",
        "names": [{"name": "for life", "endless": True}, {"name": "short-lived"}],
    },
    {
        "id": "layers",
        "label": "Layers",
        "question": "How many layers has it?",
        "kind": "quantity",
        "unit": "layer",
    },
    {
        "id": "airing",
        "label": "Airing",
        "question": "What is to be done when it is new?",
        "kind": "advice",
        "acts": [
            {"name": "air it", "opposite": ["wrap it"]},
            {"name": "wrap it"},
            {"name": "hang it outside", "within": ["air it"]},
        ],
    },
]


def topic(*ties: dict[str, Any]) -> Topic:
    """A topic about mattresses with an aspect of every kind."""
    return Topic.sample(
        topic="Mattresses",
        subject={"name": "mattress", "names": ["mattress"]},
        aspects=ASPECTS,
        ties=list(ties),
    )


TOPIC = topic()


def years(low: float | None = None, high: float | None = None, **more: Any) -> Value:
    """A quantity of years, or of the unit given."""
    unit = more.pop("unit", "year")
    name = more.pop("name", None)
    return Value(ValueKind.QUANTITY, "text", name, Quantity(unit, low, high, **more))


def layers(low: float | None = None, high: float | None = None, **more: Any) -> Value:
    """A number of layers."""
    return years(low, high, unit="layer", **more)


ENDLESS = years(endless=True, name="for life")
SEVERAL = years(1, low_open=True, vague=True)


def option(name: str) -> Value:
    """An option of a choice."""
    return Value(ValueKind.OPTION, name, name)


def part(name: str) -> Value:
    """A part of a whole."""
    return Value(ValueKind.PART, name, name)


def act(name: str, *days: float | None, phase: Any = None) -> Value:
    """An act with its window in days."""
    window = Quantity("day", *days) if days else None
    return Value(ValueKind.ACT, name, name, window, phase)


def condition(text: str, favourable: bool = False) -> Condition:
    """A condition."""
    return Condition(text, favourable)


def scope(kind: str, name: str) -> Scope:
    """A scope named as it is worded."""
    return Scope(ScopeKind(kind), name, name)


def critics() -> Attribution:
    """Somebody whom the source only reports."""
    return Attribution("critics")


def claim(aspect: str, polarity: Polarity = Polarity.AFFIRM, **more: Any) -> Claim:
    """A claim of the source "one", each in a sentence of its own unless `at` says where.

    Qualifiers are given by their names: `certainty=POSSIBLE`.
    """
    quote = more.pop("quote", "as they say")
    at = more.pop("at", 0)
    given = {f.name: more.pop(f.name) for f in fields(Qualifiers) if f.name in more}
    return Claim(
        source=more.pop("source", "one"),
        start=at,
        end=at + len(quote),
        quote=quote,
        sentence=more.pop("sentence", Span(at, at + len(quote))),
        subject=more.pop("subject", SELF),
        aspect=aspect,
        polarity=polarity,
        qualifiers=Qualifiers(**given),
        why=tuple(Reason(f, cue, 0, 1) for f, cue in more.pop("cues", {}).items()),
        **more,
    )


def position(aspect: str, polarity: Polarity = Polarity.AFFIRM, **more: Any) -> Position:
    """The position of a single claim."""
    return positions_of([claim(aspect, polarity, **more)], TOPIC)[aspect][0]
