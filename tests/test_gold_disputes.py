"""Disputes on annotated texts: few, the right ones first, each conflict where a reader looks."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kb.build.assemble import assemble
from kb.build.read import read_all
from kb.corpus.folder import read_corpus
from kb.knowledge.value import Knowledge
from kb.model import Conflict, Strength
from kb.store.database import Store
from kb.store.tables import FILE
from tests.once import rules, topic

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"

READERS_QUESTION = {
    "longevity": "longevity",
    "longevity|fading": "longevity",
    "color_change|longevity": "color-change",
    "maintenance": "longevity",
    "side_effects": "side-effects",
    "side_effects|pain": "side-effects",
    "side_effects|allergy": "side-effects",
    "side_effects|infection_risk": "side-effects",
    "infection_risk": "side-effects",
    "hair_growth": "hair-growth",
    "pigment_depth": "depth",
    "invasiveness": "invasiveness",
    "invasiveness|skin_preparation": "invasiveness",
    "session_gap": "session-gap",
}
"""What the annotation's contradictions are about, and the question a reader would look under."""


def known(texts: Path, scratch: Path) -> Knowledge:
    read = read_corpus(CORPUS, texts, topic)
    compiled = rules(CORPUS / "topic.yaml")
    with Store(scratch / FILE, write=True) as store:
        return assemble(read, read_all(read, store, compiled=lambda _: compiled))


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return known(HERE / "gold" / "five" / "texts", tmp_path_factory.mktemp("five"))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return known(HERE / "gold" / "real" / "texts", tmp_path_factory.mktemp("real"))


def rows(name: str) -> Iterable[dict[str, Any]]:
    lines = (HERE / "gold" / "five" / name).read_text(encoding="utf-8").splitlines()
    return map(json.loads, lines)


def squeezed(words: str) -> str:
    return "".join(words.split())


def shows(k: Knowledge, found: Conflict, a: str, b: str) -> bool:
    """Whether the conflict's two sides have passages within, or around, these two quotes."""
    one, other = (
        [squeezed(k.claim(id).quote) for id in side.claims] for side in (found.a, found.b)
    )

    def told(side: list[str], quote: str) -> bool:
        return any(said in quote or quote in said for said in side)

    return (told(one, a) and told(other, b)) or (told(one, b) and told(other, a))


def test_a_few_disputes_hold_all_conflicts_of_the_five(five: Knowledge) -> None:
    assert 0 < len(five.disputes) <= 14
    held = [id for d in five.disputes for id in d.conflicts]
    assert sorted(held) == sorted(c.id for c in five.conflicts)


def test_what_matters_most_comes_first(five: Knowledge) -> None:
    first = [d.aspects[0] for d in five.disputes[:4]]
    assert first[:3] == ["longevity", "side-effects", "hair-growth"]
    assert first[3] in ("pain", "maintenance")


def test_there_are_at_most_a_third_as_many_disputes_as_flags(real: Knowledge) -> None:
    assert real.conflicts
    assert 3 * len(real.disputes) <= len(real.conflicts)


def test_each_contradiction_lies_under_the_question_a_reader_would_give_it(
    five: Knowledge,
) -> None:
    quotes = {row["id"]: squeezed(row["quote"]) for row in rows("claims.jsonl")}
    home = {id: d.aspects[0] for d in five.disputes for id in d.conflicts}
    seen = 0
    for row in (r for r in rows("conflicts.jsonl") if r["strength"] == Strength.CONTRADICTION):
        a, b = quotes[row["a"]], quotes[row["b"]]
        under = {home[c.id] for c in five.conflicts if shows(five, c, a, b)}
        seen += bool(under)
        assert under <= {READERS_QUESTION[row["aspect"]]}, row["why"]
    assert seen >= 34  # of 40; how many pairs are found at all, `test_gold.py` holds
