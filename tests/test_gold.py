"""Accuracy on annotated texts. The floors are what was measured, less a little; they only rise."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kb.evaluate.measure import figures, measure
from kb.knowledge.value import Knowledge
from tests.accuracy import SHIPPED
from tests.once import rules, topic

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
FOLDERS = {
    "five": (CORPUS, HERE / "gold" / "five", HERE / "gold" / "five" / "texts"),
    "pages": (CORPUS, HERE / "gold" / "pages", HERE / "gold" / "pages" / "texts"),
    "more": (CORPUS, HERE / "gold" / "more", HERE / "gold" / "more" / "texts"),
    "fresh-a": (CORPUS, HERE / "gold" / "fresh-a", HERE / "gold" / "fresh-a" / "texts"),
    "fresh-b": (CORPUS, HERE / "gold" / "fresh-b", HERE / "gold" / "fresh-b" / "texts"),
    "real": (CORPUS, HERE / "gold" / "real", HERE / "gold" / "real" / "texts"),
    "real-b": (CORPUS, HERE / "gold" / "real-b", HERE / "gold" / "real-b" / "texts"),
    "fresh-c": (CORPUS, HERE / "gold" / "fresh-c", HERE / "gold" / "fresh-c" / "texts"),
    "fresh-d": (CORPUS, HERE / "gold" / "fresh-d", HERE / "gold" / "fresh-d" / "texts"),
    "fresh-e": (CORPUS, HERE / "gold" / "fresh-e", HERE / "gold" / "fresh-e" / "texts"),
    "fresh-f": (CORPUS, HERE / "gold" / "fresh-f", HERE / "gold" / "fresh-f" / "texts"),
    "real-c": (CORPUS, HERE / "gold" / "real-c", HERE / "gold" / "real-c" / "texts"),
    "other": (HERE / "other", HERE / "other" / "gold", HERE / "other" / "texts"),
    "laser": (HERE / "laser", HERE / "laser" / "gold", HERE / "laser" / "texts"),
}

FLOORS = {
    "five": {
        "claims_recall": 0.92,
        "claims_precision_on_their_aspect": 0.88,
        "contradiction_recall": 0.95,
        "contradiction_recall_any_strength": 1.0,
        "tension_recall_any_strength": 0.45,
        "contradiction_flags_precision_any": 0.95,
        "pred_contradiction_precision_same": 0.70,
        "pred_tension_precision_any": 0.55,
    },
    "pages": {
        "claims_recall": 0.80,
        "claims_precision_on_their_aspect": 0.70,
        "contradiction_recall_any_strength": 0.70,
        "contradiction_flags_precision_any": 0.95,
    },
    "more": {
        "claims_recall": 0.82,
        "claims_precision_on_their_aspect": 0.88,
        "contradiction_recall_any_strength": 0.75,
        "contradiction_flags_precision_any": 0.95,
    },
    "fresh-a": {
        "claims_recall": 0.86,
        "claims_precision_on_their_aspect": 0.88,
        "contradiction_recall_any_strength": 0.84,
        "contradiction_flags_precision_any": 0.92,
    },
    "fresh-b": {
        "claims_recall": 0.91,
        "claims_precision_on_their_aspect": 0.87,
        "contradiction_recall_any_strength": 0.73,
        "contradiction_flags_precision_any": 0.94,
    },
    "fresh-c": {
        "claims_recall": 0.68,
        "claims_precision_on_their_aspect": 0.75,
        "contradiction_recall_any_strength": 0.53,
        "contradiction_flags_precision_any": 0.79,
    },
    "fresh-d": {
        "claims_recall": 0.6,
        "claims_precision_on_their_aspect": 0.82,
        "contradiction_recall_any_strength": 0.58,
        "contradiction_flags_precision_any": 0.72,
    },
    "fresh-f": {
        "claims_recall": 0.53,
        "claims_precision_on_their_aspect": 0.77,
        "contradiction_recall_any_strength": 0.31,
        "contradiction_flags_precision_any": 0.53,
    },
    "real": {
        "claims_recall": 0.77,
        "claims_precision_on_their_aspect": 0.89,
        "contradiction_recall_any_strength": 0.54,
        "contradiction_flags_precision_any": 0.86,
    },
    "real-b": {
        "claims_recall": 0.71,
        "claims_precision_on_their_aspect": 0.87,
        "contradiction_recall_any_strength": 0.65,
        "contradiction_flags_precision_any": 0.78,
    },
    "fresh-e": {
        "claims_recall": 0.48,
        "claims_precision_on_their_aspect": 0.66,
        "contradiction_recall_any_strength": 0.10,
        "contradiction_flags_precision_any": 0.15,
    },
    "real-c": {
        "claims_recall": 0.64,
        "claims_precision_on_their_aspect": 0.77,
        "contradiction_recall_any_strength": 0.34,
        "contradiction_flags_precision_any": 0.70,
    },
    "other": {
        "claims_recall": 0.95,
        "contradiction_recall_any_strength": 0.84,
        "contradiction_flags_precision_any": 0.95,
    },
    "laser": {
        "claims_recall": 0.79,
        "claims_precision_on_their_aspect": 0.86,
        "contradiction_recall_any_strength": 0.74,
        "contradiction_flags_precision_any": 0.87,
    },
}
CEILINGS = {
    "five": {"not_claims_read_as_claims": 3, "pred_contradiction_traps": 1},
    "more": {"not_claims_read_as_claims": 4, "pred_contradiction_traps": 4},
    "fresh-a": {"not_claims_read_as_claims": 2, "pred_contradiction_traps": 1},
    "fresh-b": {"not_claims_read_as_claims": 1, "pred_contradiction_traps": 5},
    "fresh-c": {"not_claims_read_as_claims": 11},
    "fresh-d": {"not_claims_read_as_claims": 7},
    "fresh-e": {"not_claims_read_as_claims": 12},
    "real-c": {"not_claims_read_as_claims": 13},
    "pages": {"not_claims_read_as_claims": 2, "pred_contradiction_traps": 1},
    "real": {"not_claims_read_as_claims": 5},
    "real-b": {"not_claims_read_as_claims": 8},
    "other": {"not_claims_read_as_claims": 1, "pred_contradiction_traps": 0},
    "laser": {"not_claims_read_as_claims": 7},
}


@cache
def measured(name: str) -> dict[str, Any]:
    corpus, gold, texts = FOLDERS[name]
    compiled = rules(corpus / "topic.yaml")
    return figures(measure(corpus, gold, texts, load=topic, compiled=lambda _: compiled))


@pytest.mark.parametrize(
    ("name", "figure"), [(name, figure) for name in FLOORS for figure in FLOORS[name]]
)
def test_accuracy_is_no_less_than_it_was(name: str, figure: str) -> None:
    assert measured(name)[figure] >= FLOORS[name][figure]


@pytest.mark.parametrize(
    ("name", "figure"), [(name, figure) for name in CEILINGS for figure in CEILINGS[name]]
)
def test_mistakes_are_no_more_than_they_were(name: str, figure: str) -> None:
    assert measured(name)[figure] <= CEILINGS[name][figure]


MEASURED = {
    "claims": "claims_recall",
    "right": "claims_precision_on_their_aspect",
    "contradictions": "contradiction_recall_any_strength",
    "flags": "contradiction_flags_precision_any",
}


@pytest.mark.parametrize("key", MEASURED)
def test_the_pages_tell_accuracy_as_it_is(key: str) -> None:
    told = json.loads(SHIPPED.read_text(encoding="utf-8"))[key]["known"][0]
    found = 100 * measured("five")[MEASURED[key]]
    assert abs(found - told) <= 1, "run python -m tests.accuracy"


def test_founding_conflicts_are_contradictions(example: Path) -> None:
    """The three conflicts that the project was founded on, each with both quotes."""
    k = Knowledge.open(example / "corpus", example / ".kb")
    hard = [c for c in k.conflicts if c.strength == "contradiction"]
    sides = [
        [[k.claim(id).quote.lower() for id in side.claims] for side in (c.a, c.b)] for c in hard
    ]

    def there(one: str, other: str) -> bool:
        return any(
            any(one in q for q in x) and any(other in q for q in y)
            for a, b in sides
            for x, y in ((a, b), (b, a))
        )

    assert there("permanent", "one to two years")
    assert there("no side effect", "redness")
    assert there("no side effect", "crust")
    assert there("stimulate", "not help hair growth") or there("increase", "not help hair growth")
