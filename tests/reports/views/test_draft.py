"""A checked draft: its text with the findings marked, the evidence beside them."""

from dataclasses import replace

import pytest

from extract.document import read_located
from extract.model import Span
from kb.check.model import (
    CONTRADICTED,
    DISPUTED,
    SKIPPED,
    SUPPORTED,
    Checked,
    CheckRule,
    DraftFinding,
    DraftPassage,
    Ignored,
)
from reports.views.draft import STANDS, DraftView, draft_views
from reports.views.standing import SIGNS, Stance

TEXT = "Buying a pump\n\nThe pump is silent. It lasts ten years."


def finding(words: str, rule: CheckRule, **more) -> DraftFinding:
    at = TEXT.index(words)
    span = Span(at, at + len(words))
    return DraftFinding(rule, "noise", *span, span, "says", "message", words, **more)


def passage(title: str, why: str | None = None) -> DraftPassage:
    return DraftPassage(title.lower(), title, "It  hums\nat night", 0, "hums", why)


def checked(*found: DraftFinding, **more) -> Checked:
    document, places = read_located(TEXT.encode(), "pump.txt")
    return Checked("pump.txt", replace(document, source="draft"), found, places, **more)


def view(draft: Checked) -> DraftView:
    (made,) = draft_views([draft])
    return made


SILENT, TEN = finding("is silent", CONTRADICTED), finding("ten years", SUPPORTED)


def test_marks_and_notes_stand_in_the_order_of_the_text() -> None:
    made = view(checked(TEN, SILENT))
    heading, body = made.pieces
    assert heading.notes == ()
    assert [n.code for n in body.notes] == [CONTRADICTED.code, SUPPORTED.code]
    assert [(r.text, r.standing) for r in body.marks if r.standing] == [
        ("is silent", Stance.CONTRADICTED),
        ("ten years", Stance.SHARED),
    ]
    assert "".join(r.text for r in body.marks) == "The pump is silent. It lasts ten years."
    assert body.notes[0].where == "3:10"


@pytest.mark.parametrize(
    ("draft", "lead"),
    [
        (checked(), "No errors and no warnings."),
        (checked(SILENT, TEN), "One error and no warnings."),
        (checked(finding("is silent", DISPUTED)), "No errors and one warning."),
        (checked(ignored=(Ignored(SILENT, "agreed"),)), "No errors, no warnings and one ignored."),
        (checked(known=(SILENT, TEN)),
         "No errors, no warnings and two accepted by the baseline."),
    ],
)  # fmt: skip
def test_the_lead_counts_what_was_found(draft: Checked, lead: str) -> None:
    assert view(draft).lead == lead


def test_what_was_let_pass_is_quiet_and_says_why() -> None:
    made = view(checked(ignored=(Ignored(SILENT, "agreed with legal"),), known=(TEN,)))
    ignored, known = made.pieces[1].notes
    assert (ignored.passed, known.passed) == ("Ignored: agreed with legal", "In the baseline")
    assert {ignored.standing, known.standing} == {Stance.ALONE}
    assert ignored.sign == SIGNS[Stance.ALONE]


def test_each_source_is_quoted_once_on_one_line_and_the_rest_counted() -> None:
    against = (passage("Hum", "One says so."), passage("Hum"), passage("Buzz"))
    (note,) = view(checked(replace(SILENT, against=against))).pieces[1].notes
    assert [q.title for q in note.against] == ["Hum", "Buzz"]
    assert (note.against[0].quote, note.against[0].why) == ("It hums at night", "One says so.")
    assert note.more == 1


def test_a_finding_on_what_is_no_text_stands_apart() -> None:
    nowhere = replace(finding("Buying", SKIPPED), start=0, end=0)
    made = view(checked(nowhere))
    assert [n.word for n in made.apart] == ["skipped"]
    assert all(not p.notes for p in made.pieces)


def test_notes_are_numbered_through_all_drafts() -> None:
    one, two = draft_views([checked(SILENT, TEN), checked(SILENT)])
    assert [n.number for v in (one, two) for p in v.pieces for n in p.notes] == [1, 2, 3]


def test_only_a_contradiction_is_marked_as_one() -> None:
    hard = {word for word, stance in STANDS.items() if stance is Stance.CONTRADICTED}
    assert hard == {"contradicted", "self-contradicted"}
