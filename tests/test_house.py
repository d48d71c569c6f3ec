"""The rules of the house: which way imports run, what a file may hold, where its tests stand."""

import ast
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("extract", "kb", "reports")
# Bytes of their own: the trained pipeline, the sources, the gold, and pinned hashes.
NOT_OURS = ("extract/english/model/", "corpus/texts/", "tests/gold/", "requirements")

# The rooms from the ground up: each may import those above its line, and itself.
ORDER = (
    *(
        "extract/errors",
        "extract/value",
        "extract/model",
        "extract/unsaid",
        "extract/parse",
        "extract/quantity",
        "extract/topic",
    ),
    *("extract/rules", "extract/document", "extract/english", "extract/grammar"),
    *(
        "extract/reading",
        "extract/guess",
        "kb/text",
        "kb/model",
        "kb/reconcile",
        "kb/store",
        "kb/history",
    ),
    *(
        "kb/corrections",
        "kb/readers",
        "kb/knowledge",
        "kb/verdicts",
        "kb/corpus",
        "kb/check",
        "kb/export",
        "kb/build",
    ),
    *("kb/trace", "kb/suggest", "kb/evaluate", "kb/notebook", "kb/__init__", "reports"),
)

TOPIC = re.compile(
    r"\b(?:micro[- ]?)?"
    r"(?:scalp(?!el)|hair|hairline|pigment|pigmentation|tattoo|follic|alopeci|bald)\w*",
    re.IGNORECASE,
)
# Written in halves, so that this file does not break its own rule.
MACHINE = re.compile(
    r"(?:py" r"pi|python" r"hosted|np" r"mjs|deb" r"ian)\.(?:org|com)"
    r"|(?<![\w.~-])/(?:wo" r"rk|far" r"m|ro" r"ot|ho" r"me)/"
)  # fmt: skip


IGNORED = [".git", *(ROOT / ".gitignore").read_text(encoding="utf-8").split()]


def ignored(path: Path) -> bool:
    """Whether git would leave out a file or folder of this name there."""
    places = (path.name, f"/{path.relative_to(ROOT).as_posix()}")
    return any(fnmatch(place, name.rstrip("/")) for name in IGNORED for place in places)


def files(*where: str) -> list[Path]:
    """The project's files below these places, sorted; all of them, if none is named."""

    def walk(folder: Path) -> Iterator[Path]:
        for path in sorted(folder.iterdir()):
            if not ignored(path):
                yield from walk(path) if path.is_dir() else (path.relative_to(ROOT),)

    return [path for place in where or (".",) for path in walk(ROOT / place)]


def scripts() -> list[Path]:
    """What the pages run."""
    found = (ROOT / "reports/static").glob("*.js")
    return sorted(p.relative_to(ROOT) for p in found)


def modules() -> list[Path]:
    return [path for path in files(*ROOMS) if path.suffix == ".py"]


def texts(*where: str) -> Iterator[tuple[Path, str]]:
    """The files that are text and ours, with their content."""
    for path in files(*where):
        if not str(path).startswith(NOT_OURS):
            content = (ROOT / path).read_bytes()
            if b"\0" not in content:
                yield path, content.decode("utf-8")


def imports(path: Path) -> Iterator[str]:
    """The full names a module imports, wherever in it."""
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join([*path.parent.parts[: len(path.parent.parts) - node.level + 1]])
            module = node.module or ""
            name = ".".join(filter(None, (base, module))) if node.level else module
            yield from (f"{name}.{alias.name}" for alias in node.names)


def front_door(path: Path) -> bool:
    """Whether it is `kb/cli`, or `python -m kb`, the same door by another name."""
    return path.is_relative_to("kb/cli") or path == Path("kb/__main__.py")


def room(name: str) -> str:
    """The room that a module stands in: a folder of a top-level one, or a file beside them."""
    parts = name.split(".")
    return parts[0] if parts[0] == "reports" else "/".join(parts[:2])


@pytest.mark.parametrize("path", modules(), ids=str)
def test_imports_run_one_way(path: Path) -> None:
    own = room(".".join(path.with_suffix("").parts))
    below = ORDER if front_door(path) else ORDER[: ORDER.index(own) + 1] if own in ORDER else ()
    for name in imports(path):
        if name.split(".")[0] in ROOMS:
            inside = front_door(path) and room(name) == "kb/cli"
            assert inside or room(name) in below, f"{path} imports {name}"


def test_no_two_public_classes_share_a_name() -> None:
    found: dict[str, list[str]] = {}
    for path in modules():
        for node in ast.parse((ROOT / path).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault(node.name, []).append(str(path))
    assert {name: where for name, where in found.items() if len(where) > 1} == {}


@pytest.mark.parametrize("path", [*modules(), *scripts()], ids=str)
def test_no_file_is_long(path: Path) -> None:
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= 400


# Rooms of rules: each module has its own tests, mirrored by path.
RULED = (
    *("extract/quantity", "extract/grammar", "extract/reading/kinds"),
    *("kb/reconcile", "reports/views"),
)
UNTESTED: dict[str, str] = {}  # a module's path, and why it needs no tests of its own


def mirror(path: Path) -> Path:
    """Where a module's tests stand: tests/a/test_b.py for a/b.py, and for the package a/b."""
    module = path.parent if path.stem == "__init__" else path
    return Path("tests") / module.parent / f"test_{module.stem}.py"


def defines(path: Path, prefix: str = "") -> bool:
    """Whether a function whose name begins so, or a class, stands in the module."""
    kinds = (ast.FunctionDef,) if prefix else (ast.FunctionDef, ast.ClassDef)
    nodes = ast.parse((ROOT / path).read_text(encoding="utf-8")).body
    return any(isinstance(node, kinds) and node.name.startswith(prefix) for node in nodes)


RULES = [p for p in files(*RULED) if p.suffix == ".py" and (p.stem != "__init__" or defines(p))]


@pytest.mark.parametrize("path", RULES, ids=str)
def test_every_module_of_rules_has_its_tests(path: Path) -> None:
    wanted = mirror(path)
    tested = (ROOT / wanted).is_file() and defines(wanted, "test_")
    assert tested != (str(path) in UNTESTED), f"{path} wants {wanted}"


def test_tests_of_rules_stand_where_their_module_does() -> None:
    wanted = {mirror(path) for path in RULES}
    found = {p for p in files(*(f"tests/{room}" for room in RULED)) if p.match("test_*.py")}
    assert found <= wanted


def lines(pattern: re.Pattern[str], *where: str) -> list[str]:
    """`file:line: match` for each place where the pattern stands."""
    return [
        f"{path}:{number}: {found[0]}"
        for path, text in texts(*where)
        for number, line in enumerate(text.splitlines(), 1)
        if (found := pattern.search(line))
    ]


def test_no_word_of_the_topic_stands_in_the_program() -> None:
    assert lines(TOPIC, *ROOMS) == []


def test_no_address_of_a_registry_nor_path_of_a_machine() -> None:
    assert lines(MACHINE) == []


def test_locks_hold_hashes_and_no_addresses() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in lock
        assert not MACHINE.search(lock)
        assert lock.count("==") <= lock.count("--hash=sha256:")
    assert not [p for p in files() if p.name in ("uv.lock", "pylock.toml", "package-lock.json")]


def test_every_library_says_why_it_is_here() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    names = [re.split(r"[<>=\[]", want)[0] for want in wanted]
    assert [name for name in names if name not in page] == []
