"""What is said of the pairs that are counted and not written, for terminal and pages alike."""

from collections.abc import Callable, Iterable, Iterator

from kb.model import MorePairs

NAMED = 5  # questions with a line of their own


def more_lines(rows: Iterable[MorePairs], words: Callable[[MorePairs], str]) -> Iterator[str]:
    """A line for each question of which there is more to say, and one for those beyond some."""
    said = [f"{m.aspect}: {line}" for m in rows if (line := words(m))]
    yield from said[:NAMED]
    rest = len(said) - NAMED
    if rest > 0:
        yield f"and more on {rest:,} other question{'' if rest == 1 else 's'}"


def more_conflicts(m: MorePairs) -> str:
    """“44,600 more contradictions between 800 positions are counted, not listed; …”, or ""."""
    sorts = ((m.contradictions, "contradiction", "s"), (m.tensions, "tension", "s"))
    counted = " and ".join(_more(*sort) for sort in sorts if sort[0])
    between = f" between {m.positions:,} positions"
    return _with_rest(counted + between if counted else "", m.conflicts, m)


def more_near_misses(m: MorePairs) -> str:
    """“2,400 more near misses are counted, not listed; …”, or ""."""
    counted = _more(m.near_misses, "near miss", "es") if m.near_misses else ""
    return _with_rest(counted, m.near_misses, m)


def _more(n: int, noun: str, plural: str) -> str:
    return f"{n:,} more {noun}{'' if n == 1 else plural}"


def _with_rest(counted: str, n: int, m: MorePairs) -> str:
    """What is counted, and how many pairs of positions nobody looked at."""
    listed = f"{counted} {'is' if n == 1 else 'are'} counted, not listed" if counted else ""
    left = m.not_compared
    skipped = f"{_more(left, 'pair', 's')} {'was' if left == 1 else 'were'} not compared"
    return "; ".join(filter(None, (listed, skipped if left else "")))
