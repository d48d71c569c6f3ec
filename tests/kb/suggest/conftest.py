"""Sentences as the clauses that ideas come from, read by a small topic."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from extract.english.pipeline import load, parse
from extract.model import Block, BlockKind, Document
from extract.parse import Parse
from extract.reading.document import extract_claims
from extract.rules import Rules
from extract.topic.schema import Topic
from kb.suggest.seen import SeenClause, seen_clauses

ROWS: dict[str, Any] = {
    "topic": "Garden ponds",
    "subject": {"name": "garden pond", "names": ["pond"]},
    "rivals": [{"name": "fountain", "names": ["fountain"]}],
    "aspects": [
        {
            "id": "smell",
            "label": "Smell",
            "question": "Does it smell?",
            "kind": "yesno",
            "says": ["smell", "need upkeep"],
        },
        {
            "id": "harms",
            "label": "Harms",
            "question": "What harm can it do?",
            "kind": "any-of",
            "parts": [
                {"name": "damp", "words": ["damp"], "says": ["cause damp"]},
                {"name": "midges", "words": ["midge"], "says": ["midge"]},
            ],
        },
    ],
}
Reader = Callable[..., tuple[tuple[SeenClause, ...], Rules]]


@cache
def _parse(text: str) -> Parse:
    return next(iter(parse(load(), [text])))


@pytest.fixture(scope="session")
def seen_in() -> Reader:
    """The clauses of these sentences, each a paragraph, and the rules that they are read by."""

    def read(*sentences: str) -> tuple[tuple[SeenClause, ...], Rules]:
        rules = Rules(Topic.model_validate(ROWS))
        blocks, at = [], 0
        for sentence in sentences:
            blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(sentence)))
            at += len(sentence) + 1
        document = Document("text", "\n".join(sentences), tuple(blocks))
        parses = [_parse(sentence) for sentence in sentences]
        claims = extract_claims(document, parses, rules).claims
        return seen_clauses({"text": document}, {"text": parses}, claims, rules), rules

    return read
