"""Tries mutants against tests that are collected once: each mutant in a child of its own.

A trial is tried on a function's mutant only if it runs the function; those of the module's own
test go first, then the quick ones.
"""

import gc
import os
import signal
import sys
import time
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.extract import test_cues
from tests.mutation.mutants import Mutant, mutants

TESTS = (
    "tests/extract/test_rules.py",
    "tests/extract/grammar",
    "tests/extract/quantity",
    "tests/extract/reading",
)
NO_RULE = ("test_document_any.py", "linear_time", "glued_words")  # odd texts do no harm
PATIENCE = 120  # seconds after which a child hangs, which is missed too


@dataclass(slots=True)
class Trial:
    """A test, or a row of the cues: `passes` once its rule is off, the functions it runs."""

    name: str
    passes: Callable[[], bool]
    cost: float = 0.0
    runs: set[types.CodeType] = field(default_factory=set)

    def mirrors(self, mutant: Mutant) -> bool:
        """Whether it is of the mutant's module."""
        _, *rooms, module = mutant.module.split(".")
        own = Path(*rooms, f"test_{module}.py").as_posix()
        return own in self.name or self.name.startswith(f"{mutant.module}.")


class Tests:
    """A plugin of pytest that runs what is collected once with every rule on, then off."""

    def __init__(self, words: list[str]) -> None:
        self.outcome = 2
        self.words = words

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Takes the place of pytest's own loop."""
        every = list(mutants())
        trials = [*_tests(session), *_cues()]
        start = time.process_time()
        for trial in trials:
            if not _watched(trial, {code for m in every for code in m.code}):
                print(f"{trial.name} fails with every rule on: nothing can be told")
                return True
        print(f"{len(trials)} trials pass in {time.process_time() - start:.0f} s", flush=True)
        gc.freeze()
        named = [f"{m.module}.{m.name}" for m in every]
        tried = [m for m, n in zip(every, named, strict=True) if self._wanted(n)]
        survivors = [m for m in tried if not _missed(m, trials)]
        print(f"{len(tried)} rules switched off, {len(survivors)} not missed")
        self.outcome = int(bool(survivors))
        return True

    def _wanted(self, name: str) -> bool:
        return not self.words or any(word in name for word in self.words)


def _tests(session: pytest.Session) -> list[Trial]:
    shown = (item for item in session.items if isinstance(item, pytest.Function))
    return [Trial(item.nodeid, partial(_passes, item)) for item in shown if _shows_a_rule(item)]


def _shows_a_rule(item: pytest.Function) -> bool:
    at_random = getattr(item.obj, "is_hypothesis_test", False)
    return not at_random and not any(name in item.nodeid for name in NO_RULE)


def _passes(item: pytest.Function) -> bool:
    params: dict[str, Any] = item.callspec.params if hasattr(item, "callspec") else {}
    if not set(item.fixturenames) <= set(params):
        reports = runtestprotocol(item, log=False, nextitem=None)
        return all(report.outcome != "failed" for report in reports)
    try:
        item.obj(**params)
    except Exception:
        return False
    return True


def _cues() -> list[Trial]:
    """The rows of the cues: one whose text reads as ever is taken to pass."""
    return [
        Trial(f"{row.module}.{row.name} {row.word}", partial(_works, row, test_cues.read(row)))
        for row in test_cues.rows()
    ]


def _works(row: test_cues.Row, read: test_cues.Outcome) -> bool:
    try:
        return test_cues.read(row) == read or not test_cues.idle(row)
    except Exception:
        return False


def _watched(trial: Trial, known: set[types.CodeType]) -> bool:
    """Whether it passes; which of the functions it runs is kept."""

    def watch(frame: types.FrameType, event: str, _: Any) -> None:
        if event == "call" and frame.f_code in known:
            trial.runs.add(frame.f_code)

    start = time.process_time()
    sys.setprofile(watch)
    passed = trial.passes()
    sys.setprofile(None)
    trial.cost = time.process_time() - start
    return passed


def _missed(mutant: Mutant, trials: list[Trial]) -> bool:
    """Whether some trial fails, in a child where the rule is off."""
    mine = [t for t in trials if not mutant.code or mutant.code & t.runs]
    mine.sort(key=lambda trial: (not trial.mirrors(mutant), trial.cost))
    child = os.fork()
    if child == 0:
        signal.alarm(PATIENCE)
        passed = False
        try:
            mutant.apply()
            passed = all(trial.passes() for trial in mine)
        finally:
            os._exit(int(not passed))
    missed = os.waitpid(child, 0)[1] != 0
    if not missed:
        print(f"no test misses {mutant.module} {mutant.name} ({len(mine)} tried)", flush=True)
    return missed
