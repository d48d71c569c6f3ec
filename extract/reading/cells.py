"""A table's row, cell by cell: what the heads of its row and its column make of each cell.

"│ Oak bed │ Ash bed" over "Lasts │ 10 years │ 6 years": the column names what a cell is about, the
row asks. "Size │ Price" over "Double │ $90": the column asks, the row names the case. A head is
no claim, and a cell under a head of which nothing is known makes none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.grammar.clauses import clauses
from extract.grammar.negation import negations
from extract.grammar.repairs import repaired
from extract.model import Block, BlockKind, Claim, Document, ScopeKind, Span
from extract.parse import CELL_MARK, Parse
from extract.reading.exchange import Exchange
from extract.reading.lead import NO_LEAD, Lead
from extract.reading.state import ReaderState
from extract.reading.subject import ITSELF, OTHER, Mentions, Referent
from extract.reading.table import Head
from extract.rules import Mention, Rules

_OWN = (Mention.SELF, Mention.SUBTYPE, Mention.BRAND)
_NAME = 5  # tokens of the longest head of a column
_LABELLED = 2  # cells of a row that is a label and its value


class CellReading(NamedTuple):
    """A cell as a paragraph with the row's head as its label, and the state to read it in."""

    parse: Parse
    state: ReaderState
    start: int
    case: bool

    def placed(self, claims: Iterable[Claim], block: Block, document: Document) -> Iterator[Claim]:
        """The claims with quotes within the cell, and the row as their sentence.

        A row's head that names a rival names no `case` of it.
        """
        row = Span(block.start, block.end)
        for claim in claims:
            start, end = max(claim.start, block.start + self.start), claim.end
            if start < end:
                quote = document.text[start:end]
                how = claim.qualifiers
                if not self.case and how.scope is not None and how.scope.kind is ScopeKind.ROW:
                    how = replace(how, scope=None)
                moved = replace(claim, start=start, end=end, quote=quote, sentence=row)
                yield replace(moved, qualifiers=how)


def is_row(parse: Parse) -> bool:
    """Whether a block is a table's row."""
    return CELL_MARK in parse.text


def cells_read(
    block: Block, parse: Parse, rules: Rules, state: ReaderState
) -> Iterator[CellReading]:
    """The cells of a row that may say something; moves the state on."""
    spans = _spans(parse.text)
    if _begins(block, parse, spans, state):
        state.heads = _heads(parse, spans, rules)
        state.compared = False
        if _names_columns(block, parse, spans, state.heads):
            return
        state.heads = ()
    state.spans.append(Span(block.start, block.end))
    if state.heads and len(state.heads) != len(spans):
        return
    heads = state.heads or (Head(),) * len(spans)
    yield from _told(parse, spans, heads, rules, state)


def _told(
    parse: Parse,
    spans: Sequence[tuple[int, int]],
    heads: Sequence[Head],
    rules: Rules,
    state: ReaderState,
) -> Iterator[CellReading]:
    own = _head(_part(parse, spans[0], None), rules)
    named = any(h.about is not None for h in heads[1:])
    if not named:
        state.compared = state.compared or own.about not in (None, ITSELF)
        if own.about == OTHER or (own.about is None and state.compared):
            return
    for column, span in zip(heads[1:], spans[1:], strict=True):
        cell = _part(parse, span, spans[0])
        says = any(t.finite for t in cell.tokens if t.start >= span[0])
        asks = own.lead.raised if named else column.lead.raised
        known = asks or column.lead.raised or len(spans) == _LABELLED or says
        if named and own.about is not None:
            known = says  # a row's head that names something asks nothing
        about = (column.about if named else own.about or state.section) or OTHER
        first = next((t.start for t in cell.tokens if t.start >= span[0]), None)
        if known and about != OTHER and first is not None:
            case = own.about in (None, ITSELF)
            yield CellReading(cell, _under(state, own, column, about), first, case)


def _under(state: ReaderState, row: Head, column: Head, about: Referent) -> ReaderState:
    """The state for a cell: what stands above the table asks only what its heads do not."""
    asked = row.lead.raised or column.lead.raised
    return replace(
        state,
        section=about,
        column=about,
        heading=NO_LEAD if asked else state.heading,
        lead=column.lead if asked or column.about else state.lead,
        pending=column.pending if asked else state.pending,
        cell=None,
        table=(),
        listed=False,
        grounded=True,
        spans=[],
        silent=[],
    )


def _begins(
    block: Block, parse: Parse, spans: Sequence[tuple[int, int]], state: ReaderState
) -> bool:
    """Whether a table may begin: at its head, at its first row, at a row without a first cell."""
    unnamed = not parse.text[slice(*spans[0])].strip() and not _figured(parse, spans)
    return block.kind is BlockKind.HEADING or state.heads is None or unnamed


def _names_columns(
    block: Block, parse: Parse, spans: Sequence[tuple[int, int]], heads: Sequence[Head]
) -> bool:
    """Whether the row is the table's head, as its tags say, or its words."""
    if any(h.about is not None or h.lead.raised for h in heads[1:]):
        wide = len(spans) > _LABELLED or not parse.text[slice(*spans[0])].strip()
        return block.kind is BlockKind.HEADING or (wide and not _figured(parse, spans))
    return block.kind is BlockKind.HEADING and len(spans) > _LABELLED


def _figured(parse: Parse, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a cell after the first holds a figure, or more words than a name has."""
    rest = [[t for t in parse.tokens if a <= t.start < b] for a, b in spans[1:]]
    return any(len(cell) > _NAME or any(c.isdigit() for t in cell for c in t.text) for cell in rest)


def _heads(parse: Parse, spans: Sequence[tuple[int, int]], rules: Rules) -> tuple[Head, ...]:
    return tuple(_head(_part(parse, span, None), rules) for span in spans)


def _head(parse: Parse, rules: Rules) -> Head:
    """What a head asks, and what it is about."""
    if not parse.tokens:
        return Head()
    tree = repaired(parse)
    found = clauses(tree)
    mentions = Mentions(tree, rules)
    exchange = Exchange(tree, found, negations(tree, found), mentions, rules)
    whole = range(len(tree.tokens))
    lead = exchange.lead(whole)
    return Head(_about(mentions, whole, lead), lead, exchange.labels(len(whole), True))


def _about(mentions: Mentions, whole: range, lead: Lead) -> Referent | None:
    own = mentions.among(whole, *_OWN)
    if own is not None and mentions.among(whole, Mention.RIVAL):
        return OTHER
    return ITSELF if own is not None else lead.referent


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the cells of a row stand in it."""
    marks = [n for n, char in enumerate(text) if char == CELL_MARK]
    return tuple(zip((0, *(m + 1 for m in marks)), (*marks, len(text)), strict=True))


def _part(parse: Parse, cell: tuple[int, int], head: tuple[int, int] | None) -> Parse:
    """The cell alone, after the row's head if one is given; all else is blank, offsets hold."""
    kept = [head, cell] if head else [cell]
    mine = [t for t in parse.tokens if any(a <= t.start < b for a, b in kept)]
    index = {t.i: n for n, t in enumerate(mine)}
    tokens = tuple(replace(t, i=n, head=index.get(t.head, n)) for n, t in enumerate(mine))
    sentences = tuple(
        (index[a], index[b - 1] + 1) for a, b in parse.sentences if a in index and b - 1 in index
    )
    text = "".join(
        char if any(a <= n < b for a, b in kept) or (head and n == head[1]) else " "
        for n, char in enumerate(parse.text)
    )
    return Parse(text, tokens, sentences)
