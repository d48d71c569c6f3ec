"""The page of all corrections: what waits for a person, what readers propose, what is in effect."""

from collections.abc import Iterable
from dataclasses import dataclass

from kb.corrections.apply import OTHER_SENTENCE
from kb.corrections.model import TO_REVIEW, AppliedCorrection, CorrectionState
from kb.corrections.wording import STATES
from kb.knowledge.value import Knowledge
from reports import address, text
from reports.live.panel import CorrectionTold, told_of
from reports.views.book import Link, short_names

MOST = 300  # corrections that a list shows
QUOTE = 600  # characters of the words that are shown


@dataclass(frozen=True, slots=True)
class CorrectionItem:
    """A correction in a list: its words, what was read, what it says, how it stands.

    `claims` are those it is about, to open the panel on; `again` is whether it can be said anew
    of the words as they stand now.
    """

    id: str
    source: Link
    quote: str
    told: CorrectionTold
    stands: str
    nearest: str
    claims: str
    again: bool


@dataclass(frozen=True, slots=True)
class CorrectionList:
    """Items, and how many more there are."""

    items: tuple[CorrectionItem, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """The page, each list from the newest to the oldest."""

    topic: str
    review: CorrectionList
    proposed: CorrectionList
    held: CorrectionList


def corrections_page(k: Knowledge) -> CorrectionsPage:
    """The page for knowledge with its corrections as they are this moment."""
    return CorrectionsPage(
        topic=k.topic.topic,
        review=_list(k, (a for a in k.corrections if a.state in TO_REVIEW)),
        proposed=_list(k, (a for a in k.corrections if a.state is CorrectionState.PROPOSED)),
        held=_list(k, (a for a in k.corrections if _holds(a))),
    )


def _holds(a: AppliedCorrection) -> bool:
    done = a.state in (CorrectionState.HOLDS, CorrectionState.MOOT)
    return done and not a.correction.proposed


def _list(k: Knowledge, applied: Iterable[AppliedCorrection]) -> CorrectionList:
    newest = sorted(applied, key=lambda a: a.correction.latest, reverse=True)
    names = short_names(k.sources)
    return CorrectionList(tuple(_item(k, names, a) for a in newest[:MOST]), len(newest[MOST:]))


def _item(k: Knowledge, names: dict[str, str], a: AppliedCorrection) -> CorrectionItem:
    c = a.correction
    there = c.source in names
    href = address.source_page(c.source) if there else ""
    stands = "" if a.state is CorrectionState.HOLDS else a.reason or STATES[a.state]
    return CorrectionItem(
        id=a.id,
        source=Link(names.get(c.source, c.source), href),
        quote=text.shorten(c.anchor.quote, QUOTE),
        told=told_of(k.topic, c, a.differing),
        stands=stands,
        nearest=text.shorten(a.nearest, QUOTE),
        claims=" ".join(dict.fromkeys((*filter(None, (a.claim,)), *a.struck))),
        again=a.state is CorrectionState.CHANGED and a.reason == OTHER_SENTENCE,
    )
