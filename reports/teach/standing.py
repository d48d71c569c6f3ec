"""Who stands where on a question of a lesson: in the same words as its bar.

A source that contradicts itself, or stands on several sides, is named as that on each of them.
"""

from collections.abc import Iterable, Mapping, Sequence

from extract.model import Polarity
from extract.topic.schema import Kind
from kb.model import Source, SourceKind
from reports import text
from reports.teach.planned import Planned
from reports.views.book import Book
from reports.views.meter import WHOLE, counted_as, is_plain

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NUMBERED = 8  # sources that are named by number; more are counted
RELATED = "Related"  # a side that answers a related question only
OUTRIGHT, IFS, TIED = "outright", "with ifs", "on a related question"
BOTH, SEVERAL, TORN = "says both", "also on another side", "contradicts itself"
HOW = (OUTRIGHT, IFS, TIED, BOTH, SEVERAL, TORN)
PLURAL = {
    BOTH: "say both",
    TORN: "contradict themselves",
}


def share_of(book: Book, plan: Planned, number: int) -> str:
    """The share of the meter that a side has the colour of; "" where there is but one side."""
    if plan.dispute is None:
        return ""
    first = book.positions[plan.sides[number][0]]
    if plan.meter.by_side:
        return LETTERS[number]
    if first.aspect != plan.aspect:
        return "tied"
    return _answer(first.polarity)


def _answer(polarity: Polarity) -> str:
    return "yes" if polarity is Polarity.AFFIRM else "no"


def side_name(book: Book, plan: Planned, number: int) -> str:
    """What a side goes by, as in the bar: its letter, or its answer."""
    share = share_of(book, plan, number)
    if share == "tied":
        return RELATED
    whole = book.aspects[plan.aspect].kind is Kind.ALL_OF
    return (WHOLE.get(share, share) if whole else share).capitalize() if share else ""


def who(book: Book, plan: Planned, number: int, numbers: Mapping[str, int]) -> str:
    """ "Outright: [1] clinic and [4]; with ifs: [2] seller; contradicts itself: [3] seller." """
    held: dict[str, list[str]] = {}
    for source, how in stands(book, plan, number).items():
        held.setdefault(how, []).append(source)
    told = (
        f"{PLURAL.get(how, how) if len(held[how]) > 1 else how}: "
        f"{named(held[how], numbers, book.sources)}"
        for how in HOW
        if how in held
    )
    return text.sentence("; ".join(told))


def stands(book: Book, plan: Planned, number: int) -> dict[str, str]:
    """How each independent source stands on a side: by what it says on the question itself."""
    counted, found = counted_as(book), dict[str, str]()
    for id in (*plan.sides[number], *_beside(book, plan, number)):
        position = book.positions[id]
        own = position.aspect == plan.aspect
        plain = own and is_plain(book.aspects[position.aspect].kind, position)
        how = OUTRIGHT if plain else IFS if own else TIED
        for source in {counted[s] for s in position.sources}:
            best_so_far = min(found.get(source, how), how, key=HOW.index)
            found[source] = _torn(plan, source) or best_so_far
    return {s: found[s] for s in book.sources if s in found}


def _torn(plan: Planned, source: str) -> str | None:
    if source not in plan.apart:
        return None
    if source in plan.meter.torn:
        return TORN
    return SEVERAL if plan.meter.by_side else BOTH


def _beside(book: Book, plan: Planned, number: int) -> Iterable[str]:
    """What gives a side's answer, yes or no, and is in dispute with nothing."""
    share, dispute = share_of(book, plan, number), plan.dispute
    names = [share_of(book, plan, n) for n in range(len(plan.sides))]
    if dispute is None or share not in ("yes", "no") or names.index(share) != number:
        return
    known = {id for ids in plan.sides for id in ids}
    for p in book.by_aspect.get(plan.aspect, ()):
        mine = p.subject == dispute.subject and not p.qualifiers.reported
        if mine and p.id not in known and _answer(p.polarity) == share:
            yield p.id


def named(
    sources: Sequence[str], numbers: Mapping[str, int], of: Mapping[str, Source] | None = None
) -> str:
    """Sources by number, and if `of` is given with the kind of each, where known; many counted."""
    if len(sources) > NUMBERED or any(s not in numbers for s in sources):
        return text.figure(len(sources), "source")
    known = {s: of[s].kind for s in sources if of and of[s].kind is not SourceKind.UNKNOWN}
    kinds = {s: f"\u00a0{kind}" for s, kind in known.items()}
    return text.listing(f"[{numbers[s]}]{kinds.get(s, '')}" for s in sources)


def notes(book: Book, plan: Planned, numbers: Mapping[str, int], shown: int) -> Iterable[str]:
    """Who says what no side shown does, and who is silent."""
    placed = {s for n in range(shown) for s in stands(book, plan, n)}
    aside = [
        s for s in plan.meter.of("other", "yes", "ifs", "no", "both", "several") if s not in placed
    ]
    if aside:
        yield f"Says something else: {named(aside, numbers)}."
    near = [s for s in plan.meter.of("tied") if s not in placed]
    if near:
        yield f"Only on a related question: {named(near, numbers)}."
    silent = plan.meter.of("silent")
    yield f"Silent: {named(silent, numbers) if silent else 'nobody'}."
    if len(plan.sides) > shown:
        yield f"Not shown: {text.figure(len(plan.sides) - shown, 'more side')}."
