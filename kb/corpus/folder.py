"""Reads a corpus folder: topic.yaml, sources.yaml, texts/, verdicts.jsonl,
readings.jsonl and opinions.jsonl.

Mistakes in the folder's own files are raised together; a text that can't be read is only
noted, so that the others can be worked with.
"""

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from extract.document import read_document
from extract.document.read import READERS
from extract.errors import InputError, InputErrors
from extract.model import BlockKind, Document, digest
from extract.topic.load import load_topic, rules_digest, topic_digest
from extract.topic.schema import Topic
from kb.corpus.documents import Documents
from kb.corpus.sources import Listed, read_sources
from kb.corpus.stamps import UNSTAMPED, Stamped, TextFile
from kb.corrections.file import NAME as READINGS
from kb.corrections.file import read_corrections
from kb.corrections.model import Correction
from kb.model import Source, SourceKind, Verdict
from kb.readers.opinions import NAME as OPINIONS
from kb.readers.opinions import Opinion, read_opinions
from kb.store.stamp import Stamp, stamp_of
from kb.verdicts.file import read_verdicts

TITLE_LENGTH = 120
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that a corpus folder holds, checked. `rules` digests what extraction depends on.

    `documents` has a text for each source; `unread` names the other files, seen from the
    folder, each with the reason. `stamps` are those of the texts' files.
    """

    folder: Path
    topic: Topic
    rules: str
    topic_digest: str
    sources: tuple[Source, ...]
    documents: Mapping[str, Document]
    unread: tuple[tuple[str, str], ...]
    verdicts: tuple[Verdict, ...]
    corrections: tuple[Correction, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    stamps: Stamped = UNSTAMPED


def read_corpus(
    folder: Path,
    texts: Path | None = None,
    load: Callable[[Path], Topic] | None = None,
    known: Stamped | None = None,
    listed: Callable[[Path | None], Listed] = read_sources,
) -> Corpus:
    """The corpus in `folder`, or its topic file with the texts of another folder.

    `load` and `listed` stand in for loading the topic file and sources.yaml where they are known
    already; a text of which `known` has the stamp is read only when it is asked for.
    Raises `InputError` for a missing folder, topic file or text, and for every mistake in
    topic.yaml, sources.yaml, verdicts.jsonl, readings.jsonl and opinions.jsonl.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; name the corpus with --corpus", "KB201")
    paths, where = _paths(folder, texts), _where(folder, texts)
    own = _own_files(folder, texts is None, load or load_topic, listed)
    topic, entries, verdicts, corrections, opinions = own
    found = _Texts(paths, known or UNSTAMPED)
    unread = [(f"{where}{_name(p)}", why) for p, why in found.unread]
    unread += [(e.where, e.reason) for e in entries.absent({p.stem for p in paths})]
    if not found.files:
        raise InputError(f"{paths[0]}: {unread[0][1]}; there is no other text", "KB202")
    sources = (_source(path, text, entries) for path, text in found.files)
    return Corpus(
        folder=folder,
        topic=topic,
        rules=rules_digest(topic),
        topic_digest=topic_digest(topic),
        sources=tuple(sorted(sources, key=lambda s: s.id)),
        documents=found.documents(),
        unread=tuple(sorted(unread)),
        verdicts=verdicts,
        corrections=corrections,
        opinions=opinions,
        stamps=Stamped(found.stamps),
    )


class _Texts:
    """The texts in these files: what is known of each, and why some could not be read."""

    def __init__(self, paths: list[Path], known: Stamped) -> None:
        self.files: list[tuple[Path, TextFile]] = []
        self.stamps: dict[str, tuple[Stamp, TextFile]] = {}
        self.unread: list[tuple[Path, str]] = []
        self._read: dict[str, Document] = {}
        taken: dict[str, str] = {}
        for path in paths:
            if path.stem in taken:
                why = f"has the same name as {taken[path.stem]}; rename one of them"
                self.unread.append((path, why))
            else:
                taken[path.stem] = path.name
                self._look(path, known)

    def documents(self) -> Documents:
        """The documents by source; those that had to be read are."""
        return Documents({p.stem: (p, text.sha256) for p, text in self.files}, self._read)

    def _look(self, path: Path, known: Stamped) -> None:
        try:
            stamp = stamp_of(path.stat())
        except OSError as error:
            self.unread.append((path, f"can't be read ({error.strerror})"))
            return
        text = known.known(path.name, stamp) or self._reading(path)
        if isinstance(text, str):
            self.unread.append((path, text))
        else:
            self.files.append((path, text))
            self.stamps[path.name] = (stamp, text)

    def _reading(self, path: Path) -> TextFile | str:
        """The text is read after its digest is taken: one that changes in between has another
        digest at the next build."""
        sha256 = _sha256(path)
        document = _document(path)
        if isinstance(document, str):
            return document
        self._read[document.source] = document
        return TextFile(sha256, title_of(document))


def without(corpus: Corpus, died: Collection[str]) -> Corpus:
    """The corpus without the texts of which a process died while reading them."""
    files = {s.id: s.file for s in corpus.sources if s.id in died}
    why = "the process that read it died; make it shorter, or take it away"
    where = _where(corpus.folder, None)
    return replace(
        corpus,
        sources=tuple(s for s in corpus.sources if s.id not in died),
        documents=_without(corpus.documents, died),
        unread=tuple(sorted([*corpus.unread, *((f"{where}{f}", why) for f in files.values())])),
    )


def _without(documents: Mapping[str, Document], ids: Collection[str]) -> Mapping[str, Document]:
    if isinstance(documents, Documents):
        return documents.without(ids)
    return {id: d for id, d in documents.items() if id not in ids}


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
    found = _Texts(paths, UNSTAMPED)
    if not found.files:
        raise InputError(f"{paths[0]}: {found.unread[0][1]}; there is no other text", "KB202")
    return dict(found.documents())


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
    folder: Path,
    own_texts: bool,
    load: Callable[[Path], Topic],
    read_list: Callable[[Path | None], Listed],
) -> tuple[Topic, Listed, tuple[Verdict, ...], tuple[Correction, ...], tuple[Opinion, ...]]:
    """The folder's own files; the mistakes of all are raised together."""
    errors: list[InputError] = []
    topic = _gather(errors, lambda: load(folder / "topic.yaml"))
    listed = _gather(errors, lambda: read_list(folder / "sources.yaml" if own_texts else None))
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


def _name(path: Path) -> str:
    """The file's name as it can be printed, whatever bytes it is made of."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def _sha256(path: Path) -> str:
    """The digest of the file's bytes; none where it can't be read, which `_document` tells."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


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


def _source(path: Path, text: TextFile, listed: Listed) -> Source:
    entry = listed.entry(path.stem)
    return Source(
        id=path.stem,
        file=path.name,
        title=entry.title or text.heading or path.stem,
        publisher=entry.publisher,
        url=entry.url,
        date=entry.date,
        sha256=text.sha256,
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
