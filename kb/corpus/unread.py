"""The lines about what a build left out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kb.corpus.sources import FILE


def unread_lines(unread: Iterable[tuple[str, str]], corpus: Path | None = None) -> Iterator[str]:
    """A line `CODE file:line: reason` for each unread file, seen from the corpus's parent if
    the corpus is given, else from the corpus."""
    for file, why in unread:
        where = corpus / file if corpus else file
        if file.startswith(f"{FILE}:"):
            yield f"KB203 {where}: {why}"
        else:
            yield f"KB401 {where}: {why}; built without it"
