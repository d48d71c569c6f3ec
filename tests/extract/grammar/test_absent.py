"""What is said not to be: each row's own example, and look-alikes."""

import pytest

from extract.english.pipeline import parse
from extract.grammar.absent import ABSENCES, Absence, absences
from extract.grammar.repairs import repaired
from extract.grammar.tree import Tree
from tests.extract.reader import brief, extraction, pipeline


def tree(text: str) -> Tree:
    return repaired(next(parse(pipeline(), [text])))


@pytest.mark.parametrize("row", ABSENCES, ids=lambda r: " ".join(r.words))
def test_a_predicate_denies_its_subject(row: Absence) -> None:
    read = tree(row.example)
    assert [read.text(sorted(scope)) for _, scope in absences(read)] == ["Leaks"]


@pytest.mark.parametrize(
    "text",
    ["Leaks are not unheard of.", "Unheard of leaks worry us.", "Out of the question came leaks."],
)
def test_what_only_sounds_like_it_denies_nothing(text: str) -> None:
    assert not list(absences(tree(text)))


def test_what_is_unheard_of_is_denied() -> None:
    claims = extraction("With a lash lift swelling is next to unheard of.").claims
    assert [brief(c) for c in claims] == ["- side effects swelling"]
