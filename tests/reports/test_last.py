"""Pages are rendered again only where they show something else; what comes of it is the same."""

import dataclasses
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kb.knowledge.value import Knowledge
from reports.last import LastPages
from reports.parts import Site, sheets, tasks
from reports.rendered import FILE, files_now, last_pages, remember, up_to_date
from reports.sheet import PageSheet
from reports.site import SiteReport, pages, render_site, site_files
from tests.reports.crowd import crowd
from tests.reports.mattress import with_conflicts, with_kinds

ROOT = Path(__file__).resolve().parents[2]
PAGE = "aspect-lifespan.html"


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.startswith(".")}


class Written:
    """A site that is written again and again, each time as by a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.out, self.store = folder / "site", folder
        self.out.mkdir()

    @property
    def last(self) -> LastPages:
        return last_pages(self.store, self.out)

    def write(self, knowledge: Knowledge, jobs: int = 1) -> SiteReport:
        report = render_site(knowledge, self.out, jobs, last=self.last)
        remember(self.store, self.out, "inputs", report.shown())
        return report

    def rendered(self, knowledge: Knowledge, jobs: int = 1) -> set[str]:
        """The pages that would be rendered now."""
        now = site_files(Site.of(knowledge, self.last), jobs)
        return {f.name for f in now if f.content is not None and f.name.endswith(".html")}


@pytest.fixture
def written(knowledge: Knowledge, tmp_path: Path) -> Written:
    made = Written(tmp_path)
    made.write(knowledge)
    return made


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_shows_the_same_is_not_rendered_again(
    written: Written, knowledge: Knowledge, jobs: int
) -> None:
    assert written.rendered(knowledge, jobs) == set()
    report = written.write(knowledge, jobs)
    assert (report.written, report.removed) == (0, 0)
    assert report.unchanged == len(files(written.out))


def test_what_shows_something_else_is(written: Written, knowledge: Knowledge) -> None:
    fewer = with_conflicts(knowledge, knowledge.conflicts[1:])
    again = written.rendered(fewer)
    assert "conflicts.html" in again
    assert 0 < len(again) < len([n for n in files(written.out) if n.endswith(".html")])


@pytest.mark.parametrize("touch", [Path.unlink, lambda page: page.write_text("mine")])
def test_a_page_that_somebody_touched_is_written_again(
    written: Written, knowledge: Knowledge, touch: Callable[[Path], object]
) -> None:
    before = files(written.out)
    touch(written.out / PAGE)
    assert written.rendered(knowledge) == {PAGE}
    assert written.write(knowledge).written == 1
    assert files(written.out) == before


def test_a_page_that_was_not_written_is_not_taken_for_written(
    written: Written, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    fewer = with_conflicts(knowledge, knowledge.conflicts[1:])
    with monkeypatch.context() as patch, pytest.raises(OSError, match="full"):
        patch.setattr(Path, "replace", full)
        written.write(fewer)
    written.write(fewer)
    assert files(written.out) == dict(pages(fewer))


def full(*_: object) -> None:
    raise OSError("the disk is full")


@pytest.mark.parametrize("jobs", [1, 2])
def test_after_any_changes_the_site_is_as_one_written_anew(
    written: Written, knowledge: Knowledge, jobs: int
) -> None:
    steps = (
        with_kinds(knowledge),
        with_conflicts(knowledge, knowledge.conflicts[1:]),
        crowd(60),
        knowledge,
        with_conflicts(knowledge, ()),
        dataclasses.replace(knowledge, unread=(("texts/lost.txt", "is empty"),)),
        knowledge,
    )
    for step in steps:
        written.write(step, jobs)
        assert files(written.out) == dict(pages(step))


@pytest.mark.parametrize("harm", [Path.unlink, lambda page: page.write_text("mine")])
def test_what_somebody_does_before_the_note_is_not_taken_for_ours(
    knowledge: Knowledge, tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    written = Written(tmp_path)
    report = render_site(knowledge, written.out, last=written.last)
    left = files_now(written.last, [p.name for p in report.pages])
    harm(written.out / PAGE)
    remember(written.store, written.out, "inputs", report.shown(), left)
    assert up_to_date(written.store, written.out, "inputs") == 0
    assert written.rendered(knowledge) == {PAGE}
    written.write(knowledge)
    assert files(written.out) == dict(pages(knowledge))


def test_a_page_that_was_gone_when_the_files_were_noted_is_written_again(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    written = Written(tmp_path)
    report = render_site(knowledge, written.out, last=written.last)
    (written.out / PAGE).unlink()
    left = files_now(written.last, [p.name for p in report.pages])
    remember(written.store, written.out, "inputs", report.shown(), left)
    assert up_to_date(written.store, written.out, "inputs") == 0
    assert written.rendered(knowledge) == {PAGE}


def test_pages_of_another_program_are_rendered_again(
    written: Written, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.rendered.code_digest", lambda package: f"another {package}")
    assert PAGE in written.rendered(knowledge)


def test_without_the_note_every_page_is_rendered_again(
    written: Written, knowledge: Knowledge
) -> None:
    (written.store / FILE).unlink()
    assert PAGE in written.rendered(knowledge)


def test_a_process_that_holds_the_pages_gives_the_same(
    written: Written, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: dict[str, PageSheet] = {}
    for step in (knowledge, with_kinds(knowledge), crowd(60), knowledge, knowledge):
        last = last_pages(written.store, written.out, held)
        report = render_site(step, written.out, last=last)
        remember(written.store, written.out, "inputs", report.shown())
        assert files(written.out) == dict(pages(step))
    monkeypatch.setattr("reports.sheet.repr", refuse, raising=False)  # no digest is asked for
    again = render_site(knowledge, written.out, last=last_pages(written.store, written.out, held))
    assert again.written == 0


def refuse(value: object) -> str:
    raise AssertionError(value)


def test_what_a_page_shows_has_one_digest_in_every_process() -> None:
    code = (
        "from reports.parts import PageSheet, Site, sheets, tasks; from tests.reports.crowd import "
        "crowd; site = Site.of(crowd(60)); print([s.shown for t in tasks(site) for s in "
        "sheets(site, t) if isinstance(s, PageSheet)])"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1] != b"[]\n"


@pytest.mark.parametrize("of", [lambda k: k, lambda _: crowd(60)], ids=["few", "many"])
def test_equal_numbers_on_a_page_print_alike(
    knowledge: Knowledge, of: Callable[[Knowledge], Knowledge]
) -> None:
    """`1 == 1.0 == True`: a field of a view holds numbers of the one type that it declares."""
    site = Site.of(of(knowledge))
    shown = (s.view for task in tasks(site) for s in sheets(site, task) if isinstance(s, PageSheet))
    found = [number for view in shown for number in numbers(view)]
    assert len(found) > 500
    assert [where for where, value, types in found if type(value) not in types] == []
    assert [where for where, value, _ in found if repr(value) == "-0.0"] == []


def numbers(view: object) -> Iterator[tuple[str, object, tuple[object, ...]]]:
    """Every number in a field of the view, with where it is and which types that declares."""
    if isinstance(view, (tuple, list)):
        for each in view:
            yield from numbers(each)
    elif dataclasses.is_dataclass(view):
        declared = typing.get_type_hints(type(view))
        for field in dataclasses.fields(view):
            value, hint = getattr(view, field.name), declared[field.name]
            if isinstance(value, (int, float)):
                yield f"{type(view).__name__}.{field.name}", value, typing.get_args(hint) or (hint,)
            else:
                yield from numbers(value)
