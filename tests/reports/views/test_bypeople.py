"""What the page on how it was made says of people's corrections."""

from collections.abc import Iterable
from dataclasses import replace

from extract.model import Claim
from kb.corrections.anchoring import SourceText
from kb.corrections.apply import apply_corrections
from kb.corrections.making import Corrector, confirmed, struck_out
from kb.corrections.model import Correction
from kb.knowledge.value import Knowledge
from reports.views.about import about_of
from reports.views.book import open_book
from reports.views.bypeople import SAMPLE, ByPeopleView, by_people_of

ANA = Corrector("Ana", "2027-01-31T09:30:00.000000+00:00")


def told(k: Knowledge, lines: Iterable[Correction]) -> ByPeopleView | None:
    applied = apply_corrections(tuple(lines), k.claims, k.documents, k.topic).applied
    return by_people_of(open_book(replace(k, corrections=applied)))


def on(k: Knowledge, claim: Claim) -> SourceText:
    return SourceText(k.documents[claim.source])


def test_without_corrections_it_says_nothing(knowledge: Knowledge) -> None:
    assert told(knowledge, ()) is None
    assert about_of(open_book(knowledge)).by_people is None


def test_what_was_right_and_wrong_in_all_and_by_question(knowledge: Knowledge) -> None:
    one = knowledge.claims[0]
    other = next(c for c in knowledge.claims if c.aspect != one.aspect)
    view = told(
        knowledge,
        (
            *confirmed(one, on(knowledge, one), None, ANA),
            *struck_out(other, on(knowledge, other), None, ANA),
        ),
    )
    assert view
    assert view.lines == (
        "Of 2 claims that the program read in these texts and people looked at, 1 is read right.",
        SAMPLE,
    )
    figures = {q.question.href: (q.right, q.wrong, q.missed) for q in view.questions}
    assert figures == {
        f"aspect-{one.aspect}.html": ("1", "0", "0"),
        f"aspect-{other.aspect}.html": ("0", "1", "0"),
    }


def test_what_was_missed(knowledge: Knowledge) -> None:
    claim = knowledge.claims[0]
    lines = confirmed(claim, on(knowledge, claim), None, ANA)
    read_no_more = replace(knowledge, claims=knowledge.claims[1:])
    view = told(read_no_more, lines)
    assert view and view.lines == ("People found 1 claim that it missed.", SAMPLE)
