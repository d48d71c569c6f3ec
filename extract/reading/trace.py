"""The whole way of each clause of a document, for people who ask why it was read so, or not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from extract.grammar.clauses import Clause
from extract.grammar.tree import Tree
from extract.model import Document, Span
from extract.parse import Parse, Token
from extract.reading.document import extract_claims
from extract.reading.extraction import Extraction
from extract.reading.kinds.base import Candidate, saying_of
from extract.reading.subject import Focus, Mentions, Referent, refer
from extract.reading.watch import Watch
from extract.rules import Mention, Rules, Saying
from extract.topic.phrase import PhraseMatch

_PASSING = frozenset({"PUNCT", "CCONJ"})


class Way(StrEnum):
    """How it was found what a clause is about."""

    NAMED = "named"
    POINTED = "pointed"
    LEFT_OUT = "left-out"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Naming:
    """Words of the clause that the topic file knows as a name of something."""

    words: str
    mention: Mention
    name: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A phrase found in the clause, and the words that fill it."""

    saying: Saying
    words: str


@dataclass(frozen=True, slots=True)
class Considered:
    """What the clause might have claimed. `rule` let it go, "" if it is a claim about `subject`.

    `cue` is the word that the rule saw.
    """

    aspect: str
    answer: str
    phrase: str
    words: str
    rule: str = ""
    cue: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class ClauseTrace:
    """One clause on its way: what it is about and how that is known, what was found, what became
    of it.

    `sentence` and `span` count characters of the document; `subject` are the words that head it.
    """

    sentence: Span
    span: Span
    words: str
    subject: str
    about: Referent
    way: Way
    named: tuple[Naming, ...]
    tokens: tuple[Token, ...]
    heard: tuple[Heard, ...] = ()
    considered: tuple[Considered, ...] = ()


def traced(
    document: Document, parses: Sequence[Parse], rules: Rules
) -> tuple[Extraction, tuple[ClauseTrace, ...]]:
    """The claims of a document as `extract_claims` gives them, and each clause's way to them."""
    tracer = _Tracer()
    extraction = extract_claims(document, parses, rules, tracer)
    return extraction, tuple(entry.trace() for entry in tracer.entries)


@dataclass(slots=True)
class _Entry:
    """A clause while it is read."""

    tree: Tree
    clause: Clause
    focus: Focus
    mentions: Mentions
    offset: int
    matches: list[PhraseMatch] = field(default_factory=list)
    considered: list[Considered] = field(default_factory=list)

    def trace(self) -> ClauseTrace:
        tokens = tuple(self.tree[i] for i in self.clause.tokens)
        words = [t.i for t in tokens]
        while words and self.tree[words[0]].pos in _PASSING:
            words.pop(0)
        while words and self.tree[words[-1]].pos == "PUNCT":
            words.pop()
        first, last = self.tree.parse.sentences[self.clause.sentence]
        about, way = self._about()
        return ClauseTrace(
            self._span(range(first, last)),
            self._span(self.clause.tokens or (self.clause.head,)),
            self.text(words),
            self._subject(),
            about,
            way,
            self._named(),
            tokens,
            tuple(Heard(saying_of(m), self.text(m.token_indices)) for m in self.matches),
            tuple(self.considered),
        )

    def text(self, indices: Sequence[int]) -> str:
        """These words as they stand, what lies between left out."""
        parts: list[str] = []
        for n, i in enumerate(indices):
            token = self.tree[i]
            apart = not n or indices[n - 1] != i - 1
            glued = not apart and self.tree[i - 1].end == token.start
            gap = ["…"] if n and apart and i - indices[n - 1] > 1 else []
            parts += [*gap, token.text] if not glued else []
            if glued:
                parts[-1] += token.text
        return " ".join(parts)

    def _span(self, indices: Sequence[int]) -> Span:
        first, last = self.tree[min(indices)], self.tree[max(indices)]
        return Span(self.offset + first.start, self.offset + last.end)

    def _subject(self) -> str:
        subject = self.clause.subject
        return "" if subject is None else self.tree[subject].text

    def _about(self) -> tuple[Referent, Way]:
        subject = self.clause.subject
        if subject is None:
            return self.focus.topic, Way.LEFT_OUT
        referent = refer(self.tree, subject, self.mentions, self.focus)
        if subject in self.mentions.strongest:
            return referent, Way.NAMED
        pointed = self.tree[subject].pos in ("PRON", "DET")
        return referent, Way.POINTED if pointed else Way.UNKNOWN

    def _named(self) -> tuple[Naming, ...]:
        strongest = self.mentions.strongest
        found: list[tuple[list[int], Mention, str]] = []
        for i in sorted({*self.clause.tokens, *self._head()}):
            meaning = strongest.get(i)
            if meaning is None:
                continue
            same = found and found[-1][0][-1] == i - 1
            if same and found[-1][1:] == (meaning.mention, meaning.name):
                found[-1][0].append(i)
            else:
                found.append(([i], meaning.mention, meaning.name))
        return tuple(Naming(self.text(at), mention, name) for at, mention, name in found)

    def _head(self) -> tuple[int, ...]:
        return () if self.clause.subject is None else (self.clause.subject,)


class _Tracer(Watch):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.entries: list[_Entry] = []

    def enters(
        self, tree: Tree, clause: Clause, focus: Focus, mentions: Mentions, offset: int
    ) -> None:
        self.entries.append(_Entry(tree, clause, focus, mentions, offset))

    def matches(self, found: Sequence[PhraseMatch]) -> None:
        self.entries[-1].matches.extend(found)

    def sifts(self, rule: str, before: Sequence[Candidate], after: Sequence[Candidate]) -> None:
        kept = {id(c) for c in after}
        for candidate in before:
            if id(candidate) not in kept:
                self.drops(candidate, rule)

    def drops(self, candidate: Candidate, rule: str, cue: str = "") -> None:
        self._consider(candidate, rule, cue, "")

    def claims(self, candidate: Candidate, subject: str) -> None:
        self._consider(candidate, "", "", subject or "self")

    def _consider(self, candidate: Candidate, rule: str, cue: str, subject: str) -> None:
        entry, value = self.entries[-1], candidate.value
        answer = (value.name or value.text) if value else ""
        words = entry.text(candidate.anchors)
        entry.considered.append(
            Considered(candidate.aspect.id, answer, candidate.phrase, words, rule, cue, subject)
        )
