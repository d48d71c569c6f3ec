"""Where a command writes to: never over what it reads, in the form that the file's ending says."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from extract.errors import InputError

OVER_INPUT, FORM, UNWRITABLE, FOREIGN = "KB211", "KB212", "KB208", "KB213"


@dataclass(frozen=True, slots=True)
class InputPath:
    """A file that a command reads, or a folder of them; only those of some endings, if named."""

    what: str
    path: Path
    endings: tuple[str, ...] = ()

    def holds(self, output: Path) -> bool:
        """Whether the output is that file or in that folder, by whatever name."""
        if not self.path.is_dir():
            return _same(output, self.path)
        real = Path(os.path.realpath(output))
        if real.is_relative_to(os.path.realpath(self.path)):
            return not self.endings or output.suffix.lower() in self.endings
        return output.exists() and any(_same(output, p) for p in self.path.iterdir())


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file; one that is not there yet is known by its path."""
    if os.path.realpath(one) == os.path.realpath(other):
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False


def corpus_files(corpus: Path, store: Path) -> Iterator[InputPath]:
    """What every command reads."""
    from extract.document import READERS
    from kb.corpus.folder import text_folder

    yield InputPath("the topic file", corpus / "topic.yaml")
    yield InputPath("the list of sources", corpus / "sources.yaml")
    yield InputPath("the file of verdicts", corpus / "verdicts.jsonl")
    yield InputPath("the file of corrections", corpus / "readings.jsonl")
    yield InputPath("the file of opinions", corpus / "opinions.jsonl")
    yield InputPath("the file of lessons", corpus / "lessons.yaml")
    texts = text_folder(corpus)
    endings = tuple(READERS) if texts == corpus else ()
    yield InputPath("among the corpus's texts", texts, endings)
    yield InputPath("a file of the store", store)


def refuse_input(output: Path, inputs: Iterable[InputPath], option: str = "--output") -> None:
    """Raises `InputError` if writing there would overwrite, or add to, what is read."""
    for each in inputs:
        if each.holds(output):
            line = f"{output}: is {each.what}, which is read; name another place with {option}"
            raise InputError(line, OVER_INPUT)


def form_of(
    output: Path | None,
    format: str | None,
    endings: Mapping[str, tuple[str, ...]],
    default: str,
    instead: Mapping[str, str] | None = None,
) -> str:
    """What is to be written: as `--format` says, else as the file's ending does.

    `endings` has the forms that may stand in a file of that ending, the usual one first;
    `instead` what to do for some endings that are none of these.
    Raises `InputError` for another ending, and where the two disagree.
    """
    if output is None:
        return format or default
    forms = endings.get(output.suffix.lower())
    if forms is None:
        told = (instead or {}).get(output.suffix.lower())
        line = (
            f"{output}: can't be written as {output.suffix}; {told}"
            if told
            else f"{output}: its ending says nothing known; use one of {', '.join(endings)}"
        )
        raise InputError(line, FORM)
    if format and format not in forms:
        fit = ", ".join(ending for ending, named in endings.items() if format in named)
        line = f"{output}: is no place for --format {format}; leave it out, or end in {fit}"
        raise InputError(line, FORM)
    return format or forms[0]


def refuse_foreign(output: Path, is_ours: Callable[[bytes], bool]) -> None:
    """Raises `InputError` for a file that is there and was not written by us as it stands."""
    try:
        kept = output.read_bytes() if output.is_file() else b""
    except OSError:
        return  # writing it tells why
    if kept and not is_ours(kept):
        line = (
            f"{output}: is there already, and not as this command wrote it; "
            "name another file, or add --replace"
        )
        raise InputError(line, FOREIGN)


def write_output(output: Path, content: bytes, code: str = UNWRITABLE) -> None:
    """Write the file and say so on standard error. Raises `InputError` where it can't be."""
    from kb.cli.show import plain
    from kb.store.files import write_file

    if output.exists() and not output.is_file():
        what = "a folder" if output.is_dir() else "no plain file"
        line = f"{output}: can't be written (it is {what}); name another with --output"
        raise InputError(line, code)
    try:
        changed = write_file(output, content)
    except OSError as error:
        why = error.strerror or "is not writable"
        line = f"{output}: can't be written ({why}); name another with --output"
        raise InputError(line, code) from None
    unchanged = "" if changed else " (nothing has changed)"
    typer.echo(plain(f"written: {output}{unchanged}"), err=True)
