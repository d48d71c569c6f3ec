"""One person's case, told in passing: "we had a client who …", "mate of mine went, …"."""

from extract.grammar import cues
from extract.grammar.cues import words
from extract.parse import Token
from extract.reading.spoken import Spoken

_SOMEBODY = cues.PEOPLE | words("gentleman lady friend mate colleague neighbour bloke lad")
_NAMELESS = words("bloke mate friend guy lad colleague neighbour")
_KNOWING = frozenset({"have", "know", "see", "meet", "treat"})
_TELLERS = frozenset({"i", "we"})
_NEAR = 5  # tokens between a person and the clause that tells of them


def one_persons(at: Spoken) -> Token | None:
    """The word for the one person of whom it is told."""
    return _whom_we_know(at) or _opens_with_one(at)


def _whom_we_know(at: Spoken) -> Token | None:
    """ "We have one owner whose pump is loud": but not "if you are an owner who …"."""
    if not at.clause.relation.endswith("relcl"):
        return None
    start = at.clause.first
    first = at.tree.parse.sentences[at.clause.sentence][0]
    before = at.tree.tokens[max(first, start - _NEAR) : start]
    who = next((t for t in reversed(before) if t.lemma in _SOMEBODY), None)
    if who is None or not any(k.lower in ("a", "an", "one") for k in _before(at, who)):
        return None
    verb = at.tree[who.head]
    tellers = (k.lower for k in at.tree.kids(verb.i, "nsubj"))
    return who if verb.lemma in _KNOWING and not _TELLERS.isdisjoint(tellers) else None


def _before(at: Spoken, noun: Token) -> list[Token]:
    return at.tree.kids(noun.i, "det", "nummod")


def _opens_with_one(at: Spoken) -> Token | None:
    """ "Bloke at work got one, two hours, loud": without an article, and in the past."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    who = at.tree[first]
    if who.lower not in _NAMELESS:
        return None
    past = any(t.tag == "VBD" for t in at.tree.tokens[first + 1 : last] if t.i < max(at.words))
    return who if past else None
