"""Words that belong to another matter, person or thing than they seem to: rules of `standing`."""

from collections.abc import Callable

from extract.grammar import cues
from extract.grammar.commands import imperative
from extract.grammar.cues import words
from extract.grammar.negation import negated
from extract.grammar.tree import SUBJECTS
from extract.model import Standing
from extract.parse import Token
from extract.reading import naming as by
from extract.reading.needing import needing
from extract.reading.spoken import Spoken
from extract.topic.schema import Kind

SURE = words("convinced sure certain adamant worried afraid scared terrified confident")
FEELING = words("regret love hate enjoy miss")
HARMING = frozenset({"hurt"})
DEALING = words("go book trust choose pick visit try use")
PARTING = frozenset({"as", "since", "because", "though", "although", "while"})
_OWN = frozenset({"i", "we"})
_NO_THINGS = cues.PEOPLE | cues.NO_IDIOMS | by.MEASURES | by.LOTS
AVERTING = words("prevent avoid avert forestall preclude")
_WITHIN_PHRASE = frozenset({"DET", "ADJ", "ADP", "NOUN", "PROPN", "PRON", "ADV"})
_REACH = 6  # tokens from the verb back to "as far as"


@needing("like", "as")
def as_if(at: Spoken) -> Token | None:
    """ "It sounds as if it leaked": what something is like is not what it is."""
    for i in at.chain:
        above = at.tree[i].head
        if at.tree[i].dep not in ("advcl", "ccomp") or above in at.words:
            continue
        for mark in at.tree.kids(i, "mark", "case"):
            told = at.tree[mark.i - 1].lower in ("just", "much", "exactly")  # as something else is
            seems = (mark.lower == "like" and not told) or _if_or_though(at, mark)
            if seems and mark.i not in at.words and at.tree.kids(i, *SUBJECTS):
                return mark
    return None


def _if_or_though(at: Spoken, mark: Token) -> bool:
    return mark.lower == "as" and at.tree[mark.i + 1].lower in ("if", "though")


@needing(*HARMING)
def hurts_another(at: Spoken) -> Token | None:
    """ "It does not hurt the paint": harm to a thing is no pain."""
    verb = at.tree[at.place.core]
    if verb.lemma not in HARMING or verb.pos != "VERB":
        return None
    if any(at.tree[i].pos in ("NOUN", "ADJ") for i in at.words):
        return None
    harmed = at.tree.kids(verb.i, "obj")
    things = [t for t in harmed if t.pos == "NOUN" and not at.tree.kids(t.i, "nummod")]
    than = next((t.i for t in at.tree.tokens[verb.i :] if t.lower == "than"), len(at.tree.tokens))
    if any(t.i > than for t in things):
        return None  # "it hurts less than waxing"
    return next((t for t in things if t.lemma not in _NO_THINGS), None)


@needing(*SURE)
def convinced(at: Spoken) -> Token | None:
    """ "My neighbour is sure it leaks": so somebody else thinks."""
    for below, above in at.above:
        if at.tree[below].dep not in ("ccomp", "parataxis", "advcl", "xcomp"):
            continue
        who = at.tree.kids(above.i, "nsubj", "nsubj:pass")
        persons = [t for t in who if t.lower not in _OWN and t.pos != "DET" and t.lower != "it"]
        told = [t for t in persons if t.lemma not in cues.OWN_AUTHORITIES and t.i < below]
        if above.lower in SURE and told and not negated(at.negs, (above.i,)):
            return above
    return None


@needing(*FEELING)
def felt_if(at: Spoken) -> Token | None:
    """ "You would regret it": if you did it, which nobody says."""
    head, subject = at.tree[at.clause.head], at.clause.subject
    if head.lemma not in FEELING or head.i not in at.words or subject is None:
        return None
    would = (k for k in at.tree.kids(head.i, "aux") if k.lower in ("would", "'d"))
    return next(would, None) if at.tree[subject].lower in cues.READER else None


@needing("know")
def not_known(at: Spoken) -> Token | None:
    """ "It is new, so nobody knows": what, is left out, and nothing is denied."""
    subject, head = at.clause.subject, at.tree[at.clause.head]
    if subject is None or head.lemma != "know" or head.i not in at.words:
        return None
    nobody = at.tree[subject].lower in by.NOBODY
    helped = at.tree.kids(head.i, "aux", "obj", "ccomp", "advcl", "xcomp", "obl")
    return head if nobody and head.tag in ("VBZ", "VBP") and not helped else None


@needing("every")
def lasting_all_told(at: Spoken) -> Token | None:
    """ "A new seal every two years for ten years": the second time lies between no two."""
    value, last = at.candidate.value, max(at.words)
    if value is None or value.quantity is None:
        return None
    case = next((k for k in at.tree.kids(last, "case") if k.lower == "for"), None)
    every = [i for i in at.words if at.tree[i].lower == "every"]
    return case if case is not None and any(i < case.i - 1 for i in every) else None


@needing(*PARTING)
def astride(at: Spoken) -> Token | None:
    """ "For wet walls two coats, as we find": two statements that the parser took for one."""
    clause = at.clause
    if clause.relation != "root":
        return None
    marks = [k for k in at.tree.kids(clause.head, "mark") if k.lower in PARTING]
    mark = next((k for k in marks if k.i > clause.first and at.tree[k.i - 1].text == ","), None)
    if mark is None or not min(at.words) < mark.i < max(at.words):
        return None
    first = at.tree.parse.sentences[clause.sentence][0]
    said = any(t.finite for t in at.tree.tokens[first : mark.i])
    return None if said else mark


@needing("they")
def warned_off(at: Spoken) -> Token | None:
    """ "Do not go to the stall, they need an hour": so those do it who are warned of."""
    first = at.tree.parse.sentences[at.clause.sentence][0]
    them = [t for t in at.tree.tokens[first : max(at.words)] if t.lower == "they"]
    told = [c for c in at.found if c.sentence == at.clause.sentence and imperative(at.tree, c)]
    for c in told:
        verb = at.tree[c.head]
        warned = verb.lemma in DEALING and negated(at.negs, (verb.i,))
        after = next((t for t in them if t.i > verb.i), None)
        if warned and after is not None and after.i < min(at.words):
            return after if at.candidate.aspect.kind is not Kind.ADVICE else None
    return None


@needing("far")
def as_far_as(at: Spoken) -> Token | None:
    """ "It is dry as far as anybody can tell": how sure it is, and not that anybody can."""
    verb = at.tree[at.place.core]
    before = [t.lower for t in at.tree.tokens[max(0, verb.i - _REACH) : verb.i]]
    opens = any(before[n : n + 3] == ["as", "far", "as"] for n in range(len(before)))
    return verb if verb.pos == "VERB" and opens else None


@needing("yet")
def yet_to(at: Spoken) -> Token | None:
    """ "We have yet to see one leak", "it has yet to leak": so far it did not."""
    first = at.tree.parse.sentences[at.clause.sentence][0]
    for i in range(first + 1, max(at.words)):
        has, yet, to = at.tree[i - 1], at.tree[i], at.tree[i + 1]
        if (has.lemma, yet.lower, to.lower) == ("have", "yet", "to") and to.i < at.place.core:
            return yet
    return None


@needing(*AVERTING)
def averted(at: Spoken) -> Token | None:
    """ "A filter prevents leaks": that it leaks is not said, nor that it does not."""
    if at.candidate.aspect.kind is not Kind.YESNO or at.candidate.polarity is not None:
        return None
    last = max(at.words)
    before = at.tree.tokens[max(at.clause.first, last - _REACH) : last]
    cue = next((t for t in reversed(before) if t.lemma in AVERTING), None)
    if cue is None or cue.i in at.words or negated(at.negs, (cue.i,)):
        return None
    between = [t for t in before if t.i > cue.i]
    return cue if all(t.pos in _WITHIN_PHRASE for t in between) else None


def foretold(at: Spoken) -> Token | None:
    """ "Somebody will tell you that X": and the source need not."""
    for below, above in at.above:
        if at.tree[below].dep != "ccomp" or above.lemma not in cues.SAYING:
            continue
        will = any(k.lower in _WILL for k in at.tree.kids(above.i, "aux"))
        who = (k for k in at.tree.kids(above.i, "nsubj") if k.lower in _SOMEBODY)
        return next(who, None) if will else None
    return None


_WILL = frozenset({"will", "may", "might"})
_SOMEBODY = frozenset({"someone", "somebody", "some"})


S = Standing
ELSEWHERE: tuple[tuple[Standing, Callable[[Spoken], Token | None], str, str], ...] = (
    (S.MENTIONED, as_if, "You look as if it hurts.", "You look on as it hurts."),
    (S.MENTIONED, hurts_another, "It does not hurt the lashes.", "It does not hurt people."),
    (S.REPORTED, convinced, "My aunt is afraid the lift hurts.", "We are afraid the lift hurts."),
    (S.MENTIONED, felt_if, "You would enjoy it.", "You enjoy it."),
    (S.MENTIONED, not_known, "It is new, so nobody knows.", "Nobody knows it was done."),
    (
        S.MENTIONED,
        lasting_all_told,
        "You get a balm with every top-up for two years.",
        "You need a top-up every two years.",
    ),
    (
        S.MENTIONED,
        astride,
        "For old people three hours, as it takes a while.",
        "For long lashes, as they swell, it takes three hours.",
    ),
    (
        S.MENTIONED,
        yet_to,
        "We have yet to meet somebody whom it hurts.",
        "It hurts, and we have yet to meet a client who minds.",
    ),
    (S.MENTIONED, as_far_as, "It is safe as far as anybody can tell.", "Anybody can tell."),
    (S.MENTIONED, averted, "A lash lift prevents pain.", "A lash lift does not prevent pain."),
    (
        S.REPORTED,
        foretold,
        "Someone will tell you that it hurts.",
        "Anyone will say that it hurts.",
    ),
    (S.MENTIONED, warned_off, "Do not go there, they take two hours.", "They take two hours."),
)
"""The rules, each with its standing, a sentence in which it holds and one in which it does not."""
