"""Which kinds of source stand on which side of a dispute: told, never weighed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.knowledge.value import Knowledge
from kb.model import Camp, Dispute, Source, SourceKind
from kb.reconcile.agreement import originals
from kb.text import in_words, listing, plural

LEAST = 3  # sources that must speak before a dispute can part by kind


@dataclass(frozen=True, slots=True)
class KindSide:
    """Who stands on one side of a dispute that parts by kind: “two sellers” says “no”."""

    who: str
    one: bool
    says: str


def kinds_of(knowledge: Knowledge, camp: Camp) -> tuple[str, ...]:
    """The kinds of the sources that hold a side, each once, in the order of `SourceKind`."""
    held = {knowledge.source(id).kind for id in camp.sources}
    return tuple(str(kind) for kind in SourceKind if kind in held)


def parted_by_kind(
    disputes: Iterable[Dispute], sources: Mapping[str, Source]
) -> dict[str, tuple[KindSide, ...]]:
    """The sides of each dispute that parts by kind of source, by its id; others are left out.

    It parts so if each kind stands on one side only, the kinds of all who take part are known,
    and at least three voices speak. Copies count once.
    """
    roots = originals(sources.values())
    every = _voices(sources, sources, roots)
    found = {}
    for dispute in disputes:
        camps = [_voices(camp.sources, sources, roots) for camp in dispute.camps]
        if _parts(camps):
            pairs = zip(dispute.camps, camps, strict=True)
            found[dispute.id] = tuple(_side(camp, mine, every) for camp, mine in pairs)
    return found


_Voices = dict[SourceKind, set[str]]


def _voices(ids: Iterable[str], sources: Mapping[str, Source], roots: Mapping[str, str]) -> _Voices:
    found: _Voices = {}
    for id in ids:
        found.setdefault(sources[id].kind, set()).add(roots[id])
    return found


def _parts(camps: Sequence[_Voices]) -> bool:
    held = [kind for camp in camps for kind in camp]
    voices = {root for camp in camps for mine in camp.values() for root in mine}
    once = len(set(held)) == len(held)
    return once and SourceKind.UNKNOWN not in held and len(voices) >= LEAST


def _side(camp: Camp, mine: _Voices, every: _Voices) -> KindSide:
    who = [_who(k, len(mine[k]), len(every[k])) for k in SourceKind if k in mine]
    return KindSide(listing(who), sum(map(len, mine.values())) == 1, camp.label)


def _who(kind: SourceKind, here: int, all: int) -> str:
    """“the one clinic” and “the two sellers” if there are no others, else “two sellers”."""
    return f"{'the ' if here == all else ''}{in_words(here)} {plural(kind.noun, here)}"
