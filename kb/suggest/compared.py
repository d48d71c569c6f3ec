"""Names: what the subject is set against ("unlike", "than"), and what it is also called."""

from collections.abc import Iterator, Sequence

from extract.grammar.tree import Tree
from extract.guess.compared import AGAINST
from extract.parse import Token
from extract.rules import Mention, Rules
from kb.suggest.listed import rival
from kb.suggest.model import Idea, Proposing, TopicPlace
from kb.suggest.nouns import GENERAL, named, noun_phrase
from kb.suggest.seen import SeenClause

# A comparison may be a measure: a person looks at what is proposed, and not at what is guessed.
_AGAINST = (*AGAINST, ("than",))
_CALLED = frozenset({"know", "call", "refer", "term", "abbreviate"})
_OPENING = frozenset({"DET", "ADJ", "PUNCT"})
_DEFINITE = frozenset("the this these that those your its their our my".split())
_SHORTEST, _LONGEST = 2, 6  # letters of an abbreviation


def compared(seen: Sequence[SeenClause], rules: Rules) -> Iterator[Idea]:
    """Ideas for rivals and for names of the subject."""
    initials = {
        "".join(word[0] for word in name.replace("-", " ").split())
        for name in (rules.topic.subject.name, *rules.topic.subject.names)
    }
    for at in seen:
        for i in (*at.clause.tokens, *sorted(at.clause.aside)):
            token = at.tree[i]
            if token.pos in ("NOUN", "PROPN") and not named(at, token):
                yield from _rival(at, token)
                yield from _name(at, token, initials)


def _rival(at: SeenClause, token: Token) -> Iterator[Idea]:
    cue = "" if token.dep == "compound" or _known(at.tree, token) else _cue(at.tree, token)
    if cue and token.pos == "NOUN" and token.lemma not in GENERAL:
        yield rival(at, token, f"is set against by “{cue}”", 0.5)


def _known(tree: Tree, token: Token) -> bool:
    """Whether it is a part of what the text speaks of: "deeper than the root"."""
    return any(k.lower in _DEFINITE for k in tree.kids(token.i, "det", "nmod:poss"))


def _cue(tree: Tree, token: Token) -> str:
    """The words before the noun's phrase that set it against something, if there are."""
    start = token.i - len(tree.kids(token.i, "compound"))
    while start > 0 and tree[start - 1].pos in _OPENING:
        start -= 1
    before = tuple(t.lower for t in tree.tokens[max(start - 2, 0) : start])
    return next((" ".join(cue) for cue in _AGAINST if before[-len(cue) :] == cue), "")


def _name(at: SeenClause, token: Token, initials: set[str]) -> Iterator[Idea]:
    own = at.mentions.among(at.clause.tokens, Mention.SELF)
    if not own:
        return
    short = _SHORTEST <= len(token.text) <= _LONGEST and token.text.isupper()
    where = ((at.source, at.sentence),)
    place = TopicPlace("names")
    if short and _bracketed(at.tree, token.i):
        sure = 0.9 if token.lower in initials else 0.4
        why = "stands in brackets beside the subject"
        yield Idea(Proposing.NAME, place, token.lower, why, sure, where)
    elif at.tree[token.head].lemma in _CALLED and any(
        k.lower == "as" for k in at.tree.kids(token.i, "case")
    ):
        words = "-".join(noun_phrase(at, token))
        yield Idea(Proposing.NAME, place, words, "the subject is called so", 0.6, where)


def _bracketed(tree: Tree, i: int) -> bool:
    beside = tree.tokens[max(i - 1, 0) : i + 2]
    return len(beside) == 3 and beside[0].text == "(" and beside[2].text == ")"
