"""Which case a figure of a list, a table or a text's kinds belongs to: the row it stands in.

"Full set: $90" is the price of a full set, and "half a set: $50" no other answer to what it costs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.grammar import cues
from extract.grammar.clauses import Clause, with_finite_verb
from extract.grammar.cues import words
from extract.grammar.tree import Tree
from extract.model import Scope, ScopeKind
from extract.parse import Token
from extract.quantity import MONEY, QuantityMention
from extract.reading.fields import Reading
from extract.reading.kinds.base import Candidate
from extract.reading.lead import Lead, asking, named
from extract.reading.subject import Mentions
from extract.rules import Mention, Rules
from extract.topic.schema import Kind

_OWN = (Mention.SELF, Mention.STAND_IN)
_NOMINAL = ("NOUN", "PROPN", "ADJ")
_TRAILING = ("PUNCT", "SYM")
_BEFORE_AMOUNT = frozenset({"from", "around", "about", "for", "at", "only", "just", "approx"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
# Such a label tells what is measured, or what kind of remark follows: it names no case.
_MEASURES = words(
    """
    price pricing cost fee rate charge total average typical usual range minimum maximum time
    duration length period number amount note fact tip answer example summary conclusion question
    step reason benefit estimate figure expense value
    """
)
_LONGEST_CELL = 6  # tokens

Cell = tuple[Tree, Mentions]
"""The first cell of a table's row, which heads the figures after it."""
Kinds = set[tuple[str, str]]
"""Answers that a text names as kinds, with their aspects: "two versions, A and B"."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A paragraph as a row: `head` are the tokens that may name its case, `cell` stands before."""

    tree: Tree
    mentions: Mentions
    rules: Rules
    numbers: Sequence[QuantityMention]
    head: range
    cell: Cell | None
    kinds: Kinds

    def learn(self, candidate: Candidate) -> None:
        """Note a kind that the text names: "two versions, A and B"."""
        if candidate.value is not None and candidate.value.name:
            self.kinds.add((candidate.aspect.id, candidate.value.name))

    def scope(self, clause: Clause, candidate: Candidate) -> Scope | None:
        """The case that a candidate's figure is limited to."""
        if candidate.aspect.kind is not Kind.QUANTITY:
            return None
        kind = self._kind(clause, candidate)
        labelled = clause.head in self.head  # "Scar only: $300", with "scar" taken for a verb
        if kind is not None or (with_finite_verb(self.tree, clause) and not labelled):
            return kind or self._package(clause, candidate)
        if self.head:
            return self._named(self.tree, self.head, self.mentions, candidate.aspect.id)
        bare = self.numbers and self.numbers[0].start <= self.tree[0].end
        if self.cell is None or not bare:
            return None
        return self._named(
            self.cell[0], range(len(self.cell[0].tokens)), self.cell[1], candidate.aspect.id
        )

    def _named(self, tree: Tree, head: range, mentions: Mentions, aspect: str) -> Scope | None:
        """What the words at the head of a row name, but for those that ask the question."""
        end = head.stop
        while end > head.start and _trails(tree[end - 1]):
            end -= 1
        own = range(head.start, end)
        known = named(own, mentions)
        if known is not None:
            return known
        asked = asking(tree, own, self.rules, aspect)
        naming = [tree[i] for i in own if tree[i].pos in _NAMING and i not in asked]
        naming = [t for t in naming if t.lemma.lower() not in _MEASURES]
        people = [t for t in naming if mentions.among([t.i], Mention.PEOPLE)]
        whole = all(t.pos == "NUM" for t in naming) or len(people) == len(naming)
        if whole or mentions.among(own, *_OWN):
            return None
        return Scope(ScopeKind.ROW, tree.text(list(own)), _name(naming))

    def _kind(self, clause: Clause, candidate: Candidate) -> Scope | None:
        """The kind of several that the text speaks of: "an A treatment lasts …"."""
        if clause.subject is None:
            return None
        phrase = self.tree.subtree(clause.subject)
        for answer in sorted(n for a, n in self.kinds if a == candidate.aspect.id):
            if answer in (self.tree[i].lower for i in phrase if i != clause.subject):
                return Scope(ScopeKind.ROW, answer, answer)
        return None

    def _package(self, clause: Clause, candidate: Candidate) -> Scope | None:
        """What a price is the price of, if the subject names but a part: "a full set of X"."""
        subject = clause.subject
        if candidate.aspect.unit not in MONEY or subject is None or subject in candidate.anchors:
            return None
        token = self.tree[subject]
        named = self.mentions.strongest.get(subject)
        other = named is not None and named.mention is not Mention.BELONGING
        if other or token.pos not in ("NOUN", "PROPN"):
            return None
        if token.lemma in _MEASURES | cues.PEOPLE:
            return None
        kids = self.tree.kids(subject, "amod", "compound", "nummod")
        parts = [*(t for t in kids if t.pos in _NAMING), token]
        return Scope(ScopeKind.ROW, self.tree.text([t.i for t in parts]), _name(parts))


def _trails(token: Token) -> bool:
    return token.pos in _TRAILING or token.lower in _BEFORE_AMOUNT


def _name(tokens: Sequence[Token]) -> str:
    return " ".join(dict.fromkeys(t.lemma.lower() for t in tokens))


def head_of(tree: Tree, colon: int, item: bool, numbers: Sequence[QuantityMention]) -> range:
    """The tokens before the colon of a label, or before the amount that ends an item."""
    if colon or not item or not numbers:
        return range(colon)
    start, end = numbers[0].start, numbers[-1].end
    head = range(next((t.i for t in tree.tokens if t.end > start), 0))
    parted = head and tree[head[-1]].pos in _TRAILING
    ends = all(t.pos == "PUNCT" for t in tree.tokens if t.start >= end)
    joins = head and (tree[head[-1]].pos in _NOMINAL or tree[head[-1]].lower in _BEFORE_AMOUNT)
    return head if parted or (ends and joins) else range(0)


def next_cell(rows: Rows) -> Cell | None:
    """What heads the next block, if that is a bare figure: a short cell, or the one before it."""
    tokens = rows.tree.tokens
    if rows.numbers:
        return rows.cell if rows.numbers[0].start <= tokens[0].end else None
    short = len(tokens) <= _LONGEST_CELL and tokens[-1].pos != "PUNCT"
    said = any(t.finite for t in tokens)
    return (rows.tree, rows.mentions) if short and not said else None


def narrowed(
    reading: Reading, rows: Rows, clause: Clause, candidate: Candidate, above: Sequence[Lead]
) -> Reading:
    """The reading limited to the case that its row or what stands above it names, if any."""
    if reading.qualifiers.scope is not None:
        return reading
    own = rows.scope(clause, candidate)
    scope = own or next((a.scope for a in reversed(above) if a.scope is not None), None)
    if scope is None:
        return reading
    return replace(reading, qualifiers=replace(reading.qualifiers, scope=scope))
