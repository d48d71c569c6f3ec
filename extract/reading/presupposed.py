"""Whether a claim that `standing` lets pass is said, or only taken for granted."""

from extract.grammar import cues
from extract.grammar.conditions import in_condition, in_opening_without
from extract.grammar.directive import imperative
from extract.model import Standing
from extract.reading.degree import lessener
from extract.reading.needing import needing
from extract.reading.resolver import Case, Outcome, Resolver
from extract.rules import Mention
from extract.topic.schema import Kind

_DEFINITE = frozenset({"the", "this", "these", "such", "that", "those", "any"})


@needing(*cues.LESSENERS)
def less_of_it(case: Case) -> Outcome[Standing] | None:
    """What is made less is there: "reduces the swelling"."""
    cue = lessener(case)
    return Outcome(Standing.PRESUPPOSED, cue) if cue is not None else None


def in_an_if(case: Case) -> Outcome[Standing] | None:
    """What stands in a condition."""
    if not in_condition(case.tree, case.clause, case.at.found):
        return None
    return Outcome(Standing.PRESUPPOSED, case.tree[case.clause.first])


@needing("without")
def without_it(case: Case) -> Outcome[Standing] | None:
    """What stands in an opening "without …"."""
    if not in_opening_without(case.tree, case.clause, case.candidate.anchors):
        return None
    return Outcome(Standing.PRESUPPOSED, case.tree[case.candidate.anchors[0]])


def granted(case: Case) -> Outcome[Standing] | None:
    """ "The redness is temporary" says how long, and takes for granted that there is redness."""
    tree, clause, anchors = case.tree, case.clause, case.candidate.anchors
    subject = clause.subject
    if case.candidate.aspect.kind is not Kind.ANY_OF or case.candidate.value is None:
        return None
    if subject is None or case.mentions.among([subject], Mention.BY_PRODUCT) is None:
        return None
    if subject not in anchors or clause.head in anchors:
        return None
    if tree[clause.head].lemma in cues.OCCURRING:
        return None
    the = next((tree[k.i] for k in tree.kids(subject, "det") if k.lower in _DEFINITE), None)
    return Outcome(Standing.PRESUPPOSED, the) if the is not None else None


def attributed(case: Case) -> Outcome[Standing] | None:
    """ "This permanent tint looks good" says how it looks, and takes for granted that it stays."""
    tree, core, subject = case.tree, case.tree[case.at.place.core], case.clause.subject
    if subject is None or core.dep != "amod" or core.head != subject:
        return None
    if case.clause.head in case.candidate.anchors:
        return None
    known = any(k.lower in _DEFINITE for k in tree.kids(subject, "det"))
    return Outcome(Standing.PRESUPPOSED, core) if known else None


def in_command(case: Case) -> Outcome[Standing] | None:
    """ "Do not peel the scabs": takes for granted that there are scabs."""
    if case.candidate.polarity is not None or case.candidate.aspect.kind is not Kind.ANY_OF:
        return None
    if not imperative(case.tree, case.clause):
        return None
    return Outcome(Standing.PRESUPPOSED, case.tree[case.clause.head])


STANDING = Resolver(
    "standing", Standing.SAID, (less_of_it, in_an_if, without_it, granted, attributed, in_command)
)
