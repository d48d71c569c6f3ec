"""What a position says: in plain words, and in the few that fit a cell."""

from dataclasses import replace

from extract.model import UNQUALIFIED, Polarity, Quantity, ScopeKind, Value, ValueKind
from extract.topic.schema import Aspect, Kind
from kb.model import Position
from kb.reconcile.labels import Labels, case_words, hedges, quantity_words, timing
from reports import text
from reports.views.book import Book, kept

NOT = {
    ValueKind.QUANTITY: "not",
    ValueKind.OPTION: "not",
    ValueKind.PART: "no",
    ValueKind.ACT: "don't",
}


def label_of(book: Book, position: Position) -> str:
    """The position's label, led by what it is about if that is not the topic's subject."""
    label = text.shorten(position.label, 160)
    return label if book.is_self(position) else f"{position.subject}: {label}"


def led_label(book: Book, position: Position, home: str) -> str:
    """The label, led by its question's name where that is another than `home`."""
    return _led(book, position, home, label_of(book, position))


def led_answer(book: Book, position: Position, home: str) -> str:
    """The answer and when, led by its question's name as `led_label` is."""
    answer = ", ".join(_answered(book.aspects[position.aspect], position))
    told = answer if book.is_self(position) else f"{position.subject}: {answer}"
    return _led(book, position, home, told)


def _led(book: Book, position: Position, home: str, label: str) -> str:
    name = book.aspects[position.aspect].label
    if position.aspect == home or label.startswith(name):
        return label
    return name if name.startswith(label.removesuffix("…")) else f"{name}: {label}"


@kept
def cell_label(book: Book, position: str) -> str:
    """`short_label` of the position with that id."""
    found = book.positions[position]
    return short_label(book.aspects[found.aspect], found)


def short_label(aspect: Aspect, position: Position) -> str:
    """A few words for a cell of the matrix: yes or no, when, and how surely are never left out."""
    return ", ".join([*_answered(aspect, position), *hedges(position)])


def _answered(aspect: Aspect, position: Position) -> list[str]:
    return [bare_label(aspect, position), *_times(position)]


def _times(position: Position) -> list[str]:
    """The time that it is said of."""
    scope, value = position.qualifiers.scope, position.value
    of_case = [case_words(scope)] if scope and scope.kind is ScopeKind.PHASE else []
    acting = value is not None and value.kind is ValueKind.ACT
    return [*(timing(value) if value and acting else []), *of_case]


def bare_label(aspect: Aspect, position: Position) -> str:
    """The answer alone: neither when nor how surely it is given."""
    if aspect.kind == Kind.YESNO:
        return _yes_or_no(aspect, position)
    if position.value is None:
        plain = replace(position, qualifiers=UNQUALIFIED)
        return text.shorten(Labels(aspect).of(plain), 30)
    value, denied = position.value, position.polarity == Polarity.DENY
    name = _answer(aspect, value.name) or _range(value.quantity) or value.text
    return text.shorten(f"{_no(aspect, value)} {name}" if denied else name, 30)


def _no(aspect: Aspect, value: Value) -> str:
    return "not" if aspect.kind is Kind.ALL_OF else NOT[value.kind]


def _yes_or_no(aspect: Aspect, position: Position) -> str:
    if position.polarity == Polarity.AFFIRM:
        return text.shorten(aspect.yes or "yes", 30)
    return text.shorten(aspect.no or "no", 30)


def _answer(aspect: Aspect, name: str | None) -> str | None:
    found = next((a for a in aspect.answers() if a.name == name), None) if name else None
    return (found.label or found.name) if found else None


def _range(quantity: Quantity | None) -> str | None:
    """An interval in words: "1–2 years", "several weeks"; `None` if it has no figures."""
    if quantity is None:
        return None
    low, high, unit = quantity.low, quantity.high, quantity.unit
    if high and not low:
        low = None  # "in just one" is no "0–1"
    if quantity.vague and high is None:
        return quantity_words(quantity)
    if low is not None and high is not None:
        figures = text.number(low) if low == high else f"{text.number(low)}–{text.number(high)}"
        return text.amount(figures, unit, high)
    if low is not None:
        word = "over" if quantity.low_open else "at least"
        return f"{word} {text.amount(text.number(low), unit, low)}"
    if high is not None:
        return f"up to {text.amount(text.number(high), unit, high)}"
    return None
