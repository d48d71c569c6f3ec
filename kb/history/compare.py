"""Holds two snapshots against each other: what changed, and what it came from.

A claim changed because of its source if its paragraph did, or if neither the topic file nor
the program changed meanwhile; otherwise those changed it. A conflict follows its claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from kb.history.changes import Cause, Changes, ClaimChange, ConflictChange, Echo
from kb.history.disputes import dispute_changes
from kb.history.pieces import SeenClaim, SeenConflict
from kb.history.snapshots import Snapshot


def compare(
    before: Snapshot,
    after: Snapshot,
    closed_earlier: Iterable[str] = (),
    elsewhere: Iterable[SeenClaim] = (),
) -> Changes:
    """What changed from `before` to `after`.

    `closed_earlier` are ids of conflicts and disputes that were there before `before`: such a one
    is re-opened, not opened. `elsewhere` are claims that both have and that were left out of them.
    """
    renamed = _renamed(before, after)
    pair = _Pair(_follow(before, dict(renamed)), after)
    old, new = set(pair.before.texts), set(after.texts)
    claims, earlier = tuple(_claim_changes(pair)), frozenset(closed_earlier)
    conflicts = tuple(_conflict_changes(pair, claims, earlier))
    return Changes(
        before=before.n,
        after=after.n,
        sources_added=tuple(sorted(new - old)),
        sources_gone=tuple(sorted(old - new)),
        sources_edited=tuple(sorted(s for s in old & new if pair.edited(s))),
        sources_renamed=renamed,
        claims=claims,
        conflicts=conflicts,
        echoes=tuple(_echoes(pair, elsewhere)),
        disputes=tuple(dispute_changes(before, after, conflicts, earlier)),
    )


@dataclass(frozen=True)
class _Pair:
    before: Snapshot
    after: Snapshot

    def edited(self, source: str) -> bool:
        return self.before.texts[source] != self.after.texts[source]

    @cached_property
    def judged(self) -> frozenset[str]:
        """The claims that people judged anew."""
        return frozenset({*self.before.misread} ^ {*self.after.misread})

    def cause(self, claim: SeenClaim) -> Cause:
        """What made that claim come or go."""
        if claim.id in self.judged:
            return Cause.VERDICT
        sides = (self.before, self.after)
        stayed = all(claim.block in side.blocks.get(claim.source, ()) for side in sides)
        rules, program = (
            self.before.rules != self.after.rules,
            self.before.program != self.after.program,
        )
        if not stayed or not (rules or program):
            return Cause.SOURCE
        return Cause.TOPIC if rules else Cause.PROGRAM

    def otherwise(self) -> Cause:
        """What made a change in which no claim came or went."""
        if self.before.topic != self.after.topic:
            return Cause.TOPIC
        return Cause.PROGRAM if self.before.program != self.after.program else Cause.SOURCE


def _renamed(before: Snapshot, after: Snapshot) -> tuple[tuple[str, str], ...]:
    """Sources whose text stands unchanged under another name."""
    gone = {text: s for s, text in before.texts.items() if s not in after.texts}
    added = {text: s for s, text in after.texts.items() if s not in before.texts}
    return tuple(sorted((gone[text], added[text]) for text in gone.keys() & added.keys()))


def _follow(snapshot: Snapshot, renamed: dict[str, str]) -> Snapshot:
    """The snapshot with its sources under their new names."""
    if not renamed:
        return snapshot
    return replace(
        snapshot,
        texts={renamed.get(s, s): text for s, text in snapshot.texts.items()},
        blocks={renamed.get(s, s): blocks for s, blocks in snapshot.blocks.items()},
        claims=tuple(replace(c, source=renamed.get(c.source, c.source)) for c in snapshot.claims),
    )


def _same(claim: SeenClaim) -> tuple[str, ...]:
    return (claim.source, claim.subject, claim.aspect, claim.answer)


def _gone_and_added(pair: _Pair) -> tuple[list[SeenClaim], list[SeenClaim]]:
    """Claims only on one side. The quote stands for the id, which holds the source's name."""
    old = {(*_same(c), c.quote) for c in pair.before.claims}
    new = {(*_same(c), c.quote) for c in pair.after.claims}
    gone = [c for c in pair.before.claims if (*_same(c), c.quote) not in new]
    added = [c for c in pair.after.claims if (*_same(c), c.quote) not in old]
    return gone, added


def _claim_changes(pair: _Pair) -> Iterator[ClaimChange]:
    """Claims of one source with the same answer are one claim reworded."""
    sides: dict[tuple[str, ...], tuple[list[SeenClaim], list[SeenClaim]]] = defaultdict(
        lambda: ([], [])
    )
    for n, claims in enumerate(_gone_and_added(pair)):
        for claim in claims:
            sides[_same(claim)][n].append(claim)
    for _, (gone, added) in sorted(sides.items()):
        for old, new in zip_longest(gone, added):
            yield _claim_change(pair, old, new)


def _claim_change(pair: _Pair, old: SeenClaim | None, new: SeenClaim | None) -> ClaimChange:
    claim = new or old
    assert claim is not None
    return ClaimChange(
        id=claim.id,
        source=claim.source,
        aspect=claim.aspect,
        before=old.quote if old else None,
        after=new.quote if new else None,
        cause=pair.cause(claim),
    )


def _conflict_changes(
    pair: _Pair, claims: tuple[ClaimChange, ...], earlier: frozenset[str]
) -> Iterator[ConflictChange]:
    old = {c.id: c for c in pair.before.conflicts}
    new = {c.id: c for c in pair.after.conflicts}
    causes = _causes(pair, claims)
    before, after = ({c.id for c in side.claims} for side in (pair.before, pair.after))
    went, came = before - after, after - before
    for id in sorted(old.keys() | new.keys()):
        word = _word(old.get(id), new.get(id), earlier)
        gone = id not in new and _unlisted(old[id], pair.after, went)
        come = id not in old and _unlisted(new[id], pair.before, came)
        if word and not gone and not come:
            yield _conflict_change(pair, word, old.get(id), new.get(id), causes)


def _unlisted(conflict: SeenConflict, where: Snapshot, missing: set[str]) -> bool:
    """Whether it may well be there too, among those that the snapshot only counts."""
    return conflict.aspect in where.cut and missing.isdisjoint(conflict.claims)


def _word(
    old: SeenConflict | None, new: SeenConflict | None, earlier: frozenset[str]
) -> str | None:
    if new is None:
        return "closed"
    if old is None:
        return "re-opened" if new.reopened or new.id in earlier else "opened"
    if old.settled != new.settled:
        return "settled" if new.settled else "re-opened"
    if old.strength != new.strength:
        return "weaker" if new.strength == "tension" else "harder"
    return None


def _causes(pair: _Pair, claims: Iterable[ClaimChange]) -> dict[str, tuple[Cause, str]]:
    """For the id of every claim that came, went or was judged: the cause, and its source."""
    made = {(c.source, c.aspect, quote): c.cause for c in claims for quote in (c.before, c.after)}
    seen = (*pair.before.claims, *pair.after.claims)
    judged = {c.id: (Cause.VERDICT, c.source) for c in seen if c.id in pair.judged}
    return judged | {
        c.id: (made[c.source, c.aspect, c.quote], c.source)
        for c in seen
        if (c.source, c.aspect, c.quote) in made
    }


def _conflict_change(
    pair: _Pair,
    word: str,
    old: SeenConflict | None,
    new: SeenConflict | None,
    causes: dict[str, tuple[Cause, str]],
) -> ConflictChange:
    seen = new or old
    assert seen is not None
    of_claims = [causes[id] for c in (old, new) if c for id in c.claims if id in causes]
    edited = tuple(sorted({source for cause, source in of_claims if cause is Cause.SOURCE}))
    if old and new and old.settled != new.settled:
        cause, edited = Cause.VERDICT, ()
    else:
        cause = _strongest([cause for cause, _ in of_claims]) or pair.otherwise()
    return ConflictChange(
        id=seen.id,
        word=word,
        aspect=seen.aspect,
        strength=seen.strength,
        explanation=f"{new.reopened} {seen.explanation}"
        if new and new.reopened
        else seen.explanation,
        cause=cause,
        edited=edited,
    )


def _strongest(causes: list[Cause]) -> Cause | None:
    """People's own acts explain more than the program's."""
    return min(causes, key=list(Cause).index) if causes else None


def _echoes(pair: _Pair, elsewhere: Iterable[SeenClaim]) -> Iterator[Echo]:
    """Passages that repeat an answer which an edit replaced by another one."""
    there: list[SeenClaim] | None = None
    gone, added = _gone_and_added(pair)
    now = {(c.source, c.subject, c.aspect): c for c in reversed(added)}
    for old in gone:
        new = now.get((old.source, old.subject, old.aspect))
        if new is None or new.answer == old.answer or pair.cause(old) is not Cause.SOURCE:
            continue
        there = there or sorted((*pair.after.claims, *elsewhere), key=lambda c: c.id)
        for claim in there:
            if (claim.subject, claim.aspect, claim.answer) == (old.subject, old.aspect, old.answer):
                yield Echo(claim.id, claim.source, claim.aspect, claim.quote, old.source, new.says)
