"""Where the reader of a document is, from block to block."""

from dataclasses import dataclass, field

from extract.grammar.leadin import Order
from extract.model import Span
from extract.quantity import Window
from extract.reading.asked import NOTHING, Pending
from extract.reading.lead import NO_LEAD, Lead
from extract.reading.row import Cell, Kinds
from extract.reading.subject import ITSELF, Referent
from extract.reading.table import Columns, Head
from extract.reading.watch import UNWATCHED, Watch
from extract.unsaid import Unsaid


@dataclass(slots=True)
class ReaderState:
    """Where the reader is: what the title (`home`, `title`), the heading (`time`, `whom`), the
    lead-in (`led`) and the last question (`pending`) set. `listed`: a title names
    several things. `table`: the columns under which the next line stands. Of a table with marked
    cells: the `heads` of its columns (`None` outside of it), whether its rows name rivals
    (`compared`), and what the cell that is read is about (`column`). `watch` looks on.
    """

    home: Referent = ITSELF
    section: Referent = ITSELF
    title: Lead = NO_LEAD
    whom: Lead = NO_LEAD
    listed: bool = False
    heading: Lead = NO_LEAD
    lead: Lead = NO_LEAD
    cell: Cell | None = None
    table: Columns = ()
    heads: tuple[Head, ...] | None = None
    compared: bool = False
    column: Referent | None = None
    kinds: Kinds = field(default_factory=set)
    told: Order | None = None
    time: Window | None = None
    led: Window | None = None
    pending: Pending = NOTHING
    allowed: frozenset[str] | None = None
    title_seen: bool = False
    grounded: bool = False
    spans: list[Span] = field(default_factory=list)
    silent: list[Span] = field(default_factory=list)
    unsaid: list[Unsaid] = field(default_factory=list)
    watch: Watch = UNWATCHED
