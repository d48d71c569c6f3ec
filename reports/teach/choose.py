"""Which questions are taught: those named, by id or in words, or those that matter most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.errors import InputError
from extract.topic.schema import Aspect
from extract.topic.suggest import nearest
from kb.knowledge.index import words_for
from kb.knowledge.searching import count, haystack, sought
from kb.model import Dispute
from reports import text
from reports.views.balance import own_positions
from reports.views.book import Book
from reports.views.dispute import open_disputes

FIRST = 6  # questions, where nobody names any: two pages
NAMED = 8  # questions that a message lists
CODE = "KB206"


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
    """The aspect of that id, or the one that a search for these words finds.

    Those whose name and question have every word come before those whose answers or phrases do.
    """
    if wanted.words in book.aspects:
        return wanted.words
    terms = sought(wanted.words)
    aspects = list(book.aspects.values()) if terms else []
    fits = next((each for each in (_fitting(aspects, terms, hay) for hay in HAYS) if each), [])
    whole = [a for a in fits if terms in (sought(a.question), sought(a.label))]
    best = whole if len(whole) == 1 else fits
    if len(best) == 1:
        return best[0].id
    raise _unclear(book, wanted, fits)


def _fitting(
    aspects: Sequence[Aspect], terms: Sequence[str], hay: Callable[[Aspect], str]
) -> list[Aspect]:
    return [a for a in aspects if count(hay(a), terms) == len(terms)]


def _asked_in(aspect: Aspect) -> str:
    return haystack(aspect.id, aspect.label, aspect.question)


def _found_by(aspect: Aspect) -> str:
    return haystack(*words_for(aspect))


HAYS = (_asked_in, _found_by)


def _unclear(book: Book, wanted: Wanted, fits: Sequence[Aspect]) -> InputError:
    """None or several fit: the line says which there are, the nearest first."""
    name = text.shorten(text.plain(wanted.words), 80)
    if fits:
        line = f"{name}: fits several questions; name one by its id: {_listed(fits)}"
        return InputError(wanted.place + line, CODE)
    near = book.aspects.get(nearest(name, book.aspects) or "")
    led = f"did you mean {_listed([near])}? There are " if near else "there are "
    there = sorted(book.aspects.values(), key=lambda a: a.id)
    line = f"{name}: no such question; {led}{_listed(there)}"
    return InputError(wanted.place + line, CODE)


def _listed(aspects: Sequence[Aspect]) -> str:
    """ "smell (Does it smell when new?), price (What does it cost?), …" """
    named = [f"{a.id} ({text.shorten(text.plain(a.question), 60)})" for a in aspects[:NAMED]]
    return ", ".join([*named, *(["…"] if len(aspects) > NAMED else [])])
