"""What a build changed, and why."""

import pytest

from kb.history.changes import Cause, Changes, ClaimChange, ConflictChange, DisputeChange, Echo
from reports.views.book import Book
from reports.views.changes import STEPS, changes_view, sentence_of


def conflict(id: str, word: str, cause: Cause = Cause.SOURCE) -> ConflictChange:
    return ConflictChange(id, word, "smell", "tension", "They pull apart.", cause, ("bed-blog",))


def claim(before: str | None, after: str | None) -> ClaimChange:
    return ClaimChange("x", "bed-blog", "smell", before, after, Cause.SOURCE)


DISPUTE = DisputeChange("d", "opened", "Does it smell when new?", "tension", ("a",))
OPENED, CLOSED = conflict("a", "opened"), conflict("b", "closed", Cause.VERDICT)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (Changes(1, 2), "No claim and no conflict changed."),
        (Changes(1, 2, conflicts=(OPENED,)), "One pair opened."),
        (Changes(1, 2, conflicts=(OPENED, OPENED, CLOSED)),
         "Two pairs opened and one pair closed."),
        (Changes(1, 2, conflicts=(CLOSED,), claims=(claim(None, "It smells"),)),
         "One pair closed and one claim added."),
        (Changes(1, 2, claims=(claim("It smells", None), claim("It reeks", "It smells"))),
         "One claim removed and one claim reworded."),
        (Changes(1, 2, conflicts=(OPENED,), disputes=(DISPUTE,)),
         "One dispute opened and one pair opened."),
    ],
)  # fmt: skip
def test_a_step_in_a_sentence(changes: Changes, sentence: str) -> None:
    assert sentence_of(changes) == sentence


def test_changes_stand_under_their_cause(book: Book) -> None:
    known = conflict(book.conflicts[0].id, "opened")
    step = Changes(1, 2, sources_edited=("bed-blog",), conflicts=(CLOSED, known))
    (shown,) = changes_view(book, (step,)).steps
    assert shown.sources == ("Edited: ‘Ten things nobody tells you about foam’.",)
    assert [(g.title, [c.word for c in g.conflicts[0].lines]) for g in shown.parts] == [
        ("Because sources changed", ["opened"]),
        ("Because a person decided", ["closed"]),
    ]
    assert (
        shown.parts[1].conflicts[0].lines[0].href == ""
    )  # it is gone: there is no card to lead to


def test_disputes_lead_and_their_pairs_stand_under_their_question(book: Book) -> None:
    there = book.disputes[0]
    one = DisputeChange(there.id, "changed", there.question, "contradiction", ("a",))
    gone = DisputeChange("gone", "closed", "Does it squeak?", "tension", ("b",))
    closed = conflict("b", "closed")
    step = Changes(1, 2, conflicts=(OPENED, closed, conflict("c", "weaker")), disputes=(one, gone))
    (shown,) = changes_view(book, (step,)).steps
    assert [(d.word, d.question, d.pairs, d.href) for d in shown.disputes] == [
        ("changed", there.question, "1 pair opened", f"disputes.html#d-{there.id}"),
        ("closed", "Does it squeak?", "1 pair closed", ""),
    ]
    (part,) = shown.parts
    assert [g.question for g in part.conflicts] == [there.question, "Does it squeak?", ""]


def test_a_source_that_was_added_or_removed_is_said_to_be(book: Book) -> None:
    step = Changes(1, 2, sources_gone=("bed-blog",), conflicts=(CLOSED,))
    (shown,) = changes_view(book, (step,)).steps
    assert shown.sources == ("Removed: ‘Ten things nobody tells you about foam’.",)
    (line,) = shown.parts[0].conflicts[0].lines
    assert line.edited == "removing ‘Ten things nobody tells you about foam’"


def test_renamed_and_added_sources_are_named(book: Book) -> None:
    step = Changes(1, 2, sources_added=("sleep-clinic",), sources_renamed=(("old", "new"),))
    (shown,) = changes_view(book, (step,)).steps
    assert shown.sources == ("Added: ‘Choosing a mattress’.", "Renamed: old to new.")


def test_a_passage_that_echoes_what_was_corrected(book: Book) -> None:
    life = next(c.id for c in book.claims.values() if c.quote == "for life")
    echoes = tuple(
        Echo(life, source, "lifespan", "for life", "bed-blog", "several years")
        for source in ("dreamwell", "gone")
    )
    (shown,) = changes_view(book, (Changes(1, 2, echoes=echoes),)).steps
    (echo,) = shown.echoes
    assert echo.source.href.endswith(f"#claim-{life}")
    assert echo.corrected_in == "‘Ten things nobody tells you about foam’"


def test_only_the_newest_builds_are_shown(book: Book) -> None:
    many = tuple(Changes(n, n + 1) for n in range(STEPS + 5, 0, -1))
    assert changes_view(book, many).steps[0].id == f"build-{STEPS + 6}"
    assert len(changes_view(book, many).steps) == STEPS
    assert changes_view(book, ()).lead == "Nothing was built before this."
