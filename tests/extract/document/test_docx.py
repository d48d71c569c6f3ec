import io
import zipfile

import pytest
from docx import Document

from extract.errors import InputError
from tests.extract.document.located import blocks, place, placed, read
from tests.extract.document.makers import docx, tracked

LETTER = docx(
    ("Title", "All about beds"),
    ("Normal", "It lasts "),
    ("Normal", ""),
    ("Heading 1", "Does it squeak?"),
    ("Normal", "Never."),
    ("List Bullet", "It is firm"),
    ("List Bullet", "It is cheap"),
    changes={1: (tracked("del", "five years."), tracked("ins", "ten years."))},
)


def test_tracked_changes_are_accepted() -> None:
    assert blocks(LETTER, ".docx") == [
        ("heading", "All about beds"),
        ("paragraph", "It lasts ten years."),
        ("question", "Does it squeak?"),
        ("paragraph", "Never."),
        ("item", "It is firm"),
        ("item", "It is cheap"),
    ]


def test_places_count_paragraphs_that_hold_text() -> None:
    assert placed(LETTER, ".docx") == [
        ("paragraph 1", "All about beds"),
        ("paragraph 2", "It lasts ten years."),
        ("paragraph 3", "Does it squeak?"),
        ("paragraph 4", "Never."),
        ("paragraph 5", "It is firm"),
        ("paragraph 6", "It is cheap"),
    ]


def test_a_paragraph_broken_by_hand_stays_one() -> None:
    data = docx(("Normal", "It is firm.\nIt is quiet."), ("Normal", "It lasts."))
    assert placed(data, ".docx") == [
        ("paragraph 1", "It is firm."),
        ("paragraph 1", "It is quiet."),
        ("paragraph 2", "It lasts."),
    ]


def test_a_row_of_a_table_is_one_block_whose_cells_count() -> None:
    table = Document()
    made = table.add_table(2, 3)
    for cell, words in zip(made._cells, ("", "Oak", "Ash", "Price", "$90", "$60"), strict=True):
        cell.text = words
    table.add_paragraph("It lasts.")
    out = io.BytesIO()
    table.save(out)
    assert placed(out.getvalue(), ".docx") == [
        ("paragraph 1", "│ Oak │ Ash"),
        ("paragraph 3", "Price │ $90 │ $60"),
        ("paragraph 6", "It lasts."),
    ]
    assert place(out.getvalue(), ".docx", "$60") == "paragraph 5-paragraph 5"


def packed(body: bytes) -> bytes:
    """A Word file with another main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(LETTER)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, body if name == "word/document.xml" else old.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "has no text"),
        (docx(("Normal", "")), "has no text"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "is encrypted or an old Word file; save it as .docx"),
        (LETTER[:600], "is no Word file that can be read"),
        (LETTER[:-300], "is no Word file that can be read"),
        (b"It is firm.", "is no Word file that can be read"),
        (packed(b"<w:doc"), "is no Word file that can be read"),
        (packed(b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "is no Word file that can be read"),
        (packed(b" " * 50_000_000), "unpacks to more than can be read"),
        (b"x" * 20_000_001, "is larger than 20 MB"),
    ],
)
def test_refuses_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(InputError) as error:
        read(data, ".docx")
    assert str(error.value).startswith(f"KB401 a: {told}")
    assert "\n" not in str(error.value)
