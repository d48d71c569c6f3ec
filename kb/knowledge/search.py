"""Full-text search over claims and passages, by SQLite's FTS5."""

import re
from dataclasses import dataclass
from itertools import islice

from kb.store.database import Passage, Store

_WORDS = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim's quote, or a passage in which no claim was found; `claims` is empty for that.

    `line` counts the lines of the source's text from 1.
    """

    source: str
    line: int
    start: int
    end: int
    text: str
    claims: tuple[str, ...]


def search(store: Store, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """Where all the words of `text` stand, in any inflection and order, the best first.

    Words in double quotes stand side by side. A passage in which a claim was found is not
    listed again by itself.
    """
    words = [a or b for a, b in _WORDS.findall(text)]
    if not any(ch.isalnum() for ch in text):
        return ()
    found = store.search(words, limit * 4)
    claims = [(source, start, end) for _, source, start, end, claim in found if claim]
    kept = dict.fromkeys(p[:4] for p in found if p[4] or not _holds_one(p, claims))
    read = [c for c in found if c[4]]
    texts = store.texts({source for _, source, _, _ in kept})
    return tuple(
        Hit(
            source=source,
            line=texts[source].count("\n", 0, start) + 1,
            start=start,
            end=end,
            text=text,
            claims=tuple(c[4] for c in read if c[:4] == (text, source, start, end)),
        )
        for text, source, start, end in islice(kept, limit)
    )


def _holds_one(passage: Passage, claims: list[tuple[str, int, int]]) -> bool:
    _, source, start, end, _ = passage
    return any(s == source and start <= a and b <= end for s, a, b in claims)
