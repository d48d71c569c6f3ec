"""A knowledge base in which every text that a person could have written is the same word."""

from extract.model import (
    SELF,
    Block,
    BlockKind,
    Claim,
    Document,
    Polarity,
    Reason,
    Span,
    Value,
    ValueKind,
)
from extract.topic.schema import Topic
from kb.knowledge.value import Knowledge
from kb.model import (
    Agreement,
    AspectView,
    Conflict,
    ConflictKind,
    Coverage,
    NearMiss,
    Position,
    Ruling,
    Rung,
    SideOf,
    Source,
    State,
    Strength,
    Verdict,
    VerdictKind,
)
from kb.readers.opinions import Opinion, OpinionAnswer
from kb.reconcile.disputes import disputes

EVIL = (
    "</title></mark></p></script><script>window.evil=1</script>"
    '"><img src=x onerror="window.evil=2"><a href="javascript:window.evil=3">\'&lt;{{7*7}}'
    "<!--\u202egnitirw\u2066\u2028\x00\x0b</style><style>body{display:none}</style>" + "W" * 10_000
)
SOURCES = ("one", "two & <three>")


def written_with(word: str) -> Knowledge:
    """Two sources that contradict each other, and themselves, all in that word."""
    topic = Topic.sample(
        topic=word,
        aspects=[
            {"id": "a", "label": word, "question": word, "kind": "any-of",
             "parts": [{"name": "p", "label": word}]},
            {"id": "b", "label": word, "question": word, "kind": "yesno"},
        ],
    )  # fmt: skip
    texts = dict.fromkeys(SOURCES, f"{word}. {word}\n{word}")
    claims = [_claim(s, word, p) for s in SOURCES for p in Polarity]
    yes, no = (_position([c for c in claims if c.polarity == p], word) for p in Polarity)
    a, b = (SideOf(p.id, p.claims) for p in sorted((yes, no), key=lambda p: p.id))
    conflict = Conflict(
        "c" * 16, "a", ConflictKind.POLARITY, Strength.CONTRADICTION, a, b, word, SOURCES
    )
    verdict = Verdict(conflict.id, VerdictKind.PREFER, word, word, word, position=yes.id)
    disputed = disputes((conflict,), (yes, no), topic, {})
    return Knowledge(
        topic=topic,
        sources=tuple(
            Source(s, word, f"{word} {s}", word, f"javascript:{word}", word, "0" * 64)
            for s in SOURCES
        ),
        documents={s: Document(s, t, _blocks(t, word)) for s, t in texts.items()},
        claims=tuple(claims),
        positions=(yes, no),
        conflicts=(conflict,),
        disputes=disputed,
        opinions=tuple(
            Opinion(d.id, "on", "asked", word, OpinionAnswer.STANDS, word, "now") for d in disputed
        ),
        near_misses=(NearMiss("a", a, b, Rung.REPORTED, word),),
        views=(
            AspectView("a", Agreement.DISPUTED, (yes.id, no.id), SOURCES, ()),
            AspectView("b", Agreement.SILENT, (), (), SOURCES),
        ),
        coverage=tuple(Coverage(s, 3, 1, ((0, len(word)),)) for s in SOURCES),
        unread=((word, word),),
        verdicts=(verdict,),
        standings={conflict.id: Ruling(conflict.id, (verdict,), State.PREFERRED, yes.id)},
    )


def _claim(source: str, word: str, polarity: Polarity) -> Claim:
    """The first or the second sentence of the text."""
    start = 0 if polarity is Polarity.AFFIRM else len(word) + 2
    end = start + len(word)
    value = Value(ValueKind.PART, word, "p")
    why = (Reason("polarity", word[:1], start, start + 1),)
    return Claim(source, start, end, word, Span(start, end), SELF, "a", polarity, value, why=why)


def _position(claims: list[Claim], word: str) -> Position:
    first = claims[0]
    return Position(
        f"{first.polarity}", "a", SELF, first.polarity, first.value, first.qualifiers,
        word, tuple(c.id for c in claims), SOURCES,
    )  # fmt: skip


def _blocks(text: str, word: str) -> tuple[Block, ...]:
    end = len(text) - len(word) - 1
    return (Block(BlockKind.HEADING, 0, end), Block(BlockKind.PARAGRAPH, end + 1, len(text)))
