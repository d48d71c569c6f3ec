"""The page on how it was made."""

import re
from dataclasses import replace

from kb.knowledge.value import Knowledge
from reports.views.about import NEAR, WORDS, about_of
from reports.views.book import Book, open_book
from tests.accuracy import PAGE, SHIPPED, written


def test_every_word_of_the_house_is_explained_in_a_sentence(book: Book) -> None:
    words = about_of(book).words
    assert {"claim", "position", "contradiction", "tension", "verdict"} <= {w.word for w in words}
    assert len(words) == len({w.word for w in words}) == len(WORDS)
    assert all(w.meaning.endswith(".") for w in words)


def test_how_much_of_each_source_was_read(book: Book) -> None:
    rows = about_of(book).coverage
    assert [r.source.href for r in rows] == [f"source-{s}.html" for s in book.sources]
    dreamwell = rows[0]
    assert int(dreamwell.sentences) == int(dreamwell.with_claim) + 1
    assert dreamwell.missed == "1"
    assert len(about_of(book, limit=2).coverage) == 2


def test_the_accuracy_of_findings_is_that_of_the_page_on_accuracy(book: Book) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert SHIPPED.read_text(encoding="utf-8") == written(page), "run python -m tests.accuracy"
    claims = about_of(book).findings[0]
    (row,) = (
        line for line in page.splitlines() if line.startswith("| claims of the gold found | 0.9")
    )
    known = float(row.split("|")[2].split()[0])
    assert claims.known == f"{round(100 * known)} in 100"
    typical, low, high = map(int, re.findall(r"\d+", claims.new.replace(" in 100", "")))
    assert low <= typical <= high < 100 * known  # on new texts it is worse, and the page says so


def test_the_caveat_has_the_figures_for_new_texts(book: Book) -> None:
    view = about_of(book)
    told = {m.name: int(m.new.split(" ")[0]) for m in view.findings}
    flags = next(new for name, new in told.items() if name.startswith("Of what it calls"))
    found = next(new for name, new in told.items() if "a reader finds, the program flags" in name)
    assert (abs(flags - 50) <= NEAR) is ("about half of the contradictions" in view.caveat)
    assert (abs(found - 33) <= NEAR) is ("it flags about a third of those" in view.caveat)


def test_accuracy_is_told_in_percent_and_versions_by_name(book: Book) -> None:
    view = about_of(book)
    assert view.measures
    assert all(0 < float(m.value.removesuffix("%")) <= 100 for m in view.measures)
    assert [v.name for v in view.versions] == ["Counterclaim", "English pipeline"]


def test_what_a_person_called_misread_is_named(knowledge: Knowledge) -> None:
    wrong = next(c for c in knowledge.claims if c.quote == "for life")
    (line,) = about_of(open_book(replace(knowledge, misread=(wrong,)))).misread
    assert (line.quote, line.source.href) == ("for life", "source-dreamwell.html")
