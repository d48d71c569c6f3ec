"""How the focus moves from clause to clause, and when a sentence speaks of the subject."""

from collections.abc import Sequence
from typing import NamedTuple

from extract.grammar.clauses import Clause
from extract.grammar.negation import Negation, negated
from extract.grammar.tree import Tree
from extract.reading.subject import ITSELF, Focus, Mentions, Referent, SubjectStanding, refer
from extract.rules import Mention

_GROUNDING = (
    Mention.SELF,
    Mention.SUBTYPE,
    Mention.BELONGING,
    Mention.BY_PRODUCT,
    Mention.RIVAL,
)
_HELD = (Mention.SELF, Mention.RIVAL, Mention.BELONGING)


def grounds(tree: Tree, mentions: Mentions, first: int, last: int) -> bool:
    """Whether a sentence speaks of the subject or what belongs to it."""
    if mentions.among(range(first, last), *_GROUNDING):
        return True
    if Mention.STAND_IN not in mentions.kinds:
        return False
    stand_ins = (i for i in range(first, last) if mentions.among([i], Mention.STAND_IN))
    dets = (k.lower for i in stand_ins for k in tree.kids(i, "det"))
    return any(det in ("the", "this", "our") for det in dets)


class Moving(NamedTuple):
    """A paragraph through which the focus moves."""

    tree: Tree
    mentions: Mentions
    negs: Sequence[Negation]

    def after(self, clause: Clause, focus: Focus, claimed: bool) -> tuple[Focus, bool]:
        """The focus after a clause, and whether that speaks of the subject.

        `claimed`: it gave a claim about the subject.
        """
        if clause.subject is None or not clause.own_subject:
            return focus, self.mentions.among(clause.tokens, Mention.SELF) is not None
        subject = self.tree[clause.subject]
        passing = clause.relation.startswith("acl") or subject.lower == "there"
        if passing or subject.dep.startswith("csubj"):  # no *it* stands for what is done
            return focus, False
        referent = refer(self.tree, clause.subject, self.mentions, focus)
        if referent.standing is SubjectStanding.PEOPLE:
            thing = self._held(clause, focus)
            return (focus.after(*thing) if thing else focus), False
        if referent.standing is SubjectStanding.UNKNOWN and claimed:
            referent = ITSELF
        plural = "Number=Plur" in self.tree[clause.subject].morph
        own = referent.standing is SubjectStanding.SELF
        phrase = self.tree.subtree(clause.subject)
        named = self.mentions.among(phrase, Mention.SELF, Mention.RIVAL) is not None
        moved = focus.after if named else focus.pointing
        return moved(referent, plural), own

    def _held(self, clause: Clause, focus: Focus) -> tuple[Referent, bool] | None:
        """What people have or do, and whether it is several: "I wore a ring. It was tight."."""
        thing = next(iter(self.tree.kids(clause.head, "obj")), None)
        if thing is None or thing.pos not in ("NOUN", "PROPN") or thing.i < clause.head:
            return None
        if self.mentions.among([thing.i], *_HELD) is None or negated(self.negs, [thing.i]):
            return None
        return refer(self.tree, thing.i, self.mentions, focus), "Number=Plur" in thing.morph
