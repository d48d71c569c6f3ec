from pathlib import Path

import pytest

from extract.errors import InputError
from kb.corpus.lessons import read_lesson


def test_the_questions_of_a_lesson_in_its_order_each_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "lessons.yaml"
    path.write_text("first day: [price, does it smell]\nsecond:\n  - care\n", encoding="utf-8")
    assert read_lesson(tmp_path, "first day") == (
        ("price", f"{path}:1: "),
        ("does it smell", f"{path}:1: "),
    )
    assert read_lesson(tmp_path, "second") == (("care", f"{path}:3: "),)


def test_a_lesson_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "lessons.yaml").write_text("first: [price]\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"frist: no such lesson in .*; did you mean first"):
        read_lesson(tmp_path, "frist")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("first: price\n", ":1: 'first' is the text 'price'; write a list"),
        ("first: []\n", ":1: 'first' is an empty list; add at least one entry"),
        ("first: [price, {a: b}]\n", ":1: first: entry 2 is a map of keys; write a text"),
        ("first: [a]\nfirst: [b]\n", ":2: 'first' is written twice"),
        ("- first\n", ":1: not a map of keys"),
        ("first: [a\n", ":"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, wrong: str) -> None:
    path = tmp_path / "lessons.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_lesson(tmp_path, "first")
    assert str(raised.value).startswith(f"KB214 {path}{wrong}")


def test_no_file_says_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"KB214 .*lessons.yaml: there is no such file; write one"):
        read_lesson(tmp_path, "first")
