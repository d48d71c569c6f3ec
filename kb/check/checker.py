"""A draft in, its findings out. The pipeline and the topic's rules are loaded once."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from extract.model import BlockKind, Claim, Document
from extract.parse import Parse
from extract.reading.document import extract_claims
from extract.reading.extraction import Extraction
from extract.rules import Rules
from kb.check.draft import Draft
from kb.check.ignore import apply
from kb.check.judge import judge, skipped
from kb.check.model import Checked, DraftFinding
from kb.check.proof import needing_proof
from kb.check.statements import account, folded
from kb.check.unread import not_understood
from kb.check.words import Words
from kb.knowledge.value import Knowledge
from kb.store.rules import kept_rules

if TYPE_CHECKING:
    from spacy.language import Language


class Checker:
    """Checks drafts against what is known; paragraphs of the last draft it does not parse again.

    `proof`: words that need proof in any topic are reported too.
    """

    def __init__(
        self, knowledge: Knowledge, pipeline: str | None = None, proof: bool = True
    ) -> None:
        self.knowledge, self._pipeline, self.proof = knowledge, pipeline, proof
        self._parses: dict[str, Parse] = {}

    def on(self, knowledge: Knowledge) -> "Checker":
        """Another one on that knowledge: the same pipeline, a memory of its own."""
        other = Checker(knowledge, self._pipeline, self.proof)
        other._parses, other._nlp = dict(self._parses), self._nlp
        if knowledge is self.knowledge:
            other._rules = self._rules
        return other

    def check(self, draft: Draft) -> Checked:
        """The draft's findings, the quiet ones included, less those that its comments let pass.

        A source of the corpus has no say on a draft that is its own text. Raises `InputError`
        for a pipeline that can't be loaded.
        """
        document, places = draft.document, draft.places
        same = (id for id, d in self.knowledge.documents.items() if d.text == document.text)
        read, words = self._read(document)
        found = sorted(self._found(document, read, words, frozenset(same)), key=lambda f: f.start)
        findings, ignored = apply(found, places.comments, document, places.of)
        topic = self.knowledge.topic
        of_all = account(folded(found, topic), len(words.sentences))
        return Checked(
            draft.name, document, folded(findings, topic), places, ignored, account=of_all
        )

    def _found(
        self, document: Document, read: Extraction, words: Words, same: frozenset[str]
    ) -> Iterator[DraftFinding]:
        yield from judge(document, read.claims, self.knowledge, same, words)
        yield from needing_proof(document, words.sentences) if self.proof else ()
        yield from not_understood(document, read, words, self.knowledge.topic)
        yield from skipped(document)

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """The claims of a document."""
        return self._read(document)[0].claims

    def _read(self, document: Document) -> tuple[Extraction, Words]:
        """What reading a document gives, and its words."""
        blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
        texts = [document.text[b.start : b.end] for b in blocks]
        self._parse([t for t in dict.fromkeys(texts) if t not in self._parses])
        parses = [self._parses[t] for t in texts]
        self._parses = dict(zip(texts, parses, strict=True))
        return extract_claims(document, parses, self._rules), Words(document, parses)

    def _parse(self, missing: list[str]) -> None:
        from extract.english.pipeline import parse

        if missing:
            self._parses.update(zip(missing, parse(self._nlp, missing), strict=True))

    @cached_property
    def _nlp(self) -> "Language":
        from extract.english.pipeline import load

        return load(self._pipeline)

    @cached_property
    def _rules(self) -> Rules:
        store, topic = self.knowledge.store, self.knowledge.topic
        return kept_rules(store, topic) if store else Rules(topic)
