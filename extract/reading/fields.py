"""From what a clause may claim to what it claims: polarity, certainty, scope, who says it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.grammar import cues
from extract.grammar.attribution import attribution
from extract.grammar.certainty import certainty, counts_people, quantifier
from extract.grammar.clauses import Clause
from extract.grammar.conditions import (
    circumstance,
    condition,
    in_condition,
    in_opening_without,
    no_longer,
    one_case,
    phase_scope,
    population_scope,
)
from extract.grammar.directive import imperative
from extract.grammar.negation import Negation, negated
from extract.grammar.tree import Tree
from extract.model import (
    Certainty,
    Degree,
    Polarity,
    Qualifiers,
    Quantifier,
    Quantity,
    Reason,
    Scope,
    ScopeKind,
    Standing,
    Value,
    ValueKind,
)
from extract.parse import Token
from extract.quantity import bounded_above, complement
from extract.reading import times
from extract.reading.candidates import Candidate, Surroundings
from extract.reading.grade import grade
from extract.reading.spoken import Spoken
from extract.reading.subject import Mentions
from extract.rules import Mention
from extract.topic.schema import Kind

_OWN = (Mention.SELF, Mention.STAND_IN, Mention.BELONGING, Mention.PEOPLE)
_ENOUGH = frozenset({"enough", "suffice", "sufficient"})
_CAUSAL = frozenset({"thanks", "because", "owing", "despite", "due"})
_DISTANCES = frozenset({("anything", "but"), ("far", "from")})
_MEANS = frozenset({"with", "using", "through", "via"})
_MORE = frozenset({"more", "less", "worse", "better"})
_GRADED = (Kind.YESNO, Kind.ANY_OF)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a claim will hold, but for its place and its subject."""

    polarity: Polarity
    value: Value | None
    qualifiers: Qualifiers
    why: tuple[tuple[str, Token | None, str], ...]


def read(at: Spoken, mentions: Mentions, around: Surroundings) -> Reading:
    """The reading of one candidate in its clause, which is read with `around`."""
    tree, clause, found, negs, candidate = at.tree, at.clause, at.found, at.negs, at.candidate
    polarity, value, degree, denier = _polarity(tree, clause, candidate, negs)
    loose = grade(at)
    sure, hedge = certainty(tree, clause, found, negs, _able(tree, clause, mentions))
    count, counter = quantifier(tree, clause, negs)
    if candidate.counts_cases and not counts_people(tree, counter):
        count, counter = None, None
    if counter is not None and count is Quantifier.NONE and counter.i in candidate.anchors:
        count, counter = None, None  # "nobody can tell" says it by the word itself
    on, on_cue = condition(tree, clause, found)
    if on is None and candidate.polarity is Polarity.DENY:
        own = frozenset(i for i in clause.tokens if mentions.among([i], *_OWN))
        on, on_cue = circumstance(tree, clause, candidate.anchors, own)
    graded = candidate.aspect.kind in _GRADED
    within, within_cue = _scope(tree, clause, mentions, candidate)
    if graded and not candidate.denies:
        within, within_cue = _time(tree, clause, around, polarity, (within, within_cue))
    who, who_cue = attribution(tree, clause, found)
    lessened = _lessener(tree, clause, candidate) if graded else None
    compared, slight = _compared(tree, clause, candidate), _slight(tree, candidate)
    if lessened is not None:
        degree = Degree.LESSENED
    elif compared is not None and graded:
        degree = Degree.COMPARED
    elif slight is not None and degree is None and graded:
        degree = Degree.SLIGHT
    if sure is Certainty.POSSIBLE and hedge is not None and hedge.lower in cues.ABLE_AUX:
        value = _at_most(value)
        if candidate.aspect.kind is Kind.QUANTITY:
            sure, hedge = Certainty.ASSERTED, None
    if candidate.polarity is not None:
        sure, hedge = Certainty.ASSERTED, None
    if candidate.whole and candidate.denies and polarity is Polarity.AFFIRM:
        count = Quantifier.ALL  # no restriction: every case
    why = (
        ("polarity", candidate.cue or denier, ""),
        ("certainty", hedge, ""),
        ("quantifier", counter, ""),
        ("condition", on_cue, on.text if on else ""),
        ("scope", within_cue, within.text if within else ""),
        ("attribution", who_cue, who.who if who else ""),
        ("degree", lessened or compared or slight, ""),
        ("grade", loose.cue, loose.rule),
    )
    conditional = in_condition(tree, clause, found)
    opened = in_opening_without(tree, clause, candidate.anchors)
    known = _taken_for_granted(tree, clause, mentions, candidate)
    told = candidate.polarity is None and _in_command(tree, clause, candidate)
    presupposed = lessened is not None or conditional or opened or known or told
    standing = Standing.PRESUPPOSED if presupposed else Standing.SAID
    qualifiers = Qualifiers(sure, count, on, within, who, degree, standing, loose.grade)
    return Reading(polarity, value, qualifiers, why)


def reasons(reading: Reading, offset: int) -> tuple[Reason, ...]:
    """The cues as reasons with their places in the document."""
    return tuple(
        Reason(field, text or cue.text, offset + cue.start, offset + cue.end)
        for field, cue, text in reading.why
        if cue is not None
    )


def _polarity(
    tree: Tree, clause: Clause, candidate: Candidate, negs: Sequence[Negation]
) -> tuple[Polarity, Value | None, Degree | None, Token | None]:
    value = candidate.value
    if candidate.polarity is not None:
        return candidate.polarity, value, None, None
    reaching = negated(negs, (*candidate.anchors, *candidate.support))
    reaching = tuple(n for n in reaching if not _nothing_but(tree, n.cue))
    if reaching and _granted(tree, candidate.anchors, reaching):
        reaching = ()
    distance = None if reaching else _distance(tree, candidate.anchors)
    if not reaching and clause.subject in candidate.anchors and _exists(tree, clause):
        over = negated(negs, [clause.head])
        reaching = tuple(n for n in over if n.cue not in candidate.anchors)
    odd = len(reaching) % 2 == 1 or distance is not None
    denied = odd != candidate.denies
    cue = tree[reaching[0].cue] if reaching else distance
    degree = next((n.degree for n in reaching if n.degree is not None), None)
    if denied and (candidate.restricted or _so_much(tree, clause)):
        degree = Degree.PARTIAL_DENIAL
    if denied and value is not None and value.quantity is not None and value.name is None:
        turned = complement(value.quantity)
        if any(tree[n].lemma in _ENOUGH for c in reaching for n in c.scope):
            turned = _more_than(value.quantity)
        if turned is not None:
            return Polarity.AFFIRM, replace(value, quantity=turned), None, cue
    return (Polarity.DENY if denied else Polarity.AFFIRM), value, degree, cue


def _so_much(tree: Tree, clause: Clause) -> bool:
    """ "It is not so much a noise", "not a noise so much": more something else."""
    said = [tree[i].lower for i in sorted(clause.tokens)]
    return ("so", "much") in pairwise(said)


def _nothing_but(tree: Tree, i: int) -> bool:
    """ "It is nothing but loud" denies what else it might be."""
    after = tree[i + 1].lower if i + 1 < len(tree.tokens) else ""
    return tree[i].lower == "nothing" and after == "but"


def _distance(tree: Tree, words: Sequence[int]) -> Token | None:
    """ "Anything but X", "far from X", "X free": it is no X."""
    first, after = min(words), tree.tokens[max(words) + 1 : max(words) + 2]
    free = after and after[0].lower == "free" and after[0].dep not in ("advmod", "obj", "xcomp")
    if free and tree[max(words)].pos == "NOUN" and not tree.kids(max(words), "det", "nmod:poss"):
        return after[0]
    for skip in (0, 1):  # a word of degree or an article may stand between
        before = tuple(t.lower for t in tree.tokens[max(0, first - skip - 2) : first - skip])
        quality = tree[first].pos in ("ADJ", "VERB", "ADV") or before == ("anything", "but")
        quality = quality or (tree[first].tag == "NN" and not skip)
        if before in _DISTANCES and quality:
            return tree[first - skip - 2]
    return None


def _granted(tree: Tree, words: Sequence[int], reaching: Sequence[Negation]) -> bool:
    """ "It does not leak, thanks to a seal": what is given as the cause is there."""
    for token in (tree[min(words)], *tree.up(min(words))):
        own = tree.subtree(token.i)
        first = next(i for i in own if tree[i].pos != "PUNCT")
        if tree[first].lower in _CAUSAL and set(words) <= set(own):
            before = tree[first - 1].lower in ("not", "n't", "just", "simply", "only")
            return not before and all(n.cue < first for n in reaching)
        if tree[first].lower in _MEANS and set(words) <= set(own):
            return all(_exists_no(tree, n.cue, token.i) for n in reaching)
    return False


def _exists_no(tree: Tree, cue: int, means: int) -> bool:
    """ "There is no risk with a lid": it has a lid."""
    noun = tree[cue].head
    there = any(k.lower == "there" for k in tree.kids(tree[noun].head, "expl", "nsubj"))
    return tree[cue].lower == "no" and there and noun not in (means, tree[means].i)


def _exists(tree: Tree, clause: Clause) -> bool:
    """Whether the predicate says that its subject is there or needed: "pain does not occur"."""
    head = tree[clause.head]
    return bool({head.lemma, head.lower} & cues.OCCURRING)


def _more_than(q: Quantity) -> Quantity | None:
    """ "One is never enough": more than one."""
    most = q.high if q.high is not None else q.low
    return None if most is None else Quantity(q.unit, low=most, low_open=True)


def _at_most(value: Value | None) -> Value | None:
    """ "Can last five years": five at most."""
    if value is None or value.kind is not ValueKind.QUANTITY or value.quantity is None:
        return value
    if value.quantity.vague or value.quantity.endless or value.name is not None:
        return value
    return replace(value, quantity=bounded_above(value.quantity))


def _able(tree: Tree, clause: Clause, mentions: Mentions) -> bool:
    """Whether the subject can act, so that *can* is an ability."""
    if clause.subject is None:
        return False
    subject = tree[clause.subject]
    if subject.lower in cues.READER - {"they"} or subject.lemma in cues.PEOPLE:
        return True
    meaning = mentions.strongest.get(subject.i)
    return meaning is not None and meaning.mention is Mention.PEOPLE


def _scope(
    tree: Tree, clause: Clause, mentions: Mentions, candidate: Candidate
) -> tuple[Scope | None, Token | None]:
    words = [i for i in clause.tokens if i not in candidate.anchors]
    for kind, scope in ((Mention.BRAND, ScopeKind.BRAND), (Mention.SUBTYPE, ScopeKind.SUBTYPE)):
        meaning = mentions.among(words, kind)
        if meaning is not None:
            token = tree[next(i for i in words if mentions.strongest.get(i) is meaning)]
            return Scope(scope, meaning.name, meaning.name), token
    if candidate.aspect.kind is Kind.ADVICE:
        return population_scope(tree, clause)
    told = one_case(tree, clause)
    if told is not None:
        return Scope(ScopeKind.BRAND, told.text, "one case"), told
    if candidate.aspect.kind is not Kind.ALL_OF:
        people, cue = population_scope(tree, clause)
        if people is not None:
            return people, cue
    return phase_scope(tree, clause)


def _time(
    tree: Tree,
    clause: Clause,
    around: Surroundings,
    polarity: Polarity,
    scoped: tuple[Scope | None, Token | None],
) -> tuple[Scope | None, Token | None]:
    """The days said in the clause ("by day four"), else the scope it has, else the time above."""
    window = times.within(tree, clause, around.windows)
    if scoped[0] is not None and scoped[0].kind is not ScopeKind.PHASE:
        return scoped
    if window is not None and (scoped[0] is None or times.in_days(window)):
        return times.scope_of(window), times.opening(tree, window)
    ended = no_longer(tree, clause) if polarity is Polarity.DENY else None
    if scoped[0] is None and ended is not None:
        return Scope(ScopeKind.PHASE, ended.text, times.LATER), ended
    if scoped[0] is not None or around.time is None:
        return scoped
    return times.scope_of(around.time), None


def _taken_for_granted(
    tree: Tree, clause: Clause, mentions: Mentions, candidate: Candidate
) -> bool:
    """ "The redness is temporary" says how long, and takes for granted that there is redness."""
    if candidate.aspect.kind is not Kind.ANY_OF or candidate.value is None:
        return False
    subject = clause.subject
    if subject is None or mentions.among([subject], Mention.BY_PRODUCT) is None:
        return False
    if subject not in candidate.anchors or clause.head in candidate.anchors:
        return False
    definite = {"the", "this", "these", "such", "that", "those", "any"}
    occurring = tree[clause.head].lemma in cues.OCCURRING
    return not occurring and any(k.lower in definite for k in tree.kids(subject, "det"))


def _in_command(tree: Tree, clause: Clause, candidate: Candidate) -> bool:
    """ "Do not peel the scabs": takes for granted that there are scabs."""
    return candidate.aspect.kind is Kind.ANY_OF and imperative(tree, clause)


def _lessener(tree: Tree, clause: Clause, candidate: Candidate) -> Token | None:
    """The word that makes less of the anchors: "reduces the risk of …", "to avoid …"."""
    mine, own = set(candidate.anchors), set(clause.tokens)
    for i in candidate.anchors:
        at = i
        for above in tree.up(i):
            if above.i not in own:
                break
            governed = tree[at].dep in ("obj", "obl", "nmod", "nsubj:pass", "conj", "compound")
            if above.lemma in cues.LESSENERS and above.i not in mine and governed:
                return above
            at = above.i
    return _lessener_before(tree, min(mine), own)


def _lessener_before(tree: Tree, first: int, own: set[int]) -> Token | None:
    """The same by position, for where the parser lost the verb: "reduces the risk of X"."""
    for i in range(first - 1, max(-1, first - 5), -1):
        if i not in own:
            return None
        if tree[i].lemma in cues.LESSENERS:
            return tree[i]
        if tree[i].pos not in ("DET", "ADJ", "ADP", "NOUN", "PRON"):
            return None
    return None


def _compared(tree: Tree, clause: Clause, candidate: Candidate) -> Token | None:
    for i in candidate.anchors:
        if tree[i].tag in ("JJR", "RBR") and clause.aside:
            return tree[i]
        for kid in (tree[k] for k in tree.children[i]):
            if kid.lower in ("less", "more") and (clause.aside or kid.lower == "less"):
                return kid
        after = tree.tokens[i + 1 : i + 3]
        if [t.lower for t in after] == ["less", "than"]:
            return after[0]
        times = tree.tokens[i + 2 : i + 4]  # "costs ten times more"
        if [t.lower for t in times][:1] == ["times"] and times[-1].lower in _MORE:
            return times[-1]
    return None


def _slight(tree: Tree, candidate: Candidate) -> Token | None:
    """The word that leaves next to nothing: "hardly any", "minimal"; "a little" is some."""
    for i in candidate.anchors:
        near = [*tree.kids(i, "amod", "advmod", "det"), *tree.tokens[max(0, i - 1) : i]]
        for word in near:
            some = word.i > 0 and tree[word.i - 1].lower in ("a", "some", "only")
            if word.lower in cues.NEXT_TO_NOTHING and word.i not in candidate.anchors and not some:
                return word
    return None
