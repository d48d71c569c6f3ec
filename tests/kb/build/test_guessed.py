"""A corpus without a topic file."""

import shutil
from pathlib import Path

from kb.build.batch import Parser
from kb.build.build import build, outdated
from kb.build.guessed import Remembering, drafted
from kb.knowledge.value import Knowledge

from ..conftest import Place


def without_topic(place: Place) -> Place:
    (place.corpus / "topic.yaml").unlink()
    return place


def test_it_is_built_on_what_is_guessed_from_its_texts(bare: Place, parser: Parser) -> None:
    known = build(without_topic(bare).corpus, bare.store, parser=parser).knowledge
    assert known.topic.guessed
    assert known.topic.subject.name == "solar panel"
    assert known.claims
    assert Knowledge.open(bare.corpus, bare.store).topic == known.topic


def test_nothing_changed_writes_nothing(bare: Place, parser: Parser) -> None:
    build(without_topic(bare).corpus, bare.store, parser=parser)
    assert not build(bare.corpus, bare.store, parser=parser).wrote
    assert outdated(bare.corpus, bare.store) == ()


def test_a_changed_text_is_guessed_from_anew(bare: Place, parser: Parser) -> None:
    build(without_topic(bare).corpus, bare.store, parser=parser)
    bare.edit("brighter-roofs", "at least 40 years", "at least 50 years")
    assert any("sources" in why for why in outdated(bare.corpus, bare.store))
    assert build(bare.corpus, bare.store, parser=parser).wrote


def test_what_is_written_down_reads_as_what_was_guessed(bare: Place, parser: Parser) -> None:
    guessed = build(without_topic(bare).corpus, bare.store, parser=parser).knowledge
    text = drafted(bare.corpus, parser).topic
    (bare.corpus / "topic.yaml").write_text(text, encoding="utf-8")
    written = build(bare.corpus, bare.store, parser=parser).knowledge
    assert written.claims == guessed.claims
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
