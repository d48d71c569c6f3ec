from pathlib import Path

import pytest

from extract.document import read_document
from extract.errors import InputError


def test_the_id_is_the_name_without_its_ending(tmp_path: Path) -> None:
    file = tmp_path / "firm.beds.TXT"
    file.write_bytes(b"A bed\r\n\r\nIt is firm.")
    document = read_document(file)
    assert document.source == "firm.beds"
    assert document.text == "A bed\n\nIt is firm."


@pytest.mark.parametrize(
    ("name", "told"),
    [("none.txt", "can't be read"), ("folder.txt", "can't be read"), ("a.xyz", "use .txt")],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(InputError, match=told) as error:
        read_document(tmp_path / name)
    assert str(tmp_path / name) in str(error.value)


def test_a_text_of_ten_megabytes_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("It lasts ten years. " * 500_000, encoding="utf-8")
    with pytest.raises(InputError, match="holds more than 5 million characters; split it"):
        read_document(file)
