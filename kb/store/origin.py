"""Which corpus a store was made from, so that no other one is built over it.

The corpus folder is noted as seen from the store's, so a project that is moved as a whole
keeps its store.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from extract.errors import InputError
from kb.store.file import FILE
from kb.store.reader import facts_of

CODE = "KB209"


def as_seen_from(store: Path, corpus: Path) -> str:
    """The corpus folder as a store notes it: the way there from the store's folder."""
    return os.path.relpath(corpus.resolve(), store.resolve())


def made_from(store: Path, facts: Mapping[str, str]) -> Path:
    """The corpus folder that the store's facts name. Older programs noted the whole path."""
    return Path(os.path.normpath(store.resolve() / facts["corpus"]))


def refuse_another(corpus: Path, title: str, store: Path, facts: Mapping[str, str]) -> None:
    """Raises `InputError` if the store is of another corpus; empty facts are of none.

    A folder that is gone was moved if the topic's title is the same.
    """
    if "corpus" not in facts:
        return
    before = made_from(store, facts)
    moved = not before.is_dir() and facts.get("title") == title
    if before != corpus.resolve() and not moved:
        line = f"{store}: holds the knowledge of {before}, which {corpus} would replace"
        raise InputError(f"{line}; name a folder of its own with --store and --site each", CODE)


def store_of(corpus: Path, folder: Path) -> Path:
    """The store's file in `folder`. Raises `InputError` unless it is of that corpus."""
    if not corpus.is_dir():
        raise InputError(f"{corpus}: no such folder; name the corpus with --corpus", "KB201")
    remedy = f"run `kb build --corpus {corpus} --store {folder}`"
    facts = facts_of(folder / FILE)
    if facts is None:
        raise InputError(f"{folder}: holds no knowledge yet; {remedy}", "KB205")
    before = made_from(folder, facts)
    if before != corpus.resolve():
        other = "name the store of this corpus with --store" if before.is_dir() else remedy
        raise InputError(f"{folder}: holds the knowledge of {before}; {other}", "KB205")
    return folder / FILE
