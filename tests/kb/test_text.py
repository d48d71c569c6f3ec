import pytest

from kb import text


@pytest.mark.parametrize(
    ("n", "shown"),
    [
        (40, "40"),
        (2000.0, "2,000"),
        (10_000, "10,000"),
        (2.5, "2.5"),
        (0.005, "0.005"),
        (-3.0, "-3"),
        (0, "0"),
    ],
)
def test_figures_are_grouped_and_carry_no_idle_zeros(n: float, shown: str) -> None:
    assert text.number(n) == shown


@pytest.mark.parametrize(
    ("n", "noun", "shown"),
    [
        (0, "tension", "no tensions"),
        (1, "claim", "one claim"),
        (12, "source", "twelve sources"),
        (13, "near miss", "13 near misses"),
        (2, "category", "two categories"),
        (2, "person", "two people"),
        (1500, "day", "1,500 days"),
    ],
)
def test_counts_are_words_up_to_twelve(n: int, noun: str, shown: str) -> None:
    assert text.count(n, noun) == shown


def test_figures_of_a_table_stay_figures() -> None:
    assert (text.figure(1, "claim"), text.figure(1200, "foot")) == ("1 claim", "1,200 feet")


@pytest.mark.parametrize(
    ("items", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_end_in_and(items: list[str], shown: str) -> None:
    assert text.listing(items) == shown


def test_control_and_direction_marks_are_left_out_of_plain_text() -> None:
    assert text.plain("a\u202eb\x00c\nd\x1b[31m") == "a b c d [31m"


def test_a_label_is_found_again_in_its_line_and_a_quotation_is_none() -> None:
    line = (
        f"One says {text.labelled('soft [1]')}, but “it [may] be”, the other {text.labelled('no')}"
    )
    assert [f["label"] for f in text.LABELLED.finditer(line)] == ["soft (1)", None, "no"]
    cut = line[: line.index("soft") + 2]
    assert [f["label"] for f in text.LABELLED.finditer(cut)] == ["so"]


def test_who_contradicts_itself_is_told_from_plain_support() -> None:
    assert text.holders(2, 0) == "2 sources"
    assert text.holders(1, 1) == "1 source, which contradicts itself"
    assert text.holders(2, 2) == "2 sources, which contradict themselves"
    assert text.holders(3, 1) == "3 sources, one of which contradicts itself"
