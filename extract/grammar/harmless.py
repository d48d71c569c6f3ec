"""Ways to allow an act by saying that nothing comes of it, as rows with their examples.

"Swimming does no harm" denies the harm and allows the swimming.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extract.grammar.clauses import Clause
from extract.grammar.cues import words as listed
from extract.grammar.tree import Tree
from extract.parse import Token


class HarmlessRow(NamedTuple):
    """A verb, the nouns of which one is denied beside it, an example and a counter-example."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    example: str
    counter: str


_ILLS = listed("harm damage ill injury problem trouble difference hurt")
ROWS = (
    HarmlessRow(listed("do"), _ILLS, "Swimming does no harm.", "Swimming does harm."),
    HarmlessRow(
        listed("cause make pose create bring"),
        _ILLS,
        "Swimming causes no problems.",
        "Swimming causes problems.",
    ),
    HarmlessRow(
        listed("be"),
        listed("problem trouble issue obstacle reason"),
        "Swimming is no reason to wait.",
        "Swimming is a reason to wait.",
    ),
)


def harmless(tree: Tree, clause: Clause, act: Sequence[int]) -> Token | None:
    """The verb that says that the act, which is its subject, does no harm."""
    subject = clause.subject
    if subject is None or not set(act) & {subject, *tree.subtree(subject)}:
        return None
    said = [tree[i] for i in clause.tokens if i > subject]
    for row in ROWS:
        verb = next((t for t in said if t.lemma in row.verbs), None)
        if verb is not None and any(_denied(tree, t, row) for t in said if t.i > verb.i):
            return verb
    return None


def _denied(tree: Tree, noun: Token, row: HarmlessRow) -> bool:
    return noun.lemma in row.nouns and any(k.lower == "no" for k in tree.kids(noun.i, "det"))
