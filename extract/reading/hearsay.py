"""What is rumoured, believed or left open, and no word of the source's: rules of `standing`."""

from extract.grammar import cues
from extract.grammar.negation import negated
from extract.parse import Token
from extract.reading import naming as by
from extract.reading.needing import needing
from extract.reading.spoken import Spoken


@needing(*by.CONTENT_NOUNS, *by.HOLDING)
def believed(at: Spoken) -> Token | None:
    """What an assumption or a fear holds is not the source's own word."""
    for i in at.chain if at.tree.has(by.CONTENT_NOUNS) else ():
        for mark in at.tree.kids(i, "mark"):
            noun = at.tree[mark.i - 1]
            hung = noun.dep in ("obl", "nmod", "obj") and mark.lower == "that"
            if hung and noun.lemma in by.CONTENT_NOUNS and noun.i not in at.words:
                return noun
    for below, above in at.above:
        if above.dep == "acl:relcl" and above.lemma in by.HOLDING and at.tree[below].dep != "obl":
            return above
        content = at.tree[below].dep in ("acl", "ccomp", "acl:relcl")
        if content and above.lemma in by.CONTENT_NOUNS and at.tree.kids(below, "mark"):
            return above
    return None


@needing(*by.NOBODY)
def unclaimed(at: Spoken) -> Token | None:
    """ "Nobody says that X", "no expert can guarantee X": that X is so is what nobody says."""
    for below, above in at.above:
        told = above.lemma in cues.SAYING or above.lemma in by.VOUCHING
        if at.tree[below].dep != "ccomp" or not told:
            continue
        for subject in at.tree.kids(above.i, "nsubj"):
            opening = at.tree[min(at.tree.subtree(subject.i))]
            if opening.lower in by.NOBODY:
                return opening
    return None


@needing(*by.RUMOURS)
def rumoured(at: Spoken) -> Token | None:
    """ "Word has it that X", "the story goes that X"."""
    for below, above in at.above:
        if at.tree[below].dep not in ("ccomp", "csubj", "acl", "advcl"):
            continue
        told = at.tree.kids(above.i, "nsubj") if above.lemma in by.RUMOURING else []
        for noun in told:
            if noun.lower in by.RUMOURS and not at.tree.kids(noun.i, "nmod"):
                return noun
    return None


@needing(*by.HELD_TO)
def said_to_be(at: Spoken) -> Token | None:
    """ "It is rumoured to X": by whom is left open."""
    for below, above in at.above:
        passive = at.tree.kids(above.i, "aux:pass") and above.lemma in by.HELD_TO
        if at.tree[below].dep == "xcomp" and passive and not at.tree.kids(above.i, "obl:agent"):
            return above
    return None


@needing("whether")
def unsettled(at: Spoken) -> Token | None:
    """ "Whether X is unknown", "whether X depends on Y": a question that is left open."""
    for i in at.chain:
        marks = [k for k in at.tree.kids(i, "mark", "advmod") if k.lower == "whether"]
        above = at.tree[at.tree[i].head]
        if not marks or above.i == i or above.i < i:
            continue
        phrase = {at.tree[k].lemma for k in at.tree.subtree(above.i) if k > i}
        alternative = any(at.tree[k].lower == "or" for k in at.tree.subtree(i))
        if above.lemma in by.OPEN or (phrase & by.OPEN and not alternative):
            return marks[0]
    return None


@needing(*by.TELLING)
def gainsaid(at: Spoken) -> Token | None:
    """ "It would be a lie to say that X", "whoever says that X is wrong"."""
    for below, above in at.above:
        if at.tree[below].dep not in ("ccomp", "xcomp", "obj") or above.lemma not in by.TELLING:
            continue
        for higher in at.tree.up(above.i):
            near = [higher, *at.tree.kids(higher.i, "nsubj", "obj", "xcomp", "advmod")]
            lie = next((t for t in near if t.lemma in by.LIES and t.i not in at.words), None)
            if lie is not None and not negated(at.negs, [lie.i]):
                return lie
        for who in at.tree.up(above.i):
            told = above.dep == "acl:relcl" and above.head == who.i
            if told and who.lower in by.ANYBODY:
                return who
    return None
