"""`kb init`, as a person types it."""

import sys
from pathlib import Path

import pytest

from kb.cli import main
from kb.corpus.folder import read_corpus

TEXTS = {
    "one": "Garden pumps\n\nA garden pump lasts ten years. A garden pump costs £90. "
    "Unlike a bucket, a garden pump is quick. A bucket is slow.\n",
    "two": "Garden pumps tested\n\nA garden pump lasts two years. A garden pump costs £50.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def init(patch: pytest.MonkeyPatch, *words: object) -> int:
    patch.setattr(sys, "argv", ["kb", "init", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert isinstance(ended.value.code, int | None)
    return ended.value.code or 0


def test_it_writes_files_that_are_ready_to_build(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(monkeypatch, folder) == 0
    corpus = read_corpus(folder)
    assert corpus.topic.subject.name == "garden pump"
    assert [rival.name for rival in corpus.topic.rivals] == ["bucket"]
    assert [source.title for source in corpus.sources] == ["Garden pumps", "Garden pumps tested"]
    assert "garden pump" in capsys.readouterr().out


def test_a_topic_file_is_written_over_only_if_told_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = folder / "topic.yaml"
    mine.write_text("topic: Mine\n", encoding="utf-8")
    assert init(monkeypatch, folder) == 2
    assert mine.read_text(encoding="utf-8") == "topic: Mine\n"
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (folder / "sources.yaml").exists()
    assert init(monkeypatch, folder, "--replace") == 0
    assert "garden pump" in mine.read_text(encoding="utf-8")


def test_what_is_known_of_sources_is_left(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sources.yaml").write_text("one: {title: Mine}\n", encoding="utf-8")
    assert init(monkeypatch, folder) == 0
    assert (folder / "sources.yaml").read_text(encoding="utf-8") == "one: {title: Mine}\n"


def test_a_folder_without_texts_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(monkeypatch, tmp_path) == 2
    assert "put the source texts there" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
