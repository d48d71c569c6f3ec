"""A checked draft: its text with the findings marked, the evidence beside them."""

from dataclasses import replace

import pytest

from extract.document import read_located
from extract.model import Span
from kb.check.model import (
    CONTRADICTED,
    DISPUTED,
    NOT_UNDERSTOOD,
    SKIPPED,
    SUPPORTED,
    WORST_FIRST,
    Account,
    Checked,
    CheckRule,
    DraftFinding,
    DraftPassage,
    Ignored,
    Severity,
)
from reports.views.draft import PASSAGES, DraftView, draft_views
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


def test_places_are_marked_in_the_text_with_the_numbers_of_their_findings() -> None:
    _, body = view(checked(TEN, SILENT)).pieces
    assert [(r.text, r.standing, r.refs) for r in body.marks if r.standing] == [
        ("is silent", Stance.CONTRADICTED, (1,)),
        ("ten years", Stance.SHARED, (2,)),
    ]
    assert "".join(r.text for r in body.marks) == "The pump is silent. It lasts ten years."


def test_the_worst_come_first_and_what_asks_for_nothing_is_told_after_them() -> None:
    late, unread = finding("ten years", CONTRADICTED), finding("silent", NOT_UNDERSTOOD)
    early = finding("The pump", DISPUTED)
    made = view(checked(early, SILENT, unread, TEN, late))
    assert [(n.number, n.words, n.where) for n in made.mend] == [
        (1, "is silent", "3:10"),
        (2, "ten years", "3:30"),
        (3, "The pump", "3:1"),
    ]
    assert [(g.heading, g.opened, len(g.notes)) for g in made.quiet] == [
        ("Looks like a claim and was not understood", True, 1),
        ("Sources say the same", False, 1),
    ]


def test_the_sentence_that_could_be_published() -> None:
    (note,) = view(checked(replace(SILENT, fair="It hums.", basis=("Hum",)))).mend
    assert (note.fair, note.basis) == ("It hums.", ("Hum",))


def test_her_words_are_not_told_twice() -> None:
    same = replace(SILENT, message="“is silent” is disputed: Hum")
    other = replace(SILENT, message="“silent” needs proof")
    main = replace(SILENT, message="“is silent” is contradicted by Hum", folded=(same, other))
    (note,) = view(checked(main)).mend
    assert note.message == "is contradicted by Hum"
    assert note.folded == ("is disputed: Hum", "“silent” needs proof")


@pytest.mark.parametrize(
    ("site", "claim", "href"),
    [
        (None, "abc", ""),
        ("", None, "source-hum.html"),
        ("../site/", "abc", "../site/source-hum.html#claim-abc"),
    ],
)
def test_evidence_leads_to_the_page_of_its_source(
    site: str | None, claim: str | None, href: str
) -> None:
    against = replace(passage("Hum"), claim=claim, paragraph=7)
    (made,) = draft_views([checked(replace(SILENT, against=(against,)))], site)
    (quote,) = made.mend[0].against
    assert (quote.href, quote.where) == (href, "paragraph 7")


def test_the_draft_s_own_words_are_linked_nowhere() -> None:
    own = replace(passage("this draft"), source=None)
    (made,) = draft_views([checked(replace(SILENT, against=(own,)))], "")
    assert made.mend[0].against[0].href == ""


ACCOUNT = Account(3, 2, (("contradicted", 1), ("supported", 1)), 1)
TOLD = "3 sentences, 2 claims: 1 contradicted, 1 supported; 1 sentence not understood"


@pytest.mark.parametrize(
    ("draft", "lead"),
    [
        (checked(SILENT, TEN, account=ACCOUNT), f"{TOLD}."),
        (checked(ignored=(Ignored(SILENT, "agreed"),), account=ACCOUNT),
         f"{TOLD}; 1 finding ignored."),
        (checked(known=(SILENT, TEN), account=ACCOUNT),
         f"{TOLD}; 2 findings accepted by the baseline."),
    ],
)  # fmt: skip
def test_the_lead_accounts_for_every_sentence(draft: Checked, lead: str) -> None:
    assert view(draft).lead == lead


def test_what_was_let_pass_is_quiet_and_says_why() -> None:
    made = view(checked(ignored=(Ignored(SILENT, "agreed with legal"),), known=(TEN,)))
    (group,) = made.quiet
    ignored, known = group.notes
    assert (ignored.passed, known.passed) == ("Ignored: agreed with legal", "In the baseline")
    assert {ignored.standing, known.standing} == {Stance.ALONE}
    assert ignored.sign == SIGNS[Stance.ALONE]
    assert made.mend == ()


def test_each_source_is_quoted_once_on_one_line_and_those_beyond_are_counted() -> None:
    twice = (passage("Hum", "One says so."), passage("Hum"), passage("Buzz"))
    many = tuple(passage(str(n)) for n in range(PASSAGES))
    (note,) = view(checked(replace(SILENT, against=twice + many))).mend
    assert [q.title for q in note.against] == ["Hum", "Buzz", "0", "1"]
    assert (note.against[0].quote, note.against[0].why) == ("It hums at night", "One says so.")
    assert note.more == 2


def test_a_finding_on_what_is_no_text_is_told_without_words() -> None:
    nowhere = replace(finding("Buying", SKIPPED), start=0, end=0)
    made = view(checked(nowhere))
    assert [n.words for g in made.quiet for n in g.notes] == [""]
    assert all(r.standing is None for p in made.pieces for r in p.marks)


def test_findings_are_numbered_through_all_drafts() -> None:
    one, two = draft_views([checked(SILENT, TEN), checked(SILENT)])
    assert [r.refs for v in (one, two) for p in v.pieces for r in p.marks if r.refs] == [
        (1,),
        (2,),
        (3,),
    ]


@pytest.mark.parametrize("rule", WORST_FIRST, ids=lambda rule: rule.code)
def test_marks_are_as_hard_as_the_verdict(rule: CheckRule) -> None:
    made = view(checked(finding("is silent", rule)))
    (mark,) = (r for p in made.pieces for r in p.marks if r.standing)
    hard = {Severity.ERROR: Stance.CONTRADICTED, Severity.WARNING: Stance.TENSE}
    quiet = Stance.SHARED if rule is SUPPORTED else Stance.ALONE
    assert mark.standing is hard.get(rule.severity, quiet)
    assert bool(made.mend) is (rule.severity in hard)
