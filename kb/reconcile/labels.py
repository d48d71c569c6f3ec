"""What a position says, in plain words made from the topic file's labels."""

from dataclasses import dataclass
from functools import cached_property

from extract.grammar.conditions import ONE_CASE, OWN_PRICE
from extract.model import (
    Certainty,
    Degree,
    Phase,
    Polarity,
    Quantifier,
    Quantity,
    Scope,
    ScopeKind,
    Value,
)
from extract.topic.schema import Answer, Aspect, Kind
from kb.model import Position
from kb.reconcile.intervals import bounded
from kb.text import number, plural

CERTAINTY = {Certainty.USUAL: "usually", Certainty.POSSIBLE: "possibly"}
QUANTIFIER = {
    Quantifier.ALL: "in all cases",
    Quantifier.MOST: "in most cases",
    Quantifier.SOME: "in some cases",
    Quantifier.NONE: "in no case",
}
DEGREE = {
    Degree.PARTIAL_DENIAL: "but in part",
    Degree.COMPARED: "only by comparison",
    Degree.SLIGHT: "slightly",
    Degree.LESSENED: "but less",
}
PHASE = {Phase.BEFORE: "before", Phase.DURING: "during", Phase.AFTER: "after"}
MONEY = {"USD": "$", "EUR": "€", "GBP": "£"}
ABBREVIATED = {"percent": "%"}
_UNNAMED = {ONE_CASE: "in one person’s case", OWN_PRICE: "one provider’s own price"}


@dataclass(frozen=True)
class Labels:
    """The labels of one aspect's positions."""

    aspect: Aspect

    @cached_property
    def _answers(self) -> dict[str | None, Answer]:
        return {a.name: a for a in reversed(self.aspect.answers())}

    def of(self, position: Position) -> str:
        """The position in plain words: "1 to 2 years, usually", "no side effects"."""
        parts = [self._core(position), *_shades(position)]
        label = ", ".join(parts)
        q = position.qualifiers
        if q.scope:
            label += f" ({_limit(position)})"
        if q.attribution:
            label += f" – {q.attribution.who}"
        return label

    def _core(self, position: Position) -> str:
        denied = position.polarity is Polarity.DENY
        if position.value is None:
            return self._whole(denied)
        if self.aspect.kind is Kind.ADVICE:
            return self._act(position.value, denied)
        words = self.value(position.value)
        if not denied:
            return words
        if self.aspect.kind is Kind.ALL_OF:
            return f"{self.aspect.no or 'not'}: {words}"
        return f"no {words}" if self.aspect.kind is Kind.ANY_OF else f"not {words}"

    def _whole(self, denied: bool) -> str:
        said = self.aspect.no if denied else self.aspect.yes
        if said:
            return said
        if self.aspect.kind is Kind.ANY_OF:
            name = lower_first(self.aspect.label)
            return f"no {name}" if denied else name
        return "no" if denied else "yes"

    def value(self, value: Value) -> str:
        """An answer's label, or the quantity as a person writes it."""
        answer, q = self._answers.get(value.name), value.quantity
        if q and (q.low is not None or q.high is not None):
            return quantity_words(q)
        if answer:
            return answer.label or answer.name
        if q and q.vague and not value.name:
            return quantity_words(q)
        return value.name or " ".join(value.text.split())

    def _act(self, value: Value, denied: bool) -> str:
        answer = self._answers.get(value.name)
        name = (answer.label or answer.name) if answer else value.name or value.text
        return ", ".join([f"don't {name}" if denied else name, *timing(value)])


def _limit(p: Position) -> str:
    """The cases it is limited to; a case told by others need not be one person's."""
    scope, told = p.qualifiers.scope, p.qualifiers.attribution
    if scope and scope.name == ONE_CASE and told:
        return "in one case"
    return case_words(scope) if scope else ""


def unnamed(scope: Scope) -> bool:
    """Whether its text is only the word that shows it: "went", "our"."""
    return scope.name in _UNNAMED


def case_words(scope: Scope) -> str:
    """The cases that a scope names, as they stand within a line."""
    if unnamed(scope):
        return _UNNAMED[scope.name]
    words = scope.text.rstrip(" ,;:")
    return lower_first(words) if scope.kind is ScopeKind.PHASE else words


def timing(value: Value) -> list[str]:
    """When something is to be done or left: before or after, and for how long."""
    q = value.quantity
    window = [_window(q)] if q and bounded(q) else []
    return [PHASE[value.phase], *window] if value.phase else window


def _shades(position: Position) -> list[str]:
    """What is added to the bare answer: how sure, how many, how far, under which condition."""
    q = position.qualifiers
    condition = [lower_first(q.condition.text)] if q.condition else []
    return [*hedges(position), *condition, *(["implied"] if q.presupposed else [])]


def hedges(position: Position) -> list[str]:
    """How sure, in how many cases and how far it is said."""
    q = position.qualifiers
    found = [CERTAINTY[q.certainty]] if q.certainty in CERTAINTY else []
    return [*found, *_how_many(position), *([DEGREE[q.degree]] if q.degree else [])]


def _how_many(position: Position) -> list[str]:
    """ "None" adds nothing to a denial."""
    quantifier, denied = position.qualifiers.quantifier, position.polarity is Polarity.DENY
    if quantifier is None or (denied and quantifier is Quantifier.NONE):
        return []
    return [QUANTIFIER[quantifier]]


def _window(q: Quantity) -> str:
    low, high = q.low or 0, q.high
    if high is None:
        return f"for at least {_amount(low, q.unit)}"
    if not low:
        return f"for {_short(high, q.unit)}"
    if low == high:
        return f"on {q.unit} {number(low)}"
    return f"from {q.unit} {number(low)} to {number(high)}"


def _short(amount: float, unit: str) -> str:
    """An amount of days in hours or minutes where it is less than one."""
    if unit != "day" or amount >= 1:
        return _amount(amount, unit)
    minutes = round(amount * 24 * 60)
    return _amount(minutes / 60, "hour") if minutes % 60 == 0 else _amount(minutes, "minute")


def quantity_words(q: Quantity) -> str:
    """ "1 to 2 years", "at least 3 sessions", "over $500", "$5 per month", "endless"."""
    return f"{_bounds(q)} per {q.per}" if q.per else _bounds(q)


def _bounds(q: Quantity) -> str:
    if q.endless:
        return "endless"
    if q.vague and q.high is None:
        return f"several {plural(q.unit, 2)}"
    if q.low is not None and q.high is not None and (q.low or q.high == 0):
        return _between(q.low, q.high, q.unit)
    if q.high is not None:
        return f"{'under' if q.high_open else 'up to'} {_amount(q.high, q.unit)}"
    if q.low is not None:
        return f"{'over' if q.low_open else 'at least'} {_amount(q.low, q.unit)}"
    return "a limited time"


def _between(low: float, high: float, unit: str) -> str:
    if low == high:
        return _amount(low, unit)
    if unit in MONEY:
        return f"{_amount(low, unit)} to {_amount(high, unit)}"
    return f"{number(low)} to {_amount(high, unit)}"


def _amount(x: float, unit: str) -> str:
    if unit in MONEY:
        return f"{MONEY[unit]}{number(x)}"
    if unit == "pence":
        return f"{number(x)}p"
    if unit in ABBREVIATED:
        return f"{number(x)}{ABBREVIATED[unit]}"
    if unit.isupper():
        return f"{unit} {number(x)}"
    return f"{number(x)} {plural(unit, x)}"


def lower_first(text: str) -> str:
    """The text with a small first letter, unless its first word is written in capitals."""
    word = text.split(" ", 1)[0]
    return text if len(word) > 1 and word.isupper() else text[:1].lower() + text[1:]
