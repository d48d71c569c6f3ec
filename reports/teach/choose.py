"""Which questions are taught: those a person names, by id or in words, or those that matter most.

>>> words_of("How long does it last?")
('long', 'last')
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.errors import InputError
from extract.topic.schema import Aspect
from kb.knowledge.lookup import known
from kb.model import Dispute
from reports import text
from reports.views.balance import own_positions
from reports.views.book import Book
from reports.views.dispute import open_disputes

FIRST = 6  # questions, where nobody names any: two pages
NAMED = 8  # questions that a message lists
ENDING = 3  # letters by which two forms of one word may differ
LEAST = 4  # letters that they share at the least
CODE = "KB206"
_SMALL = frozenset(
    "a an and are as at be by can could do does for from has have how if in is it its much of "
    "on or should that the there this to was what when which who whom will with".split()
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A question to teach: an aspect, and the dispute on it if there is one."""

    aspect: str
    dispute: Dispute | None

    @property
    def key(self) -> str:
        """What no two of a lesson share."""
        return self.dispute.id if self.dispute else self.aspect


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question as somebody wrote it; `place` leads the message if it is not there."""

    words: str
    place: str = ""


def choose(book: Book, wanted: Sequence[Wanted], every: bool = False) -> tuple[Chosen, ...]:
    """The questions wanted; without any, the foremost, or every one that somebody answers.

    Raises `InputError` for words that fit no question, or several equally well.
    """
    if wanted:
        found = [_on(book, find_aspect(book, each)) for each in wanted]
    else:
        found = _foremost(book, every)
    unlike: dict[str, Chosen] = {}
    for each in found:
        unlike.setdefault(each.key, each)
    return tuple(unlike.values())


def _foremost(book: Book, every: bool) -> list[Chosen]:
    disputed = [Chosen(d.aspects[0], d) for d in open_disputes(book)]
    if disputed and not every:
        return disputed[:FIRST]
    answered = [_on(book, a) for a in book.aspects if own_positions(book, a)]
    return [*disputed, *answered] if every else answered[:FIRST]


def _on(book: Book, aspect: str) -> Chosen:
    """The aspect with its own dispute, before one that it only takes part in."""
    own = [d for d in book.disputes if d.aspects[0] == aspect]
    part = [d for d in book.disputes if aspect in d.aspects]
    found = next(iter([*own, *part]), None)
    return Chosen(found.aspects[0], found) if found else Chosen(aspect, None)


def find_aspect(book: Book, wanted: Wanted) -> str:
    """The aspect of that id, or the one whose name and question hold all these words.

    Failing that, the one whose answers do; failing that, whose phrases do.
    """
    if wanted.words in book.aspects:
        return wanted.words
    asked = words_of(wanted.words)
    aspects = list(book.aspects.values()) if asked else []
    places = (_asked_in, _answered_in, _phrased_in)
    found = ([a for a in aspects if _holds(words(a), asked)] for words in places)
    fits = next((each for each in found if each), [])
    whole = [a for a in fits if asked in (words_of(a.question), words_of(a.label))]
    best = whole if len(whole) == 1 else fits
    if len(best) == 1:
        return best[0].id
    raise _unclear(book, wanted, [a.id for a in fits])


def words_of(text: str) -> tuple[str, ...]:
    """The words that say what is asked, in small letters; all of them if none does."""
    found = re.findall(r"\w+", text.casefold())
    return tuple(w for w in found if w not in _SMALL) or tuple(found)


def _asked_in(aspect: Aspect) -> set[str]:
    return {*words_of(f"{aspect.id} {aspect.label} {aspect.question}")}


def _answered_in(aspect: Aspect) -> set[str]:
    told = [p for a in aspect.answers() for p in (a.name, a.label or "", *a.words, *a.says)]
    return {w for phrase in told for w in words_of(phrase)}


def _phrased_in(aspect: Aspect) -> set[str]:
    """The words of the phrases by which texts are known to speak of it."""
    return {w for phrase in (*aspect.says, *aspect.denies) for w in words_of(phrase)}


def _holds(there: set[str], asked: Iterable[str]) -> bool:
    return all(any(_alike(one, other) for other in there) for one in asked)


def _alike(one: str, other: str) -> bool:
    """Whether they may be forms of one word: "session", "sessions"."""
    short, long = sorted((one, other), key=len)
    near = len(short) >= LEAST and len(long) - len(short) <= ENDING
    return one == other or (near and long.startswith(short))


def _unclear(book: Book, wanted: Wanted, fits: Sequence[str]) -> InputError:
    """None or several fit: the line says which there are."""
    name = text.shorten(text.plain(wanted.words), 80)
    if fits:
        more = ", …" if len(fits) > NAMED else ""
        line = f"{name}: fits several questions; name one: {', '.join(fits[:NAMED])}{more}"
        return InputError(wanted.place + line, CODE)
    try:
        known(name, "aspect", book.aspects)
    except InputError as error:
        return InputError(wanted.place + str(error).removeprefix(f"{error.code} "), CODE)
    return InputError(f"{wanted.place}{name}: fits no question; name one by its id", CODE)
