"""The words of phrases, and what a token's form may therefore be; slips of the pen are forgiven."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from extract.parse import Token
from extract.topic.inflect import canonical, comparatives, inflections

_PREFIX = re.compile(r"^(?:in|un|non|im|semi)")
_DEGREE_TAGS = frozenset({"ADJ", "ADV"})
_LEAST_FUZZY = 6  # letters from which one slip is forgiven
_LONG_FUZZY = 10  # letters from which two are


class Lexicon:
    """Words by the forms they take, and what a token's form may therefore be."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._forms: dict[str, list[int]] = defaultdict(list)
        self._degrees: dict[str, list[int]] = defaultdict(list)
        self._fuzzy: dict[str, list[str]] = defaultdict(list)

    def add(self, word: str) -> int:
        """The word's id; its forms are entered the first time."""
        key = canonical(word)
        if key not in self._ids:
            self._ids[key] = id = len(self._ids)
            degrees = comparatives(word)
            for form in sorted(inflections(word)):
                (self._degrees if form in degrees else self._forms)[form].append(id)
                if len(word) >= _LEAST_FUZZY and form not in degrees:
                    self._fuzzy[form[0]].append(form)
        return self._ids[key]

    def look_up(self, token: Token) -> frozenset[int]:
        """The ids of the words that the token may be."""
        found = {id for form in _spellings(token) for id in self._forms.get(form, ())}
        if token.pos in _DEGREE_TAGS:
            found.update(self._degrees.get(canonical(token.lower), ()))
        if not found and not token.known and len(token.lower) >= _LEAST_FUZZY:
            found = {id for form in self._near(token.lower) for id in self._forms[form]}
        return frozenset(found)

    def to_row(self) -> dict[str, Any]:
        """What looking up needs, as JSON-able data."""
        fuzzy = [form for forms in self._fuzzy.values() for form in forms]
        return {"forms": self._forms, "degrees": self._degrees, "fuzzy": fuzzy}

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "Lexicon":
        """The inverse of `to_row`; no word can be added."""
        made = cls()
        made._forms.update(row["forms"])
        made._degrees.update(row["degrees"])
        for form in row["fuzzy"]:
            made._fuzzy[form[0]].append(form)
        return made

    def joined(self, form: str) -> bool:
        """Whether a form is listed exactly."""
        return canonical(form) in self._forms

    def _near(self, lower: str) -> Iterator[str]:
        form = canonical(lower)
        slips = 2 if len(form) >= _LONG_FUZZY else 1
        near = process.extract(
            form,
            self._fuzzy.get(form[0], ()),
            scorer=DamerauLevenshtein.distance,
            score_cutoff=slips,
            limit=None,
        )
        for other, distance, _ in near:
            long = min(len(form), len(other)) >= _LONG_FUZZY
            if (long or distance <= 1) and _PREFIX.sub("", form) != _PREFIX.sub("", other):
                yield other


def _spellings(token: Token) -> tuple[str, ...]:
    forms = (canonical(token.lower), canonical(token.lemma))
    return (*forms, canonical(token.lower.replace("-", ""))) if "-" in token.lower[1:-1] else forms
