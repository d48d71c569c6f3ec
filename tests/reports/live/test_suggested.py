"""The page of proposals: what is accepted stands in the topic file, and can be taken back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from extract.topic.load import load_topic
from reports.live.guard import Secrets
from reports.live.suggested import Suggested
from tests.kb.conftest import Place
from tests.kb.suggest.test_suggest import GLARE
from tests.reports.live.asking import Person, built

KEPT = "# a note of ours\n"


@pytest.fixture
def file(place: Place) -> Path:
    """A topic file that has a comment, and lacks a part that the texts speak of."""
    path = place.corpus / "topic.yaml"
    text = path.read_text(encoding="utf-8")
    assert GLARE in text
    path.write_text(KEPT + text.replace(GLARE, ""), encoding="utf-8")
    return path


@pytest.fixture
def eva(place: Place, file: Path, known: Secrets) -> Person:
    return Person(built(place), known, "Eva")


def proposed(person: Person) -> LexborHTMLParser:
    answer = person.post("/suggest", {})
    assert answer.status_code == 200
    return LexborHTMLParser(answer.text)


def ids(page: LexborHTMLParser) -> Mapping[str, str]:
    """The proposals by their words."""
    rows = page.css(".proposal")
    return {r.css_first("h2").text().strip(): str(r.attributes["data-on"]) for r in rows}


def accept(person: Person, words: str) -> Any:
    return person.post("/accept", {"on": ids(proposed(person))[words]})


def test_the_page_waits_for_its_script_to_ask(eva: Person) -> None:
    page = LexborHTMLParser(eva.look("/suggest.html").text)
    assert "data-wanted" in page.css_first("#proposals").attributes
    assert not page.css(".proposal")
    assert page.css_first("a[href='suggest.html'][aria-current='page']")


def test_each_proposal_stands_with_its_sentences(eva: Person) -> None:
    page = proposed(eva)
    row = page.css_first(f"[data-on='{ids(page)['glare']}']")
    assert "Some neighbours complain that panels cause glare." in row.css_first(".reads").text()
    assert row.css_first(".reads a[href^='source-brighter-roofs']")
    assert row.css_first(".meta").text().split()[:2] == ["new", "answer"]
    assert row.css_first("button").text() == "Accept"


def test_an_accepted_one_is_written_and_comments_stay(eva: Person, file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    assert accept(eva, "glare").json() == {"text": "glare"}
    after = file.read_text(encoding="utf-8")
    assert after.startswith(KEPT)
    assert set(before.splitlines()) <= set(after.splitlines())
    assert "glare" in {a.name for x in load_topic(file).aspects for a in x.answers()}


def test_it_is_shown_as_written_until_the_next_build(eva: Person) -> None:
    id = ids(proposed(eva))["glare"]
    eva.post("/accept", {"on": id})
    row = proposed(eva).css_first(f"[data-on='{id}']")
    assert "written" in str(row.attributes["class"]) and not row.css("button")
    assert eva.post("/accept", {"on": id}).status_code == 409


def test_taken_back_the_file_is_what_it_was_to_the_byte(eva: Person, file: Path) -> None:
    before = file.read_bytes()
    accept(eva, "glare")
    assert "Accepted last" in proposed(eva).css_first("#proposals").text()
    assert eva.post("/take-back", {}).json() == {"text": "glare"}
    assert file.read_bytes() == before
    assert "Accepted last" not in proposed(eva).css_first("#proposals").text()
    assert eva.post("/take-back", {}).status_code == 409


def test_what_somebody_wrote_since_is_not_taken_back(eva: Person, file: Path) -> None:
    accept(eva, "glare")
    file.write_text(file.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    answer = eva.post("/take-back", {})
    assert answer.status_code == 409 and "`glare` out by hand" in answer.json()["error"]
    assert "# more" in file.read_text(encoding="utf-8")


def test_a_topic_file_broken_since_is_named_and_left(eva: Person, file: Path) -> None:
    id = ids(proposed(eva))["glare"]
    file.write_text("topic: [", encoding="utf-8")
    answer = eva.post("/accept", {"on": id})
    assert answer.status_code == 409 and "topic.yaml" in answer.json()["error"]
    assert file.read_text(encoding="utf-8") == "topic: ["


def test_what_was_never_proposed_is_not_written(eva: Person, file: Path) -> None:
    before = file.read_bytes()
    assert eva.post("/accept", {"on": "../../etc/passwd"}).status_code == 409
    assert eva.post("/accept", {"on": ""}).status_code == 400
    assert eva.post("/accept", {"on": "x", "text": "glare"}).status_code == 400
    assert file.read_bytes() == before


@pytest.mark.parametrize("address", ["/suggest", "/accept", "/take-back", "/write-guess"])
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": ""},
        {"x-counterclaim-token": ""},
        {"x-counterclaim-token": "guessed"},
        {"cookie": "counterclaim-8765=guessed"},
    ],
)
def test_only_our_own_page_may_ask(
    eva: Person, file: Path, headers: dict[str, str], address: str
) -> None:
    before, row = file.read_bytes(), {"on": "x"} if address == "/accept" else {}
    token = eva.token()
    if "cookie" in headers:
        eva.browser.cookies.clear()
    sent = {"x-counterclaim-token": token, **headers}
    assert eva.post(address, row, sent).status_code == 403
    assert file.read_bytes() == before


# without a topic file


@pytest.fixture
def unwritten(place: Place, known: Secrets) -> Person:
    (place.corpus / "topic.yaml").unlink()
    return Person(built(place), known)


def test_without_a_topic_file_the_guess_is_offered(unwritten: Person, place: Place) -> None:
    page = LexborHTMLParser(unwritten.look("/suggest.html").text)
    assert "There is no topic file yet" in page.css_first("#proposals").text()
    assert "data-wanted" not in page.css_first("#proposals").attributes
    assert unwritten.post("/write-guess", {}).json() == {"text": "topic.yaml"}
    assert load_topic(place.corpus / "topic.yaml").topic
    assert unwritten.post("/write-guess", {}).status_code == 409


def test_before_a_first_build_the_page_says_so(place: Place, known: Secrets) -> None:
    live = built(place)
    live.now = type(live.now)()
    assert Person(live, known).look("/suggest.html").status_code == 503


def test_the_texts_are_looked_through_once_a_build(
    eva: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested = Suggested(eva.live)
    first = suggested.page(look=True)
    monkeypatch.setattr("reports.live.suggested.suggestions", None)
    assert suggested.page(look=True) == first
