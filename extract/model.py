"""The values that flow out of `extract`, all frozen: documents, claims, what they are made of.

A claim's `quote` is always `document.text[start:end]`."""

import hashlib
import json
import re
from dataclasses import astuple, dataclass, field, fields
from enum import StrEnum
from typing import Any, NamedTuple

SELF = "self"


class Span(NamedTuple):
    """A half-open range of character offsets into a document's text."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUESTION = "question"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece of a document, without its list marker."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A source's canonical text and its blocks, in order; all offsets point into `text`."""

    source: str
    text: str
    blocks: tuple[Block, ...]


class Polarity(StrEnum):
    """Whether the claim affirms or denies what its aspect proposes."""

    AFFIRM = "affirm"
    DENY = "deny"


class Certainty(StrEnum):
    """How sure the source is."""

    ASSERTED = "asserted"
    USUAL = "usual"
    POSSIBLE = "possible"


class Quantifier(StrEnum):
    """How many cases the claim speaks of."""

    ALL = "all"
    MOST = "most"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval with a unit, for each `per`: `None` is no bound, endless outlasts all."""

    unit: str
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    vague: bool = False
    endless: bool = False
    per: str | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval from {self.low} to {self.high} holds nothing")


class ValueKind(StrEnum):
    """What sort of answer a claim gives."""

    QUANTITY = "quantity"
    OPTION = "option"
    PART = "part"
    ACT = "act"


class Phase(StrEnum):
    """When an act is done or a statement holds, seen from the subject's own event."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Value:
    """The answer a claim gives to its aspect's question.

    `name` is the topic file's name for an option, part, act or named quantity.
    `quantity` is the interval, or an act's window in days; `phase` belongs to acts.
    """

    kind: ValueKind
    text: str
    name: str | None = None
    quantity: Quantity | None = None
    phase: Phase | None = None

    def to_row(self) -> dict[str, Any]:
        """The export contract's form."""
        q = self.quantity or Quantity(unit="")
        return {
            "kind": str(self.kind),
            "text": self.text,
            "name": self.name,
            "low": q.low,
            "high": q.high,
            "low_open": q.low_open,
            "high_open": q.high_open,
            "vague": q.vague,
            "endless": q.endless,
            "unit": q.unit or None,
            "per": q.per,
            "phase": self.phase,
        }

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "Value":
        """The inverse of `to_row`."""
        said: dict[str, Any] = {f.name: row.get(f.name) for f in fields(Quantity)}
        quantity = Quantity(**said) if row["unit"] else None
        phase = Phase(row["phase"]) if row.get("phase") else None
        return cls(ValueKind(row["kind"]), row["text"], row["name"], quantity, phase)


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold for the claim; favourable if it names good care, skill or luck."""

    text: str
    favourable: bool = False


class ScopeKind(StrEnum):
    """What a scope narrows; a row is one case of several in a list, a table or a text's kinds."""

    POPULATION = "population"
    PHASE = "phase"
    SUBTYPE = "subtype"
    BRAND = "brand"
    PLACE = "place"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Scope:
    """The cases a claim is limited to; `name` is its normal form, for comparing."""

    kind: ScopeKind
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to say it. Endorsed: called upon by the source as its own case."""

    who: str
    endorsed: bool = False


class Degree(StrEnum):
    """A claim that speaks of a degree instead of a plain yes or no."""

    PARTIAL_DENIAL = "partial-denial"  # not completely, not always, not only
    COMPARED = "compared"  # less painful than …
    SLIGHT = "slight"  # minimal, hardly
    LESSENED = "lessened"  # reduces the risk of …


class Standing(StrEnum):
    """What a text does with the words that could be a claim.

    said: it states them. presupposed: it takes them for granted ("the redness is temporary").
    mentioned: it names the matter and says nothing of it ("the question of pain").
    asked: it asks ("does it hurt?"). wished: somebody wants it so ("you may want it to last").
    weighed: it is to be looked into ("discuss any allergies"). instructed: it is part of what
    the reader is told to do ("do not peel the scabs"). reported: it is what others say, and the
    text does no more than pass it on.

    Only what is said or presupposed makes a position.
    """

    SAID = "said"
    PRESUPPOSED = "presupposed"
    MENTIONED = "mentioned"
    ASKED = "asked"
    WISHED = "wished"
    WEIGHED = "weighed"
    INSTRUCTED = "instructed"
    REPORTED = "reported"


class Grade(StrEnum):
    """How plainly a claim is read. What is loose is worth a look, and no more.

    loose: a fragment, a row of a list, a heading, words that hold together at a distance only.
    """

    PLAIN = "plain"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What qualifies a claim: how sure it is, of how many, when, of whom, who says it, how far.

    The defaults are the plain case. A reading, a claim and a position carry it whole.
    """

    certainty: Certainty = Certainty.ASSERTED
    quantifier: Quantifier | None = None
    condition: Condition | None = None
    scope: Scope | None = None
    attribution: Attribution | None = None
    degree: Degree | None = None
    standing: Standing = Standing.SAID
    grade: Grade = Grade.PLAIN

    @property
    def loose(self) -> bool:
        """Whether it is read loosely, and so worth a look only."""
        return self.grade is Grade.LOOSE

    @property
    def presupposed(self) -> bool:
        """Whether the text takes it for granted instead of saying it."""
        return self.standing is Standing.PRESUPPOSED

    @property
    def reported(self) -> bool:
        """Whether the source sets itself apart from who is said to say it."""
        return self.attribution is not None and not self.attribution.endorsed

    def to_row(self) -> dict[str, Any]:
        """The export contract's fields, a part of a claim's row.

        Raises `ValueError` for a standing other than said or presupposed: no row tells it.
        """
        if self.standing not in (Standing.SAID, Standing.PRESUPPOSED):
            raise ValueError(f"what is only {self.standing} is no claim and has no row")
        return {
            "certainty": str(self.certainty),
            "quantifier": str(self.quantifier) if self.quantifier else None,
            "condition": self.condition.text if self.condition else None,
            "condition_favourable": bool(self.condition and self.condition.favourable),
            "scope": self.scope.text if self.scope else None,
            "scope_kind": str(self.scope.kind) if self.scope else None,
            "scope_name": self.scope.name if self.scope else None,
            "attribution": self.attribution.who if self.attribution else None,
            "attribution_endorsed": bool(self.attribution and self.attribution.endorsed),
            "degree": str(self.degree) if self.degree else None,
            "presupposed": self.presupposed,
            "grade": str(self.grade),
        }

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "Qualifiers":
        """The inverse of `to_row`; other keys of the row are let be."""
        condition, scope, who = row["condition"], row["scope"], row["attribution"]
        return cls(
            certainty=Certainty(row["certainty"]),
            quantifier=Quantifier(row["quantifier"]) if row["quantifier"] else None,
            condition=Condition(condition, row["condition_favourable"]) if condition else None,
            scope=Scope(ScopeKind(row["scope_kind"]), scope, row["scope_name"]) if scope else None,
            attribution=Attribution(who, row["attribution_endorsed"]) if who else None,
            degree=Degree(row["degree"]) if row["degree"] else None,
            standing=Standing.PRESUPPOSED if row["presupposed"] else Standing.SAID,
            grade=Grade(row["grade"]),
        )

    def words(self) -> dict[str, str | None]:
        """What tables show: each in a word, or in the text's own words; None if nothing is said."""
        row = self.to_row()
        return {f.name: row[f.name] for f in fields(self) if f.name in row}


UNQUALIFIED = Qualifiers()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field was read so: the cue, where it stands, the rule, and what that overruled."""

    field: str
    cue: str
    start: int
    end: int
    rule: str = ""
    overruled: str = ""


_SPACE = re.compile(r"[\s\u00a0]+")
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def normalise(text: str) -> str:
    """Lower case, plain quotes, single spaces: the form in which quotes are compared."""
    plain = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return _SPACE.sub(" ", plain).strip().lower()


def digest(*parts: Any) -> str:
    """Sixteen hex digits of a hash over JSON-able parts."""
    return hashlib.sha256(_JSON.encode(parts).encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement which one source makes about one aspect of one subject.

    Offsets count characters of the document's text. The id holds no offset, so a passage
    that moves keeps its claims; `ordinal` tells repeated quotes apart (0 for the first).
    `heading`: it stands in the source's headline or a heading.
    """

    source: str
    start: int
    end: int
    quote: str
    sentence: Span
    subject: str
    aspect: str
    polarity: Polarity
    value: Value | None = None
    qualifiers: Qualifiers = UNQUALIFIED
    heading: bool = False
    ordinal: int = 0
    why: tuple[Reason, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote) or not self.quote:
            raise ValueError(f"quote {self.quote!r} does not fill {self.start}–{self.end}")
        value = self.value.to_row() if self.value else None
        key = (self.source, self.subject, self.aspect, self.polarity, value)
        object.__setattr__(self, "id", digest(*key, normalise(self.quote), self.ordinal))

    def to_row(self) -> dict[str, Any]:
        """The export contract's row, with the fields this project adds."""
        return {
            "id": self.id,
            "source": self.source,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "sentence_start": self.sentence.start,
            "sentence_end": self.sentence.end,
            "subject": self.subject,
            "aspect": self.aspect,
            "polarity": str(self.polarity),
            "value": self.value.to_row() if self.value else None,
            **self.qualifiers.to_row(),
            "heading": self.heading,
            "ordinal": self.ordinal,
            "why": [[*astuple(r)] for r in self.why],
        }

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "Claim":
        """The inverse of `to_row`."""
        return cls(
            source=row["source"],
            start=row["start"],
            end=row["end"],
            quote=row["quote"],
            sentence=Span(row["sentence_start"], row["sentence_end"]),
            subject=row["subject"],
            aspect=row["aspect"],
            polarity=Polarity(row["polarity"]),
            value=Value.from_row(row["value"]) if row["value"] else None,
            qualifiers=Qualifiers.from_row(row),
            heading=row["heading"],
            ordinal=row["ordinal"],
            why=tuple(Reason(*r) for r in row["why"]),
        )
