"""Mending words and phrases: how the repairs of `repairs` find and right what is wrong in them.

Every function takes a word of the tree at which the parser may be wrong and gives the words as
they should be, none if there is nothing to mend. They rest on what English can't say (two verbs
side by side in different forms, no agreement), never on a topic's words.
"""

from collections.abc import Iterable
from dataclasses import replace

from extract.grammar.tree import SUBJECTS, Tree
from extract.parse import Token

Changes = Iterable[Token]

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_NOMINAL = frozenset({"det", "amod", "compound", "nummod", "nmod:poss"})
_VERBAL = (*SUBJECTS, "obj", "iobj", "aux", "aux:pass", "mark", "xcomp", "ccomp", "advmod", "expl")
AUXILIARIES = ("aux", "aux:pass", "cop")
_TELLING = frozenset({"tell", "ask", "inform", "warn", "teach", "remind", "advise"})
STOPS = frozenset(",;:.!?()–—-")


def children(tree: Tree, i: int, *without: str) -> list[Token]:
    """What hangs on a token, without these labels."""
    return [tree[k] for k in tree.children[i] if tree[k].dep not in without]


def finite(tree: Tree, token: Token) -> bool:
    """Whether it is a finite verb, or has one as copula or auxiliary."""
    return token.finite or any(t.finite for t in tree.kids(token.i, *AUXILIARIES))


def start_of(tree: Tree, i: int) -> int:
    """The first word of what hangs on a token, commas and brackets left out."""
    return next(k for k in tree.subtree(i) if tree[k].text not in STOPS or k == i)


def noun_before(tree: Tree, i: int) -> Token | None:
    """The noun that stands right before a token."""
    return tree[i - 1] if i and tree[i - 1].pos in ("NOUN", "PROPN") else None


def _as_noun(token: Token, head: int, dep: str) -> Token:
    tag = "NNS" if token.tag == "VBZ" else "NN"
    return replace(token, pos="NOUN", tag=tag, morph="", head=head, dep=dep)


def noun_in_list(tree: Tree, token: Token) -> Changes:
    """A noun after *and*, *or* or a comma, taken for a second verb."""
    if token.tag not in ("VB", "VBP", "VBZ") or tree.kids(token.i, *_VERBAL):
        return ()
    start = start_of(tree, token.i)
    noun = next((t for t in reversed(tree.tokens[:start]) if t.text != ","), None)
    if noun is None or noun.pos not in ("NOUN", "PROPN") or noun.i <= token.head - 1:
        return ()
    if not (tree.kids(token.i, *_NOMINAL) or _of_other_form(tree, token)):
        return ()
    phrases = (replace(t, dep="nmod") for t in tree.kids(token.i, "obl"))
    return (_as_noun(token, noun.i, "conj"), *phrases)


def compound_in_list(tree: Tree, token: Token) -> Changes:
    """ "Pumps, hoses, paint sprays, or cans": the last noun of an item, taken for its verb."""
    subjects, head = tree.kids(token.i, "nsubj"), tree[token.head]
    if token.tag not in ("VBZ", "VBP") or head.pos != "NOUN" or len(subjects) != 1:
        return ()
    noun, after = subjects[0], tree.tokens[token.i + 1 : token.i + 2]
    bare = noun.i == token.i - 1 and not tree.kids(noun.i, "det", "nmod:poss")
    left = {t.dep for t in tree.tokens if t.head == token.i} <= {"nsubj", "punct", "cc"}
    goes_on = bool(after) and after[0].lower in (",", "or", "and")
    nouns = [t for t in tree.kids(head.i, "conj") if t.pos == "NOUN"]
    among = any(t.i < token.i for t in nouns) and any(t.i > token.i for t in nouns)
    if not (bare and left and goes_on and among):
        return ()
    return (_as_noun(token, head.i, "conj"), replace(noun, dep="compound"))


def _of_other_form(tree: Tree, token: Token) -> bool:
    """Whether a bare verb differs in form from the verb that it is joined to: "makes … smell"."""
    head = tree[token.head]
    if tree.kids(token.i, "obl", "compound:prt") or head.pos not in ("VERB", "NOUN"):
        return False
    plain = token.tag != "VBZ"
    return plain != (head.tag in ("VB", "VBP")) if head.pos == "VERB" else plain


def with_described(tree: Tree, token: Token) -> Changes:
    """ "With fading paint": after *with*, the participle describes the noun."""
    marks = [t for t in tree.kids(token.i, "mark", "case") if t.lower == "with"]
    things = tree.kids(token.i, "obj")
    if token.tag != "VBG" or not marks or len(things) != 1 or things[0].i != token.i + 1:
        return ()
    noun = things[0].i
    label = "nmod" if tree[token.head].pos in NOUNS else "obl"
    rest = [replace(t, head=noun) for t in children(tree, token.i) if t not in (*marks, *things)]
    return (
        replace(token, head=noun, dep="amod"),
        replace(things[0], head=token.head, dep=label),
        replace(marks[0], head=noun, dep="case"),
        *rest,
    )


def object_with_participle(tree: Tree, token: Token) -> Changes:
    """ "You need two coats spread thinly": the noun is the verb's object."""
    head, subjects = tree[token.head], tree.kids(token.i, "nsubj", "nsubj:pass")
    bare = token.tag in ("VBN", "VBG") and not tree.kids(token.i, *AUXILIARIES, "mark")
    if not bare or len(subjects) != 1 or not head.i < subjects[0].i < token.i:
        return ()
    if tree.kids(head.i, "obj") or head.pos != "VERB":
        return ()
    noun = subjects[0]
    return replace(noun, head=head.i, dep="obj"), replace(token, head=noun.i, dep="acl")


def hung_on_auxiliary(tree: Tree, token: Token) -> Changes:
    """What hangs on an auxiliary or copula belongs to its verb: "Nor do pumps leak"."""
    head = token.head
    if head == token.i:
        return
    for kid in children(tree, token.i, "punct", "fixed", "goeswith"):
        between = token.i < kid.i < head and kid.dep in ("obj", "nsubj")
        if between and not tree.kids(head, *SUBJECTS):
            yield replace(kid, head=head, dep="nsubj")
        elif kid.dep not in ("conj", "cc") or kid.i < token.i:
            yield replace(kid, head=head)


def hung_on_adverb(tree: Tree, token: Token) -> Changes:
    """ "It is fast becoming rare": subject and auxiliary belong to the verb, not the adverb."""
    verb = tree[token.head]
    cops, subjects = tree.kids(token.i, "cop"), tree.kids(token.i, *SUBJECTS)
    if not cops or token.i > verb.i or verb.tag not in ("VBG", "VBN") or tree.kids(verb.i, "aux"):
        return ()
    label = "aux" if verb.tag == "VBG" else "aux:pass"
    return (
        *(replace(t, head=verb.i, dep=label) for t in cops),
        *(replace(t, head=verb.i) for t in subjects),
    )


def noun_with_gerund(tree: Tree, token: Token) -> Changes:
    """ "Tips for cleaning it": a gerund with its preposition belongs to the noun before it."""
    marks = tree.kids(token.i, "mark")
    if token.tag != "VBG" or len(marks) != 1 or marks[0].lower not in ("for", "of", "about"):
        return ()
    noun = noun_before(tree, marks[0].i)
    if noun is None or noun.i == token.head or noun.dep != "obj":
        return ()
    return (replace(token, head=noun.i, dep="acl"),)


def agreeing(tree: Tree, token: Token) -> Changes:
    """ "Family pack $60": a noun without *-s* does not agree with a verb without *-s*."""
    subjects = tree.kids(token.i, "nsubj")
    if token.tag != "VBP" or len(subjects) != 1 or token.head != token.i:
        return ()
    noun, last = subjects[0], tree.sentence(token.i)[1]
    alone = noun.i == token.i - 1 and not tree.children[noun.i] and noun.tag == "NN"
    if not alone or tree[last - 1].text in ".!?" or tree.kids(token.i, "aux", "ccomp", "xcomp"):
        return ()
    return _as_noun(token, token.i, "root"), replace(noun, dep="compound")


def finite_after_subject(tree: Tree, token: Token) -> Changes:
    """A bare verb right after its subject is finite: "Pumps with filters make noise"."""
    if token.tag != "VB" or tree.kids(token.i, "aux", "mark", "aux:pass"):
        return ()
    subjects = tree.kids(token.i, "nsubj")
    if not subjects or subjects[-1].i > token.i or "PronType=Int" in subjects[-1].morph:
        return ()
    return (replace(token, tag="VBP", morph="Mood=Ind|Tense=Pres|VerbForm=Fin"),)


def about_content(tree: Tree, token: Token) -> Changes:
    """ "It raises doubts about safety": what something is about belongs to the noun before."""
    if not any(t.lower == "about" for t in tree.kids(token.i, "case")):
        return ()
    things = [t for t in tree.kids(token.head, "obj") if token.head < t.i < token.i]
    if not things or things[-1].pos != "NOUN" or tree[token.head].lemma in _TELLING:
        return ()
    return (replace(token, head=things[-1].i, dep="nmod"),)


def item_of_list(tree: Tree, token: Token) -> Changes:
    """ "With sand, a stone or a shell": what *or* goes on from is an item, no apposition."""
    joined = [c.lower for k in tree.kids(token.i, "conj") for c in tree.kids(k.i, "cc")]
    comma = start_of(tree, token.i) - 1
    first = noun_before(tree, comma) if tree[comma].text == "," else None
    if joined != ["or"] or first is None or token.pos not in NOUNS:
        return ()
    return (replace(token, head=first.i, dep="conj"),)
