"""`python -m tests.mutation [WORD…]`: switch off each rule whose name or module has a word.

Prints the rules that no unit test misses, and ends with 1 if there are any.
"""

import sys

import pytest

from tests.mutation import parses

QUIET = ("-p", "no:cacheprovider", "-p", "no:terminal")


def main(words: list[str]) -> int:
    parses.remember()
    from tests.mutation.trying import TESTS, Tests  # imports what parses

    tests = Tests(words)
    pytest.main([*QUIET, *TESTS], plugins=[tests])
    return tests.outcome


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
