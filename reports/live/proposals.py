"""What the page of proposals shows: each with the sentences it would read, and read wrongly."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kb.suggest.model import Idea, Proposing, Sample, Suggestion
from reports.views.book import Book, Link

MOST = 30  # proposals on the page
FEW = 4  # sentences of each sort
_NOTES = {"affirm": "", "deny": "as denied"}
_SORTS = {
    Proposing.PHRASE: "new phrase",
    Proposing.WORD: "further word of an answer",
    Proposing.ANSWER: "new answer",
    Proposing.NAME: "name of the subject",
    Proposing.RIVAL: "rival: what is said of it is not said of the subject",
    Proposing.QUESTION: "new question",
}
_DENIES = "new phrase that denies"


@dataclass(frozen=True, slots=True)
class SampleView:
    """A sentence, where it stands, and what would become of it."""

    words: str
    source: Link
    note: str


@dataclass(frozen=True, slots=True)
class SamplesView:
    """Some sentences, and how many there are in all."""

    shown: tuple[SampleView, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal. `names` says that it names a thing, and answers nothing; `written`, that it
    stands in the topic file since the last build."""

    id: str
    n: int
    text: str
    sort: str
    names: bool
    question: Link | None
    asks: str
    answer: str
    why: str
    reads: SamplesView
    wrong: SamplesView
    written: bool = False


@dataclass(frozen=True, slots=True)
class SuggestionsPage:
    """The page: `proposals` is None until the texts were looked through.

    `guessed` says that there is no topic file to write into; `last` can be taken back.
    """

    proposals: tuple[ProposalView, ...] | None = None
    total: int = 0
    guessed: bool = False
    last: str = ""

    def standing(self, guessed: bool, written: Collection[str], last: str) -> "SuggestionsPage":
        """The page as things stand with the topic file."""
        rows = self.proposals
        now = rows and tuple(replace(p, written=p.id in written) for p in rows)
        return replace(self, proposals=now, guessed=guessed, last=last)


def proposal_views(found: Sequence[Suggestion], book: Book) -> SuggestionsPage:
    """The first proposals as they are shown."""
    return SuggestionsPage(tuple(_view(s, book) for s in found[:MOST]), len(found))


def _view(s: Suggestion, book: Book) -> ProposalView:
    idea, row = s.idea, dict(s.idea.row)
    return ProposalView(
        id=idea.id,
        n=s.n,
        text=idea.text,
        sort=_DENIES if idea.place.key == "denies" else _SORTS[idea.sort],
        names=idea.names,
        question=next(iter(book.aspect_links(idea.place.aspect)), None),
        asks=row.get("question", ""),
        answer=_answer(idea),
        why=idea.why,
        reads=_samples(s.reads, book),
        wrong=_samples(s.wrong, book),
    )


def _answer(idea: Idea) -> str:
    """The answer that it is a phrase or word of; a new answer is named by its text."""
    return "" if idea.sort is Proposing.ANSWER else idea.place.answer


def _samples(samples: Sequence[Sample], book: Book) -> SamplesView:
    shown = (
        SampleView(s.words, book.source_link(s.source), _NOTES.get(s.note, s.note))
        for s in samples[:FEW]
    )
    return SamplesView(tuple(shown), len(samples))
