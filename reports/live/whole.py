"""A whole dispute under review: its sides with their words, its pairs, and what was decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kb.model import Camp, Conflict, Dispute, Ruling, State, Strength, Verdict
from kb.reconcile.taking import taking_part
from kb.text import labelled
from kb.verdicts.inforce import in_force
from kb.verdicts.matter import LETTERS
from kb.verdicts.whole import between
from reports import address, text
from reports.live.queue import Queue
from reports.live.review import MOST, ReviewPlace, pair_address, place_of, whole_address
from reports.views.book import Book, Link
from reports.views.card import STRENGTHS, VERDICTS, VerdictLine, card_of
from reports.views.dispute import question_of
from reports.views.label import label_of
from reports.views.passage import Passage, best, passage_of

LABELS = 4  # positions that a side's heading names


@dataclass(frozen=True, slots=True)
class WholeSide:
    """One side: its letter, what its positions say, who holds them, and its passages."""

    key: str
    labels: tuple[Link, ...]
    left_out: int
    who: str
    place: ReviewPlace
    more: tuple[Passage, ...]
    unlisted: int
    preferred: bool


@dataclass(frozen=True, slots=True)
class WholePair:
    """A pair of the dispute, how it stands, and whether it waits."""

    href: str
    reason: str
    strength: Strength
    stands: str
    waits: bool


@dataclass(frozen=True, slots=True)
class StaleLine:
    """A decision made on other sides than there are now, and how to decide so again.

    `verdict` is empty where the side that was preferred is gone.
    """

    words: str
    verdict: str
    side: str


@dataclass(frozen=True, slots=True)
class WholeView:
    """A dispute under review; `number` is its place among the `total` that wait, or 0.

    `between` says how many pairs a decision reaches, `apart` which it does not.
    """

    id: str
    question: str
    aspects: tuple[Link, ...]
    strength: Strength
    strength_words: str
    sides: tuple[WholeSide, ...]
    voices: tuple[VerdictLine, ...]
    stale: tuple[StaleLine, ...]
    between: str
    apart: tuple[str, ...]
    pairs: tuple[WholePair, ...]
    first: str | None
    left: int
    number: int
    total: int
    following: str | None
    previous: str | None


def whole_of(
    book: Book,
    dispute: Dispute,
    standing: Mapping[str, Ruling],
    lines: Sequence[Verdict],
    pairs: Queue,
    wholes: Queue,
) -> WholeView:
    """That dispute, as the verdicts stand."""
    book = replace(book, decided=standing)
    mine = pairs.among(dispute.conflicts)
    by_id = {c.id: c for c in book.conflicts}
    conflicts = [by_id[id] for id in mine.order]
    said = in_force(lines).get(dispute.id, ())
    chosen = {v.position for v in said}
    first, after, before = (
        mine.after(None),
        wholes.after(dispute.id),
        wholes.before(dispute.id),
    )
    return WholeView(
        id=dispute.id,
        question=question_of(dispute),
        aspects=tuple(link for a in dispute.aspects for link in book.aspect_links(a)),
        strength=dispute.strength,
        strength_words=STRENGTHS[dispute.strength],
        sides=tuple(
            _side(book, letter, camp, conflicts, chosen)
            for letter, camp in zip(LETTERS, dispute.camps, strict=False)
        ),
        voices=tuple(
            VerdictLine(_words(v, dispute), v.by, text.when(v.when), v.note or "") for v in said
        ),
        stale=tuple(stale_of(dispute, said)),
        between=_between(dispute, conflicts),
        apart=tuple(_apart(dispute, conflicts, standing)),
        pairs=tuple(_pair(book, c, c.id in mine.waiting) for c in conflicts),
        first=pair_address(first) if first else None,
        left=len(mine.waiting),
        number=wholes.number(dispute.id),
        total=len(wholes.waiting),
        following=whole_address(after) if after else None,
        previous=whole_address(before) if before else None,
    )


def _side(
    book: Book,
    letter: str,
    camp: Camp,
    conflicts: Sequence[Conflict],
    chosen: set[str | None],
) -> WholeSide:
    taking = taking_part(conflicts)
    ordered = [id for p in camp.positions for id in best(book, taking[p])]
    lead, *rest = dict.fromkeys(ordered)
    labels = dict.fromkeys(_label(book, id) for id in camp.positions)
    return WholeSide(
        key=letter,
        labels=tuple(labels)[:LABELS],
        left_out=max(0, len(labels) - LABELS),
        who=text.figure(camp.independent, "source"),
        place=place_of(book, lead),
        more=tuple(passage_of(book, id) for id in rest[:MOST]),
        unlisted=max(0, len(rest) - MOST),
        preferred=not chosen.isdisjoint(camp.positions),
    )


def _label(book: Book, id: str) -> Link:
    position = book.positions[id]
    return Link(label_of(book, position), f"{address.aspect_page(position.aspect)}#p-{id}")


def _words(verdict: Verdict, dispute: Dispute) -> str:
    """What was decided; a side that is preferred by its letter now, if it still is one."""
    words = VERDICTS[verdict.verdict]
    sides = zip(LETTERS, dispute.camps, strict=False)
    letter = next((key for key, c in sides if verdict.position in c.positions), None)
    return f"Side {letter} preferred" if letter else words


def stale_of(dispute: Dispute, said: Iterable[Verdict]) -> Iterator[StaleLine]:
    """What was decided on sides that have changed since."""
    now = {frozenset(camp.positions) for camp in dispute.camps}
    for line in said:
        if line.sides and {frozenset(side) for side in line.sides} != now:
            yield _stale(dispute, line)


def _stale(dispute: Dispute, line: Verdict) -> StaleLine:
    chosen = next((n for n, side in enumerate(line.sides) if line.position in side), None)
    named = line.says[chosen] if line.says and chosen is not None else ""
    what = VERDICTS[line.verdict].lower() + (f", {labelled(named)}" if named else "")
    side = "" if chosen is None else _now(dispute, line.sides[chosen])
    again = chosen is None or side
    return StaleLine(
        words=f"{line.by} decided {_on(line)}: {what}. {_changed(dispute, line)}",
        verdict=line.verdict if again else "",
        side=side,
    )


def _on(line: Verdict) -> str:
    return f"on {text.when(line.when)}" if line.when else "earlier"


def _now(dispute: Dispute, side: Sequence[str]) -> str:
    """The letter of the side that has most of an earlier one's positions now; empty if none."""
    shared = [len({*camp.positions}.intersection(side)) for camp in dispute.camps]
    most = max(shared, default=0)
    return LETTERS[shared.index(most)] if most else ""


def _changed(dispute: Dispute, line: Verdict) -> str:
    """ "The sides have changed since: two answers came and one went"."""
    now = {id for camp in dispute.camps for id in camp.positions}
    then = {id for side in line.sides for id in side}
    came, went = len(now - then), len(then - now)
    told = [f"{text.count(came, 'answer')} came"] if came else []
    told += [f"{text.count(went, 'answer') if not came else text.in_words(went)} went"] * bool(went)
    return text.sentence(
        f"the sides have changed since: {text.listing(told) or 'some answers changed sides'}"
    )


def _between(dispute: Dispute, conflicts: Sequence[Conflict]) -> str:
    n = len(between([c.positions for c in dispute.camps], conflicts))
    return f"Counts for {text.figure(n, 'pair')} between the sides"


def _apart(
    dispute: Dispute, conflicts: Sequence[Conflict], standing: Mapping[str, Ruling]
) -> list[str]:
    """The pairs that a decision on the whole leaves as they are."""
    reached = {c.id for c, _ in between([c.positions for c in dispute.camps], conflicts)}
    within = sum(c.id not in reached for c in conflicts)
    alone = sum(c.id in reached and _by_itself(standing.get(c.id)) for c in conflicts)
    told = [f"{text.figure(within, 'pair')} within a side"] if within else []
    return told + ([f"{text.figure(alone, 'pair')} decided alone"] if alone else [])


def _by_itself(ruling: Ruling | None) -> bool:
    return ruling is not None and any(
        v.dispute is None and ruling.state is not State.OPEN for v in ruling.verdicts
    )


def _pair(book: Book, conflict: Conflict, waits: bool) -> WholePair:
    decision = card_of(book, conflict).decision
    return WholePair(
        href=pair_address(conflict.id),
        reason=text.sentence(conflict.explanation),
        strength=conflict.strength,
        stands=decision.words if decision else "Not yet decided",
        waits=waits,
    )
