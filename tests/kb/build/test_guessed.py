"""A corpus without a topic file."""

import shutil
from pathlib import Path

import pytest

from kb.build.batch import Parser
from kb.build.build import build, outdated
from kb.build.guessed import Remembering, drafted
from kb.knowledge.value import Knowledge

from ..conftest import Place, copy_corpus


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, parser: Parser) -> tuple[Place, Knowledge]:
    """Built once; not to be changed."""
    folder = tmp_path_factory.mktemp("guessed")
    place = Place(copy_corpus(folder / "corpus"), folder / ".kb")
    (place.corpus / "topic.yaml").unlink()
    return place, build(place.corpus, place.store, parser=parser).knowledge


@pytest.fixture
def known(built: tuple[Place, Knowledge]) -> Knowledge:
    return built[1]


@pytest.fixture
def guessed(built: tuple[Place, Knowledge], tmp_path: Path) -> Place:
    """A copy of it for one test."""
    shutil.copytree(built[0].corpus, tmp_path / "corpus")
    shutil.copytree(built[0].store, tmp_path / ".kb")
    return Place(tmp_path / "corpus", tmp_path / ".kb")


def test_it_is_built_on_what_is_guessed_from_its_texts(guessed: Place, known: Knowledge) -> None:
    assert known.topic.guessed
    assert known.topic.subject.name == "solar panel"
    assert known.claims
    assert Knowledge.open(guessed.corpus, guessed.store).topic == known.topic


def test_nothing_changed_writes_nothing(guessed: Place, parser: Parser) -> None:
    assert not build(guessed.corpus, guessed.store, parser=parser).wrote
    assert outdated(guessed.corpus, guessed.store) == ()


def test_a_changed_text_is_guessed_from_anew(guessed: Place, parser: Parser) -> None:
    guessed.edit("brighter-roofs", "at least 40 years", "at least 50 years")
    assert any("sources" in why for why in outdated(guessed.corpus, guessed.store))
    assert build(guessed.corpus, guessed.store, parser=parser).wrote


def test_what_is_written_down_reads_as_what_was_guessed(
    guessed: Place, known: Knowledge, parser: Parser
) -> None:
    text = drafted(guessed.corpus, parser).topic
    (guessed.corpus / "topic.yaml").write_text(text, encoding="utf-8")
    written = build(guessed.corpus, guessed.store, parser=parser).knowledge
    assert written.claims == known.claims
    assert not written.topic.guessed


def test_texts_may_stand_right_in_the_folder(bare: Place, tmp_path: Path, parser: Parser) -> None:
    folder = tmp_path / "texts-only"
    shutil.copytree(bare.corpus / "texts", folder)
    (folder / "notes.xyz").write_text("not a text", encoding="utf-8")
    known = build(folder, tmp_path / "store", parser=parser).knowledge
    assert len(known.sources) == 3
    assert known.unread == ()


def test_no_text_is_parsed_twice() -> None:
    asked: list[str] = []

    def parser(texts):  # type: ignore[no-untyped-def]
        asked.extend(texts)
        return iter([f"parse of {t}" for t in texts])

    remembering = Remembering(parser)
    assert list(remembering(["a", "b", "a"])) == ["parse of a", "parse of b", "parse of a"]
    assert list(remembering(["b", "c"])) == ["parse of b", "parse of c"]
    assert asked == ["a", "b", "c"]
