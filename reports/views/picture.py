"""What an aspect looks like: a number line, a scale of options, a tree of parts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import Polarity, Quantity
from extract.quantity.units import GENERAL
from extract.topic.schema import Answer, Aspect, Kind, Part
from kb.model import Position
from reports import svg, text
from reports.views.book import Book
from reports.views.label import label_of

ROWS = 40  # of a number line


@dataclass(frozen=True, slots=True)
class PictureVoice:
    """A position on a step or branch: who takes it, and where it is set out."""

    denies: bool
    who: str
    href: str


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """An option of a choice, in order of the topic file."""

    label: str
    voices: tuple[PictureVoice, ...]
    dots: int


@dataclass(frozen=True, slots=True)
class PartBranch:
    """A part, with those who affirm and deny it, and its own parts."""

    label: str
    voices: tuple[PictureVoice, ...]
    parts: tuple["PartBranch", ...]


def _named(book: Book, sources: Sequence[str]) -> str:
    """Up to three sources by name, more of them by number."""
    if len(sources) > 3:
        return text.figure(len(sources), "source")
    return text.listing(book.short[s] for s in sources)


def number_line(book: Book, aspect: Aspect, own: Sequence[Position]) -> svg.NumberLine | None:
    """Each position with a quantity as a bar; `None` if there are none to draw."""
    held = [(p, p.value.quantity) for p in own if p.value and p.value.quantity]
    if aspect.kind != Kind.QUANTITY or not held:
        return None
    units = Counter(q.unit for _, q in held if not q.endless)
    unit = units.most_common(1)[0][0] if units else (aspect.unit or held[0][1].unit)
    drawn = [(p, in_unit(q, unit)) for p, q in held]
    fit = [(p, q) for p, q in drawn if q is not None]
    axis = svg.axis_of(q for _, q in fit)
    rows = sorted(fit, key=lambda pair: (_order(pair[1]), pair[0].id))[:ROWS]
    return svg.NumberLine(
        unit=text.plural(unit, 2),
        ticks=axis.ticks(),
        rows=tuple(_range(book, axis, p, q) for p, q in rows),
        logarithmic=axis.logarithmic,
        endless=any(q.endless for _, q in fit),
        left_out=tuple(p.label for p, q in drawn if q is None),
    )


def in_unit(quantity: Quantity, unit: str) -> Quantity | None:
    """The interval in another unit; `None` if the two can't be compared."""
    if quantity.endless or quantity.unit == unit:
        return quantity
    one, other = GENERAL.units.get(quantity.unit), GENERAL.units.get(unit)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    low, high = (
        None if b is None else GENERAL.convert(b, one, other) for b in (quantity.low, quantity.high)
    )
    return replace(quantity, unit=unit, low=low, high=high)


def _order(quantity: Quantity) -> tuple[bool, bool, float, float]:
    high = quantity.high if quantity.high is not None else float("inf")
    return (quantity.endless, quantity.vague, quantity.low or 0.0, high)


def _range(book: Book, axis: svg.Axis, position: Position, quantity: Quantity) -> svg.Range:
    return svg.Range(
        label=label_of(book, position),
        who=_named(book, position.sources),
        href=f"#p-{position.id}",
        bar=svg.bar_of(axis, quantity),
        denied=position.polarity == Polarity.DENY,
    )


def _voices(book: Book, mine: Sequence[Position]) -> tuple[PictureVoice, ...]:
    """At most one yes and one no, each with all who say so; linked to its foremost position."""
    voices = []
    for polarity in Polarity:
        held = [p for p in mine if p.polarity == polarity]
        if held:
            names = list(dict.fromkeys(s for p in held for s in p.sources))
            denies = polarity == Polarity.DENY
            voices.append(PictureVoice(denies, _named(book, names), f"#p-{held[0].id}"))
    return tuple(voices)


def _about(own: Sequence[Position], answer: Answer) -> list[Position]:
    return [p for p in own if p.value and p.value.name == answer.name]


def scale(book: Book, aspect: Aspect, own: Sequence[Position]) -> tuple[ScaleStep, ...]:
    """The options in order, if the topic file says that they lie on a scale."""
    if aspect.kind != Kind.CHOICE or not aspect.scale or not own:
        return ()
    return tuple(_step(book, own, o) for o in aspect.options)


def _step(book: Book, own: Sequence[Position], option: Answer) -> ScaleStep:
    mine = _about(own, option)
    yes = {s for p in mine if p.polarity == Polarity.AFFIRM for s in p.sources}
    label = option.label or option.name
    return ScaleStep(label, _voices(book, mine), len(yes))


def tree(book: Book, aspect: Aspect, own: Sequence[Position]) -> tuple[PartBranch, ...]:
    """The parts as the topic file nests them, with only the branches that somebody speaks of."""
    if aspect.kind not in (Kind.ANY_OF, Kind.ALL_OF) or not own:
        return ()
    branches = tuple(b for b in (_branch(book, own, p) for p in aspect.parts) if b)
    whole = [p for p in own if p.value is None]
    if not branches:
        return ()
    if not whole:
        return branches
    voices = _voices(book, whole)
    return (PartBranch(f"{aspect.label}, as a whole", voices, branches),)


def _branch(book: Book, own: Sequence[Position], part: Part) -> PartBranch | None:
    parts = tuple(b for b in (_branch(book, own, p) for p in part.parts) if b)
    voices = _voices(book, _about(own, part))
    return PartBranch(part.label or part.name, voices, parts) if voices or parts else None
