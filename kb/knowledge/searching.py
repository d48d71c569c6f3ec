"""How words are looked up; reports/static/site.js does the same in the page, rule for rule.

Words match at their start, in a passage, its question or its source. What has every word comes
first, then what has most of them; failing both, what has the most.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

DENYING = frozenset("no not never none nothing without cannot".split())
DENIES = "ǃ"  # stands beside every denying word, so that "no" finds "does not have any"
COMMON = frozenset(
    "a about all an and any are as at be been being but by can could did do does for from had has "
    "have he her his how i if in into is it its me my of on or our out she should so some than "
    "that the their them then there these they this those to us was we were what when where which "
    "who why will with would you your".split()
)
KEPT = 10_000  # passages whose words are kept: of those that a build lists most were there before
_NOT = re.compile(r"n['’]t\b")
_OWNS = re.compile(r"['’]s\b")
_WORD = re.compile(r"[^\W_]+")
_SOUGHT = re.compile(r'"([^"]+)"|([^\s"]+)')
_SHORTEST = 3  # letters that an ending must leave
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")


def words_of(text: str) -> list[str]:
    """The words of a text, without accents; "don't" is "do not"."""
    bare = (text if text.isascii() else _without_accents(text)).lower()
    return _WORD.findall(_OWNS.sub("", _NOT.sub(" not", bare)))


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.category(c).startswith("M"))


@lru_cache(KEPT)
def haystack(*texts: str) -> str:
    """The words with a space before each: a word that starts with "eff" is found as " eff"."""
    words = words_of(" ".join(texts))
    return "".join(f" {DENIES} {w}" if w in DENYING else f" {w}" for w in words)


def sought(query: str) -> tuple[str, ...]:
    """What to look for: endings dropped, common words left out where others remain.

    Words in double quotes stand side by side.
    """
    phrases = [p for p, _ in _SOUGHT.findall(query) if p]
    words = [w for _, one in _SOUGHT.findall(query) if one for w in words_of(one)]
    rare = [w for w in words if w not in COMMON]
    chosen = rare if rare or phrases else words
    terms = [haystack(p).strip() for p in phrases]
    terms += [DENIES if w in DENYING else stem(w) for w in chosen]
    return tuple(dict.fromkeys(t for t in terms if t))


def stem(word: str) -> str:
    """A word without the ending of a plural or of a verb: "hosing", "scarred", "sides"."""
    for ending in ("ing", "ed", "s"):
        left = word.removesuffix(ending)
        if left != word and len(left) >= _SHORTEST and _stands(left, ending):
            return left if ending == "s" else _DOUBLED.sub(r"\1", left)
    return word


def _stands(left: str, ending: str) -> bool:
    """Whether what is left is a word's stem: it has a vowel, and the ending is one."""
    if ending == "s":
        return not left.endswith("s")
    return bool(re.search("[aeiouy]", left)) and not left.endswith("e")


def count(hay: str, terms: Iterable[str]) -> int:
    """How many of the terms begin in it."""
    return sum(f" {t}" in hay for t in terms)
