"""A position in plain words, and in the two or three that fit a cell."""

from typing import Any

import pytest

from extract.model import Phase
from reports.views.book import Book
from reports.views.label import label_of, short_label
from tests.kb.making import (
    DENY,
    ENDLESS,
    POSSIBLE,
    SEVERAL,
    TOPIC,
    act,
    layers,
    option,
    part,
    position,
    scope,
    years,
)


@pytest.mark.parametrize(
    ("aspect", "more", "words"),
    [
        ("recyclable", {}, "yes"),
        ("recyclable", {"polarity": DENY}, "no"),
        ("lifetime", {"value": SEVERAL}, "several years"),
        ("lifetime", {"value": ENDLESS}, "for life"),
        ("lifetime", {"value": years(1, 2)}, "1–2 years"),
        ("lifetime", {"value": years(8, 8)}, "8 years"),
        ("lifetime", {"value": years(1, low_open=True)}, "over 1 year"),
        ("lifetime", {"value": years(2)}, "at least 2 years"),
        ("lifetime", {"value": years(None, 8)}, "up to 8 years"),
        ("lifetime", {"value": years(0, 8, low_open=True)}, "up to 8 years"),
        ("layers", {"value": layers(1, 1), "polarity": DENY}, "not 1 layer"),
        ("faults", {"value": part("smell")}, "smell"),
        ("faults", {"value": part("smell"), "polarity": DENY}, "no smell"),
        ("faults", {"polarity": DENY}, "no faults"),
        ("filling", {"value": option("wool")}, "wool"),
        ("filling", {"value": option("wool"), "polarity": DENY}, "not wool"),
        ("suits", {"value": part("children"), "polarity": DENY}, "not children"),
        (
            "airing",
            {"value": act("air it", 0, 2, phase=Phase.BEFORE)},
            "air it, before, for 2 days",
        ),
        ("airing", {"value": act("air it"), "polarity": DENY}, "don't air it"),
        ("recyclable", {"certainty": POSSIBLE, "polarity": DENY}, "no, possibly"),
        (
            "faults",
            {"polarity": DENY, "scope": scope("phase", "in summer,")},
            "no faults, in summer",
        ),
    ],
)
def test_a_few_words_for_a_cell(aspect: str, more: dict[str, Any], words: str) -> None:
    assert short_label(TOPIC.aspect(aspect), position(aspect, **more)) == words


def test_a_long_answer_is_cut_at_a_word() -> None:
    long = part("a dip in the middle of the side that one sleeps on")
    words = short_label(TOPIC.aspect("faults"), position("faults", value=long))
    assert words == "a dip in the middle of the…"


def test_what_is_said_of_something_else_is_led_by_its_name(book: Book) -> None:
    labels = {label_of(book, p) for p in book.by_aspect["lifespan"]}
    assert "latex mattress: 20 years" in labels
    assert "8 to 10 years, mostly" in labels
