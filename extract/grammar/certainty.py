"""How sure a clause is, and of how many cases it speaks."""

from collections.abc import Iterable, Sequence

from extract.grammar import cues
from extract.grammar.clauses import Clause
from extract.grammar.cues import words
from extract.grammar.negation import Negation
from extract.grammar.tree import Tree
from extract.model import Certainty, Quantifier
from extract.parse import Token

_CASES = cues.PEOPLE | words(
    """
    type kind age case race gender colour color stage body sex group
    level condition situation cause reason case
    """
)
_PERSONS = cues.PEOPLE | frozenset({"case", "type"})
_MATRIX = ("ccomp", "csubj", "csubj:pass", "xcomp")


def certainty(
    tree: Tree, clause: Clause, found: Sequence[Clause], negs: Iterable[Negation], able: bool
) -> tuple[Certainty, Token | None]:
    """The clause's certainty and the cue for it.

    `able`: the subject can act, so that *can* means ability and not a possible outcome.
    A hedge that is itself negated ("no chance of …", "not likely") hedges nothing.
    """
    hedges = tree.places(HEDGES)
    words = [tree[i] for i in _hedging_tokens(tree, clause, found) if i in hedges]
    denied = {i for n in negs for i in n.scope} if words else set[int]()
    usual: Token | None = None
    for token in words:
        if _possible(tree, token, able) and not (token.i in denied and token.dep != "aux"):
            return Certainty.POSSIBLE, token
        if usual is None and _usual(tree, token) and token.i not in denied:
            usual = token
    return (Certainty.USUAL, usual) if usual else (Certainty.ASSERTED, None)


HEDGES: frozenset[str] = (  # words that may be a hedge, or begin one
    cues.POSSIBLE_AUX
    | cues.ABLE_AUX
    | cues.POSSIBLE_WORDS
    | cues.USUAL_WORDS
    | {phrase[0] for phrases in (cues.SOME_PHRASES, cues.USUAL_PHRASES) for phrase in phrases}
)


def _hedging_tokens(tree: Tree, clause: Clause, found: Sequence[Clause]) -> list[int]:
    """The clause's own words, and those above it that it hangs on as their content."""
    words = list(clause.tokens)
    at = clause
    while at.parent is not None:
        above = found[at.parent]
        shares = at.relation == "conj" and not at.own_subject
        if at.relation in _MATRIX:
            words += above.tokens
        elif shares and not tree.kids(at.head, "aux", "cop"):
            finite = tree[at.head].finite  # "may leak but rusts"
            words += [t.i for t in tree.kids(above.head, "advmod", *(() if finite else ("aux",)))]
        else:
            break
        at = above
    return words


def _possible(tree: Tree, token: Token, able: bool) -> bool:
    if token.pos in ("AUX", "VERB") and token.lower in cues.POSSIBLE_AUX:
        return True
    if token.lower in cues.ABLE_AUX and token.pos in ("AUX", "VERB"):
        after = tree[token.i + 1].lower if token.i + 1 < len(tree.tokens) else ""
        return not able and after not in ("not", "n't", "never")
    if token.lower not in cues.POSSIBLE_WORDS and token.lemma not in cues.POSSIBLE_WORDS:
        return _at(tree, token, cues.SOME_PHRASES)
    return not (token.lower == "possible" and tree[token.i - 1].lower == "as")


def _usual(tree: Tree, token: Token) -> bool:
    words = cues.USUAL_WORDS
    return token.lower in words or token.lemma in words or _at(tree, token, cues.USUAL_PHRASES)


def _at(tree: Tree, token: Token, phrases: Iterable[tuple[str, ...]]) -> bool:
    here = tree.tokens[token.i : token.i + 5]
    return any(
        tuple(t.lower for t in here[: len(phrase)]) == phrase
        for phrase in phrases
        if phrase[0] == token.lower
    )


_DENYING = frozenset({"deny", "doubt", "dispute", "contest"})


_PARTS = frozenset({"half", "quarter", "rest", "third"})
_COUNTING = cues.NONE_WORDS | cues.MOST_WORDS | cues.ALL_WORDS | cues.SOME_WORDS | _PARTS


def quantifier(
    tree: Tree, clause: Clause, negs: Iterable[Negation]
) -> tuple[Quantifier | None, Token | None]:
    """Of how many cases the clause speaks, if it says so, and the word that says it."""
    denied = {i for n in negs for i in n.scope}
    counting = tree.places(_COUNTING)
    every = not tree.words.isdisjoint(("regardless", "irrespective", "nearly", "almost"))
    for token in [tree[i] for i in clause.tokens if every or i in counting]:
        if token.lower in ("regardless", "irrespective"):
            return Quantifier.ALL, token
        if token.lower in cues.NONE_WORDS and _of_cases(tree, token):
            denies = tree[clause.head].lemma in _DENYING  # "nobody denies it": it is so
            return (None, None) if denies else (Quantifier.NONE, token)
        if token.lower in ("nearly", "almost") and tree[token.head].lower in cues.ALL_WORDS:
            return Quantifier.MOST, token
        if token.lower in cues.MOST_WORDS and _of_cases(tree, token):
            return Quantifier.MOST, token
        if token.lower in cues.ALL_WORDS and token.i not in denied and _of_cases(tree, token):
            return Quantifier.ALL, token
        if token.lower in cues.SOME_WORDS and _of_cases(tree, token):
            return Quantifier.SOME, token
        if token.lower in _PARTS and token.i == clause.subject:
            return Quantifier.SOME, token  # "the rest leak"
    return None, None


def counts_people(tree: Tree, token: Token | None) -> bool:
    """Whether a quantifying word counts people, and not ages or skin types."""
    if token is None or token.lower in ("regardless", "irrespective"):
        return token is not None
    return token.lemma in cues.PEOPLE or tree[token.head].lemma in _PERSONS


def _of_cases(tree: Tree, token: Token) -> bool:
    """Whether a word counts people or cases, and not, say, hours."""
    if token.lemma in cues.PEOPLE or token.lower in cues.PEOPLE:
        behind = tree[token.i + 1].lower if token.i + 1 < len(tree.tokens) else ""
        if behind in ("with", "who", "whose", "suffering", "prone", "over", "under"):
            return False
        return token.lower not in ("one", "other", "people", "person")
    head = tree[token.head]
    if token.dep in ("det", "amod", "nummod", "det:predet", "nmod"):
        return head.lemma in _CASES
    after = tree.tokens[token.i + 1 : token.i + 4]
    return token.pos in ("PRON", "NOUN", "ADJ") and any(t.lemma in cues.PEOPLE for t in after)
