"""Words that hang on another matter than what is claimed: rules of `standing`."""

from extract.grammar.clauses import Clause
from extract.grammar.negation import negated
from extract.grammar.tree import SUBJECTS
from extract.parse import Token
from extract.reading import naming as by
from extract.reading.needing import needing
from extract.reading.spoken import Spoken
from extract.topic.schema import Kind

_ASKING = frozenset({"how", "what", "when", "why", "where", "whether"})
_LINKS = ("compound", "nummod", "amod", "nmod", "obl:unmarked", "nmod:unmarked")


@needing("not")
def outbid(at: Spoken) -> Token | None:
    """ "Not damp, soaked.": the first word is too weak, and not denied."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    words = at.tree.tokens[first:last]
    if words[0].lower != "not":
        return None
    comma = next((t.i for t in words if t.text in (",", "–", "—", "-", ";")), last)
    after = [t for t in words if t.i > comma and t.pos != "PUNCT"]
    if max(at.words) > comma or not after:
        return None
    said = any(t.finite for t in words) or len(after) > by.FEW_WORDS
    joined = after[0].pos in ("CCONJ", "ADP", "SCONJ") and after[0].lower != "but"
    return None if said or joined else words[0]


@needing(*by.TOO_MUCH)
def found_much(at: Spoken) -> Token | None:
    """ "Ten coats is a lot": somebody's number, and what is thought of it."""
    head, value = at.tree[at.clause.head], at.candidate.value
    if value is None or value.quantity is None or at.clause.subject is None:
        return None
    much = {head.lemma, *(k.lower for k in at.tree.kids(head.i, "advmod"))} & by.TOO_MUCH
    return head if much and at.words <= set(at.tree.subtree(at.clause.subject)) else None


@needing(*by.LESSONS)
def of_a_course(at: Spoken) -> Token | None:
    """ "They take a ten hour course": so long is the course."""
    value = at.candidate.value
    if value is None or value.quantity is None:
        return None
    for i in at.words:
        top = at.tree[i]
        while top.dep in _LINKS and top.head > top.i:
            top = at.tree[top.head]
        if top.lemma in by.LESSONS and top.i != i and not _of_it(at, top):
            return top
    return None


def _of_it(at: Spoken, course: Token) -> bool:
    """ "A ten hour course of oil": how long the thing itself goes on."""
    return any(
        c.lower == "of" for n in at.tree.kids(course.i, "nmod") for c in at.tree.kids(n.i, "case")
    )


@needing("least", "fewest")
def least_so(at: Spoken) -> Token | None:
    """ "The least painful of all", "with the fewest leaks": so to some degree, as everything is."""
    for i in at.words:
        sorts = (*at.tree.kids(i, "amod"), *at.tree.kids(at.tree[i].head, "amod"))
        fewest = next((k for k in sorts if k.lower == "fewest"), None)
        if fewest is not None:
            return fewest
        near = at.tree.kids(i, "advmod")
        least = next((k for k in near if k.lower == "least" and k.i == i - 1), None)
        if least is not None and at.tree[least.i - 1].lower != "at":
            return least
    return None


@needing("whoever", *by.ANYBODY)
def gainsaid_by_name(at: Spoken) -> Token | None:
    """ "Whoever calls it painful lies", "anyone who promises it has no idea": not our word."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    words = at.tree.tokens[first:last]
    who = words[0].lower == "whoever" or (
        words[0].lower in by.ANYBODY and words[1:] and words[1].lower in ("who", "that")
    )
    told = (t for t in words[:4] if t.lemma in by.TELLING or t.lemma in by.PROMISING)
    said = next((t for t in told if t.i < min(at.words)), None) if who else None
    after = (t for t in words if t.i > max(at.words))
    judged = said is not None and any(t.finite or t.lemma in by.LIES for t in after)
    return said if judged else None


def for_another(at: Spoken) -> Token | None:
    """ "Sunscreen for life": so long is what the words hang on, and that is not what is claimed."""
    value, core = at.candidate.value, at.tree[at.place.core]
    if value is None or value.quantity is None or not value.quantity.endless:
        return None
    for i in at.words:
        noun = at.tree[at.tree[i].head]
        hung = at.tree[i].dep in ("nmod", "advmod") and i > noun.i
        own = noun.lemma in by.OUTCOMES or noun.i in at.words or noun.i in at.candidate.support
        if not hung or noun.pos not in ("NOUN", "PROPN") or own or noun.i == core.i:
            continue
        if noun.dep in SUBJECTS or (noun.i == at.clause.head and at.clause.subject is None):
            return noun
    return None


@needing(*by.UNDOING, *by.MENDING, "take", "put", "come")
def of_the_removal(at: Spoken) -> Token | None:
    """ "It is cleared in two visits": so many for undoing it; and so with "that is dear" after."""
    clause = at.clause
    if clause.subject is None and clause.relation == "parataxis" and clause.parent is not None:
        clause = at.found[clause.parent]
    own = _undoing(at, clause) if at.candidate.aspect.kind is Kind.QUANTITY else None
    return own or _come_off(at) or _that_is(at)


def _come_off(at: Spoken) -> Token | None:
    """ "It comes off as it is thin, in two visits": so many for undoing it."""
    if at.candidate.aspect.kind is not Kind.QUANTITY:
        return None
    for c in (c for c in at.found if c.sentence == at.clause.sentence and c.head < min(at.words)):
        verb, subject = at.tree[c.head], c.subject
        off = [k for k in at.tree.kids(verb.i, "compound:prt", "advmod") if k.lower in by.AWAY]
        it = subject is not None and at.tree[subject].lower == "it"
        if verb.lemma == "come" and off and it and verb.i not in at.words:
            return verb
    return None


def _that_is(at: Spoken) -> Token | None:
    """ "It takes a knife to clear it, and that hurts": undoing it does."""
    subject = at.clause.subject
    if subject is None or at.tree[subject].lower not in ("that", "this"):
        return None
    before = [c for c in at.found if c.head < at.clause.first]
    near = [c for c in before if c.sentence >= at.clause.sentence - 1]
    return next((t for c in near[-2:] if (t := _undoing(at, c)) is not None), None)


def _undoing(at: Spoken, clause: Clause) -> Token | None:
    head = at.tree[clause.head]
    number = at.candidate.aspect.kind is Kind.QUANTITY
    purposes = at.tree.kids(head.i, "advcl", "xcomp", "acl") if number else []
    below = [k for t in purposes for k in at.tree.kids(t.i, "advcl", "xcomp")]
    aims = [t for t in (*purposes, *below) if at.tree.kids(t.i, "mark")]
    undone = next((t for t in (head, *aims) if _undoes(at, t, number)), None)
    about_it = any(at.tree[i].lemma in by.UNDOING | by.MENDING for i in at.words)
    return undone if not about_it else None


def _undoes(at: Spoken, verb: Token, number: bool) -> bool:
    particles = {k.lower for k in at.tree.kids(verb.i, "compound:prt", "advmod")}
    if verb.pos != "VERB":
        return False
    off = verb.lemma == "take" and particles & {"off", "out"}
    return verb.lemma in by.UNDOING or bool(off) or (number and _mends(verb, particles))


def _mends(verb: Token, particles: set[str]) -> bool:
    """ "We add to it in an hour", "it costs 50 to put right"."""
    return verb.lemma in by.MENDING or (verb.lemma == "put" and "right" in particles)


def title_word(at: Spoken) -> Token | None:
    """One word by itself names what comes next: "Upkeep"."""
    if at.candidate.aspect.kind is not Kind.YESNO:
        return None
    first, last = at.tree.parse.sentences[at.clause.sentence]
    words = [t for t in at.tree.tokens[first:last] if t.pos != "PUNCT"]
    plain = at.candidate.polarity is None and not at.candidate.denies
    alone = len(words) == 1 and words[0].pos in ("NOUN", "VERB", "PROPN")
    return words[0] if alone and plain else None


@needing(*by.PROMISING)
def advertised(at: Spoken) -> Token | None:
    """ "Firms that promise a dry cellar …": they promise it, where the parser lost the clause."""
    start = at.tree.parse.sentences[at.clause.sentence][0]
    for token in reversed(at.tree.tokens[start : min(at.words)]):
        relative = token.i > start and at.tree[token.i - 1].lower in ("that", "who", "which")
        if token.lemma in by.PROMISING and relative:
            return token
        if token.pos in ("VERB", "AUX") or token.text == ",":
            return None
    return None


@needing(*by.NOBODY, "know", "tell")
def nobodys(at: Spoken) -> Token | None:
    """ "Nobody's roof leaks": a leak is neither said nor denied."""
    heads = (at.clause.head,) if at.clause.subject is None else (at.clause.subject, at.clause.head)
    owners = (t for i in heads for t in at.tree.kids(i, "nmod:poss"))
    nobody = next((t for t in owners if t.lower in by.NOBODY), None)
    return nobody or _unknown(at)


def _unknown(at: Spoken) -> Token | None:
    knows = next((at.tree[i] for i in at.words if at.tree[i].lemma in ("know", "tell")), None)
    if knows is None:
        return None
    contents = at.tree.kids(knows.i, "advcl", "ccomp")
    opening = [at.tree[min(at.tree.subtree(c.i))] for c in contents]
    if any(t.lower in _ASKING for t in (*opening, _opens_part(at, knows))):
        return knows  # "nobody can tell how long", "how long nobody can tell"
    if not contents:
        return None
    after = at.tree.tokens[knows.i + 1 : knows.i + 3]
    return knows if any(t.lower in ("if", "whether") for t in after) else None


def _opens_part(at: Spoken, word: Token) -> Token:
    """The first word since the last comma before a word."""
    first = at.tree.parse.sentences[at.clause.sentence][0]
    commas = [t.i + 1 for t in at.tree.tokens[first : word.i] if t.text == ","]
    part = at.tree.tokens[max([first, *commas]) : word.i + 1]
    return next((t for t in part if t.pos != "CCONJ"), word)


@needing("like")
def denied_likeness(at: Spoken) -> Token | None:
    """ "It does not hum like a truck": it may hum less than that."""
    if at.candidate.aspect.kind not in (Kind.YESNO, Kind.ANY_OF):
        return None
    core = at.place.core
    for noun in at.tree.kids(core, "obl", "nmod"):
        like = next((k for k in at.tree.kids(noun.i, "case") if k.lower == "like"), None)
        if like is not None and negated(at.negs, (core,)) and noun.i not in at.words:
            return like
    return None


@needing(*by.KINDS, "one", "ones")
def kind_named(at: Spoken) -> Token | None:
    """ "The dry kind is dear": which kind is meant, and not that it is dry."""
    value = at.candidate.value
    if value is None or not value.name or len(at.words) != 1:
        return None
    core = at.tree[at.place.core]
    noun = at.tree[core.head]
    fixed = any(k.lower in ("the", "this", "that") for k in at.tree.kids(noun.i, "det"))
    kind = noun.lemma in by.KINDS or noun.lower in ("one", "ones")
    return noun if core.dep == "amod" and fixed and kind else None


@needing("let")
def not_to_be_told(at: Spoken) -> Token | None:
    """ "Don't let anybody tell you that it leaks": others say so."""
    start = at.tree.parse.sentences[at.clause.sentence][0]
    before = at.tree.tokens[start : min(at.words)]
    for let in (t for t in before if t.lemma == "let"):
        after = (t for t in before if t.i > let.i)
        told = [t for t in after if t.lemma in by.TELLING or t.lemma == "fool"]
        if told and negated(at.negs, (let.i,)):
            return told[-1]
    return None


def of_the_reader(at: Spoken) -> Token | None:
    """ "You are in a cap for good": so long are you in it."""
    value, clause = at.candidate.value, at.clause
    if value is None or value.quantity is None or not value.quantity.endless:
        return None
    head, subject = at.tree[clause.head], clause.subject
    where = head.pos == "NOUN" and at.tree.kids(head.i, "cop") and at.tree.kids(head.i, "case")
    reader = subject is not None and at.tree[subject].lower in ("you", "we", "i", "they")
    return head if where and reader and head.i not in at.words else None
