"""Which texts are as they were when they were last read, told by their files' stamps alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extract.model import digest
from kb.store.digest import code_digest
from kb.store.files import write_files
from kb.store.sealed import sealed, unsealed
from kb.store.stamp import Stamp, settled

FILE = "texts.json"


@dataclass(frozen=True, slots=True)
class TextFile:
    """What is known of a text without its words: its bytes' digest, and the title that it gives
    itself, if any."""

    sha256: str
    heading: str | None


@dataclass(frozen=True, slots=True)
class Stamped:
    """Texts by file name, each with its file's stamp when it was read."""

    files: Mapping[str, tuple[Stamp, TextFile]] = field(default_factory=dict)

    def known(self, name: str, stamp: Stamp) -> TextFile | None:
        """The text of that file, if it is as it was then."""
        stamped, text = self.files.get(name, (None, None))
        return text if stamped == stamp else None

    def sure(self, since: int) -> "Stamped":
        """Those whose stamps can be believed if reading them began at `since`."""
        sure = {name: file for name, file in self.files.items() if settled(file[0], since)}
        return Stamped(sure)


UNSTAMPED = Stamped()


def read_stamps(store: Path, folder: Path) -> Stamped:
    """The stamps that were noted of the corpus folder; none of another one, or by another
    program."""
    row = unsealed(store / FILE)
    if row is None or row["key"] != _key(folder):
        return UNSTAMPED
    return Stamped({name: (Stamp(*stamp), TextFile(*text)) for name, stamp, text in row["files"]})


def note_stamps(store: Path, folder: Path, stamped: Stamped) -> None:
    """Note the stamps of the corpus folder. Raises `InputError` if `store` can't be written to."""
    rows = [[n, s, [t.sha256, t.heading]] for n, (s, t) in sorted(stamped.files.items())]
    write_files(store, {FILE: sealed({"key": _key(folder), "files": rows})})


def _key(folder: Path) -> str:
    return digest(str(folder.resolve()), code_digest("extract"), code_digest("kb"))
