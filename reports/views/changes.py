"""What opened, closed and was reworded from one build to the next, and what caused it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.history.changes import Cause, Changes, ClaimChange, ConflictChange, DisputeChange, Echo
from reports import text
from reports.views.book import Book, Link

STEPS = 20  # builds shown, the newest first
LINES = 60  # of one kind in a step

CAUSES = {
    Cause.SOURCE: "Because sources changed",
    Cause.TOPIC: "Because the topic file was changed",
    Cause.PROGRAM: "Because the program was changed",
    Cause.VERDICT: "Because a person decided",
}


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A conflict that changed; no address if it is gone."""

    word: str
    explanation: str
    href: str
    edited: str


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A dispute that changed, and what became of its pairs; no address if it is gone."""

    word: str
    question: str
    href: str
    pairs: str


@dataclass(frozen=True, slots=True)
class ConflictGroup:
    """The pairs of one question that changed; of no question, where an older build says none."""

    question: str
    lines: tuple[ConflictLine, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim that came, went or was reworded."""

    word: str
    where: str
    before: str
    after: str
    href: str


@dataclass(frozen=True, slots=True)
class EchoLine:
    """A passage that still says what was corrected elsewhere."""

    quote: str
    source: Link
    corrected_in: str
    now: str


@dataclass(frozen=True, slots=True)
class CauseGroup:
    """All that one cause made."""

    title: str
    conflicts: tuple[ConflictGroup, ...]
    claims: tuple[ClaimLine, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class BuildStep:
    """One build against the one before."""

    id: str
    title: str
    sentence: str
    sources: tuple[str, ...]
    disputes: tuple[DisputeLine, ...]
    parts: tuple[CauseGroup, ...]
    echoes: tuple[EchoLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The page of changes."""

    lead: str
    steps: tuple[BuildStep, ...]


def changes_view(book: Book, history: tuple[Changes, ...]) -> ChangesView:
    """The page, newest build first."""
    steps = tuple(_step(book, c) for c in history[:STEPS])
    lead = "What each build changed, and why." if steps else "Nothing was built before this."
    return ChangesView(lead, steps)


def sentence_of(changes: Changes) -> str:
    """The step in one sentence: "One dispute opened, two pairs opened and one claim added"."""
    counted = (
        ("dispute", [d.word for d in changes.disputes]),
        ("pair", [c.word for c in changes.conflicts]),
        ("claim", [c.word for c in changes.claims]),
    )
    parts = [
        f"{text.count(words.count(w), what)} {w}"
        for what, words in counted
        for w in dict.fromkeys(words)
    ]
    return text.sentence(text.listing(parts)) if parts else "No claim and no conflict changed."


def _step(book: Book, changes: Changes) -> BuildStep:
    causes = ((title, changes.by(cause)) for cause, title in CAUSES.items())
    parts = (_part(book, title, mine) for title, mine in causes)
    return BuildStep(
        id=f"build-{changes.after}",
        title=f"Build {changes.after}",
        sentence=sentence_of(changes),
        sources=tuple(_sources(book, changes)),
        disputes=tuple(_dispute(book, changes, d) for d in changes.disputes[:LINES]),
        parts=tuple(p for p in parts if p.conflicts or p.claims),
        echoes=tuple(_echo(book, e) for e in changes.echoes[:LINES] if e.source in book.sources),
    )


def _dispute(book: Book, changes: Changes, change: DisputeChange) -> DisputeLine:
    there = any(d.id == change.id for d in book.disputes)
    words = [c.word for c in changes.conflicts if c.id in change.conflicts]
    pairs = (f"{text.figure(words.count(w), 'pair')} {w}" for w in dict.fromkeys(words))
    href = f"disputes.html#d-{change.id}" if there else ""
    return DisputeLine(change.word, change.question, href, ", ".join(pairs))


def _sources(book: Book, changes: Changes) -> list[str]:
    rows = (
        ("Added", changes.sources_added),
        ("Removed", changes.sources_gone),
        ("Edited", changes.sources_edited),
        ("Renamed", tuple(f"{a} to {b}" for a, b in changes.sources_renamed)),
    )
    return [f"{word}: {text.listing(_name(book, i) for i in ids)}." for word, ids in rows if ids]


def _name(book: Book, id: str) -> str:
    return book.named(id) if id in book.short else id


def _part(book: Book, title: str, mine: Changes) -> CauseGroup:
    extra = max(0, len(mine.conflicts) - LINES) + max(0, len(mine.claims) - LINES)
    return CauseGroup(
        title=title,
        conflicts=tuple(_groups(book, mine)),
        claims=tuple(_claim(book, c) for c in mine.claims[:LINES]),
        left_out=extra,
    )


def _groups(book: Book, mine: Changes) -> Iterator[ConflictGroup]:
    """The changed pairs by dispute; those of none last."""
    of = {id: d.question for d in mine.disputes for id in d.conflicts}
    shown = mine.conflicts[:LINES]
    for question in (*dict.fromkeys(d.question for d in mine.disputes), ""):
        lines = [_conflict(book, mine, c) for c in shown if of.get(c.id, "") == question]
        if lines:
            yield ConflictGroup(question, tuple(lines))


def _conflict(book: Book, changes: Changes, change: ConflictChange) -> ConflictLine:
    acts = changes.acts(change.edited)
    edited = text.listing(f"{act} {_name(book, source)}" for act, source in acts) if acts else ""
    href = f"{book.pages[change.id]}#c-{change.id}" if change.id in book.pages else ""
    return ConflictLine(change.word, text.shorten(change.explanation, 300), href, edited)


def _claim(book: Book, change: ClaimChange) -> ClaimLine:
    aspect = book.aspects.get(change.aspect)
    where = f"{aspect.label if aspect else change.aspect}, {_name(book, change.source)}"
    before, after = (text.shorten(quote or "", 160) for quote in (change.before, change.after))
    href = book.claim_href(change.id) if change.id in book.claims else ""
    return ClaimLine(change.word, where, before, after, href)


def _echo(book: Book, echo: Echo) -> EchoLine:
    claim = echo.claim if echo.claim in book.claims else None
    return EchoLine(
        quote=text.shorten(echo.quote, 200),
        source=book.source_link(echo.source, claim),
        corrected_in=_name(book, echo.corrected_in),
        now=text.shorten(echo.now, 120),
    )
