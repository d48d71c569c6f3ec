"""Places in a text as editors count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from extract.document.places import Place
from reports.lsp.positions import EditorText, touches

KINDS = PositionEncodingKind


@pytest.mark.parametrize(
    ("text", "encoding", "place", "position"),
    [
        ("one\ntwo", KINDS.Utf16, Place(line=2, column=3), Position(1, 2)),
        ("🌞 é x", KINDS.Utf16, Place(line=1, column=5), Position(0, 5)),
        ("🌞 é x", KINDS.Utf8, Place(line=1, column=5), Position(0, 8)),
        ("🌞 é x", KINDS.Utf32, Place(line=1, column=5), Position(0, 4)),
        ("\ufeffone", KINDS.Utf16, Place(line=1, column=2), Position(0, 2)),
        ("one\r\ntwo\rthree", KINDS.Utf16, Place(line=3, column=1), Position(2, 0)),
        ("one\u2028two", KINDS.Utf16, Place(line=1, column=6), Position(0, 5)),
        ("one", KINDS.Utf16, Place(line=9, column=9), Position(0, 3)),
        ("", KINDS.Utf16, Place(), Position(0, 0)),
    ],
)
def test_a_place_of_the_file_in_the_editor(
    text: str, encoding: KINDS, place: Place, position: Position
) -> None:
    assert EditorText(text, encoding).position(place) == position


def test_what_is_read_has_one_line_feed_a_line_and_is_always_bytes() -> None:
    assert EditorText("\ufeffa\r\nb\rc\0\ud83d").read == "a\nb\nc\ufffd?".encode()


@given(st.text(st.characters(exclude_categories=()), max_size=40), st.integers(0, 9))
def test_every_place_is_within_the_text(text: str, column: int) -> None:
    found = EditorText(text)
    for line in range(1, len(found.lines) + 2):
        at = found.position(Place(line=line, column=column))
        words = found.lines[at.line]
        assert 0 <= at.character <= len(words.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [((0, 2, 0, 5), (0, 5, 0, 5), True), ((0, 2, 0, 5), (0, 6, 0, 7), False),
     ((0, 9, 2, 0), (1, 0, 1, 0), True), ((1, 0, 1, 4), (0, 0, 0, 9), False)],
)  # fmt: skip
def test_a_cursor_beside_a_word_touches_it(
    one: tuple[int, ...], other: tuple[int, ...], told: bool
) -> None:
    made = [Range(Position(a, b), Position(c, d)) for a, b, c, d in (one, other)]
    assert touches(made[0], made[1]) is touches(made[1], made[0]) is told
