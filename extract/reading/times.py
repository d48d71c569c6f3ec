"""The time that limits a statement: said in its clause, or above it in a heading or lead-in."""

from collections.abc import Sequence

from extract.grammar.clauses import Clause
from extract.grammar.tree import Tree
from extract.model import Phase, Scope, ScopeKind
from extract.parse import Token
from extract.quantity import Window

LATER = f"{Phase.AFTER} later"
"""What begins some time after the event."""
_MEASURING = frozenset({"first", "within", "day", "as"})
LONGEST = 10  # tokens of a heading that is about a time: "The first three days"


def above(tree: Tree, windows: Sequence[Window]) -> Window | None:
    """The time that a heading or lead-in sets for what stands under it."""
    short = [t for t in tree.tokens if t.pos != "PUNCT"]
    if len(short) > LONGEST or tree[-1].text == "?" or len(windows) != 1:
        return None
    window, words = windows[0], {t.lower for t in short}
    story = window.begins is not None and "later" in words  # "Eighteen months later"
    if story or {"before", "after"} <= words:
        return None
    return window


def scope_of(window: Window) -> Scope:
    """The phase that a window makes; early and later ones have nothing in common."""
    name = _part(window)
    return Scope(ScopeKind.PHASE, window.text, f"{window.phase} {name}".strip())


def _part(window: Window) -> str:
    """Whether its days begin at once or later; empty where it has no days."""
    if window.phase is not Phase.AFTER:
        return ""
    if window.low or window.begins or (window.vague and window.low is None):
        return LATER.split()[1]
    return "early" if window.high is not None else ""


def in_days(window: Window) -> bool:
    """Whether it has a first or a last day that is told."""
    return bool(window.low) or window.high is not None


def within(tree: Tree, clause: Clause, windows: Sequence[Window]) -> Window | None:
    """The first window that stands in the clause, or opens its sentence."""
    first = tree.parse.sentences[clause.sentence][0]
    places = [tree[i] for i in (first, *clause.tokens)]
    inside = (w for w in windows if any(w.start <= t.start < w.end for t in places))
    return next((w for w in inside if _limits(w)), None)


def _limits(window: Window) -> bool:
    """Whether it says when, not how much ("ten days of rest") nor after what else."""
    words = window.text.lower().split()
    if in_days(window):
        return "of" not in words or not _MEASURING.isdisjoint(words)
    return words[0] == "once" or len(words) == 1


def opening(tree: Tree, window: Window) -> Token:
    """The token with which a window begins."""
    return next(t for t in tree.tokens if t.end > window.start)
