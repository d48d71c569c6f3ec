"""Who is said to say it, and whether the source makes it its own; what is only asked.

As in FactBank (Saurí & Pustejovsky 2009), verbs such as "claim" introduce a further source, and
what stands under them is that source's, not the text's.
"""

import re
from collections.abc import Sequence

from extract.grammar import cues
from extract.grammar.clauses import Clause
from extract.grammar.conditions import stated_anew
from extract.grammar.cues import words
from extract.grammar.tree import Tree
from extract.model import Attribution
from extract.parse import Token

_OWN = frozenset({"we", "i", "our", "us", "my"})
_PERSONS = cues.OWN_AUTHORITIES | cues.SET_APART_NOUNS | cues.PEOPLE | _OWN | cues.SOME_WORDS
_PASSIVE_REPORT = words(
    """
    say believe claim allege suppose tout report think
    """
)
_SET_APART_ADVERBS = frozenset({"allegedly", "supposedly", "reportedly", "purportedly"})
_HEARING = frozenset({"hear", "read"})  # what I have heard, others say
_PROMISING = words("advertise claim promise tout market allege boast say tell")
MYTH = Attribution("others, in quotation marks or as a myth")
MYTHS = words("myth fiction misconception rumour rumor fable legend lie")
_NUMBERED = re.compile(
    rf"\s*(?:{'|'.join(sorted(MYTHS))})\s+(?:no\.? ?|number |#)?\d{{1,2}}[.)]?\s", re.I
)
_UNTRUE = frozenset({"overblown", "exaggerated", "untrue", "nonsense", "baseless", "unfounded"})
_UPWARD = frozenset({"ccomp", "xcomp", "parataxis", "conj", "acl:relcl", "advcl"})
_NOUNS = ("NOUN", "PROPN")
_ADDS = frozenset({",", "(", "–", "—"})
_ASKED = frozenset({"what", "which", "where", "who"})


def attribution(
    tree: Tree, clause: Clause, found: Sequence[Clause]
) -> tuple[Attribution, Token] | tuple[None, None]:
    """Who is said to say the clause, and the cue; endorsed when the source calls upon them."""
    phrase = _according_to(tree, clause)
    if phrase:
        return phrase
    at, below, content = clause, clause, False
    while True:
        for token in (tree[i] for i in at.tokens) if tree.has(_SET_APART_ADVERBS) else ():
            if token.lower in _SET_APART_ADVERBS:
                return Attribution(token.lower), token
        got = _saying(tree, at, below) if content else None
        if at is clause:
            got = _promising(tree, at) or _set_apart(tree, at)
        if got:
            return got
        untrue = _called_untrue(tree, at, found)
        if untrue is not None:
            return MYTH, untrue
        if at.parent is None or at.relation not in _UPWARD or stated_anew(tree, at):
            return None, None
        content, below = at.relation != "conj", at
        at = found[at.parent]


def _called_untrue(tree: Tree, clause: Clause, found: Sequence[Clause]) -> Token | None:
    """ "What they say about X is untrue": not the source's own words."""
    if clause.parent is None or not clause.relation.startswith(("csubj", "ccomp")):
        return None
    above = (tree[i] for i in found[clause.parent].tokens)
    return next((t for t in above if t.lower in _UNTRUE), None)


def _according_to(tree: Tree, clause: Clause) -> tuple[Attribution, Token] | None:
    first, last = tree.parse.sentences[clause.sentence]
    for i in range(first, last - 2) if "according" in tree.words else ():
        if tree[i].lower == "according" and tree[i + 1].lower == "to":
            who = _phrase(tree, i + 2, last)
            if not _somebody(tree, who):
                return None
            return Attribution(tree.text(who), _own_case(tree, who)), tree[i]
    return None


def _somebody(tree: Tree, who: Sequence[int]) -> bool:
    """ "According to experts", but not "according to size"."""
    return any(
        tree[i].lemma in _PERSONS or tree[i].lower in _PERSONS or tree[i].pos == "PROPN"
        for i in who
    )


def _phrase(tree: Tree, start: int, last: int) -> list[int]:
    end = start
    while end < last and tree[end].text not in (",", ".", ";", ":"):
        if tree[end].pos in ("AUX", "VERB") and end > start:
            break
        end += 1
    return list(range(start, max(end, start + 1)))


def _own_case(tree: Tree, who: Sequence[int]) -> bool:
    """Whether these are experts, studies or a named authority, and not critics or adverts."""
    lemmas = {tree[i].lemma for i in who} | {tree[i].lower for i in who}
    if lemmas & cues.SET_APART_NOUNS or lemmas & {"some", "many", "others", "few"}:
        return bool(lemmas & cues.OWN_AUTHORITIES) and not lemmas & cues.SET_APART_NOUNS
    if tree[who[0]].lower == "my" and not lemmas & cues.OWN_AUTHORITIES:
        return False  # "my brother says": somebody else, whom it does not call upon
    return bool(lemmas & (cues.OWN_AUTHORITIES | _OWN | {"he", "she"})) or any(
        tree[i].pos == "PROPN" for i in who
    )


def _saying(tree: Tree, clause: Clause, below: Clause) -> tuple[Attribution, Token] | None:
    head = tree[tree[below.head].head]  # the verb itself: "keep *saying* that …"
    if head.i not in clause.tokens:
        head = tree[clause.head]
    if head.lemma not in cues.SAYING | _HEARING or _said_already(tree, head, below):
        return None
    if clause.subject is None:
        before = tree[head.i - 1] if head.i else head
        return (Attribution(before.text), head) if before.lower in cues.SOME_WORDS else None
    subject = tree[clause.subject]
    if subject.lower in _OWN and head.lemma in _HEARING and below.relation == "ccomp":
        return Attribution(tree.text([subject.i])), head
    if subject.lower in _OWN and head.tag != "VBN":
        return None
    if tree.kids(head.i, "nsubj:pass", "aux:pass") or subject.lower == "it":
        if head.lemma not in _PASSIVE_REPORT | {"tell"} or not tree.kids(head.i, "aux:pass"):
            return None
        return Attribution(tree.text([head.i])), head
    if subject.lower in ("you", "this", "that"):
        return None
    if subject.lower in cues.NONE_WORDS:
        return (Attribution(subject.text), head) if below.relation == "ccomp" else None
    who = [i for i in tree.subtree(subject.i) if i <= subject.i + 3]
    return Attribution(tree.text(_name(tree, subject.i)), _own_case(tree, who)), head


def _name(tree: Tree, subject: int) -> list[int]:
    """Who says it, without what a comma adds, and cut after a noun where it is long."""
    who = []
    for i in tree.subtree(subject):
        before, token = tree[i - 1], tree[i]
        if i > subject and token.pos == "PUNCT" and token.text in _ADDS:
            break
        if i > subject + 3 and before.pos in _NOUNS and token.pos not in _NOUNS:
            break
        who.append(i)
    return who


def _can_tell(tree: Tree, verb: Token) -> bool:
    """ "Nobody can tell it is glued": what cannot be told is not seen, and nobody reports it."""
    able = any(k.lower in ("can", "could", "ca") for k in tree.kids(verb.i, "aux"))
    return verb.lemma == "tell" and able


def _said_already(tree: Tree, verb: Token, below: Clause) -> bool:
    """ "Users report leaks, the pump is loud": what is added to a content is the source's own."""
    added = below.relation == "parataxis" and below.first > verb.i
    return added and bool(tree.kids(verb.i, "obj", "ccomp"))


def _promising(tree: Tree, clause: Clause) -> tuple[Attribution, Token] | None:
    """ "Some clinics advertise permanent results": said by them, not by the source."""
    head = tree[clause.head]
    if head.lemma not in _PROMISING or head.pos != "VERB" or clause.subject is None:
        return None
    subject = tree[clause.subject]
    somebody = subject.pos in ("NOUN", "PRON") or subject.tag == "NNPS"
    if subject.lower in _OWN | {"it", "this", "you"} or not somebody or _can_tell(tree, head):
        return None
    who = tree.subtree(subject.i)
    return Attribution(tree.text(who), _own_case(tree, who)), head


def is_myth(tree: Tree) -> bool:
    """Whether the paragraph is labelled as a myth ("Myth 2: …") that the source will refute.

    A number makes a label of it without a colon, too ("Myth 2. It hurts"); without either it is
    an answer ("Myth. It does not hurt").
    """
    if _NUMBERED.match(tree.parse.text):
        return True
    colon = next((t.i for t in tree.tokens[:5] if t.text in (":", "–", "-")), 0)
    return any(t.lemma in MYTHS or t.lower in MYTHS for t in tree.tokens[:colon])


def _set_apart(tree: Tree, clause: Clause) -> tuple[Attribution, Token] | None:
    """ "Beware of adverts that do it in a day": said by the adverts."""
    first = clause.first
    relative = tree[first].lower in ("that", "which", "who") and tree[first].dep != "mark"
    if first == 0 or not relative:
        return None
    subject = tree[first - 1]
    if subject.lemma not in cues.SET_APART_NOUNS:
        return None
    return Attribution(subject.text), subject


def asked(tree: Tree, clause: Clause, found: Sequence[Clause]) -> bool:
    """Whether the clause is a question, direct or reported, and so says nothing."""
    first, last = tree.parse.sentences[clause.sentence]
    if "?" in tree.words and any(t.text == "?" for t in tree.tokens[max(first, last - 3) : last]):
        return True
    if clause.marker == "whether" and clause.relation == "root":
        return True
    words = clause.tokens if "whether" in tree.words else ()
    whether = [i for i in words if tree[i].lower == "whether" and i > first]
    if whether:
        return not any(tree[i - 1].text == "," for i in whether)
    at: Clause | None = clause
    while at is not None:
        content = at.relation in ("ccomp", "csubj", "xcomp", "acl", "acl:relcl", "parataxis")
        if content and _question_word(tree, at) and at.parent is not None:
            return True
        above = found[at.parent] if at.parent is not None else None
        if above is not None and at.relation == "conj" and at.marker in ("if", "whether"):
            if tree[above.head].lemma in cues.ASKING:
                return True
        if above is not None and at.relation in ("ccomp", "parataxis"):
            if tree[above.head].lemma in cues.ASKING:
                return True
        at = above
    return False


def _question_word(tree: Tree, clause: Clause) -> bool:
    opening = [tree[i] for i in clause.tokens[:2]]
    if any("PronType=Rel" in t.morph for t in opening):
        return False
    marker = clause.marker.split(" ")[0]
    if clause.relation == "ccomp" and marker in ("whether", "if"):
        return marker == "whether" or tree[tree[clause.head].head].lemma in cues.DECIDING
    return clause.relation != "acl:relcl" and any(t.lower in _ASKED for t in opening)
