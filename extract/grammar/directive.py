"""Whether a clause tells somebody to do something or to leave it.

A command has a bare verb, no subject and no auxiliary but "do"; "need not" denies the need and
forbids nothing, "must not" forbids (Huddleston & Pullum, ch. 10 and ch. 3).
"""

from collections.abc import Iterable, Sequence

from extract.grammar import cues
from extract.grammar.clauses import Clause
from extract.grammar.negation import Negation, negated
from extract.grammar.tree import Tree
from extract.model import Polarity
from extract.parse import Token

_NEEDS = frozenset({"need", "have", "necessary", "require", "required", "mandatory"})
_LEAVING_WITH = {
    "lay": frozenset({"off"}),
    "cut": frozenset({"out", "down"}),
    "give": frozenset({"up"}),
    "steer": frozenset({"clear"}),
    "keep": frozenset({"off", "away"}),
    "resist": frozenset({"the", "urge", "temptation"}),
    "wait": frozenset({"before", "to", "until"}),
    "hold": frozenset({"off"}),
}
_OUT = frozenset(
    {"out", "off-limits", "off", "taboo", "banned", "forbidden", "prohibited", "no-go"}
)
_FINE = frozenset({"fine", "ok", "okay", "allowed", "permitted", "acceptable", "safe", "possible"})
_AWAY = frozenset({"away", "off", "out", "clear"})


def directive(
    tree: Tree, clause: Clause, words: Sequence[int], negs: Iterable[Negation]
) -> tuple[Polarity, Token] | tuple[None, None]:
    """Do (affirm) or don't (deny) for the act named by `words`, with the cue; or nothing."""
    reaching = negated(negs, words)
    if not reaching and clause.subject in words:
        reaching = negated(negs, [clause.head])
    leaving = _leaving(tree, clause, words)
    cue = leaving or _telling(tree, clause, words)
    if cue is not None and _aside_from(tree, clause, words):
        return None, None
    if cue is None:
        forbidden = next((n for n in reaching if tree[n.cue].lower == "no"), None)
        if forbidden is not None and _bare(tree, clause):
            return Polarity.DENY, tree[forbidden.cue]
        return None, None
    needed = any(_need(tree, i) for i in clause.tokens if i < max(words))
    if reaching and needed and tree[reaching[0].cue].lower not in ("without",):
        return None, None
    dont = (leaving is not None) != (len(reaching) % 2 == 1)
    return (Polarity.DENY if dont else Polarity.AFFIRM), cue


def _need(tree: Tree, i: int) -> bool:
    """Whether a word says that something is necessary; "have" does so only before "to"."""
    lemma = tree[i].lemma
    return lemma in _NEEDS and (lemma != "have" or bool(tree.kids(i, "xcomp")))


def _aside_from(tree: Tree, clause: Clause, words: Sequence[int]) -> bool:
    """Whether the act only describes who is told, or what: "people on drugs should not …"."""
    if tree[words[0]].dep in ("nmod", "compound", "obl") and all(
        k.lower in ("of", "like", "as") for k in tree.kids(words[0], "case")
    ):
        return bool(tree.kids(words[0], "case"))
    if clause.subject is None or clause.subject in words:
        return False
    passive = tree.kids(clause.head, "nsubj:pass", "aux:pass", "cop")
    return not passive and set(words) <= set(tree.subtree(clause.subject))


def _leaving(tree: Tree, clause: Clause, words: Sequence[int]) -> Token | None:
    """A verb of leaving that governs the act: avoid, refrain from, stay away from."""
    mine = set(words)
    for i in clause.tokens:
        token = tree[i]
        if i == clause.head and token.lower in _OUT and tree.kids(i, "cop"):
            return token
        if i < max(words) and i not in mine and _phrasal(tree, i):
            return token
        if token.lemma not in cues.LEAVING or i in mine:
            continue
        if token.lower in _AWAY and tree[i - 1].lemma not in ("stay", "keep", "steer", "hold"):
            continue
        if i < max(words) or tree.kids(i, "nsubj:pass", "aux:pass", "cop"):
            return token
    return None


def _phrasal(tree: Tree, i: int) -> bool:
    """ "Lay off", "steer clear of", "wait … before": verbs of leaving in several words."""
    particles = _LEAVING_WITH.get(tree[i].lemma, frozenset())
    near = tree.tokens[i + 1 : i + (8 if tree[i].lemma == "wait" else 3)]
    return any(t.lower in particles for t in near)


def _telling(tree: Tree, clause: Clause, words: Sequence[int]) -> Token | None:
    head = tree[clause.head]
    for i in clause.tokens:
        token = tree[i]
        if token.pos == "AUX" and token.lower in cues.DIRECTIVE_AUX - {"have", "need"}:
            return token
        if token.lemma in ("need", "have") and tree.kids(i, "xcomp"):
            return token
        if token.pos != "AUX" and {token.lemma, token.lower} & cues.DIRECTIVE_WORDS:
            return token
        if token.lower in ("can", "may", "ca") and token.pos == "AUX":
            if clause.subject in words or (_reader(tree, clause) and i < max(words)):
                return token
        if i == head.i and token.lower in _FINE and tree.kids(i, "cop"):
            return token
        if token.lemma in ("able", "allow", "permit") and (_reader(tree, clause) or i == head.i):
            return token
    if imperative(tree, clause) or _opens_with_act(tree, clause, words):
        return head
    return None


def _opens_with_act(tree: Tree, clause: Clause, words: Sequence[int]) -> bool:
    """ "Shower before each visit": a command read as a noun."""
    first = tree.parse.sentences[clause.sentence][0]
    if min(words) != first or clause.own_subject or tree[first].lower.endswith(("ing", "s")):
        return False
    verbs = (tree[i] for i in clause.tokens if tree[i].pos in ("AUX", "VERB") and i not in words)
    return all(verb.tag == "VBG" for verb in verbs)


def _reader(tree: Tree, clause: Clause) -> bool:
    if clause.subject is None:
        return False
    subject = tree[clause.subject]
    return subject.lower in cues.READER or subject.lemma in cues.PEOPLE


def imperative(tree: Tree, clause: Clause) -> bool:
    """Whether the clause is a command: a bare verb that opens it, with no subject."""
    head = tree[clause.head]
    if head.tag not in ("VB", "VBP") or clause.own_subject:
        return False
    if tree.kids(head.i, "mark") or any(
        t.lower not in ("do", "don't") for t in tree.kids(head.i, "aux")
    ):
        return False
    opening = {i for k in tree.kids(head.i, "obl", "obl:tmod", "advcl") for i in tree.subtree(k.i)}
    before = [tree[i] for i in clause.tokens if i < head.i and i not in opening]
    plain = {"ADV", "INTJ", "CCONJ", "PART", "PUNCT", "AUX"}
    if all(t.pos in plain or t.dep in ("case", "obl", "det", "amod") for t in before):
        return clause.subject is None or clause.relation == "conj"
    return False


def _bare(tree: Tree, clause: Clause) -> bool:
    if tree[clause.head].lemma in ("mean", "involve"):
        return True
    return (
        tree[clause.head].pos in ("NOUN", "PROPN", "ADJ", "VERB", "PRON") and not clause.own_subject
    )


def lead_in(tree: Tree, clauses: Sequence[Clause], negs: Sequence[Negation]) -> Polarity | None:
    """What a lead-in or heading tells for the items under it: "Avoid:" says don't."""
    words = {t.lemma for t in tree.tokens} | {t.lower for t in tree.tokens}
    if words & cues.LEAVING - {"off", "clear"}:
        return Polarity.DENY
    told = words & (cues.DIRECTIVE_WORDS | cues.DIRECTIVE_AUX - {"have", "need"})
    if not told and not any(imperative(tree, c) or c.head == 0 for c in clauses):
        return None
    if any(tree[n.cue].lower in ("not", "n't", "never", "no") for n in negs):
        return Polarity.DENY
    return Polarity.AFFIRM if told & {"should", "must", "recommend", "do"} else None
