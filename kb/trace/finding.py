"""The way of sentences of the corpus, in the texts where they stand."""

import re

from extract.errors import InputError
from extract.model import Document, Span, normalise
from kb.build.read import parses_of
from kb.knowledge.value import Knowledge
from kb.store.origin import reading
from kb.trace.reader import WayReader
from kb.trace.way import SentenceWay

MOST = 20  # sentences that are told


def ways_of(k: Knowledge, words: str, source: str | None = None) -> list[SentenceWay]:
    """How the sentences that hold these words were read, in their texts; at most `MOST`.

    Raises `InputError` if no sentence holds them, or the knowledge is of no store.
    """
    if k.store is None:
        raise InputError("no store to read from; run `kb build`", "KB205")
    found: list[SentenceWay] = []
    reader = WayReader(k.topic, k.store)
    with reading(k.store) as store:
        for id, document in sorted(k.documents.items()):
            places = _places(document, words) if source in (None, id) else frozenset()
            if places and len(found) < MOST:
                found += reader.document(document, parses_of(document, store), places)
    if not found:
        raise InputError(f"no sentence holds {words!r}; write words as they stand", "KB206")
    return found[:MOST]


def _places(document: Document, words: str) -> frozenset[Span]:
    """Where the words stand side by side, whatever their case and the space between them."""
    parts = [re.escape(part) for part in normalise(words).split()]
    if not parts:
        return frozenset()
    plain = document.text.lower().replace("’", "'").replace("‘", "'")
    plain = plain.replace("“", '"').replace("”", '"')
    exact = plain if len(plain) == len(document.text) else document.text
    return frozenset(Span(*m.span()) for m in re.finditer(r"\s+".join(parts), exact))
