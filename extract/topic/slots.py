"""Phrases of a topic file, read into slots.

    hurt|ache last:verb            two slots; `hurt` or `ache`, and the verb `last`
    side-effect                    two words side by side: side effects, side-effect, sideeffect
    <raise> sale|<income>          word lists of the topic file, alone or among alternatives

Every slot must be filled by a different word of one clause, in any order and inflection.
Which forms a word takes is in inflect.py; finding phrases in a clause is in match.py.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import NamedTuple

from extract.topic.suggest import remedy

MOST_SLOTS = 8
MOST_JOINED = 5_000

# What may be written after a colon, and the Universal Dependencies tags it stands for.
PARTS_OF_SPEECH: dict[str, frozenset[str]] = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adjective": frozenset({"ADJ"}),
    "adverb": frozenset({"ADV"}),
}

_SLOT = re.compile(r"(?:<[^<>]*>|[^\s<>])+|[<>]")
_PIECE = re.compile(r"<[^<>]*>|[^-<>]+")
_JOINED = re.compile(rf"(?:{_PIECE.pattern})(?:-(?:{_PIECE.pattern}))*")
_LETTER = re.compile(r"[^\W_]|['.&+%/°$€£]")
_PIECES = re.compile(r"^(\w+)(n't|'s)$|^(\d[\d.]*)([%°]\w?)$|^(can)(not)$")


class Alternative(NamedTuple):
    """Words that stand side by side, in lower case; `pos` restricts the last one's.

    `pos` is a key of `PARTS_OF_SPEECH`.
    """

    words: tuple[str, ...]
    pos: str | None = None


@dataclass(frozen=True, slots=True)
class CompiledPhrase:
    """A phrase as its slots, each a tuple of alternatives in the order written."""

    text: str
    slots: tuple[tuple[Alternative, ...], ...]


def compile_phrase(text: str, words: Mapping[str, tuple[str, ...]]) -> CompiledPhrase:
    """The phrase read, with the `words` lists that it names put in.

    Raises `ValueError` with a plain reason: what is wrong; what would be right.
    """
    slots = tuple(_slot(part, words) for part in _SLOT.findall(_plain(text)))
    if not slots:
        raise ValueError("an empty phrase; write at least one word")
    if len(slots) > MOST_SLOTS:
        raise ValueError(
            f"{len(slots)} separate words; at most {MOST_SLOTS}, join those side by side by hyphens"
        )
    return CompiledPhrase(text, slots)


def slots_written(text: str) -> tuple[str, ...]:
    """The slots of a phrase as its writer wrote them, lists by their names."""
    return tuple(_SLOT.findall(_plain(text)))


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").replace("‑", "-").lower()


def _slot(part: str, words: Mapping[str, tuple[str, ...]]) -> tuple[Alternative, ...]:
    return tuple(dict.fromkeys(a for one in _split(part) for a in _alternatives(one, words)))


def _split(part: str) -> list[str]:
    """Parts between the bars outside of angle brackets."""
    found = re.split(r"\|(?![^<]*>)", part)
    if "" in found:
        raise ValueError(f"an empty alternative in {part!r}; write a word on both sides of each |")
    return found


def _alternatives(one: str, words: Mapping[str, tuple[str, ...]]) -> Iterator[Alternative]:
    if "<" not in one and ">" not in one:
        yield _alternative(one)
        return
    body, colon, name = one.partition(":")
    if not _JOINED.fullmatch(body):
        raise ValueError(f"{one!r} holds a stray < or >; a word list is written <name>")
    pos = _pos(name) if colon else None
    joined = [_entries(piece, words) for piece in _PIECE.findall(body)]
    if prod(map(len, joined)) > MOST_JOINED:
        raise ValueError(f"{one!r} makes over {MOST_JOINED:,} words; use shorter lists")
    for row in product(*joined):
        yield Alternative(tuple(w for each in row for w in each.words), row[-1].pos or pos)


def _entries(piece: str, words: Mapping[str, tuple[str, ...]]) -> list[Alternative]:
    """The entries of a list, or the word itself."""
    if not piece.startswith("<"):
        return [_alternative(piece)]
    name = piece[1:-1]
    if name not in words:
        raise ValueError(f"no word list <{name}>; {remedy(name, words, 'there are no words')}")
    return [list_entry(entry) for entry in words[name]]


def list_entry(entry: str) -> Alternative:
    """An entry of a word list: one word, or several side by side.

    Raises `ValueError` with a plain reason.
    """
    if "<" in entry or ">" in entry:
        raise ValueError(f"{entry!r} names a list; lists don't nest, write its words out")
    if "|" in entry:
        raise ValueError(f"{entry!r} holds a |; write each alternative as an entry of its own")
    return _alternative("-".join(_plain(entry).split()))


def _alternative(one: str) -> Alternative:
    body, colon, pos = one.partition(":")
    if not body.strip("-"):
        raise ValueError(f"no word in {one!r}; write one")
    parts = body.split("-")
    if "" in parts:
        raise ValueError(f"{one!r} holds a hyphen with no word beside it; join words, as in a-b")
    pieces = tuple(piece for part in parts for piece in _word(part))
    return Alternative(pieces, _pos(pos) if colon else None)


def _word(part: str) -> tuple[str, ...]:
    """The word as the tokenizer cuts it: don't → do n't, 50% → 50 %."""
    bad = next((c for c in part if not _LETTER.fullmatch(c)), None)
    if bad:
        raise ValueError(f"{part!r} holds {bad!r}; words are letters, digits, ' and .")
    cut = _PIECES.fullmatch(part)
    return tuple(piece for piece in cut.groups() if piece) if cut else (part,)


def _pos(name: str) -> str:
    if name not in PARTS_OF_SPEECH:
        raise ValueError(f"{name!r} is no part of speech; use {', '.join(PARTS_OF_SPEECH)}")
    return name
