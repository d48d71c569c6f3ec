import pytest

from reports import text


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2024-03-07", "7 March 2024"),
        ("2024-03", "March 2024"),
        ("2019", "2019"),
        ("2024-13-40", "2024-13-40"),
        ("last spring", "last spring"),
        (None, ""),
    ],
)
def test_dates_are_written_out(given: str | None, shown: str) -> None:
    assert text.when(given) == shown


@pytest.mark.parametrize(
    ("figures", "unit", "n", "shown"),
    [
        ("400–1,200", "USD", 1200.0, "$400–1,200"),
        ("1", "hour", 1.0, "1 hour"),
        ("1–2", "year", 2.0, "1–2 years"),
        ("18", "percent", 18.0, "18%"),
        ("90", "CHF", 90.0, "90 CHF"),
    ],
)
def test_amounts_carry_their_unit(figures: str, unit: str, n: float, shown: str) -> None:
    assert text.amount(figures, unit, n) == shown


def test_a_long_text_is_cut_at_a_word() -> None:
    assert text.shorten("It lasts for eight years, mostly", 25) == "It lasts for eight years…"


def test_a_long_word_is_cut_where_it_must_be() -> None:
    assert text.shorten("W" * 100, 10) == "W" * 9 + "…"


def test_the_end_of_a_long_text_is_cut_at_a_word_too() -> None:
    assert text.shorten_front("as we said at first, it ", 12) == "…first, it "


def test_what_html_does_not_allow_is_shown_and_breaks_are_spaces() -> None:
    assert text.visible("a\x00b\x0bc\ud800d") == "a\ufffdb\ufffdc\ufffdd"
    assert text.visible("a\u202eb\u2066c\u200ed") == "a\ufffdb\ufffdc\u200ed"
    assert text.visible("a\u2028b\u2029c\x85d\ne") == "a b c d\ne"


def test_a_sentence_gets_its_capital_and_stop() -> None:
    assert text.sentence("five sources") == "Five sources."
    assert text.sentence("Is it so?") == "Is it so?"
