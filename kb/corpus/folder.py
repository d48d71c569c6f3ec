"""Reads a corpus folder: topic.yaml, sources.yaml, texts/, verdicts.jsonl,
readings.jsonl and opinions.jsonl.

Mistakes in the folder's own files are raised together; a text that can't be read is only
noted, so that the others can be worked with.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from extract.document import read_document
from extract.document.read import READERS
from extract.errors import InputError, InputErrors
from extract.model import BlockKind, Document, digest
from extract.topic.load import load_topic, rules_digest, topic_digest
from extract.topic.schema import Topic
from kb.corpus.sources import Listed, read_sources
from kb.corrections.file import NAME as READINGS
from kb.corrections.file import read_corrections
from kb.corrections.model import Correction
from kb.model import Source, SourceKind, Verdict
from kb.readers.opinions import NAME as OPINIONS
from kb.readers.opinions import Opinion, read_opinions
from kb.verdicts.file import read_verdicts

TITLE_LENGTH = 120
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that a corpus folder holds, checked. `rules` digests what extraction depends on.

    `documents` has a text for each source; `unread` names the other files, seen from the
    folder, each with the reason.
    """

    folder: Path
    topic: Topic
    rules: str
    topic_digest: str
    sources: tuple[Source, ...]
    documents: dict[str, Document]
    unread: tuple[tuple[str, str], ...]
    verdicts: tuple[Verdict, ...]
    corrections: tuple[Correction, ...] = ()
    opinions: tuple[Opinion, ...] = ()


def read_corpus(
    folder: Path, texts: Path | None = None, load: Callable[[Path], Topic] | None = None
) -> Corpus:
    """The corpus in `folder`, or its topic file with the texts of another folder.

    `load` stands in for loading the topic file where it is known already.
    Raises `InputError` for a missing folder, topic file or text, and for every mistake in
    topic.yaml, sources.yaml, verdicts.jsonl, readings.jsonl and opinions.jsonl.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; name the corpus with --corpus", "KB201")
    paths, where = _paths(folder, texts), _where(folder, texts)
    own = _own_files(folder, texts is None, load or load_topic)
    topic, listed, verdicts, corrections, opinions = own
    found = tuple(_read(paths))
    documents = {d.source: d for _, d in found if isinstance(d, Document)}
    unread = [(f"{where}{_name(p)}", d) for p, d in found if isinstance(d, str)]
    unread += [(e.where, e.reason) for e in listed.absent({p.stem for p in paths})]
    if not documents:
        raise InputError(f"{paths[0]}: {unread[0][1]}; there is no other text", "KB202")
    sources = tuple(
        _source(p, documents[p.stem], listed) for p, d in found if not isinstance(d, str)
    )
    return Corpus(
        folder=folder,
        topic=topic,
        rules=rules_digest(topic),
        topic_digest=topic_digest(topic),
        sources=tuple(sorted(sources, key=lambda s: s.id)),
        documents=dict(sorted(documents.items())),
        unread=tuple(sorted(unread)),
        verdicts=verdicts,
        corrections=corrections,
        opinions=opinions,
    )


def text_folder(folder: Path) -> Path:
    """Where the corpus's texts are: in `texts`, or right in the folder if there are any."""
    own = folder / "texts"
    return own if own.is_dir() or not (folder.is_dir() and _right_in(folder)) else folder


def text_documents(folder: Path) -> dict[str, Document]:
    """Every text of the corpus that can be read, by its id.

    Raises `InputError` where there is none.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; name one that holds texts", "KB201")
    paths = _paths(folder)
    found = list(_read(paths))
    documents = {d.source: d for _, d in found if isinstance(d, Document)}
    if not documents:
        raise InputError(f"{paths[0]}: {found[0][1]}; there is no other text", "KB202")
    return dict(sorted(documents.items()))


def _right_in(folder: Path) -> list[Path]:
    """The files in a folder that are texts by their ending."""
    return [
        p
        for p in sorted(folder.iterdir())
        if p.suffix.lower() in READERS and not p.name.startswith(".")
    ]


def _paths(folder: Path, texts: Path | None = None) -> list[Path]:
    """The files of the texts, in `texts` if that is given. Raises `InputError` for none."""
    if texts is None and text_folder(folder) == folder:
        return _right_in(folder)
    return _texts(texts or folder / "texts")


def texts_digest(folder: Path) -> str:
    """A hash of all texts of the corpus by name."""
    return digest([[_name(p), p.read_bytes().hex()] for p in _paths(folder) if p.is_file()])


def _where(folder: Path, texts: Path | None) -> str:
    """What stands before a text's name, seen from the corpus."""
    return "" if texts is None and text_folder(folder) == folder else "texts/"


def _texts(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; put the source texts there", "KB202")
    paths = [p for p in sorted(folder.iterdir()) if not p.name.startswith(".")]
    if not paths:
        raise InputError(f"{folder}: holds no text; put the source texts there", "KB202")
    return paths


def _own_files(
    folder: Path, own_texts: bool, load: Callable[[Path], Topic]
) -> tuple[Topic, Listed, tuple[Verdict, ...], tuple[Correction, ...], tuple[Opinion, ...]]:
    """The folder's own files; the mistakes of all are raised together."""
    errors: list[InputError] = []
    topic = _gather(errors, lambda: load(folder / "topic.yaml"))
    listed = _gather(errors, lambda: read_sources(folder / "sources.yaml" if own_texts else None))
    verdicts = _gather(errors, lambda: read_verdicts(folder / "verdicts.jsonl"))
    told = _gather(errors, lambda: read_corrections(folder / READINGS)) or ()
    opinions = _gather(errors, lambda: read_opinions(folder / OPINIONS)) or ()
    if errors or topic is None or listed is None or verdicts is None:
        raise errors[0] if len(errors) == 1 else InputErrors(errors)
    return topic, listed, verdicts, told, opinions


def _gather(errors: list[InputError], read: Callable[[], T]) -> T | None:
    try:
        return read()
    except InputErrors as several:
        errors += several.errors
    except InputError as one:
        errors.append(one)
    return None


def _read(paths: list[Path]) -> Iterator[tuple[Path, Document | str]]:
    """Each file's document, or the reason why there is none."""
    taken: dict[str, str] = {}
    for path in paths:
        if path.stem in taken:
            yield path, f"has the same name as {taken[path.stem]}; rename one of them"
            continue
        taken[path.stem] = path.name
        yield path, _document(path)


def _name(path: Path) -> str:
    """The file's name as it can be printed, whatever bytes it is made of."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def _document(path: Path) -> Document | str:
    if path.is_dir():
        return "is a folder; put its texts beside the others"
    if _name(path) != path.name:
        return "has a name that is not UTF-8; rename it"
    try:
        return read_document(path)
    except InputError as error:
        return str(error).removeprefix(f"{error.code} ").removeprefix(f"{path}: ")
    except OSError as error:
        return f"can't be read ({error.strerror})"


def _source(path: Path, document: Document, listed: Listed) -> Source:
    entry = listed.entry(path.stem)
    return Source(
        id=path.stem,
        file=path.name,
        title=entry.title or title_of(document) or path.stem,
        publisher=entry.publisher,
        url=entry.url,
        date=entry.date,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        copy_of=entry.copy_of,
        kind=entry.kind or SourceKind.UNKNOWN,
    )


def title_of(document: Document) -> str | None:
    """The first heading, be it a question; or else the first line of the text."""
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
    heads = (b for b in blocks if b.kind in (BlockKind.HEADING, BlockKind.QUESTION))
    first = next(heads, blocks[0] if blocks else None)
    if first is None:
        return None
    line = " ".join(document.text[first.start : first.end].split())
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rstrip() + "…"
