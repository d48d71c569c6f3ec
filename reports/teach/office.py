"""Office files that are the same for the same input: fixed properties, fixed dates."""

import io
import zipfile
from datetime import datetime
from typing import Any

from reports import text

AUTHOR = "Counterclaim"
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def set_properties(properties: Any, title: str) -> None:
    """The core properties of a document or a presentation, none of them from this machine."""
    properties.title = text.shorten(text.plain(title), 200)
    properties.author = properties.last_modified_by = AUTHOR
    properties.comments = properties.keywords = properties.subject = ""
    properties.language, properties.revision = "en-GB", 1
    properties.created = properties.modified = datetime(*LONG_AGO)


def saved(made: Any) -> bytes:
    """The file's bytes, every member of the archive dated alike."""
    out, new = io.BytesIO(), io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(new, "w") as archive:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, old.read(name))
    return new.getvalue()
