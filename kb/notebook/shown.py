"""The values that a notebook holds: each shows itself as HTML, and plainly in text.

What comes out of a source is escaped in HTML, and stripped of control characters in text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from kb.check.model import DraftPassage
from kb.text import figure, plain

BOX = Markup(
    '<div style="border-top:2px solid currentColor;padding:.4em 0;margin:0 0 1em">{}</div>'
)
ROW = Markup('<div style="display:flex;flex-wrap:wrap;gap:1em 2em">{}</div>')
CELL = Markup('<div style="flex:1 1 15em;max-width:34em">{}</div>')
HEAD = Markup("<p><b>{}</b> <small>{}</small></p>")
QUOTE = Markup('<blockquote style="margin:.3em 0 .3em 1em">“{}”<br><small>{}</small></blockquote>')


class Shown:
    """A value that a notebook shows as HTML and a terminal as text."""

    def html(self) -> Markup:
        """The value as safe HTML."""
        raise NotImplementedError

    def lines(self) -> Iterable[str]:
        """The value as lines of text."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        return str(self.html())

    def __repr__(self) -> str:
        return "\n".join(self.lines())


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)


@dataclass(frozen=True, repr=False)
class Quoted(Shown):
    """A claim: its exact words, what they were read as, and whose they are."""

    id: str
    source: str
    title: str
    kind: str
    aspect: str
    question: str
    says: str
    quote: str

    @property
    def who(self) -> str:
        """The source's title, with its kind where that is known."""
        return f"{self.title} ({self.kind})" if self.kind != "unknown" else self.title

    def html(self) -> Markup:
        """The question, what was read, and the words."""
        return BOX.format(HEAD.format(self.question, self.says) + self.passage())

    def passage(self) -> Markup:
        """The words and whose they are."""
        return QUOTE.format(self.quote, self.who)

    def lines(self) -> Iterator[str]:
        """The question with what was read, then the words."""
        yield plain(f"{self.question} {self.says}")
        yield f"    {self.line()}"

    def line(self) -> str:
        """The words and whose they are, on one line."""
        return plain(f"“{self.quote}” – {self.who}")


@dataclass(frozen=True, repr=False)
class Standpoint(Shown):
    """One side: what it says, the sources that hold it, and their first passages.

    `independent` counts copies once; `kinds` are those of the sources, each once.
    """

    says: str
    sources: tuple[str, ...]
    kinds: tuple[str, ...]
    independent: int
    passages: tuple[Quoted, ...]

    def html(self) -> Markup:
        """What is said and by how many, then the passages."""
        head = HEAD.format(self.says, figure(self.independent, "source"))
        return CELL.format(head + _joined(p.passage() for p in self.passages))

    def lines(self) -> Iterator[str]:
        """What is said and by how many, then the passages."""
        yield f"  · {figure(self.independent, 'source')}: {plain(self.says)}"
        yield from (f"      {p.line()}" for p in self.passages)


@dataclass(frozen=True, repr=False)
class Disputed(Shown):
    """A question on which the sources disagree, with its sides; `conflicts` are ids."""

    id: str
    question: str
    aspects: tuple[str, ...]
    subject: str
    strength: str
    sides: tuple[Standpoint, ...]
    conflicts: tuple[str, ...]

    def html(self) -> Markup:
        """The question with its sides next to each other."""
        head = HEAD.format(self.question, self._told())
        return BOX.format(head + ROW.format(_joined(side.html() for side in self.sides)))

    def lines(self) -> Iterator[str]:
        """The question, then each side."""
        yield plain(f"{self.question} ({self._told()})")
        for side in self.sides:
            yield from side.lines()

    def _told(self) -> str:
        return f"{self.strength}, {figure(len(self.conflicts), 'pair')}"


@dataclass(frozen=True, repr=False)
class Conflicting(Shown):
    """Two positions that exclude each other or pull apart; `verdict` is None if nobody decided."""

    id: str
    aspect: str
    question: str
    strength: str
    kind: str
    explanation: str
    verdict: str | None
    a: Standpoint
    b: Standpoint

    def html(self) -> Markup:
        """The reason, with both sides."""
        sides = ROW.format(self.a.html() + self.b.html())
        return BOX.format(HEAD.format(self.explanation, self._told()) + sides)

    def lines(self) -> Iterator[str]:
        """The reason, then both sides."""
        yield plain(f"{self.explanation} ({self._told()})")
        yield from self.a.lines()
        yield from self.b.lines()

    def _told(self) -> str:
        return f"{self.strength}, {self.verdict or 'not decided'}"


@dataclass(frozen=True, repr=False)
class SourceShown(Shown):
    """What is known of a source, and how many claims it makes."""

    id: str
    title: str
    kind: str
    publisher: str | None
    date: str | None
    url: str | None
    file: str
    copy_of: str | None
    claims: int

    def html(self) -> Markup:
        """Its title and what is known of it."""
        return BOX.format(HEAD.format(self.title, self._told()))

    def lines(self) -> Iterator[str]:
        """Its title and what is known of it."""
        yield plain(f"{self.title} ({self._told()})")

    def _told(self) -> str:
        named = (("kind", self.kind), ("publisher", self.publisher), ("date", self.date))
        known = [f"{name} {value or 'unknown'}" for name, value in named]
        return ", ".join([figure(self.claims, "claim"), *known])


@dataclass(frozen=True, repr=False)
class CheckedStatement(Shown):
    """How one statement of a text stands to the sources.

    `against` and `agree` hold what sources say; `fair` is wording that does justice to them, if
    there is something to mend.
    """

    line: int
    severity: str
    code: str
    word: str
    quote: str
    says: str
    message: str
    fair: str | None
    against: tuple[DraftPassage, ...]
    agree: tuple[DraftPassage, ...]

    def html(self) -> Markup:
        """The statement, what is wrong with it, and the passages."""
        shown = [QUOTE.format(p.quote, f"{side}: {p.title}") for side, p in self._passages()]
        fair = [Markup("<p>Fair: {}</p>").format(self.fair)] if self.fair else []
        head = HEAD.format(self.quote, f"line {self.line}, {self.word}: {self.message}")
        return BOX.format(_joined([head, *shown, *fair]))

    def lines(self) -> Iterator[str]:
        """The statement, what is wrong with it, and the passages."""
        yield plain(f"line {self.line}: “{self.quote}” {self.word}: {self.message}")
        for side, p in self._passages():
            yield f"    {side}: “{plain(p.quote)}” – {plain(p.title)}"
        if self.fair:
            yield f"    fair: {plain(self.fair)}"

    def _passages(self) -> Iterator[tuple[str, DraftPassage]]:
        yield from (("against", p) for p in self.against)
        yield from (("agrees", p) for p in self.agree)
