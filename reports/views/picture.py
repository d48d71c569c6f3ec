"""What an aspect looks like: a number line, a scale of options, a tree of parts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.model import Polarity, Quantity
from extract.quantity.units import GENERAL
from extract.topic.schema import Answer, Aspect, Kind, Part
from kb.model import Position
from reports import address, svg, text
from reports.views.book import Book
from reports.views.label import bare_label, label_of

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
    return text.listing(book.named(s) for s in sources)


def number_line(
    book: Book,
    aspect: Aspect,
    own: Sequence[Position],
    sides: Mapping[str, str] | None = None,
    most: int = ROWS,
) -> svg.NumberLine | None:
    """Each quantity that somebody gives as a bar; `None` if there are none to draw.

    `sides` has the letters of the positions that stand on a side of a dispute; `most` rows are
    drawn, those of most sources first.
    """
    held = [(p, p.value.quantity) for p in own if p.value and p.value.quantity]
    if aspect.kind != Kind.QUANTITY or not held:
        return None
    units = Counter(q.unit for _, q in held if not q.endless)
    unit = units.most_common(1)[0][0] if units else (aspect.unit or held[0][1].unit)
    drawn = [(p, in_unit(q, unit)) for p, q in held]
    fit = [(p, q) for p, q in drawn if q is not None]
    rows = _rows(fit, sides or {}, most)
    axis = svg.axis_of(r.quantity for r in rows)
    return svg.NumberLine(
        unit=text.plural(unit, 2),
        ticks=axis.ticks(),
        rows=tuple(_range(book, aspect, axis, r) for r in rows),
        logarithmic=axis.logarithmic,
        endless=any(r.quantity.endless for r in rows),
        vague=any(svg.unbounded(r.quantity) for r in rows),
        left_out=tuple(label_of(book, p) for p, q in drawn if q is None),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """The positions of one side that give the same quantity."""

    side: str
    quantity: Quantity
    held: tuple[Position, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(s for p in self.held for s in p.sources))


def _rows(
    fit: Sequence[tuple[Position, Quantity]], sides: Mapping[str, str], most: int
) -> list[_Row]:
    """The quantities, each once a side: the sides in order, in each from low to high."""
    alike: dict[tuple[object, ...], list[Position]] = {}
    for p, q in sorted(fit, key=lambda pair: pair[0].id):
        name = p.value.name if p.value else None
        alike.setdefault((sides.get(p.id, ""), q, p.polarity, name), []).append(p)
    quantities = {p.id: q for p, q in fit}
    rows = [_Row(str(key[0]), quantities[ps[0].id], tuple(ps)) for key, ps in alike.items()]
    chosen = _foremost(rows)[:most]
    return sorted(chosen, key=lambda r: (not r.side, r.side, *_order(r.quantity), r.held[0].id))


def _foremost(rows: Sequence[_Row]) -> list[_Row]:
    """One row of each side before the second of any, those of most sources first."""
    ranked = sorted(rows, key=lambda r: (-len(r.sources), r.held[0].id))
    seen: Counter[str] = Counter()
    rounds = []
    for row in ranked:
        rounds.append((not row.side, seen[row.side], row))
        seen[row.side] += 1
    return [row for _, _, row in sorted(rounds, key=lambda one: one[:2])]


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


def _range(book: Book, aspect: Aspect, axis: svg.Axis, row: _Row) -> svg.Range:
    first = row.held[0]
    bar = svg.bar_of(axis, row.quantity)
    return svg.Range(
        side=row.side,
        label=bare_label(aspect, first),
        note=_note(row.quantity),
        who=_named(book, row.sources),
        href=f"{address.aspect_page(aspect.id)}#p-{first.id}",
        bar=bar,
        denied=first.polarity == Polarity.DENY,
    )


def _note(quantity: Quantity) -> str:
    if quantity.endless:
        return "without end"
    return "vague: no figures" if svg.unbounded(quantity) else ""


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
