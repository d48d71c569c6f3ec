"""The parts of a Word file that are read, unpacked and held to bounds before any tree is made.

Sizes are those that the archive states; no more is ever unpacked of a part.
"""

import io
import zipfile
from xml.parsers.expat import ExpatError, ParserCreate

from extract.document.refusal import refusal
from extract.errors import InputError

PARTS = 10_000  # files in the archive
UNPACKED = 200_000_000  # bytes that all of them may unpack to
MARKUP = 40_000_000  # bytes of XML that are read; relations are XML too
FREE = 10_000_000  # bytes of XML that are read, however small the file
RATIO = 100  # so many times the file's own size beyond that; prose packs to a tenth
MARKS = 3_000_000  # elements and attributes; each takes about a kilobyte as a tree
DEEPEST = 250  # elements inside one another; mammoth calls itself for each

_DOCUMENT = "word/document.xml"
_READ = (".xml", ".rels")
_UNREAD = ("customXml/", "docProps/")


def markup_of(data: bytes, file: str) -> bytes:
    """The file with only those parts that hold its text, styles and relations.

    Raises `InputError` for what is no Word file, is encrypted, or passes a bound.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _checked(archive, len(data), file)
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, ValueError, NotImplementedError):
        raise broken(file) from None
    except zipfile.zlib.error:  # type: ignore[attr-defined]
        raise broken(file) from None


def broken(file: str) -> InputError:
    """The refusal of what is no Word file."""
    return refusal(file, "is no Word file that can be read; open it and save it as .docx again")


def _checked(archive: zipfile.ZipFile, packed: int, file: str) -> bytes:
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusal(file, "is encrypted; save it without a password")
    read = [e for e in entries if e.filename.endswith(_READ)]
    markup = sum(entry.file_size for entry in read)
    much = sum(e.file_size for e in entries) > UNPACKED or len(entries) > PARTS
    if much or markup > min(MARKUP, FREE + RATIO * packed):
        raise refusal(file, "unpacks to more than can be read; split it")
    archive.getinfo(_DOCUMENT)
    kept = {e.filename: archive.read(e) for e in read if not e.filename.startswith(_UNREAD)}
    _refuse_marks(kept, file)
    return _packed(kept)


def _refuse_marks(parts: dict[str, bytes], file: str) -> None:
    """Raises `InputError` for XML with too many marks, or nested too deep, or with entities."""
    count = _Count(file)
    for part in parts.values():
        count.read(part)


class _Count:
    """Counts marks through all parts of a file, and the depth within each."""

    def __init__(self, file: str) -> None:
        self.file, self.marks, self.depth = file, 0, 0

    def read(self, part: bytes) -> None:
        """Goes through one part; one that is broken is left to the one who needs it."""
        self.depth = 0
        parser = ParserCreate()
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            parser.Parse(part, True)
        except ExpatError:
            return

    def _start(self, name: str, attributes: list[str]) -> None:
        self.marks += 1 + len(attributes) // 2
        self.depth += 1
        if self.marks > MARKS:
            raise refusal(self.file, "holds more marks than can be read; split it")
        if self.depth > DEEPEST:
            told = f"nests its parts deeper than {DEEPEST}; take tables out of one another"
            raise refusal(self.file, told)

    def _end(self, name: str) -> None:
        self.depth -= 1

    def _doctype(self, *_: object) -> None:
        raise broken(self.file)


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()
