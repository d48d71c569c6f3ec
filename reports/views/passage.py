"""A claim as it is quoted: its sentence, the claim marked, the deciding words marked again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from extract.model import Certainty, Claim
from reports import text
from reports.views.book import Book, Link, kept
from reports.views.mended import Mended, mended_of

CONTEXT = 260  # characters of the sentence kept on each side of the claim
LONGEST = 700  # characters of a claim shown; its source page has them all


class Weight(StrEnum):
    """How much a bit of a passage matters."""

    CONTEXT = "context"
    CLAIM = "claim"
    DECIDING = "deciding"


@dataclass(frozen=True, slots=True)
class Bit:
    """A run of text of one weight."""

    text: str
    weight: Weight


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted claim, where it stands, and who corrected its reading."""

    bits: tuple[Bit, ...]
    source: Link
    publisher: str
    date: str
    where: str
    claim: str
    mended: Mended | None = None


@kept
def passage_of(book: Book, id: str, context: int = CONTEXT) -> Passage:
    """The passage of the claim with that id, with so many characters around it."""
    claim = book.claims[id]
    source = book.sources[claim.source]
    return Passage(
        bits=bits_of(book, claim, context),
        source=book.source_link(claim.source, id),
        publisher=text.shorten(source.publisher or "", 80),
        date=text.when(source.date),
        where=_where(claim),
        claim=id,
        mended=mended_of(book, id),
    )


def _where(claim: Claim) -> str:
    if claim.heading:
        return "in a heading"
    return "implied, not said outright" if claim.qualifiers.presupposed else ""


def bits_of(book: Book, claim: Claim, context: int = CONTEXT) -> tuple[Bit, ...]:
    """The sentence around the claim, cut to `context` characters on either side."""
    whole = book.documents[claim.source].text
    start, end = min(claim.sentence.start, claim.start), max(claim.sentence.end, claim.end)
    before = text.shorten_front(text.one_line(whole[start : claim.start]).lstrip(), context)
    after = _shorten_end(text.one_line(whole[claim.end : end]).rstrip(), context)
    bits = [Bit(before, Weight.CONTEXT), *_inside(claim), Bit(after, Weight.CONTEXT)]
    return tuple(b for b in bits if b.text)


def _shorten_end(tail: str, limit: int) -> str:
    if len(tail) <= limit:
        return tail
    return (" " if tail.startswith(" ") else "") + text.shorten(tail, limit)


def _inside(claim: Claim) -> list[Bit]:
    """The claim's own words, split where deciding words begin and end."""
    quote = claim.quote[:LONGEST]
    bits, at = [], 0
    for start, end in deciding(claim):
        if end > len(quote):
            break
        bits.append(Bit(text.one_line(quote[at:start]), Weight.CLAIM))
        bits.append(Bit(text.one_line(quote[start:end]), Weight.DECIDING))
        at = end
    rest = text.one_line(quote[at:]) + ("…" if len(claim.quote) > LONGEST else "")
    return [*bits, Bit(rest, Weight.CLAIM)]


def deciding(claim: Claim) -> list[tuple[int, int]]:
    """Spans within the quote that carry value, negation, certainty and quantifier; merged."""
    spans = [_find(claim.quote, claim.value.text)] if claim.value else []
    for reason in claim.why:
        if reason.field in ("polarity", "certainty", "quantifier", "value", "degree"):
            inside = (reason.start - claim.start, reason.end - claim.start)
            stands = claim.start <= reason.start < reason.end <= claim.end
            same = stands and claim.quote[slice(*inside)].lower() == reason.cue.lower()
            spans.append(inside if same else _find(claim.quote, reason.cue))
    return merged(s for s in spans if s)


def _find(quote: str, words: str) -> tuple[int, int] | None:
    at = quote.lower().find(words.lower()) if words else -1
    return (at, at + len(words)) if at >= 0 else None


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch or overlap made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def strength_key(book: Book, id: str) -> tuple[int, int, int, int, str]:
    """Sorts passages, the strongest first: said outright; certain; in the text; short."""
    claim = book.claims[id]
    q = claim.qualifiers
    sure = {Certainty.ASSERTED: 0, Certainty.USUAL: 1, Certainty.POSSIBLE: 2}[q.certainty]
    return (q.loose + q.presupposed, sure, claim.heading, len(claim.quote), claim.id)


@kept
def _rank(book: Book) -> Mapping[str, int]:
    """The place of each claim among all, the strongest first."""
    ordered = sorted(book.claims, key=lambda id: strength_key(book, id))
    return {id: place for place, id in enumerate(ordered)}


def best(book: Book, ids: tuple[str, ...], limit: int | None = None) -> tuple[str, ...]:
    """Claim ids, strongest first, one of each source before the second of any."""
    if len(ids) == 1:
        return ids[:limit]
    ranked = sorted(ids, key=_rank(book).__getitem__)
    seen: dict[str, int] = {}
    rounds = []
    for id in ranked:
        source = book.claims[id].source
        seen[source] = seen.get(source, -1) + 1
        rounds.append((seen[source], id))
    if len(seen) < len(ranked):
        ranked = [id for _, id in sorted(rounds, key=lambda pair: pair[0])]
    return tuple(ranked[:limit])


def strongest(book: Book, ids: Iterable[str]) -> str:
    """The first of `best`."""
    return min(ids, key=_rank(book).__getitem__)
