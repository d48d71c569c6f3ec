"""A lesson: for each question the sides with one passage each, who is silent, what to discuss.

Pure values that every form of `kb brief` sets: Markdown, HTML, Word, slides. A source goes by its
number in the lesson's list of sources.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.model import SELF, Claim, Polarity
from kb.model import Dispute
from reports import text
from reports.teach.choose import Chosen
from reports.teach.discuss import Ask, AskedRun, Split, discussion_of
from reports.views.balance import own_positions
from reports.views.book import Book
from reports.views.card import STRENGTHS
from reports.views.dispute import open_disputes
from reports.views.label import led_label
from reports.views.meter import Meter, calm_meter, counted_as, is_plain, meter_of
from reports.views.passage import best, bits_of

LABELS = 2  # positions that a side's heading names
LABEL = 64  # characters of each
LENGTH = 260  # characters of a side's passage
ANSWER = 3  # words; a sentence of fewer is shown with what it answers
ASKED = 120  # characters of that
HOW = ("outright", "with ifs", "on a related question", "also on another side")
SIDES = 3  # set beside each other
KEY = (
    "The bar counts sources by their answer: yes or no, or the side, A, B or C. With ifs is only "
    "perhaps, for some, or on a condition. Numbers in brackets are those of the list of sources. "
    "Words in quotation marks are the sources’ own; those in italics sum up."
)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NUMBERED = 8  # sources that are named by number; more are counted


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage word for word, and the source it stands in."""

    words: str
    source: str
    claim: str


@dataclass(frozen=True, slots=True)
class TaughtSide:
    """One side: its letter, what it says, who stands there, and its passage.

    `answer` is the share of the meter whose colour it has.
    """

    letter: str
    answer: str
    labels: tuple[str, ...]
    more: int
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
    lead: str
    entries: tuple[Entry, ...]
    sources: tuple[ListedSource, ...]
    numbers: Mapping[str, int]


def lesson_of(book: Book, chosen: Sequence[Chosen]) -> Lesson:
    """The lesson of these questions, in their order."""
    drafts = [_Draft.of(book, each) for each in chosen]
    listed = _listed(book, drafts)
    numbers = {s.id: s.number for s in listed}
    entries: list[Entry] = []
    used: list[Ask] = []
    for draft in drafts:
        form, runs = discussion_of(book.aspects[draft.aspect].kind, _slots(book, draft), used)
        used.append(form)
        entries.append(_entry(book, draft, numbers, runs))
    return Lesson(book.topic.topic, _lead(book, entries), tuple(entries), listed, numbers)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A question with its sides as positions' ids, and the claims that may speak for each."""

    aspect: str
    dispute: Dispute | None
    sides: tuple[tuple[str, ...], ...]
    meter: Meter
    passages: tuple[Cited, ...]

    @staticmethod
    def of(book: Book, chosen: Chosen) -> "_Draft":
        dispute = chosen.dispute
        if dispute:
            sides = tuple(c.positions for c in dispute.camps)
        else:
            own = tuple(p.id for p in own_positions(book, chosen.aspect))
            sides = (own,) if own else ()
        meter = meter_of(book, dispute) if dispute else calm_meter(book, chosen.aspect)
        passages = tuple(_passages(book, dispute, sides, meter))
        return _Draft(chosen.aspect, dispute, sides, meter, passages)


def _passages(
    book: Book, dispute: Dispute | None, sides: Sequence[Sequence[str]], meter: Meter
) -> Iterable[Cited]:
    """For each side the strongest passage, of a source that stands there alone if there is one."""
    taking = _taking(book, dispute)
    for ids in sides[:SIDES]:
        claims = next((taking[id] for id in ids if id in taking), book.positions[ids[0]].claims)
        ranked = best(book, claims)
        alone = [id for id in ranked if book.claims[id].source not in meter.torn]
        yield cited(book, (alone or ranked)[0])


def _taking(book: Book, dispute: Dispute | None) -> dict[str, tuple[str, ...]]:
    """The claims that take part in the dispute's pairs, by position."""
    pairs = set(dispute.conflicts) if dispute else set()
    found: dict[str, tuple[str, ...]] = {}
    for conflict in book.conflicts:
        if conflict.id in pairs:
            for side in (conflict.a, conflict.b):
                found[side.position] = (*found.get(side.position, ()), *side.claims)
    return {id: tuple(dict.fromkeys(claims)) for id, claims in found.items()}


def cited(book: Book, claim: str, length: int = LENGTH) -> Cited:
    """The claim in its sentence, the whole cut to about `length` characters."""
    found = book.claims[claim]
    around = max(0, length - len(found.quote)) // 2
    words = "".join(bit.text for bit in bits_of(book, found, around))
    if len(words.split()) < ANSWER:
        words = f"{_before(book, found)} {words}"
    return Cited(text.shorten(text.plain(words), length + 2), found.source, claim)


def _before(book: Book, claim: Claim) -> str:
    """The line before a short answer, or what stands before it in its line: what it answers."""
    text_before = book.documents[claim.source].text[: min(claim.start, claim.sentence.start)]
    return text.shorten_front(text_before.rstrip().rpartition("\n")[2], ASKED)


def says(book: Book, id: str, home: str) -> str:
    """What a position says; led by its question's name where that is not the one asked."""
    return text.shorten(text.plain(led_label(book, book.positions[id], home)), LABEL)


def _slots(book: Book, draft: _Draft) -> dict[Split, dict[str, str]]:
    """The shapes that the question has, the most telling first, with what their forms name."""
    names = [says(book, ids[0], draft.aspect) for ids in draft.sides]
    if not names:
        return {Split.MUTE: {}}
    if not draft.dispute or len(names) < 2:
        return {Split.SINGLE if _alone(draft) else Split.AGREED: {"one": names[0]}}
    found: dict[Split, dict[str, str]] = {}
    held = [c.independent for c in draft.dispute.camps]
    if held[0] > held[1] == 1:
        found[Split.LONE] = {"lone": names[1], "many": names[0]}
    firm = [any(_plain(book, id) for id in ids) for ids in draft.sides[:2]]
    if firm[0] != firm[1]:
        found[Split.IFS] = {
            "firm": names[firm.index(True)],
            "soft": names[firm.index(False)],
        }
    if torn := _torn(book, draft):
        found[Split.SELF] = torn
    return found | {Split.EVEN: {"one": names[0], "other": names[1]}}


def _alone(draft: _Draft) -> bool:
    """Whether a single source answers."""
    return sum(s.count for s in draft.meter.shares if s.kind not in ("tied", "silent")) == 1


def _plain(book: Book, id: str) -> bool:
    position = book.positions[id]
    return is_plain(book.aspects[position.aspect].kind, position)


def _torn(book: Book, draft: _Draft) -> dict[str, str] | None:
    """A source that contradicts itself, and in what."""
    pairs = set(draft.dispute.conflicts) if draft.dispute else set()
    inside = [c for c in book.conflicts if c.id in pairs and c.torn and book.is_open(c)]
    if not inside:
        return None
    first = min(inside, key=lambda c: (c.aspect != draft.aspect, c.explanation, c.id))
    one, other = (says(book, side.position, draft.aspect) for side in (first.a, first.b))
    return {"who": _short(book, first.within_sources[0]), "one": one, "other": other}


def _short(book: Book, source: str) -> str:
    return text.shorten(book.short[source], 60)


def _entry(
    book: Book, draft: _Draft, numbers: Mapping[str, int], discuss: tuple[AskedRun, ...]
) -> Entry:
    dispute = draft.dispute
    question = text.plain(book.aspects[draft.aspect].question)
    about = f" ({text.plain(dispute.subject)})" if dispute and dispute.subject != SELF else ""
    return Entry(
        key=dispute.id if dispute else draft.aspect,
        aspect=draft.aspect,
        question=question + about,
        standing=_standing(book, draft),
        disputed=dispute is not None,
        sides=tuple(_side(book, draft, n, numbers) for n in range(len(draft.passages))),
        meter=draft.meter,
        notes=tuple(_notes(book, draft, numbers)),
        discuss=discuss,
    )


def _standing(book: Book, draft: _Draft) -> str:
    if draft.dispute is None:
        said = "Only one source answers" if _alone(draft) else "Nobody disagrees"
        return said if draft.sides else "Nobody answers"
    left = draft.dispute in open_disputes(book)
    return STRENGTHS[draft.dispute.strength] if left else "Settled by people"


def _side(book: Book, draft: _Draft, number: int, numbers: Mapping[str, int]) -> TaughtSide:
    ids = draft.sides[number]
    labels = tuple(dict.fromkeys(says(book, id, draft.aspect) for id in ids))
    held = {s for id in ids for s in book.positions[id].sources}
    sources = tuple(s for s in book.sources if s in held)
    return TaughtSide(
        letter=LETTERS[number],
        answer=_answer(book, draft, number),
        labels=labels[:LABELS],
        more=max(0, len(labels) - LABELS),
        who=_who(book, draft, number, numbers),
        sources=sources,
        passage=draft.passages[number],
    )


def _answer(book: Book, draft: _Draft, number: int) -> str:
    first = book.positions[draft.sides[number][0]]
    if draft.meter.by_side or first.aspect != draft.aspect:
        return LETTERS[number]
    return "yes" if first.polarity is Polarity.AFFIRM else "no"


def _who(book: Book, draft: _Draft, number: int, numbers: Mapping[str, int]) -> str:
    """ "Outright: [1], [4] and [5]; with ifs: [2]; also on another side: [3]." """
    held: dict[str, list[str]] = {}
    for source, how in _stands(book, draft, number).items():
        held.setdefault(how, []).append(source)
    return text.sentence("; ".join(f"{w}: {_named(held[w], numbers)}" for w in HOW if w in held))


def _stands(book: Book, draft: _Draft, number: int) -> dict[str, str]:
    """How each independent source stands on a side: by what it says on the question itself."""
    counted, found = counted_as(book), dict[str, str]()
    for id in draft.sides[number]:
        own = book.positions[id].aspect == draft.aspect
        how = HOW[0 if own and _plain(book, id) else 1 if own else 2]
        for source in {counted[s] for s in book.positions[id].sources}:
            best_so_far = min(found.get(source, how), how, key=HOW.index)
            found[source] = HOW[3] if source in draft.meter.torn else best_so_far
    return {s: found[s] for s in book.sources if s in found}


def _named(sources: Sequence[str], numbers: Mapping[str, int]) -> str:
    if len(sources) > NUMBERED or any(s not in numbers for s in sources):
        return text.figure(len(sources), "source")
    return text.listing(f"[{numbers[s]}]" for s in sources)


def _notes(book: Book, draft: _Draft, numbers: Mapping[str, int]) -> Iterable[str]:
    """Who says something that no side disputes, and who is silent."""
    if aside := draft.meter.of("other"):
        yield f"Says something else: {_named(aside, numbers)}."
    silent = draft.meter.of("silent")
    yield f"Silent: {_named(silent, numbers) if silent else 'nobody'}."
    if len(draft.sides) > SIDES:
        yield f"Not shown: {text.figure(len(draft.sides) - SIDES, 'more side')}."


def _lead(book: Book, entries: Sequence[Entry]) -> str:
    """What lies before the reader, in one sentence."""
    n = sum(e.disputed for e in entries)
    who = text.count(len(book.sources), "source")
    verb = "it disagrees with itself" if len(book.sources) == 1 else "they disagree"
    on = f"{text.count(n, 'question')} on which {verb}" if n else "no disagreement"
    return text.sentence(f"{who}, {on}")


def _listed(book: Book, drafts: Sequence[_Draft]) -> tuple[ListedSource, ...]:
    """The sources that the sheet names, in the order of the corpus."""
    named = {c.source for d in drafts for c in d.passages}
    shares = (s.ids for d in drafts for s in d.meter.shares)
    named |= {id for ids in shares if len(ids) <= NUMBERED for id in ids}
    ids = [id for id in book.sources if id in named]
    return tuple(_source(book, id, n) for n, id in enumerate(ids, 1))


def _source(book: Book, id: str, number: int) -> ListedSource:
    source = book.sources[id]
    known = [text.plain(source.publisher or ""), text.when(source.date), source.url or ""]
    details = " · ".join(k for k in known if k) or "publisher and date not known"
    return ListedSource(id, number, text.plain(source.title), text.shorten(details, 200))
