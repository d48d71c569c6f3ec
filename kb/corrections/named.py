"""Which thing of the topic file some words mean: by its name, its label, or one of its phrases."""

import re
from collections.abc import Iterable, Sequence

from extract.model import normalise
from extract.parse import Token
from extract.topic.phrase import PhraseIndex, compile_phrase
from extract.topic.schema import Answer, Named
from extract.topic.slots import Alternative, CompiledPhrase

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[%°$€£]")
_WRITTEN = re.compile(r"[\s_/+-]+")

Words = tuple[str, tuple[str, ...]]
"""A thing's name, and the phrases that mean it."""


def of_answers(answers: Iterable[Answer]) -> tuple[Words, ...]:
    """The answers of an aspect with all that names them."""
    return tuple((a.name, (*filter(None, (a.label,)), *a.words, *a.says)) for a in answers)


def of_rows(rows: Iterable[Named]) -> tuple[Words, ...]:
    """Rivals, kinds, groups of people … with all that names them."""
    return tuple((row.name, row.names) for row in rows)


def meant(text: str, things: Sequence[Words], lists: dict[str, tuple[str, ...]]) -> list[str]:
    """The names of the things that the words may mean; one, if they are clear.

    A name as it is written wins; then the thing of which the most words were found.
    """
    wanted = _folded(text)
    exact = [name for name, _ in things if _folded(name) == wanted]
    return exact or _longest(text, things, lists)


def _folded(name: str) -> str:
    return _WRITTEN.sub(" ", normalise(name)).strip()


def _longest(text: str, things: Sequence[Words], lists: dict[str, tuple[str, ...]]) -> list[str]:
    rows = ((name, p) for name, phrases in things for p in _compiled(name, phrases, lists))
    found = PhraseIndex(rows).match(tokens(text))
    most = max((len(m.token_indices) for m in found), default=0)
    best = {str(m.key) for m in found if len(m.token_indices) == most}
    return [name for name, _ in things if name in best]


def _compiled(
    name: str, phrases: Iterable[str], lists: dict[str, tuple[str, ...]]
) -> Iterable[CompiledPhrase]:
    """The phrases without their parts of speech: free words have none."""
    for phrase in (_WRITTEN.sub("-", name), *phrases):
        try:
            compiled = compile_phrase(phrase, lists)
        except ValueError:
            continue  # a name or a label need not be a phrase
        slots = (tuple(dict.fromkeys(Alternative(a.words) for a in s)) for s in compiled.slots)
        yield CompiledPhrase(compiled.text, tuple(slots))


def tokens(text: str) -> list[Token]:
    """The words as tokens that no pipeline has seen."""
    return [
        Token(i, m[0], low, low, "", "", "", i, "", m.start(), m.end())
        for i, m in enumerate(_WORD.finditer(text))
        for low in (normalise(m[0]),)
    ]
