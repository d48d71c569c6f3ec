"""Mending clauses: how the repairs of `repairs` right where a clause begins and what it hangs on.

As in `mending`: each function gives the words as they should be, none if there is nothing to mend.
"""

from collections.abc import Iterator
from dataclasses import replace

from extract.grammar import cues
from extract.grammar.mending import (
    AUXILIARIES,
    NOUNS,
    STOPS,
    Changes,
    children,
    finite,
    noun_before,
    start_of,
)
from extract.grammar.tree import SUBJECTS, Tree
from extract.parse import Token

_SUBORDINATING = frozenset("before after until till since once while when because".split())
_OPENING = frozenset(
    "if unless when whenever while because although though once since after before".split()
)
_THINKING = frozenset({"think", "believe", "hope", "know", "feel", "mean"})
_WHEN_AND_HOW = frozenset("time way moment day week month year minute reason point".split())


def clause_under_phrase(tree: Tree, token: Token) -> Changes:
    """A whole clause that was put under the label of a phrase."""
    if not tree.kids(token.i, *SUBJECTS, "expl") or not finite(tree, token):
        return ()
    marks = [
        replace(t, dep="mark")
        for t in tree.kids(token.i, "case", "advmod")
        if t.lower in _SUBORDINATING and t.dep == "case"
    ]
    marked = marks or tree.kids(token.i, "mark")
    if token.dep == "nsubj" and not marked:
        return ()
    return (replace(token, dep="advcl" if marked else "parataxis"), *marks)


def reduced_relative(tree: Tree, token: Token) -> Changes:
    """ "The oils used in it could stain": the participle describes, the later verb says."""
    subjects = tree.kids(token.i, "nsubj", "nsubj:pass")
    plain = token.tag in ("VBN", "VBD", "JJ") and not tree.kids(token.i, *AUXILIARIES, "mark")
    if not plain or len(subjects) != 1 or subjects[0].i > token.i:
        return ()
    verb = next((k for k in tree.kids(token.i, "conj", "parataxis") if k.i > token.i), None)
    if verb is None or not finite(tree, verb) or tree.kids(verb.i, "cc", "mark", *SUBJECTS):
        return ()
    if tree[start_of(tree, verb.i) - 1].text in STOPS:
        return ()
    return _exchanged(
        tree, token, verb, ((token, "acl", subjects[0].i), (subjects[0], "nsubj", -1))
    )


def _exchanged(
    tree: Tree, old: Token, new: Token, links: tuple[tuple[Token, str, int], ...]
) -> Iterator[Token]:
    """`new` in the place of its head `old`; each link is a word, its label, its head (-1: new)."""
    top = new.i if old.head == old.i else old.head
    yield replace(new, head=top, dep=old.dep)
    for token, dep, head in links:
        yield replace(token, dep=dep, head=new.i if head < 0 else head)
    moved = {new.i, *(t.i for t, _, _ in links)}
    for kid in children(tree, old.i):
        if kid.i > new.i and kid.i not in moved:
            yield replace(kid, head=new.i)


def free_relative(tree: Tree, token: Token) -> Changes:
    """ "Whatever water you use evaporates": the later verb says it of what is used."""
    first = tree.sentence(token.i)[0]
    nouns = [t for t in tree.kids(token.i, "obj", "nsubj", "obl") if t.i < token.i]
    opened = (
        nouns and tree[first].lower in ("whatever", "whichever", "what") and finite(tree, token)
    )
    verbs = [t for t in children(tree, token.i) if t.i > token.i and t.tag in ("VBZ", "VBP")]
    if not opened or not verbs or tree.kids(verbs[0].i, "cc", "mark", *SUBJECTS):
        return ()
    if tree[start_of(tree, verbs[0].i) - 1].text in STOPS or tree[first].head != nouns[0].i:
        return ()
    links = ((nouns[0], "nsubj", -1), (token, "acl:relcl", nouns[0].i))
    return _exchanged(tree, token, verbs[0], links)


def opened_by_condition(tree: Tree, token: Token) -> Changes:
    """ "If it drips, turn it", "though it looks heavy it floats": the main clause follows."""
    marks = [t for t in tree.kids(token.i, "mark", "advmod") if t.lower in _OPENING]
    if not marks or marks[0].i != start_of(tree, token.i):
        return ()
    near = (token, *tree.kids(token.i, "xcomp", "conj"))
    for kid in (k for at in near for k in _later(tree, at)):
        comma = tree[start_of(tree, kid.i) - 1].text == "," and kid.dep not in ("advcl", "ccomp")
        whole = finite(tree, kid) and bool(tree.kids(kid.i, *SUBJECTS))
        if kid.i > token.i and (comma or whole) and not tree.kids(kid.i, "cc", "mark"):
            return _exchanged(tree, token, kid, ((token, "advcl", -1),))
    return ()


def _later(tree: Tree, token: Token) -> list[Token]:
    labels = ("conj", "parataxis", "dep", "appos", "list", "advcl", "ccomp")
    return [k for k in tree.kids(token.i, *labels) if k.i > token.i]


def subject_of_main(tree: Tree, token: Token) -> Changes:
    """ "Since it shines it sells well": the pronoun before a finite verb is its subject."""
    before = tree[token.i - 1] if token.i else token
    if token.tag not in ("VBZ", "VBD") or tree.kids(token.i, "expl", "aux", "cc", *SUBJECTS):
        return ()
    over = tree[before.head]
    if before.dep != "obj" or before.pos != "PRON" or over.dep != "advcl" or over.head != token.i:
        return ()
    if not tree.kids(over.i, "mark"):  # "Who has done it knows it"
        return ()
    return (replace(before, head=token.i, dep="nsubj"),)


def opened_by_time(tree: Tree, token: Token) -> Changes:
    """ "That way the paint dries", "Most of the time it dries": the verb after it says."""
    nouns = [t for t in (token, *tree.kids(token.i, "nmod")) if t.lemma in _WHEN_AND_HOW]
    clauses = tree.kids(nouns[-1].i, "acl:relcl", "acl") if nouns else []
    if len(clauses) != 1 or tree.kids(token.i, "cop", "acl", *SUBJECTS) or token.pos == "VERB":
        return ()
    verb, noun = clauses[0], nouns[-1]
    dets = [t.lower for t in tree.kids(noun.i, "det")]
    way = noun.lemma in ("way", "reason", "point") and dets not in (["this"], ["that"])
    near = start_of(tree, verb.i) == noun.i + 1 or tree[noun.i + 1].text == ","
    ended = tree[tree.sentence(token.i)[1] - 1].text in (".", "!")
    if way or not near or not ended or not tree.kids(verb.i, *SUBJECTS):
        return ()
    return _exchanged(tree, token, verb, ((token, "obl:unmarked", -1),))


def relative_of_noun(tree: Tree, token: Token) -> Changes:
    """A relative clause belongs to the noun right before its pronoun."""
    start = start_of(tree, token.i)
    opening, noun = tree[start], noun_before(tree, start)
    if noun is None or noun.i == token.head or tree[token.head].pos in NOUNS:
        return ()
    whose = opening.lower in ("who", "whose", "whom")
    if not whose and (token.dep != "acl:relcl" or opening.lower not in ("that", "which")):
        return ()
    return (replace(token, head=noun.i, dep="acl:relcl"),)


def content_of_saying(tree: Tree, token: Token) -> Changes:
    """ "Some claim the pump is silent": what follows a verb of saying is its content."""
    start = start_of(tree, token.i)
    verb = tree[start - 1] if start else token
    saying = verb.pos == "VERB" and verb.lemma in cues.SAYING | _THINKING
    if not saying or verb.i == token.head or tree.kids(verb.i, "obj", "ccomp", "iobj"):
        return ()
    if not finite(tree, token) or not tree.kids(token.i, *SUBJECTS) or tree.kids(token.i, "cc"):
        return ()
    return (replace(token, head=verb.i, dep="ccomp"),)


def quoted_subject(tree: Tree, token: Token) -> Changes:
    """ "“The pump is loud” is nonsense": what stands in quotation marks is spoken of."""
    head, start = tree[token.head], start_of(tree, token.i)
    closed = start and tree[start - 1].text in ("”", '"', "’", "»", "“")
    if not closed or head.head != head.i or not finite(tree, token):
        return ()
    if tree.kids(token.i, *SUBJECTS, "cc", "mark", "expl"):
        return ()
    return _exchanged(tree, head, token, ((head, "csubj", -1),))


def noun_with_content(tree: Tree, token: Token) -> Changes:
    """ "The fear that it leaks": the clause with *that* belongs to the noun before it."""
    marks = tree.kids(token.i, "mark")
    noun = noun_before(tree, marks[0].i) if len(marks) == 1 else None
    if noun is None or marks[0].lower != "that" or tree.kids(marks[0].i, "fixed"):
        return ()
    return () if noun.i == token.head else (replace(token, head=noun.i, dep="acl"),)


def noun_before_verb(tree: Tree, token: Token) -> Changes:
    """ "…; a refill then brings it back": a noun right before a verb is its subject."""
    if token.tag not in ("VBZ", "VBP") or tree.kids(token.i, "cc", "mark", "expl", *SUBJECTS):
        return ()
    before = start_of(tree, token.i) - 1
    noun = tree[before] if before >= 0 else token
    sister = noun.head == token.head and noun.dep in ("conj", "appos", "parataxis", "list")
    if not sister or noun.pos not in ("NOUN", "PROPN", "ADP", "ADV") or tree.kids(noun.i, "cc"):
        return ()
    if tree[start_of(tree, noun.i) - 1].text not in ";,:–—":
        return ()
    return (replace(noun, head=token.i, dep="nsubj"),)


def said_by_cleft(tree: Tree, token: Token) -> Changes:
    """ "What the pump can't do is heat" says that the pump can't heat."""
    if token.lower != "what" or not tree.kids(token.i, "acl:relcl"):
        return ()
    do, verb = tree.kids(token.i, "acl:relcl")[0], tree[token.head]
    links = tree.kids(verb.i, "aux", "cop")
    bare = verb.tag in ("VB", "VBG") and len(links) == 1 and links[0].lemma == "be"
    if do.lemma != "do" or not bare or not do.i < links[0].i < verb.i:
        return ()
    return (
        *(replace(t, head=verb.i) for t in children(tree, do.i, "punct")),
        replace(token, head=verb.i, dep="discourse"),
        replace(do, head=verb.i, dep="aux"),
    )


def infinitive_of_purpose(tree: Tree, token: Token) -> Changes:
    """ "Care is needed to keep it dry": with a subject before it, an infinitive tells why."""
    to = [t for t in tree.kids(token.i, "mark") if t.lower == "to"]
    subjects = tree.kids(token.head, "nsubj", "nsubj:pass")
    if not to or token.i < token.head or tree.kids(token.head, "expl"):
        return ()
    if not subjects or subjects[0].lower in ("it", "this", "that"):
        return ()
    return (replace(token, dep="xcomp"),)


def finite_complement(tree: Tree, token: Token) -> Changes:
    """ "The pump leaks it rusts": a finite verb after a noun has that as its subject."""
    before = tree[token.i - 1] if token.i else token
    if token.tag not in ("VBZ", "VBD") or tree.kids(token.i, "mark", "aux", *SUBJECTS):
        return ()
    if before.head != token.head or before.dep != "obj" or before.pos not in NOUNS:
        return ()
    return replace(token, dep="parataxis"), replace(before, head=token.i, dep="nsubj")


def run_on(tree: Tree, token: Token) -> Changes:
    """ "It has no smell you can use it indoors": without a gap or a mark it is a new clause."""
    if token.i < token.head or not finite(tree, token) or tree.kids(token.i, "mark", "cc"):
        return ()
    subjects = tree.kids(token.i, "nsubj", "nsubj:pass")
    if not subjects or any(tree[i].tag.startswith("W") for i in tree.subtree(token.i)):
        return ()
    if token.dep == "csubj":
        return (replace(token, dep="parataxis"),)
    noun, filled = tree[token.head], tree.kids(token.i, "obj", "cop", "obl:unmarked")
    held = noun.dep in ("obj", "obl", "nmod") or bool(tree.kids(noun.head, "expl"))
    if not filled or not held or noun.lemma in _WHEN_AND_HOW:
        return ()
    return (replace(token, dep="parataxis"),)


def second_subject(tree: Tree, token: Token) -> Changes:
    """ "No noise, water runs freely": before a subject stand a fragment or a list."""
    later = [t for t in tree.kids(token.head, "nsubj") if token.i < t.i < token.head]
    if not later or tree[start_of(tree, later[-1].i) - 1].text != ",":
        return ()
    if any(tree.kids(k.i, "cc") for k in tree.kids(later[-1].i, "conj")):
        return (replace(later[-1], head=token.i, dep="conj"),)
    denied = any(t.lower in ("no", "zero") for t in tree.kids(token.i, "det", "nummod"))
    return (replace(token, dep="parataxis"),) if denied else ()


def relative_with_preposition(tree: Tree, token: Token) -> Changes:
    """ "Ways in which it helps": a clause that opens so is a relative one."""
    start = start_of(tree, token.i)
    which = tree[start].pos == "ADP" or tree[start].dep in ("mark", "case")
    if not which or tree[start + 1].tag != "WDT" or not tree.kids(token.i, *SUBJECTS):
        return ()
    return (replace(token, dep="acl:relcl"),)


def unlike_conjunct(tree: Tree, token: Token) -> Changes:
    """A noun after a comma is no second adjective: "All are safe, also pumps with lids"."""
    head = tree[token.head]
    alike = head.pos != "ADJ" or token.pos not in ("NOUN", "PROPN")
    if alike or not tree.kids(head.i, *SUBJECTS) or tree.kids(token.i, "cc", "case", *SUBJECTS):
        return ()
    return (
        (replace(token, dep="parataxis"),) if tree[start_of(tree, token.i) - 1].text == "," else ()
    )


def participle_conjunct(tree: Tree, token: Token) -> Changes:
    """ "Leaks are a fault, seen in few pumps": a participle after a comma describes the noun."""
    if token.tag != "VBN" or tree[token.head].pos not in ("NOUN", "PROPN"):
        return ()
    if tree.kids(token.i, "cc", *AUXILIARIES, *SUBJECTS) or tree[token.i - 1].text != ",":
        return ()
    return (replace(token, dep="acl"),)
