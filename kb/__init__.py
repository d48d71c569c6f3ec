"""Claims in, knowledge out: positions, conflicts, the graph, the store; the front door.

In a notebook: `import kb; kb.open(".kb").disputes()`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kb.notebook.base import KnowledgeBase


def open(store: "str | Path" = ".kb", corpus: "str | Path | None" = None) -> "KnowledgeBase":
    """What `kb build` put into that store, to be looked at in Python.

    `corpus` is needed only if the corpus folder has moved since. Raises `InputError`, one line
    with the remedy, for a store that is missing or damaged, or older than its corpus.
    """
    from kb.notebook.base import open_store

    return open_store(store, corpus)
