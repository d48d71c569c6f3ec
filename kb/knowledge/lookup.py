"""Finds what a person names, and says what there is if it is not there."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from extract.errors import InputError

T = TypeVar("T")
LEAST = 4
SHOWN = 20


def known(name: str | None, what: str, names: Iterable[str]) -> None:
    """Raises `InputError` if a name was given and is none of `names`; the nearest comes first."""
    there = sorted(names)
    if name is not None and name not in there:
        from extract.topic.suggest import nearest

        listed = ", ".join(there[:SHOWN]) + (", …" if len(there) > SHOWN else "")
        near = nearest(name, there)
        remedy = f"did you mean {near}? There are {listed}" if near else f"there are {listed}"
        raise InputError(f"{name}: no such {what}; {remedy}", "KB206")


def by_prefix(id: str, what: str, things: Mapping[str, T], remedy: str) -> T:
    """The thing of that id; its first characters do, if only one begins so.

    Raises `InputError` with the remedy for an id that is none, and for the start of several.
    """
    if id in things:
        return things[id]
    found = [key for key in things if len(id) >= LEAST and key.startswith(id)]
    if len(found) != 1:
        how = "several begin so; give more of it" if found else remedy
        raise InputError(f"{id}: no such {what}; {how}", "KB206")
    return things[found[0]]
