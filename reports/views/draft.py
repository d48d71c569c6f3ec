"""A checked draft's page: its whole text with the findings marked, the evidence beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.model import BlockKind
from kb.check.model import Checked, DraftFinding, DraftPassage, Ignored, Severity
from reports import text
from reports.views.margin import unfolded
from reports.views.marking import ClaimRun, runs_of
from reports.views.standing import SIGNS, Stance, hardest

STANDS = {
    "contradicted": Stance.CONTRADICTED,
    "self-contradicted": Stance.CONTRADICTED,
    "supported": Stance.SHARED,
    "unsupported": Stance.ALONE,
    "unused": Stance.ALONE,
    "skipped": Stance.ALONE,
    "not-understood": Stance.ALONE,
}
"""How a verdict is marked; the others are tense."""
PASSAGES = 4


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage: whose it is, its words, and the reason why it does not go with the draft."""

    title: str
    where: str
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class DraftNote:
    """What is said beside a marked passage of the draft."""

    id: str
    number: int
    start: int
    end: int
    standing: Stance
    sign: str
    word: str
    code: str
    message: str
    where: str
    against: tuple[Quote, ...]
    agree: tuple[Quote, ...]
    more: int
    fair: str
    passed: str


@dataclass(frozen=True, slots=True)
class DraftRun:
    """A run of the draft's text; `refs` are the numbers of the notes that end here."""

    text: str
    standing: Stance | None
    anchors: tuple[int, ...]
    refs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block of the draft with its notes; those beyond the first `shown` are folded."""

    kind: BlockKind
    marks: tuple[DraftRun, ...]
    notes: tuple[DraftNote, ...]
    shown: int


@dataclass(frozen=True, slots=True)
class DraftView:
    """The page's part on one draft. `apart` are notes on what is no part of its text."""

    number: int
    name: str
    lead: str
    pieces: tuple[DraftBlock, ...]
    apart: tuple[DraftNote, ...]


def draft_views(drafts: Iterable[Checked]) -> tuple[DraftView, ...]:
    """The drafts in the order given; notes are numbered through."""
    views, first = [], 1
    for n, checked in enumerate(drafts, 1):
        notes = _notes(checked, first)
        first += len(notes)
        views.append(_view(n, checked, notes))
    return tuple(views)


def _view(number: int, checked: Checked, notes: Sequence[DraftNote]) -> DraftView:
    placed = [n for n in notes if n.end > n.start]
    return DraftView(
        number=number,
        name=checked.name,
        lead=_lead(checked),
        pieces=tuple(_pieces(checked, placed)),
        apart=tuple(n for n in notes if n.end == n.start),
    )


def _lead(checked: Checked) -> str:
    counts = [
        (sum(f.rule.severity is severity for f in checked.findings), word)
        for severity, word in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"))
    ]
    found = [text.count(n, word) for n, word in counts]
    more = [(len(checked.ignored), "ignored"), (len(checked.known), "accepted by the baseline")]
    told = [f"{text.in_words(n)} {word}" for n, word in more if n]
    return text.sentence(text.listing([*found, *told]))


def _notes(checked: Checked, first: int) -> list[DraftNote]:
    passed = [(i.finding, i) for i in checked.ignored]
    known = [(f, None) for f in checked.known]
    found = [*((f, None) for f in checked.findings), *passed, *known]
    found.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[0].rule.code, pair[0].aspect))
    return [_note(checked, f, n, i, f in checked.known) for n, (f, i) in enumerate(found, first)]


def _note(
    checked: Checked, finding: DraftFinding, number: int, ignored: Ignored | None, known: bool
) -> DraftNote:
    quiet = ignored is not None or known
    word = finding.rule.word
    stands = Stance.ALONE if quiet else STANDS.get(word, Stance.TENSE)
    against, agree = _first_of_each(finding.against), _first_of_each(finding.agree)
    reason = f"Ignored: {ignored.reason}" if ignored else "In the baseline" if known else ""
    return DraftNote(
        id=str(number),
        number=number,
        start=finding.start,
        end=finding.end,
        standing=stands,
        sign=SIGNS[stands],
        word=word.replace("-", " "),
        code=finding.rule.code,
        message=finding.message,
        where=str(checked.place(finding)),
        against=tuple(_quote(checked, p) for p in against[:PASSAGES]),
        agree=tuple(_quote(checked, p) for p in agree[:PASSAGES]),
        more=len(finding.against) + len(finding.agree) - len(against) - len(agree),
        fair=finding.fair or "",
        passed=reason,
    )


def _first_of_each(passages: Iterable[DraftPassage]) -> list[DraftPassage]:
    first: dict[str, DraftPassage] = {}
    for passage in passages:
        first.setdefault(passage.title, passage)
    return list(first.values())


def _quote(checked: Checked, passage: DraftPassage) -> Quote:
    where = str(checked.places.of(passage.start)) if passage.source is None else ""
    return Quote(passage.title, where, text.one_line(passage.quote), passage.why or "")


def _pieces(checked: Checked, notes: Sequence[DraftNote]) -> Iterable[DraftBlock]:
    by_id = {n.id: n for n in notes}
    for block in checked.document.blocks:
        here = [n for n in notes if n.start < block.end and n.end > block.start]
        runs = runs_of(checked.document.text, block, here)
        beside = tuple(n for n in here if n.start >= block.start)
        shown = unfolded(block.end - block.start, map(_height, beside))
        yield DraftBlock(block.kind, tuple(_mark(r, by_id) for r in runs), beside, shown)


def _height(note: DraftNote) -> int:
    """Lines of the margin: two for the message, three for the one passage that stays open."""
    passages = bool(note.against or note.agree) * 3
    return 2 + bool(note.passed) + 2 * bool(note.fair) + passages


def _mark(run: ClaimRun, notes: dict[str, DraftNote]) -> DraftRun:
    stands = [notes[id].standing for id in run.claims]
    return DraftRun(
        text=run.text,
        standing=hardest(stands) if stands else None,
        anchors=tuple(notes[id].number for id in run.begins),
        refs=tuple(notes[id].number for id in run.ends),
    )
