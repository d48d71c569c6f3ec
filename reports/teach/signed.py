"""Which files `kb brief` wrote, and nobody changed since: only those are written over unasked.

Text carries the digest of all before it in a last line that no reader sees; an office file names
who saved it last, and any other program that saves it says its own name.
"""

import io
import re
import zipfile

from extract.model import digest
from reports.brief import Format
from reports.teach.office import AUTHOR

_MARK = re.compile(rb"(?:<!-- counterclaim ([0-9a-f]+) -->|// counterclaim ([0-9a-f]+))\n\Z")


def signed(content: bytes, format: Format) -> bytes:
    """The file's bytes, by which `is_ours` knows it again."""
    if format in (Format.DOCX, Format.PPTX):
        return content
    mark = f"counterclaim {_of(content)}"
    line = f"// {mark}" if format is Format.GIFT else f"<!-- {mark} -->"
    return content + f"\n{line}\n".encode()


def is_ours(content: bytes) -> bool:
    """Whether that is a file as it was written, or an empty one."""
    if content.startswith(b"PK"):
        return _saved_by_us(content)
    found = _MARK.search(content)
    if found is None:
        return not content
    told = (found[1] or found[2]).decode()
    return content[found.start() - 1 : found.start()] == b"\n" and told == _of(
        content[: found.start() - 1]
    )


def _of(content: bytes) -> str:
    return digest("brief", content.decode("utf-8", "replace"))


def _saved_by_us(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            core = archive.read("docProps/core.xml").decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, OSError):
        return False
    return f"lastModifiedBy>{AUTHOR}<" in core
