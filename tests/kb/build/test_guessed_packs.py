"""What is guessed from the texts at hand: it always builds, and the packs are the right ones."""

import shutil
from pathlib import Path

import pytest

from extract.topic.load import topic_of
from kb.build.batch import Parser
from kb.build.guessed import Remembering, drafted, standing

ROOT = Path(__file__).parents[3]
FOLDERS = {
    "laser": ("tests/laser/texts", ("treatment",)),
    "corpus": ("corpus/texts", ("needle",)),
    "dehumidifiers": ("tests/gold-packs/dehumidifiers/texts", ("product",)),
    "heat-pumps": ("tests/gold-packs/heat-pumps/texts", ("product",)),
    "robot-vacuums": ("tests/gold-packs/robot-vacuums/texts", ("product",)),
}


@pytest.fixture(scope="module")
def reading(parser: Parser) -> Remembering:
    return Remembering(parser)


@pytest.mark.parametrize(("texts", "packs"), FOLDERS.values(), ids=FOLDERS)
def test_the_packs_whose_questions_the_texts_answer(
    texts: str, packs: tuple[str, ...], reading: Remembering
) -> None:
    found = drafted(ROOT / texts, reading)
    assert found.packs == packs
    assert topic_of(found.topic, Path("topic.yaml")).packs == packs


def test_texts_on_different_things_are_built_too(tmp_path: Path, reading: Remembering) -> None:
    for name, (texts, _) in FOLDERS.items():
        for path in sorted((ROOT / texts).iterdir())[:2]:
            shutil.copy(path, tmp_path / f"{name}-{path.name}")
    found = drafted(tmp_path, reading)
    assert topic_of(found.topic, Path("topic.yaml")).aspects
    assert {"needle", "product"} <= set(found.packs)


DRAFT = """\
topic: Kettle
packs: [claims]
subject:
  name: kettle
  names:
    - kettle
    - "|"
rivals:
  - {name: self, names: [self]}
words:
  site:
    - "<"
first: [cost, lifespan]
"""


def test_guesses_that_cannot_stand_are_dropped() -> None:
    kept = standing(DRAFT)
    assert kept.splitlines() == DRAFT.splitlines()[:6]
    assert topic_of(kept, Path("topic.yaml")).packs == ("claims",)
