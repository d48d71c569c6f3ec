import subprocess
import sys
from pathlib import Path

import pytest

from extract.document import Place, Places, PlaceUnit, read_document, read_located
from extract.document.places import Run, place_in, rows_of
from kb.corpus.folder import read_corpus
from tests.extract.document.makers import docx, pdf


def test_plain_text_is_its_own_map() -> None:
    document, places = read_located(b"A bed\r\n\r\n  It is firm.\r\n", "copy.txt")
    at = document.text.index("firm")
    assert document.source == "copy"
    assert places.of(at) == Place(line=3, column=9)
    assert places.span(at, at + 4) == (Place(line=3, column=9), Place(line=3, column=13))


def test_lines_and_columns_count_from_one() -> None:
    rows = rows_of("ab\n\nc")
    assert [str(place_in(rows, i)) for i in range(5)] == ["1:1", "1:2", "1:3", "2:1", "3:1"]


def test_between_two_blocks_is_the_end_of_the_first() -> None:
    places = Places(PlaceUnit.LINE, (Run(0, 3, 5), Run(5, 8, 20)), (0, 18))
    assert [str(places.of(i)) for i in (3, 4, 5, 9)] == ["1:9", "1:9", "2:3", "2:6"]


@pytest.mark.parametrize(
    ("data", "unit"),
    [
        (b"<!DOCTYPE html><p>It is firm.", PlaceUnit.LINE),
        (b"\xef\xbb\xbf\n<html><p>It is firm.", PlaceUnit.LINE),
        (pdf([(72, 700, 12, "It is firm.")]), PlaceUnit.PAGE),
        (docx(("Normal", "It is firm.")), PlaceUnit.PARAGRAPH),
        (b"It is firm.", PlaceUnit.LINE),
    ],
)
def test_standard_input_is_read_by_how_it_begins(data: bytes, unit: PlaceUnit) -> None:
    document, places = read_located(data)
    assert (document.source, document.text, places.unit) == ("-", "It is firm.", unit)


def test_standard_input_may_be_told_its_kind() -> None:
    assert read_located(b"It is **firm**.", ending=".md")[0].text == "It is firm."


@pytest.mark.parametrize("ending", [".md", ".markdown", ".html", ".htm", ".txt"])
def test_a_source_may_be_of_any_kind(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"beds{ending.upper()}"
    file.write_text("It is firm.", encoding="utf-8")
    assert read_document(file) == read_located(file)[0]
    assert read_document(file).source == "beds"


def test_libraries_are_loaded_only_for_files_that_need_them() -> None:
    code = "import sys, extract.document as d; d.read_located(b'It is firm.');"
    code += "heavy = 'selectolax', 'markdown_it', 'mammoth', 'pypdfium2';"
    code += "print([m for m in heavy if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_a_corpus_may_hold_every_kind(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    row = "{id: life, label: Life, question: How long?, kind: yesno, says: [last]}"
    topic = f"topic: Beds\nsubject: {{name: bed, names: [bed]}}\naspects: [{row}]\n"
    (tmp_path / "topic.yaml").write_text(topic)
    files = {"a.md": b"It is **firm**.", "b.html": b"<p>It is firm."}
    files |= {"c.docx": docx(("Normal", "It is firm.")), "d.txt": b"It is firm."}
    files |= {"e.pdf": pdf([(72, 700, 12, "It is firm.")]), "scan.pdf": pdf([])}
    for name, data in files.items():
        (tmp_path / "texts" / name).write_bytes(data)
    corpus = read_corpus(tmp_path)
    assert {i: d.text for i, d in corpus.documents.items()} == dict.fromkeys("abcde", "It is firm.")
    assert [name for name, _ in corpus.unread] == ["texts/scan.pdf"]
