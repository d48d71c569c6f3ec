"""Small files that are kept beside the store: JSON behind a digest of its own text.

One that was edited, cut short or left by an older program is as good as none.
"""

import hashlib
import json
from pathlib import Path
from typing import Any


def sealed(row: Any) -> bytes:
    """The row as such a file's content: `["digest", row]`."""
    body = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return _head(body) + body + b"]\n"


def unsealed(path: Path) -> Any:
    """The row in the file; None if there is none that is as it was written."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    size = len(_head(b""))
    head, body, end = content[:size], content[size:-2], content[-2:]
    return json.loads(body) if (head, end) == (_head(body), b"]\n") else None


def _head(body: bytes) -> bytes:
    return f'["{hashlib.sha256(body).hexdigest()[:16]}",\n'.encode()
