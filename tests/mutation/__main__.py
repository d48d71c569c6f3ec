"""`python -m tests.mutation [WORD…]`: switch off each rule whose name or module has a word.

Prints the rules that no unit test misses, and ends with 1 if there are any. Each is tried in a
child process that has the pipeline in memory: first the tests that mirror its module, then all of
`tests/extract` that read.
"""

import os
import sys
from pathlib import Path

import pytest

from tests.extract.reader import extraction
from tests.mutation.mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
WIDER = (
    "tests/extract/test_cues.py",
    "tests/extract/grammar",
    "tests/extract/quantity",
    "tests/extract/reading",
)
QUIET = ("-q", "-x", "--no-header", "-p", "no:cacheprovider", "-p", "no:randomly")


def main(words: list[str]) -> int:
    extraction("A lash lift hurts.")  # loads the pipeline, for every child
    if _fails(None, *WIDER):
        print("the tests fail with every rule on: nothing can be told")
        return 2
    survivors, tried = 0, 0
    for mutant in mutants():
        if words and not any(w in f"{mutant.module}.{mutant.name}" for w in words):
            continue
        tried += 1
        if not _missed(mutant):
            survivors += 1
            print(f"no test misses {mutant.module} {mutant.name}", flush=True)
    print(f"{tried} rules switched off, {survivors} not missed")
    return int(survivors > 0)


def _missed(mutant: Mutant) -> bool:
    mirror = ROOT / "tests" / Path(*mutant.module.split("."))
    own = mirror.with_name(f"test_{mirror.name}.py")
    return (own.exists() and _fails(mutant, str(own))) or _fails(mutant, *WIDER)


def _fails(mutant: Mutant | None, *paths: str) -> bool:
    """Whether the tests fail in a child where the rule is off."""
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        if mutant is not None:
            mutant.apply()
        os._exit(int(pytest.main([*QUIET, *paths]) != 0))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
