"""Whose case it is: each way of telling of one case only, and its look-alike that tells of all."""

import pytest

from extract.grammar.negation import Negation
from extract.model import Polarity
from extract.reading.polarity import times
from tests.extract.reader import extraction

LASH = "A lash lift is popular. "
PUMP = "A garden pump is useful. "

LIMITED = [
    ("pump", "My friend's pump leaks.", "one case"),
    ("pump", "I oil it twice, and it is loud. My pump is loud.", "one case"),
    ("pump", "The pump is costing me $90.", "one case"),
    ("pump", "We have never had a leak.", "one case"),
    ("lash", "I had it done. Two sessions.", "one case"),
    ("lash", "It was gone. She pays $90 for a lash lift.", "one case"),
    ("lash", "We have one lady who has never felt pain.", "one case"),
    ("lash", "Mate of mine got one, the lash lift hurts.", "one case"),
    ("lash", "A lash lift costs $90 with us.", "own price"),
    ("lash", "Our lash lift costs $90.", "own price"),
    ("lash", "Big salons charge $90.", "big salon"),
    ("lash", "They need four sessions where we need one.", "they"),
    ("lash", "It costs $40 for one lash.", "one lash"),
    ("pump", "Motors that hold water rust.", "motor hold water"),
    ("pump", "With soft water it rusts.", "soft water"),
    ("lash", "Do women come? They feel no pain.", "woman"),
    ("lash", "It does not hurt yet.", "yet"),
    ("lash", "# Lash lifts for women\nA lash lift hurts. It does not last.", "woman"),
]

PLAIN = [
    ("pump", "Garden pumps leak."),
    ("pump", "I say that it is loud."),
    ("lash", "A full lash lift costs $90."),
    ("lash", "It suits a woman who needs three visits."),
    ("lash", "Mates of mine agree, the lash lift hurts."),
    ("lash", "Most salons charge $90."),
    ("lash", "It costs $40 for the whole treatment."),
    ("pump", "On average it is loud."),
    ("lash", "It is painful, yet it does not last."),
]


@pytest.mark.parametrize(("topic", "text", "name"), LIMITED)
def test_a_case_is_named(topic: str, text: str, name: str) -> None:
    before = "" if text.startswith("#") else LASH if topic == "lash" else PUMP
    scopes = [c.qualifiers.scope for c in extraction(before + text, topic).claims]
    assert name in [s.name for s in scopes if s is not None]


@pytest.mark.parametrize(("topic", "text"), PLAIN)
def test_what_tells_of_all_is_not_limited(topic: str, text: str) -> None:
    claims = extraction((LASH if topic == "lash" else PUMP) + text, topic).claims
    assert claims
    assert all(c.qualifiers.scope is None for c in claims)


def test_what_follows_a_command_holds_if_it_is_done() -> None:
    (claim,) = extraction(LASH + "Skip the mask and the lift hurts.").claims
    assert claim.qualifiers.condition is not None
    assert claim.qualifiers.condition.text == "Skip the mask"


def test_a_manner_denied_is_no_denial() -> None:
    (claim,) = extraction(LASH + "The tint does not fade evenly.").claims
    assert (claim.polarity, claim.qualifiers.degree) == (Polarity.DENY, "partial-denial")
    (claim,) = extraction(LASH + "The tint does not fade usually.").claims
    assert claim.qualifiers.degree is None


def test_a_restricted_whole_is_denied_in_part() -> None:
    (claim,) = extraction(LASH + "There are no long-term side effects.").claims
    assert claim.qualifiers.degree == "partial-denial"


def test_what_is_denied_once_each_is_denied_once() -> None:
    each = (Negation(1, frozenset({2, 5})), Negation(4, frozenset({5})))
    assert times(each, (2, 5)) == 1
    assert times((Negation(1, frozenset({2, 3})), Negation(2, frozenset({3}))), (3,)) == 2
    assert times(each, (9,)) == 2  # it reaches them by their head
