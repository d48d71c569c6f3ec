"""The panel in which a reading is corrected: what was read in some words, and what may be said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.model import SELF, Claim, Polarity
from extract.topic.schema import Aspect, Kind, Topic
from kb.corrections.anchoring import SourceText
from kb.corrections.fit import takes
from kb.corrections.model import AppliedCorrection, Correction, statement_of
from kb.corrections.wording import SAYS
from kb.knowledge.value import Knowledge
from reports import address, text
from reports.live.asking import Refused
from reports.live.corrections import answer_of, located
from reports.views.mended import asked as asked_of
from reports.views.mended import says

MOST = 40  # claims that one panel lists
NAMED = 12  # answers that a hint names
SHOWN = 300  # characters of words that a line shows
LISTED = (Kind.CHOICE, Kind.ANY_OF, Kind.ALL_OF)


@dataclass(frozen=True, slots=True)
class QuestionChoice:
    """A question that can be chosen, and how it is answered.

    `listed` is whether one of `answers` (name and label) is chosen, `blank` what no answer means.
    """

    id: str
    label: str
    question: str
    kind: str
    listed: bool
    takes: str
    yes: str
    no: str
    blank: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CorrectionTold:
    """A correction in words: who said what of which reading, when and why, and who differs."""

    id: str
    kind: str
    who: str
    when: str
    note: str
    was: str
    states: str
    differing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """One claim as the program read it, or people say it is; what a form about it begins with."""

    claim: str
    aspect: str
    label: str
    question: str
    says: str
    about: str
    words: str
    denies: bool
    answer: str
    condition: str
    scope: str
    struck: bool
    told: CorrectionTold | None


@dataclass(frozen=True, slots=True)
class PanelView:
    """What the panel shows: claims, or words to which one may be added.

    `amiss` is why no claim can be added to the words; `gone` whether the claims named are no more.
    """

    topic: str
    source: str
    href: str
    title: str
    readings: tuple[ReadClaim, ...]
    adding: bool
    gone: bool
    words: str
    before: str
    after: str
    amiss: str
    choices: tuple[QuestionChoice, ...]
    subjects: tuple[str, ...]


def panel_of(k: Knowledge, asked: Mapping[str, str]) -> PanelView:
    """The panel for `claims` (ids), or for `source` with `quote`, `before` and `after`."""
    ids = asked.get("claims", "").split()[:MOST]
    there = {c.id: c for c in (*k.struck, *k.misread, *k.claims)}
    claims = [there[id] for id in dict.fromkeys(ids) if id in there]
    source = claims[0].source if claims else asked.get("source", "")
    quote, before, after = (asked.get(name, "") for name in ("quote", "before", "after"))
    words, amiss = _words(k, source, quote, before, after) if not ids else ("", "")
    titles = {s.id: s.title for s in k.sources}
    return PanelView(
        topic=k.topic.topic,
        source=source,
        href=address.source_page(source) if source in titles else "",
        title=titles.get(source, ""),
        readings=tuple(reading_of(k, c) for c in claims),
        adding=not ids and source in titles,
        gone=bool(ids) and not claims,
        words=words,
        before=before,
        after=after,
        amiss=amiss,
        choices=tuple(_choice(a) for a in k.topic.aspects),
        subjects=tuple(row.name for row in (*k.topic.rivals, *k.topic.by_products)),
    )


def _words(k: Knowledge, source: str, quote: str, before: str, after: str) -> tuple[str, str]:
    """The words as they stand in the source, or why they can't be had there."""
    if source not in k.documents:
        return quote, "There is no such source any more."
    if not quote:
        return "", ""
    places = SourceText(k.documents[source])
    try:
        return places.words(located(places, quote, before, after)), ""
    except Refused as error:
        return quote, str(error)


def reading_of(k: Knowledge, claim: Claim) -> ReadClaim:
    """A claim with what people said of it."""
    aspect = next((a for a in k.topic.aspects if a.id == claim.aspect), None)
    q, struck = claim.qualifiers, all(c.id != claim.id for c in k.claims)
    of = _struck_by(k, claim.id) if struck else k.corrected.get(claim.id)
    return ReadClaim(
        claim=claim.id,
        aspect=claim.aspect,
        label=aspect.label if aspect else claim.aspect,
        question=aspect.question if aspect else "",
        says=says(k.topic, statement_of(claim)),
        about="" if claim.subject == SELF else claim.subject,
        words=text.shorten(claim.quote, SHOWN),
        denies=claim.polarity is Polarity.DENY,
        answer=answer_of(claim),
        condition=q.condition.text if q.condition else "",
        scope=q.scope.text if q.scope else "",
        struck=struck,
        told=told_of(k.topic, of.correction, of.differing) if of else None,
    )


def _struck_by(k: Knowledge, claim: str) -> AppliedCorrection | None:
    return next((a for a in k.corrections if claim in a.struck), None)


def told_of(topic: Topic, c: Correction, differing: Sequence[Correction] = ()) -> CorrectionTold:
    """A correction in words."""
    return CorrectionTold(
        id=c.id,
        kind=SAYS[c.kind],
        who=c.reader or c.by,
        when=text.when(c.when),
        note=c.note or "",
        was=asked_of(topic, c.was) if c.was else "",
        states=asked_of(topic, c.states) if c.states else "",
        differing=tuple(_otherwise(topic, differing)),
    )


def _otherwise(topic: Topic, lines: Iterable[Correction]) -> Iterator[str]:
    for line in lines:
        states = f" [{asked_of(topic, line.states)}]" if line.states else ""
        yield f"{line.by}: {SAYS[line.kind]}{states}"


def _choice(aspect: Aspect) -> QuestionChoice:
    whole = {Kind.ANY_OF: "any at all", Kind.ALL_OF: "all cases"}.get(aspect.kind, "")
    return QuestionChoice(
        id=aspect.id,
        label=aspect.label,
        question=aspect.question,
        kind=str(aspect.kind),
        listed=aspect.kind in LISTED,
        takes="" if aspect.kind in (*LISTED, Kind.YESNO) else takes(aspect, NAMED),
        yes=aspect.yes or "Yes" if aspect.kind is Kind.YESNO else "It says so",
        no=aspect.no or "No" if aspect.kind is Kind.YESNO else "It denies it",
        blank=whole,
        answers=tuple((a.name, a.label or a.name) for a in aspect.answers()),
    )
