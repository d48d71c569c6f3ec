"""What is kept loaded serves the next build, and a site that is watched is as one built anew."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.parse import Parse
from kb.build.batch import Pipeline
from reports.making import Made, make_site
from reports.warm import Warm
from tests.kb.conftest import Place


@pytest.fixture
def place(once: Path, tmp_path: Path) -> Place:
    shutil.copytree(once, tmp_path, dirs_exist_ok=True)
    return Place(tmp_path / "corpus", tmp_path / ".kb")


Edit = Callable[[Place], object]
NEW = "Solar panels last 9 years. They never need cleaning.\n"


def add(place: Place, name: str, text: str) -> None:
    with (place.corpus / name).open("a", encoding="utf-8") as file:
        file.write(text)


EDITS: tuple[Edit, ...] = (
    lambda p: p.edit("brighter-roofs", "at least 40 years", "at least 22 years"),
    lambda p: p.text("new-flyer").write_text(NEW, encoding="utf-8"),
    lambda p: add(p, "sources.yaml", "new-flyer:\n  title: The Latest Flyer\n"),
    lambda p: p.edit("new-flyer", "never", "often"),
    lambda p: p.edit("brighter-roofs", "at least 22 years", "at least 40 years"),
    lambda p: p.text("new-flyer").rename(p.text("old-flyer")),
    lambda p: p.text("a-sceptic-on-the-roof").write_text("Nothing is said.\n", encoding="utf-8"),
    lambda p: p.text("old-flyer").unlink(),
)


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name != ".pages"}


def test_after_each_save_the_site_is_as_one_built_anew(place: Place, tmp_path: Path) -> None:
    warm, site = Warm(Pipeline(None)), tmp_path / "site"

    def made(to: Path, warm: Warm | None) -> Made:
        return make_site(place.corpus, place.store, to, warm=warm)

    made(site, warm)
    for number, edit in enumerate(EDITS):
        edit(place)
        made(site, warm)
        anew = tmp_path / f"anew-{number}"
        made(anew, None)
        assert files(site) == files(anew)


def test_what_is_loaded_is_not_loaded_again(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    warm = Warm(Pipeline(None))
    topic = place.build().knowledge.topic
    warm.load(place.store, topic)
    monkeypatch.setattr("kb.store.rules.kept_rules", lambda *_: pytest.fail("read again"))
    assert warm.rules(place.store, topic).topic == topic


def test_what_can_t_be_loaded_is_left_for_the_build_to_tell(place: Place) -> None:
    def broken(_: Iterable[str]) -> Iterator[Parse]:
        raise InputError("no such pipeline")

    Warm(broken).load(place.store, None)
