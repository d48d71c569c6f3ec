"""What opened, closed and was reworded from one build to the next, and what caused it."""

from dataclasses import dataclass

from kb.history.changes import Cause, Changes, ClaimChange, ConflictChange, Echo
from reports import text
from reports.views.book import Book, Link

STEPS = 20  # builds shown, the newest first
LINES = 60  # of one kind in a step

CAUSES = {
    Cause.SOURCE: "Because a source was edited",
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
    conflicts: tuple[ConflictLine, ...]
    claims: tuple[ClaimLine, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class BuildStep:
    """One build against the one before."""

    id: str
    title: str
    sentence: str
    sources: tuple[str, ...]
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
    """The step in one sentence: "Two conflicts opened, one claim added"."""
    words = [c.word for c in changes.conflicts]
    claims = [c.word for c in changes.claims]
    parts = [f"{text.count(words.count(w), 'conflict')} {w}" for w in dict.fromkeys(words)]
    parts += [f"{text.count(claims.count(w), 'claim')} {w}" for w in dict.fromkeys(claims)]
    return text.sentence(text.listing(parts)) if parts else "No claim and no conflict changed."


def _step(book: Book, changes: Changes) -> BuildStep:
    causes = ((title, changes.by(cause)) for cause, title in CAUSES.items())
    parts = (_part(book, title, mine) for title, mine in causes)
    return BuildStep(
        id=f"build-{changes.after}",
        title=f"Build {changes.after}",
        sentence=sentence_of(changes),
        sources=tuple(_sources(book, changes)),
        parts=tuple(p for p in parts if p.conflicts or p.claims),
        echoes=tuple(_echo(book, e) for e in changes.echoes[:LINES] if e.source in book.sources),
    )


def _sources(book: Book, changes: Changes) -> list[str]:
    rows = (
        ("Added", changes.sources_added),
        ("Gone", changes.sources_gone),
        ("Edited", changes.sources_edited),
        ("Renamed", tuple(f"{a} to {b}" for a, b in changes.sources_renamed)),
    )
    return [f"{word}: {text.listing(_name(book, i) for i in ids)}." for word, ids in rows if ids]


def _name(book: Book, id: str) -> str:
    return book.short.get(id, id)


def _part(book: Book, title: str, mine: Changes) -> CauseGroup:
    extra = max(0, len(mine.conflicts) - LINES) + max(0, len(mine.claims) - LINES)
    return CauseGroup(
        title=title,
        conflicts=tuple(_conflict(book, c) for c in mine.conflicts[:LINES]),
        claims=tuple(_claim(book, c) for c in mine.claims[:LINES]),
        left_out=extra,
    )


def _conflict(book: Book, change: ConflictChange) -> ConflictLine:
    edited = text.listing(_name(book, s) for s in change.edited)
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
