"""A quiz from what is known: one right answer each, and wrong ones that really are wrong.

Three sorts of items. Which question the sources contradict each other on: the wrong ones are
questions on which no two positions clash. What a source says: the wrong ones are positions that
contradict what it says, held by others and not by it. Who says a passage: the wrong ones are
sources that hold no position of that side, and in whose text those words do not stand. The order
of the answers follows from their words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.model import SELF, digest, normalise
from kb.model import Agreement, Conflict, Dispute, Position
from kb.reconcile.agreement import originals
from reports import text
from reports.teach.choose import Chosen
from reports.teach.wording import cited, says
from reports.views.book import Book
from reports.views.passage import best

WRONG = 3  # wrong answers of an item
FEWEST = 2
SPLIT_EVERY = 3  # questions for each item that asks which of several is disputed
CITED = 240  # characters of a passage in the key
LETTERS = "abcdefgh"
SPLIT = "On which of these questions do the sources contradict each other?"
SAYS = "What does {source} say on this question: {question}"
WHO = "Which source says this, on the question: {question}"
NOTHING = "It says nothing about that."


@dataclass(frozen=True, slots=True)
class Offered:
    """An answer to choose from."""

    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """A passage that the key rests on, word for word, and its source's name."""

    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a quiz. `quote` is a passage that it is about, word for word."""

    id: str
    name: str
    stem: str
    quote: str | None
    options: tuple[Offered, ...]
    key: tuple[Proof, ...]

    def lettered(self) -> Iterator[tuple[str, Offered]]:
        """The options with their letters."""
        return zip(LETTERS, self.options, strict=False)

    def answer(self) -> str:
        """The right one's letter and words."""
        return next(f"{letter}) {o.text}" for letter, o in self.lettered() if o.right)


@dataclass(frozen=True, slots=True)
class Quiz:
    """All items, with the topic they are on."""

    topic: str
    items: tuple[Item, ...]


def quiz_of(book: Book, chosen: Sequence[Chosen]) -> Quiz:
    """The items on these questions; those without a dispute give none."""
    disputes = [c.dispute for c in chosen if c.dispute]
    apart = [d for d in disputes if any(_of_two(book, c) for c in _clashes(book, d))]
    items: list[Item | None] = []
    for number, dispute in enumerate(disputes):
        if number % SPLIT_EVERY == 0 and dispute in apart:
            items.append(_split(book, dispute, number))
        items += [_what(book, dispute), _who(book, dispute)]
    return Quiz(text.plain(book.topic.topic), tuple(i for i in items if i))


def _clashes(book: Book, dispute: Dispute) -> list[Conflict]:
    """The contradictions of a dispute that nobody settled, those between two sources first."""
    mine = set(dispute.conflicts)
    found = [c for c in book.contradictions() if c.id in mine]
    return sorted(found, key=lambda c: (c.within_source, c.aspect != dispute.aspects[0], c.id))


def _of_two(book: Book, conflict: Conflict) -> bool:
    """Whether it stands between sources, and not within one."""
    root = originals(book.sources.values())
    return (
        len({root[book.claims[c].source] for s in (conflict.a, conflict.b) for c in s.claims}) > 1
    )


def _item(
    kind: str, about: str, stem: str, right: str, wrong: Sequence[str], key: Sequence[Proof],
    quote: str | None = None,
) -> Item:  # fmt: skip
    id = digest("quiz", kind, about, stem, right)
    answers = [
        Offered(text.plain(right), True),
        *(Offered(text.plain(w), False) for w in wrong),
    ]
    ordered = sorted(answers, key=lambda o: (o.text == NOTHING, digest(id, o.text)))
    name = f"{text.shorten(text.plain(about), 60)} ({kind})"
    return Item(id, name, text.plain(stem), quote, tuple(ordered), tuple(key))


def _split(book: Book, dispute: Dispute, turn: int) -> Item | None:
    """Which question is disputed; a different set of agreed ones each turn."""
    calm = [a for a, v in book.views.items() if v.agreement is Agreement.AGREED]
    touched = {a for c in book.conflicts for a in c.aspect.split("|")}
    calm = [a for a in calm if a not in touched and a not in {m.aspect for m in book.more}]
    calm = calm[turn:] + calm[:turn]
    wrong = [book.aspects[a].question for a in calm[:WRONG]]
    if len(wrong) < FEWEST or dispute.question in wrong:
        return None
    clash = next(c for c in _clashes(book, dispute) if _of_two(book, c))
    key = [_proof(book, best(book, side.claims)[0]) for side in (clash.a, clash.b)]
    return _item("contradicted", dispute.question, SPLIT, dispute.question, wrong, key)


def _what(book: Book, dispute: Dispute) -> Item | None:
    """What a source says, against what others say and it does not."""
    clashes = _clashes(book, dispute)
    for source in _clear(book, dispute) if clashes else ():
        for position in _held(book, dispute, source):
            wrong = _against(book, clashes, source, position)
            if wrong:
                return _asking(book, dispute, source, position, wrong)
    return None


def _clear(book: Book, dispute: Dispute) -> list[str]:
    """The sources that stand on one side only, those of the smallest side first."""
    root = originals(book.sources.values())
    sides = [{root[s] for s in camp.sources} for camp in dispute.camps]
    found = [(sum(root[s] in side for side in sides), s) for s in book.sources]
    alone = [s for n, s in found if n == 1]
    return sorted(alone, key=lambda s: (min(len(x) for x in sides if root[s] in x), s))


def _held(book: Book, dispute: Dispute, source: str) -> list[Position]:
    """The source's positions in the dispute, on the question asked."""
    ids = [id for camp in dispute.camps for id in camp.positions]
    found = [book.positions[id] for id in ids if source in book.positions[id].sources]
    return [p for p in found if p.aspect == dispute.aspects[0]]


def _against(book: Book, clashes: Sequence[Conflict], source: str, position: Position) -> list[str]:
    """What others say that contradicts this position, and that the source says nowhere."""
    root = originals(book.sources.values())
    kin = {s for s in book.sources if root[s] == root[source]}
    own = [p for p in book.by_aspect[position.aspect] if not kin.isdisjoint(p.sources)]
    mine = {_answer(p) for p in own}
    found: dict[tuple[object, ...], Position] = {}
    for clash in clashes:
        ends = (clash.a.position, clash.b.position)
        if position.id in ends:
            other = book.positions[ends[ends[0] == position.id]]
            answer = _answer(other)
            if other.aspect == position.aspect and answer not in mine:
                found[answer] = min(other, found.get(answer, other), key=_plainest)
    wrong = dict.fromkeys(says(book, p.id, p.aspect) for p in sorted(found.values(), key=_plainest))
    return [w for w in wrong if w not in {says(book, p.id, p.aspect) for p in own}][:WRONG]


def _plainest(position: Position) -> tuple[int, int, str]:
    return -len(position.sources), len(position.label), position.label


def _answer(position: Position) -> tuple[object, ...]:
    """What it answers, whatever qualifies it."""
    value = position.value
    return position.polarity, value and (value.name, value.quantity)


def _asking(
    book: Book, dispute: Dispute, source: str, position: Position, wrong: list[str]
) -> Item:
    claims = [c for c in position.claims if book.claims[c].source == source]
    stem = SAYS.format(source=f"“{text.plain(book.short[source])}”", question=dispute.question)
    right = says(book, position.id, dispute.aspects[0])
    key = [_proof(book, best(book, tuple(claims))[0])]
    return _item("what", dispute.question, stem, right, [*wrong, NOTHING][: WRONG + 1], key)


def _who(book: Book, dispute: Dispute) -> Item | None:
    """Who says a passage, of the side that fewest sources hold."""
    root = originals(book.sources.values())
    for camp in sorted(dispute.camps, key=lambda c: (c.independent, c.label)):
        answers = {_answer(book.positions[id]) for id in camp.positions}
        alike = (p for p in book.by_aspect[dispute.aspects[0]] if _answer(p) in answers)
        holders = {root[s] for s in (*camp.sources, *(s for p in alike for s in p.sources))}
        others = [s for s in book.sources if root[s] not in holders and root[s] == s]
        for claim in _telling(book, dispute, camp.positions):
            found = book.claims[claim]
            quote = cited(book, claim, CITED).words
            wrong = [book.short[s] for s in others if not _stands_in(book, found.quote, s)]
            if len(wrong) >= FEWEST:
                key = [_proof(book, claim)]
                stem = WHO.format(question=dispute.question)
                right = book.short[found.source]
                return _item("who", dispute.question, stem, right, wrong[:WRONG], key, quote)
    return None


def _telling(book: Book, dispute: Dispute, positions: Iterable[str]) -> list[str]:
    """The side's claims about the topic itself, on the question asked, the strongest first."""
    mine = [book.positions[id] for id in positions]
    own = [p for p in mine if p.aspect == dispute.aspects[0] and p.subject == SELF]
    return [id for p in own for id in best(book, p.claims) if not book.claims[id].heading]


def _stands_in(book: Book, quote: str, source: str) -> bool:
    return normalise(quote) in normalise(book.documents[source].text)


def _proof(book: Book, claim: str) -> Proof:
    found = cited(book, claim, CITED)
    return Proof(found.words, text.plain(book.short[found.source]))
