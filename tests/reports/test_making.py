"""The site from a corpus folder, made again only where something changed."""

from pathlib import Path

import pytest

from extract.errors import InputError
from reports.making import make_site
from tests.kb.conftest import copy_corpus


def test_a_site_is_made_once_and_then_left_alone(tmp_path: Path) -> None:
    where = (copy_corpus(tmp_path / "corpus"), tmp_path / ".kb", tmp_path / "site")
    first, again = make_site(*where), make_site(*where)
    assert first.changed and first.written > 10
    assert (tmp_path / "site" / "index.html").is_file()
    assert not again.changed and again.unchanged >= first.written


def test_broken_input_leaves_the_last_good_site(tmp_path: Path) -> None:
    where = (copy_corpus(tmp_path / "corpus"), tmp_path / ".kb", tmp_path / "site")
    make_site(*where)
    before = {p.name: p.read_bytes() for p in (tmp_path / "site").iterdir()}
    (tmp_path / "corpus" / "topic.yaml").write_text("topic: [", encoding="utf-8")
    with pytest.raises(InputError, match=r"topic\.yaml:1"):
        make_site(*where)
    assert {p.name: p.read_bytes() for p in (tmp_path / "site").iterdir()} == before
