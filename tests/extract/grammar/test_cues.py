"""Every cue word is read in a sentence that has it."""

import pytest

from extract.english.pipeline import parse
from extract.grammar.clauses import clauses
from extract.grammar.cues import NEGATORS, SOME_PHRASES, USUAL_PHRASES, NegationCue
from extract.grammar.negation import negations
from extract.grammar.repairs import repaired
from tests.extract.reader import pipeline, row


@pytest.mark.parametrize("cue", NEGATORS, ids=lambda cue: cue.word)
def test_every_negator_negates_in_its_example(cue: NegationCue) -> None:
    tree = repaired(next(parse(pipeline(), [cue.example])))
    found = [tree[n.cue].lower for n in negations(tree, clauses(tree))]
    assert any(word.startswith(cue.word[:4]) for word in found)


POSSIBLY = "possibly potentially perhaps maybe conceivably sometimes occasionally rarely seldom"
USUALLY = "usually typically generally normally commonly often frequently mostly routinely"


@pytest.mark.parametrize(
    ("word", "certainty"),
    [(w, "possible") for w in POSSIBLY.split()] + [(w, "usual") for w in USUALLY.split()],
)
def test_adverbs(word: str, certainty: str) -> None:
    assert row(f"The pump {word} leaks.")["certainty"] == certainty


@pytest.mark.parametrize(
    ("phrase", "certainty"),
    [(p, "possible") for p in SOME_PHRASES] + [(p, "usual") for p in USUAL_PHRASES],
    ids=str,
)
def test_phrases(phrase: tuple[str, ...], certainty: str) -> None:
    assert row(f"{' '.join(phrase).capitalize()}, the pump leaks.")["certainty"] == certainty


@pytest.mark.parametrize("verb", "avoid quit skip".split())
def test_verbs_of_leaving_turn_advice_round(verb: str) -> None:
    assert row(f"{verb.capitalize()} covering the pump.")["polarity"] == "deny"


@pytest.mark.parametrize("word", "completely entirely fully totally always exactly".split())
def test_words_of_fullness_leave_a_part_standing(word: str) -> None:
    assert row(f"The pump is not {word} silent.")["degree"] == "partial-denial"


@pytest.mark.parametrize("word", "virtually almost nearly hardly barely".split())
def test_next_to_nothing_is_a_degree(word: str) -> None:
    assert row(f"The pump is {word} loud.")["degree"] == "slight"
