"""Nouns with the words that make one name of them, and which of them name nothing of their own."""

from extract.parse import Token
from kb.suggest.seen import SeenClause

GENERAL = frozenset(
    """
    procedure treatment method technique process therapy product system service solution option
    alternative way thing lot number amount kind type sort case example fact reason question answer
    point part rest time day week month year hour minute period age people person man woman client
    patient customer owner user other one area result effect factor cause use need benefit
    advantage disadvantage problem issue look appearance level degree step tip review article
    anything everything something nothing reader expert professional specialist country world
    change choice difference money cost price
    """.split()
)
_LINKS = ("compound", "amod", "nmod:poss", "flat")


def noun_phrase(at: SeenClause, token: Token) -> tuple[str, ...]:
    """The words that name the thing: its compound before it, and itself in its plain form."""
    kids = [k for k in at.tree.kids(token.i, "compound") if k.i < token.i]
    beside = [k for n, k in enumerate(reversed(kids), 1) if k.i == token.i - n]
    if beside and at.tree[beside[-1].i - 1].text == "-":  # "over-the-counter medication"
        beside = []
    return (
        *(k.lower for k in reversed(beside) if k.lower.isalpha() and k.lower.isascii()),
        token.lemma,
    )


def named(at: SeenClause, token: Token) -> bool:
    """Whether the topic file names it already, or it is no plain word."""
    words = [token.i, *(k.i for k in at.tree.kids(token.i, *_LINKS))]
    plain = token.lemma.isalpha() and token.lemma.isascii()
    return any(i in at.mentions.strongest for i in words) or not plain


def row_name(words: str) -> str:
    """The name under which a new row stands."""
    return words.replace("-", " ").lower()
