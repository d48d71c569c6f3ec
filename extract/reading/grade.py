"""How plainly a candidate's words are read: what only hangs together loosely is worth a look.

A rule is a row of `RULES` with a sentence in which it holds and one in which it does not; both are
tests.
"""

from typing import NamedTuple

from extract.grammar.clauses import Clause, with_finite_verb
from extract.grammar.directive import imperative
from extract.grammar.tree import Tree
from extract.model import Grade
from extract.parse import Token
from extract.reading.spoken import Rulebook, Spoken, SpokenRule
from extract.reading.stating import asks
from extract.topic.schema import Kind
from extract.topic.verbal import verbal

_NONE = frozenset({"no", "zero"})
_NUMBERS = (Kind.QUANTITY, Kind.ADVICE)
_TENSED = frozenset({"VB", "VBP", "VBZ", "VBD", "MD"})
_NAMED = (*_NUMBERS, Kind.ANY_OF)


def apart(at: Spoken) -> Token | None:
    """Words that a word of weight parts; a number and its unit stand by themselves."""
    if at.candidate.aspect.kind in _NUMBERS or at.place.together:
        return None
    return at.tree[at.place.core]


def outside(at: Spoken) -> Token | None:
    """Words that are no part of what the clause says, or stand deep inside a phrase of it."""
    path = at.place.path
    if at.candidate.aspect.kind in _NUMBERS:
        return None
    return at.tree[at.place.core] if path is None or len(path) > 3 else None


def titled(at: Spoken) -> Token | None:
    """A title or a row without a verb that leans on what stands above it."""
    if (
        at.candidate.polarity is not None
        or not at.candidate.lent
        or with_finite_verb(at.tree, at.clause)
    ):
        return None
    return None if imperative(at.tree, at.clause) else at.tree[at.clause.head]


def verbless(at: Spoken) -> Token | None:
    """A fragment: no clause that it stands in, or hangs on, has a finite verb.

    The short answer to a question says all that it needs to, and so do "no X", a number and what
    is named as part of a whole.
    """
    clause, first = at.clause, at.tree.parse.sentences[at.clause.sentence][0]
    answers = first and asks(at.tree, 0, first)
    if answers or at.candidate.aspect.kind in _NAMED or at.tree[clause.first].lower in _NONE:
        return None
    while not _verbal(at.tree, clause):
        if clause.parent is None or clause.relation in ("conj", "parataxis"):
            return None if imperative(at.tree, at.clause) else at.tree[at.clause.head]
        clause = at.found[clause.parent]
    return None


def _verbal(tree: Tree, clause: Clause) -> bool:
    """Whether some word of a clause is a verb with a time, or may have been taken for a noun."""
    words = [tree[i] for i in clause.tokens]
    said = any(t.tag in _TENSED and not _infinitive(tree, t) for t in words)
    nouns = (t.i for t in words if t.pos == "NOUN")
    return said or any(verbal(tree.tokens, i) for i in nouns)


def _infinitive(tree: Tree, token: Token) -> bool:
    return token.tag == "VB" and any(k.lower == "to" for k in tree.kids(token.i, "mark"))


def headed(at: Spoken) -> Token | None:
    """A row that opens with what is done, and says nothing of it: "Drawing the outline"."""
    start, end = at.tree.parse.sentences[at.clause.sentence]
    opening = (t for t in at.tree.tokens[start:end] if t.pos not in ("ADV", "PART", "PUNCT"))
    first = next(opening, at.tree[start])
    if at.candidate.polarity is not None or not first.lower.endswith("ing"):
        return None
    return None if with_finite_verb(at.tree, at.clause) or first.i > at.clause.last else first


def in_a_sense(at: Spoken) -> Token | None:
    """ "It is permanent in the sense that …": so, as far as that goes."""
    sense = at.tree.tokens[max(at.words) + 1 : max(at.words) + 5]
    for token in sense:
        before = at.tree[token.i - 1].lower
        if token.lower in ("sense", "way") and before in ("a", "one", "the", "some", "certain"):
            return token if at.tree[token.i - 2].lower == "in" else None
    return None


RULES: tuple[SpokenRule, ...] = (
    SpokenRule(
        apart,
        "A lash lift is popular. We promote a talk about lash growth.",
        "A lash lift promotes a sense of growth.",
    ),
    SpokenRule(
        outside,
        "A lash lift is popular. The salon has shelves full of boxes of gels against infection.",
        "A lash lift is popular. It causes an infection.",
    ),
    SpokenRule(
        titled,
        "# Lash lifts\n# Price\n- 60 dollars",
        "# Lash lifts\n# Price\n- It costs 60 dollars",
    ),
    SpokenRule(
        in_a_sense,
        "A lash lift is permanent in the sense that you cannot undo it.",
        "A lash lift is permanent.",
    ),
    SpokenRule(headed, "# Lash lifts\n- Boosting growth", "# Lash lifts\n- Boosts growth"),
    SpokenRule(
        verbless,
        "# Lash lifts\n- Painful for a while",
        "# Lash lifts\n- They are painful for a while\n- No pain at all\n- Redness",
    ),
)


_BOOK = Rulebook(RULES)


class Graded(NamedTuple):
    """A grade, the rule that gave it, and the word it saw."""

    grade: Grade
    rule: str = ""
    cue: Token | None = None


def grade(at: Spoken) -> Graded:
    """How plainly the candidate is read."""
    rule, cue = _BOOK.first_holding(at)
    return Graded(Grade.LOOSE, rule, cue) if rule else Graded(Grade.PLAIN)
