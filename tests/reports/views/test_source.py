"""A source's page: its whole text with the claims marked, and what others say beside it."""

from dataclasses import replace

import pytest

from kb.knowledge.value import Knowledge
from reports.views.book import Book, open_book
from reports.views.source import MarginNote, SourceView, source_views
from reports.views.standing import Stance


def view_of(book: Book, id: str) -> SourceView:
    ((name, view),) = source_views(book, id)
    assert name == f"source-{id}.html"
    return view


def notes(view: SourceView) -> dict[str, MarginNote]:
    return {n.label: n for piece in view.pieces for n in piece.notes if n.same is None}


@pytest.mark.parametrize("id", ["dreamwell", "consumer-desk", "sleep-clinic", "bed-blog"])
def test_the_whole_text_is_set_and_every_claim_gets_one_note(book: Book, id: str) -> None:
    view = view_of(book, id)
    blocks = book.documents[id].blocks
    whole = book.documents[id].text
    set_ = ["".join(run.text for run in piece.marks) for piece in view.pieces]
    assert set_ == [whole[b.start : b.end] for b in blocks]
    numbers = [n.ref.number for piece in view.pieces for n in piece.notes]
    assert numbers == list(range(1, len(book.by_source[id]) + 1))


def test_what_is_known_of_the_source(book: Book, knowledge: Knowledge) -> None:
    facts = {f.name: f.value for f in view_of(book, "dreamwell").facts}
    assert facts == {
        "Kind of source": "unknown",
        "Publisher": "Dreamwell",
        "Date": "7 March 2024",
        "Address": "https://example.org/dreamwell",
        "File": "texts/dreamwell.txt",
    }
    silent = [f.name for f in view_of(book, "sleep-clinic").facts if f.value == "unknown"]
    assert silent == ["Kind of source", "Publisher", "Date", "Address"]
    copies = tuple(
        replace(s, copy_of="dreamwell", url="javascript:alert(1)") if s.id == "bed-blog" else s
        for s in knowledge.sources
    )
    copy = view_of(open_book(replace(knowledge, sources=copies)), "bed-blog")
    shown = {f.name: f for f in copy.facts}
    assert shown["Copy of"].href == "source-dreamwell.html"
    assert shown["Address"].href is None


def test_the_lead_counts_claims_questions_and_open_conflicts(book: Book) -> None:
    assert view_of(book, "bed-blog").lead == (
        "It makes four claims on four questions and takes part in one contradiction and one "
        "tension."
    )


def test_a_note_says_who_says_otherwise_and_who_agrees(book: Book) -> None:
    soft = notes(view_of(book, "bed-blog"))["soft"]
    assert soft.standing is Stance.TENSE
    assert [link.label for link in soft.agree] == ["Sleep better for life"]
    (medium,) = soft.against
    assert (medium.says, medium.here) == ("medium", False)
    assert [link.label for link in medium.who] == ["Choosing a mattress"]


def test_what_is_said_twice_is_explained_once(book: Book) -> None:
    shown = [n for p in view_of(book, "dreamwell").pieces for n in p.notes if n.label == "for ever"]
    assert [n.same for n in shown] == [None, shown[0].ref.number]
    assert shown[0].against and not shown[1].against


def test_lone_statements_and_clashes_within_the_source_are_named(book: Book) -> None:
    view = view_of(book, "dreamwell")
    assert [c.key_aspect for c in view.within] == ["care"]
    assert [n.label for n in view.alone] == ["at least $900"]


def test_what_was_not_understood_is_told(book: Book) -> None:
    view = view_of(book, "dreamwell")
    assert [m.text for m in view.missed] == ["Does it sag? Hardly."]
    assert "one passage looks as if it might, and is not understood." in view.coverage
    assert view_of(book, "bed-blog").missed == ()


def test_a_source_without_claims_still_has_its_text(knowledge: Knowledge) -> None:
    bare = replace(knowledge, claims=(), positions=(), conflicts=(), near_misses=(), standings={})
    view = view_of(open_book(bare), "bed-blog")
    assert view.lead == "No claim was found in this text."
    assert [len(p.marks) for p in view.pieces] == [1, 1]
