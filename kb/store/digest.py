"""Which program this is: digests of its own code, so that no stale result outlives a change."""

import hashlib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = frozenset(
    {".py", ".yaml", ".json", ".tsv", ".txt", ".gz", ".html", ".css", ".js", ".svg", ".j2"}
)


@cache
def code_digest(package: str) -> str:
    """Sixteen hex digits over the code, tables and templates of `extract`, `kb` or `reports`.

    The language pipeline is left out: it has a version of its own, and so has the command
    line, which decides nothing.
    """
    root = ROOT / package
    sum = hashlib.sha256()
    for path in sorted(p for p in root.rglob("*") if p.suffix in DATA and p.is_file()):
        place = path.relative_to(root).as_posix()
        if not place.startswith(("english/model/", "cli/")):
            sum.update(f"{place}\0".encode())
            sum.update(hashlib.sha256(path.read_bytes()).digest())
    return sum.hexdigest()[:16]
