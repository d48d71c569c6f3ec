"""The text as the parser is shown it: same length, and the pieces join to the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.english.plain import pieces, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo\u00a0three", "one two three"),
        ("Natural Results With No Downtime", "Natural results with no downtime"),
        ("DO NOT WASH it in warm water", "do not wash it in warm water"),
        ("NASA and the FDA agree", "NASA and the FDA agree"),
        ("Anna Smith says that it never fades", "Anna Smith says that it never fades"),
        ("İSTANBUL İZMİR", "İSTANBUL İZMİR"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_plain_keeps_the_length(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text(alphabet="ab. \n", max_size=200), st.integers(1, 30))
def test_pieces_join_to_the_text(text: str, size: int) -> None:
    got = list(pieces(text, size))
    assert "".join(piece for _, piece in got) == text
    assert all(text.startswith(piece, offset) for offset, piece in got)
    assert all(len(piece) <= size for _, piece in got)


def test_pieces_end_with_a_sentence_or_a_word() -> None:
    assert [p for _, p in pieces("One two three. Four five six.", 20)] == [
        "One two three. ",
        "Four five six.",
    ]
    assert [p for _, p in pieces("one two three four", 10)] == ["one two ", "three four"]


def test_each_cell_of_a_row_is_a_piece() -> None:
    assert list(pieces("Price │ $90 │ │ $60")) == [(0, "Price "), (7, " $90 "), (15, " $60")]
