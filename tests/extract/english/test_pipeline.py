"""Which pipeline is loaded, and what is said when it can't serve."""

from pathlib import Path

import pytest

from extract.english.pipeline import SETTING, SHIPPED, load, locate, version
from extract.errors import InputError


def test_the_shipped_pipeline_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    assert locate() == SHIPPED
    assert sum(p.stat().st_size for p in SHIPPED.rglob("*") if p.is_file()) < 15_000_000


def test_the_setting_names_another(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    monkeypatch.setenv(SETTING, str(tmp_path))
    assert locate() == tmp_path
    assert locate(str(SHIPPED)) == SHIPPED


@pytest.mark.parametrize("name", ["no/such/folder", "no_such_package", "not a name", "json"])
def test_a_pipeline_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(InputError, match=f"{name}: no such language pipeline"):
        load(name)


def test_a_broken_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(InputError, match="can't load this pipeline"):
        load(str(tmp_path))


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(InputError, match=r"assigns no token\.dep"):
        load(str(tmp_path))


def test_labels_of_another_scheme_are_refused(tmp_path: Path) -> None:
    import spacy

    nlp = spacy.load(SHIPPED)
    nlp.remove_pipe("parser")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "case", "dobj", "pobj"):
        parser.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path)
    with pytest.raises(InputError, match="it lacks cop, obl"):
        load(str(tmp_path))


def test_version_follows_the_files(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    first = version(str(tmp_path))
    assert version(str(tmp_path)) == first != version()
    (tmp_path / "meta.json").write_text('{"name": "other"}')
    assert version(str(tmp_path)) != first


def test_version_needs_no_spacy() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from extract.english.pipeline import version; version();"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
