"""What a question, a heading or a label asks, so that a short answer after it makes a claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.grammar.clauses import Clause
from extract.grammar.cues import words
from extract.grammar.leaving import leaves_at
from extract.grammar.negation import Negation
from extract.grammar.tree import Tree
from extract.model import Degree, Polarity, Qualifiers, Value, ValueKind
from extract.parse import Token
from extract.reading.answers import OPENERS, Reply
from extract.reading.candidates import Candidate, Surroundings, candidates
from extract.reading.fields import Reading
from extract.reading.naming import LOTS, PLAIN_HEADS
from extract.reading.place import Spot, place
from extract.rules import Role, Rules, Saying
from extract.topic.phrase import PhraseMatch
from extract.topic.schema import Aspect, Kind

_NEEDS_VALUE = frozenset({Kind.QUANTITY, Kind.CHOICE})
_BEFORE = frozenset("so but and well ok okay q : . , -".split())
_THERE = frozenset({"any", "there", "have", "has"})


_SAYING = ("VERB", "ADJ", "NOUN")
_MODIFYING = ("advmod", "obl", "obj", "obl:npmod", "obl:unmarked", "amod")
_MEASURES = words("fast quick soon much lot badly always often everywhere great deal severe strong")
_ONLY = words("only solely exclusively purely")
_IDLE = words(
    """
    really actually truly honestly generally usually normally typically possibly probably
    likely
    """
)
_LEAVE = frozenset({"can", "may", "could", "should"})
_ASKERS = frozenset({"i", "you", "we", "one", "clients", "people"})
_DUTY = frozenset({"have", "need"})
_COUNTING = frozenset({"long", "often", "soon", "many", "far", "early", "late", "fast"})
_BARE = 5  # tokens of a question that only names one answer
_WHICH = frozenset({"what", "which", "any"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, and so affirmed by a yes; `polar`: a yes or a no answers it.

    Else only what says that there is none does ("What are the risks? None."), or, of a
    `degree`, a no ("How painful is it? Not at all."). `measured`: it asks how fast, how much or
    how often, which a no denies in part only ("Does it hurt a lot? No.").
    """

    candidate: Candidate
    polar: bool = True
    degree: bool = False
    measured: bool = False
    alone: bool = False

    def takes(self, answer: Reply) -> bool:
        """Whether that answers it."""
        if self.alone and not answer.yes:
            return False
        if answer.timed:
            return self.candidate.aspect.kind is Kind.ADVICE
        return self.polar or answer.empty or (self.degree and not answer.yes)

    def answered(self, answer: Reply) -> Reading:
        """The reading that an answer makes of the question."""
        affirmed = answer.yes != (self.candidate.denies or self.candidate.polarity is Polarity.DENY)
        polarity = Polarity.AFFIRM if affirmed else Polarity.DENY
        part = Degree.PARTIAL_DENIAL if self.measured and not answer.yes else None
        how = Qualifiers(
            certainty=answer.certainty,
            quantifier=answer.quantifier,
            condition=answer.condition,
            degree=answer.degree or part,
        )
        return Reading(polarity, self.candidate.value, how, why=())


@dataclass(frozen=True, slots=True)
class Pending:
    """What stands open for an answer: a proposal, what is to be counted, the aspects raised.

    `subject` is the rival that it asks about, if it names one; `headed` what a heading names
    several of.
    """

    asked: Proposal | None = None
    counted: str = ""
    headed: str = ""
    raised: frozenset[str] = frozenset()
    subject: str | None = None


NOTHING = Pending()


def proposed(tree: Tree, candidate: Candidate) -> Proposal:
    """What words propose that a yes or a no may follow."""
    mine = candidate.anchors
    heads = {*mine, *(tree[i].head for i in mine if tree[tree[i].head].pos in _SAYING)}
    near = [k for i in heads for k in tree.kids(i, *_MODIFYING) if k.i not in mine]
    measured = any(k.lower in _MEASURES or k.lemma in _MEASURES or _manner(k) for k in near)
    return Proposal(candidate, measured=measured, alone=_alone(tree, mine))


def _alone(tree: Tree, mine: Sequence[int]) -> bool:
    """ "It is only for ponds", "it is for ponds only"."""
    if not mine:
        return False
    near = tree.tokens[max(0, min(mine) - 2) : max(mine) + 2]
    return any(t.lower in _ONLY for t in near)


def _manner(token: Token) -> bool:
    return token.pos == "ADV" and token.lower.endswith("ly") and token.lower not in _IDLE


def asked(
    tree: Tree,
    found: Sequence[Clause],
    span: range,
    rules: Rules,
    negs: Sequence[Negation],
    lent: frozenset[str] = frozenset(),
) -> Proposal | None:
    """What a sentence with a question mark, or a heading, asks; `lent` was raised above it."""
    start = next((i for i in span if tree[i].lower not in _BEFORE and tree[i].pos != "NUM"), None)
    if start is None:
        return None
    opening = tree[start].lower
    bare = len(span) <= _BARE and not any(tree[i].finite for i in span)
    near = Surroundings(lent=lent if bare else frozenset())
    found_here = [
        candidate
        for clause in found
        if clause.head in span
        for candidate in candidates(tree, clause, rules, near, negs)
        if proposes(tree, place(tree, clause.head, candidate.anchors))
    ]
    if opening in OPENERS:
        allowed = _act_asked(tree, range(start, span.stop), rules, found_here)
        if allowed is not None:
            return Proposal(allowed)
        there = any(tree[i].lower in _THERE for i in span)
        best = _best(found_here) or _by_aspect(_raised(tree, span, rules, Role.ASKED), there)
        return proposed(tree, best) if best else None
    if opening == "how" and start + 1 in span and _graded(tree, start + 1):
        best = _best([c for c in found_here if c.aspect.kind is Kind.YESNO])
        return Proposal(best, polar=False, degree=True) if best else None
    if opening in _WHICH:
        best = _whole(found_here) or _by_aspect(_raised(tree, span, rules, Role.ASKED), True, False)
        return Proposal(best, polar=False) if best else None
    named = _best([c for c in found_here if c.value is not None and c.aspect.id in near.lent])
    return Proposal(named) if named else None  # "For whom? Children? No."


def proposes(tree: Tree, where: Spot) -> bool:
    """Whether the question is about it: "a fear of X" asks for the fear."""
    path = where.path
    if path is None or len(path) < 2 or path[0] not in ("nmod", "acl"):
        return True
    above = tree[tree[where.core].head]
    return above.pos not in ("NOUN", "PROPN") or above.lemma in PLAIN_HEADS | LOTS


def titled(tree: Tree, span: range, rules: Rules, negs: Sequence[Negation]) -> Proposal | None:
    """What a label or a heading without a verb asks: "Pain", "Side effects"."""
    said = any(tree[i].finite for i in span)
    if not span or (said and len(span) > 1):
        return None
    head = next((i for i in span if tree[i].head not in span or tree[i].head == i), span[0])
    whole = Clause(head, tuple(span), "root", None, None, False, "", frozenset(), 0)
    here = candidates(tree, whole, rules, Surroundings(), negs)
    best = _best([c for c in here if c.aspect.kind is Kind.YESNO]) or _whole(here)
    if best is None and not here:
        best = _by_aspect(_raised(tree, span, rules, Role.ASKED), False)
    return Proposal(best) if best is not None and not best.denies else None


def _act_asked(
    tree: Tree, span: range, rules: Rules, told: Sequence[Candidate]
) -> Candidate | None:
    """What one asks leave for, or whether to do: "Can I swim?", "Should I avoid saunas?"."""
    words = {tree[i].lower for i in span}
    first, second = tree[span[0]], tree[span[0] + 1] if len(span) > 1 else None
    leave = first.lower in _LEAVE and second is not None and second.lower in _ASKERS
    if "to" in words and words & _DUTY:
        return None
    advised = [c for c in told if c.aspect.kind is Kind.ADVICE]
    if advised or not leave:
        return advised[0] if advised else None
    matches = [m for m in rules.phrases.match([tree[i] for i in span]) if _act(m, rules)]
    best = max(matches, key=lambda m: len(m.token_indices), default=None)
    if best is None or not isinstance(best.key, Saying):
        return None
    value = Value(ValueKind.ACT, tree.text(best.token_indices), best.key.answer)
    aspect, mine = rules.aspects[best.key.aspect], best.token_indices
    left = any(leaves_at(tree, i, mine) for i in span if i < min(mine))
    polarity = Polarity.DENY if left else Polarity.AFFIRM
    return Candidate(aspect, mine, best.key.phrase, value, polarity=polarity)


def _act(match: PhraseMatch, rules: Rules) -> bool:
    key = match.key
    if not isinstance(key, Saying) or key.role not in (Role.ANSWER_SAYS, Role.ANSWER_WORDS):
        return False
    return rules.aspects[key.aspect].kind is Kind.ADVICE


def _graded(tree: Tree, i: int) -> bool:
    return tree[i].pos in ("ADJ", "ADV") and tree[i].lower not in _COUNTING


def _whole(proposed: Sequence[Candidate]) -> Candidate | None:
    return _best([c for c in proposed if c.aspect.kind is Kind.ANY_OF and c.whole])


def _best(proposed: Sequence[Candidate]) -> Candidate | None:
    usable = [c for c in proposed if _answerable(c)]
    return max(usable, key=lambda c: (len(c.anchors), c.aspect.kind is Kind.YESNO), default=None)


def _answerable(candidate: Candidate) -> bool:
    if candidate.aspect.kind is Kind.ADVICE or candidate.counts_cases:
        return False
    return candidate.value is not None or candidate.aspect.kind not in _NEEDS_VALUE


def _by_aspect(aspects: Sequence[Aspect], whole: bool, plain: bool = True) -> Candidate | None:
    """An aspect that is asked for itself: yes or no, or whether there is any of it."""
    for aspect in aspects:
        if plain and aspect.kind is Kind.YESNO:
            return Candidate(aspect, (), aspect.id)
    for aspect in aspects:
        if whole and aspect.kind is Kind.ANY_OF:
            return Candidate(aspect, (), aspect.id, whole=True)
    return None


def _raised(tree: Tree, span: range, rules: Rules, *roles: Role) -> list[Aspect]:
    return [rules.aspects[s.aspect] for s in sayings(tree, span, rules, *roles)]


def sayings(tree: Tree, span: Sequence[int], rules: Rules, *roles: Role) -> Iterator[Saying]:
    """The phrases of these roles among the tokens, of aspects that nothing there calls off."""
    matches = rules.phrases.match([tree[i] for i in span])
    keys = [m.key for m in matches if isinstance(m.key, Saying)]
    barred = {k.aspect for k in keys if k.role is Role.UNLESS}
    return (k for k in keys if k.role in roles and k.aspect not in barred)
