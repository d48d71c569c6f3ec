"""How sure a claim is, of how many cases it speaks, and on what condition: a resolver for each."""

from extract.grammar import cues
from extract.grammar.attribution import attribution
from extract.grammar.certainty import HEDGES, certainty, counts_people, quantifier
from extract.grammar.conditions import circumstance, condition
from extract.grammar.directive import imperative
from extract.model import Attribution, Certainty, Condition, Degree, Polarity, Quantifier
from extract.reading.degree import DEGREE
from extract.reading.needing import needing
from extract.reading.resolver import Case, Outcome, Resolver
from extract.rules import Mention
from extract.topic.schema import Kind

_LITTLE = cues.NEXT_TO_NOTHING | {"slight", "mild", "faint", "small", "less", "low"}
_OWN = (Mention.SELF, Mention.STAND_IN, Mention.BELONGING, Mention.PEOPLE)


def told(case: Case) -> Outcome[Certainty] | None:
    """What a wording decides whole is plain: "you can go to work" says that one may."""
    return Outcome(Certainty.ASSERTED) if case.candidate.polarity is not None else None


@needing(*cues.ABLE_AUX)
def in_the_bound(case: Case) -> Outcome[Certainty] | None:
    """ "Can last five years": the *can* makes the five a bound, and the bound is plain."""
    found = hedged(case) if case.candidate.aspect.kind is Kind.QUANTITY else None
    if found is None or found.cue is None:
        return None
    bounds = found.value is Certainty.POSSIBLE and found.cue.lower in cues.ABLE_AUX
    return Outcome(Certainty.ASSERTED) if bounds else None


@needing(*HEDGES)
def hedged(case: Case) -> Outcome[Certainty] | None:
    """The clause's own hedge, or that of what it hangs on."""
    at = case.at
    sure, cue = certainty(at.tree, at.clause, at.found, at.negs, _able(case))
    return Outcome(sure, cue) if cue is not None else None


def _able(case: Case) -> bool:
    """Whether the subject can act, so that *can* is an ability."""
    if case.clause.subject is None:
        return False
    subject = case.tree[case.clause.subject]
    if subject.lower in cues.READER - {"they"} or subject.lemma in cues.PEOPLE:
        return True
    meaning = case.mentions.strongest.get(subject.i)
    return meaning is not None and meaning.mention is Mention.PEOPLE


def unrestricted(case: Case) -> Outcome[Quantifier] | None:
    """ "There are no restrictions": every case."""
    whole = case.candidate.whole and case.candidate.denies
    return Outcome(Quantifier.ALL) if whole and case.polarity is Polarity.AFFIRM else None


def counted(case: Case) -> Outcome[Quantifier] | None:
    """A word that counts cases; where the claim is about people, it must count them."""
    count, cue = quantifier(case.tree, case.clause, case.at.negs)
    if count is Quantifier.NONE and cue is not None and cue.i in case.candidate.anchors:
        return None  # "nobody can tell" says it by the word itself
    if count is None or (case.candidate.counts_cases and not counts_people(case.tree, cue)):
        return None
    return Outcome(count, cue)


def conditional(case: Case) -> Outcome[Condition] | None:
    """An if-clause, "with proper care", "depending on"."""
    on, cue = condition(case.tree, case.clause, case.at.found)
    return Outcome(on, cue, on.text) if on is not None and not _of_the_degree(case) else None


def _of_the_degree(case: Case) -> bool:
    """ "The noise is minimal if you oil it": noise there is; only how much depends."""
    if case.candidate.aspect.kind is not Kind.YESNO or case.polarity is not Polarity.AFFIRM:
        return False
    little = case.tree[case.clause.head].lower in _LITTLE
    return little or DEGREE(case).value in (Degree.COMPARED, Degree.SLIGHT)


def if_you_do(case: Case) -> Outcome[Condition] | None:
    """ "Skip the oil and it rusts": so if one does what is told before."""
    tree, clause = case.tree, case.clause
    if clause.relation != "conj" or clause.parent is None or not clause.own_subject:
        return None
    above = case.at.found[clause.parent]
    joins = [k for k in tree.kids(clause.head, "cc") if k.lower in ("and", "or")]
    if not joins or above.subject is not None or not imperative(tree, above):
        return None
    told = [i for i in above.tokens if i < joins[0].i]
    return Outcome(Condition(tree.text(told)), joins[0]) if told else None


def in_a_case(case: Case) -> Outcome[Condition] | None:
    """What a wording denies is denied under its circumstance: "not for people on X"."""
    if case.candidate.polarity is not Polarity.DENY:
        return None
    own = frozenset(i for i in case.clause.tokens if case.mentions.among([i], *_OWN))
    on, cue = circumstance(case.tree, case.clause, case.candidate.anchors, own)
    return Outcome(on, cue, on.text) if on is not None else None


def said_by(case: Case) -> Outcome[Attribution] | None:
    """Who is said to say it."""
    who, cue = attribution(case.tree, case.clause, case.at.found)
    return Outcome(who, cue, who.who) if who is not None else None


CERTAINTY = Resolver("certainty", Certainty.ASSERTED, (told, in_the_bound, hedged))
QUANTIFIER: Resolver[Quantifier | None] = Resolver("quantifier", None, (unrestricted, counted))
CONDITION: Resolver[Condition | None] = Resolver(
    "condition", None, (conditional, if_you_do, in_a_case)
)
ATTRIBUTION: Resolver[Attribution | None] = Resolver("attribution", None, (said_by,))
