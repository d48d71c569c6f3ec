import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import decode
from extract.document.decode import LARGEST
from extract.errors import InputError


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("A café’s bed".encode(), "A café’s bed"),
        ("\ufeffA bed".encode(), "A bed"),
        ("A café".encode("utf-16"), "A café"),
        ("A café".encode("utf-32"), "A café"),
        (b"It\x92s firm \x96 very", "It’s firm – very"),
        (b"caf\xe9", "café"),
        (b"line\r\nline", "line\r\nline"),
    ],
)
def test_decodes(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


def test_a_long_english_text_is_not_guessed_at() -> None:
    text = "It’s a firm bed – and it’s quiet. " * 400
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_a_long_text_in_another_script_is_guessed() -> None:
    text = "Матрас служит десять лет, если за ним правильно ухаживать. " * 200
    assert decode(text.encode("cp1251"), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "a.txt: has no text"),
        (b" \r\n\t", "a.txt: has no text"),
        ("\ufeff ".encode(), "a.txt: has no text"),
        (b"%PDF-1.7 rest", "a.txt: is a PDF"),
        (b"PK\x03\x04rest", "a.txt: is a ZIP or Office file"),
        (b"a\x00b", "a.txt: holds binary data"),
        (b"\xff\xfea", "a.txt: begins like utf-16"),
        (b"never \x81 mind", "a.txt: is in no encoding"),
        (b"x" * (LARGEST + 1), "a.txt: is larger than 20 MB"),
    ],
)
def test_refuses_in_one_line_with_the_remedy(data: bytes, told: str) -> None:
    with pytest.raises(InputError) as error:
        decode(data, "a.txt")
    line = str(error.value)
    assert line.startswith(f"KB401 {told}")
    assert ";" in line
    assert "\n" not in line


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_refusal(data: bytes) -> None:
    try:
        assert decode(data, "a.txt").strip()
    except InputError as error:
        assert str(error).startswith("KB401 a.txt: ")
