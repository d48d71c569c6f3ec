"""What guesses are made of: the parts of all texts, and how often each noun phrase stands in
them, in how many texts, and in how many titles and headings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.guess.nouns import NounPhrase, Words, base, noun_phrases
from extract.model import BlockKind, Document
from extract.parse import Parse

_HEADINGS = (BlockKind.HEADING, BlockKind.QUESTION)
_TITLE = 16  # tokens that a first line may have to be a title


@dataclass(frozen=True, slots=True)
class Seen:
    """How sure a guess is: how often it was seen, and in how many texts."""

    times: int = 0
    texts: int = 0


@dataclass(frozen=True, slots=True)
class TextPart:
    """A paragraph or heading with its noun phrases; the title if it is a text's first line."""

    source: str
    parse: Parse
    heading: bool
    title: bool
    phrases: tuple[NounPhrase, ...]
    spelling: str  # its words as they are counted, between single spaces


def part_of(source: str, parse: Parse, heading: bool = False, title: bool = False) -> TextPart:
    """A part with what is counted in it."""
    words = (base(t) for t in parse.tokens if t.text[:1].isalnum())
    spelling = f" {' '.join(words)} "
    return TextPart(source, parse, heading, title, tuple(noun_phrases(parse)), spelling)


class Tally:
    """Counts things seen, and the texts they were seen in."""

    def __init__(self) -> None:
        self._times: dict[Words, int] = defaultdict(int)
        self._texts: dict[Words, set[str]] = defaultdict(set)

    def add(self, what: Words, source: str) -> None:
        """Count it once more."""
        self._times[what] += 1
        self._texts[what].add(source)

    def seen(self, what: Words) -> Seen:
        """How often, and in how many texts."""
        return Seen(self._times.get(what, 0), len(self._texts.get(what, ())))

    def __iter__(self) -> Iterator[Words]:
        """All that was seen, the most often first."""
        return iter(sorted(self._times, key=lambda w: (-self._times[w], w)))


class Evidence:
    """All parts of the texts, and what is counted in them."""

    def __init__(self, parts: Iterable[TextPart]) -> None:
        self.parts = tuple(parts)

    @cached_property
    def texts(self) -> int:
        """How many texts there are."""
        return len({p.source for p in self.parts})

    @cached_property
    def phrases(self) -> Tally:
        """Every noun phrase, and every ending of one."""
        return _tally((e.words, p) for p in self.parts for n in p.phrases for e in n.endings())

    @cached_property
    def recurring(self) -> tuple[Words, ...]:
        """Those that stand in the texts more than once; all of them in a very short text."""
        found = [w for w in self.phrases if self.phrases.seen(w).times > 1]
        return tuple(dict.fromkeys([*found, *self._run_on()])) or tuple(self.phrases)

    def _run_on(self) -> Iterator[Words]:
        """A noun with a noun after it that the parse took for something else."""
        tally = _tally((pair, p) for p in self.parts for pair in _pairs(p))
        for pair in tally:
            if self.phrases.seen(pair[1:]).times and self.spelled(pair).texts > 1:
                yield pair

    @cached_property
    def whole(self) -> Tally:
        """Noun phrases without what only qualifies them, none counted as part of another."""
        return _tally((n.words, p) for p in self.parts for n in p.phrases)

    def spelled(self, words: Words, headed: bool = False) -> Seen:
        """How often the words stand side by side, however the parse takes them.

        `headed`: in titles and headings alone.
        """
        wanted = f" {' '.join(words)} "
        where = (p for p in self.parts if not headed or p.heading or p.title)
        found = [(n, p.source) for p in where if (n := p.spelling.count(wanted))]
        return Seen(sum(n for n, _ in found), len({source for _, source in found}))


def _pairs(part: TextPart) -> Iterator[Words]:
    tokens = part.parse.tokens
    for phrase in part.phrases:
        after = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
        if after is not None and after.text.isalpha() and len(phrase.words) == 1:
            yield (*phrase.words, base(after))


def _tally(found: Iterable[tuple[Words, TextPart]]) -> Tally:
    tally = Tally()
    for words, part in found:
        tally.add(words, part.source)
    return tally


def gather(read: Iterable[tuple[Document, Sequence[Parse]]]) -> Evidence:
    """The evidence of documents with the parses of their blocks that are no furniture."""
    return Evidence(part for document, parses in read for part in _parts(document, parses))


def _parts(document: Document, parses: Sequence[Parse]) -> Iterator[TextPart]:
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
    for n, (block, parse) in enumerate(zip(blocks, parses, strict=True)):
        heading = block.kind in _HEADINGS
        title = n == 0 and (heading or len(parse.tokens) <= _TITLE)
        yield part_of(document.source, parse, heading, title)
