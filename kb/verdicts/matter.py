"""What there is to decide about: a conflict's two sides or a dispute's, with their words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kb.knowledge.lookup import by_prefix
from kb.knowledge.value import Knowledge
from kb.model import Conflict, Dispute, Verdict
from kb.reconcile.taking import taking_part
from kb.text import labelled, listing

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHOWN = 60  # characters of a passage where several are named in one line
MOST = 8  # that are named


@dataclass(frozen=True, slots=True)
class MatterSide:
    """One side: its letter, what it holds, its label and its first passage as the text has it."""

    letter: str
    positions: tuple[str, ...]
    claims: tuple[str, ...]
    label: str
    passage: str

    @property
    def named(self) -> str:
        """Its letter and its words, in a line."""
        return f"{self.letter} “{_short(self.passage)}” {labelled(self.label)}"


@dataclass(frozen=True, slots=True)
class Matter:
    """What is decided: one pair, or a whole dispute; `pairs` are its conflicts.

    Without sides it is one that is gone, and was decided about before.
    """

    conflict: str
    dispute: str | None
    aspect: str | None
    sides: tuple[MatterSide, ...]
    pairs: tuple[Conflict, ...] = ()
    earlier: Verdict | None = None

    @property
    def whole(self) -> bool:
        """Whether it is a dispute."""
        return self.dispute is not None

    def choices(self) -> str:
        """The sides by letter and words, for one line."""
        return listing((s.named for s in self.sides), "or") if self.sides else "there are none"


def matter_of(k: Knowledge, id: str) -> Matter:
    """The conflict or dispute of that id, which may be shortened to what tells it apart.

    One that is gone because of an earlier verdict can be decided again. Raises `InputError`.
    """
    made: dict[str, Callable[[], Matter]] = {v.on: _gone(v) for v in k.verdicts}
    made |= {d.id: _of_dispute(k, d) for d in k.disputes}
    made |= {c.id: _of_conflict(k, c) for c in k.conflicts}
    remedy = "`kb disputes` and `kb conflicts` list them"
    return by_prefix(id, "conflict or dispute", made, remedy)()


def _gone(verdict: Verdict) -> Callable[[], Matter]:
    v = verdict
    return lambda: Matter(v.conflict, v.dispute, v.aspect, (), earlier=v)


def _of_conflict(k: Knowledge, conflict: Conflict) -> Callable[[], Matter]:
    return lambda: pair_matter(k, conflict)


def pair_matter(k: Knowledge, conflict: Conflict) -> Matter:
    """The matter of one pair."""
    both = zip(LETTERS, (conflict.a, conflict.b), strict=False)
    sides = tuple(
        _side(k, letter, k.position(s.position).label, {s.position: s.claims}) for letter, s in both
    )
    return Matter(conflict.id, None, conflict.aspect, sides, (conflict,))


def _of_dispute(k: Knowledge, dispute: Dispute) -> Callable[[], Matter]:
    def matter() -> Matter:
        pairs = tuple(k.conflict(id) for id in dispute.conflicts)
        taking = taking_part(pairs)
        sides = tuple(
            _side(k, letter, camp.label, {p: taking[p] for p in camp.positions})
            for letter, camp in zip(LETTERS, dispute.camps, strict=False)
        )
        return Matter("", dispute.id, dispute.aspects[0], sides, pairs)

    return matter


def _side(
    k: Knowledge, letter: str, label: str, taking: Mapping[str, tuple[str, ...]]
) -> MatterSide:
    """A side of these positions, each with its claims that take part."""
    claims = tuple(dict.fromkeys(id for ids in taking.values() for id in ids))
    passage = " ".join(k.claim(claims[0]).quote.split())
    return MatterSide(letter, tuple(taking), claims, label, passage)


def claims_named(k: Knowledge, claims: Iterable[str]) -> str:
    """Claims by id and words, for one line."""
    there = list(claims)
    named = [f"{id} “{_short(' '.join(k.claim(id).quote.split()))}”" for id in there[:MOST]]
    more = [f"{len(there) - MOST} more"] if len(there) > MOST else []
    return listing([*named, *more], "or") if there else "there are none"


def _short(passage: str) -> str:
    return passage if len(passage) <= SHOWN else passage[:SHOWN].rsplit(" ", 1)[0] + " …"
