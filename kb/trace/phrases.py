"""What each phrase of the topic file finds in the texts, and which are hardly meant so."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from extract.model import Claim, Document, Span
from extract.parse import Parse
from extract.reading.trace import traced
from extract.rules import Role, Rules, Saying
from extract.topic.doubts import holds_not, parts_in_wholes, shadowed, unused_lists
from extract.topic.schema import Kind, Topic
from extract.topic.written import WrittenFile, WrittenPhrase, written
from kb.build.read import parses_of
from kb.knowledge.value import Knowledge
from kb.store.origin import reading
from kb.store.rules import kept_rules
from kb.text import labelled

MOST_SAMPLES = 5
OFTEN = 0.2  # of all sentences
FEWEST = 5  # sentences in which a phrase stands before it can stand in too many
RAISING = (Role.SAYS, Role.DENIES, Role.WHOLE, Role.ANSWER_SAYS)
"""What a phrase does that can make a claim by itself."""


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """A phrase, where it is written, and what it did in the texts.

    `line` is its line in the topic file, 0 for a pack's; `amount`: it answers by an amount, which
    must stand there too. `hits` counts sentences, `claims` what
    it carried, `misread` those of them that people called so.
    """

    aspect: str
    answer: str
    key: str
    phrase: str
    line: int
    hits: int
    claims: int
    misread: int
    amount: bool
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A phrase or list that is hardly meant so: which sort of doubt, and a plain sentence."""

    sort: str
    line: int
    aspect: str
    phrase: str
    why: str


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """All phrases in the order of the topic file, what is doubtful, and how many sentences the
    texts have."""

    uses: tuple[PhraseUse, ...]
    doubts: tuple[Doubt, ...]
    sentences: int


@dataclass(slots=True)
class _Tally:
    """Where each phrase stands: a sentence counts once."""

    hits: dict[Saying, dict[tuple[str, Span], str]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    claims: Counter[tuple[str, str]] = field(default_factory=Counter)
    sentences: int = 0

    def take(self, document: Document, parses: list[Parse], rules: Rules) -> None:
        extraction, traces = traced(document, parses, rules)
        self.sentences += extraction.sentences
        self.claims.update(carried(extraction.claims))
        for trace in traces:
            for heard in trace.heard:
                words = " ".join(document.text[slice(*trace.sentence)].split())
                self.hits[heard.saying][document.source, trace.sentence] = words
        blocks = [b for b in document.blocks if b.kind != "furniture"]
        for block, parse in zip(blocks, parses, strict=True):
            for first, last in parse.sentences:
                tokens = parse.tokens[first:last]
                span = Span(block.start + tokens[0].start, block.start + tokens[-1].end)
                words = " ".join(document.text[slice(*span)].split())
                for match in rules.phrases.match(tokens):
                    key = match.key
                    if isinstance(key, Saying) and (key.role is Role.ASKED or ":" in words):
                        self.hits[key].setdefault((document.source, span), words)


def carried(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """The aspect and the phrase of each claim that a phrase led to."""
    for claim in claims:
        for reason in claim.why:
            if reason.field == "aspect":
                yield claim.aspect, reason.cue


def phrase_book(k: Knowledge, corpus: Path) -> PhraseBook:
    """What the phrases of the corpus's topic file find in its texts.

    Raises `InputError` for a topic file that can't be read any more, or a store that is gone.
    """
    assert k.store is not None
    own = WrittenFile({}, {}) if k.topic.guessed else written(corpus / "topic.yaml")
    rules, tally = kept_rules(k.store, k.topic), _Tally()
    with reading(k.store) as store:
        for _, document in sorted(k.documents.items()):
            tally.take(document, parses_of(document, store), rules)
    misread = Counter(carried((*k.misread, *k.struck)))
    amounts = {a.id for a in k.topic.aspects if a.kind is Kind.QUANTITY}
    sayings = dict.fromkeys(saying for saying, _ in rules.sayings())
    uses = tuple(_use(s, own, tally, misread, s.aspect in amounts) for s in sayings)
    doubts = (*_of_use(uses, tally.sentences), *_of_writing(rules, own), *_of_lists(k.topic, own))
    order = {use.aspect: n for n, use in enumerate(uses)}
    ranked = sorted(doubts, key=lambda d: (order.get(d.aspect, len(order)), d.line))
    return PhraseBook(uses, tuple(ranked), tally.sentences)


def _place(saying: Saying) -> WrittenPhrase:
    key = str(saying.role).removeprefix("answer-")
    return WrittenPhrase(saying.aspect, saying.answer, key, saying.phrase)


def _use(
    saying: Saying,
    own: WrittenFile,
    tally: _Tally,
    misread: Counter[tuple[str, str]],
    amount: bool,
) -> PhraseUse:
    found, place = tally.hits.get(saying, {}), _place(saying)
    by = (saying.aspect, saying.phrase) if saying.role in (*RAISING, Role.ANSWER_WORDS) else None
    return PhraseUse(
        saying.aspect,
        saying.answer or "",
        place.key,
        saying.phrase,
        own.phrases.get(place, 0),
        len(found),
        tally.claims[by] if by and found else 0,
        misread[by] if by else 0,
        amount and saying.role is Role.SAYS,
        tuple(found[at] for at in sorted(found))[:MOST_SAMPLES],
    )


def _of_use(uses: tuple[PhraseUse, ...], sentences: int) -> Iterator[Doubt]:
    for use in uses:
        if use.line and not use.hits:
            yield _doubt("nowhere", use, "stands nowhere in the texts")
        raising = use.key in ("says", "denies", "whole") and (use.line or not use.amount)
        if raising and use.hits >= FEWEST and use.hits > OFTEN * sentences:
            remedy = (
                "give it a second word" if use.line else "name it under leave-out if it misreads"
            )
            why = f"stands in {use.hits} of {sentences} sentences; {remedy}"
            yield _doubt("often", use, why)
        if use.misread:
            of = max(use.claims, use.misread)
            yield _doubt("misread", use, f"was called misread in {use.misread} of its {of} claims")


def _doubt(sort: str, use: PhraseUse, why: str) -> Doubt:
    return Doubt(sort, use.line, use.aspect, use.phrase, why)


def _of_writing(rules: Rules, own: WrittenFile) -> Iterator[Doubt]:
    """Doubts about the file's own phrases that need no text."""
    rows = [(s, p) for s, p in rules.sayings() if _place(s) in own.phrases]
    parts = {(f.aspect, f.phrase): f.part for f in parts_in_wholes(rules.topic)}
    for saying, phrase in rows:
        word = holds_not(phrase)
        if word:
            why = f"holds {labelled(word)}; denial is read by itself, write what is denied"
            yield _own(saying, own, "not", why)
        part = parts.get((saying.aspect, saying.phrase)) if saying.role is Role.WHOLE else None
        if part:
            yield _own(saying, own, "whole", whole_words(part))
    for _, same in groupby(rows, key=lambda row: (row[0].aspect, row[0].role, row[0].answer)):
        by = {p.text: (s, p) for s, p in same}
        for narrow, wide in shadowed(p for _, p in by.values()):
            why = f"is never needed: {labelled(wide.text)} finds all that it finds"
            yield _own(by[narrow.text][0], own, "shadowed", why)


def _own(saying: Saying, own: WrittenFile, sort: str, why: str) -> Doubt:
    return Doubt(sort, own.phrases[_place(saying)], saying.aspect, saying.phrase, why)


def whole_words(part: str) -> str:
    """What is wrong with a `whole` phrase that holds a word of the part."""
    holds = f"stands under whole, but holds a word of the part {labelled(part)}"
    return f"{holds}; name only what means all of it"


def _of_lists(topic: Topic, own: WrittenFile) -> Iterator[Doubt]:
    for name in unused_lists(topic, own.lists):
        yield Doubt("unused", own.lists[name], "", f"<{name}>", "is a list that no phrase names")
