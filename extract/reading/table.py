"""A table's figures: each answers what the head of its column asks, of the case its row names.

"Area | Sessions | Price" over "Crown | 3 | $90" counts sessions and gives a price.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.grammar.tree import Tree
from extract.model import Grade, Polarity, Qualifiers, Scope, ScopeKind, Value, ValueKind
from extract.quantity import QuantityMention, find_quantities
from extract.reading.asked import NOTHING, Pending, sayings
from extract.reading.fields import Reading
from extract.reading.kinds.quantity import answers_with
from extract.reading.label import cells
from extract.reading.lead import NO_LEAD, Lead
from extract.reading.subject import Mentions, Referent
from extract.rules import Mention, Role, Rules
from extract.topic.schema import Aspect, Kind

_COLUMNS = 3  # of the narrowest table: two are a label and its value
_HEAD = 5  # tokens of the longest head
_ASKING = (Role.ASKED, Role.SAYS)
_RIVALS = (Mention.RIVAL, Mention.BY_PRODUCT, Mention.BACKGROUND)


class Column(NamedTuple):
    """What the head of a column asks: its questions, and the noun that it counts."""

    asked: tuple[Aspect, ...] = ()
    noun: str = ""


Columns = tuple[Column, ...]


class Head(NamedTuple):
    """What the head of a row or column is about, if it says so, what it lends, and asks."""

    about: Referent | None = None
    lead: Lead = NO_LEAD
    pending: Pending = NOTHING


def heads(tree: Tree, rules: Rules) -> Columns:
    """The columns of a table that this line heads; none if it is no head."""
    row = cells(tree.parse)
    named = all(len(c) <= _HEAD and not _figured(tree, c) for c in row)
    return tuple(_column(tree, c, rules) for c in row) if len(row) >= _COLUMNS and named else ()


def next_heads(tree: Tree, now: Columns, rules: Rules) -> Columns:
    """The columns under which the next line stands."""
    row = cells(tree.parse)
    rule = not any(t.text.isalnum() for t in tree.tokens)
    return now if now and (len(row) == len(now) or rule) else heads(tree, rules)


def figures(
    tree: Tree, columns: Columns, mentions: Mentions, rules: Rules
) -> Iterator[tuple[Aspect, Reading]]:
    """What the figures of a row say."""
    row = cells(tree.parse) if columns else ()
    if not row or len(row) != len(columns) or mentions.among(range(len(tree.tokens)), *_RIVALS):
        return
    name = tree.text(list(row[0]))
    barred = {k.aspect for k in sayings(tree, row[0], rules, Role.UNLESS)}
    for column, cell in zip(columns[1:], row[1:], strict=True):
        found = next(iter(_amounts(tree, cell, column.noun, rules)), None)
        usable = (a for a in column.asked if found and answers_with(a, found, rules))
        aspect = next((a for a in usable if a.id not in barred), None)
        if found is not None and aspect is not None:
            value = Value(ValueKind.QUANTITY, found.text, None, found.quantity)
            case = Scope(ScopeKind.ROW, name, name.lower())
            how = Qualifiers(scope=case, grade=Grade.LOOSE)
            yield aspect, Reading(Polarity.AFFIRM, value, how, why=())


def _column(tree: Tree, cell: range, rules: Rules) -> Column:
    asked = dict.fromkeys(k.aspect for k in sayings(tree, cell, rules, *_ASKING))
    kept = (rules.aspects[a] for a in asked if rules.aspects[a].kind is Kind.QUANTITY)
    nouns = [tree[i].lower for i in cell if tree[i].text.isalpha()]
    return Column(tuple(kept), nouns[0] if nouns else "")


def _figured(tree: Tree, cell: range) -> bool:
    return any(tree[i].pos == "NUM" or tree[i].text.isdigit() for i in cell)


def _amounts(tree: Tree, cell: Sequence[int], noun: str, rules: Rules) -> Sequence[QuantityMention]:
    text = tree.text(list(cell))
    return find_quantities(text, rules.units) or find_quantities(f"{text} {noun}", rules.units)
