import csv
import io
import json
import zipfile
from pathlib import Path

import networkx
import openpyxl
import pytest

from extract.errors import InputError
from kb.export.tables import to_csv, to_xlsx
from kb.export.write import export
from kb.knowledge.frames import COLUMNS
from kb.knowledge.value import Knowledge
from kb.store.files import write_files

from ..conftest import Place

FILES = {
    *("claims.jsonl", "positions.jsonl", "conflicts.jsonl", "near_misses.jsonl", "sources.jsonl"),
    *("disputes.jsonl", "corrections.jsonl", "claimreview.jsonl"),
    *("claims.csv", "conflicts.csv", "kb.xlsx", "graph.graphml", "graph.json"),
}
# The export contract: fields may be added, these stay.
CONTRACT = {
    "claims": (
        "id source start end quote sentence_start sentence_end subject aspect polarity value "
        "certainty quantifier condition scope attribution"
    ),
    "positions": "id aspect label claims sources",
    "conflicts": ("id aspect kind strength within_source within_sources a b explanation verdict"),
    "disputes": "id aspects question strength sides conflicts",
    "near_misses": "a b aspect rung explanation",
    "sources": "id file title publisher url date sha256",
}


@pytest.fixture(scope="module")
def known(first: Place) -> Knowledge:
    return Knowledge.open(first.corpus, first.store)


@pytest.fixture(scope="module")
def folder(known: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("exports")
    export(known, out)
    return out


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_every_file_is_written(folder: Path) -> None:
    assert {p.name for p in folder.iterdir()} == FILES


@pytest.mark.parametrize("name", CONTRACT)
def test_rows_hold_the_contract(folder: Path, name: str) -> None:
    for row in rows(folder, name):
        assert set(CONTRACT[name].split()) <= set(row)


@pytest.mark.parametrize("name", ["claims", "positions", "conflicts", "sources"])
def test_rows_are_sorted_by_id(folder: Path, name: str) -> None:
    ids = [str(row["id"]) for row in rows(folder, name)]
    assert ids == sorted(ids)
    assert len(ids) == len(set(ids))


def test_every_conflict_stands_in_one_dispute(folder: Path) -> None:
    named = [id for row in rows(folder, "disputes") for id in row["conflicts"]]  # type: ignore[attr-defined]
    assert sorted(named) == [row["id"] for row in rows(folder, "conflicts")]


def test_quotes_stand_in_their_texts(folder: Path, known: Knowledge) -> None:
    for row in rows(folder, "claims"):
        text = known.documents[str(row["source"])].text
        assert text[slice(row["start"], row["end"])] == row["quote"]


def test_the_same_knowledge_gives_the_same_bytes(
    known: Knowledge, folder: Path, tmp_path: Path
) -> None:
    export(known, tmp_path)
    for name in sorted(FILES):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name


def test_an_unchanged_file_is_not_touched(known: Knowledge, folder: Path) -> None:
    before = {p.name: p.stat().st_mtime_ns for p in folder.iterdir()}
    assert export(known, folder) == ()
    assert {p.name: p.stat().st_mtime_ns for p in folder.iterdir()} == before


def test_the_graph_is_read_back(known: Knowledge, folder: Path) -> None:
    graph = known.graph()
    read = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    assert set(read.nodes) == set(graph.nodes)
    data = json.loads((folder / "graph.json").read_text(encoding="utf-8"))
    linked = networkx.node_link_graph(data, edges="edges")
    assert set(linked.edges(keys=True)) == set(graph.edges(keys=True))


def test_tables_have_a_row_for_each_claim_and_conflict(known: Knowledge, folder: Path) -> None:
    text = (folder / "claims.csv").read_text(encoding="utf-8")
    assert len(list(csv.DictReader(io.StringIO(text)))) == len(known.claims)
    book = openpyxl.load_workbook(folder / "kb.xlsx")
    assert book.sheetnames == [name for name in COLUMNS if name != "more_pairs"]
    assert book["conflicts"].max_row == len(known.conflicts) + 1


HOSTILE = "=HYPERLINK(1)"


def test_a_cell_is_no_formula() -> None:
    import pandas

    assert to_csv([{"quote": HOSTILE}]) == "quote\n'=HYPERLINK(1)\n"
    content = to_xlsx({"claims": pandas.DataFrame({"quote": [HOSTILE, "bell\x07"]})})
    sheet = openpyxl.load_workbook(io.BytesIO(content))["claims"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == (HOSTILE, "s")
    assert sheet["A3"].value == "bell"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_a_table_without_rows_keeps_its_header() -> None:
    assert to_csv([], ("id", "quote")) == "id,quote\n"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="can't be written"):
        write_files(tmp_path / "file" / "folder", {"a": b""})
