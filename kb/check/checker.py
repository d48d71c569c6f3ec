"""A draft in, its findings out. The pipeline and the topic's rules are loaded once."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from extract.model import BlockKind, Claim, Document
from extract.parse import Parse
from extract.read import extract_claims
from extract.rules import Rules
from kb.check.draft import Draft
from kb.check.judge import judge
from kb.check.model import Checked, Finding
from kb.knowledge import Knowledge

if TYPE_CHECKING:
    from spacy.language import Language


class Checker:
    """Checks drafts against what is known; paragraphs it has parsed it does not parse again."""

    def __init__(self, knowledge: Knowledge, pipeline: str | None = None) -> None:
        self.knowledge, self._pipeline = knowledge, pipeline
        self._parses: dict[str, Parse] = {}

    def check(self, draft: Draft) -> Checked:
        """The draft's findings, the quiet ones included. A source of the corpus has no say
        on a draft that is its own text. Raises `InputError` for a pipeline that can't be loaded.
        """
        document = draft.document
        same = (id for id, d in self.knowledge.documents.items() if d.text == document.text)
        findings = judge(document, self.claims(document), self.knowledge, frozenset(same))
        places = {offset: draft.place(offset) for offset in _offsets(findings)}
        return Checked(draft.name, document, findings, places)

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """The claims of a document."""
        blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
        texts = [document.text[b.start : b.end] for b in blocks]
        self._parse(t for t in dict.fromkeys(texts) if t not in self._parses)
        parses = [self._parses[t] for t in texts]
        self._parses = dict(zip(texts, parses, strict=True))
        return extract_claims(document, parses, self._rules).claims

    def _parse(self, texts: Iterable[str]) -> None:
        from extract.english.pipeline import parse

        missing = list(texts)
        if missing:
            self._parses |= zip(missing, parse(self._nlp, missing), strict=True)

    @cached_property
    def _nlp(self) -> "Language":
        from extract.english.pipeline import load

        return load(self._pipeline)

    @cached_property
    def _rules(self) -> Rules:
        return Rules(self.knowledge.topic)


def _offsets(findings: Iterable[Finding]) -> set[int]:
    """Every offset whose place will be told."""
    own = {o for f in findings for o in (f.start, f.end, f.sentence.start)}
    return own | {p.start for f in findings for p in f.against if p.source is None}
