"""Rules that need a word: in a paragraph without it they are not asked."""

from collections.abc import Callable, Sequence, Set
from typing import Any, Generic, TypeVar

from extract.grammar.tree import Tree

R = TypeVar("R")
F = TypeVar("F", bound=Callable[..., Any])

_NEEDED: dict[Callable[..., Any], frozenset[str]] = {}


def needing(*words: str) -> Callable[[F], F]:
    """Marks a rule that finds nothing in a paragraph without one of these words or lemmas."""

    def mark(rule: F) -> F:
        _NEEDED[rule] = frozenset(words)
        return rule

    return mark


class Askable(Generic[R]):
    """Rules in the order of their say, each with the function that may be marked."""

    def __init__(self, rules: Sequence[tuple[R, Callable[..., Any]]]) -> None:
        self._rules = tuple([rule for rule, _ in rules])
        needs = [_NEEDED.get(function) for _, function in rules]
        self._plain = frozenset(n for n, words in enumerate(needs) if words is None)
        self._by_word: dict[str, list[int]] = {}
        for n, words in enumerate(needs):
            for word in words or ():
                self._by_word.setdefault(word, []).append(n)
        self._always = tuple([self._rules[n] for n in sorted(self._plain)])
        # Of the paragraph that was read last, for its candidates come one after another.
        self._last: tuple[Tree | None, tuple[R, ...]] = (None, ())

    def of(self, tree: Tree) -> tuple[R, ...]:
        """The rules that may find something in the paragraph."""
        read, rules = self._last
        if read is not tree:
            told = self._by_word.keys() & tree.words
            rules = self._with(told) if told else self._always
            self._last = tree, rules
        return rules

    def _with(self, told: Set[str]) -> tuple[R, ...]:
        may = self._plain.union(*[self._by_word[word] for word in told])
        return tuple([self._rules[n] for n in sorted(may)])
