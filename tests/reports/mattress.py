"""A hand-made knowledge base on memory foam mattresses: four sources, every kind of aspect."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from extract.model import (
    SELF,
    UNQUALIFIED,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Condition,
    Document,
    Phase,
    Polarity,
    Qualifiers,
    Quantity,
    Span,
    Value,
    ValueKind,
    digest,
)
from extract.topic.schema import Strength, Topic
from kb.knowledge.value import Knowledge
from kb.model import (
    Agreement,
    AspectView,
    Conflict,
    ConflictKind,
    Coverage,
    NearMiss,
    Position,
    Ruling,
    Rung,
    SideOf,
    Source,
    SourceKind,
    State,
    Verdict,
    VerdictKind,
)
from kb.reconcile.disputes import disputes

TOPIC = Topic.sample(
    topic="Memory foam mattresses",
    subject={"name": "memory foam mattress", "names": ["memory foam mattress"]},
    rivals=[{"name": "latex mattress", "names": ["latex"]}],
    aspects=[
        {"id": "lifespan", "label": "Lifespan", "question": "How long does it last?",
         "kind": "quantity", "unit": "year", "names": [{"name": "for ever", "endless": True}]},
        {"id": "smell", "label": "Smell", "question": "Does it smell when new?", "kind": "yesno",
         "yes": "it smells", "no": "no smell"},
        {"id": "harms", "label": "Side effects", "question": "What harm can it do?",
         "kind": "any-of", "parts": [
             {"name": "discomfort", "parts": [{"name": "heat", "label": "heat at night"},
                                              {"name": "back pain"}]},
             {"name": "allergy"}]},
        {"id": "firmness", "label": "Firmness", "question": "How firm is it?", "kind": "choice",
         "scale": True, "options": [{"name": "soft"}, {"name": "medium"}, {"name": "firm"}]},
        {"id": "suits", "label": "Suits", "question": "Whom does it suit?", "kind": "all-of",
         "parts": [{"name": "side sleepers"}, {"name": "heavy sleepers"}]},
        {"id": "care", "label": "Care", "question": "What should be done with it?",
         "kind": "advice", "acts": [{"name": "turn", "label": "turn it over"},
                                    {"name": "air", "label": "air it first"}]},
        {"id": "price", "label": "Price", "question": "What does it cost?", "kind": "quantity",
         "unit": "USD"},
        {"id": "noise", "label": "Noise", "question": "Does it squeak?", "kind": "yesno"},
    ],
)  # fmt: skip

TEXTS = {
    "dreamwell": (
        "Sleep better for life",
        "Dreamwell",
        "2024-03-07",
        "Sleep better for life\n\nA memory foam mattress lasts for ever. It suits anyone, and it "
        "has no side effects at all.\n\nOur foam has no smell. It feels soft. Prices start at "
        "$900. It never needs turning.\n\n- Turn it over every month.\n- Does it sag? Hardly.",
    ),
    "consumer-desk": (
        "Memory foam: what the tests show",
        "The Consumer Desk",
        "2023-11",
        "Memory foam: what the tests show\n\nMost memory foam mattresses last from eight to ten "
        "years. New ones smell for a few days. Many people complain of heat at night.\n\nThey "
        "are not for heavy sleepers. Expect to pay $400–$1,200. Don't turn the mattress over.",
    ),
    "sleep-clinic": (
        "Choosing a mattress",
        None,
        None,
        "Choosing a mattress\n\nMemory foam usually lasts 7 years with proper care. It may smell "
        "at first, and some people experience back pain. Firmness is medium, rarely firm.\n\n"
        "Latex mattresses last 20 years. Air it first for two days.",
    ),
    "bed-blog": (
        "Ten things nobody tells you about foam",
        "Bed Blog",
        "2019",
        "Ten things nobody tells you about foam\n\nIt lasts several years. It feels soft at "
        "first. Side sleepers love it: it suits them. Allergies are unheard of.",
    ),
}


def _value(kind: ValueKind, text: str, name: str | None = None, **quantity: object) -> Value:
    phase = Phase.AFTER if kind is ValueKind.ACT else None
    return Value(kind, text, name, Quantity(**quantity) if quantity else None, phase)  # type: ignore[arg-type]


QUANTITY, OPTION, PART, ACT = ValueKind
FOR_EVER = _value(QUANTITY, "for ever", "for ever", unit="year", endless=True)
EIGHT_TO_TEN = _value(QUANTITY, "eight to ten years", unit="year", low=8.0, high=10.0)
SEVEN = _value(QUANTITY, "7 years", unit="year", low=7.0, high=7.0)
SEVERAL = _value(QUANTITY, "several years", unit="year", vague=True)
TWENTY = _value(QUANTITY, "20 years", unit="year", low=20.0, high=20.0)
FROM_900 = _value(QUANTITY, "start at $900", unit="USD", low=900.0)
FROM_400 = _value(QUANTITY, "$400–$1,200", unit="USD", low=400.0, high=1200.0)
YES, NO = Polarity.AFFIRM, Polarity.DENY
MAY = Qualifiers(Certainty.POSSIBLE)
CARE = Condition("with proper care", True)


@dataclass
class Maker:
    """Collects claims and positions as they are named."""

    claims: list[Claim] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)

    def position(
        self,
        aspect: str,
        label: str,
        polarity: Polarity,
        value: Value | None,
        *passages: tuple[str, str],
        qualifiers: Qualifiers = UNQUALIFIED,
        subject: str = SELF,
    ) -> Position:
        made = [
            self._claim(source, quote, aspect, polarity, value, qualifiers, subject)
            for source, quote in passages
        ]
        position = Position(
            id=digest(aspect, label),
            aspect=aspect,
            subject=subject,
            polarity=polarity,
            value=value,
            qualifiers=qualifiers,
            label=label,
            claims=tuple(c.id for c in made),
            sources=tuple(sorted({c.source for c in made})),
        )
        self.claims += made
        self.positions.append(position)
        return position

    def _claim(
        self,
        source: str,
        quote: str,
        aspect: str,
        polarity: Polarity,
        value: Value | None,
        qualifiers: Qualifiers,
        subject: str,
    ) -> Claim:
        text = TEXTS[source][3]
        start = text.index(quote)
        end = start + len(quote)
        starts = (text.rfind(c, 0, start) + len(c) for c in (". ", "\n", "\n- "))
        first = max([0, *(at for at in starts if 3 < at <= start)])
        stop = min(at for at in (text.find(".", end - 1), text.find("\n", end)) if at >= 0)
        return Claim(
            source=source,
            start=start,
            end=end,
            quote=quote,
            sentence=Span(first, max(end, stop + (text[stop] == "."))),
            subject=subject,
            aspect=aspect,
            polarity=polarity,
            value=value,
            qualifiers=qualifiers,
            heading=end <= text.index("\n"),
        )


def _side(position: Position) -> SideOf:
    return SideOf(position.id, position.claims)


def conflict(
    made: Maker,
    one: Position,
    other: Position,
    kind: ConflictKind,
    why: str,
    strength: Strength = Strength.CONTRADICTION,
) -> Conflict:
    a, b = sorted((one, other), key=lambda p: p.id)
    return Conflict(
        id=digest(one.aspect, a.id, b.id),
        aspect="|".join(sorted({one.aspect, other.aspect})),
        kind=kind,
        strength=strength,
        a=_side(a),
        b=_side(b),
        explanation=why,
        within_sources=tuple(sorted(set(one.sources) & set(other.sources))),
    )


def blocks_of(text: str) -> tuple[Block, ...]:
    blocks, at = [], 0
    for n, line in enumerate(text.split("\n")):
        lead = 2 if line.startswith("- ") else 0
        kind = BlockKind.ITEM if lead else BlockKind.PARAGRAPH if n else BlockKind.HEADING
        if line.strip():
            blocks.append(Block(kind, at + lead, at + len(line)))
        at += len(line) + 1
    return tuple(blocks)


KINDS = {
    "dreamwell": SourceKind.SELLER, "bed-blog": SourceKind.SELLER,
    "sleep-clinic": SourceKind.MEDICAL_BODY,
}  # fmt: skip


def with_kinds(knowledge: Knowledge) -> Knowledge:
    """The same with the kinds of three sources known: two sellers and a medical body."""
    kinds = (replace(s, kind=KINDS.get(s.id, s.kind)) for s in knowledge.sources)
    return replace(knowledge, sources=tuple(kinds))


def mattress() -> Knowledge:
    """The whole, with eight contradictions and tensions, one of them settled."""
    m = Maker()
    ever = m.position(
        "lifespan", "for ever", YES, FOR_EVER, ("dreamwell", "lasts for ever"),
        ("dreamwell", "for life"),
    )  # fmt: skip
    ten = m.position(
        "lifespan", "8 to 10 years, mostly", YES, EIGHT_TO_TEN,
        ("consumer-desk", "Most memory foam mattresses last from eight to ten years"),
    )  # fmt: skip
    seven = m.position(
        "lifespan", "7 years with proper care, usually", YES, SEVEN,
        ("sleep-clinic", "usually lasts 7 years with proper care"),
        qualifiers=Qualifiers(Certainty.USUAL, condition=CARE),
    )  # fmt: skip
    several = m.position(
        "lifespan", "several years", YES, SEVERAL, ("bed-blog", "It lasts several years")
    )
    latex = m.position(
        "lifespan", "20 years", YES, TWENTY, ("sleep-clinic", "Latex mattresses last 20 years"),
        subject="latex mattress",
    )  # fmt: skip
    clean = m.position("smell", "no", NO, None, ("dreamwell", "Our foam has no smell"))
    smells = m.position(
        "smell", "yes", YES, None, ("consumer-desk", "New ones smell for a few days")
    )
    may = m.position(
        "smell", "possibly", YES, None, ("sleep-clinic", "It may smell at first"), qualifiers=MAY
    )
    none = m.position(
        "harms", "no side effects", NO, None, ("dreamwell", "it has no side effects at all")
    )
    heat = m.position(
        "harms", "heat at night", YES, _value(PART, "heat at night", "heat"),
        ("consumer-desk", "Many people complain of heat at night"),
    )  # fmt: skip
    back = m.position(
        "harms", "back pain, for some", YES, _value(PART, "back pain", "back pain"),
        ("sleep-clinic", "some people experience back pain"),
    )  # fmt: skip
    m.position(
        "harms", "no allergy", NO, _value(PART, "Allergies", "allergy"),
        ("bed-blog", "Allergies are unheard of"),
    )  # fmt: skip
    soft = m.position(
        "firmness", "soft", YES, _value(OPTION, "soft", "soft"),
        ("dreamwell", "It feels soft"), ("bed-blog", "It feels soft"),
    )  # fmt: skip
    medium = m.position(
        "firmness", "medium", YES, _value(OPTION, "medium", "medium"),
        ("sleep-clinic", "Firmness is medium"),
    )  # fmt: skip
    anyone = m.position("suits", "everybody", YES, None, ("dreamwell", "It suits anyone"))
    heavy = m.position(
        "suits", "not heavy sleepers", NO, _value(PART, "heavy sleepers", "heavy sleepers"),
        ("consumer-desk", "not for heavy sleepers"),
    )  # fmt: skip
    m.position(
        "suits", "side sleepers", YES, _value(PART, "Side sleepers", "side sleepers"),
        ("bed-blog", "Side sleepers love it: it suits them"),
    )  # fmt: skip
    turn = m.position(
        "care", "turn it over", YES, _value(ACT, "Turn it over every month", "turn"),
        ("dreamwell", "Turn it over every month"),
    )  # fmt: skip
    leave = m.position(
        "care", "don't turn it over", NO, _value(ACT, "turn the mattress over", "turn"),
        ("dreamwell", "never needs turning"), ("consumer-desk", "Don't turn the mattress over"),
    )  # fmt: skip
    m.position(
        "care", "air it first", YES, _value(ACT, "Air it first", "air"),
        ("sleep-clinic", "Air it first for two days"),
    )  # fmt: skip
    dear = m.position(
        "price", "at least $900", YES, FROM_900, ("dreamwell", "Prices start at $900")
    )
    cheap = m.position(
        "price", "$400 to $1,200", YES, FROM_400, ("consumer-desk", "Expect to pay $400–$1,200")
    )
    q, p, c, a = (
        ConflictKind.QUANTITY, ConflictKind.POLARITY, ConflictKind.CATEGORY, ConflictKind.ABSOLUTE
    )  # fmt: skip
    soften = Strength.TENSION
    conflicts = [
        conflict(m, ever, ten, q, "One says it lasts for ever, the other eight to ten years: no "
                 "lifespan is both."),
        conflict(m, ever, seven, q, "One says it lasts for ever, the other 7 years."),
        conflict(m, ever, several, q, "One says it lasts for ever, the other several years."),
        conflict(m, clean, smells, p, "One says that it smells, the other that it does not."),
        conflict(m, clean, may, p, "One denies any smell, the other thinks it possible.", soften),
        conflict(m, none, heat, a, "One denies all side effects, the other names heat at night."),
        conflict(m, none, back, a, "One denies all side effects, the other names back pain."),
        conflict(m, soft, medium, c, "One calls it soft, the other medium.", soften),
        conflict(m, anyone, heavy, a, "One says it suits anyone, the other not heavy sleepers."),
        conflict(m, turn, leave, p, "One says to turn it over, the other not to."),
        conflict(m, dear, cheap, q, "The prices overlap only in part.", soften),
        conflict(m, ten, seven, q, "The two figures differ by a year.", soften),
    ]  # fmt: skip
    conflicts.sort(key=lambda item: item.id)
    settled = next(k for k in conflicts if k.explanation.startswith("The prices"))
    verdict = Verdict(
        settled.id, VerdictKind.BOTH_HOLD, "Ada", "2026-05-01", "One model is dearer."
    )
    misses = (
        NearMiss("lifespan", _side(latex), _side(ten), Rung.OTHER_SUBJECT,
                 "One speaks of latex mattresses, the other of memory foam."),
        NearMiss("lifespan", _side(seven), _side(several), Rung.COMPATIBLE,
                 "Seven years are several years."),
    )  # fmt: skip
    return Knowledge(
        topic=TOPIC,
        sources=tuple(
            Source(i, f"texts/{i}.txt", title, publisher,
                   f"https://example.org/{i}" if publisher else None, date, digest(i) * 4)
            for i, (title, publisher, date, _) in TEXTS.items()
        ),
        documents={i: Document(i, t[3], blocks_of(t[3])) for i, t in TEXTS.items()},
        claims=tuple(sorted(m.claims, key=lambda k: (k.source, k.start))),
        positions=tuple(sorted(m.positions, key=lambda k: k.id)),
        conflicts=tuple(conflicts),
        disputes=disputes(conflicts, m.positions, TOPIC, {}),
        near_misses=misses,
        views=tuple(_view(m, aspect.id, conflicts) for aspect in TOPIC.aspects),
        coverage=tuple(_coverage(i) for i in TEXTS),
        unread=(("texts/scan.pdf", "it has no text in it: it is a picture of a page"),),
        verdicts=(verdict,),
        standings={settled.id: Ruling(settled.id, (verdict,), State.SETTLED)},
    )  # fmt: skip


def with_conflicts(knowledge: Knowledge, conflicts: Iterable[Conflict], **more: Any) -> Knowledge:
    """The knowledge with these conflicts in place of its own, and the disputes that they make."""
    chosen = tuple(conflicts)
    made = disputes(chosen, knowledge.positions, knowledge.topic, {})
    return replace(knowledge, conflicts=chosen, disputes=made, **more)


def _coverage(source: str) -> Coverage:
    text, odd = TEXTS[source][3], "Does it sag? Hardly."
    at = text.find(odd)
    missed = ((at, at + len(odd)),) if at >= 0 else ()
    return Coverage(source, text.count("."), text.count(".") - 1, missed)


def _view(made: Maker, aspect: str, conflicts: list[Conflict]) -> AspectView:
    held = [p for p in made.positions if p.aspect == aspect and p.subject == SELF]
    speaking = {s for p in held for s in p.sources}
    hard = any(c.aspect == aspect and c.strength == Strength.CONTRADICTION for c in conflicts)
    agreement = (
        Agreement.SILENT if not held else Agreement.DISPUTED if hard
        else Agreement.ONE_SIDED if len(speaking) == 1 else Agreement.AGREED
    )  # fmt: skip
    return AspectView(
        aspect, agreement, tuple(p.id for p in held), tuple(sorted(speaking)),
        tuple(s for s in TEXTS if s not in speaking),
    )  # fmt: skip
