"""Which words are negated, how far, and whether only a degree is denied."""

import pytest

from extract.english.pipeline import parse
from extract.grammar.clauses import clauses
from extract.grammar.negation import negated, negations
from extract.grammar.repairs import repaired
from extract.model import Degree
from tests.extract.reader import pipeline


def scopes(text: str) -> list[tuple[str, str, Degree | None]]:
    """Cue, the words it reaches, and the degree, for each negation of a sentence."""
    tree = repaired(next(parse(pipeline(), [text])))
    found = negations(tree, clauses(tree))
    reach = [" ".join(tree[i].text for i in sorted(n.scope)) for n in found]
    return [(tree[n.cue].lower, words, n.degree) for n, words in zip(found, reach, strict=True)]


NOTHING_DENIED = [
    "It is not only quiet but also cheap.",
    "There is no doubt that it is quiet.",
    "Without a lid, it leaks.",
    "The tank is free to use.",
    "It needs no more than two filters.",
    "The pump stops at night.",
    "The pump is too loud.",
    "It is noisy, too, to be honest.",
]


@pytest.mark.parametrize("text", NOTHING_DENIED)
def test_no_negation(text: str) -> None:
    assert scopes(text) == []


REACH = [
    ("The tank does not leak and it looks good.", "leak"),
    ("It makes no noise, smell or dirt.", "noise , smell or dirt"),
    ("The tank will not leak or rust.", "leak or rust ."),
    ("The lid is too heavy to float and it looks good.", "to float"),
    ("The pump is nowhere near as loud and it looks good.", "loud"),
]


@pytest.mark.parametrize(("text", "words"), REACH)
def test_reach(text: str, words: str) -> None:
    assert words in scopes(text)[0][1]
    assert "looks" not in scopes(text)[0][1]


DEGREES = [
    ("The tank is not completely tight.", Degree.PARTIAL_DENIAL),
    ("The pump does not always start.", Degree.PARTIAL_DENIAL),
    ("Not all pumps are loud.", Degree.PARTIAL_DENIAL),
    ("The pump is not very loud.", Degree.SLIGHT),
    ("The pump is not that loud.", Degree.SLIGHT),
    ("The pump does not hum that much.", Degree.SLIGHT),
    ("I do not think that it hums.", None),
    ("The pump is not loud at all.", None),
    ("The pump is not completely silent.", Degree.PARTIAL_DENIAL),
    ("The pump is never completely silent.", None),
    ("The pump never fully stops the leak.", Degree.PARTIAL_DENIAL),
    ("The pump is not loud.", None),
]


@pytest.mark.parametrize(("text", "degree"), DEGREES)
def test_degree(text: str, degree: Degree | None) -> None:
    assert scopes(text)[0][2] == degree


ONCE = [
    ("It makes no noise, no nothing.", 1),
    ("It did not leak at all, no drip nothing.", 2),
    ("It does not leak, no drip.", 2),
]


@pytest.mark.parametrize(("text", "cues"), ONCE)
def test_a_nothing_at_the_end_denies_once_more_and_not_again(text: str, cues: int) -> None:
    assert len(scopes(text)) == cues
    assert sum("leak" in words for _, words, _ in scopes(text)) <= 1


def test_a_phrase_with_its_own_no_in_a_list_is_not_denied_again() -> None:
    tree = repaired(next(parse(pipeline(), ["It has no rust, no smell and no noise."])))
    found = negations(tree, clauses(tree))
    noise = next(t.i for t in tree.tokens if t.lower == "noise")
    assert len(negated(found, [noise])) == 1
    assert negated(found, [noise - 1, noise]) == ()
