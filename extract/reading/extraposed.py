""" "It is safe to swim": *it* is empty, and what is said is said of the infinitive.

Extraposed subjects (Huddleston & Pullum, ch. 16 §4). An infinitive that lacks its object is no
such subject: in "it is safe to use" *it* is what is used (ch. 14 §6, hollow infinitives).
"""

from collections.abc import Sequence

from extract.grammar.clauses import Clause
from extract.grammar.cues import words
from extract.grammar.tree import SUBJECTS, Tree
from extract.parse import Token
from extract.rules import Meaning, Mention, Rules

_BEARING = frozenset({"hurt", "harm", "help", "pay"})
# Verbs that want an object: without one, *it* is that.
_WANTING = words(
    """
    use wear have undergo do perform remove maintain apply try choose get repair combine own clean
    wash handle install operate run keep
    """
)
_OF_THE_TOPIC = (Mention.SELF, Mention.STAND_IN, Mention.SUBTYPE)


def of_an_act(tree: Tree, clause: Clause, anchors: Sequence[int], rules: Rules) -> bool:
    """Whether the clause says the anchors of something that one may do, not of its subject."""
    act = _act(tree, clause)
    if act is None or clause.head not in anchors or _lacks_object(tree, act):
        return False
    if not set(tree.subtree(act.i)).isdisjoint(anchors):
        return False
    return not any(_names_topic(tree, k.i, rules) for k in tree.kids(act.i, "obj", "obl"))


def _act(tree: Tree, clause: Clause) -> Token | None:
    """The infinitive that an empty *it* stands for."""
    if "it" not in tree.words:
        return None
    head = tree[clause.head]
    its = [t for t in tree.kids(head.i, "expl", *SUBJECTS) if t.lower == "it"]
    if not its or not (tree.kids(head.i, "cop") or head.lemma in _BEARING):
        return None
    below = tree.kids(head.i, "csubj", "xcomp", "ccomp")
    infinitives = (t for t in below if any(k.lower == "to" for k in tree.kids(t.i, "mark")))
    return next((t for t in infinitives if t.i > head.i), None)


def _lacks_object(tree: Tree, act: Token) -> bool:
    return act.lemma in _WANTING and not tree.kids(act.i, "obj", "xcomp", "ccomp")


def _names_topic(tree: Tree, phrase: int, rules: Rules) -> bool:
    keys = (m.key for m in rules.mentions.match([tree[i] for i in tree.subtree(phrase)]))
    return any(isinstance(k, Meaning) and k.mention in _OF_THE_TOPIC for k in keys)
