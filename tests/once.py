"""What takes long and comes out the same each time: made once, for all tests that only read it."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache, wraps
from pathlib import Path
from typing import Any

from filelock import FileLock
from pytest import TempPathFactory

from extract.english import pipeline
from extract.english.folder import locate, version
from extract.parse import Parse
from extract.rules import Rules
from extract.topic.load import load_topic
from extract.topic.schema import Topic

KEPT = 20_000  # parses


def made_once(factory: TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder filled by `make` once in a run, in whichever process asks first."""
    base = factory.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, whole = run / name, run / f"{name}.whole"
    with FileLock(run / f"{name}.lock"):
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)  # half of it, where making it failed
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder


@cache
def topic(path: Path) -> Topic:
    """A topic file that no test changes."""
    return load_topic(path)


@cache
def rules(path: Path) -> Rules:
    """Its rules, compiled."""
    return Rules(topic(path))


def remember() -> None:
    """From now on the program, in this process, loads a pipeline once and parses a text once.

    Who imported `load` or `parse` before has those that do not remember.
    """
    load, parse = pipeline.load, pipeline.parse
    kept: dict[tuple[int, str], Parse] = {}
    loaded: dict[tuple[Path, str], Any] = {}

    @wraps(load)
    def load_once(name: str | None = None) -> Any:
        key = locate(name), version(name)
        if key not in loaded:
            loaded[key] = load(name)
        return loaded[key]

    @wraps(parse)
    def parse_once(nlp: Any, texts: Iterable[str]) -> Iterator[Parse]:
        wanted = list(texts)
        new = [t for t in dict.fromkeys(wanted) if (id(nlp), t) not in kept]
        known = {t: kept[id(nlp), t] for t in wanted if (id(nlp), t) in kept}
        known.update(zip(new, parse(nlp, new) if new else (), strict=True))
        if len(kept) < KEPT:
            kept.update({(id(nlp), t): known[t] for t in new})
        return (known[t] for t in wanted)

    pipeline.load, pipeline.parse = load_once, parse_once
