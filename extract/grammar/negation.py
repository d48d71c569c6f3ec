"""Which words of a paragraph are negated, by what, and how far.

Every negating cue has a scope, a set of token indices; the scope ends with the clause
(Huddleston & Pullum, ch. 9; Morante & Blanco 2012 on scope by syntax). A statement is denied
when an odd number of cues reach its words. Words that only look like a cue ("not only") are the
pseudo-negations of NegEx (Chapman et al. 2001); as there and in ConText (Harkema et al. 2009),
"but" ends a scope. A few verbs let a negation through to their content: "I don't
think that X" denies X (negative raising: Horn, *A Natural History of Negation*, 1989, ch. 5).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extract.grammar import cues
from extract.grammar.absent import absences
from extract.grammar.clauses import Clause, label_end, with_finite_verb
from extract.grammar.cues import Negator
from extract.grammar.tree import SUBJECTS, Tree
from extract.model import Degree
from extract.parse import Token

_KIND = {cue.word: cue.kind for cue in cues.NEGATORS}
_NEGATORS = frozenset(_KIND)
_ARGUMENTS = SUBJECTS | {"obj", "iobj", "root", "ROOT", "expl", "xcomp"}
_CONTENTS = ("csubj", "ccomp", "acl", "acl:relcl", "advcl", "advcl:relcl", "parataxis")
_INFINITIVES = ("advcl", "xcomp", "ccomp", "csubj", "acl")
_LISTED = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "CCONJ", "PUNCT", "ADP"})
_JOINED = frozenset({"conj", "parataxis", "advcl"})
_DENYING = frozenset(c.word for c in cues.NEGATORS if c.kind is Negator.CLAUSE)
_ONLY = frozenset({"only", "just", "merely"})
_EXCEPT = {("apart", "from"), ("aside", "from"), ("other", "than")}
_BREAKS = frozenset({"–", "—", ";"})
_GOING_ON = frozenset({"which", "so"})
_LISTING = frozenset({"no", "nor", "neither", "zero"})
_RAISING = frozenset({"think", "believe", "expect", "seem", "appear", "suppose", "find"})
_TRUTH = frozenset({"true", "correct", "accurate", "case", "fact", "right"})
_UNSURE = frozenset({"mean", "guarantee", "prove", "imply", "ensure", "know", "say", "promise"})


@dataclass(frozen=True, slots=True)
class Negation:
    """A negating cue at a token, and the tokens it reaches.

    `degree` is set where it denies a degree only ("not completely", "not very"). `again` are
    the cues that take it up in a list ("no A, *no* B").
    """

    cue: int
    scope: frozenset[int]
    degree: Degree | None = None
    again: frozenset[int] = frozenset()


def negations(tree: Tree, found: tuple[Clause, ...]) -> tuple[Negation, ...]:
    """All negations of a paragraph, in text order."""
    clause_of = {i: c for c in found for i in (*c.tokens, *c.aside)}
    made = []
    for token in [tree[i] for i in sorted(tree.places(_NEGATORS))]:
        kind = _KIND.get(token.lower) or _KIND.get(token.lemma)
        if kind is None or _idle(tree, token):
            continue
        scope = frozenset(_reach(tree, token, kind, clause_of, found)) - {token.i}
        scope = _before_exception(tree, token, scope)
        if scope:
            made.append(Negation(token.i, scope, _degree(tree, token, scope)))
    none = (Negation(cue, scope) for cue, scope in absences(tree))
    made = sorted([*made, *_too_much(tree), *none], key=lambda n: n.cue)
    return tuple(_without_doubles(tree, made))


def negated(all_of_them: Iterable[Negation], words: Iterable[int]) -> tuple[Negation, ...]:
    """The negations that reach any of these words but do not stand among them."""
    wanted = set(words)
    return tuple(n for n in all_of_them if n.scope & wanted and not wanted & {n.cue, *n.again})


def _too_much(tree: Tree) -> Iterator[Negation]:
    """ "Too heavy to float": it does not float."""
    for too in tree.tokens[:-1] if "too" in tree.words else ():
        what = tree[too.head]
        if too.lower != "too" or too.dep != "advmod" or what.i != too.i + 1:
            continue
        if any(t.lower in _DENYING for t in tree.tokens[max(0, too.i - 2) : too.i]):
            continue  # "not too late to start"
        near = [*tree.kids(what.i, *_INFINITIVES), *tree.kids(what.head, *_INFINITIVES)]
        after = (t for t in near if t.i > what.i)
        act = next((t for t in after if any(k.lower == "to" for k in tree.kids(t.i, "mark"))), None)
        if act is not None:
            yield Negation(too.i, frozenset(tree.subtree(act.i)))


def _before_exception(tree: Tree, cue: Token, scope: frozenset[int]) -> frozenset[int]:
    """ "No noise, only a hum": what is excepted is not denied."""
    excepting = (i for i in sorted(scope) if i > cue.i and excepts(tree, i))
    end = next(excepting, None)
    return scope if end is None else frozenset(i for i in scope if i < end)


def excepts(tree: Tree, i: int) -> bool:
    """Whether a word opens an exception from what is denied before it: "but", "apart from"."""
    after = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else tree[i]
    if tree[i].lower in _ONLY:
        return after.pos in _LISTED - {"ADV", "PUNCT", "ADP", "CCONJ"} or after.pos == "DET"
    if tree[i].lower == "bar":
        return tree[i].pos != "NOUN"
    return (tree[i].lower, after.lower) in _EXCEPT or tree[i].lower in (
        "except",
        "barring",
        "but",
        "beyond",
        "besides",
    )


def _idle(tree: Tree, token: Token) -> bool:
    """Whether the cue only looks like one here: "not only", "no doubt", "no more than"."""
    after = tree.tokens[token.i + 1].lower if token.i + 1 < len(tree.tokens) else ""
    if after in cues.NOT_A_NEGATION:
        return True
    if token.lower in ("not", "n't") and after == "," and _goes_on(tree, token.i + 2):
        return True
    if token.lower in ("no", "none") and after in (",", ".", "!", ";", ":"):
        return True
    if token.lower == "nothing" and _emphatic(tree, token):
        return True
    if token.lower == "no":
        return after in cues.NO_IDIOMS or after in cues.BOUNDS - {"longer"}
    if token.lower in ("not", "n't") and after in cues.BOUNDS and _than(tree, token.i + 2):
        return True
    if token.lower == "without":
        return _opens_condition(tree, token)
    if token.lemma == "free":
        return not (_hyphened(tree, token.i) or after in ("of", "from"))
    if token.lemma == "stop":
        return not after.endswith("ing")
    if token.lemma == "doubt":
        return token.pos != "VERB" or _denied_itself(tree, token)
    if token.lemma == "remove":
        return not any(k.lemma == "need" for k in tree.kids(token.i, "obj"))
    return False


def _emphatic(tree: Tree, token: Token) -> bool:
    """ "No noise, no nothing", "it did not leak, no drip nothing": the denial once more."""
    first, last = tree.sentence(token.i)
    ends = token.i + 1 >= last or tree[token.i + 1].pos == "PUNCT"
    before = tree.tokens[first : token.i]
    told = any(t.lower in _DENYING | {"no"} for t in before)
    return ends and told and before[-1].pos not in ("ADP", "VERB", "AUX")


def _goes_on(tree: Tree, i: int) -> bool:
    """ "The lid does not, which makes it light": nothing is left of its clause to deny."""
    return i < len(tree.tokens) and tree[i].lower in _GOING_ON


def _denied_itself(tree: Tree, token: Token) -> bool:
    """ "Nobody doubts it", "you need not doubt it"."""
    own = tree.kids(token.i, "advmod", "nsubj", "det")
    return any(t.lower in _DENYING | cues.NONE_WORDS for t in own)


def _opens_condition(tree: Tree, token: Token) -> bool:
    """ "Without sun protection it fades": a condition, no denial; "without pain" at the end is."""
    first, _ = tree.sentence(token.i)
    return token.i - first <= 1 and tree[tree[token.head].head].i > token.head


def _than(tree: Tree, i: int) -> bool:
    return i < len(tree.tokens) and tree[i].lower in ("than", "or")


def _hyphened(tree: Tree, i: int) -> bool:
    return i >= 2 and tree[i - 1].text in ("-", "–", "‑")


def _reach(
    tree: Tree,
    token: Token,
    kind: Negator,
    clause_of: dict[int, Clause],
    found: tuple[Clause, ...],
) -> Iterator[int]:
    if kind is Negator.CLAUSE:
        yield from _clause_reach(tree, token, clause_of, found)
    elif token.lower == "no" and tree[min(token.i + 1, len(tree.tokens) - 1)].lower == "longer":
        yield from clause_of[token.i].tokens if token.i in clause_of else ()
    elif kind is Negator.PHRASE:
        yield from _phrase_reach(tree, token, clause_of, _stated_anew(tree, found))
    elif kind is Negator.OBJECT:
        for kid in tree.kids(token.i, "obj", "nmod", "obl", "nsubj:pass"):
            yield from tree.subtree(kid.i)
    elif kind is Negator.COMPLEMENT:
        clause = clause_of.get(token.i)
        yield from (i for i in clause.tokens if i > token.i) if clause else ()
        ruled_out = ("nsubj",) if token.lemma == "impossible" else ()
        for kid in tree.kids(token.i, "xcomp", "ccomp", "advcl", "csubj", "acl", *ruled_out):
            yield from tree.subtree(kid.i)
    elif token.i >= label_end(tree):
        contents = tree.kids(token.i, *_CONTENTS)
        closer = [k for k in contents if k.dep != "parataxis"]
        for kid in closer or contents:
            yield from (i for i in tree.subtree(kid.i, _stated_anew(tree, found)) if i > token.i)


def _stated_anew(tree: Tree, found: tuple[Clause, ...]) -> frozenset[int]:
    """The heads of clauses that end a scope: joined on, with a subject and verb of their own."""
    joined = (c for c in found if c.relation in _JOINED and c.own_subject)
    return frozenset(c.head for c in joined if with_finite_verb(tree, c))


def _clause_reach(
    tree: Tree, token: Token, clause_of: dict[int, Clause], found: tuple[Clause, ...]
) -> Iterator[int]:
    clause = clause_of.get(token.i)
    if clause is None:
        return
    head = tree[token.head]
    verbal = head.i == clause.head or head.dep in ("aux", "cop", "xcomp", "aux:pass")
    of_all = head.lower in cues.FULLNESS and tree[head.head].dep in SUBJECTS | {"root"}
    if not verbal and head.pos not in ("VERB", "AUX") and not of_all:
        yield from tree.subtree(head.i)
        return
    yield from (i for i in clause.tokens if i > token.i)
    if head.i == clause.head and token.i > clause.head:
        yield clause.head
    here = found.index(clause)
    for lower in found:
        if lower.parent == here and _carries(tree, clause, lower, token.i):
            yield from lower.tokens
            below = found.index(lower)
            for last in found:
                if last.parent == below and _carries(tree, lower, last, token.i):
                    yield from last.tokens


def _carries(tree: Tree, upper: Clause, lower: Clause, cue: int) -> bool:
    """Whether a negation in the upper clause reaches the lower one after it."""
    if lower.first < cue:
        return False
    if tree[cue].lower == "nowhere" and tree[lower.first - 1].lower == "near":
        return True  # "nowhere near as loud"
    if lower.relation == "conj" or _listed_command(tree, lower):
        return _carries_over_conjunct(tree, lower)
    if any(tree[i].lemma in ("worry", "fear") for i in upper.tokens):
        if any(tree[i].lower in _DENYING for i in lower.tokens):
            return False
        return lower.relation in ("advcl", "ccomp", "acl", "csubj")
    if lower.relation.startswith(("ccomp", "csubj")) and tree[upper.head].lemma in _TRUTH:
        return True
    if lower.relation == "ccomp":
        return tree[upper.head].lemma in _RAISING | _UNSURE
    return lower.relation == "advcl" and lower.marker == "to" and not lower.own_subject


def _listed_command(tree: Tree, lower: Clause) -> bool:
    """ "Do not swim, use a sauna or …": a further verb of the list, read as a new clause."""
    bare = tree[lower.head].tag in ("VB", "VBP") and not lower.own_subject
    return lower.relation == "parataxis" and bare and tree[lower.first].text in (",", "/")


def _carries_over_conjunct(tree: Tree, lower: Clause) -> bool:
    if lower.own_subject or tree.kids(lower.head, "aux", "cop", "aux:pass"):
        return False
    joiner = [t.lower for t in tree.kids(lower.head, "cc")]
    if "but" in joiner:
        return False
    return bool({"or", "nor"} & set(joiner)) or tree[lower.head].tag in ("VB", "VBP", "NN")


def _phrase_reach(
    tree: Tree, token: Token, clause_of: dict[int, Clause], anew: frozenset[int]
) -> Iterator[int]:
    if token.lower in ("free", "devoid", "absence"):
        yield from _of_phrase(tree, token)
        return
    here = clause_of.get(token.i)
    if token.lower in ("zero", "nil", "none") and here is not None and here.head == token.i:
        yield from here.tokens
        return
    top = token if token.lower in ("nothing", "none", "nobody") else tree[token.head]
    phrase = [i for i in tree.subtree(top.i, anew - {top.i}) if i > token.i]
    if token.lower == "without":
        phrase = _before_main_clause(tree, token, phrase)
    phrase = _before_break(tree, phrase)
    yield from phrase
    clause = clause_of.get(token.i)
    if clause is None or token.lower in ("without", "non", "nor", "zero"):
        return
    if _added(tree, token, clause):
        return
    if top.dep in _ARGUMENTS or top.i == clause.head:
        stop = _next_statement(tree, clause, max(phrase, default=token.i))
        yield from (i for i in clause.tokens if token.i < i < stop or top.dep in SUBJECTS)
        yield clause.head
        return
    above = next((a for a in tree.up(top.i) if a.dep in _ARGUMENTS), None)
    if top.dep == "conj" and above is not None and tree[top.head].i == above.i:
        yield clause.head


def _added(tree: Tree, token: Token, clause: Clause) -> bool:
    """ "It does not leak, no drip": what is denied already is not denied again."""
    after_comma = token.lower == "no" and token.i > 0 and tree[token.i - 1].text == ","
    return after_comma and any(tree[i].lower in _DENYING for i in clause.tokens if i < token.i)


def _before_break(tree: Tree, phrase: list[int]) -> list[int]:
    """ "Zero leaks – be back in no time": what follows is said anew, however it was parsed."""
    for i in phrase:
        if tree[i].text in _BREAKS:
            return [k for k in phrase if k < i]
    return phrase


def _next_statement(tree: Tree, clause: Clause, last: int) -> int:
    """Where what "no X" denies ends at the latest: at an "and" or "but" after its phrase."""
    joins = (i for i in clause.tokens if i > last and tree[i].lower in ("and", "but"))
    return next(joins, len(tree.tokens))


def _before_main_clause(tree: Tree, cue: Token, phrase: list[int]) -> list[int]:
    """A phrase that opens its sentence ends before the main clause, however it was parsed."""
    opens = any(first == cue.i for first, _ in tree.parse.sentences)
    comma = next((i for i in phrase if tree[i].lower == ","), None)
    if not opens or comma is None or comma + 1 >= len(tree.tokens):
        return phrase
    after = tree[comma + 1]
    return [i for i in phrase if i < comma] if after.pos in ("DET", "PRON") else phrase


def _of_phrase(tree: Tree, token: Token) -> Iterator[int]:
    if token.lemma == "free" and _hyphened(tree, token.i):
        yield token.i - 2
        yield from (k.i for k in tree.kids(token.i - 2, "compound"))
        return
    for kid in tree.kids(token.i, "obl", "nmod", "acl", "advcl"):
        yield from tree.subtree(kid.i)


def _degree(tree: Tree, token: Token, scope: frozenset[int]) -> Degree | None:
    near = [tree[i] for i in sorted(scope) if token.i < i <= token.i + 6]
    for other in near:
        if other.lower in cues.FULLNESS and _modifies(tree, token, other):
            return None if _never_whole(tree, token, other) else Degree.PARTIAL_DENIAL
    if token.lower in ("hardly", "barely", "scarcely"):
        return Degree.SLIGHT
    if (near and near[0].lower in cues.INTENSITY) or any(_so_much(tree, t) for t in near):
        return Degree.SLIGHT
    head = tree[token.head]
    if head.lemma in _UNSURE and any(k.dep == "ccomp" for k in tree.kids(head.i, "ccomp")):
        return Degree.PARTIAL_DENIAL
    return None


def _never_whole(tree: Tree, cue: Token, full: Token) -> bool:
    """ "It is never completely silent": what is always short of it is not so."""
    after = tree.tokens[full.i + 1 : full.i + 3]
    return cue.lower == "never" and full.i == cue.i + 1 and any(t.pos == "ADJ" for t in after)


def _so_much(tree: Tree, so: Token) -> bool:
    """ "Not that loud", "does not hum that much": some of it is left."""
    after = tree[min(so.i + 1, len(tree.tokens) - 1)]
    degree = so.lower in ("that", "so", "as", "nearly") and so.dep == "advmod"
    return degree and so.head == after.i and after.pos in ("ADJ", "ADV")


def _modifies(tree: Tree, cue: Token, word: Token) -> bool:
    """Whether the word of fullness weakens this denial: adverbs do, and what follows at once."""
    if word.lower == "all" and tree[word.i - 1].lower == "at":
        return False
    if word.dep == "advmod" or word.pos == "ADV":
        return True
    return word.i == cue.i + 1


def _without_doubles(tree: Tree, made: list[Negation]) -> Iterator[Negation]:
    """ "No A, no B and no C" and "neither A nor B" are one negation with one scope."""
    joined: set[int] = set()
    for number, negation in enumerate(made):
        if negation.cue in joined:
            continue
        scope = set(negation.scope)
        inner = _LISTING if tree[negation.cue].lower in _LISTING else frozenset({"nor"})
        again: set[int] = set()
        for other in made[number + 1 :]:
            if tree[other.cue].lower in inner and other.cue in scope:
                again.add(other.cue)
                scope |= other.scope
        joined |= again
        yield replace(negation, scope=frozenset(scope), again=frozenset(again))
