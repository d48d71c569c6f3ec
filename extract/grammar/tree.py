"""The dependency tree of a paragraph: children, subtrees, paths. Holds no rule of English."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Self

from extract.parse import Parse, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})


class Tree(tuple[Token, ...]):
    """A paragraph's tokens with their children at hand. Indices are those of the paragraph."""

    parse: Parse
    tokens: tuple[Token, ...]

    def __new__(cls, parse: Parse) -> Self:
        """The tree of a parse."""
        tree = super().__new__(cls, parse.tokens)
        tree.parse, tree.tokens = parse, parse.tokens
        return tree

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The children of every token, in text order."""
        lists: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                lists[token.head].append(token.i)
        return tuple(map(tuple, lists))

    @cached_property
    def below(self) -> tuple[tuple[Token, ...], ...]:
        """What `children` holds, as tokens."""
        at = self.tokens.__getitem__
        return tuple([tuple(map(at, kids)) for kids in self.children])

    @cached_property
    def labelled(self) -> dict[str, tuple[int, ...]]:
        """The tokens of each label, in text order."""
        lists: dict[str, list[int]] = defaultdict(list)
        for token in self.tokens:
            lists[token.dep].append(token.i)
        return {label: tuple(places) for label, places in lists.items()}

    def changed(self, tokens: Iterable[Token]) -> "Tree":
        """The tree with these tokens in the place of their own."""
        new = {t.i: t for t in tokens}
        return Tree(replace(self.parse, tokens=tuple(new.get(t.i, t) for t in self.tokens)))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the paragraph, in lower case, and every lemma."""
        return frozenset(self._spots)

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of these words or lemmas stands anywhere: what needs one looks no further
        where there is none."""
        return not self.words.isdisjoint(words)

    @cached_property
    def finites(self) -> frozenset[int]:
        """Where finite verbs stand."""
        return frozenset([token.i for token in self.tokens if "VerbForm=Fin" in token.morph])

    @cached_property
    def _spots(self) -> dict[str, list[int]]:
        spots: dict[str, list[int]] = defaultdict(list)
        for token in self.tokens:
            for word in {token.lower, token.lemma}:
                spots[word].append(token.i)
        return dict(spots)

    @cached_property
    def _sought(self) -> dict[frozenset[str], frozenset[int]]:
        return {}

    def places(self, words: frozenset[str]) -> frozenset[int]:
        """Where one of these words or lemmas stands; looked up once a paragraph."""
        found = self._sought.get(words)
        if found is None:
            spots = self._spots
            found = frozenset([i for word in words.intersection(spots) for i in spots[word]])
            self._sought[words] = found
        return found

    def sentence(self, i: int) -> tuple[int, int]:
        """The half-open range of the sentence that holds token `i`."""
        return next((first, last) for first, last in self.parse.sentences if first <= i < last)

    def kids(self, i: int, *deps: str) -> list[Token]:
        """The children of token `i` with one of these labels, in text order."""
        found = []
        for kid in self.below[i]:  # asked so often that a comprehension's own cost is felt
            if kid.dep in deps:
                found.append(kid)
        return found

    def subtree(self, i: int, stop: frozenset[int] = frozenset()) -> list[int]:
        """Token `i` and all below it, in text order, without the subtrees of `stop`."""
        found, children = [i], self.children
        for at in found:
            if kids := children[at]:
                found += [k for k in kids if k not in stop] if stop else kids
        found.sort()
        return found

    def up(self, i: int) -> Iterator[Token]:
        """The heads above token `i`, from the nearest to the root."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def text(self, indices: list[int] | tuple[int, ...]) -> str:
        """The paragraph's text from the first to the last of these tokens."""
        if not indices:
            return ""
        return self.parse.text[self.tokens[min(indices)].start : self.tokens[max(indices)].end]
