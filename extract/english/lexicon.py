"""The word forms that the shipped pipeline has seen: a form that is not among them may be misspelt.

The list is made by `extract.english.train` from the treebank's training part.
"""

from functools import cache, lru_cache

from extract.english.folder import SHIPPED

FILE = "lexicon.txt"


@cache
def forms() -> frozenset[str]:
    """Every form in the list, lower case with straight apostrophes."""
    return frozenset((SHIPPED / FILE).read_text(encoding="utf-8").split("\n"))


@lru_cache(maxsize=1 << 16)
def known(lower: str) -> bool:
    """Whether a form is in the list; what holds no letter always is."""
    return lower in forms() or not any(c.isalpha() for c in lower)
