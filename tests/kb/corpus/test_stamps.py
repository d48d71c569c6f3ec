"""Texts that did not change are not read again, and none that did is taken for what it was."""

import os
from pathlib import Path

import pytest

from extract.errors import InputError
from kb.corpus import folder
from kb.corpus.folder import read_corpus
from kb.corpus.stamps import UNSTAMPED, note_stamps, read_stamps

from ..conftest import Place

LATER = 1 << 62


def test_stamps_that_were_noted_are_known_again(bare: Place) -> None:
    stamps = read_corpus(bare.corpus).stamps.sure(LATER)
    note_stamps(bare.store, bare.corpus, stamps)
    assert read_stamps(bare.store, bare.corpus) == stamps
    assert read_stamps(bare.store, bare.corpus.parent) == UNSTAMPED
    (bare.store / "texts.json").write_text("{}")
    assert read_stamps(bare.store, bare.corpus) == UNSTAMPED


def test_a_text_that_was_just_written_is_not_sure(bare: Place) -> None:
    since = max(t for p in (bare.corpus / "texts").iterdir() for t in (p.stat().st_ctime_ns,))
    assert read_corpus(bare.corpus).stamps.sure(since) == UNSTAMPED


def test_a_known_text_is_read_when_it_is_asked_for(
    bare: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_corpus(bare.corpus)
    monkeypatch.setattr(folder, "read_document", None)
    now = read_corpus(bare.corpus, known=before.stamps)
    assert now.sources == before.sources
    assert dict(now.documents) == dict(before.documents)


@pytest.mark.parametrize("times", [True, False])
def test_a_text_that_changed_is_read_though_its_size_is_the_same(bare: Place, times: bool) -> None:
    before = read_corpus(bare.corpus)
    path = bare.text("brighter-roofs")
    was = path.stat()
    path.write_bytes(path.read_bytes().replace(b"40 years", b"41 years"))
    if times:
        os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    now = read_corpus(bare.corpus, known=before.stamps)
    assert "41 years" in now.documents["brighter-roofs"].text


def test_a_text_that_changes_while_it_is_read_is_named(bare: Place, tmp_path: Path) -> None:
    before = read_corpus(bare.corpus)
    now = read_corpus(bare.corpus, known=before.stamps)
    bare.text("brighter-roofs").write_text("Something else altogether, just now.", "utf-8")
    with pytest.raises(InputError, match=r"^KB401 .*brighter-roofs.*changed while it was read"):
        _ = now.documents["brighter-roofs"]
