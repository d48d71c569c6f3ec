"""Which words of other clauses are read together with a clause: what it takes as its subject.

"Wearing a hat slows fading" says one thing in two clauses, and neither says it alone. A rule is a
row of `RULES` with a sentence whose clauses are read together and one whose are not; both are
tests. Clausal subjects: Huddleston & Pullum, ch. 11 §4.5 (subordinate interrogatives), ch. 14 §1
(gerund-participials), §6.3 (hollow infinitives), ch. 13 §5.3 (the correlative comparative).
"""

from collections.abc import Callable
from typing import NamedTuple

from extract.grammar.clauses import Clause
from extract.grammar.tree import SUBJECTS, Tree
from extract.reading.needing import Askable, needing

DEPENDING = frozenset({"depend", "vary", "hinge", "determine", "influence", "affect", "differ"})
_HOW_BIG = frozenset({"how", "what", "where", "who", "whether"})
_UPON = frozenset({"on", "upon", "by", "with"})
_COMING = frozenset({"come", "be"})
_ASKING = frozenset({"how", "whether", "what", "which", "why"})
_HOW = frozenset({"how", "whether"})
_ENTAILING = frozenset({"mean", "ensure", "guarantee"})
_BEARING_ON = frozenset({"affect", "influence", "determine", "impact", "decide", "dictate"})
_TOUGH = frozenset("easy hard difficult tough impossible tricky simple possible".split())
_COMPARATIVES = frozenset({"JJR", "RBR"})
_MEASURES = frozenset({"than", "as"})
_COMPARING = frozenset("than as less more unlike versus vs compared compare comparison".split())

Words = tuple[int, ...]


def subject_clause(tree: Tree, clause: Clause) -> Words:
    """ "*Wearing a hat* slows fading": the clause that its predicate has as subject."""
    below = tree.kids(clause.head, "csubj", "csubj:pass")
    doing = [t for t in below if t.i < clause.head and t.tag in ("VBG", "VB")]
    if not doing or doing[-1].finite:
        return ()
    return tuple(i for i in tree.subtree(doing[-1].i) if i < clause.head)


@needing(*DEPENDING, "down")
def question(tree: Tree, clause: Clause) -> Words:
    """ "*How long it lasts* depends on X": a question, and what answers it."""
    first = tree.parse.sentences[clause.sentence][0]
    verb = _depending(tree, clause) if tree[first].lower in _ASKING else None
    if verb is None:
        return ()
    before = tree.tokens[first:verb]
    asked = any(t.pos in ("VERB", "AUX") or t.finite for t in before)
    stopped = any(t.text in ",;:–—" for t in before)
    return tuple(t.i for t in before) if asked and not stopped else ()


def _depending(tree: Tree, clause: Clause) -> int | None:
    """The clause's word that says that one thing depends on another."""
    some = tree.has(DEPENDING) or "down" in tree.words
    return next((i for i in clause.tokens if depends(tree, i)), None) if some else None


def depends(tree: Tree, i: int) -> bool:
    """ "Depends on", "comes down to", "is down to"."""
    if tree[i].lemma not in _COMING:
        return tree[i].lemma in DEPENDING
    return [t.lower for t in tree.tokens[i + 1 : i + 3]] == ["down", "to"]


@needing(*DEPENDING, "down")
def in_turn(tree: Tree, clause: Clause) -> Words:
    """ "It depends on *how big the roof is*": a question that answers another."""
    last = tree.parse.sentences[clause.sentence][1]
    verb = _depending(tree, clause)
    near = () if verb is None else tree.tokens[verb : min(last, verb + 4)]
    start = next((t.i for t in near if t.lower in _HOW_BIG), 0)
    if not start or tree[start - 1].lower not in _UPON or start in clause.tokens:
        return ()
    stops = (t.i for t in tree.tokens[start:last] if t.text in ",;:.–—")
    return tuple(range(start, next(stops, last)))


@needing(*_BEARING_ON)
def asked_about(tree: Tree, clause: Clause) -> Words:
    """ "Sunlight affects *how long it lasts*"."""
    if tree[clause.head].lemma not in _BEARING_ON:
        return ()
    contents = [t for t in tree.kids(clause.head, "ccomp") if t.i > clause.head]
    words = tree.subtree(contents[0].i) if contents else []
    return tuple(words) if words and tree[words[0]].lower in _HOW else ()


@needing(*_ENTAILING)
def entailing(tree: Tree, clause: Clause) -> Words:
    """ "*Skipping a wash means* it smells sooner": what brings about what the clause says."""
    if clause.relation != "ccomp":
        return ()
    above = tree[tree[clause.head].head]
    if above.lemma not in _ENTAILING or above.i > clause.first:
        return ()
    subjects = [t for t in tree.kids(above.i, *SUBJECTS) if t.i < above.i and t.pos != "PRON"]
    words = tuple(i for t in subjects for i in tree.subtree(t.i) if i < above.i)
    return (*words, above.i) if words else ()


@needing("by")
def by_doing(tree: Tree, clause: Clause) -> Words:
    """ "*By wearing a hat* you slow the fading"."""
    for doing in tree.kids(clause.head, "advcl"):
        if doing.tag == "VBG" and [k.lower for k in tree.kids(doing.i, "mark")] == ["by"]:
            return tuple(tree.subtree(doing.i))
    return ()


@needing(*_TOUGH)
def hollow(tree: Tree, clause: Clause) -> Words:
    """ "It is easy *to clean*": an infinitive whose object the clause has as its subject."""
    head = tree[clause.head]
    if head.lemma not in _TOUGH:
        return ()
    for act in tree.kids(head.i, "csubj", "ccomp", "xcomp", "advcl"):
        to = any(k.lower == "to" for k in tree.kids(act.i, "mark")) and act.i > head.i
        if to and not tree.kids(act.i, "obj", "ccomp", "xcomp", *SUBJECTS):
            return tuple(tree.subtree(act.i))
    return ()


def correlative(tree: Tree, clause: Clause) -> Words:
    """ "*The larger the tank*, the higher the price": the one goes with the other."""
    first, last = tree.parse.sentences[clause.sentence]
    second = _second_half(tree, first, last)
    return tuple(range(first, second - 1)) if second and clause.last >= second else ()


def _second_half(tree: Tree, first: int, last: int) -> int | None:
    """Where the second half of "the more …, the more …" begins, if there is one."""
    if not _opens_half(tree, first, last):
        return None
    commas = (i + 1 for i in range(first, last) if tree[i].text == ",")
    return next((i for i in commas if _opens_half(tree, i, last)), None)


def _opens_half(tree: Tree, i: int, last: int) -> bool:
    return i + 1 < last and tree[i].lower == "the" and tree[i + 1].tag in _COMPARATIVES


class JoinRule(NamedTuple):
    """Words read with a clause: `example` where there are some, `counter` where not."""

    words: Callable[[Tree, Clause], Words]
    example: str
    counter: str


RULES: tuple[JoinRule, ...] = (
    JoinRule(
        subject_clause,
        "Storing it in the sun shortens its life.",
        "That they store it in the sun shortens its life.",
    ),
    JoinRule(
        question,
        "How long the roof will last depends on the slope.",
        "How the price varies, depends on you.",
    ),
    JoinRule(
        in_turn,
        "The price depends on how steep the roof is.",
        "The price depends on you, and how steep the roof is.",
    ),
    JoinRule(asked_about, "Salt affects how long it lasts.", "Salt affects what is metal."),
    JoinRule(entailing, "Skipping a wash means it smells sooner.", "That means it smells sooner."),
    JoinRule(by_doing, "By adding salt you make it last.", "By adding salt, as by a spell."),
    JoinRule(hollow, "It is easy to clean.", "It is easy to clean your tank."),
    JoinRule(
        correlative, "The larger the tank, the higher the price.", "The larger tank has a price."
    ),
)


_ASKED = Askable([(rule, rule.words) for rule in RULES])


def joined(tree: Tree, clause: Clause) -> Words:
    """The words of other clauses that are read together with this one, in text order."""
    found = {i for rule in _ASKED.of(tree) for i in rule.words(tree, clause)}
    return tuple(sorted(found.difference(clause.tokens)))


def compared(tree: Tree, clause: Clause) -> Words:
    """What the clause compares with: "hurts less *than a sting*", "… *than people think*"."""
    beyond = [tree.subtree(t.i) for t in tree.kids(clause.head, "advcl") if t.i > clause.head]
    measures = (words for words in beyond if tree[words[0]].lower in _MEASURES)
    return tuple(sorted({*clause.aside, *(i for words in measures for i in words)}))


def measure(tree: Tree, words: Words) -> frozenset[int]:
    """The words that tell what is compared with, without *than* and its like."""
    return frozenset(i for i in words if tree[i].lower not in _COMPARING)


def compares(tree: Tree, words: Words, phrase: str) -> bool:
    """Whether a phrase's words name a comparison and not only what stands on its two sides.

    "Happier" does so for the phrase `happier`, not for `happy`.
    """
    said = (tree[i] for i in words)
    return any(
        t.lower in _COMPARING or (t.tag in _COMPARATIVES and t.lower in phrase) for t in said
    )


def half(tree: Tree, clause: Clause) -> bool:
    """Whether the clause stands in a "the more …, the more …" and states nothing by itself."""
    return _second_half(tree, *tree.parse.sentences[clause.sentence]) is not None
