"""Whom a text takes, where the group stands in an if-clause: "If you are a child, please don't".

A verdict is a clause that says nothing else; each row has its own example, and all are tests.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.model import Polarity, Value, ValueKind
from extract.reading.kinds.base import Candidate, Found, Here, answers, found_in, saying_of
from extract.topic.schema import Kind


class Taking(NamedTuple):
    """Words that are a whole clause, and what they say to those whom the if-clause names."""

    words: str
    polarity: Polarity

    @property
    def example(self) -> str:
        """The words after an if-clause."""
        return f"If you have sensitive eyes, {self.words.replace(' n', 'n')}."


_YES = "that 's fine|that is fine|it 's fine|you 're fine|that 's ok|come along"
_NO = "do n't|we do n't|we wo n't|we can not|we ca n't treat you|we wo n't treat you"
_NO += "|we do n't treat you|we can not treat you"
VERDICTS = tuple(
    Taking(words, polarity)
    for row, polarity in ((_YES, Polarity.AFFIRM), (_NO, Polarity.DENY))
    for words in row.split("|")
)
_SAID = {v.words: v.polarity for v in VERDICTS}
_LONGEST = max(len(words.split()) for words in _SAID)
_POLITE = ("please", "sorry", "then", "but", "sadly")
_CASES = ("if", "when", "while")
_PEOPLE = ("you", "your", "you're", "anyone", "somebody", "someone")


def verdicts(at: Here) -> Iterator[Candidate]:
    """The groups of the if-clause, taken or sent away by the main clause."""
    words = [at.tree[i] for i in at.clause.tokens if at.tree[i].pos != "PUNCT"]
    said = [t for t in words if t.lower not in _POLITE]
    few = len(said) <= _LONGEST
    polarity = _SAID.get(" ".join(t.lower.replace("’", "'") for t in said)) if few else None
    case = _case(at) if polarity is not None else ()
    if not case or any(n.cue in case for n in at.negs):
        return
    found = found_in(at.rules.phrases.match([at.tree[i] for i in case]))
    for aspect in at.rules.topic.aspects:
        if aspect.kind is Kind.ALL_OF:
            for match in answers(found.get(aspect.id, Found()), True):
                value = Value(ValueKind.PART, at.text(match.token_indices), saying_of(match).answer)
                anchors, phrase = tuple(t.i for t in said), saying_of(match).phrase
                yield Candidate(aspect, anchors, phrase, value, polarity=polarity, cue=said[0])


def _case(at: Here) -> Sequence[int]:
    """The tokens of the if-clause about people that stands before or after the verdict."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    for part in (range(first, at.clause.first), range(at.clause.last + 1, last)):
        kept = [i for i in part if at.tree[i].pos != "PUNCT"]
        if len(kept) > 1 and at.tree[kept[0]].lower in _CASES:
            return kept if at.tree[kept[1]].lower in _PEOPLE else ()
    return ()
