"""What stands in one list with what is known: answers beside answers, rivals beside rivals."""

from collections.abc import Hashable, Iterator, Sequence

from extract.parse import Token
from extract.rules import Mention, Role, Rules, Saying
from extract.topic.schema import Kind
from kb.suggest.model import Idea, Proposing, TopicPlace
from kb.suggest.nouns import GENERAL, named, noun_phrase, row_name
from kb.suggest.seen import SeenClause
from kb.suggest.swapped import group_of

_LINKED = frozenset({"conj", "appos", "list"})
_OPEN = frozenset({Kind.ANY_OF, Kind.ALL_OF})
_ANSWERS = (Role.ANSWER_SAYS, Role.ANSWER_WORDS)


def listed(seen: Sequence[SeenClause], rules: Rules) -> Iterator[Idea]:
    """Ideas for answers and rivals that stand in a list beside known ones."""
    done: set[Hashable] = set()
    for at in seen:
        for members in _lists(at):
            key = (at.source, at.sentence, members)
            if key not in done:
                done.add(key)
                yield from _answers(at, [at.tree[i] for i in members], rules)
                yield from _rivals(at, [at.tree[i] for i in members])


def _lists(at: SeenClause) -> Iterator[tuple[int, ...]]:
    """The lists of which a member stands in the clause, each by its members' heads."""
    tree = at.tree
    heads = dict.fromkeys(tree[i].head for i in at.clause.tokens if tree[i].dep in _LINKED)
    for head in heads:
        yield (head, *(kid.i for kid in tree.kids(head, *sorted(_LINKED))))


def _answers(at: SeenClause, members: Sequence[Token], rules: Rules) -> Iterator[Idea]:
    known: dict[str, dict[int, Saying]] = {}
    told = {i for m in rules.phrases.match(_words(at, members)) for i in _told(m.key, m, known)}
    for aspect, mates in sorted(known.items()):
        if rules.aspects[aspect].kind not in _OPEN:
            continue
        heads = [t for t in members if t.i in mates]
        for token in (t for t in members if t.i not in told and heads):
            mate = heads[0]
            if (
                token.pos == mate.pos != "VERB"
                and not named(at, token)
                and token.lemma not in GENERAL
            ):
                yield _answer(at, token, mates[mate.i], mate, len(heads), rules)


def _words(at: SeenClause, members: Sequence[Token]) -> list[Token]:
    first, last = min(t.i for t in members), max(t.i for t in members)
    return list(at.tree.tokens[first : last + 1])


def _told(key: Hashable, match: object, known: dict[str, dict[int, Saying]]) -> Iterator[int]:
    """The tokens of a match; those of an answer's own words are noted."""
    assert isinstance(key, Saying)
    words: tuple[int, ...] = getattr(match, "token_indices", ())
    if key.role in _ANSWERS and getattr(match, "slots", 0) == 1:
        known.setdefault(key.aspect, {}).update(dict.fromkeys(words, key))
    if key.role in (*_ANSWERS, Role.SAYS, Role.DENIES):
        yield from words


def _answer(
    at: SeenClause, token: Token, mate: Saying, beside: Token, mates: int, rules: Rules
) -> Idea:
    aspect = rules.aspects[mate.aspect]
    words = "-".join(noun_phrase(at, token))
    alone = mate.role is Role.ANSWER_SAYS
    row = [("name", row_name(words)), ("words", words), *([("says", words)] if alone else [])]
    place = TopicPlace("", mate.aspect, group_of(aspect), row_name(words))
    why = f"stands in a list with “{beside.text.lower()}” ({mate.answer})"
    weight = min(1.0, 0.5 + 0.2 * (mates - 1))
    where = ((at.source, at.sentence),)
    return Idea(Proposing.ANSWER, place, words, why, weight, where, tuple(row))


def _rivals(at: SeenClause, members: Sequence[Token]) -> Iterator[Idea]:
    mates = [t for t in members if at.mentions.among([t.i], Mention.RIVAL)]
    for token in members:
        if mates and token.pos == "NOUN" and not named(at, token) and token.lemma not in GENERAL:
            why = f"stands in a list with “{mates[0].text.lower()}”"
            yield rival(at, token, why, min(0.9, 0.4 + 0.2 * len(mates)))


def rival(at: SeenClause, token: Token, why: str, weight: float) -> Idea:
    """The idea that what the noun names is a rival."""
    words = "-".join(noun_phrase(at, token))
    row = (("name", row_name(words)), ("names", words))
    where = ((at.source, at.sentence),)
    return Idea(Proposing.RIVAL, TopicPlace("rivals"), words, why, weight, where, row)
