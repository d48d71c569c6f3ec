"""From the phrases found in a clause to what it may be claiming, kind by kind.

A candidate is an aspect with a value and the tokens that carry it. Whether it is affirmed,
of what subject and how surely is for `reading` to say.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.grammar import cues
from extract.grammar.clauses import Clause
from extract.grammar.directive import directive
from extract.grammar.negation import Negation
from extract.grammar.tree import Tree
from extract.model import Phase, Polarity, Quantity, Value, ValueKind
from extract.parse import Token
from extract.quantity import MONEY, Mention, Window
from extract.rules import Role, Rules, Saying
from extract.topic.phrase import PhraseMatch
from extract.topic.schema import Aspect, Duration, Kind

_SHORT = 16  # tokens: a sentence that may lean on the aspect of its heading


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a clause is read with: the paragraph's numbers and what stands above it.

    `itself` are the tokens that name the topic's subject.

    `lent` are the aspects raised by the heading, lead-in or question, `told` a lead-in's
    directive ("Avoid:").
    """

    mentions: tuple[Mention, ...] = ()
    windows: tuple[Window, ...] = ()
    itself: frozenset[int] = frozenset()
    lent: frozenset[str] = frozenset()
    told: Polarity | None = None


@dataclass(slots=True)
class _Found:
    """The matches of one aspect in one clause."""

    says: list[PhraseMatch] = field(default_factory=list)
    denies: list[PhraseMatch] = field(default_factory=list)
    whole: list[PhraseMatch] = field(default_factory=list)
    answers: list[PhraseMatch] = field(default_factory=list)
    blocked: set[str | None] = field(default_factory=set)


def candidates(
    tree: Tree, clause: Clause, rules: Rules, around: Surroundings, negs: Sequence[Negation]
) -> list[Candidate]:
    """What the clause may claim, in the order of the topic file."""
    tokens = [tree[i] for i in (*_antecedent(tree, clause), *clause.tokens)]
    found = _found(rules.phrases.match(tokens))
    for id in around.lent:
        found.setdefault(id, _Found())
    if not around.itself.isdisjoint(clause.tokens):
        for aspect in rules.topic.aspects:
            if aspect.kind is Kind.ALL_OF:
                found.setdefault(aspect.id, _Found())
    made: list[Candidate] = []
    here = _Clause(tree, clause, rules, around, negs)
    for id in (id for id in rules.aspects if id in found):
        if None not in found[id].blocked:
            aspect = rules.aspects[id]
            made.extend(_READERS[aspect.kind](aspect, found[id], here))
    return _one_aspect_per_quantity(made)


def _antecedent(tree: Tree, clause: Clause) -> tuple[int, ...]:
    """The noun that a relative clause speaks of: "ink, which fades" is ink that fades."""
    subject = clause.subject
    relative = clause.relation.startswith(("acl", "advcl:relcl")) and subject is not None
    if not relative or subject is None or subject >= clause.first:
        return ()
    return (*(k.i for k in tree.kids(subject, "compound") if k.i < subject), subject)


@dataclass(frozen=True, slots=True)
class _Clause:
    tree: Tree
    clause: Clause
    rules: Rules
    around: Surroundings
    negs: Sequence[Negation]

    def lends(self, aspect: Aspect) -> bool:
        """Whether the aspect was raised above, for a clause short enough to lean on that."""
        return aspect.id in self.around.lent and len(self.clause.tokens) <= _SHORT

    def text(self, indices: Sequence[int]) -> str:
        return self.tree.text(list(indices))


def _found(matches: Sequence[PhraseMatch]) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    for match in matches:
        key = match.key
        if not isinstance(key, Saying):
            continue
        at = found.setdefault(key.aspect, _Found())
        if key.role in (Role.UNLESS, Role.ANSWER_UNLESS):
            at.blocked.add(key.answer)
        elif key.role in (Role.ANSWER_SAYS, Role.ANSWER_WORDS):
            at.answers.append(match)
        elif key.role is Role.SAYS:
            at.says.append(match)
        elif key.role is Role.DENIES:
            at.denies.append(match)
        elif key.role is Role.WHOLE:
            at.whole.append(match)
    return found


def _key(match: PhraseMatch) -> Saying:
    if not isinstance(match.key, Saying):
        raise TypeError(f"{match.key!r} is no saying")
    return match.key


def _answers(found: _Found, raised: bool) -> list[PhraseMatch]:
    """The answers named, the fullest match of each, none that stands within another's."""
    usable = [
        m
        for m in found.answers
        if _key(m).answer not in found.blocked and (raised or _key(m).role is Role.ANSWER_SAYS)
    ]
    best: dict[str | None, PhraseMatch] = {}
    for match in usable:
        now = best.get(_key(match).answer)
        if now is None or len(match.token_indices) > len(now.token_indices):
            best[_key(match).answer] = match
    kept = [m for m in best.values() if not any(_within(m, o) for o in best.values())]
    return sorted(kept, key=lambda m: (m.token_indices, _key(m).answer or ""))


def _within(match: PhraseMatch, other: PhraseMatch) -> bool:
    return set(match.token_indices) < set(other.token_indices)


def _longest(matches: Sequence[PhraseMatch]) -> PhraseMatch | None:
    return max(matches, key=lambda m: (m.slots, len(m.token_indices)), default=None)


def _raising(found: _Found) -> tuple[int, ...]:
    match = _longest(found.says)
    return match.token_indices if match else ()


def _yesno(aspect: Aspect, found: _Found, at: _Clause) -> Iterator[Candidate]:
    says, denies = _longest(found.says), _longest(found.denies)
    if denies and (not says or denies.slots >= says.slots):
        yield Candidate(aspect, denies.token_indices, _key(denies).phrase, denies=True)
    elif says:
        yield Candidate(aspect, says.token_indices, _key(says).phrase)


def _any_of(aspect: Aspect, found: _Found, at: _Clause) -> Iterator[Candidate]:
    raised = bool(found.says) or at.lends(aspect)
    parts = _answers(found, raised)
    whole = _longest(found.says) or _longest(found.whole)
    denying = _longest(found.denies)
    if denying:
        yield Candidate(
            aspect, denying.token_indices, _key(denying).phrase, denies=True, whole=True
        )
    if whole and (not parts or _denied_whole(at, whole)):
        narrow = _restricted(at, whole)
        yield Candidate(
            aspect, whole.token_indices, _key(whole).phrase, whole=True, restricted=narrow
        )
    for match in parts:
        key = _key(match)
        value = Value(ValueKind.PART, at.text(match.token_indices), key.answer)
        lent = not found.says and key.role is Role.ANSWER_WORDS
        support = _raising(found)
        yield Candidate(aspect, match.token_indices, key.phrase, value, lent=lent, support=support)


def _denied_whole(at: _Clause, whole: PhraseMatch) -> bool:
    """ "No side effects such as pain" denies the whole as well as its example."""
    mine = set(whole.token_indices)
    return sum(1 for n in at.negs if n.scope & mine and n.cue not in mine) % 2 == 1


def _restricted(at: _Clause, whole: PhraseMatch) -> bool:
    last = max(whole.token_indices)
    for i in whole.token_indices:
        if any(k.lower == "such" for k in at.tree.kids(i, "det", "amod", "det:predet")):
            return True
        kinds = (k for k in at.tree.kids(i, "amod") if k.i not in whole.token_indices)
        if any(k.lower not in cues.UNRESTRICTING for k in kinds):
            return True
    for kid in at.tree.kids(last, "nmod", "obl"):
        cases = {k.lower for k in at.tree.kids(kid.i, "case")}
        if cases & {"on", "upon", "to", "from"} and kid.i not in at.around.itself:
            return True
    return last + 1 < len(at.tree.tokens) and at.tree[last + 1].lower in ("on", "upon")


def _all_of(aspect: Aspect, found: _Found, at: _Clause) -> Iterator[Candidate]:
    advised = _advised(at)
    raised = found.says or found.denies
    if advised is not None and not found.denies:
        yield from _advised_groups(aspect, found, at, *advised)
        return
    if not raised and not at.lends(aspect):
        yield from _parts_alone(aspect, found, at)
        return
    deny = bool(found.denies) and not found.says
    anchor = _longest(found.denies if deny else found.says)
    base = anchor.token_indices if anchor else ()
    phrase = _key(anchor).phrase if anchor else aspect.id
    parts = _answers(found, True)
    whole = _longest(found.whole)
    if _describing(at):
        return
    if whole and not (parts and _modified(at, whole)):
        words = tuple(sorted({*base, *whole.token_indices}))
        yield Candidate(aspect, words, phrase, denies=deny, whole=True, lent=not raised)
        return
    for match in parts:
        words = tuple(sorted({*base, *match.token_indices}))
        value = Value(ValueKind.PART, at.text(match.token_indices), _key(match).answer)
        yield Candidate(aspect, words, phrase, value, denies=deny, lent=not raised)
    if raised and not parts:
        limits = deny and _denied_whole(at, anchor) if anchor else False
        yield Candidate(aspect, base, phrase, denies=deny, whole=True, counts_cases=not limits)


def _describing(at: _Clause) -> bool:
    """Whether the clause only tells which people are meant: "people who take X"."""
    subject = at.clause.subject
    relative = at.clause.relation.startswith("acl") and subject is not None
    return relative and subject is not None and at.tree[subject].lemma in cues.PEOPLE


def _modified(at: _Clause, whole: PhraseMatch) -> bool:
    """ "Anyone with a rash" is not anyone."""
    after = max(whole.token_indices) + 1
    if after >= len(at.tree.tokens):
        return False
    return at.tree[after].lower in ("with", "who", "whose", "suffering", "under", "over", "prone")


def _advised(at: _Clause) -> tuple[Polarity, Token] | None:
    """Whether the clause advises for or against the topic's subject itself."""
    itself = [i for i in at.clause.tokens if i in at.around.itself]
    if not itself:
        return None
    polarity, cue = directive(at.tree, at.clause, itself, at.negs)
    if polarity is not Polarity.DENY or cue is None:
        return None
    return polarity, cue


def _advised_groups(
    aspect: Aspect, found: _Found, at: _Clause, polarity: Polarity, cue: Token
) -> Iterator[Candidate]:
    """ "People with X should not have it": the groups named anywhere in the sentence."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    everywhere = _found(at.rules.phrases.match(at.tree.tokens[first:last])).get(aspect.id, found)
    everywhere.blocked |= found.blocked
    itself = tuple(i for i in at.clause.tokens if i in at.around.itself)
    for match in _answers(everywhere, True):
        value = Value(ValueKind.PART, at.text(match.token_indices), _key(match).answer)
        phrase = _key(match).phrase
        yield Candidate(aspect, itself, phrase, value, polarity=polarity, cue=cue)


def _parts_alone(aspect: Aspect, found: _Found, at: _Clause) -> Iterator[Candidate]:
    for match in _answers(found, False):
        value = Value(ValueKind.PART, at.text(match.token_indices), _key(match).answer)
        yield Candidate(aspect, match.token_indices, _key(match).phrase, value)


def _choice(aspect: Aspect, found: _Found, at: _Clause) -> Iterator[Candidate]:
    raised = bool(found.says) or at.lends(aspect)
    for match in _answers(found, raised):
        key = _key(match)
        value = Value(ValueKind.OPTION, at.text(match.token_indices), key.answer)
        base = _raising(found) if key.role is Role.ANSWER_WORDS else ()
        words = tuple(sorted({*base, *match.token_indices}))
        yield Candidate(aspect, words, key.phrase, value, lent=not base and not found.says)


def _quantity(aspect: Aspect, found: _Found, at: _Clause) -> Iterator[Candidate]:
    says = _longest(found.says)
    raised = says is not None or at.lends(aspect)
    for match in _answers(found, raised):
        yield _named_quantity(aspect, match, at)
    if not raised:
        return
    base = says.token_indices if says else ()
    phrase = _key(says).phrase if says else aspect.id
    for mention in at.around.mentions:
        words = _tokens_of(at, mention.start, mention.end)
        if (
            words
            and not _in_advice(at, mention, words)
            and _plausible(aspect, mention.quantity, at.rules)
        ):
            value = Value(ValueKind.QUANTITY, mention.text, None, mention.quantity)
            anchors = tuple(sorted({*base, *words}))
            yield Candidate(aspect, anchors, phrase, value, lent=says is None)


def _in_advice(at: _Clause, mention: Mention, words: Sequence[int]) -> bool:
    """Whether the number belongs to a window in which to do or to leave something."""
    inside = any(w.start <= mention.start and mention.end <= w.end for w in at.around.windows)
    return inside and directive(at.tree, at.clause, words, at.negs)[0] is not None


def _named_quantity(aspect: Aspect, match: PhraseMatch, at: _Clause) -> Candidate:
    key = _key(match)
    answer = at.rules.answers[aspect.id, key.answer or ""]
    endless = isinstance(answer, Duration) and answer.endless
    unit = aspect.unit or ""
    quantity = Quantity(unit, endless=True) if endless else Quantity(unit, vague=True)
    value = Value(ValueKind.QUANTITY, at.text(match.token_indices), key.answer, quantity)
    return Candidate(aspect, match.token_indices, key.phrase, value)


def _tokens_of(at: _Clause, start: int, end: int) -> tuple[int, ...]:
    return tuple(i for i in at.clause.tokens if at.tree[i].start < end and at.tree[i].end > start)


def _plausible(aspect: Aspect, quantity: Quantity, rules: Rules) -> bool:
    unit = Quantity(aspect.unit or "")
    money = quantity.unit in MONEY and unit.unit in MONEY
    if not money and not rules.units.same_dimension(quantity, unit):
        return False
    low, high = rules.plausible[aspect.id]
    base = rules.units.to_base(quantity)
    bounds = [b for b in (base.low, base.high) if b is not None]
    return all(low * 0.99 <= bound <= high * 1.01 for bound in bounds if bound > 0)


def _advice(aspect: Aspect, found: _Found, at: _Clause) -> Iterator[Candidate]:
    for match in _answers(found, True):
        words = match.token_indices
        polarity, cue = directive(at.tree, at.clause, words, at.negs)
        if at.around.told is not None and (polarity is None or cue is None or cue.i in words):
            polarity = at.around.told
        if polarity is None:
            continue
        value = _act(_key(match).answer, words, at)
        yield Candidate(aspect, words, _key(match).phrase, value, polarity=polarity, cue=cue)


def _act(name: str | None, words: Sequence[int], at: _Clause) -> Value:
    first, last = at.tree.parse.sentences[at.clause.sentence]
    start, end = at.tree[first].start, at.tree[last - 1].end
    inside = [w for w in at.around.windows if start <= w.start and w.end <= end]
    here = [w for w in inside if _tokens_of(at, w.start, w.end)] or inside
    if not here:
        return Value(ValueKind.ACT, at.text(words), name)
    window = here[0]
    timed = any(window.start <= m.start < window.end for m in at.around.mentions)
    bounded = bool(window.low) or window.high is not None or (window.vague and timed)
    quantity = (
        Quantity("day", window.low, window.high, window.low_open, window.high_open, window.vague)
        if bounded
        else None
    )
    return Value(ValueKind.ACT, at.text(words), name, quantity, Phase(window.phase))


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


_READERS: Mapping[Kind, Callable[[Aspect, _Found, _Clause], Iterator[Candidate]]] = {
    Kind.YESNO: _yesno,
    Kind.ANY_OF: _any_of,
    Kind.ALL_OF: _all_of,
    Kind.CHOICE: _choice,
    Kind.QUANTITY: _quantity,
    Kind.ADVICE: _advice,
}
