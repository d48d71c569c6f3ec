"""The balance sheet: for a trainer, each question with every position in fair words.

Disputed questions stand first, each with those tied to it behind it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from extract.model import SELF
from extract.topic.schema import Aspect, Kind
from kb.model import Conflict, ConflictKind, Dispute, Position, Strength
from reports import address, text
from reports.views.aspect import who_answers
from reports.views.book import Book, Link, kept
from reports.views.card import leads, sharpness
from reports.views.dispute import DisputeCard, dispute_card, open_disputes, question_of
from reports.views.label import label_of
from reports.views.matrix import ranked, tears
from reports.views.passage import Passage, passage_of, strongest

PER_PAGE = 120
PASSAGES = 700  # of positions on one page
LENGTH = 200  # characters that each side's passage gets
POSITIONS = 14
SAID = 5  # positions named in the summary
ASKED = 3  # questions made from conflicts
QUOTED = 140  # characters of a passage in a question

ASK = {
    ConflictKind.QUANTITY: (
        "What could explain the difference: other cases, another way to measure, or an interest "
        "in the answer?",
        "How would each have come to know?",
        "What would you tell somebody who has to decide today?",
    ),
    ConflictKind.POLARITY: (
        "What evidence would settle it?",
        "Who would be the one to ask?",
        "What would you tell somebody who has to decide today?",
    ),
    ConflictKind.CATEGORY: (
        "Do the words mean the same thing to both?",
        "Where would you draw the line?",
        "Does it matter which of them is right?",
    ),
    ConflictKind.ABSOLUTE: (
        "Is there room for exceptions, and for whom or when?",
        "What does the absolute statement leave out?",
        "How would you put it so that both could sign it?",
    ),
}
"""Asked in turn, so that no two questions of a sheet end alike while there are others."""


@dataclass(frozen=True, slots=True)
class Held:
    """A position with its count of independent sources and its strongest passage."""

    label: str
    count: str
    sources: tuple[Link, ...]
    passage: Passage


@dataclass(frozen=True, slots=True)
class Sheet:
    """One aspect's balance sheet.

    `dispute` is the one named after it, if people left it open; `tied` leads to the question
    that it is disputed with instead.
    """

    id: str
    question: str
    link: Link
    dispute: DisputeCard | None
    tied: Link | None
    summary: str
    held: tuple[Held, ...]
    left_out: int
    gaps: tuple[str, ...]
    discuss: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Whether people left the question in dispute, be it with another one."""
        return bool(self.dispute or self.tied)


@dataclass(frozen=True, slots=True)
class BalanceView:
    """A page of balance sheets."""

    title: str
    sheets: tuple[Sheet, ...]
    silent: tuple[Link, ...]
    page: int
    pages: tuple[Link, ...]


def balance_views(book: Book) -> Iterable[tuple[str, BalanceView]]:
    """The pages with their file names, at least one."""
    for page in range(1, balance_pages(book) + 1):
        yield address.numbered("balance", page), balance_view(book, page)


def balance_pages(book: Book) -> int:
    """How many pages of balance sheets there are."""
    return len(_runs(book))


@kept
def _runs(book: Book) -> "list[list[_Placed]]":
    """The aspects on which somebody says something in page-sized runs, at least one."""
    runs: list[list[_Placed]] = [[]]
    passages = 0
    for placed in _said(book):
        more = min(POSITIONS, len(own_positions(book, placed.aspect)))
        if runs[-1] and (len(runs[-1]) == PER_PAGE or passages + more > PASSAGES):
            runs.append([])
            passages = 0
        runs[-1].append(placed)
        passages += more
    return runs


def balance_view(book: Book, page: int) -> BalanceView:
    """One page of balance sheets, counted from 1."""
    answered = {p.aspect for run in _runs(book) for p in run}
    names = (address.numbered("balance", n) for n in range(1, balance_pages(book) + 1))
    links = tuple(Link(f"{n}", name) for n, name in enumerate(names, 1))
    return BalanceView(
        title="Balance sheet" if page == 1 else f"Balance sheet, page {page}",
        sheets=tuple(sheet_of(book, *p) for p in _runs(book)[page - 1]),
        silent=tuple(book.aspect_links(a)[0] for a in book.aspects if a not in answered),
        page=page,
        pages=links if len(links) > 1 else (),
    )


def _said(book: Book) -> "list[_Placed]":
    """The aspects on which somebody says something of the topic's own subject."""
    return [p for p in _placed(book) if any(map(book.is_self, book.by_aspect.get(p.aspect, ())))]


class _Placed(NamedTuple):
    """An aspect, the dispute that is named after it, and the question that it is tied to."""

    aspect: str
    dispute: Dispute | None = None
    tied: Link | None = None


def _placed(book: Book) -> Iterable[_Placed]:
    """The aspects in order: each open dispute's, those tied to it; then the others."""
    own = {d.aspects[0]: d for d in reversed(open_disputes(book)) if d.subject == SELF}
    done = set(own)
    for dispute in (d for d in book.disputes if own.get(d.aspects[0]) is d):
        home, *others = dispute.aspects
        yield _Placed(home, dispute)
        link = Link(question_of(dispute), f"#{address.slug(home)}")
        tied = [a for a in others if a not in done]
        yield from (_Placed(a, None, link) for a in tied)
        done.update(tied)
    yield from (_Placed(a) for a in ranked(book) if a not in done)


def own_positions(book: Book, aspect: str) -> list[Position]:
    """The positions on the topic's own subject, those of most independent sources first."""
    held = [p for p in book.by_aspect.get(aspect, ()) if book.is_self(p)]
    return sorted(held, key=lambda p: (-len(independent(book, p)), -len(p.claims), p.id))


def independent(book: Book, position: Position) -> tuple[str, ...]:
    """The sources of a position, copies of one another counted once."""
    view = book.views.get(position.aspect)
    alone = [s for s in position.sources if view is None or s in view.independent]
    return tuple(alone) or position.sources[:1]


def sheet_of(
    book: Book, aspect: str, dispute: Dispute | None = None, tied: Link | None = None
) -> Sheet:
    """The balance sheet of an aspect on which somebody says something."""
    own = own_positions(book, aspect)
    return Sheet(
        id=address.slug(aspect),
        question=book.aspects[aspect].question,
        link=book.aspect_links(aspect)[0],
        dispute=dispute_card(book, dispute) if dispute else None,
        tied=tied,
        summary=summary(book, own),
        held=tuple(_held(book, p) for p in own[:POSITIONS]),
        left_out=max(0, len(own) - POSITIONS),
        gaps=tuple(gaps(book, book.aspects[aspect], own)),
        discuss=tuple(discussion(book, aspect, own)),
    )


def _held(book: Book, position: Position) -> Held:
    lead = strongest(book, position.claims)
    around = max(0, LENGTH - len(book.claims[lead].quote)) // 2
    alone = independent(book, position)
    return Held(
        label=label_of(book, position),
        count=_count(book, position, alone),
        sources=tuple(book.source_link(s) for s in position.sources),
        passage=passage_of(book, lead, around),
    )


def _count(book: Book, position: Position, alone: tuple[str, ...]) -> str:
    """How many sources hold it; those that contradict it as well are no plain support."""
    return text.holders(len(alone), sum(tears(book, s, position) for s in alone))


def summary(book: Book, own: list[Position]) -> str:
    """One fair sentence: who answers, and how many say what."""
    sources = {s for p in own for s in p.sources}
    answer = "answers" if len(sources) == 1 else "answer"
    head = text.sentence(f"{who_answers(book, len(sources))} {answer}")
    said = [_says(book, p, n == 0) for n, p in enumerate(own[:SAID])]
    rest = len(own) - len(said)
    if rest > 0:
        said.append(f"{text.count(rest, 'further position')} {text.plural('is', rest)} held")
    return " ".join([head, text.sentence("; ".join(said)), *_torn(book, own)])


def _torn(book: Book, own: list[Position]) -> Iterable[str]:
    """A sentence that names the sources which contradict themselves, if there are any."""
    both = {s for p in own for s in p.sources if tears(book, s, p)}
    torn = [s for s in book.sources if s in both]
    if torn:
        itself = "contradicts itself" if len(torn) == 1 else "contradict themselves"
        yield text.sentence(f"{text.listing(book.named(s) for s in torn)} {itself}")


def _says(book: Book, position: Position, first: bool) -> str:
    n = len(independent(book, position))
    verb = (" says" if n == 1 else " say") if first else ""
    return f"{text.in_words(n)}{verb}: {text.shorten(position.label, 90)}"


def gaps(book: Book, aspect: Aspect, own: list[Position]) -> Iterable[str]:
    """What is missing from the answers."""
    speaking = {s for p in own for s in p.sources}
    sources = [s for s in book.sources if s in speaking]
    if len({i for p in own for i in independent(book, p)}) == 1:
        yield f"Only one source speaks to this: {book.named(sources[0])}."
    if aspect.kind == Kind.QUANTITY and not any(_figure(p) for p in own):
        yield "Nobody gives a figure."
    lone = [p for p in own if len(independent(book, p)) == 1]
    if len(own) > 1 and len(lone) == len(own):
        yield "Each position rests on a single source."
    if sources and not any(book.sources[s].date for s in sources):
        yield "None of the sources that answer carries a date."
    copies = [s for s in sources if book.sources[s].copy_of in book.sources]
    if copies:
        names = text.listing(book.named(s) for s in copies)
        yield f"Counted with the source that it repeats: {names}."


def _figure(position: Position) -> bool:
    quantity = position.value.quantity if position.value else None
    return bool(quantity and (quantity.low is not None or quantity.high is not None))


def discussion(book: Book, aspect: str, own: list[Position]) -> Iterable[str]:
    """Questions for a group, made from where the sources part."""
    held = {c.id: c for p in own for c in book.open_of_position.get(p.id, ())}
    ranked = sorted(held.values(), key=lambda c: (str(c.strength), sharpness(book, c)))
    for number, conflict in enumerate(ranked[:ASKED]):
        yield _ask(book, conflict, number)
    if not ranked and len(own) == 1 and len(own[0].sources) == 1:
        yield "One source says so. Where would you look for a second one, and how would it know?"
    elif not ranked:
        yield "Nobody disagrees. What would you expect to see if the answer were wrong?"


def _ask(book: Book, conflict: Conflict, number: int) -> str:
    if conflict.within_sources:
        one, other = leads(book, conflict)
        who = book.named(book.claims[one].source)
        return f"{who} says both {_words(book, one)} and {_words(book, other)}. What may it mean?"
    asked = ASK[conflict.kind]
    last = asked[number % len(asked)]
    if conflict.strength == Strength.TENSION:
        last = "When can both be true?"
    told = (
        f"{book.named(book.claims[c].source)}: {_words(book, c)}." for c in leads(book, conflict)
    )
    return " ".join([*told, last])


def _words(book: Book, claim: str) -> str:
    """The claim in its text's own words."""
    return f"“{text.shorten(book.claims[claim].quote, QUOTED)}”"
