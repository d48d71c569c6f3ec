"""What only measures another thing, or names it at a distance: rules of `standing`."""

from extract.grammar import cues
from extract.grammar.negation import negated
from extract.parse import Token
from extract.quantity import MONEY
from extract.reading import naming as by
from extract.reading.needing import needing
from extract.reading.spoken import Spoken
from extract.topic.schema import Kind


def equated(at: Spoken) -> Token | None:
    """What only measures another thing: "as fast as X", "the larger X, the higher Y"."""
    tree = at.tree
    if not at.clause.aside.isdisjoint(at.words):
        return None  # the question is how the two compare
    for i in sorted(at.words):
        if tree[i].tag in ("JJR", "RBR") and tree[i - 1].lower == "the" and i:
            first, last = tree.parse.sentences[at.clause.sentence]
            others = (t for t in tree.tokens[first:last] if t.tag in ("JJR", "RBR") and t.i != i)
            if any(tree[t.i - 1].lower == "the" for t in others):
                return tree[i]
        if tree[i].tag in ("JJ", "RB") and tree[i - 1].lower == "as" and i:
            after = tree.tokens[i + 1 : i + 3]
            ends = (t.i + 1 for t in after if t.lower == "as")
            thing = next((tree[k] for k in ends if k < len(tree.tokens)), None)
            if thing is not None and thing.lower not in ("long", "possible", "soon"):
                if thing.pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ"):
                    return tree[i]
    return None


@needing("no", "none", "nothing", "nobody", "few")
def outdone(at: Spoken) -> Token | None:
    """ "No other tank is as light as X": nothing of the kind is denied of X."""
    subject = at.clause.subject
    if subject is None:
        return None
    nothing = ("no", "none", "nothing", "nobody", "few")
    phrase = at.tree.subtree(subject)[:3]
    if not any(at.tree[i].lower in nothing for i in phrase):
        return None
    last = at.tree.parse.sentences[at.clause.sentence][1]
    after = at.tree.tokens[at.clause.head : last]
    compared = (t for t in after if t.lower in ("as", "than", "like"))
    return next(compared, None)


@needing("less", "more")
def lessened(at: Spoken) -> Token | None:
    """ "It hurts a lot less": the lot belongs to the less."""
    for i in sorted(at.words):
        after = at.tree.tokens[i + 1 : i + 2]
        if after and after[0].lower in ("less", "more") and at.tree[i].lower in by.MEASURES:
            return after[0]
    return None


def in_quotes(at: Spoken) -> Token | None:
    """ "What we call “pain”": one word in quotation marks is somebody's word for it."""
    if len(at.words) != 1:
        return None
    i = at.place.core
    near = at.tree.tokens[max(0, i - 1) : i] + at.tree.tokens[i + 1 : i + 2]
    return at.tree[i] if len(near) == 2 and all(t.text in by.QUOTES for t in near) else None


@needing(*by.CONFUSING)
def confused(at: Spoken) -> Token | None:
    """ "Not to be mistaken for X": the other thing's X."""
    for below, above in at.above:
        case = {k.lower for k in at.tree.kids(below, "case", "mark")}
        if above.lemma in by.CONFUSING and case & {"for", "with", "as", "to"}:
            return above
    return None


@needing("not", "never")
def undone(at: Spoken) -> Token | None:
    """ "Not doing X makes it Y": neither X nor Y is said to be so."""
    for i in (*at.chain, *(k.i for k in at.tree.kids(at.clause.head, "csubj"))):
        if at.tree[i].tag != "VBG" or at.tree[i].dep not in ("csubj", "csubj:pass"):
            continue
        nots = [k for k in at.tree.kids(i, "advmod") if k.lower in ("not", "never") and k.i < i]
        if nots:
            return nots[0]
    return None


@needing(*by.NIL)
def none_of_it(at: Spoken) -> Token | None:
    """ "Pain: none": a label whose answer is that there is none."""
    after = at.tree.tokens[max(at.words) + 1 : max(at.words) + 4]
    told = at.candidate.polarity is not None
    told = told or any(t.pos == "VERB" for t in after[2:])  # "Full lashes - never glue them again"
    if told or len(after) < 2 or after[0].text not in by.LABELLING or after[1].lower not in by.NIL:
        return None
    return None if negated(at.negs, at.words) else after[1]


@needing(*by.AS_IF)
def treated_as(at: Spoken) -> Token | None:
    """ "Treat it like a permanent X": as if it were one."""
    for below, above in at.above:
        like = [k for k in at.tree.kids(below, "case", "mark") if k.lower in ("like", "as")]
        if like and above.lemma in by.AS_IF and above.i not in at.words:
            return like[0]
    return None


@needing("no", "nope")
def answered_no(at: Spoken) -> Token | None:
    """ "Maintenance free, no.", "Leaks that spread: no.": what is put first is denied last."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    words = [t for t in at.tree.tokens[first:last] if t.pos != "PUNCT" or t.text in ",:"]
    if len(words) < 3 or words[-1].lower not in ("no", "nope") or words[-2].text not in ",:":
        return None
    return words[-1] if max(at.words) < words[-2].i else None


@needing("from")
def bound_apart(at: Spoken) -> Token | None:
    """ "From 10 for a small one to 50": each number is but one end."""
    value = at.candidate.value
    if value is None or value.quantity is None or value.quantity.endless:
        return None
    first, last = at.tree.parse.sentences[at.clause.sentence]
    numbers = [i for i in at.words if at.tree[i].pos in ("NUM", "SYM")]
    if not numbers or min(numbers) == 0:
        return None
    opening = at.tree[min(numbers) - 1]
    if opening.lower == "from":
        after = at.tree.tokens[max(numbers) + 1 : min(last, max(numbers) + 9)]
        return next((t for t in after if t.lower == "to" and _ends(at, opening, t)), None)
    if opening.lower == "to":
        before = at.tree.tokens[max(first, opening.i - 9) : opening.i]
        return next((t for t in before if t.lower == "from" and _ends(at, t, opening)), None)
    return None


def _ends(at: Spoken, start: Token, end: Token) -> bool:
    """Whether both are ends of one range: a number after each, and no verb between."""
    tokens, between = at.tree.tokens, at.tree.tokens[start.i + 1 : end.i]
    if end.i + 1 >= len(tokens) or tokens[start.i - 1].lemma in by.STARTING:
        return False
    numbers = all(tokens[k.i + 1].pos in ("NUM", "SYM") for k in (start, end))
    return numbers and not any(t.pos in ("VERB", "AUX", "CCONJ") for t in between)


def within_subject(at: Spoken) -> Token | None:
    """ "Filling it by hand takes long": the filling is what it speaks of, not what it says."""
    if at.candidate.aspect.kind not in (Kind.YESNO, Kind.ANY_OF, Kind.CHOICE):
        return None
    for i in at.chain:
        token = at.tree[i]
        if token.dep in ("csubj", "csubj:pass", "nsubj") and token.tag == "VBG":
            own = frozenset(at.tree.subtree(i))
            above = at.tree[token.head]
            said = above.lemma in cues.OCCURRING | by.MATTERING or above.pos == "ADJ"
            said = said or bool(at.tree.kids(above.i, "cop"))
            raised = at.words.union(at.candidate.support)
            return None if said or not raised <= own else token
    return None


@needing("each", "apiece", "one")
def apiece(at: Spoken) -> Token | None:
    """ "You need a filter, and each one costs 30": a filter does, and not the whole."""
    value, subject = at.candidate.value, at.clause.subject
    if value is None or value.quantity is None or value.quantity.unit not in MONEY:
        return None
    several = subject is not None and at.tree[subject].lower in ("they", "these")
    last = at.tree.parse.sentences[at.clause.sentence][1]
    each = any(t.lower in ("each", "apiece") for t in at.tree.tokens[max(at.words) + 1 : last][:2])
    if several and each and subject is not None:
        return at.tree[subject]
    if subject is None or at.tree[subject].lower not in ("each", "one"):
        return None
    start = at.tree.parse.sentences[at.clause.sentence][0]
    named = [t for t in at.tree.tokens[start : at.clause.first] if t.dep == "obj"]
    own = {*at.tree.subtree(subject), *(t.i for t in named[-1:])}
    return at.tree[subject] if named and not own & at.words else None


@needing(*by.COUNTED)
def counted(at: Spoken) -> Token | None:
    """ "The number of X has grown": the number has, and no X."""
    subject, head = at.clause.subject, at.tree[at.clause.head]
    if subject is None or head.i not in at.words or at.tree[subject].lemma not in by.COUNTED:
        return None
    return head if head.lemma in by.CHANGING and subject not in at.words else None


@needing(*by.COUNTED)
def attributed(at: Spoken) -> Token | None:
    """ "A growing trend": the trend grows."""
    if at.candidate.aspect.kind is not Kind.YESNO or len(at.words) != 1:
        return None
    core = at.tree[at.place.core]
    trend = at.tree[core.head]
    attribute = core.dep == "amod" and core.tag == "VBG" and trend.pos == "NOUN"
    return trend if attribute and trend.lemma in by.COUNTED else None


@needing("called", "so-called", *by.MEANING)
def so_called(at: Spoken) -> Token | None:
    """ "So-called permanent X", "permanent does not mean …": the word, and not what it says."""
    first = min(at.words)
    for token in at.tree.tokens[max(0, first - 2) : first]:
        joined = token.lower == "called" and at.tree[token.i - 1].lower in ("-", "so")
        if joined or token.lower == "so-called":
            return None if negated(at.negs, at.words) else token
    core = at.tree[at.place.core]
    word = core.pos in ("ADJ", "ADV") and core.dep in ("nsubj", "advmod")
    return at.tree[core.head] if word and at.tree[core.head].lemma in by.MEANING else None


@needing("enough")
def scarce(at: Spoken) -> Token | None:
    """ "There are not enough X": there are some."""
    for enough in at.tree.kids(at.place.core, "amod", "advmod", "det"):
        if enough.lower == "enough" and negated(at.negs, (enough.i, at.place.core)):
            return enough
    return None


@needing(*by.WARRANTING, *by.PROMISES)
def guaranteed(at: Spoken) -> Token | None:
    """ "A lifetime guarantee", "guaranteed for life": how long the guarantee lasts."""
    value, verb = at.candidate.value, at.tree[at.clause.head]
    if value is not None and value.quantity is not None and verb.lemma in by.WARRANTING:
        return verb
    for i in at.words if value is not None and value.quantity is not None else ():
        above = at.tree[at.tree[i].head]
        if at.tree[i].dep in ("compound", "amod") and above.lemma in by.PROMISES:
            return None if above.i in at.words else above
    return None


@needing("rather", "instead", "opposed")
def rejected(at: Spoken) -> Token | None:
    """ "Damp rather than wet": not wet."""
    for i in at.chain:
        for joint in at.tree.kids(i, "cc", "case", "mark"):
            fixed = [joint.lower, *(k.lower for k in at.tree.kids(joint.i, "fixed"))]
            if tuple(fixed[:2]) in by.REJECTING and joint.i < min(at.words):
                return joint if at.candidate.polarity is None else None
    return None


@needing("like", "appear", "seem", "look", "pretend")
def likened(at: Spoken) -> Token | None:
    """ "It looks like a coat which is red": so is what it is like."""
    relative = at.clause.relation == "acl:relcl"
    if relative and _made_to_seem(at):
        return at.tree[at.clause.first]
    noun = at.tree[at.clause.head].head
    while relative and at.tree[noun].head != noun:
        for case in at.tree.kids(noun, "case", "mark"):
            if case.lower == "like":
                return case
        if at.tree[noun].dep not in ("nmod", "conj", "appos"):
            return None
        noun = at.tree[noun].head
    return None


@needing("all")
def all_it_takes(at: Spoken) -> Token | None:
    """ "An hour is all you need to get X": what is needed is the hour."""
    for i in at.chain:
        token = at.tree[i]
        if token.lemma in ("need", "take", "require") and token.dep in ("acl:relcl", "acl"):
            above = at.tree[token.head]
            if above.lower == "all" and at.candidate.aspect.kind is not Kind.QUANTITY:
                return above
    return None


def _made_to_seem(at: Spoken) -> bool:
    """ "It makes it appear that you have a coat which is red"."""
    parent = at.found[at.clause.parent] if at.clause.parent is not None else None
    if parent is None or parent.relation not in ("ccomp", "csubj", "xcomp"):
        return False
    return at.tree[at.tree[parent.head].head].lemma in ("appear", "seem", "look", "pretend")


@needing("no", "without", "free", "non", "zero")
def split(at: Spoken) -> Token | None:
    """ "A slight swelling and no pain": the slight belongs to the swelling."""
    if at.candidate.aspect.kind in (Kind.QUANTITY, Kind.ADVICE):
        return None
    for n in at.negs:
        outside = at.words - n.scope - {n.cue} if at.words & n.scope else frozenset()
        stray = [i for i in outside if at.tree[i].dep == "amod" and at.tree[i].head not in at.words]
        parted = stray or (outside and not at.place.together)
        if parted and at.tree[n.cue].lower in ("no", "without", "free", "non", "zero"):
            return at.tree[n.cue]
    return None


@needing("not", "n't")
def cut_short(at: Spoken) -> Token | None:
    """ "Thin ones are not.": not what was said before."""
    said = [at.tree[i] for i in at.clause.tokens if at.tree[i].pos != "PUNCT"]
    ends = len(said) > 2 and said[-1].lower in ("not", "n't") and said[-2].pos == "AUX"
    return said[-1] if ends and max(at.words) < said[-2].i else None
