"""Clauses that are read together: each rule's own example, and its look-alike."""

import pytest

from extract.english.pipeline import parse
from extract.grammar.clauses import clauses
from extract.grammar.repairs import repaired
from extract.reading.document import extract_claims
from extract.reading.joined import RULES, JoinRule, joined
from extract.rules import Rules
from extract.topic.schema import Topic
from tests.extract.reader import document, pipeline, read


def beside(text: str) -> list[str]:
    tree = repaired(next(parse(pipeline(), [text])))
    words = (joined(tree, clause) for clause in clauses(tree))
    return [tree.text(found) for found in words if found]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.words.__name__)
def test_a_rule_joins_the_clauses_of_its_example(rule: JoinRule) -> None:
    tree = repaired(next(parse(pipeline(), [rule.example])))
    assert any(rule.words(tree, clause) for clause in clauses(tree))


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.words.__name__)
def test_a_rule_that_is_not_asked_would_join_nothing(rule: JoinRule) -> None:
    for text in (rule.example, rule.counter):
        tree = repaired(next(parse(pipeline(), [text])))
        for clause in clauses(tree):
            every = {i for r in RULES for i in r.words(tree, clause)}
            assert set(joined(tree, clause)) == every.difference(clause.tokens)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.words.__name__)
def test_what_only_looks_like_it_stays_apart(rule: JoinRule) -> None:
    assert beside(rule.counter) == []


@pytest.mark.parametrize(
    "text",
    [
        "How long it lasts comes down to the slope.",
        "What you pay is down to the slope.",
        "The price depends upon how steep the roof is.",
        "The price depends on what you want.",
        "The price depends on where you live.",
        "The price varies with how steep the roof is.",
        "The price is determined by how steep the roof is.",
        "The price depends on who lays it.",
        "The price depends on whether it is steep.",
    ],
)
def test_a_question_asks_what_it_depends_on_and_answers_it(text: str) -> None:
    assert beside(text)


@pytest.mark.parametrize(
    "text",
    [
        "How long it lasts comes up to the slope.",
        "How far it is down at the beach.",
        "The price depends on the man who lays it.",
        "The house comes with what you see.",
    ],
)
def test_no_other_coming_and_being_does(text: str) -> None:
    assert beside(text) == []


DECK = Topic.sample(
    subject={"name": "deck", "names": ["deck"], "belongings": ["board"]},
    aspects=[
        {
            "id": "wear",
            "label": "Wear",
            "question": "What makes it last longer or shorter?",
            "kind": "any-of",
            "says": ["last longer|shorter", "how-long depend", "depend|affect last", "rot sooner"],
            "parts": [
                {"name": "oil", "words": ["oil"], "says": ["oil slow rot"]},
                {"name": "rain", "words": ["rain"]},
                {"name": "slope", "words": ["slope"]},
            ],
        },
        {
            "id": "stone",
            "label": "Compared with stone",
            "question": "Does it cost less than stone?",
            "kind": "yesno",
            "says": ["cheaper", "less cost stone", "natural stone", "warm stone", "light than|now"],
            "denies": ["as-much-as cost stone"],
            "unless": ["than think|brick"],
        },
        {"id": "rot", "label": "Rot", "question": "Does it rot?", "kind": "yesno", "says": ["rot"]},
    ],
)
SAID = [
    ("Using oil slows the rot.", ["oil"]),
    ("Using oil makes it last longer.", ["oil"]),
    ("By using oil you make it last longer.", ["oil"]),
    ("How long it lasts depends on the rain.", ["rain"]),
    ("How long the boards last depends on the slope.", ["slope"]),
    ("The rain affects how long it lasts.", ["rain"]),
    ("Skipping the oil means it rots sooner.", ["oil"]),
    ("The steeper the slope, the longer it lasts.", ["slope"]),
    ("Not using oil makes it rot sooner.", []),
    ("That you use oil and that it lasts longer is known.", []),
    ("We use oil, and it lasts longer.", []),
]


@pytest.mark.parametrize(("text", "parts"), SAID)
def test_what_two_clauses_say_together(text: str, parts: list[str]) -> None:
    doc = document("A deck is popular. " + text)
    claims = extract_claims(doc, list(parse(pipeline(), [doc.text])), Rules(DECK)).claims
    assert [c.value.name for c in claims if c.value] == parts


def test_neither_half_of_the_more_the_more_says_anything_alone() -> None:
    assert (
        read("A lash lift is popular. The more it hurts, the longer it lasts, up to 9 weeks.") == []
    )


def test_the_quote_holds_both_clauses() -> None:
    doc = document("A deck is popular. Using oil slows the rot.")
    claims = extract_claims(doc, list(parse(pipeline(), [doc.text])), Rules(DECK)).claims
    assert {c.quote for c in claims if c.aspect == "wear"} == {"Using oil slows the rot"}


COMPARED = [
    ("A deck costs far less than a floor of stone.", "affirm"),
    ("A deck costs as much as a floor of stone.", "deny"),
    ("A deck does not cost as much as stone.", "affirm"),
    ("A deck is cheaper.", "affirm"),
    ("A deck is cheaper than bricks.", None),
    ("A deck is cheaper than people think.", None),
    ("A deck costs less than a lawn.", None),
    ("A deck looks more natural than stone.", None),
    ("A deck is warmer than stone.", None),
    ("A deck is lighter than a wall.", None),
]


@pytest.mark.parametrize(("text", "polarity"), COMPARED)
def test_a_phrase_may_name_what_is_compared_with(text: str, polarity: str | None) -> None:
    doc = document(text)
    claims = extract_claims(doc, list(parse(pipeline(), [doc.text])), Rules(DECK)).claims
    said = [c for c in claims if c.aspect == "stone"]
    assert [c.polarity for c in said] == ([polarity] if polarity else [])
    assert all(c.qualifiers.degree is None for c in said)
