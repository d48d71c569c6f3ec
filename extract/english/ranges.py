"""Where the tokenizer also cuts, so that a range, an amount and its unit are tokens of their own.

Each row is a regular expression for an infix, and an example: a word and what it is cut into.
An expression that matches nothing between two characters cuts there.
"""

from typing import NamedTuple

MONEY = "$€£¥"


class Cut(NamedTuple):
    """One infix, with a word it cuts and the pieces."""

    pattern: str
    word: str
    pieces: tuple[str, ...]


CUTS: tuple[Cut, ...] = (
    Cut(rf"(?<=[0-9%{MONEY}])[-–—−~](?=[{MONEY}]?[0-9])", "1–4", ("1", "–", "4")),
    Cut(r"(?<=[0-9])%(?=[-–—−~])", "5%-10%", ("5", "%", "-", "10", "%")),
    Cut(rf"(?<=[-–—−~])[{MONEY}](?=[0-9])", "2000-$4500", ("2000", "-", "$", "4500")),
    Cut(rf"(?<=[A-Za-z0-9])[{MONEY}](?=[0-9])", "from$2000", ("from", "$", "2000")),
    Cut(rf"(?<=[0-9])[{MONEY}](?=[-–—−~])", "2000$-4500$", ("2000", "$", "-", "4500", "$")),
    Cut(r"(?<=[0-9])(?=[a-z]{3})", "6months", ("6", "months")),
    Cut(r"(?<=[0-9])(?=(?:hr|mo|wk|yr)s?(?![a-z]))", "2yr", ("2", "yr")),
    Cut(r"(?<=[0-9])[-–—](?=[A-Za-z])", "3–session", ("3", "–", "session")),
    Cut(r"(?<=-to)-(?=[0-9])", "3-to-4", ("3", "-", "to", "-", "4")),
    Cut(r"(?<=[0-9])\+(?=[-–—A-Za-z])", "5+years", ("5", "+", "years")),
)

# Words with one of these prefixes stay whole: cut apart, the prefix takes the predicate's place
# in the tree ("is non | - | invasive").
KEPT = r"(?i)(?:non|semi|anti|pre|post|micro|multi|ultra|re|co)[-‐‑–][a-z]+\Z"
