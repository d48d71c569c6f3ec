"""What a source mentions and does not say, each with its reason."""

from dataclasses import replace

from extract.model import Span, Standing
from extract.unsaid import Unsaid
from kb.knowledge.value import Knowledge
from reports.views.book import open_book
from reports.views.unsaid import Mentioned, unsaid_of


def mentioned(knowledge: Knowledge, *words: tuple[str, str, Standing]) -> tuple[Mentioned, ...]:
    text = knowledge.documents["dreamwell"].text
    unsaid = tuple(
        Unsaid(Span(text.index(w), text.index(w) + len(w)), aspect, standing, "rule", "cue")
        for w, aspect, standing in words
    )
    coverage = tuple(
        replace(c, unsaid=unsaid) if c.source == "dreamwell" else c for c in knowledge.coverage
    )
    return unsaid_of(open_book(replace(knowledge, coverage=coverage)), "dreamwell")


def test_the_sentence_is_shown_with_its_question_and_reason(knowledge: Knowledge) -> None:
    (shown,) = mentioned(knowledge, ("sag", "care", Standing.ASKED))
    assert (shown.text, shown.reason) == ("Does it sag?", "asked, not answered")
    assert [link.href for link in shown.aspects] == ["aspect-care.html"]


def test_a_sentence_is_shown_once_for_each_reason(knowledge: Knowledge) -> None:
    shown = mentioned(
        knowledge,
        ("sag", "care", Standing.ASKED),
        ("Does", "price", Standing.ASKED),
        ("sag", "care", Standing.MENTIONED),
    )
    assert [(len(m.aspects), m.reason) for m in shown] == [
        (2, "asked, not answered"),
        (1, "only mentioned"),
    ]


def test_nothing_is_shown_where_all_is_said(knowledge: Knowledge) -> None:
    assert mentioned(knowledge) == ()
