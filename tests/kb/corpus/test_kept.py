from pathlib import Path

import pytest

from extract.errors import InputError
from kb.corpus import kept
from kb.corpus.kept import kept_sources
from kb.corpus.sources import read_sources

LIST = """
brighter:
  title: "Roofs: a guide"
  kind: seller
  publisher: unknown
  date: 2023-04-01
copied:
  copy-of: brighter
bare:
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sources.yaml"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_it_is_read_once(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".kb").mkdir()
    first = kept_sources(tmp_path / ".kb", path)
    assert first == read_sources(path)
    monkeypatch.setattr(kept, "read_sources", None)
    assert kept_sources(tmp_path / ".kb", path) == first


def test_another_file_is_read_anew_and_its_mistakes_are_told(path: Path, tmp_path: Path) -> None:
    (tmp_path / ".kb").mkdir()
    kept_sources(tmp_path / ".kb", path)
    path.write_text("brighter:\n  titel: x\n", encoding="utf-8")
    with pytest.raises(InputError, match="titel"):
        kept_sources(tmp_path / ".kb", path)
    path.unlink()
    assert kept_sources(tmp_path / ".kb", path).entries == {}
