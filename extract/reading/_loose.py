from extract.grammar import cues
from extract.grammar.directive import imperative
from extract.grammar.tree import SUBJECTS
from extract.reading.standing import headed, listed
from extract.topic.schema import Kind


def topic_only(at):
    if (
        at.candidate.aspect.kind not in (Kind.YESNO, Kind.ANY_OF)
        or at.candidate.polarity is not None
    ):
        return None
    if at.place.role not in SUBJECTS:
        return None
    head = at.tree[at.clause.head]
    if {head.lemma, head.lower} & cues.OCCURRING or head.lemma in ("be", "there"):
        return None
    return head


def nested(at):
    p = at.place.path
    return at.tree[at.place.core] if p is None or len(p) >= 2 else None


def nested3(at):
    p = at.place.path
    return at.tree[at.place.core] if p is None or len(p) >= 3 else None


def apart(at):
    return None if at.place.together else at.tree[at.place.core]


def when(at):
    m = at.clause.marker.split(" ")[0]
    return (
        at.tree[at.clause.head]
        if m in ("when", "whenever", "as", "while", "once", "after")
        else None
    )


def verbless(at):
    t = at.tree
    fin = any("VerbForm=Fin" in t[k].morph for k in at.clause.tokens)
    return None if fin or imperative(t, at.clause) else t[at.clause.head]


def relative(at):
    return at.tree[at.clause.head] if at.clause.relation.startswith("acl") else None


def adverbial(at):
    return at.tree[at.clause.head] if at.clause.relation.startswith("advcl") else None


def parat(at):
    return at.tree[at.clause.head] if at.clause.relation.startswith("parataxis") else None


def lent(at):
    return at.tree[at.clause.head] if at.candidate.lent else None


def nosubj(at):
    return (
        at.tree[at.clause.head]
        if at.clause.subject is None and at.candidate.polarity is None
        else None
    )


def inherited(at):
    return (
        at.tree[at.clause.head]
        if not at.clause.own_subject and at.candidate.polarity is None
        else None
    )


def oblique(at):
    return at.tree[at.clause.head] if at.place.role.startswith("obl") else None


def xrole(at):
    return (
        at.tree[at.clause.head]
        if at.place.role
        in ("amod", "nmod", "compound", "appos", "acl", "conj", "dep", "parataxis", "list")
        else None
    )


def long(at):
    return at.tree[at.clause.head] if len(at.clause.tokens) > 25 else None


def gap(at):
    w = sorted(at.words)
    return at.tree[w[0]] if w[-1] - w[0] > len(w) + 3 else None


LOOSE = [
    headed,
    listed,
    topic_only,
    nested,
    nested3,
    apart,
    when,
    verbless,
    relative,
    adverbial,
    parat,
    lent,
    nosubj,
    inherited,
    oblique,
    xrole,
    long,
    gap,
]
