"""Whether a clause tells somebody to do something or to leave it.

A command has a bare verb, no subject and no auxiliary but "do"; "need not" denies the need and
forbids nothing, "must not" forbids (Huddleston & Pullum, ch. 10 and ch. 3).
"""

from collections.abc import Sequence

from extract.grammar import cues
from extract.grammar.clauses import Clause, with_finite_verb
from extract.grammar.commands import (
    imperative,
    opens_with_act,
    sets_up,
)
from extract.grammar.harmless import harmless
from extract.grammar.leaving import (
    PERMITTING,
    governors,
    leave_is_told,
    leaves_at,
    leaving_verb,
    sets_aside,
    time_off,
    words_after,
)
from extract.grammar.negation import Negation, negated
from extract.grammar.tellings import (
    ADVICE,
    ALLOWING,
    DOING_FORMS,
    PORTIONS,
    POSSIBLE,
    is_fine,
    may_be_fine,
)
from extract.grammar.tree import Tree
from extract.model import Polarity
from extract.parse import Token

__all__ = ["directive", "directs", "imperative"]

Told = tuple[Polarity, Token] | tuple[None, None]

_NEEDS = frozenset({"need", "have", "necessary", "require", "mandatory"})
_NO_TIMES = frozenset("time times circumstances circumstance account case event way means".split())
_AWAITING = frozenset({"before", "until", "till"})  # "it is weeks before you can swim"
_ASKED = frozenset({"when", "whether", "if", "how", "what", "which", "where"})
# What one does oneself, and what others are told: "I try not to", "try not to".
_ONES_OWN = frozenset({"careful", "sure", "try", "remember", "aim", "ensure"})
_OTHERS = frozenset({"i", "he", "she", "we", "they", "it"})
_EXCEPT = frozenset({"but", "except"})
_GOOD = frozenset({"good", "great", "best", "wise", "sensible"})
_TRADING = frozenset({"buy", "purchase"})
_KNOWN = DOING_FORMS | cues.DIRECTIVE_WORDS | cues.DIRECTIVE_AUX
_MAY_TELL = cues.DIRECTIVE_AUX | cues.DIRECTIVE_WORDS | PERMITTING | ALLOWING | _NEEDS
_OBLIQUE = frozenset({"obl", "nmod", "advcl"})
_MEANS = frozenset({"with", "without", "by", "including"})


def directive(tree: Tree, clause: Clause, words: Sequence[int], negs: Sequence[Negation]) -> Told:
    """Do (affirm) or don't (deny) for the act named by `words`, with the cue; or nothing.

    What stands under an unknown verb, or only tells when and what for, is not told.
    """
    core = _core(tree, clause, words)
    if _untold(tree, clause, words) or _not_needed(tree, clause, negs):
        return None, None
    if allowed := harmless(tree, clause, words):
        return Polarity.AFFIRM, allowed
    leaving = leaving_verb(tree, clause, words, core)
    cue = leaving or _telling(tree, clause, words)
    reaching = _reaching(tree, clause, words, negs, leaving)
    if cue is None:
        return _no_such(tree, clause, reaching, words)
    reaching = (*reaching, *_denied_above(clause, cue, negs, reaching))
    aside = _of_another(tree, words) if leaving is None else False
    if aside or _describes(tree, clause, words):
        return None, None
    if not _governed(tree, clause, words, core, cue, leaving is not None):
        return None, None
    needed = any(_need(tree, i) for i in (cue.i, *clause.tokens) if i < max(words))
    if reaching and needed and tree[reaching[0].cue].lower not in ("without",):
        return None, None
    if leaving is not None and not leave_is_told(tree, clause, leaving):
        return None, None
    dont = (leaving is not None) != (len(reaching) % 2 == 1)
    if dont and leaving is None and _without(tree, clause, words):
        return None, None
    if not dont and (sets_up(tree, clause) or clause.marker in _AWAITING):
        return None, None
    return (Polarity.DENY if dont else Polarity.AFFIRM), cue


def directs(tree: Tree, clause: Clause, words: Sequence[int], negs: Sequence[Negation]) -> bool:
    """Whether the clause that holds the words tells to do or to leave anything."""
    if leaving_verb(tree, clause, words, _core(tree, clause, words)) or _telling(
        tree, clause, words
    ):
        return True
    return _no_such(tree, clause, negated(negs, words), words)[0] is not None


def _core(tree: Tree, clause: Clause, words: Sequence[int]) -> int:
    """The word of the act that governs the others."""
    tops = [i for i in words if tree[i].head not in words or tree[i].head == i]
    return clause.head if clause.head in tops else min(tops, default=min(words))


def _reaching(
    tree: Tree,
    clause: Clause,
    words: Sequence[int],
    negs: Sequence[Negation],
    leaving: Token | None,
) -> tuple[Negation, ...]:
    """The negations of the act; a verb of leaving is counted as such, and not twice."""
    leavers = () if leaving is None else _own_negators(tree, leaving)
    others = [n for n in negs if n.cue not in leavers and not _of_what_follows(tree, n, words)]
    reaching = negated(others, words)
    if not reaching and clause.subject in words:
        reaching = negated(others, [clause.head])
    return reaching or _never(tree, clause, others)


def _never(tree: Tree, clause: Clause, negs: Sequence[Negation]) -> tuple[Negation, ...]:
    """ "At *no* time should you swim", "on *no* account swim"."""
    opening = [i for i in clause.tokens if i < clause.head and tree[i].lower == "no"]
    fronted = (i for i in opening if tree[tree[i].head].lower in _NO_TIMES)
    cue = next(fronted, None)
    return () if cue is None else (Negation(cue, frozenset(clause.tokens)),)


def _denied_above(
    clause: Clause, cue: Token, negs: Sequence[Negation], reaching: Sequence[Negation]
) -> tuple[Negation, ...]:
    """ "It is *not* safe to swim": the word that tells is denied, in the clause above."""
    above = cue.i not in clause.tokens and not reaching
    return negated(negs, [cue.i]) if above else ()


def _of_what_follows(tree: Tree, neg: Negation, words: Sequence[int]) -> bool:
    """ "Swim, but no soap": a *no* that opens another phrase after the act."""
    if neg.cue <= max(words) or tree[neg.cue].lower not in ("no", "without"):
        return False
    return tree[neg.cue - 1].lower in ("but", "and", ",", "(", "-", "–", ";")


def _own_negators(tree: Tree, leaving: Token) -> tuple[int, ...]:
    """ "Say *no* to", "a *no*-go"."""
    hyphened = leaving.i > 1 and tree[leaving.i - 1].text == "-"
    return (leaving.i, leaving.i + 1, *((leaving.i - 2,) if hyphened else ()))


def _no_such(
    tree: Tree, clause: Clause, reaching: Sequence[Negation], words: Sequence[int]
) -> Told:
    """ "No swimming": forbidden, with no verb to tell it."""
    forbidden = next((n for n in reaching if tree[n.cue].lower == "no"), None)
    off = time_off(tree, clause, words) if not reaching and _bare(tree, clause) else None
    if off is not None:
        return Polarity.DENY, off
    if forbidden is None:
        return None, None
    if _bare(tree, clause) or _opens_with_no(tree, clause, forbidden, words):
        return Polarity.DENY, tree[forbidden.cue]
    return None, None


def _opens_with_no(tree: Tree, clause: Clause, no: Negation, words: Sequence[int]) -> bool:
    """ "No swimming, it can harm the curl": what stands up to the comma has no verb."""
    first, last = tree.parse.sentences[clause.sentence]
    stop = next((i for i in range(max(words), last) if tree[i].text in ",;–—-"), last)
    said = tree.tokens[first:stop]
    own = clause.subject is not None and clause.subject > stop
    return own and no.cue == first and not any(t.finite for t in said)


def _need(tree: Tree, i: int) -> bool:
    """Whether a word says that something is necessary; "have" does so only before "to"."""
    lemma = tree[i].lemma
    return lemma in _NEEDS and (lemma != "have" or bool(tree.kids(i, "xcomp")))


def _untold(tree: Tree, clause: Clause, words: Sequence[int]) -> bool:
    """What may come about, what another replaces, what is asked for or supposed."""
    if _possible(tree, clause, words) or _replaced(tree, words):
        return True
    first, head = tree[clause.first], tree[clause.head]
    asked = tree[head.head].lemma in cues.DECIDING and first.lower in _ASKED and head.dep != "root"
    subject = clause.subject
    return asked or (first.lower == "should" and subject is not None and subject > first.i)


def _not_needed(tree: Tree, clause: Clause, negs: Sequence[Negation]) -> bool:
    """ "It is not necessary to avoid it": the need is denied in the clause above."""
    above = tree[tree[clause.head].head]
    under = tree[clause.head].dep in ("csubj", "xcomp", "ccomp")
    return under and above.lemma in _NEEDS and bool(negated(negs, [above.i]))


def _without(tree: Tree, clause: Clause, words: Sequence[int]) -> bool:
    """ "Do not swim without goggles" forbids no swimming."""
    last = tree.parse.sentences[clause.sentence][1]
    after = (t for t in tree.tokens[max(words) + 1 : last] if t.lower == "without")
    return any(clause.head in (t.head, tree[t.head].head) for t in after)


def _possible(tree: Tree, clause: Clause, words: Sequence[int]) -> bool:
    """ "You might have to swim", "you might think that one must": what may come about."""
    last = max(words)
    before = [tree[i] for i in clause.tokens if i < last]
    if _excepted(before):
        return True
    if tree[clause.head].dep == "ccomp":
        before.extend(tree.kids(tree[clause.head].head, "aux"))
    if any(t.pos == "AUX" and t.lower in POSSIBLE for t in before):
        return True
    may = any(t.lower == "may" and t.pos == "AUX" for t in before)
    return may and any(_need(tree, t.i) for t in before)


def _excepted(before: Sequence[Token]) -> bool:
    """ "Nothing but cold water should …" excepts the very thing that it names."""
    said = [t.lower for t in before]
    return any(w in ("nothing", "none", "nobody") for w in said) and not _EXCEPT.isdisjoint(said)


def _replaced(tree: Tree, words: Sequence[int]) -> bool:
    """ "Instead of X, use Y" and "rather than X" tell nothing of X."""
    for i in range(min(words) - 1, max(0, min(words) - 6), -1):
        pair = tree[i - 1].lower, tree[i].lower
        if pair in (("instead", "of"), ("rather", "than"), ("place", "of")):
            return True
        if tree[i].pos == "PUNCT":
            return False
    return False


def _of_another(tree: Tree, words: Sequence[int]) -> bool:
    """ "The heat of a sauna": the act only tells which thing is meant."""
    cases = [k.lower for k in tree.kids(words[0], "case")]
    within = tree[words[0]].dep in ("nmod", "compound", "obl")
    if tree[tree[words[0]].head].lemma in PORTIONS:
        return False
    return within and bool(cases) and {"of", "like", "as"}.issuperset(cases)


def _describes(tree: Tree, clause: Clause, words: Sequence[int]) -> bool:
    """Whether the act only describes who is told: "people on drugs should not …"."""
    if clause.subject is None or clause.subject in (*words, clause.head):
        return False
    if clause.relation == "acl:relcl" and clause.head in tree.subtree(clause.subject):
        return False
    heads = (clause.head, *(t.i for t in tree.kids(clause.head, "xcomp")))  # "need to be done"
    passive = any(tree.kids(i, "nsubj:pass", "aux:pass", "cop") for i in heads)
    return not passive and set(words) <= set(tree.subtree(clause.subject))


def _governed(
    tree: Tree, clause: Clause, words: Sequence[int], core: int, cue: Token, leaving: bool
) -> bool:
    """Whether only verbs of doing stand between the act and what tells it."""
    by_means = False
    for below, above in governors(tree, core):
        if below.i == cue.i or (below.i == clause.head and below.i not in words):
            return True
        if below.dep in _OBLIQUE and sets_aside(tree, below, above):
            return False
        by_means = by_means or any(k.lower in _MEANS for k in tree.kids(below.i, "case"))
        known = above.pos != "VERB" or above.i in words or by_means or _does(tree, above)
        if above.i == cue.i:
            return known or leaving
        if not known and above.i in clause.tokens:
            return False
    return True


def _does(tree: Tree, verb: Token) -> bool:
    said = (verb.lemma, verb.lower)
    known = not _KNOWN.isdisjoint(said) or any(w in ("able", "allow", "permit") for w in said)
    return known or _is_fine(tree, verb) or leaves_at(tree, verb.i)


def _is_fine(tree: Tree, token: Token) -> bool:
    return may_be_fine(token.lower) and is_fine(
        token.lower, [t.lower for t in words_after(tree, token.i)]
    )


def _telling(tree: Tree, clause: Clause, words: Sequence[int]) -> Token | None:
    head, may_tell = tree[clause.head], tree.places(_MAY_TELL)
    for i in clause.tokens:
        token = tree[i]
        if i not in may_tell and token.lemma not in ("able", "allow", "permit"):
            continue
        told = token.pos == "AUX" and token.lower in cues.DIRECTIVE_AUX
        if told and token.lower not in ("have", "need"):
            return token
        if token.lemma in ("need", "have") and tree.kids(i, "xcomp"):
            return token
        if token.pos != "AUX" and _directs(token):
            if token.lemma not in _ONES_OWN or not _by_others(tree, clause):
                return token
        if token.lower in PERMITTING and token.pos == "AUX" and head.lemma not in _TRADING:
            if _opens(tree, clause, i):
                return token
            act = clause.subject in words and not _brings_about(tree, head, words)
            if act or (_reader(tree, clause) and i < max(words)):
                return token
        if _is_fine(tree, token) and tree.kids(i, "cop", "aux:pass"):
            if i == head.i and (clause.subject in words or i < max(words)):
                return token
        if token.lemma in ("able", "allow", "permit") and (_reader(tree, clause) or i == head.i):
            return token
    if imperative(tree, clause) or opens_with_act(tree, clause, words):
        return head
    if clause.subject is not None and tree[clause.subject].lemma in ADVICE:
        return tree[clause.subject] if tree.kids(head.i, "cop") else None
    return _told_above(tree, clause)


def _directs(token: Token) -> bool:
    return token.lemma in cues.DIRECTIVE_WORDS or token.lower in cues.DIRECTIVE_WORDS


def _brings_about(tree: Tree, verb: Token, words: Sequence[int]) -> bool:
    """ "Saunas *can* do harm": what they are able to do, and not that one may use them."""
    things = [t for t in tree.kids(verb.i, "obj") if t.pos != "PRON" and t.lemma != "place"]
    return bool(things) and verb.i not in words


def _by_others(tree: Tree, clause: Clause) -> bool:
    return clause.subject is not None and tree[clause.subject].lower in _OTHERS


def _told_above(tree: Tree, clause: Clause) -> Token | None:
    """ "It is best to swim", "make sure that you swim": told by the word above the clause."""
    head = tree[clause.head]
    if head.dep not in ("xcomp", "ccomp", "csubj") or head.head == head.i:
        return None
    above = tree[head.head]
    if tree.kids(head.i, "aux:pass") and clause.own_subject and above.lower != "sure":
        return None
    near = [above, *tree.kids(above.i, "xcomp")]
    return next((t for t in near if _tells(tree, t)), None)


def _tells(tree: Tree, token: Token) -> bool:
    said = _directs(token) or _is_fine(tree, token)
    idea = token.lemma == "idea" and any(k.lower in _GOOD for k in tree.kids(token.i, "amod"))
    full = bool(tree.kids(token.i, "cop", "expl", "aux:pass"))
    first = token.i in (s[0] for s in tree.parse.sentences)  # "Ok to swim after a week"
    after_not = token.i > 0 and tree[token.i - 1].lower == "not"
    return (said or idea) and (token.lower == "sure" or full or first or after_not)


def _opens(tree: Tree, clause: Clause, i: int) -> bool:
    """ "Can swim after a week": a modal without its subject, in no question."""
    first, last = tree.parse.sentences[clause.sentence]
    return i == first and clause.subject is None and tree[last - 1].text != "?"


def _reader(tree: Tree, clause: Clause) -> bool:
    if clause.subject is None:
        return False
    subject = tree[clause.subject]
    told = subject.lower in cues.READER - {"we", "us", "i"}
    return told or subject.lemma in cues.PEOPLE


def _bare(tree: Tree, clause: Clause) -> bool:
    if tree[clause.head].lemma in ("mean", "involve"):
        return True
    # "No oil 24h before the visit": without a finite verb, what passes for a subject is none.
    return not clause.own_subject or not with_finite_verb(tree, clause)
