"""Predicates left out: "A rival leaks, but the subject does not" says that the subject does not."""

from collections.abc import Sequence

from extract.grammar.clauses import Clause
from extract.grammar.tree import Tree
from extract.reading.answers import NO, YES, Reply
from extract.reading.candidates import Candidate
from extract.topic.schema import Kind

_AUXILIARIES = frozenset("do does did is are was were can could will would has have may".split())
_NOTS = frozenset({"not", "n't", "never"})
_PASSING = ("PUNCT", "CCONJ", "SCONJ")
_STATED = (Kind.YESNO, Kind.ANY_OF, Kind.ALL_OF, Kind.CHOICE)


def left_out(tree: Tree, clause: Clause) -> Reply | None:
    """What a clause says of the predicate before it, if it is a subject and an auxiliary alone."""
    if clause.subject is None or not clause.own_subject:
        return None
    phrase = set(tree.subtree(clause.subject))
    rest = [tree[i] for i in clause.tokens if i not in phrase and tree[i].pos not in _PASSING]
    said = [t.lower for t in rest]
    verbs = [w for w in said if w in _AUXILIARIES | {"ca", "wo"}]
    if len(verbs) != 1 or any(w not in _NOTS and w not in verbs for w in said):
        return None
    if any(t.i < clause.subject for t in rest):
        return None  # a question: "Does it?"
    return NO if _NOTS & set(said) else YES


def taken_up(candidates: Sequence[Candidate]) -> Candidate | None:
    """The predicate that may be left out next: the last that says something yes or no."""
    usable = [c for c in candidates if c.aspect.kind in _STATED and not c.counts_cases]
    return usable[-1] if usable else None
