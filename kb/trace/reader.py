"""Reads sentences with every step kept, and tells the steps in plain words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from extract.model import Block, BlockKind, Claim, Document, Span
from extract.parse import Parse, Token
from extract.quantity import find_quantities
from extract.reading.kinds.quantity import answers_with
from extract.reading.trace import ClauseTrace, Considered, Heard, traced
from extract.rules import Mention, Role, Rules, Saying
from extract.topic.nearly import NearIndex
from extract.topic.schema import Kind, Topic
from kb.reconcile.positions import positions_of
from kb.store.rules import FILE, kept_rules
from kb.trace.way import ClaimMade, ClauseWay, LetGo, PhraseFound, SentenceWay
from kb.trace.wording import (
    IDLE_AMOUNT,
    IDLE_AMOUNT_WORDS,
    about_words,
    does,
    dropped_words,
    lacks_words,
    subject_name,
    unmade_words,
)

if TYPE_CHECKING:
    from spacy.language import Language

MOST_NEAR = 3  # phrases that are told as nearly found, for each sentence
MOST_AMOUNTS = 4  # questions that an amount could answer, for each clause
_BARRING = (Role.UNLESS, Role.ANSWER_UNLESS)
_QUIET = (*_BARRING, Role.ASKED, Role.ANSWER_WORDS)


class WayReader:
    """Reads sentences by a topic file; pipeline and phrases are loaded once, when first needed."""

    def __init__(
        self, topic: Topic, store: Path | None = None, pipeline: str | None = None
    ) -> None:
        self.topic, self._store, self._pipeline = topic, store, pipeline

    def lines(self, lines: Iterable[str], name: str = "") -> list[SentenceWay]:
        """The way of each sentence of these lines, each line a paragraph of one text."""
        document = _document([line.strip() for line in lines if line.strip()], name)
        from extract.english.pipeline import parse

        texts = [document.text[b.start : b.end] for b in document.blocks]
        return self.document(document, list(parse(self._nlp, texts)))

    def document(
        self, document: Document, parses: Sequence[Parse], only: frozenset[Span] | None = None
    ) -> list[SentenceWay]:
        """The way of each sentence of a document, or of those at `only`; a parse for each block
        that is no furniture."""
        extraction, traces = traced(document, parses, self._rules)
        clauses: dict[Span, list[ClauseTrace]] = defaultdict(list)
        for trace in traces:
            clauses[trace.sentence].append(trace)
        claims: dict[Span, list[Claim]] = defaultdict(list)
        for claim in extraction.claims:
            claims[next((s for s in clauses if _holds(s, claim)), claim.sentence)].append(claim)
        return [
            self._sentence(document, span, clauses[span], claims[span])
            for span in sorted({*clauses, *claims})
            if only is None or any(span.start < o.end and o.start < span.end for o in only)
        ]

    def _sentence(
        self, document: Document, span: Span, clauses: list[ClauseTrace], claims: list[Claim]
    ) -> SentenceWay:
        tokens = {t.i: t for c in clauses for t in c.tokens}
        beside = tuple(tokens[i] for i in sorted(tokens))
        near = [self._nearly(c, beside) for c in clauses]
        nearest = sorted(rank for rows in near for rank, _ in rows)[:MOST_NEAR]
        told = [tuple(found for rank, found in rows if rank in nearest) for rows in near]
        return SentenceWay(
            document.source,
            document.text.count("\n", 0, span.start) + 1,
            " ".join(document.text[slice(*span)].split()),
            tuple(self._clause(c, rows) for c, rows in zip(clauses, told, strict=True)),
            tuple(self._made(claims)),
        )

    def _clause(self, at: ClauseTrace, nearly: tuple[PhraseFound, ...]) -> ClauseWay:
        own = _own_words(at)
        heard = tuple(h for h in dict.fromkeys(at.heard) if not own.issuperset(h.words.split()))
        return ClauseWay(
            at.words,
            about_words(at, self.topic),
            tuple(_found(h) for h in heard),
            nearly,
            (
                *(_let_go(c) for c in at.considered if c.rule),
                *self._unmade(at, heard),
                *islice(self._idle_amounts(at), MOST_AMOUNTS),
            ),
            sum(not c.rule for c in at.considered),
        )

    def _nearly(
        self, at: ClauseTrace, beside: tuple[Token, ...]
    ) -> list[tuple[tuple[int, ...], PhraseFound]]:
        """Phrases that the clause nearly holds, of questions on which it says nothing, by how
        near they are: at most as many as are told."""
        found = frozenset(h.saying for h in at.heard)
        answered = {c.aspect for c in at.considered}
        own = _own_words(at)
        light = {t.i for t in at.tokens if t.text in own}
        words = {t.i: t.text for t in at.tokens}
        rows: list[tuple[tuple[int, ...], PhraseFound]] = []
        for near in self._near.nearly(at.tokens, found, light, beside):
            assert isinstance(near.key, Saying)
            if near.key.aspect not in answered and len(rows) < MOST_NEAR:
                filled = " … ".join(words[i] for i in near.token_indices)
                lacks = lacks_words(near.lacks, near.elsewhere)
                told = replace(_found(Heard(near.key, filled)), lacks=lacks)
                rows.append(((*near.rank, at.tokens[0].i), told))
        return rows

    def _unmade(self, at: ClauseTrace, heard: tuple[Heard, ...]) -> Iterator[LetGo]:
        """Questions whose phrases stand here, and of which not even a candidate was made."""
        made = {c.aspect for c in at.considered}
        for aspect in self.topic.aspects:
            mine = tuple(h for h in heard if h.saying.aspect == aspect.id)
            if aspect.id not in made and any(h.saying.role not in _BARRING for h in mine):
                why, rule = unmade_words(aspect, mine)
                best = min(mine, key=lambda h: h.saying.role in _QUIET)
                yield LetGo(aspect.id, best.saying.answer or "", best.words, why, rule)

    def _idle_amounts(self, at: ClauseTrace) -> Iterator[LetGo]:
        """Amounts in a clause without a claim, with the questions that they could answer."""
        if any(not c.rule for c in at.considered):
            return
        named = {h.saying.aspect for h in at.heard}
        for amount in find_quantities(at.words, self._rules.units):
            for aspect in self.topic.aspects:
                numeric = aspect.kind is Kind.QUANTITY and aspect.id not in named
                if numeric and answers_with(aspect, amount, self._rules):
                    yield LetGo(aspect.id, "", amount.text, IDLE_AMOUNT_WORDS, IDLE_AMOUNT)

    def _made(self, claims: list[Claim]) -> Iterator[ClaimMade]:
        found = positions_of(claims, self.topic).values()
        label = {id: p.label for each in found for p in each for id in p.claims}
        for c in claims:
            yield ClaimMade(
                c.aspect,
                subject_name(c.subject, self.topic),
                label.get(c.id, ""),
                (c.value.name or c.value.text) if c.value else "",
                "affirms" if c.polarity == "affirm" else "denies",
                str(c.qualifiers.certainty),
                " ".join(c.quote.split()),
            )

    @cached_property
    def _nlp(self) -> "Language":
        from extract.english.pipeline import load

        return load(self._pipeline)

    @cached_property
    def _rules(self) -> Rules:
        kept = self._store is not None and (self._store / FILE).is_file()
        return kept_rules(self._store, self.topic) if self._store and kept else Rules(self.topic)

    @cached_property
    def _near(self) -> NearIndex:
        return NearIndex((s, p) for s, p in self._rules.sayings() if s.role not in _BARRING)


def _own_words(at: ClauseTrace) -> frozenset[str]:
    """The words of the subject's own name in the clause: by themselves they raise no question."""
    named = (n for n in at.named if n.mention is Mention.SELF)
    return frozenset(word for n in named for word in n.words.split())


def _document(lines: list[str], name: str) -> Document:
    blocks, place = [], 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, place, place + len(line)))
        place += len(line) + 1
    return Document(name, "\n".join(lines), tuple(blocks))


def _holds(sentence: Span, claim: Claim) -> bool:
    return sentence.start <= claim.start and claim.end <= sentence.end


def _found(heard: Heard) -> PhraseFound:
    key = heard.saying
    weighs, bars = key.role not in _QUIET, key.role in _BARRING
    return PhraseFound(key.aspect, key.phrase, does(heard), heard.words, weighs, bars)


def _let_go(c: Considered) -> LetGo:
    return LetGo(c.aspect, c.answer, c.words, dropped_words(c.rule, c.cue), str(c.rule))
