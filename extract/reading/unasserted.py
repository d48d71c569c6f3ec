"""What is asked, wished, supposed or awaited, and so not asserted: rules of `standing`."""

from extract.grammar import cues
from extract.grammar.attribution import asked
from extract.grammar.conditions import in_if_clause
from extract.grammar.tree import SUBJECTS
from extract.parse import Token
from extract.reading import naming as by
from extract.reading.joined import question
from extract.reading.needing import needing
from extract.reading.spoken import Spoken


def questioned(at: Spoken) -> Token | None:
    """A direct question, or an indirect one that fills a place of its clause."""
    if asked(at.tree, at.clause, at.found):
        return at.tree[at.clause.head]
    first, last = at.tree.parse.sentences[at.clause.sentence]
    if "?" in at.tree.words:
        stops = (t for t in at.tree.tokens[max(at.words) + 1 : last] if t.text in "?!.;–—")
        stop = next(stops, None)
        if stop is not None and stop.text == "?":  # "“Does it leak?” – No.": one sentence of two
            return stop
    if at.tree.words.isdisjoint(("how", "why")):
        return None
    if not any(t.lower in ("how", "why") for t in at.tree.tokens[first:last]):
        return None
    for i in at.chain:
        opening = _opening(at, i)
        # The word itself, or how much of it; not a question further down.
        if opening.lower in ("how", "why") and i in _two_up(at, opening):
            return None if _answers(at) else opening
    return None


def _answers(at: Spoken) -> bool:
    """ "How long it lasts depends on X" says something of what it asks."""
    asked = question(at.tree, at.clause)
    return bool(asked) and not at.words.union(at.candidate.support) <= set(asked)


def _two_up(at: Spoken, word: Token) -> tuple[int, int]:
    return word.head, at.tree[word.head].head


def _opening(at: Spoken, i: int) -> Token:
    """The first word of a phrase, its prepositions left out: "apart from *how* much"."""
    words = (at.tree[k] for k in at.tree.subtree(i))
    plain = (t for t in words if t.dep not in ("case", "mark", "punct", "fixed", "cc"))
    return next(plain, at.tree[i])


@needing(*by.HOPING, *cues.WISHING)
def wished(at: Spoken) -> Token | None:
    """What somebody wants is not what is."""
    clause, first = at.clause, min(at.words)
    for below, hoped in at.above:
        if at.tree[below].dep == "ccomp" and hoped.lemma in by.HOPING:
            return hoped
    above = at.found[clause.parent].tokens if clause.parent is not None else ()
    inherits = clause.relation in ("xcomp", "ccomp", "conj") and not clause.own_subject
    words = (*(above if inherits else ()), *clause.tokens)
    for i in words if at.tree.has(cues.WISHING) else ():
        token = at.tree[i]
        if i < first and token.lemma in cues.WISHING and token.pos == "VERB":
            return token if token.dep != "amod" else None
    return None


def supposed(at: Spoken) -> Token | None:
    """What stands in an if-clause, unless it names good care."""
    care = at.tree.places(cues.FAVOURABLE).intersection(at.candidate.anchors)
    if any(at.tree[i].lower in cues.FAVOURABLE for i in care):
        return None
    second = at.clause.relation == "conj" and at.clause.marker in cues.IF_MARKERS
    plain = at.candidate.polarity is None
    opened = (k for i in at.chain for k in at.tree.kids(i, "mark", "advmod"))
    none = at.tree.words.isdisjoint(("if", "unless", "where", "wherever"))
    where = None if none else next((k for k in opened if _if_or_where(at, k)), None)
    if plain and where is not None:
        return where
    if second or in_if_clause(at.tree, at.clause, at.found):
        return at.tree[at.clause.first]
    return None


def _if_or_where(at: Spoken, mark: Token) -> bool:
    """ "If it leaks, call", with the verb taken for the main one; "where it has to be cut"."""
    below, first = mark.head, at.tree.parse.sentences[at.clause.sentence][0]
    if mark.lower in ("if", "unless"):
        return mark.i == first and below not in (first, at.clause.head - 1) and _before_comma(at)
    if mark.lower not in ("where", "wherever"):
        return False
    needs = {"have", "need", "must", "necessary", "needed", "required", "applicable", "possible"}
    helped = {t.lemma for t in (at.tree[below], *at.tree.kids(below, "aux", "xcomp", "cop"))}
    relative = at.tree[below].dep.endswith("relcl")
    return not relative and bool(needs & helped)


def _before_comma(at: Spoken) -> bool:
    first = at.tree.parse.sentences[at.clause.sentence][0]
    return all(t.text != "," for t in at.tree.tokens[first : max(at.words)])


@needing(*by.AWAITING, "soon")
def awaited(at: Spoken) -> Token | None:
    """What stands in a clause with *before*, *until*, *as soon as* may not have come to pass."""
    if at.candidate.polarity is not None:
        return None
    for i in at.chain:
        # A preposition, where the parser took the verb for a noun.
        for mark in at.tree.kids(i, "mark", "case"):
            soon = at.tree[mark.i - 1].lower == "soon" or at.tree[mark.i - 2].lower == "soon"
            awaits = mark.lower in by.AWAITING or (mark.lower == "as" and soon)
            if awaits and at.tree.kids(i, *SUBJECTS):
                return mark
    return None


@needing("would", "could", "might", "should", "'d")
def unreal(at: Spoken) -> Token | None:
    """ "It would have cost 90": it did not come to that."""
    value = at.candidate.value
    if value is None or value.quantity is None:
        return None
    aux = at.tree.kids(at.clause.head, "aux", "aux:pass", "cop")
    would = [k for k in aux if k.lower in ("would", "could", "might", "should", "'d")]
    return would[0] if would and any(k.lower == "have" for k in aux) else None
