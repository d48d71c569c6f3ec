"""Advice: do against don't for the same act, in overlapping time."""

from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

from extract.model import Phase, Polarity, Quantity
from extract.topic.schema import Aspect, Kind
from kb.model import ConflictKind, Position
from kb.reconcile.intervals import bounded
from kb.reconcile.kinds.base import (
    Finding,
    Relation,
    Rule,
    denial,
    half_denied,
    named,
    opposed,
    placed,
)
from kb.reconcile.reasons import ReasonCode

DAY = 1.0
HALF_A_DAY = DAY / 2
A_WEEK = 7 * DAY


@dataclass(frozen=True)
class Advice:
    """The rules for acts with their windows, in days."""

    aspect: Aspect

    @cached_property
    def _opposite(self) -> frozenset[tuple[str | None, str]]:
        pairs = [(act.name, other) for act in self.aspect.acts for other in act.opposite]
        return frozenset(pairs) | frozenset((y, x) for x, y in pairs)

    def judge(self, a: Position, b: Position) -> Finding | None:
        """Do against don't; opposite acts both told to do; unlike ends of don'ts, starts of dos."""
        if named(a) != named(b):
            return self._opposites(a, b) or self._within(a, b)
        denier = opposed(a, b)
        if denier is not None:
            denied, affirmed = (a, b) if denier == 0 else (b, a)
            return placed(_do_and_dont(affirmed, denied), denier)
        return _two_donts(a, b) if a.polarity is Polarity.DENY else _two_dos(a, b)

    def _opposites(self, a: Position, b: Position) -> Finding | None:
        told = a.polarity is b.polarity is Polarity.AFFIRM
        if not told or (named(a), named(b)) not in self._opposite:
            return None
        later = any(_window(x) is None and _starts_later(y) for x, y in ((a, b), (b, a)))
        together = _apart(a, b) is None and not _time_unsaid(a, b) and not later
        relation = Relation.EXCLUDE if together else Relation.COMPATIBLE
        return Finding(
            relation,
            ConflictKind.POLARITY,
            ReasonCode.OPPOSITE if together else ReasonCode.OTHER_TIME,
        )

    @cached_property
    def _falls(self) -> frozenset[tuple[str | None, str]]:
        return frozenset((act.name, other) for act in self.aspect.acts for other in act.within)

    def _within(self, a: Position, b: Position) -> Finding | None:
        """Who does the one act does the other, which is not to be done: they pull apart."""
        denier = opposed(a, b)
        if denier is None:
            return None
        denied, affirmed = (a, b) if denier == 0 else (b, a)
        if (named(affirmed), named(denied)) not in self._falls:
            return None
        found = _do_and_dont(affirmed, denied)
        if found.relation is Relation.EXCLUDE:
            found = replace(found, relation=Relation.PULL, reason=ReasonCode.WITHIN)
        return placed(found, denier)

    def narrower(self, a: Position, b: Position) -> bool:
        """The same act with a window or a phase is a case of the act at any time."""
        if named(a) != named(b):
            return False
        phase = _phase(b) in (None, _phase(a))
        return phase and (_window(b) is None or _window(a) == _window(b))


def _phase(p: Position) -> Phase | None:
    return p.value.phase if p.value else None


def _window(p: Position) -> Quantity | None:
    """The days in which the advice holds; `None` where they have no end that is said."""
    window = p.value.quantity if p.value else None
    return window if window and (window.vague or bounded(window)) else None


def _days(window: Quantity) -> tuple[float, float]:
    return window.low or 0.0, inf if window.high is None else window.high


def _apart(a: Position, b: Position) -> ReasonCode | None:
    """Why the two are not at one time: other phases, or windows that share a day at most."""
    phases = {_phase(a), _phase(b)}
    if len(phases) == 2 and (None not in phases or Phase.AFTER not in phases):
        return ReasonCode.OTHER_TIME
    one, other = _window(a), _window(b)
    if one is None or other is None:
        return None
    (start, end), (begin, stop) = _days(one), _days(other)
    if one.vague != other.vague and max(start, begin) > DAY:
        return ReasonCode.OTHER_DAYS  # "a few days" is over by then, or may be
    shared = min(end, stop) - max(start, begin)
    if shared <= 0 or (shared <= DAY < min(end - start, stop - begin) and start != begin):
        return ReasonCode.OTHER_DAYS
    return None


def _time_unsaid(a: Position, b: Position) -> bool:
    """Whether only one of the two says before or after what it holds."""
    return _phase(a) != _phase(b)


def _starts_later(do: Position) -> bool:
    """Whether it may be done only from some day on: a plain don't speaks of the time before."""
    window = _window(do) or (do.value.quantity if do.value else None)
    if window is None or _phase(do) not in (None, Phase.AFTER):
        return False
    return bool(window.low) or (window.vague and window.low is None and window.high is None)


def _do_and_dont(do: Position, dont: Position) -> Finding:
    kind, apart = ConflictKind.POLARITY, _apart(do, dont)
    if apart is not None:
        return Finding(Relation.COMPATIBLE, kind, apart)
    if _window(dont) is None and _starts_later(do):
        return Finding(Relation.COMPATIBLE, kind, ReasonCode.LATER_ON)
    unsaid = _time_unsaid(do, dont) or (_window(do) is None and _window(dont) is not None)
    if unsaid and dont.qualifiers.degree is None:
        return Finding(Relation.PULL, kind, ReasonCode.TIME_UNSAID)
    return denial(do, dont, kind, ReasonCode.DO_AND_DONT)


def _two_donts(a: Position, b: Position) -> Finding | None:
    if _apart(a, b) is not None:
        return None
    one, other = _window(a), _window(b)
    if one is None or other is None:
        one_only = (one is None) != (other is None)
        given = Finding(
            Relation.COMPATIBLE, ConflictKind.QUANTITY, ReasonCode.WINDOW_GIVEN, int(one is None)
        )
        return given if one_only else half_denied(a, b)
    if one.vague != other.vague:
        return _vague_end(one, other)
    end, stop = _days(one)[1], _days(other)[1]
    if end == stop or abs(end - stop) < HALF_A_DAY:
        return None
    return Finding(
        Relation.PULL, ConflictKind.QUANTITY, ReasonCode.ENDS_DIFFER, 0 if end < stop else 1
    )


def _vague_end(one: Quantity, other: Quantity) -> Finding | None:
    """ "A few days" is less than a week or more."""
    stated = other if one.vague else one
    if one.unit != other.unit or _days(stated)[1] < A_WEEK:
        return None
    return Finding(
        Relation.PULL, ConflictKind.QUANTITY, ReasonCode.ENDS_DIFFER, 0 if one.vague else 1
    )


def _two_dos(a: Position, b: Position) -> Finding | None:
    """What may be done from one day on, and from another: before it, it is still a don't."""
    one, other = _window(a), _window(b)
    if one is None or other is None or _phase(a) != _phase(b) or _phase(a) is Phase.BEFORE:
        return None
    starts = _days(one)[0], _days(other)[0]
    open_ended = one.high is None and other.high is None
    if not open_ended or min(starts) <= 0 or abs(starts[0] - starts[1]) < HALF_A_DAY:
        return None
    first = 0 if starts[0] < starts[1] else 1
    return Finding(Relation.PULL, ConflictKind.QUANTITY, ReasonCode.STARTS_DIFFER, first)


RULE = Rule(Kind.ADVICE, Advice)
