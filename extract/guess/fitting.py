"""Which packs fit: how many of a pack's own questions the texts answer.

Two packs may read one sentence, each as an answer to a question of its own. It counts for the
pack that fits better, so that a pack is named for what it adds.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from extract.guess.evidence import Seen
from extract.model import Document, Span
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

    Sentences that answer questions of the packs `besides`, which fit better, are not counted.

    `blind` are questions that the subject's own name seems to answer ("removal" of a remover).
    `answers` has each answered question with its claims, the most frequent first.
    """

    pack: str
    questions: int
    claims: int
    answers: tuple[tuple[str, Seen], ...]
    blind: tuple[str, ...]
    texts: int
    besides: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The share of the pack's own questions that the texts answer."""
        return len(self.answers) / max(self.questions, 1)

    @property
    def fits(self) -> bool:
        """Whether the pack is worth naming."""
        several = sum(seen.texts > 1 for _, seen in self.answers)
        spread = several >= _LEAST_SPREAD or self.texts == 1
        return self.claims >= _LEAST_CLAIMS and self.share >= _LEAST_SHARE and spread


def pack_fits(
    read: Read, names: Collection[str], topic_with: Callable[[Sequence[str]], Topic]
) -> tuple[PackFit, ...]:
    """Every pack that asks questions, with what the texts give it, in the order of the alphabet.

    `names` are the words of the subject's names; `topic_with` makes the topic that is built on
    these packs. A pack is read together with those that it is built on, and counted for the
    questions that it adds to them.
    """
    own = {pack: ids for pack in pack_names() if (ids := pack_own(pack))}
    found = _answered(read, own, topic_with)

    def fit(pack: str, besides: Sequence[str] = ()) -> PackFit:
        said = {each.sentence for other in besides for each in found[other]}
        answers = [each for each in found[pack] if each.sentence not in said]
        return _fit(pack, len(own[pack]), answers, names, len(read), besides)

    alone = {pack: fit(pack) for pack in own}
    kept: list[PackFit] = []
    for pack in sorted(own, key=lambda p: (-alone[p].share, p)):
        better = [f.pack for f in kept if f.fits and not _related(f.pack, pack)]
        kept.append(fit(pack, better) if better and alone[pack].fits else alone[pack])
    return tuple(sorted(kept, key=lambda f: f.pack))


def _related(one: str, other: str) -> bool:
    """Whether the packs are built on one another, or together are what a third is built on."""
    above = [{pack, *pack_under(pack)} for pack in pack_names()]
    return any({one, other} <= each for each in above)


def fitting(fits: Sequence[PackFit]) -> tuple[str, ...]:
    """The packs to name: those that fit and that no other one of them brings along."""
    chosen = [f.pack for f in fits if f.fits]
    brought = {under for pack in chosen for under in pack_under(pack)}
    return tuple(pack for pack in chosen if pack not in brought)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A claim: its question, its source and sentence, and the words on which it stands."""

    question: str
    source: str
    sentence: tuple[str, Span]
    on: str


def _answered(
    read: Read, own: Mapping[str, Sequence[str]], topic_with: Callable[[Sequence[str]], Topic]
) -> dict[str, list[_Answer]]:
    """The answers to each pack's own questions, read with all that stands on the pack."""
    under = {pack: pack_under(pack) for pack in own}
    found: dict[str, list[_Answer]] = {}
    for top in (p for p in own if not any(p in below for below in under.values())):
        answers = _answers(read, topic_with([top]))
        for pack in (top, *(p for p in own if p in under[top])):
            found.setdefault(pack, [a for a in answers if a.question in own[pack]])
    return found


def _answers(read: Read, topic: Topic) -> list[_Answer]:
    rules = Rules(topic)
    found: list[_Answer] = []
    for document, parses in read:
        for claim in extract_claims(document, parses, rules).claims:
            on = document.text[claim.why[0].start : claim.why[0].end]
            at = (claim.source, claim.sentence)
            found.append(_Answer(claim.aspect, claim.source, at, on))
    return found


def _fit(
    pack: str,
    questions: int,
    answers: Sequence[_Answer],
    names: Collection[str],
    texts: int,
    besides: Sequence[str],
) -> PackFit:
    forms = frozenset(form for name in names for form in inflections(name))
    asked: dict[str, list[_Answer]] = {}
    for each in answers:
        asked.setdefault(each.question, []).append(each)
    blind = tuple(sorted(id for id, given in asked.items() if _only_the_name(given, forms)))
    seen = {
        id: Seen(len(given), len({c.source for c in given}))
        for id, given in asked.items()
        if id not in blind
    }
    rows = sorted(seen.items(), key=lambda row: (-row[1].texts, -row[1].times, row[0]))
    total = sum(each.times for each in seen.values())
    return PackFit(pack, questions, total, tuple(rows), blind, texts, tuple(besides))


def _only_the_name(claims: Sequence[_Answer], forms: frozenset[str]) -> bool:
    """Whether most of the claims stand on no more than words of the subject's own name."""
    return 2 * sum(set(_WORD.findall(c.on.lower())) <= forms for c in claims) > len(claims)
