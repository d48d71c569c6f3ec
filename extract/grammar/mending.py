"""How each repair of `repairs` finds and mends its mistake.

Every function takes a word of the tree at which the parser may be wrong and gives the words as
they should be, none if there is nothing to mend. They rest on what English can't say (two verbs
side by side in different forms, a finite verb as open complement), never on a topic's words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.grammar import cues
from extract.grammar.tree import SUBJECTS, Tree
from extract.parse import Token

Changes = Iterable[Token]

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_VERBS = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"det", "amod", "compound", "nummod", "nmod:poss"})
_VERBAL = (*SUBJECTS, "obj", "iobj", "aux", "aux:pass", "mark", "xcomp", "ccomp", "advmod", "expl")
_SUBORDINATING = frozenset("before after until till since once while when because".split())
_OPENING = frozenset(
    "if unless when whenever while because although though once since after before".split()
)
_AUXILIARIES = ("aux", "aux:pass", "cop")
_THINKING = frozenset({"think", "believe", "hope", "know", "feel", "mean"})
_FREE = frozenset({"whatever", "whichever", "what"})
_TELLING = frozenset({"tell", "ask", "inform", "warn", "teach", "remind", "advise"})
_WHEN_AND_HOW = frozenset("time way moment day week month year minute reason point".split())
_STOPS = frozenset(",;:.!?()–—-")


def _children(tree: Tree, i: int, *without: str) -> list[Token]:
    return [tree[k] for k in tree.children[i] if tree[k].dep not in without]


def _finite(tree: Tree, token: Token) -> bool:
    """Whether it is a finite verb, or has one as copula or auxiliary."""
    return any("VerbForm=Fin" in t.morph for t in (token, *tree.kids(token.i, *_AUXILIARIES)))


def _start(tree: Tree, i: int) -> int:
    """The first word of what hangs on a token, commas and brackets left out."""
    return next(k for k in tree.subtree(i) if tree[k].text not in _STOPS or k == i)


def _noun_before(tree: Tree, i: int) -> Token | None:
    """The noun that stands right before a token."""
    return tree[i - 1] if i and tree[i - 1].pos in ("NOUN", "PROPN") else None


def _as_noun(token: Token, head: int, dep: str) -> Token:
    tag = "NNS" if token.tag == "VBZ" else "NN"
    return replace(token, pos="NOUN", tag=tag, morph="", head=head, dep=dep)


def clause_under_phrase(tree: Tree, token: Token) -> Changes:
    """A whole clause that was put under the label of a phrase."""
    if not _finite(tree, token) or not tree.kids(token.i, *SUBJECTS, "expl"):
        return ()
    marks = [
        replace(t, dep="mark")
        for t in tree.kids(token.i, "case", "advmod")
        if t.lower in _SUBORDINATING and t.dep == "case"
    ]
    marked = marks or tree.kids(token.i, "mark") or _when(tree, token)
    return (replace(token, dep="advcl" if marked else "parataxis"), *marks)


def _when(tree: Tree, token: Token) -> list[Token]:
    return [t for t in tree.kids(token.i, "advmod") if t.lower in ("when", "whenever", "once")]


def noun_in_list(tree: Tree, token: Token) -> Changes:
    """A noun after *and*, *or* or a comma, taken for a second verb."""
    if token.tag not in ("VB", "VBP", "VBZ") or tree.kids(token.i, *_VERBAL):
        return ()
    start = _start(tree, token.i)
    noun = next((t for t in reversed(tree.tokens[:start]) if t.text != ","), None)
    if noun is None or noun.pos not in ("NOUN", "PROPN") or noun.i <= token.head - 1:
        return ()
    if not (tree.kids(token.i, *_NOMINAL) or _of_other_form(tree, token)):
        return ()
    phrases = (replace(t, dep="nmod") for t in tree.kids(token.i, "obl"))
    return (_as_noun(token, noun.i, "conj"), *phrases)


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
    label = "nmod" if tree[token.head].pos in _NOUNS else "obl"
    rest = [replace(t, head=noun) for t in _children(tree, token.i) if t not in (*marks, *things)]
    return (
        replace(token, head=noun, dep="amod"),
        replace(things[0], head=token.head, dep=label),
        replace(marks[0], head=noun, dep="case"),
        *rest,
    )


def object_with_participle(tree: Tree, token: Token) -> Changes:
    """ "You need two coats spread thinly": the noun is the verb's object."""
    head, subjects = tree[token.head], tree.kids(token.i, "nsubj", "nsubj:pass")
    bare = token.tag in ("VBN", "VBG") and not tree.kids(token.i, *_AUXILIARIES, "mark")
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
    for kid in _children(tree, token.i, "punct", "fixed", "goeswith"):
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


def reduced_relative(tree: Tree, token: Token) -> Changes:
    """ "The oils used in it could stain": the participle describes, the later verb says."""
    subjects = tree.kids(token.i, "nsubj", "nsubj:pass")
    plain = token.tag in ("VBN", "VBD", "JJ") and not tree.kids(token.i, *_AUXILIARIES, "mark")
    if not plain or len(subjects) != 1 or subjects[0].i > token.i:
        return ()
    verb = next((k for k in tree.kids(token.i, "conj", "parataxis") if k.i > token.i), None)
    if verb is None or not _finite(tree, verb) or tree.kids(verb.i, "cc", "mark", *SUBJECTS):
        return ()
    if tree[_start(tree, verb.i) - 1].text in _STOPS:
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
    for kid in _children(tree, old.i):
        if kid.i > new.i and kid.i not in moved:
            yield replace(kid, head=new.i)


def opened_by_condition(tree: Tree, token: Token) -> Changes:
    """ "If it drips, turn it": the clause after the comma is the main one."""
    marks = [t for t in tree.kids(token.i, "mark", "advmod") if t.lower in _OPENING]
    if not marks or marks[0].i != _start(tree, token.i):
        return ()
    for kid in tree.kids(token.i, "conj", "parataxis", "dep", "appos", "list"):
        before = tree[_start(tree, kid.i) - 1]
        if kid.i > token.i and before.text == "," and not tree.kids(kid.i, "cc", "mark"):
            return _exchanged(tree, token, kid, ((token, "advcl", -1),))
    return ()


def by_that_way(tree: Tree, token: Token) -> Changes:
    """ "That way the paint dries": the way is how, and the verb after it says."""
    clauses = tree.kids(token.i, "acl:relcl", "acl")
    if token.lemma != "way" or tree.kids(token.i, "cop", *SUBJECTS) or len(clauses) != 1:
        return ()
    verb, opened = clauses[0], tree.kids(token.i, "det")
    near = _start(tree, verb.i) == token.i + 1 or tree[token.i + 1].text == ","
    if not opened or opened[0].lower not in ("this", "that") or not near:
        return ()
    return _exchanged(tree, token, verb, ((token, "obl:unmarked", -1),))


def relative_of_noun(tree: Tree, token: Token) -> Changes:
    """A relative clause belongs to the noun right before its pronoun."""
    start = _start(tree, token.i)
    opening, noun = tree[start], _noun_before(tree, start)
    if noun is None or noun.i == token.head or tree[token.head].pos in _NOUNS:
        return ()
    whose = opening.lower in ("who", "whose", "whom")
    if not whose and (token.dep != "acl:relcl" or opening.lower not in ("that", "which")):
        return ()
    return (replace(token, head=noun.i, dep="acl:relcl"),)


def content_of_saying(tree: Tree, token: Token) -> Changes:
    """ "Some claim the pump is silent": what follows a verb of saying is its content."""
    start = _start(tree, token.i)
    verb = tree[start - 1] if start else token
    saying = verb.pos == "VERB" and verb.lemma in cues.SAYING | _THINKING
    if not saying or verb.i == token.head or tree.kids(verb.i, "obj", "ccomp", "iobj"):
        return ()
    if not _finite(tree, token) or not tree.kids(token.i, *SUBJECTS) or tree.kids(token.i, "cc"):
        return ()
    return (replace(token, head=verb.i, dep="ccomp"),)


def quoted_subject(tree: Tree, token: Token) -> Changes:
    """ "“The pump is loud” is nonsense": what stands in quotation marks is spoken of."""
    head, start = tree[token.head], _start(tree, token.i)
    closed = start and tree[start - 1].text in ("”", '"', "’", "»", "“")
    if not closed or head.head != head.i or not _finite(tree, token):
        return ()
    if tree.kids(token.i, *SUBJECTS, "cc", "mark", "expl"):
        return ()
    return _exchanged(tree, head, token, ((head, "csubj", -1),))


def noun_with_content(tree: Tree, token: Token) -> Changes:
    """ "The fear that it leaks": the clause with *that* belongs to the noun before it."""
    marks = tree.kids(token.i, "mark")
    noun = _noun_before(tree, marks[0].i) if len(marks) == 1 else None
    if noun is None or marks[0].lower != "that" or tree.kids(marks[0].i, "fixed"):
        return ()
    return () if noun.i == token.head else (replace(token, head=noun.i, dep="acl"),)


def noun_with_gerund(tree: Tree, token: Token) -> Changes:
    """ "Tips for cleaning it": a gerund with its preposition belongs to the noun before it."""
    marks = tree.kids(token.i, "mark")
    if token.tag != "VBG" or len(marks) != 1 or marks[0].lower not in ("for", "of", "about"):
        return ()
    noun = _noun_before(tree, marks[0].i)
    if noun is None or noun.i == token.head or noun.dep != "obj":
        return ()
    return (replace(token, head=noun.i, dep="acl"),)


def noun_before_verb(tree: Tree, token: Token) -> Changes:
    """ "…; a refill then brings it back": a noun right before a verb of its own is its subject."""
    if token.tag not in ("VBZ", "VBP") or tree.kids(token.i, "cc", "mark", "expl", *SUBJECTS):
        return ()
    before = _start(tree, token.i) - 1
    noun = tree[before] if before >= 0 else token
    sister = noun.head == token.head and noun.dep in ("conj", "appos", "parataxis", "list")
    if not sister or noun.pos not in ("NOUN", "PROPN", "ADP", "ADV") or tree.kids(noun.i, "cc"):
        return ()
    if tree[_start(tree, noun.i) - 1].text not in ";,:–—":
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
        *(replace(t, head=verb.i) for t in _children(tree, do.i, "punct")),
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


def finite_complement(tree: Tree, token: Token) -> Changes:
    """ "The pump leaks it rusts": a finite verb after a noun has that as its subject."""
    before = tree[token.i - 1] if token.i else token
    if token.tag not in ("VBZ", "VBD") or tree.kids(token.i, "mark", "aux", *SUBJECTS):
        return ()
    if before.head != token.head or before.dep != "obj" or before.pos not in _NOUNS:
        return ()
    return replace(token, dep="parataxis"), replace(before, head=token.i, dep="nsubj")


def run_on(tree: Tree, token: Token) -> Changes:
    """ "It has no smell you can use it indoors": without a gap or a mark it is a new clause."""
    if token.i < token.head or not _finite(tree, token) or tree.kids(token.i, "mark", "cc"):
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
    """ "No noise, water runs freely": a verb has one subject, what stands before is a fragment."""
    later = [t for t in tree.kids(token.head, "nsubj") if token.i < t.i < token.head]
    if not later or tree[_start(tree, later[-1].i) - 1].text != ",":
        return ()
    return (replace(token, dep="parataxis"),)


def free_relative(tree: Tree, token: Token) -> Changes:
    """ "Whatever water you use evaporates": the later verb says it of what is used."""
    first = tree.sentence(token.i)[0]
    nouns = [t for t in tree.kids(token.i, "obj", "nsubj", "obl") if t.i < token.i]
    opened = (
        nouns and tree[first].lower in ("whatever", "whichever", "what") and _finite(tree, token)
    )
    verbs = [t for t in _children(tree, token.i) if t.i > token.i and t.tag in ("VBZ", "VBP")]
    if not opened or not verbs or tree.kids(verbs[0].i, "cc", "mark", *SUBJECTS):
        return ()
    if tree[_start(tree, verbs[0].i) - 1].text in _STOPS or tree[first].head != nouns[0].i:
        return ()
    links = ((nouns[0], "nsubj", -1), (token, "acl:relcl", nouns[0].i))
    return _exchanged(tree, token, verbs[0], links)


def finite_after_subject(tree: Tree, token: Token) -> Changes:
    """A bare verb right after its subject is finite: "Pumps with filters make noise"."""
    if token.tag != "VB" or tree.kids(token.i, "aux", "mark", "aux:pass"):
        return ()
    subjects = tree.kids(token.i, "nsubj")
    if not subjects or subjects[-1].i > token.i or "PronType=Int" in subjects[-1].morph:
        return ()
    return (replace(token, tag="VBP", morph="Mood=Ind|Tense=Pres|VerbForm=Fin"),)


def unlike_conjunct(tree: Tree, token: Token) -> Changes:
    """A noun after a comma is no second adjective: "All are safe, also pumps with lids"."""
    head = tree[token.head]
    alike = head.pos != "ADJ" or token.pos not in ("NOUN", "PROPN")
    if alike or not tree.kids(head.i, *SUBJECTS) or tree.kids(token.i, "cc", "case", *SUBJECTS):
        return ()
    return (replace(token, dep="parataxis"),) if tree[_start(tree, token.i) - 1].text == "," else ()


def participle_conjunct(tree: Tree, token: Token) -> Changes:
    """ "Leaks are a fault, seen in few pumps": a participle after a comma describes the noun."""
    if token.tag != "VBN" or tree[token.head].pos not in ("NOUN", "PROPN"):
        return ()
    if tree.kids(token.i, "cc", *_AUXILIARIES, *SUBJECTS) or tree[token.i - 1].text != ",":
        return ()
    return (replace(token, dep="acl"),)


def about_content(tree: Tree, token: Token) -> Changes:
    """ "It raises doubts about safety": what something is about belongs to the noun before."""
    if not any(t.lower == "about" for t in tree.kids(token.i, "case")):
        return ()
    things = [t for t in tree.kids(token.head, "obj") if token.head < t.i < token.i]
    if not things or things[-1].pos != "NOUN" or tree[token.head].lemma in _TELLING:
        return ()
    return (replace(token, head=things[-1].i, dep="nmod"),)
