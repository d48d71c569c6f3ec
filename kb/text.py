"""Numbers, plurals and lists as a person would write them, and text made fit to be printed."""

import re
from collections.abc import Iterable

from extract.model import Standing
from extract.quantity.units import plural as plural_form

WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()
HELD_BACK = {
    Standing.MENTIONED: "only mentioned",
    Standing.ASKED: "asked, not answered",
    Standing.WISHED: "wished or intended",
    Standing.WEIGHED: "to be looked into",
    Standing.INSTRUCTED: "part of what the reader is told to do",
    Standing.REPORTED: "passed on as others’ words",
}
"""Why words that could be a claim are none."""
TITLE = 60  # characters of a title within a sentence
LABELLED = re.compile(r"“[^”]*”|\[(?P<label>[^\[\]]*)(?:\]|$)")
"""Finds what `labelled` wrote in a line; and what is quoted there, in which nothing is a label."""
_ROUND = str.maketrans("[]", "()")
_IRREGULAR = {"person": "people", "is": "are", "has": "have"}


def plain(text: str) -> str:
    """The text on one line, without control characters: a source may not steer a terminal."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(text.split())


def labelled(words: str) -> str:
    """The program's own wording within a line: "[1 to 2 years, usually]".

    In quotation marks stands only what a text says in these very words.
    """
    return f"[{words.translate(_ROUND)}]"


def titled(title: str) -> str:
    """A source's title within a sentence, a long one cut at a word.

    In single quotation marks: the double ones hold what a text says.

    >>> titled("A  word\nto the wise")
    '‘A word to the wise’'
    """
    words = plain(title)
    if len(words) > TITLE:
        words = words[:TITLE].rsplit(" ", 1)[0]
        opened = words.rpartition("(")
        words = (words if ")" in opened[2] else opened[0] or words).rstrip(" ,;:.–-(") + " …"
    return f"‘{words}’"


def number(n: float) -> str:
    """Figures with grouping: 10,000; 2.5; 40; 0.005."""
    if n == int(n):
        return f"{int(n):,}"
    places = 2 if abs(n) >= 0.1 else 6
    return f"{n:,.{places}f}".rstrip("0").rstrip(".")


def in_words(n: int) -> str:
    """Up to twelve as a word, above it in figures; zero is "no"."""
    return WORDS[n] if 0 <= n < len(WORDS) else number(n)


def plural(noun: str, n: float) -> str:
    """The noun in the number that `n` calls for.

    >>> plural("source", 1), plural("near miss", 2), plural("category", 2)
    ('source', 'near misses', 'categories')
    """
    if n == 1:
        return noun
    return _IRREGULAR.get(noun) or plural_form(noun)


def count(n: int, noun: str) -> str:
    """A number and its noun in running text: "five sources", "one claim", "128 claims"."""
    return f"{in_words(n)} {plural(noun, n)}"


def holders(n: int, torn: int) -> str:
    """How many sources hold something, and how many of them contradict themselves over it.

    >>> holders(2, 0), holders(1, 1)
    ('2 sources', '1 source, which contradicts itself')
    """
    if not torn:
        return figure(n, "source")
    whose = "which" if torn == n else f"{in_words(torn)} of which"
    itself = "contradicts itself" if torn == 1 else "contradict themselves"
    return f"{figure(n, 'source')}, {whose} {itself}"


def figure(n: int, noun: str) -> str:
    """A number in figures and its noun, for tables and labels: "5 sources"."""
    return f"{number(n)} {plural(noun, n)}"


def listing(items: Iterable[str], last: str = "and") -> str:
    """A list in a sentence.

    >>> listing(["a", "b", "c"])
    'a, b and c'
    """
    *front, end = list(items) or [""]
    return f"{', '.join(front)} {last} {end}" if front else end
