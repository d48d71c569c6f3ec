"""The terminal and the search page look words up alike, down to the order."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kb.knowledge.value import Knowledge
from reports.text import visible
from tests.kb.conftest import Place

QUERIES = (
    "last",
    "how long do they last",
    "lasting panels",
    "forever",
    "recycled",
    "dazzling",
    "garden hose",
    '"garden hose"',
    '"hose garden"',
    '"garden hose" years',
    '"no maintenance"',
    "no leaks",
    "panels don't leak",
    "never",
    "without a pressure washer",
    "screwing, clamping or gluing",
    "£5,000",
    "5000",
    "roof's",
    "of the",
    "nowhere to be found",
    '"',
    "OR NEAR(",
    "Panel's ÉLECTRIC",
    "Solar Questions Answered",
)


@pytest.fixture(scope="module")
def made(once: Path) -> Place:
    return Place(once / "corpus", once / ".kb")


@pytest.fixture(scope="module")
def k(made: Place) -> Knowledge:
    return Knowledge.open(made.corpus, made.store)


@pytest.fixture
def search(page: Page, made: Place) -> Page:
    page.goto((made.corpus.parent / "site" / "search.html").as_uri())
    return page


def test_both_find_the_same_in_the_same_order(search: Page, k: Knowledge) -> None:
    for query in QUERIES:
        search.get_by_label("Words").fill(query)
        found = search.locator("#results li > a").all_text_contents()
        assert found == [visible(h.text) for h in k.search(query, 60)], query


@pytest.mark.parametrize("query", QUERIES[:5])
def test_these_find_something(k: Knowledge, query: str) -> None:
    assert k.search(query)


def test_both_tell_which_question_is_in_dispute(search: Page, k: Knowledge) -> None:
    search.get_by_label("Words").fill("panels")
    kinds = search.locator("#results .small bdi:first-of-type").all_text_contents()
    told = [kind == "Question, in dispute" for kind in kinds if kind.startswith("Question")]
    questions = [h for h in k.search("panels", 60) if not h.source]
    assert told == [h.dispute is not None for h in questions]
    assert {*told} == {True, False}
    first = search.locator("#results li", has_text="Question, in dispute").first
    expect(first.locator(".sign")).to_be_visible()
