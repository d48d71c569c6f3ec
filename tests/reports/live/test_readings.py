"""The page of all corrections: in effect, up for review, proposed; accepted and refused."""

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kb.corrections.file import append
from kb.corrections.making import Corrector, Wish
from kb.corrections.model import Correction
from kb.knowledge.correcting import Correcting
from tests.kb.conftest import Place
from tests.reports.live.asking import Person
from tests.reports.live.correcting import (
    ROOFS,
    build,
    claim,
    correct,
    error,
    known_to,
    lines,
)


def listed(person: Person) -> dict[str, list[LexborNode]]:
    """The items of the page by the heading of their list."""
    answer = person.look("/corrections.html")
    assert answer.status_code == 200
    tree = LexborHTMLParser(answer.text)
    return {
        str(section.attributes["aria-labelledby"]): section.css(".correction")
        for section in tree.css("#corrections section")
    }


def propose(person: Person, quote: str, aspect: str) -> Correction:
    """What another reader would add to the file."""
    k = known_to(person)
    correcting = Correcting(k, Corrector("x", "2026-05-01T10:00:00.000000+00:00"))
    (line,) = correcting.add(ROOFS, quote, Wish(aspect=aspect))
    line = replace(line, by="", reader="owl")
    append(person.live.readings, line)
    return line


def test_before_anybody_corrects_the_page_says_so(ana: Person) -> None:
    assert listed(ana) == {"held": []}
    assert "Nobody has corrected anything yet" in ana.look("/corrections.html").text


def test_what_is_in_effect_is_listed_with_who_and_why(ana: Person) -> None:
    old = claim(ana, "last at least 40 years")
    correct(ana, "other-value", claim=old.id, answer="30 years", polarity="affirm", note="a slip")
    (item,) = listed(ana)["held"]
    told = " ".join(item.text().split())
    assert "Lifetime: at least 40 years → Lifetime: 30 years" in told
    assert "✎ Ana, " in told and ": a slip" in told


def test_a_proposal_is_accepted_and_another_one_refused(ana: Person) -> None:
    yes = propose(ana, "turn daylight into electricity", "winter")
    no = propose(ana, "quietly and cleanly", "noise")
    assert len(listed(ana)["proposed"]) == 2
    assert ana.post("/accept-reading", {"lines": yes.id, "by": "Ana"}).status_code == 200
    refused = ana.post("/uncorrect", {"lines": no.id, "by": "Ana"}).json()
    now = listed(ana)
    assert "proposed" not in now and len(now["held"]) == 1
    assert [(c.kind, c.by, c.reader) for c in lines(ana)[2:]] == [
        ("add", "Ana", None),
        ("undo", "Ana", None),
    ]
    assert (
        "no such proposal"
        in error(ana.post("/accept-reading", {"lines": "ff", "by": "A"}))["error"]
    )
    ana.post("/uncorrect", {"lines": " ".join(refused["lines"]), "by": "Ana"})
    assert len(listed(ana)["proposed"]) == 1


def test_a_correction_whose_sentence_changed_can_be_said_again(ana: Person, place: Place) -> None:
    old = claim(ana, "last at least 40 years")
    correct(ana, "other-value", claim=old.id, answer="30 years", polarity="affirm")
    place.edit(ROOFS, "last at least 40 years.", "last at least 40 years in our tests.")
    build(ana)
    (item,) = listed(ana)["up"]
    assert "its sentence is not as it was" in item.text() and "in our tests." in item.text()
    id = str(item.attributes["data-id"])
    assert ana.post("/renew-reading", {"lines": id, "by": "Ben"}).status_code == 200
    now = listed(ana)
    assert "up" not in now and "Ben" in now["held"][0].text()
    assert (
        "words are gone" in error(ana.post("/renew-reading", {"lines": id, "by": "Ben"}))["error"]
    )


def test_a_correction_whose_words_are_gone_can_only_be_taken_back(
    ana: Person, place: Place
) -> None:
    correct(ana, "not-a-claim", claim=claim(ana, "last at least 40 years").id)
    place.edit(ROOFS, "Solar panels last at least 40 years. ", "")
    build(ana)
    (item,) = listed(ana)["up"]
    assert [b.attributes["data-do"] for b in item.css("button")] == ["uncorrect"]
    ana.post("/uncorrect", {"lines": str(item.attributes["data-id"]), "by": "Ana"})
    assert listed(ana) == {"held": []}
