"""Whether a candidate is affirmed or denied, of what value, and to what degree."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.grammar import cues
from extract.grammar.clauses import Clause
from extract.grammar.cues import words
from extract.grammar.negation import Negation, excepts, negated
from extract.grammar.tree import Tree
from extract.model import Degree, Polarity, Quantity, Value
from extract.parse import Token
from extract.quantity import complement
from extract.reading.spoken import Spoken
from extract.value import value

# Adverbs of the whole sentence, or of degree: no manner of doing it.
_OF_THE_SENTENCE = words(
    """
    usually normally generally typically probably actually simply only really
    certainly definitely luckily fortunately clearly obviously early daily weekly easily likely
    """
)
_ENOUGH = frozenset({"enough", "suffice", "sufficient"})
_CAUSAL = frozenset({"thanks", "because", "owing", "despite", "due"})
_DISTANCES = frozenset({("anything", "but"), ("far", "from")})
_DISTANT = frozenset(first for first, _ in _DISTANCES)
_MEANS = frozenset({"with", "through", "via"})


@value
class Sign:
    """The polarity with the value as the negation leaves it, and the word that denies."""

    polarity: Polarity
    value: Value | None
    degree: Degree | None = None
    cue: Token | None = None


def sign(at: Spoken) -> Sign:
    """What the negations that reach the candidate make of it; "not three" is another number."""
    candidate, value = at.candidate, at.candidate.value
    if candidate.polarity is not None:
        return Sign(candidate.polarity, value, None, candidate.cue)
    reaching = _reaching(at)
    distance = None if reaching else _distance(at.tree, candidate.anchors)
    odd = times(reaching, (*candidate.anchors, *candidate.support)) % 2 == 1 or bool(distance)
    denied = odd != candidate.denies
    cue = candidate.cue or (at.tree[reaching[0].cue] if reaching else distance)
    if denied and value is not None:
        turned = _turned(at, value, reaching)
        if turned is not None:
            return Sign(Polarity.AFFIRM, replace(value, quantity=turned), None, cue)
    degree = next((n.degree for n in reaching if n.degree is not None), None)
    partly = candidate.restricted or _so_much(at.tree, at.clause) or bool(reaching and _manner(at))
    if denied and partly:
        degree = Degree.PARTIAL_DENIAL
    return Sign(Polarity.DENY if denied else Polarity.AFFIRM, value, degree, cue)


def times(reaching: Sequence[Negation], words: Sequence[int]) -> int:
    """How often the words are denied: "without leaks and without noise" denies each but once."""
    often = (sum(i in n.scope for n in reaching) for i in words)
    return min((n for n in often if n), default=len(reaching))


def _reaching(at: Spoken) -> Sequence[Negation]:
    words = at.candidate.anchors
    reaching = negated(at.negs, (*words, *at.candidate.support))
    if reaching and _granted(at.tree, words, reaching):
        reaching = ()
    reaching = tuple(n for n in reaching if not _excepted(at.tree, n, min(words)))
    if not reaching and at.clause.subject in words and _exists(at):
        return tuple(n for n in negated(at.negs, [at.clause.head]) if n.cue not in words)
    return reaching


def _excepted(tree: Tree, negation: Negation, first: int) -> bool:
    """ "It has no faults except a leak": the leak is there."""
    between = range(negation.cue + 1, first)
    return first not in negation.scope and any(excepts(tree, i) for i in between)


def _so_much(tree: Tree, clause: Clause) -> bool:
    """ "It is not so much a noise", "not a noise so much": more something else."""
    said = [tree[i].lower for i in sorted(clause.tokens)] if "much" in tree.words else []
    return ("so", "much") in pairwise(said)


def _manner(at: Spoken) -> bool:
    """ "It does not rust evenly": it rusts, in another manner."""
    core = at.tree[at.place.core]
    after = (t for t in at.tree.kids(core.i, "advmod") if t.i > core.i)
    manner = (t for t in after if t.lower.endswith("ly") and t.lower not in _OF_THE_SENTENCE)
    return core.pos == "VERB" and next(manner, None) is not None


def _distance(tree: Tree, words: Sequence[int]) -> Token | None:
    """ "Anything but X", "far from X", "X free": it is no X."""
    first, after = min(words), tree.tokens[max(words) + 1 : max(words) + 2]
    free = after and after[0].lower == "free" and after[0].dep not in ("advmod", "obj", "xcomp")
    if free and tree[max(words)].pos == "NOUN" and not tree.kids(max(words), "det", "nmod:poss"):
        return after[0]
    if not tree.has(_DISTANT):
        return None
    for skip in (0, 1):  # a word of degree or an article may stand between
        before = tuple(t.lower for t in tree.tokens[max(0, first - skip - 2) : first - skip])
        quality = tree[first].pos in ("ADJ", "VERB", "ADV") or before == ("anything", "but")
        quality = quality or (tree[first].tag == "NN" and not skip)
        if before in _DISTANCES and quality:
            return tree[first - skip - 2]
    return None


def _granted(tree: Tree, words: Sequence[int], reaching: Sequence[Negation]) -> bool:
    """ "It does not leak, thanks to a seal": what is given as the cause is there."""
    for token in (tree[min(words)], *tree.up(min(words))):
        own = tree.subtree(token.i)
        first = next(i for i in own if tree[i].pos != "PUNCT")
        if tree[first].lower in _CAUSAL and set(words) <= set(own):
            before = tree[first - 1].lower in ("not", "n't", "just", "simply", "only")
            return not before and all(n.cue < first for n in reaching)
        if tree[first].lower in _MEANS and tree[first].head == token.i and set(words) <= set(own):
            return all(_exists_no(tree, n.cue, token.i) for n in reaching)
    return False


def _exists_no(tree: Tree, cue: int, means: int) -> bool:
    """ "There is no risk with a lid": it has a lid."""
    noun = tree[cue].head
    there = any(k.lower == "there" for k in tree.kids(tree[noun].head, "expl", "nsubj"))
    return tree[cue].lower == "no" and there and noun not in (means, tree[means].i)


def _exists(at: Spoken) -> bool:
    """Whether the predicate says that its subject is there or needed: "pain does not occur"."""
    head = at.tree[at.clause.head]
    return bool({head.lemma, head.lower} & cues.OCCURRING)


def _turned(at: Spoken, value: Value, reaching: Sequence[Negation]) -> Quantity | None:
    """What is left of a number that is denied; None where it is no number, or nothing is left."""
    if value.quantity is None or value.name is not None:
        return None
    if any(at.tree[n].lemma in _ENOUGH for c in reaching for n in c.scope):
        return _more_than(value.quantity)
    return complement(value.quantity)


def _more_than(q: Quantity) -> Quantity | None:
    """ "One is never enough": more than one."""
    most = q.high if q.high is not None else q.low
    return None if most is None else Quantity(q.unit, low=most, low_open=True)
