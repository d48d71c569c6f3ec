"""Any-of: the parts that are named, or the whole."""

from collections.abc import Iterator

from extract.grammar import cues
from extract.grammar.negation import excepts
from extract.model import Value, ValueKind
from extract.parse import Token
from extract.reading.kinds.base import (
    Candidate,
    Found,
    Here,
    answers,
    denied,
    longest,
    raising,
    saying_of,
)
from extract.rules import Role
from extract.topic.phrase import PhraseMatch
from extract.topic.schema import Aspect


def read(aspect: Aspect, found: Found, at: Here) -> Iterator[Candidate]:
    """The candidates of this kind in one clause."""
    raised = bool(found.says) or at.lends(aspect)
    parts = answers(found, raised)
    whole = longest(found.says) or longest(found.whole)
    denying = longest(found.denies)
    if denying:
        told, narrow = saying_of(denying).phrase, _restricted(at, denying)
        yield Candidate(
            aspect, denying.token_indices, told, denies=True, whole=True, restricted=narrow
        )
    if whole and (not parts or denied(at, whole)):
        narrow = _restricted(at, whole)
        yield Candidate(
            aspect, whole.token_indices, saying_of(whole).phrase, whole=True, restricted=narrow
        )
    for match in parts:
        key = saying_of(match)
        value = Value(ValueKind.PART, at.text(match.token_indices), key.answer)
        lent = not found.says and key.role is Role.ANSWER_WORDS
        support = raising(found)
        yield Candidate(aspect, match.token_indices, key.phrase, value, lent=lent, support=support)


def _kinds(at: Here, noun: int, last: int) -> Iterator[Token]:
    """What says of which sort a noun is, also in two words: "serious", "long-term"."""
    yield from (k for k in at.tree.kids(noun, "amod") if k.i != last)
    yield from (k for k in at.tree.kids(noun, "compound") if at.tree[k.i - 1].text == "-")


def _restricted(at: Here, whole: PhraseMatch) -> bool:
    last = max(whole.token_indices)
    for i in whole.token_indices:
        if any(k.lower == "such" for k in at.tree.kids(i, "det", "amod", "det:predet")):
            return True
        if any(k.lower not in cues.UNRESTRICTING for k in _kinds(at, i, last)):
            return True
    for kid in at.tree.kids(last, "nmod", "obl"):
        cases = {k.lower for k in at.tree.kids(kid.i, "case")}
        if cases & {"on", "upon", "to", "from"} and kid.i not in at.around.itself:
            return True
    after = [t for t in at.tree.tokens[last + 1 : last + 3] if t.text != ","]
    if after and denied(at, whole) and after[0].lower != "but" and excepts(at.tree, after[0].i):
        return True  # "no faults apart from a leak": there is one
    return bool(after) and after[0].lower in ("on", "upon")
