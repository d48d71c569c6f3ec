"""What the review shows for an address: a dispute, one pair of it, or that nothing is left."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.knowledge.value import Knowledge
from kb.model import Verdict
from reports.live.queue import queue_of, wholes_of
from reports.live.review import ReviewView, review_of, whole_address
from reports.live.state import Now, standing_now
from reports.live.whole import WholeView, whole_of
from reports.views.book import Book


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The page: a dispute or a pair, or neither; `gone` is whether one was named that is not.

    `first` is the address of the first dispute that waits, `waiting` and `total` count disputes.
    """

    topic: str
    whole: WholeView | None
    pair: ReviewView | None
    gone: bool
    first: str | None
    waiting: int
    total: int


def review_page(
    now: Now, k: Knowledge, book: Book, lines: Sequence[Verdict], asked: Mapping[str, str]
) -> ReviewPage:
    """The page for what was asked: `c` names a pair, `d` a dispute; the first that waits, else."""
    standing = standing_now(k, lines)
    pairs = queue_of(now.order, k.conflicts, standing, datetime.date.today().isoformat())
    wholes = wholes_of(k.disputes, pairs)
    pair = next((c for c in k.conflicts if c.id == asked.get("c")), None)
    first = wholes.after(None)
    wanted = None if "c" in asked else asked.get("d") or first
    whole = next((d for d in k.disputes if d.id == wanted), None)
    return ReviewPage(
        topic=k.topic.topic,
        whole=whole_of(book, whole, standing, lines, pairs, wholes) if whole else None,
        pair=review_of(book, pair, standing, pairs) if pair else None,
        gone=bool(asked.get("c") or asked.get("d")) and not (pair or whole),
        first=whole_address(first) if first else None,
        waiting=len(wholes.waiting),
        total=len(wholes.order),
    )
