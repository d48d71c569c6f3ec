"""To what degree a claim holds: less of it, compared with another, next to nothing."""

from extract.grammar import cues
from extract.grammar.clauses import MEASURING
from extract.model import Degree
from extract.parse import Token
from extract.reading.needing import needing
from extract.reading.resolver import Case, Outcome, Resolver
from extract.topic.schema import Kind

GRADED = (Kind.YESNO, Kind.ANY_OF)
_MORE = frozenset({"more", "less", "worse", "better"})
_GOVERNED = ("obj", "obl", "nmod", "nsubj:pass", "conj", "compound")


@needing(*cues.LESSENERS)
def lessened(case: Case) -> Outcome[Degree] | None:
    """The word that makes less of the anchors: "reduces the risk of …", "to avoid …"."""
    cue = lessener(case)
    return Outcome(Degree.LESSENED, cue) if cue is not None else None


@needing(*MEASURING, "as", "less", "more", "times")
def compared(case: Case) -> Outcome[Degree] | None:
    """More or less of it than of something else, unless that is what the question is about."""
    graded = case.candidate.aspect.kind in GRADED and not _of_comparing(case)
    cue = _comparing(case) if graded else None
    return Outcome(Degree.COMPARED, cue) if cue is not None else None


def denied(case: Case) -> Outcome[Degree] | None:
    """What a negation leaves: "not completely"."""
    if case.denied is None or _of_comparing(case):
        return None
    return Outcome(case.denied, case.denier)


def _of_comparing(case: Case) -> bool:
    """Whether the question is how it compares: "it does not hurt as much as a fall"."""
    return not case.clause.aside.isdisjoint(case.candidate.anchors)


@needing(*cues.NEXT_TO_NOTHING)
def slight(case: Case) -> Outcome[Degree] | None:
    """The word that leaves next to nothing: "hardly any", "minimal"; "a little" is some."""
    cue = _lessening(case) if case.candidate.aspect.kind in GRADED else None
    return Outcome(Degree.SLIGHT, cue) if cue is not None else None


DEGREE: Resolver[Degree | None] = Resolver("degree", None, (lessened, compared, denied, slight))


def lessener(case: Case) -> Token | None:
    """The verb or noun of lessening that governs the anchors, if the question has degrees."""
    if case.candidate.aspect.kind not in GRADED:
        return None
    tree, mine, own = case.tree, set(case.candidate.anchors), set(case.clause.tokens)
    for i in case.candidate.anchors:
        at = i
        for above in tree.up(i):
            if above.i not in own:
                break
            if above.lemma in cues.LESSENERS and above.i not in mine and tree[at].dep in _GOVERNED:
                return above
            at = above.i
    return _lessener_before(case, min(mine), own)


def _lessener_before(case: Case, first: int, own: set[int]) -> Token | None:
    """The same by position, for where the parser lost the verb: "reduces the risk of X"."""
    for i in range(first - 1, max(-1, first - 5), -1):
        if i not in own:
            return None
        if case.tree[i].lemma in cues.LESSENERS:
            return case.tree[i]
        if case.tree[i].pos not in ("DET", "ADJ", "ADP", "NOUN", "PRON"):
            return None
    return None


def _comparing(case: Case) -> Token | None:
    tree, aside = case.tree, case.clause.aside
    for i in case.candidate.anchors:
        if tree[i].tag in ("JJR", "RBR") and aside:
            return tree[i]
        for kid in (tree[k] for k in tree.children[i]):
            if kid.lower in ("less", "more") and (aside or kid.lower == "less"):
                return kid
        after = tree.tokens[i + 1 : i + 3]
        if [t.lower for t in after] == ["less", "than"]:
            return after[0]
        times = tree.tokens[i + 2 : i + 4]  # "costs ten times more"
        if [t.lower for t in times][:1] == ["times"] and times[-1].lower in _MORE:
            return times[-1]
    return None


def _lessening(case: Case) -> Token | None:
    tree, anchors = case.tree, case.candidate.anchors
    for i in anchors:
        near = [*tree.kids(i, "amod", "advmod", "det"), *tree.tokens[max(0, i - 1) : i]]
        for word in near:
            some = word.i > 0 and tree[word.i - 1].lower in ("a", "some", "only")
            if word.lower in cues.NEXT_TO_NOTHING and word.i not in anchors and not some:
                return word
    return None
