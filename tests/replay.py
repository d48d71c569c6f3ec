"""An annotated folder replayed as people's corrections: every claim of it is read right.

What is still missed then, reconciling misses. The gold answers in free words; two tables say what
they come to: `replay.tsv` which question of the topic file each aspect of the gold is, and
`replay_limits.tsv` what its conditions are. What they do not map is counted with the reason.

Run it with `python -m tests.replay DIR`: it writes the corpus with its readings.jsonl there.
"""

import json
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from extract.errors import InputError
from extract.model import (
    Attribution,
    Certainty,
    Claim,
    Condition,
    Polarity,
    Qualifiers,
    Quantifier,
    Scope,
    ScopeKind,
    Span,
)
from kb.build.assemble import assemble
from kb.build.read import Readings, read_all
from kb.corpus.folder import Corpus, read_corpus
from kb.corrections import making
from kb.corrections.anchoring import SourceText
from kb.corrections.file import NAME, append
from kb.corrections.fit import Fitting
from kb.corrections.making import Corrector
from kb.corrections.model import Correction, Statement, statement_of
from kb.evaluate.gold import Gold, GoldPlace, read_gold
from kb.evaluate.score import Score, evaluate, same
from kb.knowledge.value import Knowledge
from kb.store.database import Store
from kb.store.tables import FILE
from tests.accuracy import lines

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
GOLD = HERE / "gold" / "real"
WHO = Corrector("the annotator", "2027-01-31T09:30:00.000000+00:00")
NOT_ASKED = "the topic file asks no such question"
NO_ANSWER = "no answer of its question fits"
HEDGES = (
    (r"\b(most|majority)\b", Quantifier.MOST),
    (r"\b(some|few|certain|many)\b", Quantifier.SOME),
    (r"\b(typically|usually|generally|normal|on average|most)\b", Certainty.USUAL),
)
"""What a hedge of the gold is, by its quote; `possible` where it has none of these words."""


class Row(NamedTuple):
    """What claims of one aspect of the gold come to, where their value has the words."""

    aspect: str
    words: str
    question: str
    polarity: str
    answer: str


@cache
def questions() -> Mapping[str, tuple[Row, ...]]:
    """The rows by the gold's aspect."""
    found: dict[str, list[Row]] = defaultdict(list)
    for cells in table("replay.tsv"):
        found[cells[0]].append(Row(*cells))
    return {aspect: tuple(rows) for aspect, rows in found.items()}


@cache
def limits() -> Mapping[str, tuple[str, str]]:
    """The gold's conditions: of which kind, and in words that fit."""
    return {words: (kind, said) for words, kind, said in table("replay_limits.tsv")}


def table(name: str) -> list[list[str]]:
    """The cells below the heading."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


@dataclass(frozen=True)
class Mapped:
    """What a claim of the gold states in the topic file's terms, or why it can't be said."""

    id: str
    place: GoldPlace
    hedged: str
    states: tuple[Statement, ...]
    why_not: str = ""


def rows_of(claim: Mapping[str, Any]) -> tuple[Row, ...]:
    """Rows whose words the value has; if there is none, the one without words."""
    rows = questions().get(claim["aspect"], ())
    named = tuple(r for r in rows if r.words and re.search(r.words, claim["value"]))
    return named or tuple(r for r in rows if not r.words)[:1]


def mapped(claim: Mapping[str, Any], place: GoldPlace, fitting: Fitting) -> Mapped:
    """The claim in the topic file's terms."""
    states: dict[object, Statement] = {}
    unfit = False
    rows = [r for r in rows_of(claim) if r.question]
    for row in rows:
        try:
            states.setdefault((said := stated(row, claim, fitting)).core, said)
        except InputError:
            unfit = True
    why_not = "" if states else NO_ANSWER if unfit else NOT_ASKED
    return Mapped(claim["id"], place, claim["modality"], tuple(states.values()), why_not)


def stated(row: Row, claim: Mapping[str, Any], fitting: Fitting) -> Statement:
    """What one row makes of the claim. Raises `InputError` where its answer does not fit."""
    own = Polarity(claim["polarity"])
    turned = {"same": own, "other": next(p for p in Polarity if p is not own)}
    polarity = turned.get(row.polarity, row.polarity)
    answer = claim["value"] if row.answer == "=" else row.answer
    said = fitting.statement(row.question, polarity, answer)
    return replace(said, qualifiers=qualifiers(claim, fitting))


def qualifiers(claim: Mapping[str, Any], fitting: Fitting) -> Qualifiers:
    """The gold's modality and condition."""
    kind, said = limits().get(claim["condition"], ("if", claim["condition"]))
    made = Qualifiers()
    if claim["modality"] == "hedged":
        made = hedge(claim["quote"])
    if kind in ("most", "some"):
        made = replace(made, certainty=Certainty.ASSERTED, quantifier=Quantifier(kind))
    if kind == "who":
        made = replace(made, attribution=Attribution(said, endorsed=True))
    if kind == "brand":
        made = replace(made, scope=Scope(ScopeKind.BRAND, said, said))
    if kind == "for":
        made = replace(made, scope=fitting.scope(said))
    return replace(made, condition=Condition(said)) if kind == "if" and said else made


def hedge(quote: str) -> Qualifiers:
    """How a hedged claim is hedged."""
    for words, found in HEDGES:
        if re.search(words, quote, re.IGNORECASE):
            if isinstance(found, Quantifier):
                return Qualifiers(quantifier=found)
            return Qualifiers(certainty=found)
    return Qualifiers(certainty=Certainty.POSSIBLE)


@dataclass
class Replay:
    """The lines, and what became of each claim of the gold and of the program."""

    lines: list[Correction] = field(default_factory=list)
    gold: Counter[str] = field(default_factory=Counter)
    program: Counter[str] = field(default_factory=Counter)
    statements: Counter[str] = field(default_factory=Counter)


def replay(
    claims: Iterable[Claim], wanted: Iterable[Mapped], places: Mapping[str, SourceText]
) -> Replay:
    """The corrections by which the claims come to say what is wanted, and nothing else."""
    made, left = Replay(), sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id))
    by_text: dict[str, list[Mapped]] = defaultdict(list)
    for gold in wanted:
        by_text[gold.place.text].append(gold)
        made.gold[gold.why_not or "mapped"] += 1
    there = set()
    for claim in left:
        text = places[claim.source].document.text
        there |= judge(made, claim, by_text[text], places[claim.source])
    for source, found in places.items():
        for gold in by_text[found.document.text]:
            for states in gold.states:
                add = (gold.id, states.core) not in there
                made.statements["added" if add else "read by the program"] += 1
                if add:
                    span = Span(gold.place.start, gold.place.end)
                    made.lines.append(making.added(source, found, span, states, WHO))
    return made


def judge(
    made: Replay, claim: Claim, gold: list[Mapped], places: SourceText
) -> set[tuple[str, object]]:
    """The line on one claim of the program; which statements of the gold it is."""
    over = [g for g in gold if g.place.start < claim.end and claim.start < g.place.end]
    equal = [(g, s) for g in over for s in g.states if alike(claim, s)]
    if equal:
        g, s = equal[0]
        states = as_hedged(claim, g, s)
        if states == statement_of(claim):
            made.program["right"] += 1
            made.lines += making.confirmed(claim, places, None, WHO)
        else:
            made.program["right, but for what limits it"] += 1
            made.lines += making.mended(claim, states, places, None, WHO)
        return {(g.id, s.core) for g, s in equal}
    here = GoldPlace(places.document.text, claim.start, claim.end)
    matching = [g for g in over if same(here, g.place)]
    if any(g.why_not for g in matching):
        made.program["left: its claim of the gold can't be mapped"] += 1
        return set()
    made.program["struck: says another thing" if matching else "struck: not in the gold"] += 1
    made.lines += making.struck_out(claim, places, None, WHO)
    return set()


def alike(claim: Claim, states: Statement) -> bool:
    """Whether the claim says it; the gold does not tell the phase of what is to be done."""
    value, wanted = claim.value, states.value
    if value and wanted and wanted.phase is None:
        value = replace(value, phase=None)
    return replace(statement_of(claim), value=value).core == states.core


def as_hedged(claim: Claim, gold: Mapped, states: Statement) -> Statement:
    """The claim itself where it is as hedged as the gold says, else with the gold's limits."""
    q, wanted = claim.qualifiers, states.qualifiers
    soft = q.certainty is not Certainty.ASSERTED or q.quantifier or q.degree or q.condition
    agree = {
        "asserted": not (q.certainty is Certainty.POSSIBLE or q.condition),
        "hedged": bool(soft),
        "conditional": q.condition is not None or q.scope is not None,
    }[gold.hedged]
    if agree and (wanted.scope is None or q.scope is not None):
        return statement_of(claim)
    limited = replace(
        q,
        certainty=wanted.certainty,
        quantifier=wanted.quantifier,
        condition=wanted.condition,
        scope=wanted.scope or q.scope,
    )
    return replace(statement_of(claim), qualifiers=limited)


class Replayed(NamedTuple):
    """The corpus with its corrections, and what it comes to before and after them."""

    corpus: Corpus
    replay: Replay
    before: Score
    after: Score
    knowledge: Knowledge
    gold: Gold
    both_read: int


def replayed(folder: Path = GOLD) -> Replayed:
    """The annotated folder, read, replayed as corrections and reconciled."""
    corpus = replace(read_corpus(CORPUS, folder / "texts"), verdicts=(), corrections=())
    read = readings(corpus)
    gold = read_gold(folder, (d.text for d in corpus.documents.values()))
    wanted = list(all_mapped(folder, gold, Fitting(corpus.topic)))
    places = {id: SourceText(d) for id, d in corpus.documents.items()}
    made = replay(read.claims, wanted, places)
    before, corpus = assemble(corpus, read), replace(corpus, corrections=tuple(made.lines))
    after = assemble(corpus, read)
    said = {m.id for m in wanted if m.states}
    hard = [p for p, k in gold.conflicts.items() if k.strength == "contradiction"]
    both = sum(p <= said for p in hard)
    return Replayed(corpus, made, score(gold, before), score(gold, after), after, gold, both)


def all_mapped(folder: Path, gold: Gold, fitting: Fitting) -> Iterator[Mapped]:
    """Every claim of the folder in the topic file's terms."""
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield mapped(row, gold.claims[row["id"]].place, fitting)


def readings(corpus: Corpus) -> Readings:
    """What the program reads in the corpus."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        Store(Path(scratch) / FILE, write=True) as store,
    ):
        return read_all(corpus, store, None)


def score(gold: Gold, k: Knowledge) -> Score:
    """How the knowledge stands to the gold."""
    return evaluate(gold, k.claims, k.conflicts, {i: d.text for i, d in k.documents.items()})


def write(found: Replayed, folder: Path, gold: Path = GOLD) -> None:
    """The corpus with its corrections, for `kb build` and `kb export`."""
    folder.mkdir(parents=True)
    shutil.copy(CORPUS / "topic.yaml", folder / "topic.yaml")
    shutil.copytree(gold / "texts", folder / "texts")
    append(folder / NAME, *found.replay.lines)


def printed(found: Replayed) -> Iterator[str]:
    """What was mapped, and the table of docs/accuracy.md."""
    for what in ("gold", "statements", "program"):
        counted: Counter[str] = getattr(found.replay, what)
        yield f"{what}: {', '.join(f'{why} {n}' for why, n in counted.most_common())}"
    yield f"contradictions with both sides mapped: {found.both_read}"
    yield "| what | as read by the program | every claim read right |"
    yield "| --- | ---: | ---: |"
    for name, cells in lines([found.before, found.after]):
        yield f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    result = replayed()
    for line in printed(result):
        print(line)
    write(result, Path(sys.argv[1]))
