"""All-of: the groups that something suits or does not, and everybody."""

from collections.abc import Iterator, Sequence

from extract.grammar import cues
from extract.model import Polarity, Value, ValueKind
from extract.parse import Token
from extract.reading.kindred import told_apart
from extract.reading.kinds.base import (
    Candidate,
    Found,
    Here,
    answers,
    denied,
    found_in,
    longest,
    saying_of,
)
from extract.topic.phrase import PhraseMatch
from extract.topic.schema import Aspect


def read(aspect: Aspect, found: Found, at: Here) -> Iterator[Candidate]:
    """The candidates of this kind in one clause."""
    raised = found.says or found.denies
    if at.warned is not None and not found.denies:
        yield from _advised_groups(aspect, found, at, at.warned)
        return
    if not raised and not at.lends(aspect):
        yield from _parts_alone(aspect, found, at)
        return
    deny = bool(found.denies) and not found.says
    anchor = longest(found.denies if deny else found.says)
    base = anchor.token_indices if anchor else ()
    phrase = saying_of(anchor).phrase if anchor else aspect.id
    parts = answers(found, True)
    whole = longest(found.whole)
    if _describing(at):
        return
    if whole and not _rest(at, whole) and not (parts and _modified(at, whole)):
        words = tuple(sorted({*base, *whole.token_indices}))
        yield Candidate(aspect, words, phrase, denies=deny, whole=True, lent=not raised)
        return
    for match in parts:
        words = tuple(sorted({*base, *match.token_indices}))
        value = Value(ValueKind.PART, at.text(match.token_indices), saying_of(match).answer)
        yield Candidate(aspect, words, phrase, value, denies=deny, lent=not raised)
    if raised and not parts and not whole:
        yield from _of_reader(aspect, base, deny, at)
        people = told_apart(at.tree, at.clause, base)
        parts, told = _among(aspect, people, at), tuple(t.i for t in people)
        for match in parts:
            value = Value(ValueKind.PART, at.text(match.token_indices), saying_of(match).answer)
            yield Candidate(aspect, base, phrase, value, denies=deny, support=told)
        limits = deny and denied(at, anchor) if anchor else False
        if not parts:
            counts = not (limits or people)
            yield Candidate(
                aspect, base, phrase, denies=deny, whole=True, support=told, counts_cases=counts
            )


def _among(aspect: Aspect, people: Sequence[Token], at: Here) -> list[PhraseMatch]:
    """The groups that a relative clause names: "people who keep fish"."""
    inside = {t.i for t in people}
    if any(n.cue in inside for n in at.negs):
        return []
    named = found_in(at.rules.phrases.match(list(people))).get(aspect.id, Found())
    return answers(named, True)


def _describing(at: Here) -> bool:
    """Whether the clause only tells which people are meant: "people who take X"."""
    subject = at.clause.subject
    relative = at.clause.relation.startswith("acl") and subject is not None
    return relative and subject is not None and at.tree[subject].lemma in cues.PEOPLE


def _rest(at: Here, whole: PhraseMatch) -> bool:
    """ "All others" are not all."""
    near = at.tree.tokens[max(0, min(whole.token_indices) - 1) : max(whole.token_indices) + 2]
    return any(t.lower in ("other", "others", "else") for t in near)


def _modified(at: Here, whole: PhraseMatch) -> bool:
    """ "Anyone with a rash" is not anyone."""
    after = max(whole.token_indices) + 1
    if after >= len(at.tree.tokens):
        return False
    return at.tree[after].lower in ("with", "who", "whose", "suffering", "under", "over", "prone")


def _of_reader(aspect: Aspect, base: tuple[int, ...], deny: bool, at: Here) -> Iterator[Candidate]:
    """ "It does not suit you if you have a rash": the groups that "you" is told to be one of."""
    if not any(at.tree[i].lower == "you" for i in at.clause.tokens):
        return
    first, last = at.tree.parse.sentences[at.clause.sentence]
    for i in range(first, last - 1):
        if at.tree[i].lower == "if" and at.tree[i + 1].lower == "you":
            stops = (k for k in range(i, last) if at.tree[k].text in (",", ";", "–", "—"))
            case = at.tree.tokens[i : next(stops, last)]
            named = found_in(at.rules.phrases.match(case)).get(aspect.id, Found())
            for match in answers(named, True):
                value = Value(ValueKind.PART, at.text(match.token_indices), saying_of(match).answer)
                yield Candidate(aspect, base, saying_of(match).phrase, value, denies=deny)


def _advised_groups(aspect: Aspect, found: Found, at: Here, cue: Token) -> Iterator[Candidate]:
    """ "People with X should not have it": the groups named anywhere in the sentence."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    everywhere = found_in(at.rules.phrases.match(at.tree.tokens[first:last])).get(aspect.id, found)
    everywhere.blocked |= found.blocked
    itself = tuple(i for i in at.clause.tokens if i in at.around.itself)
    for match in answers(everywhere, True):
        value = Value(ValueKind.PART, at.text(match.token_indices), saying_of(match).answer)
        phrase = saying_of(match).phrase
        yield Candidate(aspect, itself, phrase, value, polarity=Polarity.DENY, cue=cue)


def _parts_alone(aspect: Aspect, found: Found, at: Here) -> Iterator[Candidate]:
    for match in answers(found, False):
        value = Value(ValueKind.PART, at.text(match.token_indices), saying_of(match).answer)
        yield Candidate(aspect, match.token_indices, saying_of(match).phrase, value)
