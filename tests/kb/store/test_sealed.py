import json
from pathlib import Path
from typing import Any

import pytest

from kb.store.sealed import sealed, unsealed

ROW: dict[str, Any] = {"key": "k", "words": ["é", 1, None]}


def test_what_was_sealed_comes_back(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(sealed(ROW))
    assert unsealed(tmp_path / "file") == ROW


def test_the_file_is_json() -> None:
    assert json.loads(sealed(ROW))[1] == ROW


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b"\xff",
        sealed(ROW)[:-1],
        sealed(ROW) + b" ",
        sealed(ROW).replace(b'"k"', b'"l"'),
        json.dumps(ROW).encode(),
    ],
)
def test_what_is_not_as_it_was_written_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    assert unsealed(tmp_path / "file") is None


def test_no_file_and_a_folder_are_none(tmp_path: Path) -> None:
    assert unsealed(tmp_path / "file") is unsealed(tmp_path) is None
