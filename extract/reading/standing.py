"""What a text does with the words that could be a claim: says them, or something less.

One judgement in one place. A rule is a row of `RULES` with a sentence in which it holds and one in
which it does not; both are tests. The first that holds decides; what none holds back is said.
Kinds of standing after Saurí & Pustejovsky 2009 (FactBank): what is asked, wished, weighed or
supposed is no assertion of the author's.
"""

from collections.abc import Callable
from typing import NamedTuple

from extract.grammar import cues
from extract.grammar.directive import imperative
from extract.grammar.negation import negated
from extract.grammar.tree import SUBJECTS
from extract.model import Standing
from extract.parse import Token
from extract.reading import naming as by
from extract.reading.elsewhere import ELSEWHERE
from extract.reading.hearsay import believed, gainsaid, rumoured, said_to_be, unclaimed, unsettled
from extract.reading.measured import (
    all_it_takes,
    answered_no,
    apiece,
    attributed,
    bound_apart,
    confused,
    counted,
    cut_short,
    equated,
    guaranteed,
    in_quotes,
    lessened,
    likened,
    none_of_it,
    outdone,
    rejected,
    scarce,
    so_called,
    split,
    treated_as,
    undone,
    within_subject,
)
from extract.reading.needing import needing
from extract.reading.other_matter import (
    advertised,
    denied_likeness,
    for_another,
    found_much,
    gainsaid_by_name,
    kind_named,
    least_so,
    nobodys,
    not_to_be_told,
    of_a_course,
    of_the_reader,
    of_the_removal,
    outbid,
    title_word,
)
from extract.reading.passing import (
    as_a_condition,
    borne,
    compounded,
    described,
    is_one,
    listed,
    opens_list,
    own_doing,
    severed,
    told_to_me,
)
from extract.reading.spoken import Rulebook, Spoken, SpokenRule
from extract.reading.unasserted import awaited, questioned, supposed, unreal, wished
from extract.topic.schema import Kind


@needing(*by.TALK_VERBS, *cues.ASKING)
def weighed(at: Spoken) -> Token | None:
    """The object of weighing, discussing, explaining."""
    for below, above in at.above:
        label = at.tree[below].dep
        if label == "xcomp" and above.lemma in cues.ASKING and at.candidate.polarity is None:
            return above  # "we ask you to rate X"
        if not label.startswith(by.GOVERNED):
            return None
        if above.lemma in by.TALK_VERBS and above.pos == "VERB" and above.i not in at.words:
            return None if at.tree.kids(below, "case") and label in by.AS_AGENT else above
    return None


@needing(*by.TALK_NOUNS)
def talked_of(at: Spoken) -> Token | None:
    """The content of a noun of talking or thinking: tips for X, questions about X."""
    for below, above in at.above:
        label = at.tree[below].dep
        told = _told_about(at, below, above)
        if told is not None:
            return told
        if label in ("acl", "nmod") and above.i not in at.words:
            # "A lot of questions about X": the parser hangs X on the lot.
            more = at.tree.kids(above.i, "nmod") if above.lemma in by.LOTS else []
            nouns: list[Token] = [above, *more]
            talk = [n for n in nouns if n.lemma in by.TALK_NOUNS and n.i < below]
            if talk:
                cue = at.candidate.cue
                return None if cue is not None and above.head == cue.i else talk[0]
        if not label.startswith(by.GOVERNED):
            return None
    return None


def _told_about(at: Spoken, below: int, above: Token) -> Token | None:
    """ "Raises questions, mostly about X", "gives tips for doing X": hung on the verb."""
    if at.tree[below].dep not in ("obl", "advcl") or above.i in at.words:
        return None
    marks = {k.lower for k in at.tree.kids(below, "case", "mark")}
    for told in at.tree.kids(above.i, "obj"):
        nouns = [told, *(at.tree.kids(told.i, "nmod") if told.lemma in by.LOTS else [])]
        talk = next((n for n in nouns if n.lemma in by.TALK_NOUNS and n.i < below), None)
        if talk is not None and (marks & by.ABOUT or (marks & {"for"} and talk.i == below - 2)):
            return talk
    return None


@needing(*by.PRESENTING)
def announced(at: Spoken) -> Token | None:
    """What a text says it will speak of: "Here we go through the costs"."""
    subject = at.clause.subject
    if subject is None or at.tree[subject].lower not in ("we", "i", "article", "guide", "post"):
        return None
    head = at.tree[at.clause.head]
    particles = {k.lower for k in at.tree.kids(head.i, "compound:prt", "advmod")}
    particles |= {c.lower for o in at.tree.kids(head.i, "obl") for c in at.tree.kids(o.i, "case")}
    if head.i in at.words or not particles & by.PRESENTING.get(head.lemma, frozenset()):
        return None
    return head


@needing(*by.MEANS)
def sought(at: Spoken) -> Token | None:
    """A way that is looked for, and a need that is felt: "looking for a way to X"."""
    for below, above in at.above:
        if above.lemma in by.MEANS and at.tree[below].dep in ("acl", "acl:relcl", "nmod"):
            cue = at.candidate.cue
            if cue is not None and above.head == cue.i:  # "resist the urge to X"
                return None
            predicate = above.i == at.clause.head and at.clause.subject is not None
            return None if predicate or at.tree[below].dep == "acl:relcl" else above
    return None


@needing("to")
def intended(at: Spoken) -> Token | None:
    """What is done about it: "To manage X, …", "… to judge X"."""
    for i in at.chain:
        token = at.tree[i]
        if token.dep not in ("advcl", "acl"):
            continue
        infinitive = any(k.lower == "to" for k in at.tree.kids(i, "mark"))
        if infinitive and not at.tree.kids(i, *SUBJECTS):
            opens = i < token.head and i not in at.words
            if opens or (token.lemma in by.HANDLING and i not in at.words):
                return token if at.candidate.polarity is None else None
    return None


@needing("you")
def recounted(at: Spoken) -> Token | None:
    """What the reader has done, for the sake of the story: "You've been to the shop"."""
    subject = at.clause.subject
    if subject is None or at.tree[subject].lower != "you":
        return None
    aux = at.tree.kids(at.clause.head, "aux")
    perfect = [k for k in aux if k.lemma == "have" and k.i < at.clause.head]
    return perfect[0] if perfect and len(aux) == 1 else None


def forbidden(at: Spoken) -> Token | None:
    """What a command tells to leave is no statement about it: "Do not scratch the scabs"."""
    if at.candidate.aspect.kind is Kind.ADVICE or at.candidate.polarity is not None:
        return None
    if not negated(at.negs, at.candidate.anchors):
        return None
    clause = at.clause
    while clause.relation == "conj" and not clause.own_subject and clause.parent is not None:
        clause = at.found[clause.parent]
    return at.tree[clause.head] if imperative(at.tree, clause) else None


S = Standing
_ROWS: tuple[tuple[Standing, Callable[[Spoken], Token | None], str, str], ...] = (
    (S.ASKED, questioned, "How much pain you feel is personal.", "It hurts."),
    (S.WISHED, wished, "You want it to hurt.", "It hurts."),
    (S.MENTIONED, supposed, "If it hurts, call us.", "If you pull, it hurts."),
    (S.MENTIONED, awaited, "It takes weeks before the tint fades.", "The tint fades."),
    (S.WEIGHED, weighed, "We discuss the pain with you.", "You feel pain."),
    (S.MENTIONED, talked_of, "They give tips for handling the pain.", "They cause pain."),
    (S.MENTIONED, announced, "Here we break down the pain.", "We stop the pain."),
    (S.REPORTED, believed, "Some come with the belief that it hurts.", "It hurts."),
    (S.REPORTED, unclaimed, "Nobody says that it hurts.", "Experts say that it hurts."),
    (S.REPORTED, rumoured, "Rumour has it that it hurts.", "The fact is that it hurts."),
    (S.REPORTED, said_to_be, "It is rumoured to hurt.", "It is known to hurt."),
    (S.REPORTED, gainsaid, "It would be a lie to say that it hurts.", "I must say that it hurts."),
    (S.ASKED, unsettled, "Whether it hurts is unknown.", "Whether or not you pull, it hurts."),
    (S.WISHED, sought, "With a lash lift you found a way to boost growth.", "It boosts growth."),
    (S.MENTIONED, intended, "To manage the pain, we use a gel.", "The lift causes pain."),
    (S.MENTIONED, equated, "It is as painful as a fall.", "It is painful."),
    (S.MENTIONED, outdone, "No treatment hurts as much as waxing.", "A lift hurts as much."),
    (S.MENTIONED, lessened, "It hurts a lot less.", "It hurts a lot."),
    (
        S.MENTIONED,
        counted,
        "The popularity of the lash lift has grown.",
        "With a lash lift the lashes have grown.",
    ),
    (S.MENTIONED, attributed, "The lash lift is a growing trend.", "The lashes keep growing."),
    (S.MENTIONED, confused, "It is not to be mistaken for the pain.", "By mistake it hurts."),
    (
        S.MENTIONED,
        undone,
        "Not cleaning the lashes causes redness.",
        "Rubbing the lashes causes redness.",
    ),
    (
        S.MENTIONED,
        treated_as,
        "You treat it like a permanent decision.",
        "It is like a permanent perm.",
    ),
    (S.MENTIONED, answered_no, "It is permanent, no.", "No, it is permanent."),
    (
        S.MENTIONED,
        bound_apart,
        "It costs from $60 for one eye to $90.",
        "It costs $60 for one eye.",
    ),
    (
        S.MENTIONED,
        apiece,
        "You need a new coat, and each one costs $20.",
        "A lash lift costs $20.",
    ),
    (
        S.MENTIONED,
        within_subject,
        "Handling the swelling takes a minute.",
        "The swelling takes a minute.",
    ),
    (S.MENTIONED, none_of_it, "There is pain: none.", "There is pain: a pinch."),
    (S.MENTIONED, in_quotes, 'What we call "pain" is a pinch.', "There is pain."),
    (S.MENTIONED, recounted, "You've seen the swelling.", "You see swelling."),
    (S.INSTRUCTED, forbidden, "Do not cause swelling.", "It does not cause swelling."),
    (S.MENTIONED, compounded, "You can have a pain test first.", "You have pain."),
    (
        S.MENTIONED,
        so_called,
        "They use a so-called permanent tint.",
        "They use a permanent tint.",
    ),
    (S.MENTIONED, rejected, "You feel a touch rather than pain.", "You rather feel pain."),
    (
        S.MENTIONED,
        likened,
        "It looks like a face which has had a permanent perm.",
        "It is a perm which is permanent.",
    ),
    (
        S.MENTIONED,
        all_it_takes,
        "A lash lift is all you need to boost growth.",
        "A lash lift can boost growth.",
    ),
    (
        S.MENTIONED,
        split,
        "A lash lift causes a slight swelling and no pain.",
        "A lash lift causes slight pain without swelling.",
    ),
    (S.MENTIONED, cut_short, "The swelling is not.", "The swelling is not severe."),
    (S.MENTIONED, scarce, "There is not enough pain.", "There is not much pain."),
    (
        S.MENTIONED,
        guaranteed,
        "A lash lift is a permanent commitment.",
        "A lash lift is a permanent perm.",
    ),
    (S.MENTIONED, severed, "Wash it and off.", "The tint washes off."),
    (
        S.MENTIONED,
        listed,
        "It comes in two kinds, temporary and permanent.",
        "It is permanent.",
    ),
    (
        S.REPORTED,
        advertised,
        "Salons that promise a permanent lift are wrong.",
        "Salons promise rightly that it is permanent.",
    ),
    (
        S.MENTIONED,
        kind_named,
        "The permanent kind is popular.",
        "It is a permanent kind.",
    ),
    (
        S.REPORTED,
        not_to_be_told,
        "Do not let anybody tell you that it hurts.",
        "Let me tell you that it hurts.",
    ),
    (S.MENTIONED, of_the_reader, "You will be in a mask forever.", "It lasts forever."),
    (
        S.MENTIONED,
        denied_likeness,
        "It does not hurt like a burn.",
        "It hurts like a burn.",
    ),
    (S.MENTIONED, nobodys, "Nobody's lift hurts.", "Everybody's lift hurts."),
    (S.MENTIONED, unreal, "It would have cost $90.", "It would cost $90."),
    (S.MENTIONED, title_word, "Upkeep.", "It needs upkeep."),
    (S.MENTIONED, outbid, "Not painful, unbearable.", "It is not painful."),
    (S.MENTIONED, found_much, "Ten sessions is a lot.", "It takes ten sessions."),
    (
        S.MENTIONED,
        of_a_course,
        "They take a three hour training course.",
        "They take three hours.",
    ),
    (S.MENTIONED, least_so, "It is the least painful of all.", "It is painful at the least."),
    (
        S.REPORTED,
        gainsaid_by_name,
        "Whoever calls this a painful lift is lying to you.",
        "Whoever has it done, it is painful.",
    ),
    (S.MENTIONED, for_another, "New glue forever!", "A lash lift lasts forever."),
    (
        S.MENTIONED,
        of_the_removal,
        "The salon removes it in two sessions.",
        "It takes two sessions.",
    ),
    (S.MENTIONED, described, "It is a lift for women whose tint fades.", "The tint fades."),
    (
        S.MENTIONED,
        as_a_condition,
        "Ignore the swelling and the lashes break.",
        "We see swelling and the lashes break.",
    ),
    (S.MENTIONED, opens_list, "The side effects are these:", "There are side effects."),
    (S.MENTIONED, borne, "The pain one can bear is growing.", "The pain one can see is growing."),
    (
        S.MENTIONED,
        is_one,
        "It is a suitable pregnancy.",
        "It is suitable in a pregnancy.",
    ),
    (
        S.MENTIONED,
        own_doing,
        "People who rub their eyes can increase growth.",
        "People who have it done can increase growth.",
    ),
    (S.REPORTED, told_to_me, "I had been told three sessions.", "I had three sessions."),
    *ELSEWHERE,
)
RULES = tuple(SpokenRule(holds, example, counter) for _, holds, example, counter in _ROWS)
_BOOK = Rulebook(RULES)
_STANDING = {rule.name: row[0] for rule, row in zip(RULES, _ROWS, strict=True)}
LISTED = listed.__name__


def standing_of(rule: str) -> Standing:
    """The standing that the rule of that name gives."""
    return _STANDING[rule]


class Judgement(NamedTuple):
    """A standing, the rule that gave it, and the word it saw."""

    standing: Standing
    rule: str = ""
    cue: Token | None = None


OF_OTHERS = Judgement(Standing.REPORTED, "of_others")
"""A myth, or somebody's words in quotation marks, which the text goes on to answer: what a whole
paragraph is, and so not a row; its sentences are in tests/extract/reading/test_opening.py."""


def judge(at: Spoken) -> Judgement:
    """What the text does with the candidate's words."""
    rule, cue = _BOOK.first_holding(at)
    return Judgement(_STANDING[rule], rule, cue) if rule else Judgement(Standing.SAID)
