"""One question of a quiz: what is asked, what there is to choose from, what the key rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.model import digest
from reports import text
from reports.teach.wording import cited
from reports.views.book import Book

WRONG = 3  # wrong answers of an item
FEWEST = 2
CITED = 240  # characters of a passage in the key
LETTERS = "abcdefgh"


@dataclass(frozen=True, slots=True)
class Offered:
    """An answer to choose from."""

    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """A passage that the key rests on, word for word, and its source's name."""

    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a quiz. `quote` is a passage that it is about, word for word.

    By `about`, `tells`, `shows` and `rests` one knows whether it gives another one's answer
    away: the question that it is on, the sources that it says something of, the sentences that
    it shows, and those that its key rests on.
    """

    id: str
    name: str
    stem: str
    quote: str | None
    options: tuple[Offered, ...]
    key: tuple[Proof, ...]
    sort: str = ""
    about: str = ""
    tells: frozenset[str] = field(default_factory=frozenset)
    shows: frozenset[tuple[str, int]] = field(default_factory=frozenset)
    rests: frozenset[tuple[str, int]] = field(default_factory=frozenset)

    def lettered(self) -> Iterator[tuple[str, Offered]]:
        """The options with their letters."""
        return zip(LETTERS, self.options, strict=False)

    def answer(self) -> str:
        """The right one's letter and words."""
        return next(f"{letter}) {o.text}" for letter, o in self.lettered() if o.right)

    def gives_away(self, other: "Item") -> bool:
        """Whether who has answered one of the two need not think about the other."""
        shown = self.shows & other.rests or other.shows & self.rests
        if self.about != other.about:
            return bool(shown)
        return bool(shown or self.tells & other.tells or self.rests & other.rests)


@dataclass(frozen=True, slots=True)
class Asking:
    """What an item is made of: `tells` is a source that it says something of, if it does.

    `rests` are the claims that its answer rests on, more of them than the key cites.
    """

    sort: str
    about: str
    stem: str
    right: str
    wrong: Sequence[str]
    key: Sequence[str]
    quote: str | None = None
    tells: str | None = None
    rests: Sequence[str] = ()


def item_of(book: Book, a: Asking) -> Item | None:
    """The item, its answers in an order that follows from their words; none if few are wrong."""
    right = text.plain(a.right)
    wrong = [w for w in dict.fromkeys(map(text.plain, a.wrong)) if w != right]
    if len(wrong) < FEWEST:
        return None
    id = digest("quiz", a.sort, a.about, a.stem, right, a.quote or "")
    answers = [Offered(right, True), *(Offered(w, False) for w in wrong[:WRONG])]
    return Item(
        id=id,
        name=f"{text.shorten(text.plain(a.about), 60)} ({a.sort})",
        stem=text.plain(a.stem),
        quote=cited(book, a.quote, CITED).words if a.quote else None,
        options=tuple(sorted(answers, key=lambda o: digest(id, o.text))),
        key=tuple(_proof(book, claim) for claim in dict.fromkeys(a.key)),
        sort=a.sort,
        about=a.about,
        tells=frozenset([a.tells] if a.tells else []),
        shows=frozenset(_sentences(book, [a.quote] if a.quote else [])),
        rests=frozenset(_sentences(book, (*a.key, *a.rests))),
    )


def _sentences(book: Book, claims: Iterable[str]) -> Iterator[tuple[str, int]]:
    for found in (book.claims[id] for id in claims):
        yield found.source, found.sentence.start


def _proof(book: Book, claim: str) -> Proof:
    found = cited(book, claim, CITED)
    return Proof(found.words, text.plain(book.short[found.source]))
