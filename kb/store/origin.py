"""What stands in the store's place: the store of this corpus, of another one, or something else.

The corpus folder is noted as seen from the store's, so a project that is moved as a whole
keeps its store.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from extract.errors import InputError
from extract.model import digest
from kb.store.database import Damaged, Store
from kb.store.digest import code_digest
from kb.store.tables import FILE

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


def refuse_else(folder: Path) -> None:
    """Raises `InputError` if what stands where the store should be is none, and not ours."""
    remedy = "move it away or name another folder with --store"
    try:
        if folder.exists() and not folder.is_dir():
            raise InputError(f"{folder}: should be the store's folder; {remedy}", "KB205")
        path = folder / FILE
        if path.exists() and not path.is_file():
            raise InputError(f"{path}: should be the store's file; {remedy}", "KB205")
    except OSError as error:
        line = f"{folder}: can't be read ({error.strerror}); name another folder with --store"
        raise InputError(line, "KB205") from error


@contextmanager
def opened(corpus: Path, folder: Path) -> Iterator[Store]:
    """The store in `folder`, open to be read.

    Raises `InputError` unless it is there, of that corpus and as it was written. A store or a
    corpus that was copied elsewhere is known by its texts and its topic file.
    """
    if not corpus.is_dir():
        raise InputError(f"{corpus}: no such folder; name the corpus with --corpus", "KB201")
    remedy = f"run `kb build --corpus {corpus} --store {folder}`"
    with reading(folder, remedy) as store:
        before = made_from(folder, store.facts())
        if before != corpus.resolve() and not _same(corpus, store):
            other = "name the store of this corpus with --store" if before.is_dir() else remedy
            raise InputError(f"{folder}: holds the knowledge of {before}; {other}", "KB205")
        yield store


def topic_key(path: Path) -> str:
    """What a loaded topic file depends on: its bytes, and the code that reads it."""
    return digest(path.read_bytes().hex(), code_digest("extract"))


def _same(corpus: Path, store: Store) -> bool:
    """Whether the corpus holds the very texts and topic file that the store was made from."""
    made = [(corpus / "texts" / row["file"], row["sha256"]) for _, row in store.shelved("sources")]
    try:
        told = all(sha256(path.read_bytes()).hexdigest() == was for path, was in made)
        return told and topic_key(corpus / "topic.yaml") == store.facts().get("topic file")
    except OSError:
        return False


@contextmanager
def reading(folder: Path, remedy: str = "run `kb build`") -> Iterator[Store]:
    """The store in `folder`, of whatever corpus. Raises `InputError` as `opened` does."""
    refuse_else(folder)
    if not (folder / FILE).exists():
        raise InputError(f"{folder}: holds no knowledge yet; {remedy}", "KB205")
    try:
        with Store(folder / FILE) as store:
            yield store
    except Damaged as error:
        raise InputError(f"{folder / FILE}: {error}; {remedy}", "KB205") from error
