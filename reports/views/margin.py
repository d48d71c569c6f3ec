"""How much of a margin stays unfolded, so that long notes do not pull the text apart.

An estimate in lines at a common width of the page; being off by a line or two does no harm.
"""

from collections.abc import Iterable
from math import ceil

WIDTH = 72  # characters in a line of the text
TALLER = 1.5  # a line of the text in lines of the margin
SLACK = 3  # lines that a margin may be longer than its block


def unfolded(length: int, notes: Iterable[int]) -> int:
    """How many notes stay open beside a block of `length` characters: those that fit, at least one.

    `notes` are the heights of the notes, in lines of the margin.
    """
    room = ceil(length / WIDTH) * TALLER + SLACK
    taken = count = 0
    for height in notes:
        taken += height
        if count and taken > room:
            break
        count += 1
    return count
