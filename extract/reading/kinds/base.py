"""What the readers of the six kinds share: candidates, what was found, answers and their words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from extract.grammar.clauses import Clause
from extract.grammar.directive import directive
from extract.grammar.leadin import Order
from extract.grammar.negation import Negation, negated
from extract.grammar.tree import Tree
from extract.model import Polarity, Value
from extract.parse import Token
from extract.quantity import QuantityMention, Window
from extract.rules import Role, Rules, Saying
from extract.topic.phrase import PhraseMatch
from extract.topic.schema import Aspect, Kind
from extract.value import value

SHORT = 16  # tokens: a sentence whose number may lean on the question of its heading
_NOBODY = (None, None)
SHORTEST = 6  # tokens: one whose words may


@value
class Candidate:
    """What a clause may claim. `anchors` are the tokens that carry it, `phrase` why.

    `denies`: the words deny in themselves. `polarity` and `cue` are set where the grammar of
    advice has decided already. `lent`: the aspect was raised above, in a heading or question.
    `support` are the tokens that raised the aspect in the clause itself. `restricted`: the
    whole is named for a part of the field only ("no side effects on the liver", "no such").
    `counts_cases`: it says something only with a quantifier ("suitable" alone does not).
    """

    aspect: Aspect
    anchors: tuple[int, ...]
    phrase: str
    value: Value | None = None
    denies: bool = False
    whole: bool = False
    polarity: Polarity | None = None
    cue: Token | None = None
    lent: bool = False
    support: tuple[int, ...] = ()
    restricted: bool = False
    counts_cases: bool = False


@value
class Surroundings:
    """What a clause is read with: the paragraph's numbers and what stands above it.

    `itself` are the tokens that name the topic's subject.

    `lent` are the aspects raised by the heading, lead-in or question, `told` a lead-in's
    directive ("Avoid:"), `time` the time that either sets ("The first three days:"). `allowed` are
    the aspects that a question for leave speaks of, just before
    ("When can I wash it?"). `listed` are those whose answers the clause lists, however long.
    """

    mentions: tuple[QuantityMention, ...] = ()
    windows: tuple[Window, ...] = ()
    itself: frozenset[int] = frozenset()
    lent: frozenset[str] = frozenset()
    told: Order | None = None
    time: Window | None = None
    allowed: frozenset[str] | None = None
    listed: frozenset[str] = frozenset()


@dataclass(slots=True)
class Found:
    """The matches of one aspect in one clause."""

    says: list[PhraseMatch] = field(default_factory=list)
    denies: list[PhraseMatch] = field(default_factory=list)
    whole: list[PhraseMatch] = field(default_factory=list)
    answers: list[PhraseMatch] = field(default_factory=list)
    blocked: set[str | None] = field(default_factory=set)

    def names(self) -> bool:
        """Whether words of its own are there, and not only its question or what bars it."""
        return bool(self.says or self.answers or self.denies or self.whole)


@dataclass
class Here:
    """A clause with all that it is read with; `advises`: an act of the topic is named in it."""

    tree: Tree
    clause: Clause
    rules: Rules
    around: Surroundings
    negs: Sequence[Negation]
    advises: bool = False

    @cached_property
    def warned(self) -> Token | None:
        """The word by which the clause advises against the topic's subject itself."""
        itself = [i for i in self.clause.tokens if i in self.around.itself]
        polarity, cue = directive(self.tree, self.clause, itself, self.negs) if itself else _NOBODY
        return cue if polarity is Polarity.DENY and cue and cue.lemma != "wait" else None

    def lends(self, aspect: Aspect) -> bool:
        """Whether the aspect was raised above, for a clause short enough to lean on that."""
        if aspect.id in self.around.listed:
            return True
        longest = SHORT if aspect.kind is Kind.QUANTITY else SHORTEST
        return aspect.id in self.around.lent and len(self.clause.tokens) <= longest

    def text(self, indices: Sequence[int]) -> str:
        """The text from the first to the last of these tokens."""
        return self.tree.text(list(indices))


def found_in(matches: Sequence[PhraseMatch]) -> dict[str, Found]:
    """The matches of a clause, by aspect and by role."""
    found: dict[str, Found] = {}
    for match in matches:
        key = match.key
        if not isinstance(key, Saying):
            continue
        at, role = found.get(key.aspect), key.role
        if at is None:
            at = found[key.aspect] = Found()
        if role is Role.ANSWER_WORDS or role is Role.ANSWER_SAYS:
            at.answers.append(match)
        elif role is Role.SAYS:
            at.says.append(match)
        elif role is Role.UNLESS or role is Role.ANSWER_UNLESS:
            at.blocked.add(key.answer)
        elif role is Role.DENIES:
            at.denies.append(match)
        elif role is Role.WHOLE:
            at.whole.append(match)
    return found


def saying_of(match: PhraseMatch) -> Saying:
    """The phrase that a match is of; `TypeError` if it is no saying."""
    if not isinstance(match.key, Saying):
        raise TypeError(f"{match.key!r} is no saying")
    return match.key


def answers(found: Found, raised: bool) -> list[PhraseMatch]:
    """The answers named, the fullest match of each, none that stands within another's."""
    best: dict[str | None, PhraseMatch] = {}
    for match in found.answers:
        key = saying_of(match)
        if key.answer in found.blocked or not (raised or key.role is Role.ANSWER_SAYS):
            continue
        now = best.get(key.answer)
        if now is None or len(match.token_indices) > len(now.token_indices):
            best[key.answer] = match
    if not best:
        return []
    kept = [m for m in best.values() if not any(_within(m, o) for o in best.values())]
    return sorted(kept, key=lambda m: (m.token_indices, saying_of(m).answer or ""))


def _within(match: PhraseMatch, other: PhraseMatch) -> bool:
    return set(match.token_indices) < set(other.token_indices)


def longest(matches: Sequence[PhraseMatch]) -> PhraseMatch | None:
    """The match with most slots, then with most words."""
    if len(matches) < 2:
        return matches[0] if matches else None
    return max(matches, key=lambda m: (m.slots, len(m.token_indices)))


def raising(found: Found) -> tuple[int, ...]:
    """The words that raise the aspect in the clause."""
    match = longest(found.says)
    return match.token_indices if match else ()


def denied(at: Here, whole: PhraseMatch) -> bool:
    """ "No side effects such as pain" denies the whole as well as its example."""
    return len(negated(at.negs, whole.token_indices)) % 2 == 1


def tokens_of(at: Here, start: int, end: int) -> tuple[int, ...]:
    """The clause\'s tokens that lie within these offsets of the paragraph."""
    return tuple(i for i in at.clause.tokens if at.tree[i].start < end and at.tree[i].end > start)
