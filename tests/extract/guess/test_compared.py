"""What texts set the subject against."""

import pytest

from extract.guess.compared import rivals

from .texts import ROBOTS, evidence, words


def found(names: list[str], *texts: str) -> list[tuple[str, ...]]:
    return [g.names for g in rivals(evidence(*texts), words(*names))]


def test_rivals_are_named_after_words_that_compare() -> None:
    against = found(["robot vacuum", "robot"], *ROBOTS)
    assert ("upright-vacuum",) in against
    assert ("stick-vacuum",) in against


@pytest.mark.parametrize(
    "text",
    [
        "Unlike a bucket, a pump is loud. A bucket is silent.",
        "A pump is dearer than a bucket. A bucket is silent.",
        "Use a pump instead of a bucket. A bucket is silent.",
        "The alternative to a bucket is a pump. A bucket is silent.",
        "Compared to a bucket, a pump is loud. A bucket is silent.",
    ],
)
def test_each_way_of_comparing(text: str) -> None:
    assert found(["pump"], text) == [("bucket",)]


@pytest.mark.parametrize(
    "text",
    [
        "A pump lasts longer than a year. The year was dry.",
        "A pump goes deeper than the bucket. The bucket is dry.",
        "Unlike other pumps, this pump is loud.",
        "A pump is better than nothing.",
        "A pump is better than a bucket.",
        "It came to less than a bucket. A bucket is silent.",
        "It is no louder than a bucket. A bucket is silent.",
        "Cold, much like a bucket. A bucket is silent.",
    ],
    ids=[
        *("a time", "a known thing", "the subject", "nothing", "seen once"),
        *("a measure", "no difference", "a likeness"),
    ],
)
def test_what_is_no_rival(text: str) -> None:
    assert found(["pump"], text) == []


def test_a_likeness_in_two_texts_makes_a_rival() -> None:
    one, two = "It costs much like a bucket.", "Cold, just like a bucket. A bucket is silent."
    assert found(["pump"], one, two) == [("bucket",)]


def test_the_long_form_of_the_name_is_no_rival() -> None:
    text = "Unlike a vacuum cleaner, it drives. A robot vacuum cleaner drives by itself."
    assert found(["robot vacuum"], text) == []


def test_forms_of_a_word_are_one_rival() -> None:
    text = "Unlike waxing, it is mild. It is cheaper than wax. Wax sticks. Waxing hurts."
    assert sorted(sum(found(["pump"], text), ())) == ["wax", "waxing"]
    assert len(found(["pump"], text)) == 1
