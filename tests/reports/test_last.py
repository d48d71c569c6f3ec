"""Pages are rendered again only where they show something else; what comes of it is the same."""

import dataclasses
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.knowledge.value import Knowledge
from reports.last import LastPages
from reports.parts import PageSheet, Site, sheets, tasks
from reports.site import SiteReport, pages, render_site
from tests.reports.crowd import crowd
from tests.reports.mattress import with_conflicts, with_kinds

PAGE = "aspect-lifespan.html"


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.startswith(".")}


class Watched:
    """A site that is written again and again."""

    def __init__(self, out: Path) -> None:
        self.out, self.last = out, LastPages(out)

    def write(self, knowledge: Knowledge) -> SiteReport:
        return render_site(knowledge, self.out, last=self.last)

    def rendered(self, knowledge: Knowledge) -> set[str]:
        """The pages that would be rendered now."""
        now = pages(knowledge, last=self.last)
        return {n for n, content in now if content is not None and n.endswith(".html")}


@pytest.fixture
def watched(knowledge: Knowledge, tmp_path: Path) -> Watched:
    made = Watched(tmp_path / "site")
    made.write(knowledge)
    return made


def test_what_shows_the_same_is_not_rendered_again(watched: Watched, knowledge: Knowledge) -> None:
    assert watched.rendered(knowledge) == set()
    report = watched.write(knowledge)
    assert (report.written, report.removed) == (0, 0)
    assert report.unchanged == len(files(watched.out))


def test_what_shows_something_else_is(watched: Watched, knowledge: Knowledge) -> None:
    fewer = with_conflicts(knowledge, knowledge.conflicts[1:])
    again = watched.rendered(fewer)
    assert "conflicts.html" in again
    assert 0 < len(again) < len([n for n in files(watched.out) if n.endswith(".html")])


@pytest.mark.parametrize("touch", [Path.unlink, lambda page: page.write_text("mine")])
def test_a_page_that_somebody_touched_is_written_again(
    watched: Watched, knowledge: Knowledge, touch: typing.Callable[[Path], object]
) -> None:
    before = files(watched.out)
    touch(watched.out / PAGE)
    assert watched.rendered(knowledge) == {PAGE}
    assert watched.write(knowledge).written == 1
    assert files(watched.out) == before


def test_a_page_that_was_not_written_is_not_taken_for_written(
    watched: Watched, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    fewer = with_conflicts(knowledge, knowledge.conflicts[1:])
    with monkeypatch.context() as patch, pytest.raises(OSError, match="full"):
        patch.setattr(Path, "replace", full)
        watched.write(fewer)
    watched.write(fewer)
    assert files(watched.out) == dict(pages(fewer))


def full(*_: object) -> None:
    raise OSError("the disk is full")


def test_after_any_changes_the_site_is_as_one_written_anew(
    watched: Watched, knowledge: Knowledge
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
        watched.write(step)
        assert files(watched.out) == dict(pages(step))


def test_in_several_processes_nothing_is_compared_and_the_bytes_are_the_same(
    watched: Watched, knowledge: Knowledge
) -> None:
    before = files(watched.out)
    report = render_site(knowledge, watched.out, jobs=2, last=watched.last)
    assert report.written == 0
    assert files(watched.out) == before
    assert PAGE in watched.rendered(knowledge)


@pytest.mark.parametrize("of", [lambda k: k, lambda _: crowd(60)], ids=["few", "many"])
def test_equal_numbers_on_a_page_print_alike(
    knowledge: Knowledge, of: typing.Callable[[Knowledge], Knowledge]
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
