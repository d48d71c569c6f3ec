"""A corpus folder as it is read: what a source is called that nobody listed."""

from pathlib import Path

import pytest

from kb.corpus.folder import read_corpus
from tests.kb.conftest import copy_corpus


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On roofs\n\nPanels last for years.\n", "On roofs"),
        ("top of page\n\nOn roofs\n\nPanels last for years.\n", "On roofs"),
        ("Skip to content\nJanuary 2020\n\nOn roofs\n\nPanels last for years.\n", "On roofs"),
        ("Do panels last?\n\nThey do, for years.\n\nOn roofs\n\nMore here.\n", "Do panels last?"),
        ("Panels last for years and more.\n", "Panels last for years and more."),
        ("top of page\n", "leaflet"),
    ],
)
def test_an_unlisted_source_is_called_after_its_first_heading(
    tmp_path: Path, text: str, title: str
) -> None:
    corpus = copy_corpus(tmp_path / "corpus")
    (corpus / "texts" / "leaflet.txt").write_text(text, encoding="utf-8")
    found = {s.id: s.title for s in read_corpus(corpus).sources}
    assert found["leaflet"] == title
