"""`export`: everything known, in files for other programs, by the export contract."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kb.export.contract import FILES, MORE, more_rows
from kb.export.tables import to_csv, to_xlsx
from kb.knowledge.frames import COLUMNS, FLAT, frame
from kb.knowledge.graph import node_link, write_graphml
from kb.knowledge.value import Knowledge
from kb.store.files import write_files

TABLES = ("claims", "conflicts")


def export(knowledge: Knowledge, folder: Path) -> tuple[str, ...]:
    """Write all formats into `folder`; the names of the files whose bytes changed.

    Raises `InputError` if the folder can't be written to.
    """
    files = {name: _lines(rows(knowledge)) for name, rows in FILES.items()}
    for name in TABLES:
        files[f"{name}.csv"] = to_csv(FLAT[name](knowledge), COLUMNS[name]).encode("utf-8")
    sheets = [name for name in COLUMNS if name != "more_pairs" or knowledge.more]
    files["kb.xlsx"] = to_xlsx({name: frame(knowledge, name) for name in sheets})
    graph = knowledge.graph()
    files["graph.graphml"] = write_graphml(graph)
    files["graph.json"] = node_link(graph).encode("utf-8")
    if knowledge.more:
        files[MORE] = _lines(more_rows(knowledge))
    changed = write_files(folder, dict(sorted(files.items())))
    if not knowledge.more:
        (folder / MORE).unlink(missing_ok=True)  # of an earlier export
    return changed


def _lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")
