"""Predicates that say there is none of their subject: "Leaks are unheard of"."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.grammar.tree import SUBJECTS, Tree


class Absence(NamedTuple):
    """Words that deny what they are said of, with a sentence; each is a test."""

    words: tuple[str, ...]
    example: str


ABSENCES = (
    Absence(("unheard", "of"), "Leaks are unheard of."),
    Absence(("nonexistent",), "Leaks are nonexistent."),
    Absence(("non-existent",), "Leaks are non-existent."),
    Absence(("out", "of", "the", "question"), "Leaks are out of the question."),
)
_OPENING = frozenset(row.words[0] for row in ABSENCES)
_NOTS = ("not", "n't", "never", "hardly", "no", "far")


def absences(tree: Tree) -> Iterator[tuple[int, frozenset[int]]]:
    """Each such predicate, with the words of the subject that it is said of."""
    for token in tree.tokens if tree.has(_OPENING) else ():
        row = next((r for r in ABSENCES if _stands(tree, token.i, r.words)), None)
        if row is None:
            continue
        words = range(token.i, token.i + len(row.words))
        heads = {token.head, *words, *(tree[i].head for i in words)}
        subjects = [t for i in heads for t in tree.kids(i, *SUBJECTS) if t.i < token.i]
        if not subjects:
            continue
        subject = max(subjects, key=lambda t: t.i)
        said = tree.tokens[subject.i + 1 : token.i]
        told = any(t.lemma == "be" for t in said) and len(said) <= _NEAR
        if told and not any(t.lower in _NOTS for t in said):
            yield token.i, frozenset(tree.subtree(subject.i))


_NEAR = 5  # tokens from the subject to what is said of it


def _stands(tree: Tree, i: int, words: tuple[str, ...]) -> bool:
    return tuple(t.lower for t in tree.tokens[i : i + len(words)]) == words
