"""What a build came to, in figures: what can be told of it without reading it all."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a build.

    `tensions` are without those that are only worth a look. `settled` are pairs that people
    settled, counted above too. `left` are corrections that could not be put into effect, with the
    reasons in `why_left`. `more` are lines on what is counted and not listed, `unread` the files
    that could not be read, each with the reason.
    """

    sources: int
    sentences: int
    claims: int
    positions: int
    disputes: int
    contradictions: int
    tensions: int
    looks: int
    near_misses: int
    settled: int = 0
    left: int = 0
    why_left: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
