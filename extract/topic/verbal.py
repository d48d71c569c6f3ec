"""Verbs that a tagger takes for something else: "solar panels last 25 years", "what does it cost?".

Present-tense verbs that look like adjectives or nouns are the commonest such slip, so a phrase
that asks for a verb is given this second chance. Agreement decides: a plural noun has the bare
form after it ("beds last"), a singular one the -s ("power costs").
"""

from collections.abc import Sequence

from extract.parse import Token

_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PLURAL_WORDS = frozenset({"they", "we", "you", "these", "those", "both", "all", "most", "some"})
_SINGULAR_WORDS = frozenset({"it", "he", "she", "this", "that", "which", "each", "one"})
_HELPERS = frozenset(
    {"do", "does", "did", "can", "could", "will", "would", "may", "might", "must", "should", "to"}
)
_BEFORE_AMOUNT = frozenset({"about", "around", "between", "from", "over", "under", "up"})
_AMOUNT = frozenset({"NUM", "SYM", "ADV", "DET", "PUNCT"})
_REACH = 8  # tokens from the helper of a question to its verb


def verbal(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token at a position of the clause can be a verb, going by its neighbours."""
    token = tokens[at]
    if token.pos in _VERBS:
        return True
    if not at:
        return False
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    if before.lower in _HELPERS or before.lower in ("n't", "not"):
        return True
    if after is not None and after.pos in (*_NOUNS, *_VERBS):
        return False
    bare = not token.lower.endswith("s")
    if bare and (_plural(before) or _asked(tokens, at)):
        return True
    return not bare and _singular(before) and after is not None and _amount(after)


def _plural(token: Token) -> bool:
    if token.pos in _NOUNS:
        return "Number=Plur" in token.morph or token.lower.endswith("s")
    return token.lower in _PLURAL_WORDS


def _singular(token: Token) -> bool:
    return (token.pos in _NOUNS and not _plural(token)) or token.lower in _SINGULAR_WORDS


def _asked(tokens: Sequence[Token], at: int) -> bool:
    """Whether a question's helper and its subject stand before: does a system | cost?"""
    before = tokens[at - 1]
    named = before.pos in _NOUNS or before.lower in _PLURAL_WORDS | _SINGULAR_WORDS
    reach = tokens[max(0, at - _REACH) : at]
    return named and any(t.lower in _HELPERS - {"to"} for t in reach)


def _amount(token: Token) -> bool:
    return token.pos in _AMOUNT or token.lower in _BEFORE_AMOUNT
