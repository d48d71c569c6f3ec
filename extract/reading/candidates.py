"""From the phrases found in a clause to what it may be claiming, kind by kind.

A candidate is an aspect with a value and the tokens that carry it. Whether it is affirmed,
of what subject and how surely is for `reading` to say. A seventh kind is a file in `kinds/`
and a row in `READERS`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from extract.grammar.clauses import Clause
from extract.grammar.negation import Negation
from extract.grammar.tree import Tree
from extract.model import ValueKind
from extract.reading.extraposed import of_an_act
from extract.reading.joined import compared, compares, half, joined, measure
from extract.reading.kinds import advice, allof, anyof, choice, quantity, yesno
from extract.reading.kinds.base import (
    Candidate,
    Found,
    Here,
    Surroundings,
    found_in,
    saying_of,
)
from extract.reading.verdict import verdicts
from extract.reading.watch import UNWATCHED, Drop, Watch
from extract.rules import Role, Rules
from extract.topic.phrase import PhraseMatch
from extract.topic.schema import Aspect, Kind

__all__ = ["READERS", "Candidate", "Surroundings", "candidates"]

READERS: Mapping[Kind, Callable[[Aspect, Found, Here], Iterator[Candidate]]] = {
    Kind.YESNO: yesno.read,
    Kind.ANY_OF: anyof.read,
    Kind.ALL_OF: allof.read,
    Kind.CHOICE: choice.read,
    Kind.QUANTITY: quantity.read,
    Kind.ADVICE: advice.read,
}


def candidates(
    tree: Tree,
    clause: Clause,
    rules: Rules,
    around: Surroundings,
    negs: Sequence[Negation],
    watch: Watch = UNWATCHED,
) -> list[Candidate]:
    """What the clause may claim, in the order of the topic file."""
    own = (*_antecedent(tree, clause), *clause.tokens)
    beside = joined(tree, clause)
    raised = around.lent if around.itself.isdisjoint(clause.tokens) else around.lent | rules.groups
    beyond = list(_comparing(tree, clause, own, rules))
    wanted = raised.union([saying_of(m).aspect for m in beyond]) if watch is UNWATCHED else None
    matches = [*_matches(tree, own, beside, rules, wanted), *beyond]
    watch.matches(matches)
    found = found_in(matches)
    found.update(dict.fromkeys(raised - found.keys(), Found()))
    made: list[Candidate] = []
    advises = any(f.answers for id, f in found.items() if rules.aspects[id].kind is Kind.ADVICE)
    here = Here(tree, clause, rules, around, negs, advises)
    for id in sorted(found, key=rules.ranks.__getitem__):
        if None not in found[id].blocked and (id in raised or found[id].names()):
            aspect = rules.aspects[id]
            made.extend(READERS[aspect.kind](aspect, found[id], here))
    made = made or list(verdicts(here))
    said = [c for c in made if c.polarity or not of_an_act(tree, clause, c.anchors, rules)]
    watch.sifts(Drop.OF_AN_ACT, made, said)
    both = [c for c in said if _in_both(c, own, beside)] if said and half(tree, clause) else said
    watch.sifts(Drop.HALF, said, both)
    kept = _one_aspect_per_quantity(both)
    watch.sifts(Drop.OTHER_QUESTION, both, kept)
    return kept


def _matches(
    tree: Tree,
    own: Sequence[int],
    beside: Sequence[int],
    rules: Rules,
    wanted: Set[str] | None,
) -> list[PhraseMatch]:
    matches = rules.phrases.match([tree[i] for i in sorted({*own, *beside})], wanted)
    return [m for m in matches if not beside or _shared(m, own)]


def _comparing(
    tree: Tree, clause: Clause, own: Sequence[int], rules: Rules
) -> Iterator[PhraseMatch]:
    """The matches that name what the clause compares with: "hurts less than a sting"."""
    beyond = compared(tree, clause)
    named = measure(tree, beyond)
    if not named:
        return
    for match in rules.phrases.match([tree[i] for i in sorted({*own, *beyond})]):
        words, key = match.token_indices, saying_of(match)
        plain = key.role in _STATING and rules.aspects[key.aspect].kind is Kind.YESNO
        wanted = key.role in _BARRING or (plain and not set(own).isdisjoint(words))
        if wanted and not named.isdisjoint(words) and compares(tree, words, key.phrase):
            yield match


_STATING = (Role.SAYS, Role.DENIES)
_BARRING = (Role.UNLESS, Role.ANSWER_UNLESS)


def _shared(match: PhraseMatch, own: Sequence[int]) -> bool:
    """Whether a match is for this clause to read: what another clause says alone is its own."""
    role = saying_of(match).role
    return role in _ANYWHERE or not set(own).isdisjoint(match.token_indices)


_ANYWHERE = (Role.ANSWER_WORDS, Role.UNLESS, Role.ANSWER_UNLESS)


def _in_both(candidate: Candidate, own: Sequence[int], beside: Sequence[int]) -> bool:
    words = {*candidate.anchors, *candidate.support}
    return not (words.isdisjoint(own) or words.isdisjoint(beside))


def _antecedent(tree: Tree, clause: Clause) -> tuple[int, ...]:
    """The noun that a relative clause speaks of: "ink, which fades" is ink that fades."""
    subject = clause.subject
    relative = clause.relation.startswith(("acl", "advcl:relcl")) and subject is not None
    if subject is not None and tree[subject].lower in _EACH:
        return _each(tree, clause)
    if not relative or subject is None or subject >= clause.first:
        return ()
    return (*(k.i for k in tree.kids(subject, "compound") if k.i < subject), subject)


_EACH = frozenset({"each", "one"})


def _each(tree: Tree, clause: Clause) -> tuple[int, ...]:
    """ "You need a filter, and each one costs 30": each filter does."""
    start = tree.parse.sentences[clause.sentence][0]
    things = [t for t in tree.tokens[start : clause.first] if t.pos in ("NOUN", "PROPN")]
    named = [t for t in things if t.dep == "obj"]
    if not named:
        return ()
    joined = (k.i for k in tree.kids(named[-1].i, "compound", "punct") if k.i < clause.first)
    return tuple(sorted({named[-1].i, *joined}))


def _one_aspect_per_quantity(made: list[Candidate]) -> list[Candidate]:
    """A number answers one question: the one whose phrase is the most exact."""
    best: dict[str, Candidate] = {}
    for candidate in made:
        if _numeric(candidate):
            now = best.get(_text(candidate))
            if now is None or _exactness(candidate) > _exactness(now):
                best[_text(candidate)] = candidate
    return [c for c in made if not _numeric(c) or best[_text(c)].aspect.id == c.aspect.id]


def _numeric(candidate: Candidate) -> bool:
    value = candidate.value
    return value is not None and value.kind is ValueKind.QUANTITY and value.name is None


def _text(candidate: Candidate) -> str:
    return candidate.value.text if candidate.value else ""


def _exactness(candidate: Candidate) -> tuple[bool, int]:
    return (not candidate.lent, len(candidate.anchors))
