"""The values that flow out of `kb`: positions, conflicts, near misses, agreement, verdicts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from operator import attrgetter

from extract.model import Claim, Polarity, Qualifiers, Value
from extract.topic.schema import Strength as Strength
from extract.unsaid import Unsaid

# Orders: of whatever has an id, of claims by source and place, of near misses.
BY_ID = attrgetter("id")
PLACE = attrgetter("source", "start", "end", "id")
BY_SIDES = attrgetter("a.position", "b.position", "aspect")


class SourceKind(StrEnum):
    """What sort of source it is, as sources.yaml words it; the list is closed."""

    SELLER = "seller"
    CLINIC = "clinic"
    NEWS = "news"
    MEDICAL_BODY = "medical body"
    AUTHORITY = "authority"
    STUDY = "study"
    REFERENCE = "reference"
    TRAINING = "training"
    FORUM = "forum"
    BLOG = "blog"
    OTHER = "other"
    UNKNOWN = "unknown"

    @property
    def noun(self) -> str:
        """One of the kind, in running text: “training provider”."""
        return _NOUNS.get(self, str(self))


_NOUNS = {
    SourceKind.NEWS: "news outlet",
    SourceKind.REFERENCE: "reference work",
    SourceKind.TRAINING: "training provider",
    SourceKind.OTHER: "other source",
}


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of one source. `copy_of` is the id of the source it repeats, if any."""

    id: str
    file: str
    title: str
    publisher: str | None
    url: str | None
    date: str | None
    sha256: str
    copy_of: str | None = None
    kind: SourceKind = SourceKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class Position:
    """All claims alike in what is compared. The unit of reconciling.

    `claims` are ids in order of source and place; `sources` sorted ids. `label` is what it
    says in plain words ("1 to 2 years, usually"). `refines` are ids of more general positions.
    """

    id: str
    aspect: str
    subject: str
    polarity: Polarity
    value: Value | None
    qualifiers: Qualifiers
    label: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    refines: tuple[str, ...] = ()


class Rung(IntEnum):
    """The ladder: where a pair that looks like a conflict is let go, or not."""

    OTHER_SUBJECT = 1
    OTHER_SCOPE = 2
    REPORTED = 3
    COMPATIBLE = 4
    ROOM_LEFT = 5
    TENSION = 6
    CONTRADICTION = 7

    @property
    def word(self) -> str:
        """Its name for people and in exports: “other subject”."""
        return self.name.lower().replace("_", " ")


class ConflictKind(StrEnum):
    """What the two sides differ in."""

    POLARITY = "polarity"
    QUANTITY = "quantity"
    CATEGORY = "category"
    ABSOLUTE = "absolute"


@dataclass(frozen=True, slots=True)
class SideOf:
    """One side of a pair: a position, and those of its claims that take part."""

    position: str
    claims: tuple[str, ...]


class VerdictKind(StrEnum):
    """What a person decided about a conflict."""

    REAL = "real"
    NOT_A_CONFLICT = "not-a-conflict"
    BOTH_HOLD = "both-hold"
    PREFER = "prefer"
    UNSURE = "unsure"
    MISREAD = "misread"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One person's decision, as a line of verdicts.jsonl.

    `aspect`, `says` (both positions' labels) and `passages` record what was decided about,
    side a first, for review and to find the conflict again once a value has changed. A line on a
    whole dispute has no conflict; its `sides` are the positions of each side as they were then.
    """

    conflict: str
    verdict: VerdictKind
    by: str
    when: str
    note: str | None = None
    position: str | None = None
    claim: str | None = None
    review: str | None = None
    passages: tuple[str, ...] | None = None
    aspect: str | None = None
    says: tuple[str, ...] | None = None
    dispute: str | None = None
    sides: tuple[tuple[str, ...], ...] = ()

    @property
    def on(self) -> str:
        """The id of what was decided: a conflict's, or a whole dispute's."""
        return self.conflict or self.dispute or ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """An unordered pair of positions that exclude each other or stand in tension; a's id < b's id.

    `aspect` is "x|y", sorted, for a pair of tied aspects. `look`: it would be a contradiction, were
    both sides read plainly; so it is worth a look, and no more.
    """

    id: str
    aspect: str
    kind: ConflictKind
    strength: Strength
    a: SideOf
    b: SideOf
    explanation: str
    within_sources: tuple[str, ...] = ()
    verdict: str | None = None
    look: bool = False

    @property
    def within_source(self) -> bool:
        """Whether some source holds both sides."""
        return bool(self.within_sources)

    @property
    def torn(self) -> tuple[str, ...]:
        """The sources that contradict themselves by it; a tension tears nobody."""
        return self.within_sources if self.strength is Strength.CONTRADICTION else ()


class State(StrEnum):
    """Where a conflict stands after all that people decided about it."""

    OPEN = "open"
    REAL = "real"
    SETTLED = "settled"
    PREFERRED = "preferred"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The verdicts in force on one conflict, by person, and what they come to.

    `preferred` and `contradicted` are positions' ids. `reopened` says in plain words what
    changed since an earlier verdict ("re-opened: [3 years] became [5 years]").
    """

    conflict: str
    verdicts: tuple[Verdict, ...]
    state: State
    preferred: str | None = None
    contradicted: str | None = None
    reopened: str | None = None

    @property
    def settled(self) -> bool:
        """Whether people let the conflict stand: it is none, or both sides hold."""
        return self.state is State.SETTLED

    @property
    def word(self) -> str | None:
        """The verdict in a word, as the export gives it; None where nobody decided."""
        if not self.verdicts:
            return None
        if self.state is State.DISPUTED:
            return str(State.DISPUTED)
        said = on_conflict(self.verdicts)
        unsure = any(v.verdict is VerdictKind.UNSURE for v in self.verdicts)
        return str(said[-1].verdict) if said else (str(VerdictKind.UNSURE) if unsure else None)


def on_conflict(held: Iterable[Verdict]) -> list[Verdict]:
    """What was decided on the conflict as it stands, of the verdicts in force on it.

    A claim called misread is out of it, so that verdict says nothing of the claims left.
    """
    passing = (VerdictKind.UNSURE, VerdictKind.MISREAD)
    return [v for v in held if v.verdict not in passing]


@dataclass(frozen=True, slots=True)
class Camp:
    """One side of a dispute: positions that can stand together, and the sources that hold them.

    `label` says what the foremost positions say; `independent` counts copies once.
    """

    label: str
    positions: tuple[str, ...]
    sources: tuple[str, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question on which sources disagree, with its sides and every conflict between them.

    `aspects` are those of its conflicts, the one it is named after first; `subject` is what it
    is about. The id holds that aspect and the subject only: it stays while they do.
    """

    id: str
    aspects: tuple[str, ...]
    question: str
    subject: str
    strength: Strength
    camps: tuple[Camp, ...]
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A pair that looks like a conflict and is not: the rung that let it go, and why."""

    aspect: str
    a: SideOf
    b: SideOf
    rung: Rung
    explanation: str


@dataclass(frozen=True, slots=True)
class MorePairs:
    """The pairs of one question beyond those that are written: how many, of which sort.

    `not_compared` counts pairs of positions that were not even looked at. `contradicted` and
    `tense` are the positions of the contradictions and tensions counted here, sorted.
    """

    aspect: str
    contradictions: int = 0
    tensions: int = 0
    near_misses: int = 0
    refinements: int = 0
    not_compared: int = 0
    contradicted: tuple[str, ...] = ()
    tense: tuple[str, ...] = ()

    @property
    def conflicts(self) -> int:
        """The contradictions and tensions."""
        return self.contradictions + self.tensions

    @property
    def positions(self) -> int:
        """How many positions the counted conflicts are between."""
        return len({*self.contradicted, *self.tense})


class Agreement(StrEnum):
    """How the sources stand to one another on an aspect."""

    AGREED = "agreed"
    DISPUTED = "disputed"
    ONE_SIDED = "one-sided"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class AspectView:
    """One aspect over all sources. Copies count once among the independent sources.

    `torn` are those of them that contradict themselves on it: no plain support for any answer.
    """

    aspect: str
    agreement: Agreement
    positions: tuple[str, ...]
    independent: tuple[str, ...]
    silent: tuple[str, ...]
    torn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a source was read: sentences with a claim; those with a cue and none.

    `unsaid` are words that it mentions, asks, wishes … and does not say.
    """

    source: str
    sentences: int
    with_claim: int
    not_understood: tuple[tuple[int, int], ...] = ()
    unsaid: tuple[Unsaid, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciled:
    """All that reconciling gives, each sorted by id (near misses by their positions).

    `more` has a row, by aspect, for each question of which not all pairs are written.
    """

    claims: tuple[Claim, ...]
    positions: tuple[Position, ...]
    conflicts: tuple[Conflict, ...]
    near_misses: tuple[NearMiss, ...]
    more: tuple[MorePairs, ...] = ()
