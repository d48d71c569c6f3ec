from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import read_document, read_plain
from extract.document.plain import is_question
from extract.model import BlockKind
from tests.growth import grows_evenly

LONG = "The bed is made of oak and of ash, and people who sleep on it say that it is quiet. " * 2


def blocks(text: str) -> list[tuple[str, str]]:
    document = read_plain("a", text)
    return [(str(b.kind), document.text[b.start : b.end]) for b in document.blocks]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in blocks(text)]


def test_line_ends_are_all_that_changes() -> None:
    text = "\tA bed\r\n\r\nIt’s\u00a0firm.\rSo it is. \n"
    assert read_plain("a", text).text == "\tA bed\n\nIt’s\u00a0firm.\nSo it is. \n"


def test_a_page_with_headings() -> None:
    text = f"All About Beds\n\n{LONG}\n\nHow long it lasts\n\n{LONG}\n\n## Care\n{LONG}"
    assert kinds(text) == ["heading", "paragraph"] * 3


def test_a_title_may_be_a_question_or_a_call() -> None:
    assert kinds(f"What Is a Slatted Bed?\n\n{LONG}")[0] == "heading"
    assert kinds(f"Sleep on oak and wake up happy!\n\n{LONG}")[0] == "heading"


def test_title_and_line_below_it() -> None:
    text = f"Sleep Better Tonight\n\nThe bed that lasts 20 years\n\n{LONG}"
    assert kinds(text) == ["heading", "heading", "paragraph"]


def test_rows_of_figures_are_no_menu() -> None:
    table = "Bed | Slats | Price\nOak | 12 | $300\nAsh, large | 14 | from $400"
    assert kinds(f"Title\n\n{LONG}\n\n{table}\n\n{LONG}")[2:5] == ["paragraph"] * 3
    menu = "Home | Beds | Slats\nOak | Ash | Elm"
    assert kinds(f"Title\n\n{LONG}\n\n{menu}\n\n{LONG}")[2:4] == ["furniture"] * 2


def test_a_short_sentence_is_no_heading() -> None:
    assert kinds(f"Title\n\n{LONG}\n\nIt takes four hours.\n\n{LONG}")[2] == "paragraph"


def test_a_label_with_its_figure_is_no_heading() -> None:
    assert kinds(f"Title\n\n{LONG}\n\nLifespan: 25 years\n\n{LONG}")[2] == "paragraph"


def test_what_has_nothing_below_is_no_heading() -> None:
    assert kinds(f"Title\n\n{LONG}\n\nA quiet bed")[-1] == "paragraph"


def test_questions_with_answers() -> None:
    text = f"Beds\n\n{LONG}\n\nDoes it squeak?\n\nNot at all.\n\nQ: Is it firm?\nA: Yes, it is."
    assert blocks(text)[2:] == [
        ("question", "Does it squeak?"),
        ("paragraph", "Not at all."),
        ("question", "Is it firm?"),
        ("paragraph", "Yes, it is."),
    ]


def test_a_numbered_question_is_a_question() -> None:
    assert blocks(f"1. Does it squeak?\n{LONG}")[0] == ("question", "Does it squeak?")


def test_a_paragraph_that_ends_in_a_question_is_a_paragraph() -> None:
    assert kinds("The bed is quiet. Who would not want it?") == ["paragraph"]


def test_marked_lists() -> None:
    text = "The four uses are:\n\n1- It is firm\n\n2- It is quiet\n\n• It is cheap\n\n✓It is oak"
    assert blocks(text) == [
        ("paragraph", "The four uses are:"),
        ("item", "It is firm"),
        ("item", "It is quiet"),
        ("item", "It is cheap"),
        ("item", "It is oak"),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_bare_lists_under_a_lead_in(gap: str) -> None:
    text = gap.join(["Benefits:", "No squeaking", "Low price"]) + f"\n\nCare\n\n{LONG}"
    assert kinds(text) == ["paragraph", "item", "item", "heading", "paragraph"]


def test_a_lead_in_may_have_an_aside_and_its_list_a_sentence() -> None:
    text = "What spoils it: (Ask us.)\nHeat\nSalt. Much of it above all.\nDust\n\nCall us."
    assert kinds(f"About\n\nIt is good.\n{text}")[-4:-1] == ["item"] * 3


def test_a_sentence_after_a_list_is_no_item() -> None:
    text = "What spoils it:\nHeat\nDust\nIt rains a lot here, and the oak has to dry for a week."
    assert kinds(f"About\n\nIt is good.\n{text}")[-1] == "paragraph"


def test_bare_lists_under_a_heading() -> None:
    text = f"{LONG}\n\nWhy people buy it\nFirm\nQuiet\nLow price\n\n{LONG}"
    assert kinds(text) == ["paragraph", "heading", "item", "item", "item", "paragraph"]


def test_furniture_and_what_trails_it() -> None:
    text = f"Skip to content\n\nAll About Beds\n\nBy Ann Lee\n\n{LONG}\n\nRelated Articles\n\n"
    text += "Slats and how to choose them\n\nIs oak better?\n\nCall +44 20 7946 0018"
    assert kinds(text) == ["furniture", "heading", "furniture", "paragraph"] + ["furniture"] * 4


def test_text_goes_on_after_related_links() -> None:
    text = f"{LONG}\n\nRelated Articles\n\nSlats\n\n{LONG}\n\nCare\n\n{LONG}"
    assert kinds(text)[-3:] == ["paragraph", "heading", "paragraph"]


def test_a_text_without_words_has_no_blocks() -> None:
    assert read_plain("a", " \n--\n").blocks == ()


SAMPLES = ["", "Title", "Uses:", "1- one", "  2. two", "• three", "## Head", "Q: Why?", "A: So."]
SAMPLES += [LONG, "Read more", "Related posts", "Is it?", "a line of prose " * 5, "---", "\t", "©"]
LINES = st.sampled_from(SAMPLES)


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join)))
def test_blocks_are_in_order_and_hold_words(text: str) -> None:
    document = read_plain("a", text)
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert words == words.strip()
        end = block.end


@given(st.lists(LINES).map("\n".join))
def test_no_word_is_lost(text: str) -> None:
    document = read_plain("a", text)
    kept = " ".join(document.text[b.start : b.end] for b in document.blocks)
    for word in ("Title", "one", "two", "three", "prose", "quiet"):
        assert text.count(word) == kept.count(word)


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("word ", 80_000),
        ("x\n", 30_000),
        ("a | ", 100_000),
        ("1. ", 130_000),
        ("\n", 400_000),
        ("555-", 100_000),
        ("Read more\n", 6_000),
    ],
)
def test_large_texts_take_linear_time(piece: str, times: int) -> None:
    assert grows_evenly(lambda n: read_plain("a", piece * n), times)


TEXTS = Path(__file__).parents[3] / "corpus" / "texts"
EXPECTED = {
    "alternative-solution-for-alopecia": (
        [
            "Scalp micro pigmentation- an alternative solution for alopecia",
            "scalp micro pigmentation in Pakistan",
        ],
        6,
        5,
    ),
    "common-questions-micro-scalp": (["Common Questions Regarding Micro-Scalp"], 0, 0),
    "ten-things-you-need-to-know": (
        [
            "10 Things You Need to Know About Scalp Micropigmentation",
            "What is Scalp Micropigmentation",
            "Some tips before and after scalp micropigmentation",
        ],
        10,
        1,
    ),
    "what-is-scalp-micropigmentation": (["What Is Scalp Micropigmentation?"], 0, 0),
    "what-you-need-to-know": (
        [
            "What You Need to Know About Scalp Micropigmentation",
            "Hair loss treatment",
            "Side effects",
            "Exfoliation of the stratum corneum",
            "Blood-thinning medications",
        ],
        0,
        1,
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_five_texts(name: str) -> None:
    headings, items, furniture = EXPECTED[name]
    document = read_document(TEXTS / f"{name}.txt")
    found = [(b.kind, document.text[b.start : b.end]) for b in document.blocks]
    assert [words for kind, words in found if kind is BlockKind.HEADING] == headings
    assert sum(kind is BlockKind.ITEM for kind, _ in found) == items
    assert sum(kind is BlockKind.FURNITURE for kind, _ in found) == furniture
    said = [words for kind, words in found if kind is BlockKind.QUESTION]
    assert all(words.endswith("?") for words in said)


def test_dots_that_open_a_question_end_no_sentence() -> None:
    assert is_question("So... is it for you?")
    assert not is_question("It is quiet. Is it for you?")
