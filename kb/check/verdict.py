"""Which verdict a statement gets. Green is safe: one agreeing source never cancels a contrary one.

Supported: a source plainly says the same, and nothing in the corpus stands against it or pulls
apart from it. What the sources say in part only, or with more reserve, makes the draft stronger.
"""

from dataclasses import dataclass

from kb.check.backing import Backing, How
from kb.check.bench import OpposingClaim
from kb.check.model import (
    CONTRADICTED,
    DISPUTED,
    IN_TENSION,
    LEFT_OPEN,
    STRONGER,
    SUPPORTED,
    UNSOURCED,
    UNSUPPORTED,
    WITH_TENSION,
    CheckRule,
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is held against and for one claim, and how the draft itself puts it.

    `hedging` are those of `soft` that say the same with more reserve, `denying` those that
    plainly say the contrary, of some or for a time. `unsound` are ids of positions that stand in a
    conflict among the sources. `open`: the draft leaves it open; `story`: it is somebody's own.
    `must`: the topic file asks for a source.
    """

    aspect: str
    hard: tuple[OpposingClaim, ...] = ()
    soft: tuple[OpposingClaim, ...] = ()
    backing: tuple[Backing, ...] = ()
    hedging: tuple[OpposingClaim, ...] = ()
    denying: tuple[OpposingClaim, ...] = ()
    unsound: frozenset[str] = frozenset()
    open: bool = False
    story: bool = False
    must: bool = False

    @property
    def fully(self) -> tuple[Backing, ...]:
        """What gives the draft's own answer."""
        return tuple(b for b in self.backing if b.fully)

    @property
    def plain(self) -> tuple[Backing, ...]:
        """What plainly says the same."""
        return tuple(b for b in self.backing if b.how is How.PLAIN)


def verdict(held: Weighed) -> CheckRule:
    """How the statement stands to the sources."""
    if held.hard:
        return _excluded(held)
    if held.plain:
        return _said(held)
    if any(b.how is How.LESS for b in held.backing) and not held.open:
        return STRONGER
    if held.soft and not _beside_only(held):
        return _pulled(held)
    return UNSOURCED if held.must and not held.story else UNSUPPORTED


def _beside_only(held: Weighed) -> bool:
    """Whether all agree in the answer only, and nothing on this question stands against it."""
    beside = bool(held.fully) and all(b.how is How.BESIDE for b in held.fully)
    return beside and all(a.position.aspect != held.aspect for a in held.soft)


def _excluded(held: Weighed) -> CheckRule:
    if not held.fully:
        return CONTRADICTED
    return LEFT_OPEN if held.open else DISPUTED


def _said(held: Weighed) -> CheckRule:
    """Plainly said by some source, and excluded by none."""
    plainly = {b.claim.source for b in held.plain}
    hedging = {a.claim.source for a in held.hedging} - plainly
    if not held.open and len(hedging) > len(plainly):
        return STRONGER
    if held.soft or all(b.position.id in held.unsound for b in held.plain):
        return LEFT_OPEN if held.open else WITH_TENSION
    return UNSUPPORTED if held.story else SUPPORTED


def _pulled(held: Weighed) -> CheckRule:
    """Not plainly said, and sources pull apart from it."""
    if held.open:
        return LEFT_OPEN if held.fully else UNSUPPORTED
    if held.fully:
        return WITH_TENSION
    if held.denying and not held.backing:
        return CONTRADICTED
    return STRONGER if len(held.hedging) == len(held.soft) else IN_TENSION
