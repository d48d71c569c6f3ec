"""`kb watch` in a process of its own: saved, broken, mended, ended."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from extract.errors import InputError
from reports.live.rounds import rounds
from reports.live.watched import LONGER, QUIET, differing, next_change, settled, stamps, wakes
from tests.kb.conftest import Place, copy_corpus
from tests.reports.live.running import Running, forked, running


def words(place: Place, site: Path) -> list[object]:
    return ["watch", "--corpus", place.corpus, "--store", place.store, "--site", site]


def page(site: Path) -> str:
    return (site / "source-brighter-roofs.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("without", [None, "watchfiles"])
def test_saved_broken_mended(place: Place, site: Path, without: str | None) -> None:
    topic = place.corpus / "topic.yaml"
    good = topic.read_text(encoding="utf-8")
    with running(*words(place, site), without=without) as watch:
        watch.line("first build: ")
        place.edit("brighter-roofs", "at least 40 years", "at least 22 years")
        assert "written" in watch.line("texts/brighter-roofs.txt: ")
        assert "at least 22 years" in page(site)

        topic.write_text(good.replace("kind: yesno", "kind: maybe", 1), encoding="utf-8")
        number = good[: good.index("kind: yesno")].count("\n") + 1
        assert watch.line("KB104").startswith(f"KB104 {topic}:{number}: ")
        watch.line("topic.yaml: not built; the last good pages stay")
        assert "at least 22 years" in page(site)

        place.edit("brighter-roofs", "at least 22 years", "at least 33 years")
        watch.line("texts/brighter-roofs.txt: not built")
        assert "at least 22 years" in page(site)

        topic.write_text(good, encoding="utf-8")
        watch.line("topic.yaml: ")
        assert "at least 33 years" in page(site)
        assert watch.end() == 0


def test_after_a_burst_of_saves_the_last_one_is_built(place: Place, site: Path) -> None:
    with forked(*words(place, site)) as watch:
        watch.line("first build: ")
        for n in range(5):
            place.edit("brighter-roofs", f"at least 4{n} years", f"at least 4{n + 1} years")
            time.sleep(0.01)
        for _ in range(5):  # one build, but for a machine that is busy elsewhere meanwhile
            watch.line("texts/brighter-roofs.txt: ")
            if "at least 45 years" in page(site):
                break
        assert "at least 45 years" in page(site)
        (place.corpus / "verdicts.jsonl").write_text("", encoding="utf-8")
        assert watch.line(": ").startswith("verdicts.jsonl: ")


def saved_after(watch: Running, path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return watch.line(path.name)


def test_a_new_text_and_what_is_known_of_it_are_watched(place: Place, site: Path) -> None:
    with forked(*words(place, site)) as watch:
        watch.line("first build: ")
        new = place.text("new-flyer")
        assert "texts/new-flyer.txt: " in saved_after(watch, new, "Solar panels last 9 years.\n")
        assert (site / "source-new-flyer.html").is_file()
        entry = "new-flyer:\n  title: The Latest Flyer\n"
        listed = place.corpus / "sources.yaml"
        saved_after(watch, listed, listed.read_text(encoding="utf-8") + entry)
        assert "The Latest Flyer" in (site / "source-new-flyer.html").read_text(encoding="utf-8")
        new.unlink()
        watch.line("new-flyer")
        assert not (site / "source-new-flyer.html").exists()


def test_a_missing_corpus_ends_it_at_once(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    with pytest.raises(InputError, match="nowhere: no such folder"):
        next(rounds(nowhere, tmp_path / ".kb", tmp_path / "site", Event()))


def test_what_nobody_foresaw_is_said_and_survived(
    place: Place, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of\npaper")

    monkeypatch.setattr("reports.live.rounds.make_site", fail)
    first = next(rounds(place.corpus, place.store, site, Event()))
    assert first.problem is not None
    assert first.problem.startswith("kb failed: RuntimeError: out of paper; ")
    assert first.line == "first build: not built; the last good pages stay"


def test_hidden_files_and_other_files_are_nobody_s_business(place: Place) -> None:
    before = stamps(place.corpus)
    (place.corpus / "texts" / ".brighter-roofs.txt.swp").write_text("x", encoding="utf-8")
    (place.corpus / "notes.txt").write_text("x", encoding="utf-8")
    assert stamps(place.corpus) == before
    place.text("brighter-roofs").unlink()
    assert differing(before, stamps(place.corpus)) == ("texts/brighter-roofs.txt",)


@pytest.mark.parametrize("name", ["topic.yaml", "verdicts.jsonl", "readings.jsonl"])
def test_the_files_that_people_write_are_watched(place: Place, name: str) -> None:
    before = stamps(place.corpus)
    with (place.corpus / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert differing(before, stamps(place.corpus)) == (name,)


class Steps(Event):
    """An editor at work: one step at each wait, until it has none left."""

    def __init__(self, *steps: Callable[[], object]) -> None:
        super().__init__()
        self.steps, self.waits = list(steps), list[float | None]()

    def wait(self, timeout: float | None = None) -> bool:
        self.waits.append(timeout)
        if self.steps:
            self.steps.pop(0)()
        return False


def test_a_burst_of_saves_is_over_when_nothing_more_comes(place: Place) -> None:
    text, seen = place.text("brighter-roofs"), stamps(place.corpus)
    editor = Steps(*(partial(text.write_text, "Panels last 4" + "0" * n) for n in range(3)))
    text.write_text("Panels last 4", encoding="utf-8")
    rest = settled(place.corpus, seen, stamps(place.corpus), editor)
    assert rest == stamps(place.corpus)
    assert (editor.steps, editor.waits) == ([], [QUIET] * 4)


@pytest.mark.parametrize("begin", [Path.unlink, lambda path: path.write_text("")])
def test_a_file_that_is_empty_or_gone_gets_time_to_be_written(
    place: Place, begin: Callable[[Path], object]
) -> None:
    text, seen = place.text("brighter-roofs"), stamps(place.corpus)
    whole = text.read_text(encoding="utf-8") + "\nMore.\n"
    begin(text)
    editor = Steps(partial(text.write_text, whole, encoding="utf-8"))
    assert settled(place.corpus, seen, stamps(place.corpus), editor) == stamps(place.corpus)
    assert editor.waits == [LONGER, QUIET]


def test_a_file_that_is_always_written_to_does_not_hold_up_the_build(place: Place) -> None:
    class Busy(Event):
        def wait(self, timeout: float | None = None) -> bool:
            with place.text("brighter-roofs").open("a") as file:
                file.write("x")
            return False

    before = stamps(place.corpus)
    settled(place.corpus, before, before, Busy())


@pytest.mark.parametrize("error", [FileNotFoundError, RuntimeError])
def test_where_the_system_gives_no_notices_saves_are_found_by_looking(
    place: Place, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error("no more notices")

    monkeypatch.setattr("watchfiles.watch", fail)
    monkeypatch.setattr("reports.live.watched.LOOK", 0.01)
    stop, seen = Event(), stamps(place.corpus)
    place.edit("brighter-roofs", "at least 40 years", "at least 22 years")
    now = next_change(place.corpus, seen, wakes(place.corpus, stop), stop)
    assert now is not None
    assert differing(seen, now) == ("texts/brighter-roofs.txt",)


def test_a_store_of_another_corpus_is_not_watched(place: Place, site: Path, tmp_path: Path) -> None:
    other = copy_corpus(tmp_path / "other")
    with pytest.raises(InputError, match=r"^KB209 "):
        next(rounds(other, place.store, site, Event()))
