"""On what a clause depends: conditions, and the cases or phases it is limited to."""

from collections.abc import Iterable, Sequence

from extract.grammar import cues
from extract.grammar.clauses import Clause, with_finite_verb
from extract.grammar.cues import words
from extract.grammar.tree import SUBJECTS, Tree
from extract.model import Condition, Scope, ScopeKind, normalise
from extract.parse import Token

ONE_CASE = "one case"
OWN_PRICE = "own price"
"""The name of the scope of a story: what somebody met with once."""
_MADE = frozenset({"design", "develop", "invent", "create", "introduce", "make", "intend"})
_CIRCUMSTANCES = frozenset({"in", "with", "under", "at"})
_TIMES = frozenset("second minute hour day night week month year time first meantime".split())
_POOR = words(
    """
    bad poor cheap sloppy inferior wrong improper inexperienced
    unskilled untrained unqualified incompetent careless amateur unlicensed unlicenced
    """
)
_CLAUSAL = frozenset({"advcl", "ccomp"})
_TROUBLES = frozenset({"issue", "problem", "trouble", "difficulty", "fault", "complaint"})
_PHRASE_CUES = frozenset({"with", "under", "given", "through"})
_DEPENDING = frozenset({"depending", "based"})
_NO_LONGER = {("no", "longer"), ("any", "longer"), ("any", "more")}
_JOINED = frozenset({"couple", "combine", "coupled", "combined", "accompanied", "paired", "pair"})
_OPENING_PHRASES = _PHRASE_CUES | _DEPENDING | _JOINED
_COUNTING = cues.NONE_WORDS | cues.SOME_WORDS | cues.MOST_WORDS | cues.ALL_WORDS
PHASES = frozenset({"during", "after", "before", "between", "throughout", "following"})
_ORDERED = words(
    """
    first second third last initial final next early late same each every
    """
)
_POPULATION_CASES = frozenset({"for", "in", "on", "among", "with", "of"})
_WITH = frozenset({"with", "who", "suffering", "having", "over", "under", "aged", "whose"})


def condition(
    tree: Tree, clause: Clause, found: Sequence[Clause]
) -> tuple[Condition, Token] | tuple[None, None]:
    """What must hold for the clause, and the cue; a conjunct shares what opens its sentence."""
    here = next(n for n, c in enumerate(found) if c.head == clause.head)
    for other in found:
        if other.parent == here and other.relation in _CLAUSAL and _is_if(tree, other):
            first = other.first
            if tree[first].lower == "as" and tree[first - 1].lower == "long":
                first -= 2
            after = frozenset(c.head for c in found if _rejoins(tree, c, found))
            words = sorted({*range(first, other.first), *tree.subtree(other.head, after)})
            return _made(tree, words, tree[first])
    phrase = _phrase_condition(tree, clause)
    if phrase:
        return _made(tree, phrase, tree[phrase[0]])
    poor = _poor_work(tree, clause)
    if poor:
        return _made(tree, poor, tree[poor[0]])
    if stated_anew(tree, clause):
        return None, None
    opening = _opening_condition(tree, clause)
    if opening:
        return _made(tree, opening, tree[opening[0]])
    if clause.relation == "conj" and clause.parent is not None:
        above = found[clause.parent]
        got, cue = condition(tree, above, found)
        if got is not None and cue is not None and cue.i < above.head:
            return got, cue
    return None, None


def stated_anew(tree: Tree, clause: Clause) -> bool:
    """Whether a clause with a subject of its own comes after a semicolon, or with *but*."""
    if clause.relation not in ("conj", "parataxis") or not clause.own_subject:
        return False
    before = tree[max(clause.first - 1, 0)].text
    adverse = any(t.lower in ("but", "yet", "however") for t in tree.kids(clause.head, "cc"))
    return adverse or ";" in (before, tree[clause.first].text)


def _rejoins(tree: Tree, clause: Clause, found: Sequence[Clause]) -> bool:
    """ "It leaks if it is open, and it rusts": after the comma the main clause goes on."""
    if clause.relation != "conj" or not clause.own_subject or clause.parent is None:
        return False
    above = found[clause.parent]
    ends = tree[above.head].head < above.head and tree[clause.first].text == ","
    return ends and bool(tree.kids(clause.head, "cc"))


def in_condition(tree: Tree, clause: Clause, found: Sequence[Clause]) -> bool:
    """Whether the clause states a condition, or stands under one that does."""
    at: Clause | None = clause
    while at is not None and not _rejoins(tree, at, found):
        if at.relation in _CLAUSAL and _is_if(tree, at):
            return True
        at = found[at.parent] if at.parent is not None else None
    first = tree.parse.sentences[clause.sentence][0]
    if tree[first].lower not in ("if", "unless"):
        return False
    comma = _comma(tree, first)
    if comma < tree.parse.sentences[clause.sentence][1]:
        return clause.last < comma or (clause.marker in cues.IF_MARKERS and clause.head < comma)
    return clause.first <= first + 1  # without a comma, only what begins with the word


def in_if_clause(tree: Tree, clause: Clause, found: Sequence[Clause]) -> bool:
    """Whether the clause is supposed and not said: if, unless, provided; not when or once."""
    if not in_condition(tree, clause, found):
        return False
    at: Clause | None = clause
    while at is not None:
        if at.marker.split(" ")[0] in ("when", "whenever", "once"):
            return False
        at = found[at.parent] if at.parent is not None else None
    return True


def in_opening_without(tree: Tree, clause: Clause, words: Sequence[int]) -> bool:
    """Whether the words stand in a phrase that opens the sentence with "without"."""
    first = tree.parse.sentences[clause.sentence][0]
    if tree[first].lower != "without":
        return False
    phrase = tree.subtree(tree[first].head) if tree[first].head > first else []
    return bool(words) and all(i in phrase for i in words) and clause.head not in phrase


def _is_if(tree: Tree, clause: Clause) -> bool:
    words = " ".join(t.lower for t in tree.tokens[max(0, clause.first - 2) : clause.first + 4])
    if any(marker in words for marker in cues.LONG_MARKERS):
        return "even if" not in words
    marker = clause.marker.split(" ")[0] if clause.marker else ""
    if clause.relation == "ccomp":
        return marker == "if" and tree[tree[clause.head].head].lemma not in cues.DECIDING
    return marker in cues.IF_MARKERS or marker in ("when", "whenever")


def _of_many(tree: Tree, clause: Clause) -> bool:
    """ "Nobody reported leaks" is told of many."""
    subject = clause.subject
    return subject is not None and any(
        tree[i].lower in _COUNTING for i in tree.subtree(subject)[:3]
    )


def circumstance(
    tree: Tree, clause: Clause, words: Sequence[int], own: frozenset[int]
) -> tuple[Condition, Token] | tuple[None, None]:
    """In what circumstance only an act is advised against: "never rinse it in full sun".

    `own` are tokens that belong to the subject: "on the treated area" is no circumstance.
    """
    for i in clause.tokens:
        token = tree[i]
        if token.lower not in _CIRCUMSTANCES or token.dep != "case" or i < max(words):
            continue
        phrase = [k for k in tree.subtree(token.head) if k >= i]
        timed = any(tree[k].pos == "NUM" or tree[k].lemma in _TIMES for k in phrase)
        if not timed and token.head not in own and not set(phrase) & set(words):
            return Condition(tree.text(phrase)), token
    return None, None


def _poor_work(tree: Tree, clause: Clause) -> list[int]:
    """ "Cheap work leaks": it leaks if the work is cheap."""
    if clause.subject is None:
        return []
    poor = [k.i for k in tree.kids(clause.subject, "amod", "compound") if _is_poor(tree, k)]
    return [*tree.subtree(poor[0]), clause.subject] if poor and poor[0] < clause.subject else []


def _is_poor(tree: Tree, word: Token) -> bool:
    """ "Cheap", "low-quality": also written in two words."""
    low = any(k.lower in ("low", "poor", "inferior") for k in tree.kids(word.i, "amod"))
    return word.lower in _POOR or (low and word.lower in ("quality", "grade"))


def _opening_condition(tree: Tree, clause: Clause) -> list[int]:
    first, last = tree.parse.sentences[clause.sentence]
    if tree[first].lower not in ("if", "unless", "without", "provided", "assuming", "when"):
        return []
    comma = _comma(tree, first)
    if comma >= last or clause.head < comma:
        return []
    return list(range(first, comma))


def _comma(tree: Tree, first: int) -> int:
    at = first
    while at < len(tree.tokens) and tree[at].lower != ",":
        at += 1
    return at


def _phrase_condition(tree: Tree, clause: Clause) -> list[int]:
    opening = tree.places(_OPENING_PHRASES)
    for i in [i for i in clause.tokens if i in opening]:
        token = tree[i]
        if _cue_of_phrase(tree, token):
            phrase = [k for k in tree.subtree(token.head) if k >= i]
            if any(tree[k].lower in cues.FAVOURABLE for k in phrase) and not _negative(
                tree, phrase
            ):
                return phrase
        if token.lower in _DEPENDING and _next(tree, i) in ("on", "upon", "to"):
            if token.lower == "depending" or token.dep in ("case", "advcl", "mark"):
                return _until_stop(tree, i)
        if token.lower in _JOINED and _next(tree, i) in ("with", "by"):
            return _until_stop(tree, i)
    return []


def _cue_of_phrase(tree: Tree, token: Token) -> bool:
    """ "With good care"; but "trouble with the quality" is about it."""
    if token.lower not in _PHRASE_CUES or token.dep not in ("case", "mark"):
        return False
    return token.i == 0 or tree[token.i - 1].lemma not in _TROUBLES


def _negative(tree: Tree, phrase: list[int]) -> bool:
    return any(tree[k].lower in ("no", "little", "less", "minimal") for k in phrase[:3])


def _next(tree: Tree, i: int) -> str:
    return tree[i + 1].lower if i + 1 < len(tree.tokens) else ""


def _until_stop(tree: Tree, i: int) -> list[int]:
    end = i
    while end < len(tree.tokens) and tree[end].text not in (",", ".", ";", ")", "!"):
        if tree[end].pos == "AUX" and end > i:
            break
        end += 1
    return list(range(i, end))


def _made(tree: Tree, indices: list[int], cue: Token) -> tuple[Condition, Token]:
    while indices and tree[indices[-1]].pos == "PUNCT":
        indices = indices[:-1]
    while indices and tree[indices[0]].pos == "PUNCT":
        indices = indices[1:]
    return Condition(tree.text(indices), favourable(tree[i].lower for i in indices)), cue


def favourable(words: Iterable[str]) -> bool:
    """Whether a condition's words name good care, skill or luck, and deny nothing."""
    said = {word.lower() for word in words}
    bad = said & {"not", "n't", "without", "unless", "no"}
    return not bad and not said.isdisjoint(cues.FAVOURABLE)


def phase_scope(tree: Tree, clause: Clause) -> tuple[Scope, Token] | tuple[None, None]:
    """The phase a clause is limited to: "during the first session", "after the last visit"."""
    for i in clause.tokens:
        token = tree[i]
        if token.lower not in PHASES or token.dep not in ("case", "mark"):
            continue
        phrase = [k for k in tree.subtree(token.head) if k >= i]
        counted = any(tree[k].pos == "NUM" for k in phrase)
        if tree[token.head].pos in ("NOUN", "PROPN") and len(phrase) <= 8 and not counted:
            return phase_of(tree.text(phrase), [tree[k].lower for k in phrase]), token
    return None, None


def phase_of(text: str, words: Sequence[str]) -> Scope:
    """The phase that words name, of which the first says how: "after the last visit"."""
    order = [w for w in words if w in _ORDERED]
    return Scope(ScopeKind.PHASE, text, " ".join([*words[:1], *order[:1]]))


def no_longer(tree: Tree, clause: Clause) -> Token | None:
    """The word that denies for the time that is left: "no longer", "not any more"."""
    for i in clause.tokens:
        pair = tree[i].lower, _next(tree, i)
        if pair[0] == "anymore" or (pair in _NO_LONGER and "than" not in _following(tree, i)):
            return tree[i]
    return None


def _following(tree: Tree, i: int) -> list[str]:
    return [t.lower for t in tree.tokens[i + 2 : i + 5]]


def one_case(tree: Tree, clause: Clause) -> Token | None:
    """The verb of a story told of one case: "my knee hurt", "I have not seen one leak"."""
    head = tree[clause.head]
    added = clause.relation == "parataxis" and not with_finite_verb(tree, clause)
    if added:  # "I bought four, ten days apart"
        head = tree[head.head]
    verbs = [*tree.kids(head.i, "aux", "cop"), head]
    if _diary(tree, clause):
        return head
    words = clause.tokens if "far" in tree.words else ()
    so_far = next((i for i in words if _so_far(tree, i)), None)
    if so_far is not None:
        return tree[so_far]
    own = bool(tree.kids(head.i, *SUBJECTS)) if added else clause.own_subject
    if head.lemma in _MADE or not own or _of_many(tree, clause):
        return None
    past = next((v for v in verbs if v.tag == "VBD" or _unmarked_past(tree, clause, v)), None)
    if past is not None:
        return past
    mine = clause.subject is not None and tree[clause.subject].lower == "i"
    perfect = next((v for v in verbs if v.lemma == "have" and v.i != head.i), None)
    return perfect if mine else None


def _unmarked_past(tree: Tree, clause: Clause, verb: Token) -> bool:
    """ "The knee hurt": without an -s, and of one thing, it is past."""
    if clause.subject is None or verb.tag not in ("VBP", "VB", "NN") or verb.pos != "VERB":
        return False
    if tree.kids(verb.i, "aux", "mark") or verb.lower not in _SAME_PAST:
        return False
    return "Number=Sing" in tree[clause.subject].morph and tree[clause.subject].pos == "NOUN"


_SAME_PAST = frozenset({"hurt", "cut", "put", "set", "hit", "cost", "burst"})
_PASTS = frozenset({"paid", "felt"})


def _so_far(tree: Tree, i: int) -> bool:
    """ "Two visits so far": told of a case that goes on."""
    return tree[i].lower == "far" and i > 0 and tree[i - 1].lower == "so" and i > 1


def _diary(tree: Tree, clause: Clause) -> bool:
    """ "Paid sixty for it": the writer has left himself out."""
    head = tree[clause.head]
    opens = head.i == tree.parse.sentences[clause.sentence][0] and clause.subject is None
    past = head.tag in ("VBD", "VBN") or head.lower in _PASTS
    return opens and past and bool(tree.kids(head.i, "obj", "obl:unmarked"))


def population_scope(tree: Tree, clause: Clause) -> tuple[Scope, Token] | tuple[None, None]:
    """The people a clause is limited to: "for people with very oily skin"."""
    for i in clause.tokens if tree.has(cues.PEOPLE) else ():
        token = tree[i]
        if token.lemma not in cues.PEOPLE or token.pos not in ("NOUN", "PROPN", "PRON"):
            continue
        if i != clause.subject and not _cased(tree, i):
            continue
        phrase = [k for k in tree.subtree(i) if k >= i]
        if any(tree[k].lower in _WITH for k in phrase[1:4]):
            words = [tree[k].lemma for k in phrase[1:] if tree[k].pos in ("NOUN", "ADJ", "PROPN")]
            name = normalise(" ".join(words))
            return Scope(ScopeKind.POPULATION, tree.text(phrase), name), token
    return None, None


def _cased(tree: Tree, i: int) -> bool:
    return any(k.lower in _POPULATION_CASES for k in tree.kids(i, "case"))
