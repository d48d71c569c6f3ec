"""Sentences into clauses: a predicate, its own words, its subject, and the clause above it.

A clause is what one predicate says: finite and non-finite complements (`xcomp`) and
participles (`acl`) stay with it, subordinate and co-ordinate clauses stand alone and take
over the subject where they have none (Universal Dependencies, "Enhanced: propagation of
conjuncts, controlled subjects").
"""

from extract.grammar.tree import SUBJECTS, Tree
from extract.parse import Token
from extract.value import value

_ALWAYS = frozenset({"advcl", "advcl:relcl", "ccomp", "acl:relcl", "parataxis", "csubj"})
_HEADING = _ALWAYS | {"conj", "list"}
# "It takes a month to complete": the infinitive says what takes that long.
_TAKING = frozenset({"take", "cost", "require"})
# After these a word in *-ing* is an object: "suffers from fading".
_PREPOSITIONS = frozenset("of from by for about in on at to as".split())
_INHERITS = frozenset({"conj", "advcl", "advcl:relcl", "ccomp", "csubj", "xcomp"})
_COMPARING = frozenset({"unlike", "than", "versus", "vs", "besides"})
_COMPARED = frozenset({"compare", "compared", "oppose", "opposed", "relative", "contrast"})
MEASURING = _COMPARING | _COMPARED
"""The words without which, or without an *as*, a clause compares with nothing."""
_LABEL = 6  # tokens within which a label ends


@value
class Clause:
    """One predicate with its words. All numbers are token indices of the paragraph.

    `tokens` are its own words without `aside`, the words of a comparison ("unlike X").
    `relation` is the head's dependency label, `parent` an index into the same list.
    `subject` heads the subject phrase, inherited unless `own_subject`.
    """

    head: int
    tokens: tuple[int, ...]
    relation: str
    parent: int | None
    subject: int | None
    own_subject: bool
    marker: str
    aside: frozenset[int]
    sentence: int

    @property
    def first(self) -> int:
        """The first own token."""
        return self.tokens[0] if self.tokens else self.head

    @property
    def last(self) -> int:
        """The last own token."""
        return self.tokens[-1] if self.tokens else self.head


def clauses(tree: Tree) -> tuple[Clause, ...]:
    """The clauses of a parsed paragraph, in order of sentence and of predicate."""
    found: list[Clause] = []
    for number, (first, last) in enumerate(tree.parse.sentences):
        heads = [
            t.i
            for t in tree.tokens[first:last]
            if t.head == t.i
            or not first <= t.head < last
            or (t.dep in _HEADING and _is_head(tree, t))
        ]
        found.extend(_sentence_clauses(tree, number, heads, len(found)))
    return tuple(found)


def _sentence_clauses(tree: Tree, number: int, heads: list[int], base: int) -> list[Clause]:
    stop, place = frozenset(heads), {head: base + n for n, head in enumerate(heads)}
    subjects: dict[int, int | None] = {}
    made = []
    for head in sorted(heads, key=lambda h: len([*tree.up(h)])):
        above = next((t.i for t in tree.up(head) if t.i in stop), None)
        own = _own_subject(tree, head)
        subjects[head] = own if own is not None else _inherited(tree, head, above, subjects)
        own_tokens = tree.subtree(head, stop - {head})
        aside = _aside(tree, own_tokens)
        clause = Clause(
            head=head,
            tokens=tuple([i for i in own_tokens if i not in aside]),
            relation=tree[head].dep,
            parent=None if above is None else place[above],
            subject=subjects[head],
            own_subject=own is not None,
            marker=_marker(tree, head),
            aside=aside,
            sentence=number,
        )
        made.append(clause)
    return sorted(made, key=lambda c: c.head)


def _is_head(tree: Tree, token: Token) -> bool:
    if token.dep in _ALWAYS:
        if token.dep == "advcl":
            return token.lower not in _COMPARED and not _purpose(tree, token)
        return token.dep != "csubj" or not _taken(tree, token)
    return _is_predicate(tree, token)


def _taken(tree: Tree, token: Token) -> bool:
    """ "It takes a month to complete"."""
    head = tree[token.head]
    return head.i < token.i and head.lemma in _TAKING and bool(tree.kids(token.i, "mark"))


def _purpose(tree: Tree, token: Token) -> bool:
    """What stays with its clause: "takes a month to complete", "you notice swelling"."""
    kids = tree.kids(token.i, "mark")
    marks = [t.lower for t in kids]
    if not marks and token.tag == "VBG" and 0 < token.i - token.head <= 2:
        return True
    if len(kids) == 1 and token.tag == "VBG" and marks[0] in _PREPOSITIONS:
        return kids[0].i == token.head + 1
    return marks == ["to"] and token.i > token.head and not tree.kids(token.i, *SUBJECTS)


def _is_predicate(tree: Tree, token: Token) -> bool:
    if tree.kids(token.i, "cop", "aux", "aux:pass", *SUBJECTS):
        return True
    if token.pos not in ("VERB", "AUX") or token.tag in ("VBG", "VBN"):
        alike = token.tag in ("VBG", "VBN") and tree[token.head].tag == token.tag
        return alike and tree[token.head].dep not in ("acl", "amod")
    return tree[token.head].pos in ("VERB", "AUX") or bool(tree.kids(token.i, "obj"))


def _own_subject(tree: Tree, head: int) -> int | None:
    subjects = tree.kids(head, "nsubj", "nsubj:pass", "nsubj:outer")
    if not subjects:
        subjects = tree.kids(head, "expl") or tree.kids(head, "csubj", "csubj:pass")
    if not subjects:
        for inner in tree.kids(head, "xcomp"):
            subjects = tree.kids(inner.i, "nsubj", "nsubj:pass")
            if subjects:
                break
    if not subjects:
        return None
    before = [s for s in subjects if s.i < head]
    subject = before[-1] if before else subjects[0]
    if "PronType=Rel" in subject.morph:
        return _antecedent(tree, head, subject.i)
    return subject.i


def _antecedent(tree: Tree, head: int, pronoun: int) -> int:
    """What a relative pronoun stands for: the noun that the clause hangs on, or the last one."""
    if tree[head].dep == "acl:relcl":
        return tree[head].head
    first, _ = tree.sentence(pronoun)
    nouns = [i for i in range(first, pronoun) if tree[i].pos in ("NOUN", "PROPN")]
    return nouns[-1] if nouns else pronoun


def _inherited(
    tree: Tree, head: int, above: int | None, subjects: dict[int, int | None]
) -> int | None:
    token = tree[head]
    if token.dep == "acl:relcl":
        return token.head
    if above is None or token.dep not in _INHERITS:
        return None
    if token.dep in ("ccomp", "csubj") and tree.kids(head, "mark"):
        return None
    return subjects.get(above)


def with_finite_verb(tree: Tree, clause: Clause) -> bool:
    """Whether a clause has a finite verb among its words, and so is more than a row or title."""
    return not tree.finites.isdisjoint(clause.tokens)


def _marker(tree: Tree, head: int) -> str:
    marks = tree.kids(head, "mark")
    if not marks:
        when = [t for t in tree.kids(head, "advmod") if t.lower in ("when", "whenever", "once")]
        return when[0].lower if when else ""
    return " ".join(t.lower for t in marks)


def _aside(tree: Tree, own: list[int]) -> frozenset[int]:
    """The words of comparisons: what is said there is said of something else."""
    aside: set[int] = set()
    for i in own:
        token = tree[i]
        comparing = token.lower in _COMPARING and token.dep in ("case", "mark", "cc", "advmod")
        compared = token.lower in _COMPARED and token.dep in ("case", "advcl", "acl", "advmod")
        if comparing or (token.lower == "as" and _measured(tree, i)):
            aside |= _phrase_after(tree, i, token.head)
        elif compared and _followed_by(tree, i, ("to", "with")):
            aside |= _phrase_after(tree, i, i if tree.children[i] else token.head)
    return frozenset(aside)


def _measured(tree: Tree, i: int) -> bool:
    """Whether an *as* is the second one of "as much time as X"."""
    if tree[i].dep not in ("case", "mark"):
        return False
    before = tree.tokens[max(0, i - 5) : i]
    counted = any(t.pos == "NUM" for t in tree.tokens[i + 1 : i + 3])
    if counted or (before and before[-1].lower in ("long", "soon", "far", "well")):
        return False
    return any(t.lower == "as" and t.dep == "advmod" for t in before)


def _followed_by(tree: Tree, i: int, words: tuple[str, ...]) -> bool:
    return any(t.lower in words for t in tree.tokens[i + 1 : i + 3])


def _phrase_after(tree: Tree, cue: int, head: int) -> set[int]:
    """The cue's phrase: the head's subtree from the cue on, cut at a comma before a verb."""
    end = cue + 1
    subtree = set(tree.subtree(head))
    while end < len(tree.tokens) and end in subtree:
        if tree[end].lower in (",", ";", ".") or tree[end].dep in ("nsubj", "nsubj:pass"):
            break
        end += 1
    return set(range(cue, end))


def label_end(tree: Tree) -> int:
    """The colon of a label that opens the paragraph ("Price: …"), 0 if there is none."""
    colon = next((t.i for t in tree.tokens[:_LABEL] if t.text == ":"), 0)
    said = colon > 1 and any(t.finite for t in tree.tokens[:colon])
    return colon if colon + 1 < len(tree.tokens) and not said else 0
