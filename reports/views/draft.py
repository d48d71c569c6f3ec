"""A checked draft's page: what to mend, worst first, and its whole text with the places marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from extract.model import BlockKind
from kb.check.as_text import told
from kb.check.model import (
    SUPPORTED,
    WORST_FIRST,
    Checked,
    CheckRule,
    DraftFinding,
    DraftPassage,
    Ignored,
    Severity,
    first_of_each,
)
from reports import address, text
from reports.views.marking import ClaimRun, runs_of
from reports.views.standing import SIGNS, Stance, hardest

PASSAGES = 4
_QUOTED = re.compile(r"“[^”]*”:? ")
HEADINGS = {
    "not-understood": "Looks like a claim and was not understood",
    "unsupported": "No source says it",
    "supported": "Sources say the same",
    "unused": "Comments with nothing to ignore",
    "skipped": "Not read, for it looks like no part of the text",
}
"""What stands over the findings that ask for nothing, by verdict."""
PASSED = "Let pass"
OPEN = ("not-understood", "unsupported")
"""The verdicts that are listed openly: silence must not look like approval."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage: whose it is, its words, where they can be read, and why they do not go with
    the draft."""

    title: str
    where: str
    quote: str
    why: str
    href: str


@dataclass(frozen=True, slots=True)
class DraftNote:
    """What is said of a passage of the draft: its own words first."""

    id: str
    number: int
    start: int
    end: int
    standing: Stance
    sign: str
    word: str
    code: str
    words: str
    message: str
    where: str
    against: tuple[Quote, ...]
    agree: tuple[Quote, ...]
    more: int
    fair: str
    basis: tuple[str, ...]
    folded: tuple[str, ...]
    passed: str


@dataclass(frozen=True, slots=True)
class QuietNotes:
    """Findings of one verdict that ask for nothing; folded unless `opened`."""

    heading: str
    notes: tuple[DraftNote, ...]
    opened: bool


@dataclass(frozen=True, slots=True)
class DraftRun:
    """A run of the draft's text; `refs` are the numbers of the notes that end here."""

    text: str
    standing: Stance | None
    anchors: tuple[int, ...]
    refs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block of the draft, its places marked."""

    kind: BlockKind
    marks: tuple[DraftRun, ...]


@dataclass(frozen=True, slots=True)
class DraftView:
    """The page's part on one draft: what to mend, worst first, what is quiet, and its text."""

    number: int
    name: str
    lead: str
    mend: tuple[DraftNote, ...]
    quiet: tuple[QuietNotes, ...]
    pieces: tuple[DraftBlock, ...]


def draft_views(drafts: Iterable[Checked], site: str | None = None) -> tuple[DraftView, ...]:
    """The drafts in the order given; notes are numbered through.

    `site` leads from the page to the report site, "" if they lie together; None if there is none.
    """
    views, first = [], 1
    for n, checked in enumerate(drafts, 1):
        notes = _notes(checked, first, site)
        first += len(notes)
        views.append(_view(n, checked, notes))
    return tuple(views)


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding of the draft, and why it does not count, if it does not."""

    finding: DraftFinding
    ignored: Ignored | None = None
    known: bool = False

    @property
    def passed(self) -> str:
        if self.ignored:
            return f"Ignored: {self.ignored.reason}"
        return "In the baseline" if self.known else ""

    @property
    def heading(self) -> str:
        """What stands over it; "" over those that are to be mended."""
        rule = self.finding.rule
        if self.passed:
            return PASSED
        return HEADINGS.get(rule.word, rule.word) if rule.severity is Severity.INFO else ""

    @property
    def rank(self) -> tuple[object, ...]:
        """The worst first, then in the order of the text."""
        f, rule = self.finding, self.finding.rule
        placed = list(Severity).index(rule.severity), WORST_FIRST.index(rule)
        return bool(self.passed), *placed, f.start, f.end, rule.code, f.aspect


def _found(checked: Checked) -> list[_Found]:
    passed = (_Found(i.finding, i) for i in checked.ignored)
    known = (_Found(f, known=True) for f in checked.known)
    found = [*map(_Found, checked.findings), *passed, *known]
    return sorted(found, key=lambda each: each.rank)


def _notes(checked: Checked, first: int, site: str | None) -> list[tuple[str, DraftNote]]:
    """The notes with what stands over them, worst first."""
    found = enumerate(_found(checked), first)
    return [(each.heading, _note(checked, each, n, site)) for n, each in found]


def _view(number: int, checked: Checked, notes: Sequence[tuple[str, DraftNote]]) -> DraftView:
    groups = [(head, tuple(n for _, n in g)) for head, g in groupby(notes, lambda pair: pair[0])]
    opened = {HEADINGS[word] for word in OPEN}
    return DraftView(
        number=number,
        name=checked.name,
        lead=_lead(checked),
        mend=next((found for head, found in groups if not head), ()),
        quiet=tuple(QuietNotes(head, found, head in opened) for head, found in groups if head),
        pieces=tuple(_pieces(checked, [n for _, n in notes if n.end > n.start])),
    )


def _lead(checked: Checked) -> str:
    """What became of all sentences, and how much was let pass."""
    more = [(len(checked.ignored), "ignored"), (len(checked.known), "accepted by the baseline")]
    passed = [f"{text.figure(n, 'finding')} {word}" for n, word in more if n]
    return text.sentence("; ".join([told(checked.account), *passed]))


def _note(checked: Checked, found: _Found, number: int, site: str | None) -> DraftNote:
    finding = found.finding
    stands = Stance.ALONE if found.passed else _stands(finding.rule)
    against, agree = first_of_each(finding.against), first_of_each(finding.agree)
    message, folded = told_beside(finding)
    return DraftNote(
        id=str(number),
        number=number,
        start=finding.start,
        end=finding.end,
        standing=stands,
        sign=SIGNS[stands],
        word=finding.rule.verdict,
        code=finding.rule.code,
        words=text.one_line(checked.quote(finding)),
        message=message if finding.end > finding.start else finding.message,
        where=str(checked.place(finding)),
        against=tuple(_quote(checked, p, site) for p in against[:PASSAGES]),
        agree=tuple(_quote(checked, p, site) for p in agree[:PASSAGES]),
        more=sum(len(p[PASSAGES:]) for p in (against, agree)),
        fair=finding.fair or "",
        basis=finding.basis,
        folded=folded,
        passed=found.passed,
    )


def told_beside(finding: DraftFinding) -> tuple[str, tuple[str, ...]]:
    """What is said of a finding and of those folded into it, beside the draft's words: without
    them."""
    found = _QUOTED.match(finding.message)
    own = found[0] if found else ""
    folded = (f.message.removeprefix(own) for f in finding.folded)
    return finding.message.removeprefix(own), tuple(folded)


def _stands(rule: CheckRule) -> Stance:
    if rule is SUPPORTED:
        return Stance.SHARED
    stances = {Severity.ERROR: Stance.CONTRADICTED, Severity.WARNING: Stance.TENSE}
    return stances.get(rule.severity, Stance.ALONE)


def _quote(checked: Checked, passage: DraftPassage, site: str | None) -> Quote:
    return Quote(
        title=passage.title,
        where=checked.where(passage),
        quote=text.one_line(passage.quote),
        why=passage.why or "",
        href=passage_link(passage, site),
    )


def passage_link(passage: DraftPassage, site: str | None) -> str:
    """Where the passage can be read in the site; "" if it is the draft's own, or there is none."""
    if site is None or passage.source is None:
        return ""
    at = f"#claim-{passage.claim}" if passage.claim else ""
    return f"{site}{address.source_page(passage.source)}{at}"


def _pieces(checked: Checked, notes: Sequence[DraftNote]) -> Iterable[DraftBlock]:
    by_id = {n.id: n for n in notes}
    for block in checked.document.blocks:
        runs = runs_of(checked.document.text, block, notes)
        yield DraftBlock(block.kind, tuple(_mark(r, by_id) for r in runs))


def _mark(run: ClaimRun, notes: dict[str, DraftNote]) -> DraftRun:
    stands = [notes[id].standing for id in run.claims]
    return DraftRun(
        text=run.text,
        standing=hardest(stands) if stands else None,
        anchors=tuple(notes[id].number for id in run.begins),
        refs=tuple(notes[id].number for id in run.ends),
    )
