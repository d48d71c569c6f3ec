"""`python -m tests.quick [FILE…]`: the tests that mirror what was changed, and those of the house.

Changed is what differs from where this branch left `main`; on `main` itself, from the last commit.
"""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
TESTS = "tests"
ALWAYS = "tests/test_house.py"
OF_PAGES = "tests/test_docs.py"
FEW = ("-q", "-m", "not fuzz and not slow")

Git = Callable[[Sequence[str]], str]


def git(words: Sequence[str]) -> str:
    """What git prints; nothing if it fails."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout


def changed(ask: Git = git) -> tuple[str, ...]:
    """The files that differ from where the branch left `main`, and the new ones, by path."""
    base = ask(["merge-base", "main", "HEAD"]).strip() or "HEAD"
    listed = ask(["diff", "--name-only", "--relative", base])
    new = ask(["ls-files", "--others", "--exclude-standard"])
    return tuple(sorted({*listed.splitlines(), *new.splitlines()}))


def chosen(files: Iterable[str], root: Path = ROOT) -> tuple[str, ...]:
    """The files of tests to run for these files, each once, by path."""
    found = {ALWAYS}
    for file in files:
        found.update(_of(PurePosixPath(file), root))
    return tuple(sorted(found))


def _of(file: PurePosixPath, root: Path) -> Iterator[str]:
    """Its tests by its name, else those of the nearest folder above it that has any."""
    if file.suffix == ".md":
        yield OF_PAGES
    elif file.match("test_*.py"):
        yield from _there(root, file.parent, file.name)
    else:
        where = file.parent if file.parts[0] == TESTS else TESTS / file.parent
        own = (f"test_{file.stem}.py", f"test_{file.stem}_*.py")
        named = [found for pattern in own for found in _there(root, where, pattern)]
        yield from named or _nearest(root, where)


def _there(root: Path, folder: PurePosixPath, pattern: str) -> Iterator[str]:
    for path in sorted((root / folder).glob(pattern)):
        yield path.relative_to(root).as_posix()


def _nearest(root: Path, folder: PurePosixPath) -> list[str]:
    """The tests right in the folder, or in the first above it; not all that stand at the top."""
    for place in (folder, *folder.parents):
        if len(place.parts) > 1 and (found := list(_there(root, place, "test_*.py"))):
            return found
    return []


def main(files: Sequence[str]) -> int:
    wanted = chosen(files or changed())
    print(f"{len(wanted)} files of tests: {', '.join(wanted)}", flush=True)
    return int(pytest.main([*FEW, *wanted]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
