"""`export`: everything known, in files for other programs, by the export contract."""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from extract.errors import InputError
from kb.export import claimreview
from kb.export.contract import FILES, MORE, more_rows
from kb.export.tables import to_csv, to_xlsx
from kb.knowledge.frames import COLUMNS, FLAT, frame
from kb.knowledge.graph import node_link, write_graphml
from kb.knowledge.value import Knowledge
from kb.store.files import write_files

TABLES = ("claims", "conflicts")


# What tells an export from files of others that happen to have one of its names.
MARKS = ("claims.jsonl", "conflicts.jsonl", "graph.graphml", "kb.xlsx")


def in_page(claim: str) -> str:
    """A claim's address within whatever page shows it."""
    return f"#claim-{claim}"


def export(
    knowledge: Knowledge, folder: Path, address: Callable[[str], str] = in_page
) -> tuple[str, ...]:
    """Write all formats into `folder`; the names of the files whose bytes changed.

    `address` says where on the site a claim is shown.
    Other files in the folder are left alone. Raises `InputError` if it can't be written to, or
    if a file there has a name of the export's and is of none.
    """
    files = {name: _lines(rows(knowledge)) for name, rows in FILES.items()}
    files[claimreview.FILE] = _lines(claimreview.claim_review_rows(knowledge, address))
    for name in TABLES:
        files[f"{name}.csv"] = to_csv(FLAT[name](knowledge), COLUMNS[name]).encode("utf-8")
    sheets = [name for name in COLUMNS if name != "more_pairs" or knowledge.more]
    files["kb.xlsx"] = to_xlsx({name: frame(knowledge, name) for name in sheets})
    graph = knowledge.graph()
    files["graph.graphml"] = write_graphml(graph)
    files["graph.json"] = node_link(graph).encode("utf-8")
    if knowledge.more:
        files[MORE] = _lines(more_rows(knowledge))
    again = all((folder / name).is_file() for name in MARKS)
    _refuse_foreign(folder, files, again)
    changed = write_files(folder, dict(sorted(files.items())))
    if again and not knowledge.more:
        (folder / MORE).unlink(missing_ok=True)
    return changed


def _refuse_foreign(folder: Path, files: Mapping[str, bytes], again: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder}: can't be written (it is no folder); name another", "KB208")
    there = [name for name in sorted(files) if os.path.lexists(folder / name)]
    for name in there:
        path = folder / name
        if not path.is_file() or not (again or path.read_bytes() == files[name]):
            line = f"{folder}: holds a {name} that is not of an export"
            raise InputError(f"{line}; name a new or an empty folder", "KB213")


def _lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")
