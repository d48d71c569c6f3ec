"""A corpus without a topic file: one is guessed from its texts, as `kb init` writes it down."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from extract.errors import InputError
from extract.guess.draft import sources_text, topic_text
from extract.guess.fitting import PackFit, fitting, pack_fits
from extract.guess.guess import Guess, guess_of
from extract.parse import Parse
from extract.topic.load import mistakes_of, topic_of
from extract.topic.schema import Topic
from extract.topic.tree import FileLine
from kb.build.batch import Parser, paragraphs_of
from kb.build.read import Progress, quiet
from kb.corpus.folder import text_documents, title_of
from kb.store.files import write_files


@dataclass(frozen=True, slots=True)
class Drafted:
    """The files that are guessed from a folder's texts, and what they rest on."""

    topic: str
    sources: str
    guess: Guess
    packs: tuple[str, ...]
    fits: tuple[PackFit, ...]


class Remembering:
    """A parser that parses no text twice."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._known: dict[str, Parse] = {}

    def __call__(self, texts: Iterable[str]) -> Iterator[Parse]:
        """The parse of each text, in order."""
        wanted = list(texts)
        new = list(dict.fromkeys(t for t in wanted if t not in self._known))
        self._known |= dict(zip(new, self._parser(new), strict=True)) if new else {}
        return (self._known[text] for text in wanted)


def drafted(folder: Path, parser: Parser, progress: Progress = quiet) -> Drafted:
    """The topic file and list of sources guessed from the folder's texts.

    Raises `InputError` where there is no text.
    """
    documents = text_documents(folder)
    progress("parsing", 0, 1)
    texts = {id: paragraphs_of(document) for id, document in documents.items()}
    parses = iter(parser([text for each in texts.values() for text in each]))
    read = [(d, tuple(islice(parses, len(texts[id])))) for id, d in documents.items()]
    progress("guessing", 0, 1)
    guess = guess_of(read)

    fits = pack_fits(
        read, guess.subject.split(), lambda packs: _topic(topic_text(guess, packs), folder)
    )
    packs = fitting(fits)
    titles = {id: title_of(document) or id for id, document in documents.items()}
    topic = standing(topic_text(guess, packs, fits))
    return Drafted(topic, sources_text(titles), guess, packs, fits)


def standing(text: str) -> str:
    """The topic file without the lines that can't stand: a guess is never in the way."""
    lines = text.splitlines()
    wrong = {at for at, *_ in mistakes_of(text) if not isinstance(at, FileLine)}
    kept = [line for n, line in enumerate(lines, 1) if n not in wrong or not _droppable(line)]
    return standing("\n".join([*kept, ""])) if len(kept) < len(lines) else text


def _droppable(line: str) -> bool:
    """Whether the file may do without the line: an entry, or a key that is of no use now."""
    return not line.startswith(("topic:", "packs:", "subject:", "  name:", "  names:"))


def _topic(text: str, folder: Path) -> Topic:
    """The topic that is guessed from the folder's texts. There is no file that could be named."""
    try:
        return topic_of(standing(text), Path("topic.yaml"))
    except InputError:
        line = f"{folder}: no topic can be guessed from its texts; write a topic.yaml for them"
        raise InputError(line, "KB202") from None


def written(found: Drafted, folder: Path) -> tuple[str, ...]:
    """Write the topic file, and the list of sources where there is none; the names of those.

    Raises `InputError` where the folder can't be written to.
    """
    files = {"topic.yaml": found.topic.encode()}
    if not (folder / "sources.yaml").exists():
        files["sources.yaml"] = found.sources.encode()
    write_files(folder, files)
    return tuple(files)


def guessed_topic(path: Path, parser: Parser, progress: Progress = quiet) -> Topic:
    """The topic that the file at `path` would hold if `kb init` had written it, marked as
    guessed. Raises as `drafted` does."""
    return _topic(drafted(path.parent, parser, progress).topic, path.parent).as_guessed()
