import pytest

from extract.document.lines import MARKERS, Mark, joined_lines


def lines(text: str) -> list[str]:
    return [text[line.start : line.end] for line in joined_lines(text)]


@pytest.mark.parametrize("row", MARKERS, ids=lambda row: row[2])
def test_every_marker_stands_outside_its_line(row: tuple[Mark, str, str]) -> None:
    mark, _, example = row
    (line,) = joined_lines(example)
    assert line.mark is mark
    words = example[line.start : line.end]
    assert words in ("It is firm.", "It is firm") or mark is not Mark.ITEM
    assert words[0].isalpha()
    assert not words.startswith(("Q:", "A:"))


@pytest.mark.parametrize(
    "text",
    [
        "10 Things You Need to Know",
        "3 - 4 hours of work",
        "1-4 hours of work",
        "2.5 hours of work",
        "2019. The year of the bed",
        "A. Lee built it",
        "-40 degrees outside",
        "Quite firm: it holds",
        "Also: it holds",
    ],
)
def test_what_is_no_marker(text: str) -> None:
    assert joined_lines(text)[0].mark is Mark.NONE


def test_offsets_point_past_indent_and_marker() -> None:
    text = "Uses:\n\n  1. Beds \n  2.\tSofas\n"
    assert lines(text) == ["Uses:", "Beds", "Sofas"]


def test_rows_without_words_hold_nothing() -> None:
    assert lines("A bed\n-----\n\n***\n=====\nA sofa") == ["A bed", "A sofa"]


def test_paragraphs_of_one_line_each_stay_apart() -> None:
    one = "The bed is firm and it holds well for years on end."
    other = "The sofa is soft, and people who sit on it say so, all the time, to everybody."
    assert lines(f"{one}\n{other}\n{one}") == [one, other, one]


def test_wrapped_paragraphs_and_items() -> None:
    text = (
        "The mattress is made of springs that stand each in a bag of its own, so that\n"
        "nobody feels it when the other one turns. It is firm, and it does hold well.\n"
        "After ten years of use it begins to sag, first in the middle, then at one of\n"
        "its ends.\n"
        "\n"
        "Uses of it:\n"
        "- sleeping on it, the whole night long if you can, and half of the day if it\n"
        "  rains, is what most people want\n"
        "- jumping\n"
    )
    found = lines(text)
    assert [line.split()[0] for line in found] == ["The", "Uses", "sleeping", "jumping"]
    assert found[0].endswith("its ends.")
    assert found[2].endswith("people want")


def test_a_line_broken_within_a_sentence_is_joined() -> None:
    text = (
        "The bed is made of oak, of ash and of beech wood and\nit lasts for years.\n" + "x " * 200
    )
    assert lines(text)[0].endswith("for years.")
