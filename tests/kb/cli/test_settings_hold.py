"""`.kb.toml` says for every command where the corpus, the store and the site are."""

import shutil
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from kb.cli.app import app, settle

from ..conftest import Place
from .test_commands import Kb, kb

__all__ = ["kb"]

SETTINGS = 'corpus = "lasers"\nstore = "kept"\nsite = "pages"\n'
NEEDED = {
    "check": ["copy.md"],
    "search": ["pain"],
    "decide": ["abc", "both-hold", "--by", "Ana"],
    "read-with": ["reader"],
    "eval": ["gold"],
    "export": ["out"],
}
"""What a command can't do without."""

GROUP = typer.main.get_command(app)
assert isinstance(GROUP, TyperGroup)
NAMES = sorted(GROUP.commands.keys() - {"init", "packs", "lsp"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings; the command is typed in one below it."""
    (tmp_path / ".kb.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    return tmp_path


def params(name: str, *words: str) -> dict[str, object]:
    above = typer.Context(GROUP, info_name="kb")
    settle(above)
    command = GROUP.commands[name]
    typed = [*NEEDED.get(name, ()), *words]
    return dict(command.make_context(name, typed, parent=above).params)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_follows_the_settings(name: str, folder: Path) -> None:
    found = params(name)
    assert found["corpus"] == folder / "lasers"
    assert found["store"] == folder / "kept"
    assert found.get("site", folder / "pages") == folder / "pages"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_typed_goes_first(name: str, folder: Path) -> None:
    found = params(name, "--corpus", "mine", "--store", "here")
    assert found["corpus"] == Path("mine")
    assert found["store"] == Path("here")


def test_without_settings_the_usual_folders_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert params("disputes")["corpus"] == Path("corpus")


def test_init_writes_into_the_corpus_of_the_settings(folder: Path) -> None:
    assert params("init")["folder"] == folder / "lasers"
    assert params("init", "mine")["folder"] == Path("mine")


def test_a_corpus_is_built_and_looked_at_with_nothing_typed(
    folder: Path, kb: Kb, place: Place
) -> None:
    shutil.copytree(place.corpus, folder / "lasers")
    built = kb.plain("build")
    assert built.code == 0 and (folder / "pages/index.html").is_file()
    for name in ("disputes", "verdicts", "phrases", "claims"):
        assert kb.plain(name).code == 0
    assert not [*(folder / "drafts").iterdir()]


def test_a_wrong_setting_is_one_line(folder: Path, kb: Kb) -> None:
    (folder / ".kb.toml").write_text('corpse = "lasers"\n', encoding="utf-8")
    told = kb.plain("disputes")
    assert told.code == 2 and told.err.startswith("KB521 ") and told.err.count("\n") == 1


def test_a_folder_of_texts_alone_is_looked_at_too(folder: Path, kb: Kb, place: Place) -> None:
    shutil.copytree(place.corpus / "texts", folder / "lasers")
    assert kb.plain("build").out.startswith("guessed")
    assert "claim: " in kb.plain("read", "Solar panels last ten years.").out
    assert not kb.plain("phrases").err
    assert kb.plain("phrases", "--own").out == "0 phrases of 0 found, 0 warnings\n"
