"""What a lead-in or heading tells for the items that stand under it: "Avoid:" says don't."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from extract.grammar import cues
from extract.grammar.clauses import Clause
from extract.grammar.commands import imperative
from extract.grammar.leaving import leaves_at
from extract.grammar.negation import Negation
from extract.grammar.tellings import ASIDE
from extract.grammar.tree import Tree
from extract.parse import Token


class Order(StrEnum):
    """What a lead-in makes of its items: to be done, to be left, or told to nobody."""

    DO = "do"
    DONT = "don't"
    NOTHING = "nothing"


class Opening(NamedTuple):
    """Words of a lead-in, what they tell of its items, and an example."""

    words: str
    told: Order
    example: str


_DO, _DONT, _NOTHING = Order
# Words that end a lead-in, the items being the rest of its sentence.
ENDING = (
    Opening("not", _DONT, "For two weeks please do not:"),
    Opening("n't", _DONT, "In the first week you can't:"),
    Opening("nt", _DONT, "For a week dont:"),
    Opening("no", _DONT, "For a week no:"),
    Opening("can", _DO, "After a week you can:"),
    Opening("may", _DO, "From day 8 you may:"),
    Opening("can now", _DO, "You can now:"),
    Opening("may now", _DO, "You may now:"),
    Opening("can again", _DO, "After a week you can again:"),
    Opening("able to", _DO, "After a week you are able to:"),
    Opening("free to", _DO, "After a week you are free to:"),
    Opening("who", _NOTHING, "We do not treat people who:"),
    Opening("about", _NOTHING, "You must tell us about:"),
    Opening("that", _NOTHING, "You should know that:"),
    Opening("that you", _NOTHING, "You must tell us that you:"),
    Opening("because", _NOTHING, "You must rest because:"),
)
# A heading for what is to be left, however it is written.
_DONTS = frozenset({"donts", "donot", "dont", "dontdos"})
# Words that name the items under it, wherever they stand.
NAMING = (
    Opening("not allowed", _DONT, "Not allowed in the first week:"),
    Opening("not permitted", _DONT, "What is not permitted"),
    Opening("not to do", _DONT, "What not to do"),
    Opening("can not", _DONT, "What you cannot do"),
    Opening("no - nos", _DONT, "The no-nos"),
    Opening("forbidden", _DONT, "Forbidden for a week:"),
    Opening("prohibited", _DONT, "Prohibited:"),
    Opening("allowed", _DO, "Allowed after a week:"),
    Opening("permitted", _DO, "Permitted after a week:"),
)
_ALL_OF_THEM = frozenset("thing activity item product following this what".split())
_NAMED = ("obj", "obl", "xcomp", "nsubj:pass")
_BOTH = frozenset({"and", "or", "&", "vs", "/"})


def lead_in(tree: Tree, clauses: Sequence[Clause], negs: Sequence[Negation]) -> Order | None:
    """What a lead-in or heading tells for the items under it: "Avoid:" says don't.

    "Avoid the sun", which names what to avoid, tells nothing of the items; nor do questions.
    """
    opened = _opened(tree)
    if opened is not None:
        return opened
    leaving = [t for t in tree.tokens if leaves_at(tree, t.i)]
    if leaving:
        named = (k for t in leaving for k in tree.kids(t.i, *_NAMED))
        return _DONT if all(_any_of_them(tree, k) for k in named) else None
    words = {t.lemma for t in tree.tokens} | {t.lower for t in tree.tokens}
    told = words & (cues.DIRECTIVE_WORDS | cues.DIRECTIVE_AUX - {"have", "need"})
    if not told and not any(imperative(tree, c) or c.head == 0 for c in clauses):
        return None
    if any(tree[n.cue].lower in ("not", "n't", "never", "no") for n in negs):
        return _DONT
    return _DO if told & {"should", "must", "recommend", "do"} else None


def bare_order(tree: Tree) -> Order | None:
    """What a line that is but "DO" or "DON'T" tells of those under it."""
    letters = filter(str.isalpha, tree.parse.text.lower())
    first = next(letters, "")
    if first != "d":  # so begin all of them, and few paragraphs
        return None
    said = first + "".join(letters)
    return _DONT if said in _DONTS else _DO if said in ("do", "dos") else None


def _opened(tree: Tree) -> Order | None:
    """What its words tell by themselves: the last ones, or those that name what follows."""
    said = " ".join(t.lower for t in tree.tokens if t.text not in ":*.!…")
    if "?" in said:
        return None
    if "".join(filter(str.isalpha, said)) in _DONTS:
        return _DONT
    ending = [o.told for o in ENDING if said == o.words or said.endswith(f" {o.words}")]
    if ending:
        return ending[0]
    named = [o.told for o in NAMING if f" {o.words} " in f" {said} "]
    joined = not _BOTH.isdisjoint(said.split())  # "What is allowed and what is not"
    return named[0] if named and not joined and _points(tree) else None


def _points(tree: Tree) -> bool:
    """Whether it names no act of its own: "Saunas are forbidden" stands for itself."""
    return tree[-1].text == ":" or tree[0].lower in ("what", "things", "not", "no", "the")


def _any_of_them(tree: Tree, noun: Token) -> bool:
    """Whether a noun only points to the list that follows, or says when."""
    if any(k.lower in ASIDE for k in tree.kids(noun.i, "case")):
        return True
    phrase = {w for t in (noun, *tree.kids(noun.i, "det", "amod")) for w in (t.lemma, t.lower)}
    return not phrase.isdisjoint(_ALL_OF_THEM)
