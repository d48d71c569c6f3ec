"""The sorts of quiz questions on a dispute, each with wrong answers that really are wrong.

against: which statement contradicts a passage; the wrong ones stand on the passage's own side and
in no conflict with it. answers: how a source answers yes or no; the wrong ones are the other ways.
itself: who contradicts itself; the wrong ones are sources that answer and don't. ifs: what is
only said with an if; the wrong ones somebody says outright. denied: what is denied by name; the
wrong ones are named and by nobody denied. what: what a source says; the wrong ones contradict it
and are not said by it. who: who says a passage; the wrong ones hold no such position, and those
words do not stand in their texts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.model import SELF, Polarity, normalise
from extract.topic.schema import Aspect, Kind
from kb.model import Conflict, Dispute, Position
from kb.reconcile.kinds.base import ancestors
from reports.teach.item import Asking
from reports.teach.wording import says
from reports.views.book import Book
from reports.views.label import bare_label
from reports.views.meter import YES_OR_NO, counted_as, is_plain, meter_of
from reports.views.passage import best

AGAINST = "Which of these statements contradicts the passage? It is about: {question}"
ANSWERS = "How does “{source}” answer this question: {question}"
ITSELF = "Which source contradicts itself on this question: {question}"
WITH_IFS = (
    "Which of these is said only with an if: perhaps, for some, or on a condition? "
    "Question: {question}"
)
DENIED = "Which of these does a source deny by name? Question: {question}"
SAYS = "Which of these does “{source}” say on this question: {question}"
WHO = "Which source says this, on the question: {question}"
WAYS: Mapping[str, str] = {
    "yes": "yes, outright",
    "no": "no, outright",
    "ifs": "neither outright, but perhaps, for some, by comparison or on a condition",
    "both": "both yes and no, in different places",
}
ALL_WAYS = {**WAYS, "yes": "for all, outright", "no": "not for all, outright"}

Ask = Callable[[Book, Dispute], Iterator[Asking]]


def against(book: Book, dispute: Dispute) -> Iterator[Asking]:
    """A passage of one source, and what another says against it."""
    if {m.aspect for m in book.more}.intersection(dispute.aspects):
        return  # pairs that nobody looked at may contradict too
    for clash in clashes(book, dispute):
        for own, other in ((clash.a, clash.b), (clash.b, clash.a)):
            one, two = book.positions[own.position], book.positions[other.position]
            pair = two_sources(book, own.claims, other.claims)
            if pair and said_outright(one) and said_outright(two):
                yield Asking(
                    sort="against",
                    about=dispute.question,
                    stem=AGAINST.format(question=dispute.question),
                    right=says(book, two.id, dispute.aspects[0]),
                    wrong=_at_peace(book, dispute, one, book.aspects[two.aspect].kind),
                    key=(pair[1],),
                    quote=pair[0],
                )


def _at_peace(book: Book, dispute: Dispute, one: Position, kind: Kind) -> list[str]:
    """What stands on a position's own side, is in no conflict with it, and is of that kind."""
    side = next(c.positions for c in dispute.camps if one.id in c.positions)
    touched = {one.id}
    for c in book.of_position.get(one.id, ()):
        touched |= {c.a.position, c.b.position}
    known = [p for p in map(book.positions.__getitem__, side) if p.subject == one.subject]
    barred = {_answer(p) for p in known if p.id in touched}
    fits = (p for p in known if book.aspects[p.aspect].kind is kind and said_outright(p))
    kept = (p for p in fits if _answer(p) not in barred)
    return list(dict.fromkeys(says(book, p.id, dispute.aspects[0]) for p in kept))


def answers(book: Book, dispute: Dispute) -> Iterator[Asking]:
    """How a source answers a question of yes or no, by the bar's count."""
    aspect, meter = book.aspects[dispute.aspects[0]], meter_of(book, dispute)
    ways = ALL_WAYS if aspect.kind is Kind.ALL_OF else WAYS
    if meter.by_side or aspect.kind not in YES_OR_NO:
        return
    for kind in ("both", "ifs", "no", "yes"):
        for source in meter.of(kind):
            own = _own(book, dispute, source)
            proofs = list(_proofs(book, aspect, own, source, kind))
            if proofs and (kind == "both") == (source in meter.torn):
                yield Asking(
                    sort="answers",
                    about=dispute.question,
                    stem=ANSWERS.format(source=book.short[source], question=dispute.question),
                    right=ways[kind],
                    wrong=[words for other, words in ways.items() if other != kind],
                    key=proofs,
                    tells=source,
                    rests=claims_of(book, own, source),
                )


def _proofs(
    book: Book, aspect: Aspect, own: Sequence[Position], source: str, kind: str
) -> Iterator[str]:
    """A passage for the answer, or two for both; none where it might be read otherwise."""
    plain = [p for p in own if is_plain(aspect.kind, p) and said_outright(p)]
    if kind == "both":
        said = [[p for p in own if p.polarity is way and said_outright(p)] for way in Polarity]
        for positions in said if all(said) else ():
            firm_first = sorted(positions, key=lambda p: p not in plain)
            yield from claims_of(book, firm_first, source)[:1]
    elif kind == "ifs":
        yield from claims_of(book, [] if plain else own, source)[:1]
    else:
        yield from claims_of(book, plain if len({p.polarity for p in own}) == 1 else [], source)[:1]


def itself(book: Book, dispute: Dispute) -> Iterator[Asking]:
    """A source that contradicts itself among those that answer and don't."""
    torn = {*meter_of(book, dispute).torn}
    home, counted = dispute.aspects[0], counted_as(book)
    calm = [s for s in book.sources if s not in torn and counted[s] == s]
    wrong = [book.short[s] for s in calm if _own(book, dispute, s)]
    for clash in clashes(book, dispute):
        for source in clash.within_sources if clash.aspect == home else ():
            key = [
                id
                for side in (clash.a, clash.b)
                for id in best(book, tuple(_of(book, side.claims, source)))[:1]
            ]
            if len(key) > 1 and counted[source] == source:
                yield Asking(
                    sort="itself",
                    about=dispute.question,
                    stem=ITSELF.format(question=dispute.question),
                    right=book.short[source],
                    wrong=wrong,
                    key=key,
                    tells=source,
                    rests=claims_of(book, _own(book, dispute, source), source),
                )


def ifs(book: Book, dispute: Dispute) -> Iterator[Asking]:
    """An answer that is only said with an if, among those that somebody gives outright."""
    aspect = book.aspects[dispute.aspects[0]]
    if aspect.kind not in (Kind.ANY_OF, Kind.CHOICE):
        return
    said = _by_name(book, dispute, Polarity.AFFIRM)
    firm = {n: ps for n, ps in said.items() if any(is_plain(aspect.kind, p) for p in ps)}
    for name, positions in said.items():
        if name not in firm and all(map(said_outright, positions)):
            claims = [id for p in positions for id in p.claims]
            yield Asking(
                sort="ifs",
                about=dispute.question,
                stem=WITH_IFS.format(question=dispute.question),
                right=bare_label(aspect, positions[0]),
                wrong=[bare_label(aspect, ps[0]) for ps in firm.values()],
                key=best(book, tuple(claims))[:1],
                rests=[*claims, *(id for ps in firm.values() for p in ps for id in p.claims)],
            )


def denied(book: Book, dispute: Dispute) -> Iterator[Asking]:
    """An answer that a source denies by name, among those that nobody does."""
    aspect = book.aspects[dispute.aspects[0]]
    if aspect.kind not in (Kind.ANY_OF, Kind.ALL_OF):
        return
    no, yes = (_by_name(book, dispute, p) for p in (Polarity.DENY, Polarity.AFFIRM))
    above = ancestors(aspect.parts)
    for positions in no.values():
        kin = {n for n in yes if n in no or no.keys() & above.get(n, set())}
        wrong = [ps[0] for n, ps in yes.items() if n not in kin]
        if all(map(said_outright, positions)):
            claims = [id for p in positions for id in p.claims]
            yield Asking(
                sort="denied",
                about=dispute.question,
                stem=DENIED.format(question=dispute.question),
                right=bare_label(aspect, _affirmed(positions[0])),
                wrong=[bare_label(aspect, p) for p in wrong],
                key=best(book, tuple(claims))[:1],
                rests=claims,
            )


def what(book: Book, dispute: Dispute) -> Iterator[Asking]:
    """What a source says, against what contradicts it and it does not say."""
    hard = clashes(book, dispute)
    for source in _on_one_side(book, dispute) if hard else ():
        for position in _held(book, dispute, source):
            if said_outright(position):
                yield Asking(
                    sort="what",
                    about=dispute.question,
                    stem=SAYS.format(source=book.short[source], question=dispute.question),
                    right=says(book, position.id, dispute.aspects[0]),
                    wrong=_not_said(book, hard, source, position),
                    key=claims_of(book, [position], source)[:1],
                    tells=source,
                    rests=claims_of(book, _own(book, dispute, source), source),
                )


def _not_said(book: Book, hard: Sequence[Conflict], source: str, position: Position) -> list[str]:
    """What others say that contradicts this position, and that the source says nowhere."""
    counted = counted_as(book)
    own = [p for p in book.by_aspect[position.aspect] if source in _roots(counted, p)]
    mine = {_answer(p) for p in own}
    found: dict[tuple[object, ...], Position] = {}
    for clash in hard:
        ends = (clash.a.position, clash.b.position)
        if position.id in ends:
            other = book.positions[ends[ends[0] == position.id]]
            if other.aspect == position.aspect and _answer(other) not in mine:
                answer = _answer(other)
                found[answer] = min(other, found.get(answer, other), key=_plainest)
    return [says(book, p.id, p.aspect) for p in sorted(found.values(), key=_plainest)]


def who(book: Book, dispute: Dispute) -> Iterator[Asking]:
    """Who says a passage, of the side that fewest sources hold first."""
    counted = counted_as(book)
    for camp in sorted(dispute.camps, key=lambda c: (c.independent, c.label)):
        alike = {_answer(book.positions[id]) for id in camp.positions}
        said = [p for p in book.by_aspect[dispute.aspects[0]] if _answer(p) in alike]
        holders = {counted[s] for s in camp.sources}.union(*(_roots(counted, p) for p in said))
        others = [s for s in book.sources if counted[s] == s and s not in holders]
        for claim in _telling(book, dispute, camp.positions):
            found = book.claims[claim]
            yield Asking(
                sort="who",
                about=dispute.question,
                stem=WHO.format(question=dispute.question),
                right=book.short[found.source],
                wrong=[book.short[s] for s in others if not _stands_in(book, found.quote, s)],
                key=(claim,),
                quote=claim,
                tells=counted[found.source],
            )


SORTS: tuple[Ask, ...] = (against, answers, itself, ifs, denied, what, who)
"""In the order in which they are preferred."""


def clashes(book: Book, dispute: Dispute) -> list[Conflict]:
    """The contradictions of a dispute that nobody settled, those between two sources first."""
    mine = set(dispute.conflicts)
    found = [c for c in book.contradictions if c.id in mine]
    return sorted(found, key=lambda c: (c.within_source, c.aspect != dispute.aspects[0], c.id))


def two_sources(
    book: Book, ones: tuple[str, ...], others: tuple[str, ...]
) -> tuple[str, str] | None:
    """The best claim of each side, of two sources that are no copies of one another."""
    counted = counted_as(book)
    pairs = (
        (a, b)
        for a in best(book, ones)
        for b in best(book, others)
        if counted[book.claims[a].source] != counted[book.claims[b].source]
    )
    return next(pairs, None)


def said_outright(position: Position) -> bool:
    """Whether a source says it, in words that can be read in one way only."""
    q = position.qualifiers
    return not (q.presupposed or q.loose or q.reported)


def claims_of(book: Book, positions: Iterable[Position], source: str) -> list[str]:
    """The source's claims on these positions, the strongest of each first."""
    return [id for p in positions for id in best(book, tuple(_of(book, p.claims, source)))]


def _of(book: Book, claims: Iterable[str], source: str) -> Iterator[str]:
    return (id for id in claims if book.claims[id].source == source)


def _own(book: Book, dispute: Dispute, source: str) -> list[Position]:
    """What a source says on the question itself."""
    said = book.by_aspect.get(dispute.aspects[0], ())
    return [
        p
        for p in said
        if p.subject == dispute.subject and source in p.sources and not p.qualifiers.reported
    ]


def _by_name(book: Book, dispute: Dispute, polarity: Polarity) -> dict[str, list[Position]]:
    """What is said on the question of each named answer, by its name."""
    found: dict[str, list[Position]] = {}
    for p in book.by_aspect.get(dispute.aspects[0], ()):
        fits = p.subject == dispute.subject and p.polarity is polarity
        if fits and p.value and p.value.name and not p.qualifiers.reported:
            found.setdefault(p.value.name, []).append(p)
    return dict(sorted(found.items()))


def _affirmed(position: Position) -> Position:
    return replace(position, polarity=Polarity.AFFIRM)


def _roots(counted: Mapping[str, str], position: Position) -> set[str]:
    return {counted[s] for s in position.sources}


def _on_one_side(book: Book, dispute: Dispute) -> list[str]:
    """The sources that stand on one side only, those of the smallest side first."""
    counted = counted_as(book)
    sides = [{counted[s] for s in camp.sources} for camp in dispute.camps]
    found = [(sum(counted[s] in side for side in sides), s) for s in book.sources]
    alone = [s for n, s in found if n == 1 and counted[s] == s]
    return sorted(alone, key=lambda s: (min(len(x) for x in sides if s in x), s))


def _held(book: Book, dispute: Dispute, source: str) -> list[Position]:
    """The source's positions in the dispute, on the question asked."""
    ids = [id for camp in dispute.camps for id in camp.positions]
    found = [book.positions[id] for id in ids if source in book.positions[id].sources]
    return [p for p in found if p.aspect == dispute.aspects[0]]


def _plainest(position: Position) -> tuple[int, int, str]:
    return -len(position.sources), len(position.label), position.label


def _answer(position: Position) -> tuple[object, ...]:
    """What it answers, whatever qualifies it."""
    value = position.value
    return position.aspect, position.polarity, value and (value.name, value.quantity)


def _telling(book: Book, dispute: Dispute, positions: Iterable[str]) -> list[str]:
    """The side's claims about the topic itself, on the question asked, the strongest first."""
    mine = [book.positions[id] for id in positions]
    own = [p for p in mine if p.aspect == dispute.aspects[0] and p.subject == SELF]
    told = [id for p in own if said_outright(p) for id in best(book, p.claims)]
    return [id for id in told if not book.claims[id].heading]


def _stands_in(book: Book, quote: str, source: str) -> bool:
    return normalise(quote) in normalise(book.documents[source].text)
