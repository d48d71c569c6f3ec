"""The verb or predicate that tells to leave an act: avoid, stay away from, is forbidden."""

from collections.abc import Iterator, Sequence

from extract.grammar import cues
from extract.grammar.clauses import Clause
from extract.grammar.tellings import ASIDE, LEAVING, is_out, leaves, may_leave
from extract.grammar.tree import SUBJECTS, Tree
from extract.parse import Token

_REFUSING = frozenset({"ban", "forbid", "prohibit"})
_DOS = frozenset({"do", "will", "to"})
_OBLIQUE = frozenset({"obl", "nmod", "advcl"})
_ANYTHING = frozenset("anything everything activity thing whatever all".split())
_LISTS = frozenset({"menu", "table", "card", "list", "agenda"})
_TIMES = frozenset("hour day night weekend week fortnight month year".split())
_APART = 4  # words from the particle to the act: "off from the hot tub"
_NEAR = 8  # words after a verb in which its particle is looked for
PERMITTING = frozenset({"can", "may", "ca"})


def governors(tree: Tree, i: int) -> Iterator[tuple[Token, Token]]:
    """Each word above, with the one below it; conjuncts stand under what governs the first."""
    while tree[i].head != i:
        below, above = tree[i], tree[tree[i].head]
        if below.dep != "conj":
            yield below, above
        i = above.i


def sets_aside(tree: Tree, below: Token, above: Token) -> bool:
    """ "Rinse it after swimming", "goggles for swimming"; "go for a swim" is swimming."""
    if above.lemma in ("go", "opt", "wait") or leaves(above.lemma, ("against", "from")):
        return False
    return any(k.lower in ASIDE for k in tree.kids(below.i, "case", "mark", "advmod"))


def time_off(tree: Tree, clause: Clause, words: Sequence[int]) -> Token | None:
    """ "A week off the sauna", "two weeks out of the sun": a row of words tells how long."""
    before = tree.tokens[max(clause.first, min(words) - _APART) : min(words)]
    particle = next((t for t in before if t.lower in ("off", "out", "away")), None)
    if particle is None or particle.i <= clause.first:
        return None
    timed = tree[particle.i - 1].lemma in _TIMES
    first, last = tree.parse.sentences[clause.sentence]
    if any(t.finite for t in tree.tokens[first:last]):
        return None  # "a week off the sauna did her good"
    between = tree.tokens[particle.i + 1 : min(words)]
    return particle if timed and all(t.pos in ("ADP", "DET", "ADJ") for t in between) else None


def leaves_at(tree: Tree, i: int, mine: Sequence[int] = ()) -> bool:
    """Whether a word tells to leave, with its particle: "put … off", "wait … before".

    A word of the act itself does so only with a particle that is none of the act's words.
    """
    if not may_leave(tree[i].lemma):
        return False
    after = [t.lower for t in words_after(tree, i) if t.i not in mine]
    return leaves(tree[i].lemma, after) and not (i in mine and leaves(tree[i].lemma, ()))


def words_after(tree: Tree, i: int) -> list[Token]:
    """The words that follow near, up to where another phrase is joined on."""
    near = tree.tokens[i + 1 : i + 1 + _NEAR]
    ends = (k for k, t in enumerate(near) if t.text in ",.;:!?" or t.lower in ("and", "but"))
    return list(near[: next(ends, _NEAR)])


def leaving_verb(tree: Tree, clause: Clause, words: Sequence[int], core: int) -> Token | None:
    """A verb of leaving that governs the act: avoid, refrain from, stay away from."""
    for below, above in governors(tree, core):
        if below.dep in _OBLIQUE and sets_aside(tree, below, above):
            break
        if below.dep == "acl:relcl" and above.lemma not in _ANYTHING:
            break
        if leaves_at(tree, above.i, words) or (below.dep == "csubj" and _is_out(tree, above.i)):
            return above
    may = tree.places(LEAVING)
    for i in clause.tokens:
        if i not in may and i != clause.head and tree[i].lemma != "wait" and tree[i].lower != "off":
            continue
        if _out(tree, clause, i) or _off(tree, clause, i, words):
            return tree[i]
        if leaves_at(tree, i, words):
            if i < max(words) or tree.kids(i, "nsubj:pass", "aux:pass", "cop"):
                return tree[i]
    return None


def _out(tree: Tree, clause: Clause, i: int) -> bool:
    """ "Saunas are out", "swimming must wait"."""
    if clause.subject is None:
        return False
    held = tree[i].dep == "xcomp" and tree[i].head == clause.head  # "swimming has to wait"
    if tree[i].lemma == "wait" and held:
        return tree[clause.subject].lower not in cues.READER
    if i != clause.head:
        return False
    if tree[i].lemma == "wait":
        return tree[clause.subject].lower not in cues.READER
    return _is_out(tree, i)


def _is_out(tree: Tree, i: int) -> bool:
    if not tree.kids(i, "cop", "aux:pass"):
        return False
    return is_out(tree[i].lower, [t.lower for t in words_after(tree, i)])


def _off(tree: Tree, clause: Clause, i: int, words: Sequence[int]) -> bool:
    """ "You must be off the drug for a week", "saunas are off the menu"."""
    if tree[i].lower != "off" or clause.head not in (i, tree[i].head):
        return False
    told = any(t.lower in cues.DIRECTIVE_AUX for t in tree.kids(clause.head, "aux"))
    struck = clause.subject in words and tree[clause.head].lemma in _LISTS
    return (told or struck) and bool(tree.kids(clause.head, "cop"))


def leave_is_told(tree: Tree, clause: Clause, leaving: Token) -> bool:
    """Whether somebody is told to leave it: not "you can skip it", nor "she stopped it"."""
    before = [tree[i] for i in clause.tokens if i < leaving.i]
    if any(t.lower in PERMITTING and t.pos == "AUX" for t in before):
        return leaving.lemma == "wait"
    above = tuple(_verbs_above(tree, leaving))
    if any({t.lemma, t.lower} & cues.DIRECTIVE_WORDS for t in above):
        return True
    return not any(_recounts(tree, t) for t in (leaving, *above))


def _verbs_above(tree: Tree, verb: Token) -> Iterator[Token]:
    """The verbs whose complement it is."""
    while verb.dep in ("xcomp", "ccomp", "advcl", "csubj") and verb.head != verb.i:
        verb = tree[verb.head]
        yield verb


def _recounts(tree: Tree, verb: Token) -> bool:
    """ "She stopped swimming", "it helps to avoid it": told as a fact, to nobody."""
    tells = cues.DIRECTIVE_WORDS | cues.DIRECTIVE_AUX | _REFUSING
    aux = {k.lower for k in tree.kids(verb.i, "aux")}
    if verb.pos != "VERB" or not tells.isdisjoint({verb.lemma, verb.lower, *aux}):
        return False
    aux |= {k.lower for k in tree.kids(verb.i, "mark")}
    if tree.kids(verb.i, "aux:pass") or not aux.isdisjoint(_DOS):
        return False
    subject = next(iter(tree.kids(verb.i, *SUBJECTS)), None)
    if subject is not None and verb.tag == "VB" and "Number=Sing" in subject.morph:
        return False  # "for the short term avoid it": no subject of this verb
    return verb.tag == "VBD" or (subject is not None and subject.lower not in ("you", "that"))
