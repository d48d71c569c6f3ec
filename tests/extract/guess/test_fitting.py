"""Which packs fit."""

from pathlib import Path

from extract.guess.draft import topic_text
from extract.guess.evidence import Seen
from extract.guess.fitting import PackFit, fitting, pack_fits
from extract.guess.guess import guess_of
from extract.topic.load import topic_of

from .texts import read

PILL = (
    "# Lamp therapy\nLamp therapy hurts. It costs £90. You need three sessions.",
    "# Lamp therapy\nLamp therapy is painless. It costs £60. You need ten sessions.",
)


def fit(pack: str, answered: int, texts: int = 2) -> PackFit:
    answers = tuple((f"q{n}", Seen(2, texts)) for n in range(answered))
    return PackFit(pack, 10, 2 * answered, answers, (), 2)


def test_a_pack_fits_by_the_share_of_its_questions_that_texts_answer() -> None:
    assert fit("treatment", 2).fits
    assert not fit("treatment", 1).fits


def test_what_single_texts_answer_is_not_enough() -> None:
    assert not fit("treatment", 5, texts=1).fits


def test_a_pack_that_another_one_brings_along_is_not_named() -> None:
    assert fitting([fit("claims", 5), fit("treatment", 5)]) == ("treatment",)


def test_questions_that_texts_answer_are_counted_by_pack() -> None:
    texts = read(*PILL)
    guess = guess_of(texts)
    names = guess.subject.split()
    found = pack_fits(texts, names, lambda p: topic_of(topic_text(guess, p), Path("topic.yaml")))
    answers = {id: seen for f in found for id, seen in f.answers}
    assert answers["pain"] == Seen(2, 2)
    assert answers["session-count"] == Seen(2, 2)
    assert [f.pack for f in found] == sorted(f.pack for f in found)


def test_a_question_that_the_name_answers_is_left_out() -> None:
    texts = read(
        "# Laser rust removal\nLaser rust removal is done with light. The laser is hot. "
        "The laser is new.",
        "# Laser rust removal\nLaser rust removal takes an hour. The laser is cheap. "
        "The laser is hot.",
    )
    guess = guess_of(texts)
    found = pack_fits(
        texts, guess.subject.split(), lambda p: topic_of(topic_text(guess, p), Path("topic.yaml"))
    )
    assert "removal" in {id for f in found for id in f.blind}
