"""Commands: a bare verb that opens its clause and has no subject, and what only looks like one."""

from collections.abc import Sequence

from extract.grammar import cues
from extract.grammar.clauses import Clause
from extract.grammar.leaving import PERMITTING
from extract.grammar.tree import SUBJECTS, Tree

_OBJECTS = frozenset({"det", "nmod:poss"})
_WHEN = frozenset({"before", "after", "with", "in", "for", "until", "on"})
_TOLD_TO = frozenset({"you", "pls", "plz"})
_PLEASE = frozenset({"pls", "plz"})


def sets_up(tree: Tree, clause: Clause) -> bool:
    """ "Wet it and off you go": a command that only sets up what follows from it."""
    if clause.own_subject:
        return False
    last = tree.parse.sentences[clause.sentence][1]
    for i in range(clause.head + 1, last):
        if tree[i].lower == "and" and any(_result(tree, k) for k in range(i + 1, min(i + 3, last))):
            return True
    return False


def _result(tree: Tree, i: int) -> bool:
    """Whether a pronoun opens a statement here: "you're done", but not "you should rest"."""
    if tree[i].dep not in SUBJECTS or tree[i].pos != "PRON":
        return False
    aux = tree.kids(tree[i].head, "aux")
    return not any(k.lower in cues.DIRECTIVE_AUX | PERMITTING for k in aux)


def opens_with_act(tree: Tree, clause: Clause, words: Sequence[int]) -> bool:
    """ "Shower before each visit": a command read as a noun."""
    first = tree.parse.sentences[clause.sentence][0]
    if min(words) != first or clause.own_subject or tree[first].lower.endswith(("ing", "s", "ed")):
        return False
    after = tree[max(words) + 1] if max(words) + 1 < len(tree.tokens) else None
    if after is None or not (after.pos == "ADV" or after.dep in _OBJECTS or after.lower in _WHEN):
        return False
    verbs = (tree[i] for i in clause.tokens if tree[i].pos in ("AUX", "VERB") and i not in words)
    return tree[first].tag not in ("VBD", "VBN") and all(verb.tag == "VBG" for verb in verbs)


def imperative(tree: Tree, clause: Clause) -> bool:
    """Whether the clause is a command: a bare verb that opens it, with no subject."""
    head = tree[clause.head]
    if head.tag not in ("VB", "VBP") or (clause.own_subject and not _no_subject(tree, clause)):
        return False
    if tree.kids(head.i, "mark") or any(
        t.lower not in ("do", "don't") for t in tree.kids(head.i, "aux")
    ):
        return False
    opening = {i for k in tree.kids(head.i, "obl", "obl:tmod", "advcl") for i in tree.subtree(k.i)}
    if clause.own_subject and clause.subject is not None:
        opening |= set(tree.subtree(clause.subject))
    before = [tree[i] for i in clause.tokens if i < head.i and i not in opening]
    plain = {"ADV", "INTJ", "CCONJ", "PART", "PUNCT", "AUX"}
    if all(t.pos in plain or t.dep in ("case", "obl", "det", "amod") for t in before):
        return clause.subject is None or clause.own_subject or _joined(tree, clause)
    return False


def _joined(tree: Tree, clause: Clause) -> bool:
    """ "You should rest and swim"; in "the staff will rest and swim" nobody is told."""
    if clause.relation != "conj" or clause.subject is None:
        return False
    above = tree[clause.head].head
    fronted = (*tree.kids(clause.subject, "case"), *tree.kids(above, "case", "mark"))
    if tree[clause.subject].lower in _TOLD_TO or any(t.lower != "to" for t in fronted):
        return True
    single = "Number=Sing" in tree[clause.subject].morph
    single = single and tree[clause.subject].lower != "i" and not tree.kids(above, "mark")
    if single and not any(t.tag == "MD" for t in tree.kids(above, "aux")):
        return True  # "it is sore, but don't rub": that verb does not agree with "it"
    modal = {t.lower for t in tree.kids(above, "aux")} & (PERMITTING | cues.DIRECTIVE_AUX)
    return bool(modal) and tree[clause.subject].lemma in cues.PEOPLE


def _no_subject(tree: Tree, clause: Clause) -> bool:
    """ "After ten days swim", "Pls don't swim": what the parser took for one."""
    main = clause.relation in ("root", "conj", "parataxis")
    if not main or clause.subject is None or clause.subject > clause.head:
        return False
    opening = [*tree.kids(clause.subject, "case"), *tree.kids(clause.head, "case")]
    return tree[clause.subject].lower in _PLEASE or any(t.i < clause.subject for t in opening)
