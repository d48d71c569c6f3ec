"""What is named in passing, to set up, to tell apart or to lead in: rules of `standing`."""

from extract.grammar import cues
from extract.grammar.clauses import Clause, with_finite_verb
from extract.grammar.directive import imperative
from extract.parse import Token
from extract.reading import naming as by
from extract.reading.needing import needing
from extract.reading.spoken import Spoken
from extract.topic.schema import Kind


def as_a_condition(at: Spoken) -> Token | None:
    """ "Press too hard and it leaks": nobody is told to press; if one does, it leaks."""
    clause = at.clause
    while clause.relation != "root" and not clause.own_subject and clause.parent is not None:
        clause = at.found[clause.parent]
    plain = at.candidate.polarity is None and at.tree[clause.head].lemma not in by.PRESENTED
    if not plain or not imperative(at.tree, clause):
        return None
    after = (c for c in at.found if c.head > clause.head and c.sentence == clause.sentence)
    return next((cue for c in after if (cue := _follows(at, c)) is not None), None)


def _follows(at: Spoken, then: Clause) -> Token | None:
    """The *and* or *or* by which a clause with a subject of its own follows from an order."""
    if not then.own_subject or max(at.words) > then.head or not with_finite_verb(at.tree, then):
        return None
    joined = at.tree.kids(then.head, "cc", "mark")
    return next((t for t in joined if t.lower in ("and", "or")), None)


@needing(":")
def opens_list(at: Spoken) -> Token | None:
    """ "The side effects are these:": that there are some is for the list to say."""
    last = at.tree[at.tree.parse.sentences[at.clause.sentence][1] - 1]
    candidate = at.candidate
    whole = candidate.value is None and candidate.aspect.kind is Kind.ANY_OF
    says = at.tree[at.clause.head].pos == "ADJ"  # "Side effects are rare but real:"
    denied = any(n.cue in at.clause.tokens for n in at.negs)
    return last if whole and last.text == ":" and not says and not denied else None


@needing(*by.BEARING)
def borne(at: Spoken) -> Token | None:
    """ "How much pain one can stand is personal": of those who bear it, not of what is done."""
    chain = list(at.chain)
    own = chain[: chain.index(at.clause.head) + 1] if at.clause.head in chain else chain[:1]
    for token in (t for i in own for t in (at.tree[i], *at.tree.kids(i, *_NARROWING))):
        if token.lemma not in by.BEARING:
            continue
        aux = {k.lower for k in at.tree.kids(token.i, "aux")}
        who = {k.lower for k in at.tree.kids(token.i, "nsubj")}
        if aux & {"can", "could"} and (who & cues.READER or who & cues.PEOPLE):
            return token
    return None


_NARROWING = ("acl:relcl", "acl", "csubj", "nsubj")


def is_one(at: Spoken) -> Token | None:
    """ "It is a wound": so it is called, and nobody with a wound is spoken of."""
    head = at.tree[at.clause.head]
    words = {*at.words, *at.candidate.support}
    named = at.candidate.aspect.kind is Kind.ALL_OF and head.pos == "NOUN" and head.i in words
    if not named or head.lemma in cues.PEOPLE or at.clause.subject is None:
        return None
    pronoun = at.tree[at.clause.subject].lower in ("it", "this", "that")
    return head if pronoun and at.tree.kids(head.i, "cop") else None


def own_doing(at: Spoken) -> Token | None:
    """ "Somebody who picks at it damages the root": the picking does."""
    head, subject = at.tree[at.clause.head], at.clause.subject
    if subject is None or at.candidate.aspect.kind is not Kind.YESNO or head.i not in at.words:
        return None
    mere = any(k.lower in cues.DIRECTIVE_AUX for k in at.tree.kids(head.i, "aux"))
    done = {k.i for k in at.tree.kids(head.i, "obj")} & at.words
    told = [t for t in at.tree.kids(subject, "acl:relcl") if done and not mere and t.i != head.i]
    if head.lemma in by.LIGHT:
        return None
    it = any(at.tree[i].lower == "it" for t in told for i in at.tree.subtree(t.i))
    return told[0] if told and at.tree[subject].lemma in cues.PEOPLE and not it else None


@needing(*by.TOLD)
def told_to_me(at: Spoken) -> Token | None:
    """ "I was quoted three visits": so somebody said; what it came to is another thing."""
    head = at.tree[at.clause.head]
    subject = at.clause.subject
    passive = at.tree.kids(head.i, "aux:pass") or "VerbForm=Part" in head.morph
    if subject is None or at.tree[subject].lower not in ("i", "we") or not passive:
        return None
    been = any(k.lemma == "be" for k in at.tree.kids(head.i, "aux", "aux:pass"))
    return head if been and head.lemma in by.TOLD and head.i not in at.words else None


def compounded(at: Spoken) -> Token | None:
    """A word that only tells which thing is meant: "a prick test", "pain tolerance"."""
    if at.candidate.aspect.kind not in (Kind.YESNO, Kind.ANY_OF) or at.candidate.lent:
        return None
    core = at.tree[at.place.core]
    head = at.tree[core.head]
    if core.dep != "compound" or head.i in at.words or head.lemma in by.PLAIN_HEADS:
        return None
    if not with_finite_verb(at.tree, at.clause):
        return None  # a verb may have been taken for a noun
    return head if head.pos in ("NOUN", "PROPN") and len(at.words) == 1 else None


@needing(*by.PARTICLES)
def severed(at: Spoken) -> Token | None:
    """ "Wash it and off": the particle belongs to what follows, not to the verb."""
    for i in sorted(at.words):
        joined = at.tree[i - 1].pos == "CCONJ" and i - 1 not in at.words
        if i > min(at.words) and joined and at.tree[i].lower in by.PARTICLES:
            return at.tree[i]
    return None


@needing("whose")
def described(at: Spoken) -> Token | None:
    """What only tells which people are meant: "women whose coat is red"."""
    if not at.clause.relation.startswith("acl") or at.candidate.aspect.kind is Kind.ALL_OF:
        return None
    noun = at.tree[at.tree[at.clause.head].head]
    if noun.lemma not in cues.PEOPLE:
        return None
    whose = any(k.lower == "whose" for i in at.clause.tokens for k in at.tree.kids(i, "nmod:poss"))
    return noun if whose else None


@needing(*by.KINDS)
def listed(at: Spoken) -> Token | None:
    """One of several kinds, named side by side: "it comes in two versions, A and B"."""
    if at.candidate.value is None or at.candidate.value.name is None:
        return None
    for i in at.words:
        for token in (*at.tree.up(i), at.tree[i]):
            if token.lemma in by.KINDS and at.tree.kids(token.i, "nummod"):
                return token
    return None
