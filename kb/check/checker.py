"""A draft in, its findings out. The pipeline and the topic's rules are loaded once."""

from functools import cached_property
from typing import TYPE_CHECKING

from extract.model import BlockKind, Claim, Document
from extract.parse import Parse
from extract.reading.document import extract_claims
from extract.rules import Rules
from kb.check.draft import Draft
from kb.check.ignore import apply
from kb.check.judge import judge, skipped
from kb.check.model import Checked
from kb.knowledge.value import Knowledge
from kb.store.rules import kept_rules

if TYPE_CHECKING:
    from spacy.language import Language


class Checker:
    """Checks drafts against what is known; paragraphs of the last draft it does not parse again."""

    def __init__(self, knowledge: Knowledge, pipeline: str | None = None) -> None:
        self.knowledge, self._pipeline = knowledge, pipeline
        self._parses: dict[str, Parse] = {}

    def check(self, draft: Draft) -> Checked:
        """The draft's findings, the quiet ones included, less those that its comments let pass.

        A source of the corpus has no say on a draft that is its own text. Raises `InputError`
        for a pipeline that can't be loaded.
        """
        document, places = draft.document, draft.places
        same = (id for id, d in self.knowledge.documents.items() if d.text == document.text)
        judged = judge(document, self.claims(document), self.knowledge, frozenset(same))
        found = sorted((*judged, *skipped(document)), key=lambda f: f.start)
        findings, ignored = apply(found, places.comments, document, places.of)
        return Checked(draft.name, document, findings, places, ignored)

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """The claims of a document."""
        blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
        texts = [document.text[b.start : b.end] for b in blocks]
        self._parse([t for t in dict.fromkeys(texts) if t not in self._parses])
        parses = [self._parses[t] for t in texts]
        self._parses = dict(zip(texts, parses, strict=True))
        return extract_claims(document, parses, self._rules).claims

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
