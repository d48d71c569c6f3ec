"""What a page says of people's corrections: in notes, passages, lists, and struck words."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from kb.corrections.file import append
from kb.corrections.making import Corrector, Wish
from kb.knowledge.correcting import Correcting
from kb.knowledge.value import Knowledge
from reports.render import render
from reports.views.book import Book, open_book
from reports.views.mended import asked, counted, mended_in, mended_of
from reports.views.passage import passage_of
from reports.views.source import source_views
from tests.kb.conftest import Place, copy_corpus

ROOFS = "brighter-roofs"
LASTS = "last at least 40 years"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("mended")
    return Place(copy_corpus(folder / "corpus"), folder / ".kb")


@pytest.fixture(scope="module")
def plain(place: Place) -> Knowledge:
    """What the program reads by itself."""
    return place.build().knowledge


@pytest.fixture(scope="module")
def book(place: Place, plain: Knowledge) -> Book:
    """The same with one claim mended, one struck, one added and one confirmed."""
    ids = [next(c.id for c in plain.claims if w in c.quote) for w in (LASTS, "silent", "Rinse")]
    ana = Correcting(plain, Corrector("Ana", "2026-05-01T10:00:00.000000+00:00", "a slip"))
    lines = (
        *ana.otherwise(ids[0], Wish(value="30 years")),
        *ana.not_a_claim(ids[1]),
        *ana.add(ROOFS, "turn daylight into electricity", Wish(aspect="winter")),
        *ana.right(ids[2]),
    )
    append(place.corpus / "readings.jsonl", *lines)
    return open_book(place.build().knowledge)


def claim(book: Book, words: str) -> str:
    return next(c.id for c in book.claims.values() if words in c.quote)


def page(book: Book) -> LexborHTMLParser:
    ((_, view),) = source_views(book, ROOFS)
    made = render("source.html", view=view, topic=book.topic.topic, here="")
    return LexborHTMLParser(made.decode())


def told(tree: LexborHTMLParser, where: str) -> list[str]:
    return [" ".join(node.text().split()) for node in tree.css(where)]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (LASTS, "corrected by Ana, 1 May 2026: a slip"),
        ("turn daylight", "added by Ana, 1 May 2026: a slip"),
        ("Rinse", "confirmed by Ana, 1 May 2026: a slip"),
    ],
)
def test_a_claim_tells_who_made_or_confirmed_it_when_and_why(
    book: Book, words: str, who: str
) -> None:
    mended = mended_of(book, claim(book, words))
    assert mended and mended.told == who
    assert passage_of(book, claim(book, words)).mended == mended


def test_what_the_program_read_is_told_where_a_person_says_otherwise(book: Book) -> None:
    mended = mended_of(book, claim(book, LASTS))
    assert mended and mended.was == "Lifetime: at least 40 years"
    confirmed = mended_of(book, claim(book, "Rinse"))
    assert confirmed and confirmed.was == ""


def test_a_claim_of_the_program_alone_bears_no_mark(book: Book) -> None:
    assert mended_of(book, claim(book, "glare")) is None


def test_the_corrections_of_a_source_are_listed_in_the_order_of_its_text(book: Book) -> None:
    lines = mended_in(book, ROOFS)
    assert [line.quote.split()[-1] for line in lines] == ["electricity", "years", "silent"]
    assert [(line.was, line.states) for line in lines] == [
        ("", "Winter: They work in winter"),
        ("Lifetime: at least 40 years", "Lifetime: 30 years"),
        ("Noise: They are silent", ""),
    ]
    assert mended_in(book, "a-sceptic-on-the-roof") == ()


def test_the_source_page_marks_what_was_corrected_and_what_is_no_claim(book: Book) -> None:
    tree = page(book)
    mark = tree.css_first("mark.mended[title^='corrected by Ana']")
    assert mark and mark.text() == "Solar panels last at least 40 years"
    assert told(tree, ".unclaimed") == ["Completely silent"]
    assert "✎" in tree.css_first("mark.mended ~ sup, .anchor + sup").text()  # type: ignore[union-attr]
    assert "✎ corrected by Ana, 1 May 2026: a slip" in told(tree, ".note .mended")
    assert "not a claim" in " ".join(told(tree, "li[data-reading]"))


def test_corrections_are_counted_by_kind(book: Book) -> None:
    assert list(counted(book)) == [
        ("Not a claim", 1),
        ("Another answer", 1),
        ("Added: a claim that was not read", 1),
        ("Confirmed as read right", 1),
    ]


def test_without_corrections_nothing_is_said_of_them(plain: Knowledge) -> None:
    book = open_book(plain)
    tree = page(book)
    assert list(counted(book)) == [] and mended_in(book, ROOFS) == ()
    assert not tree.css(".mended, .unclaimed, #mended")


def test_a_question_that_is_gone_is_told_by_its_id(book: Book) -> None:
    from kb.corrections.model import Statement

    assert asked(book.topic, Statement("weather")) == "weather: yes"


def test_a_claim_that_only_gets_a_condition_is_marked_once(place: Place, book: Book) -> None:
    k = Knowledge.open(place.corpus, place.store)
    ana = Correcting(k, Corrector("Ana", "2026-06-01T10:00:00.000000+00:00"))
    glare = next(c.id for c in k.claims if "glare" in c.quote)
    path = place.corpus / "readings.jsonl"
    before = path.read_bytes()
    append(path, *ana.otherwise(glare, Wish(condition="if the sun is low")))
    limited = open_book(place.build().knowledge)
    path.write_bytes(before)
    refs = [n.text() for n in page(limited).css(".anchor + sup, mark.mended ~ sup")]
    assert len(refs) == len(set(refs))
    (line,) = [x for x in mended_in(limited, ROOFS) if "glare" in x.quote]
    assert len(line.claims) == len(set(line.claims))
