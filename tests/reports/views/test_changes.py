"""What a build changed, and why."""

import pytest

from kb.history.changes import Cause, Changes, ClaimChange, ConflictChange, Echo
from reports.views.book import Book
from reports.views.changes import STEPS, changes_view, sentence_of


def conflict(id: str, word: str, cause: Cause = Cause.SOURCE) -> ConflictChange:
    return ConflictChange(id, word, "smell", "tension", "They pull apart.", cause, ("bed-blog",))


def claim(before: str | None, after: str | None) -> ClaimChange:
    return ClaimChange("x", "bed-blog", "smell", before, after, Cause.SOURCE)


OPENED, CLOSED = conflict("a", "opened"), conflict("b", "closed", Cause.VERDICT)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (Changes(1, 2), "No claim and no conflict changed."),
        (Changes(1, 2, conflicts=(OPENED,)), "One conflict opened."),
        (Changes(1, 2, conflicts=(OPENED, OPENED, CLOSED)),
         "Two conflicts opened and one conflict closed."),
        (Changes(1, 2, conflicts=(CLOSED,), claims=(claim(None, "It smells"),)),
         "One conflict closed and one claim added."),
        (Changes(1, 2, claims=(claim("It smells", None), claim("It reeks", "It smells"))),
         "One claim gone and one claim reworded."),
    ],
)  # fmt: skip
def test_a_step_in_a_sentence(changes: Changes, sentence: str) -> None:
    assert sentence_of(changes) == sentence


def test_changes_stand_under_their_cause(book: Book) -> None:
    known = conflict(book.conflicts[0].id, "opened")
    step = Changes(1, 2, sources_edited=("bed-blog",), conflicts=(CLOSED, known))
    (shown,) = changes_view(book, (step,)).steps
    assert shown.sources == ("Edited: Ten things nobody tells you about foam.",)
    assert [(g.title, [c.word for c in g.conflicts]) for g in shown.parts] == [
        ("Because a source was edited", ["opened"]),
        ("Because a person decided", ["closed"]),
    ]
    assert shown.parts[1].conflicts[0].href == ""  # it is gone: there is no card to lead to


def test_renamed_and_added_sources_are_named(book: Book) -> None:
    step = Changes(1, 2, sources_added=("sleep-clinic",), sources_renamed=(("old", "new"),))
    (shown,) = changes_view(book, (step,)).steps
    assert shown.sources == ("Added: Choosing a mattress.", "Renamed: old to new.")


def test_a_passage_that_echoes_what_was_corrected(book: Book) -> None:
    life = next(c.id for c in book.claims.values() if c.quote == "for life")
    echoes = tuple(
        Echo(life, source, "lifespan", "for life", "bed-blog", "several years")
        for source in ("dreamwell", "gone")
    )
    (shown,) = changes_view(book, (Changes(1, 2, echoes=echoes),)).steps
    (echo,) = shown.echoes
    assert echo.source.href.endswith(f"#claim-{life}")
    assert echo.corrected_in == "Ten things nobody tells you about foam"


def test_only_the_newest_builds_are_shown(book: Book) -> None:
    many = tuple(Changes(n, n + 1) for n in range(STEPS + 5, 0, -1))
    assert changes_view(book, many).steps[0].id == f"build-{STEPS + 6}"
    assert len(changes_view(book, many).steps) == STEPS
    assert changes_view(book, ()).lead == "Nothing was built before this."
