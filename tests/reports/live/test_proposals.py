"""How proposals are shown."""

from selectolax.lexbor import LexborHTMLParser

from extract.model import Span
from kb.knowledge.value import Knowledge
from kb.suggest.model import Idea, Proposing, Sample, Suggestion, TopicPlace
from reports.live.proposals import FEW, MOST, SuggestionsPage, proposal_views
from reports.render import render
from reports.views.book import open_book
from tests.kb.conftest import Place

SOURCE = "brighter-roofs"
EVIL = "</q><script>window.evil=1</script>"


def suggestion(n: int = 1, place: TopicPlace | None = None, **given: object) -> Suggestion:
    at = place or TopicPlace("says", "lifetime")
    idea = Idea(Proposing.PHRASE, at, f"endure {n}", "why", 1.0, ((SOURCE, Span(0, 1)),))
    sample = Sample(SOURCE, 1, f"They endure. {EVIL}", "deny")
    row = {"reads": (sample,) * (FEW + 2), "wrong": (), **given}
    return Suggestion(n, idea, score=1.0, **row)  # type: ignore[arg-type]


def shown(place: Place, *found: Suggestion) -> SuggestionsPage:
    return proposal_views(found, open_book(Knowledge.open(place.corpus, place.store)))


def test_the_question_and_what_would_be_read(place: Place) -> None:
    (view,) = shown(place, suggestion()).proposals or ()
    assert view.question and view.question.href == "aspect-lifetime.html"
    assert view.sort == "new phrase"
    assert (len(view.reads.shown), view.reads.total) == (FEW, FEW + 2)
    assert view.reads.shown[0].note == "as denied"


def test_a_phrase_of_an_answer_names_the_answer(place: Place) -> None:
    at = TopicPlace("says", "harms", "parts", "fire")
    (view,) = shown(place, suggestion(place=at)).proposals or ()
    assert view.answer == "fire"


def test_so_many_are_shown_and_the_rest_counted(place: Place) -> None:
    page = shown(place, *(suggestion(n) for n in range(1, MOST + 3)))
    assert (len(page.proposals or ()), page.total) == (MOST, MOST + 2)


def test_what_stands_in_the_file_is_marked(place: Place) -> None:
    page = shown(place, suggestion(1), suggestion(2))
    first_one, _ = page.proposals or ()
    now = page.standing(False, {first_one.id}, "endure 1")
    assert [p.written for p in now.proposals or ()] == [True, False]
    assert now.last == "endure 1"


def test_words_of_a_text_stay_text(place: Place) -> None:
    page = shown(place, suggestion())
    made = render("live/suggest.html", topic="T", here="", token="t", number=1, page=page)
    html = LexborHTMLParser(made)
    assert EVIL in html.css_first(".reads q").text()
    assert not html.css("#proposals script")
