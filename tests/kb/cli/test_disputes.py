"""`kb disputes`: what the program sums up stands in brackets, the sources behind it."""

import re

from .test_commands import Kb, kb

__all__ = ["kb"]


def test_a_side_stands_in_brackets_and_its_sources_behind(kb: Kb) -> None:
    told = re.sub(r" · [0-9a-f]{16}$", "", kb("disputes").out, flags=re.M)
    sides = " ".join(told.split()).split(" · ")[1:]
    assert sides
    assert all(re.match(r"\d+ sources?(, [^:]+)?: \[[^]]+\] – ", side) for side in sides)
    assert not any(re.search(r" and \d+ more", side.replace("; and ", "")) for side in sides)
