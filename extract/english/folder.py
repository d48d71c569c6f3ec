"""Where a pipeline lies and which one it is, told without importing spaCy."""

import hashlib
import os
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from extract.errors import InputError

SHIPPED = Path(__file__).with_name("model")
SETTING = "COUNTERCLAIM_PIPELINE"

# Counts up when this package's code changes what a parse holds, so that cached ones are dropped.
RULES = 5


def locate(name: str | None = None) -> Path:
    """The folder of the pipeline: the argument, else the setting, else the one that is shipped.

    `name` is a folder that spaCy saved, or an installed pipeline package.
    Raises `InputError` when there is no such folder or package.
    """
    name = name or os.environ.get(SETTING)
    if not name:
        return SHIPPED
    for folder in (Path(name), _package(name)):
        if folder and (folder / "meta.json").is_file():
            return folder
    raise InputError(
        f"{name}: no such language pipeline; name a folder saved by spaCy or an installed "
        f"package in {SETTING}, or unset it to use the one that comes with Counterclaim"
    )


def _package(name: str) -> Path | None:
    """The folder of an installed package, found without importing it."""
    if not name.isidentifier():
        return None
    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def version(name: str | None = None) -> str:
    """Sixteen hex digits for the pipeline's files, spaCy's version and this package's rules.

    A cached parse is good as long as this stays the same. Raises `InputError` as `locate` does.
    """
    folder = locate(name)
    paths = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc")
    return _version(folder, tuple((p, p.stat().st_mtime_ns, p.stat().st_size) for p in paths))


@lru_cache(4)
def _version(folder: Path, files: tuple[tuple[Path, int, int], ...]) -> str:
    """The same, worked out once for files that stay as they are."""
    sum = hashlib.sha256(f"{RULES} {metadata.version('spacy')}".encode())
    for path, *_ in files:
        sum.update(path.relative_to(folder).as_posix().encode())
        sum.update(hashlib.sha256(path.read_bytes()).digest())
    return sum.hexdigest()[:16]
