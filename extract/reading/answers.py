"""Questions with short answers: "Does it hurt? Not at all." gives a claim."""

from collections.abc import Iterator, Sequence

from extract.grammar import cues
from extract.grammar.cues import words
from extract.grammar.tree import SUBJECTS, Tree
from extract.model import UNQUALIFIED, Polarity
from extract.reading.candidates import Candidate
from extract.reading.fields import Reading
from extract.reading.naming import LOTS, PLAIN_HEADS
from extract.reading.place import Spot
from extract.rules import Rules, Saying
from extract.topic.schema import Aspect, Kind

OPENERS = frozenset(
    "is are was were do does did can could will would should has have may might must".split()
)
_LONGEST = 8  # tokens of an answer that ends in yes or no: "In many cases, yes."
_NEEDS_VALUE = frozenset({Kind.QUANTITY, Kind.CHOICE})
_POINTERS = frozenset({"it", "this", "that", "they", "these", "those", "i", "we", "you", "one"})
_AUXILIARIES = OPENERS | {"wo", "ca", "ai"}
_NOTS = frozenset({"not", "n't"})
_LEAVE = frozenset({"can", "may", "could", "should", "am", "must"})
_FILLERS = words(
    """
    sadly unfortunately luckily fortunately happily thankfully honestly actually really quite
    exactly at all simply just because well but and so , the short answer : is most certainly
    """
)
_TRUE = frozenset({"true", "right", "correct", "possible", "so", "case", "accurate", "exactly"})
_FALSE = frozenset({"false", "wrong", "untrue", "incorrect", "nonsense", "rubbish", "myth", "lie"})


def answer(tree: Tree, first: int, last: int) -> bool | None:
    """Yes or no, if the sentence is a short answer or opens with one; `None` if it is none.

    "No.", "Not at all.", "Sadly not.", "It doesn't.", "That's not true.", "Wrong.", "It does."
    """
    opening = tree[first].lower
    if opening in cues.NO_WORDS:
        # "No maker can promise that": the word belongs to the subject.
        of_subject = tree[first].dep == "det" and tree[tree[first].head].dep in SUBJECTS
        return None if of_subject and tree[first + 1].pos != "PUNCT" else False
    if opening in cues.YES_WORDS:
        return True
    closing = next((t.lower for t in reversed(tree.tokens[first:last]) if t.text.isalpha()), "")
    if last - first <= _LONGEST and closing in ("yes", "no"):
        return closing == "yes"
    said = list(_up_to_stop(tree, first, last))
    rest = [w for w in said if w not in _FILLERS | _POINTERS | _AUXILIARIES | {"'s", "be", "'re"}]
    denied = any(w in _NOTS for w in said)
    if any(w not in _NOTS | _TRUE | _FALSE for w in rest) or not said:
        return None
    if any(w in _FALSE for w in rest):
        return denied
    if denied or any(w in _TRUE for w in rest):
        return not denied
    return True if len(said) > 1 and said[0] in _POINTERS else None


def may(tree: Tree, first: int, last: int, rules: Rules) -> frozenset[str] | None:
    """What a question for leave speaks of: "When can I wash it?"; `None` if it is none."""
    words = [t.lower for t in tree.tokens[first : first + 4]]
    leave = words[:1] == ["when"] or words[0] in _LEAVE
    if tree[last - 1].text != "?" or not leave or not {"i", "we", "you", "one"} & set(words):
        return None
    keys = (m.key for m in rules.phrases.match(tree.tokens[first:last]))
    return frozenset(k.aspect for k in keys if isinstance(k, Saying))


def _up_to_stop(tree: Tree, first: int, last: int) -> Iterator[str]:
    """The words before the first comma or stop, without a label ("Fact: …")."""
    label = next((i for i in range(first, min(first + 3, last)) if tree[i].text == ":"), None)
    for i in range(first if label is None else label + 1, last):
        if tree[i].text in ",.;!–—-" and i > first:
            return
        yield tree[i].lower


def proposal(proposed: Sequence[Candidate], asked: Sequence[Aspect]) -> Candidate | None:
    """What the question proposes: its best candidate, or else a yes/no aspect it raises."""
    usable = [c for c in proposed if _answerable(c)]
    if usable:
        return max(usable, key=lambda c: len(c.anchors))
    plain = [a for a in asked if a.kind is Kind.YESNO]
    return Candidate(plain[0], (), plain[0].id) if plain else None


def proposes(tree: Tree, where: Spot) -> bool:
    """Whether the question is about it: "a fear of X" asks for the fear."""
    path = where.path
    if path is None or len(path) < 2 or path[0] not in ("nmod", "acl"):
        return True
    above = tree[tree[where.core].head]
    return above.pos not in ("NOUN", "PROPN") or above.lemma in PLAIN_HEADS | LOTS


def _answerable(candidate: Candidate) -> bool:
    if candidate.aspect.kind is Kind.ADVICE or candidate.counts_cases:
        return False
    return candidate.value is not None or candidate.aspect.kind not in _NEEDS_VALUE


def answered(question: Candidate, yes: bool) -> Reading:
    """The reading that a yes or a no makes of the question."""
    affirmed = yes != question.denies
    polarity = Polarity.AFFIRM if affirmed else Polarity.DENY
    return Reading(polarity, question.value, UNQUALIFIED, why=())
