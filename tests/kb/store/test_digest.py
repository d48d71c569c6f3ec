"""A change of code or data makes another program; a change of the pipeline or a command none."""

from pathlib import Path

import pytest

from kb.store import digest


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        ("topic/load.py", True),
        ("packs/treatment.yaml", True),
        ("english/nouns.tsv", True),
        ("english/model/config.json", False),
        ("cli/app.py", False),
        ("notes.md", False),
    ],
)
def test_what_counts(
    file: str, counts: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digest, "ROOT", tmp_path)
    path = tmp_path / "room" / file
    path.parent.mkdir(parents=True)
    path.write_text("one")
    before = digest.code_digest.__wrapped__("room")
    path.write_text("two")
    assert (digest.code_digest.__wrapped__("room") != before) == counts
