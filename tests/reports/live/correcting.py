"""The steps that tests of corrections by way of the pages share."""

from typing import Any
from urllib.parse import urlencode

from httpx import Response
from selectolax.lexbor import LexborHTMLParser

from extract.model import Claim
from kb.corrections.file import read_corrections
from kb.corrections.model import Correction
from kb.knowledge.value import Knowledge
from reports.live.rounds import Round
from reports.making import make_site
from tests.reports.live.asking import Person

ROOFS = "brighter-roofs"


def known_to(person: Person) -> Knowledge:
    k = person.live.now.knowledge
    assert k
    return k


def claim(person: Person, words: str, aspect: str = "") -> Claim:
    """The one claim of these words, of that question if one is named."""
    (found,) = [c for c in known_to(person).claims if words in c.quote and aspect in ("", c.aspect)]
    return found


def build(person: Person) -> None:
    live = person.live
    live.took(Round((), 0.0, make_site(live.corpus, live.store, live.site)))


def correct(person: Person, act: str, **more: str) -> Response:
    return person.post("/correct", {"act": act, "by": person.name, **more})


def add(person: Person, quote: str, question: str, **more: str) -> Response:
    where = {"source": ROOFS, "quote": quote, "question": question, "polarity": "affirm"}
    return correct(person, "add", **{**where, **more})


def lines(person: Person) -> tuple[Correction, ...]:
    return read_corrections(person.live.corpus / "readings.jsonl")


def panel(person: Person, **asked: str) -> LexborHTMLParser:
    answer = person.look(f"/correct.html?{urlencode(asked)}")
    assert answer.status_code == 200
    return LexborHTMLParser(answer.text)


def words_of(tree: LexborHTMLParser, where: str = "#correcting") -> str:
    node = tree.css_first(where)
    assert node
    return " ".join(node.text().split())


def error(answer: Response) -> dict[str, Any]:
    assert answer.status_code >= 400
    row: dict[str, Any] = answer.json()
    return row
