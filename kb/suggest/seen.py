"""The corpus as clauses: each with its words, what it is about, and what was read in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.grammar.clauses import Clause, clauses
from extract.grammar.repairs import repaired
from extract.grammar.tree import Tree
from extract.model import Block, BlockKind, Claim, Document, Span
from extract.parse import Parse, Token
from extract.reading.subject import Mentions
from extract.rules import Mention, Rules, Saying
from extract.topic.phrase import CompiledPhrase

CONTENT = ("NOUN", "VERB", "ADJ", "ADV")
# Words that name who or what the text is about, and no answer to anything.
NAMING = frozenset({Mention.SELF, Mention.RIVAL, Mention.PEOPLE, Mention.STAND_IN})
_SENTENCES = 40  # of a paragraph that are looked at together, as in reading


@dataclass(frozen=True, slots=True)
class SeenClause:
    """A clause of a text. `sentence` is where its sentence stands in the document.

    `content` are its words of weight that name neither the subject, a rival nor people; `claims`
    those read in its sentence; `heading` says that it is one, or asks.
    """

    source: str
    sentence: Span
    tree: Tree
    clause: Clause
    mentions: Mentions
    content: tuple[Token, ...]
    claims: tuple[Claim, ...]
    heading: bool

    @property
    def tokens(self) -> list[Token]:
        """Its words, in text order."""
        return [self.tree[i] for i in self.clause.tokens]

    def answers(self, aspect: str) -> bool:
        """Whether its sentence answers that question already."""
        return any(c.aspect == aspect for c in self.claims)


def seen_clauses(
    documents: Mapping[str, Document],
    parses: Mapping[str, Sequence[Parse]],
    claims: Sequence[Claim],
    rules: Rules,
) -> tuple[SeenClause, ...]:
    """Every clause of the documents, by source and place; `parses` as `parses_of` gives them."""
    return tuple(
        clause
        for source, document in sorted(documents.items())
        for clause in _of(document, parses[source], claims, rules)
    )


def _of(
    document: Document, parses: Sequence[Parse], claims: Sequence[Claim], rules: Rules
) -> Iterator[SeenClause]:
    own = [c for c in claims if c.source == document.source]
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
    for block, parse in zip(blocks, parses, strict=True):
        for start, piece in parse.pieces(_SENTENCES):
            part = replace(block, start=block.start + start)
            yield from _of_piece(document.source, part, repaired(piece), own, rules)


def _of_piece(
    source: str, block: Block, tree: Tree, own: Sequence[Claim], rules: Rules
) -> Iterator[SeenClause]:
    mentions = Mentions(tree, rules)
    named = {i for i, m in mentions.strongest.items() if m.mention in NAMING}
    titles = block.kind in (BlockKind.HEADING, BlockKind.QUESTION)
    for clause in clauses(tree):
        first, last = tree.parse.sentences[clause.sentence]
        at = Span(block.start + tree[first].start, block.start + tree[last - 1].end)
        words = [tree[i] for i in clause.tokens if i not in named]
        content = tuple(t for t in words if t.pos in CONTENT and _plain(t.lemma))
        inside = tuple(c for c in own if at.start <= c.start < at.end)
        asks = titles or tree[last - 1].text == "?"
        yield SeenClause(source, at, tree, clause, mentions, content, inside, asks)


def _plain(word: str) -> bool:
    return word.isalpha() and word.isascii()


@lru_cache(maxsize=1)
def known_phrases(rules: Rules) -> tuple[tuple[Saying, CompiledPhrase], ...]:
    """Every phrase of the topic file's questions, compiled once for all who look at them."""
    return tuple(rules.sayings())
