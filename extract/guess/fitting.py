"""Which packs fit: how many of a pack's own questions the texts answer."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from extract.guess.evidence import Seen
from extract.model import Document
from extract.parse import Parse
from extract.reading.document import extract_claims
from extract.rules import Rules
from extract.topic.inflect import inflections
from extract.topic.packs import pack_names, pack_own, pack_under
from extract.topic.schema import Topic

_LEAST_CLAIMS = 3
_LEAST_SHARE = 0.2  # of a pack's own questions that the texts must answer
_LEAST_SPREAD = 2  # of these questions, how many in more than one text

_WORD = re.compile(r"\w+")

Read = Sequence[tuple[Document, Sequence[Parse]]]


@dataclass(frozen=True, slots=True)
class PackFit:
    """How a pack fits: its own questions, those of them that texts answer, the claims read.

    `blind` are questions that the subject's own name seems to answer ("removal" of a remover).
    `answers` has each answered question with its claims, the most frequent first.
    """

    pack: str
    questions: int
    claims: int
    answers: tuple[tuple[str, Seen], ...]
    blind: tuple[str, ...]
    texts: int

    @property
    def fits(self) -> bool:
        """Whether the pack is worth naming."""
        share = len(self.answers) / max(self.questions, 1)
        several = sum(seen.texts > 1 for _, seen in self.answers)
        spread = several >= _LEAST_SPREAD or self.texts == 1
        return self.claims >= _LEAST_CLAIMS and share >= _LEAST_SHARE and spread


def pack_fits(
    read: Read, names: Collection[str], topic_with: Callable[[Sequence[str]], Topic]
) -> tuple[PackFit, ...]:
    """Every pack that asks questions, with what the texts give it, in the order of the alphabet.

    `names` are the words of the subject's names; `topic_with` makes the topic that is built on
    these packs. A pack is read together with those that it is built on, and counted for the
    questions that it adds to them.
    """
    own = {pack: pack_own(pack) for pack in pack_names()}
    asking = [pack for pack, ids in own.items() if ids]
    under = {pack: pack_under(pack) for pack in asking}
    tops = [p for p in asking if not any(p in under[o] for o in asking if o != p)]
    found: dict[str, PackFit] = {}
    for top in tops:
        claims = _claims(read, topic_with([top]))
        for pack in (top, *(p for p in asking if p in under[top])):
            found.setdefault(pack, _fit(pack, own[pack], claims, names, len(read)))
    return tuple(found[pack] for pack in sorted(found))


def fitting(fits: Sequence[PackFit]) -> tuple[str, ...]:
    """The packs to name: those that fit and that no other one of them brings along."""
    chosen = [f.pack for f in fits if f.fits]
    brought = {under for pack in chosen for under in pack_under(pack)}
    return tuple(pack for pack in chosen if pack not in brought)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A claim's source, and the words of the text on which it stands."""

    source: str
    on: str


def _claims(read: Read, topic: Topic) -> Mapping[str, list[_Answer]]:
    """The claims on each question."""
    rules = Rules(topic)
    claims: dict[str, list[_Answer]] = defaultdict(list)
    for document, parses in read:
        for claim in extract_claims(document, parses, rules).claims:
            on = document.text[claim.why[0].start : claim.why[0].end]
            claims[claim.aspect].append(_Answer(claim.source, on))
    return claims


def _fit(
    pack: str,
    own: Sequence[str],
    claims: Mapping[str, list[_Answer]],
    names: Collection[str],
    texts: int,
) -> PackFit:
    asked = [id for id in own if id in claims]
    forms = frozenset(form for name in names for form in inflections(name))
    blind = tuple(id for id in asked if _only_the_name(claims[id], forms))
    seen = {
        id: Seen(len(claims[id]), len({c.source for c in claims[id]}))
        for id in asked
        if id not in blind
    }
    answers = sorted(seen.items(), key=lambda row: (-row[1].texts, -row[1].times, row[0]))
    total = sum(each.times for each in seen.values())
    return PackFit(pack, len(own), total, tuple(answers), blind, texts)


def _only_the_name(claims: Sequence[_Answer], forms: frozenset[str]) -> bool:
    """Whether most of the claims stand on no more than words of the subject's own name."""
    return 2 * sum(set(_WORD.findall(c.on.lower())) <= forms for c in claims) > len(claims)
