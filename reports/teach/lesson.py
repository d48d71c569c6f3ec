"""A lesson: for each question the sides with one passage each, who is silent, what to discuss.

Pure values that every form of `kb brief` sets: Markdown, HTML, Word, slides. A source goes by its
number in the lesson's list of sources.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.model import SELF
from reports import text
from reports.teach.choose import Chosen
from reports.teach.discuss import Ask, AskedRun, Split, discussion_of
from reports.teach.meter import MeterCell, cells
from reports.teach.planned import Planned, planned_of
from reports.teach.standing import NUMBERED, TIED, notes, share_of, side_name, stands, who
from reports.teach.wording import Cited, says
from reports.views.book import Book
from reports.views.card import STRENGTHS
from reports.views.dispute import open_disputes
from reports.views.meter import Meter, is_plain

LABELS = 2  # statements that a side's heading names
KEY = (
    "The bar counts sources by their answer, as the sides beneath are named. With ifs is only "
    "perhaps, for some, or on a condition. Numbers in brackets are those of the list of sources. "
    "Words in quotation marks are the sources’ own; those in italics sum up."
)


@dataclass(frozen=True, slots=True)
class TaughtSide:
    """One side: its name as in the bar, what it says, who stands there, and its passage.

    `answer` is the share of the meter whose colour it has; where all answer alike there is no
    name and no colour.
    """

    name: str
    answer: str
    labels: tuple[str, ...]
    more: str
    who: str
    sources: tuple[str, ...]
    passage: Cited


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of a lesson. `standing` says how the sources stand to it in a word."""

    key: str
    aspect: str
    question: str
    standing: str
    disputed: bool
    sides: tuple[TaughtSide, ...]
    meter: Meter
    bar: tuple[MeterCell, ...]
    notes: tuple[str, ...]
    discuss: tuple[AskedRun, ...]


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A line of the list of sources."""

    id: str
    number: int
    title: str
    details: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """All that is taught, and the sources it names by number."""

    topic: str
    title: str
    lead: str
    entries: tuple[Entry, ...]
    sources: tuple[ListedSource, ...]
    numbers: Mapping[str, int]


def lesson_of(book: Book, chosen: Sequence[Chosen]) -> Lesson:
    """The lesson of these questions, in their order."""
    plans = [planned_of(book, each) for each in chosen]
    listed = _listed(book, plans)
    numbers = {s.id: s.number for s in listed}
    entries: list[Entry] = []
    used: list[Ask] = []
    for plan in plans:
        form, runs = discussion_of(book.aspects[plan.aspect].kind, _slots(book, plan), used)
        used.append(form)
        entries.append(_entry(book, plan, numbers, runs))
    about = "disagree about" if any(e.disputed for e in entries) else "say"
    title = f"{text.plain(book.topic.topic)}: what sources {about}"
    return Lesson(book.topic.topic, title, _lead(book, entries), tuple(entries), listed, numbers)


def _slots(book: Book, plan: Planned) -> dict[Split, dict[str, str]]:
    """The shapes that the question has, the most telling first, with what their forms name.

    Two sources are set against each other; one against itself only where there are no two.
    """
    names = [says(book, ids[0], plan.aspect) for ids in plan.sides]
    if not names:
        return {Split.MUTE: {}}
    if not plan.dispute or len(names) < 2:
        return {Split.SINGLE if _alone(plan) else Split.AGREED: {"one": names[0]}}
    if plan.between:
        return _between(book, plan, plan.between)
    torn = _torn(book, plan)
    return {Split.SELF: torn} if torn else {Split.EVEN: {"one": names[0], "other": names[1]}}


def _between(book: Book, plan: Planned, pair: tuple[str, str]) -> dict[Split, dict[str, str]]:
    """How the two that are discussed stand to each other."""
    one, other = (says(book, id, plan.aspect) for id in pair)
    found: dict[Split, dict[str, str]] = {}
    voices = [_voices(book, plan, id) for id in pair]
    if min(voices) == 1 < max(voices):
        lone, many = (one, other) if voices[0] == 1 else (other, one)
        found[Split.LONE] = {"lone": lone, "many": many}
    firm = [_plain(book, id) for id in pair]
    if firm[0] != firm[1]:
        hard, soft = (one, other) if firm[0] else (other, one)
        found[Split.IFS] = {"firm": hard, "soft": soft}
    return found | {Split.EVEN: {"one": one, "other": other}}


def _voices(book: Book, plan: Planned, id: str) -> int:
    """How many sources stand plainly on the position's side and answer the question itself."""
    number = next(n for n, ids in enumerate(plan.sides) if id in ids)
    held = stands(book, plan, number)
    return sum(s not in plan.apart and how != TIED for s, how in held.items())


def _alone(plan: Planned) -> bool:
    """Whether a single source answers."""
    return sum(s.count for s in plan.meter.shares if s.kind not in ("tied", "silent")) == 1


def _plain(book: Book, id: str) -> bool:
    position = book.positions[id]
    return is_plain(book.aspects[position.aspect].kind, position)


def _torn(book: Book, plan: Planned) -> dict[str, str] | None:
    """A source that contradicts itself, and in what."""
    pairs = set(plan.dispute.conflicts) if plan.dispute else set()
    inside = [c for c in book.conflicts if c.id in pairs and c.torn and book.is_open(c)]
    if not inside:
        return None
    first = min(inside, key=lambda c: (c.aspect != plan.aspect, c.explanation, c.id))
    one, other = (says(book, side.position, plan.aspect) for side in (first.a, first.b))
    return {"who": _short(book, first.within_sources[0]), "one": one, "other": other}


def _short(book: Book, source: str) -> str:
    return text.shorten(book.short[source], 60)


def _entry(
    book: Book, plan: Planned, numbers: Mapping[str, int], discuss: tuple[AskedRun, ...]
) -> Entry:
    dispute = plan.dispute
    aspect = book.aspects[plan.aspect]
    about = f" ({text.plain(dispute.subject)})" if dispute and dispute.subject != SELF else ""
    return Entry(
        key=dispute.id if dispute else plan.aspect,
        aspect=plan.aspect,
        question=text.plain(aspect.question) + about,
        standing=_standing(book, plan),
        disputed=dispute is not None,
        sides=tuple(_side(book, plan, n, numbers) for n in range(len(plan.passages))),
        meter=plan.meter,
        bar=cells(plan.meter, None if dispute else aspect.kind),
        notes=tuple(notes(book, plan, numbers, len(plan.passages))),
        discuss=discuss,
    )


def _standing(book: Book, plan: Planned) -> str:
    if plan.dispute is None:
        said = "Only one source answers" if _alone(plan) else "Nobody disagrees"
        return said if plan.sides else "Nobody answers"
    left = plan.dispute in open_disputes(book)
    return STRENGTHS[plan.dispute.strength] if left else "Settled by people"


def _side(book: Book, plan: Planned, number: int, numbers: Mapping[str, int]) -> TaughtSide:
    ids = plan.sides[number]
    labels = tuple(dict.fromkeys(says(book, id, plan.aspect) for id in ids))
    shown = _telling(labels)
    held = {s for id in ids for s in book.positions[id].sources}
    left = len(labels) - len(shown)
    return TaughtSide(
        name=side_name(book, plan, number),
        answer=share_of(book, plan, number),
        labels=shown,
        more=f"and {text.figure(left, 'more statement')}" if left else "",
        who=who(book, plan, number, numbers),
        sources=tuple(s for s in book.sources if s in held),
        passage=plan.passages[number],
    )


def _telling(labels: Sequence[str]) -> tuple[str, ...]:
    """The first ones, without those that only add something to one of them."""
    shown: list[str] = []
    for label in labels:
        if not any(label.startswith((f"{known},", f"{known} (")) for known in shown):
            shown.append(label)
    return tuple(shown[:LABELS])


def _lead(book: Book, entries: Sequence[Entry]) -> str:
    """What lies before the reader, in one sentence."""
    n, all = sum(e.disputed for e in entries), len(entries)
    alone = len(book.sources) == 1
    who = text.count(len(book.sources), "source")
    they = "it disagrees with itself" if alone else "they disagree"
    asked = text.count(all, "question")
    if n == all:
        return text.sentence(f"{who}, {asked} on which {they}")
    calm = "it does not disagree with itself" if alone else "nobody disagrees"
    return text.sentence(
        f"{who}, {asked}; on {text.in_words(n)} of them {they}"
        if n
        else f"{who}, {asked} on which {calm}"
    )


def _listed(book: Book, plans: Sequence[Planned]) -> tuple[ListedSource, ...]:
    """The sources that the sheet names, in the order of the corpus."""
    named = {c.source for d in plans for c in d.passages}
    shares = (s.ids for d in plans for s in d.meter.shares)
    named |= {id for ids in shares if len(ids) <= NUMBERED for id in ids}
    ids = [id for id in book.sources if id in named]
    return tuple(_source(book, id, n) for n, id in enumerate(ids, 1))


def _source(book: Book, id: str, number: int) -> ListedSource:
    source = book.sources[id]
    known = [text.plain(source.publisher or ""), text.when(source.date), source.url or ""]
    told = [k for k in known if k] or ["publisher and date not known"]
    details = " · ".join([k for k in (book.kinds[id],) if k] + told)
    return ListedSource(id, number, text.plain(source.title), text.shorten(details, 200))
