"""What a clause is about: the topic's subject, a rival, a by-product, people, or none of them.

A small version of centering (Grosz, Joshi & Weinstein 1995): pronouns go to what the clause
before was about; nouns that stand in for the subject go to it, or to a rival named since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from extract.grammar import cues
from extract.grammar.clauses import Clause
from extract.grammar.cues import words
from extract.grammar.tree import Tree
from extract.model import SELF
from extract.parse import Token
from extract.rules import Meaning, Mention, Rules

_PRONOUNS = frozenset({"it", "this", "that", "these", "they", "those", "them", "which", "who"})
_PERSONS = frozenset({"he", "she"})
_POSSESSIVES = frozenset({"its", "their"})
_POINTING = frozenset({"this", "these", "that", "those"})
# A noun so modified is some other one than the subject.
_OTHER = words(
    """
    other another conventional traditional regular ordinary alternative different various
    competing rival standard older usual most many common certain some few
    """
)


class SubjectStanding(StrEnum):
    """How what is spoken of stands to the topic."""

    SELF = "self"
    RIVAL = "rival"
    BY_PRODUCT = "by-product"
    PEOPLE = "people"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Referent:
    """What is spoken of: its standing, and the name that goes into a claim's `subject`."""

    standing: SubjectStanding
    name: str = SELF


ITSELF = Referent(SubjectStanding.SELF)
PEOPLE = Referent(SubjectStanding.PEOPLE)
OTHER = Referent(SubjectStanding.OTHER, "")
UNKNOWN = Referent(SubjectStanding.UNKNOWN, "")


@dataclass(frozen=True, slots=True)
class Focus:
    """What the text is on: `topic` for stand-in nouns, `last` for pronouns.

    `grounded`: the paragraph has spoken of the subject or what belongs to it; before that, what
    it says of people in general is not about the subject.
    """

    topic: Referent = ITSELF
    last: Referent = ITSELF
    plural: bool = False
    grounded: bool = True

    def after(self, referent: Referent, plural: bool) -> "Focus":
        """The focus once a clause was about `referent`, by name."""
        if referent.standing in (SubjectStanding.SELF, SubjectStanding.RIVAL):
            return Focus(referent, referent, plural, self.grounded)
        return self.pointing(referent, plural)

    def pointing(self, referent: Referent, plural: bool) -> "Focus":
        """The focus once a clause was about `referent`, but not by the topic's own name."""
        if referent.standing is SubjectStanding.PEOPLE:
            return self
        if referent.standing is SubjectStanding.UNKNOWN:
            return replace(self, last=OTHER, plural=plural)
        return replace(self, last=referent, plural=plural)

    def meant_by(self, pronoun: str) -> Referent:
        """What a pronoun refers to: what was last spoken of, if the number fits."""
        singular = pronoun in ("it", "this", "that")
        other = self.last.standing in (SubjectStanding.OTHER, SubjectStanding.RIVAL)
        return self.topic if other and singular and self.plural else self.last


class Mentions:
    """What the words of one paragraph mention."""

    def __init__(self, tree: Tree, rules: Rules) -> None:
        ranks = {mention: rank for rank, mention in enumerate(Mention)}
        best: dict[int, tuple[int, int, str, Meaning]] = {}
        for first, last in tree.parse.sentences:
            for match in rules.mentions.match(tree.tokens[first:last]):
                meaning = match.key
                if isinstance(meaning, Meaning):
                    width = len(match.token_indices)
                    rank = (-width, ranks[meaning.mention], meaning.name, meaning)
                    for i in match.token_indices:
                        best[i] = min(best.get(i, rank), rank, key=lambda r: r[:3])
        self.strongest = {i: rank[3] for i, rank in best.items()}
        self.own = rules.own_words

    def among(self, indices: Iterable[int], *kinds: Mention) -> Meaning | None:
        """The first mention of one of these kinds among the tokens, taken at its strongest."""
        for i in indices:
            meaning = self.strongest.get(i)
            if meaning is not None and meaning.mention in kinds:
                return meaning
        return None


def refer(tree: Tree, head: int, mentions: Mentions, focus: Focus) -> Referent:
    """What the noun phrase headed by token `head` refers to."""
    token = tree[head]
    inner = tree.kids(head, "nsubj", "nsubj:pass") if token.pos == "VERB" else []
    if inner:  # "How long it lasts depends on …" is about what lasts
        return refer(tree, inner[0].i, mentions, focus)
    if token.lower in _PRONOUNS and token.pos in ("PRON", "DET"):
        return focus.meant_by(token.lower)
    if token.lower in cues.READER | _PERSONS:
        return PEOPLE
    phrase = _phrase(tree, head)
    meaning = mentions.strongest.get(head)
    inside = [i for i in phrase if i != head]
    if meaning is None:
        return _unnamed(tree, token, inside, mentions, focus)
    return _named(tree, token, inside, meaning, mentions, focus)


def _phrase(tree: Tree, head: int) -> list[int]:
    clausal = {"acl:relcl", "acl", "cop", "nsubj", "aux", "punct", "advcl", "parataxis"}
    stop = frozenset(k for k in tree.children[head] if tree[k].dep in clausal | {"conj"})
    return tree.subtree(head, stop)


def _named(
    tree: Tree,
    token: Token,
    inside: Sequence[int],
    meaning: Meaning,
    mentions: Mentions,
    focus: Focus,
) -> Referent:
    kind = meaning.mention
    if kind in (Mention.SELF, Mention.SUBTYPE, Mention.BRAND):
        return OTHER if _otherwise(tree, token) and kind is not Mention.SELF else ITSELF
    if kind is Mention.RIVAL:
        return Referent(SubjectStanding.RIVAL, meaning.name)
    if mentions.among(inside, Mention.SELF):
        return PEOPLE if kind is Mention.PEOPLE else ITSELF
    rival = mentions.among(inside, Mention.RIVAL)
    if rival is not None:
        return Referent(SubjectStanding.RIVAL, rival.name)
    if kind is Mention.BY_PRODUCT:
        return Referent(SubjectStanding.BY_PRODUCT, meaning.name)
    if kind in (Mention.PEOPLE, Mention.POPULATION):
        return PEOPLE
    if kind is Mention.BACKGROUND:
        return OTHER
    if kind is Mention.STAND_IN and _otherwise(tree, token):
        return OTHER
    if kind is Mention.STAND_IN and token.lemma in mentions.own:
        return ITSELF
    if kind is Mention.STAND_IN and _pointed(tree, token):
        return _pointed_at(tree, token, focus)
    return focus.topic


def _unnamed(
    tree: Tree, token: Token, inside: Sequence[int], mentions: Mentions, focus: Focus
) -> Referent:
    if _is_somebody(token):
        return PEOPLE
    if mentions.among(inside, Mention.SELF, Mention.SUBTYPE):
        return ITSELF
    rival = mentions.among(inside, Mention.RIVAL)
    if rival is not None:
        return Referent(SubjectStanding.RIVAL, rival.name)
    if any(tree[i].lower in _POSSESSIVES for i in inside):
        return focus.last
    if _pointed(tree, token):
        return UNKNOWN if "Number=Plur" in token.morph else focus.last
    named = mentions.among(inside, Mention.STAND_IN)
    if named is not None and not _otherwise(tree, token):
        stand_in = tree[next(i for i in inside if mentions.strongest.get(i) is named)]
        if _otherwise(tree, stand_in):
            return OTHER
        return _pointed_at(tree, stand_in, focus) if _pointed(tree, stand_in) else focus.topic
    return focus.topic if mentions.among(inside, Mention.BELONGING) else UNKNOWN


def _pointed_at(tree: Tree, token: Token, focus: Focus) -> Referent:
    """ "These methods" are several, spoken of just before; "this method" is the topic's."""
    if "Number=Plur" in token.morph and focus.plural:
        return focus.last
    return focus.last if focus.last.standing is SubjectStanding.RIVAL else focus.topic


def _is_somebody(token: Token) -> bool:
    people = cues.PEOPLE | cues.OWN_AUTHORITIES | cues.SET_APART_NOUNS
    some = token.lower in cues.SOME_WORDS | cues.MOST_WORDS
    return some or token.lemma in people or token.lower in cues.PEOPLE


def _pointed(tree: Tree, token: Token) -> bool:
    return any(k.lower in _POINTING for k in tree.kids(token.i, "det"))


def _otherwise(tree: Tree, token: Token) -> bool:
    modifiers = tree.kids(token.i, "det", "amod")
    return any(k.lower in _OTHER for k in modifiers)


def about(
    tree: Tree,
    clause: Clause,
    found: Sequence[Clause],
    anchors: Sequence[int],
    mentions: Mentions,
    focus: Focus,
    told: bool = False,
) -> Referent | None:
    """What a statement carried by the tokens `anchors` is about; `None`: not of the topic.

    `told`: it tells the reader what to do, and so needs no subject of its own.
    """
    if told:
        focus = replace(focus, grounded=True)
    owner = _owner(tree, clause, anchors, mentions)
    if owner is not None:
        return owner
    words = [i for i in clause.tokens if i not in anchors]
    clause = _listed_verb(tree, clause, found)
    if _dummy(tree, clause):
        return _without_subject(tree, clause, words, mentions, replace(focus, grounded=True))
    if clause.subject is None:
        return None
    if _of_something_else(tree, clause, found, mentions, focus):
        return None
    if _for_others(tree, clause, mentions):
        return None
    referent = refer(tree, _antecedent(tree, clause, found), mentions, focus)
    if referent.standing in (SubjectStanding.SELF, SubjectStanding.RIVAL):
        return referent
    if referent.standing is SubjectStanding.UNKNOWN and tree[clause.head].lemma in cues.SAYING:
        referent = PEOPLE  # whoever says it is somebody
    phrase = tree.subtree(clause.subject)
    inside = [i for i in anchors if i in phrase]
    if mentions.among(inside, Mention.BACKGROUND) and referent.standing is SubjectStanding.UNKNOWN:
        return ITSELF if mentions.among(clause.tokens, Mention.SELF) else None
    if clause.subject in anchors or inside:
        return _topic_or_named(words, mentions, focus, referent)
    if referent.standing is SubjectStanding.BY_PRODUCT:
        return focus.topic if told else referent
    if referent.standing is SubjectStanding.PEOPLE:
        theirs = _wearing(tree, clause.subject, mentions)
        if theirs is not None and not mentions.among(clause.tokens, Mention.SELF):
            return theirs
        if not told and _by_other_means(tree, clause, anchors, mentions):
            return None
        if tree[clause.subject].lemma not in cues.PEOPLE | cues.READER:
            focus = replace(focus, grounded=True)  # the topic's own people
        if any(tree[i].lower in ("it", "them") and tree[i].dep == "obj" for i in clause.tokens):
            focus = replace(focus, topic=focus.last, grounded=True)
        return _without_subject(tree, clause, words, mentions, focus)
    if mentions.among(words, Mention.SELF, Mention.SUBTYPE):
        return ITSELF
    if referent.standing is SubjectStanding.UNKNOWN and mentions.among(phrase, Mention.BELONGING):
        return focus.topic if focus.grounded else None
    return focus.topic if told and referent.standing is SubjectStanding.UNKNOWN else None


def _wearing(tree: Tree, subject: int, mentions: Mentions) -> Referent | None:
    """The rival that people are told apart by: "owners who use a rival", "people with a rival"."""
    below = [i for k in tree.kids(subject, "acl:relcl", "acl", "nmod") for i in tree.subtree(k.i)]
    rival = mentions.among(below, Mention.RIVAL)
    own = mentions.among(below, Mention.SELF, Mention.SUBTYPE)
    return Referent(SubjectStanding.RIVAL, rival.name) if rival and not own else None


def _antecedent(tree: Tree, clause: Clause, found: Sequence[Clause]) -> int:
    """What stands for the subject: for *it*, the object of a clause that only people can head.

    "Use a soft cloth, as it spares the paint": after people, the object is next in rank.
    """
    subject = -1 if clause.subject is None else clause.subject
    if tree[subject].lower != "it" or clause.parent is None or clause.relation == "ccomp":
        return subject
    above = found[clause.parent]
    people = above.subject is None or tree[above.subject].lower in cues.READER
    things = [t for t in tree.kids(above.head, "obj") if t.i < subject]
    singular = [t.i for t in things if t.pos in ("NOUN", "PROPN") and "Plur" not in t.morph]
    return singular[-1] if people and singular else subject


def _for_others(tree: Tree, clause: Clause, mentions: Mentions) -> bool:
    """ "For balconies the maker uses wood that rots": of balconies, and nothing else."""
    first, last = tree.parse.sentences[clause.sentence]
    if tree[first].lower != "for" or first + 1 >= last:
        return False
    thing, after = tree[first + 1], tree[min(first + 2, last - 1)]
    bare = "Number=Plur" in thing.morph and thing.pos == "NOUN" and after.pos in ("DET", "PRON")
    known = mentions.strongest.get(thing.i)
    named = known is not None and known.mention is not Mention.BACKGROUND
    return bare and not named and thing.lemma not in cues.PEOPLE and not _is_somebody(thing)


def _listed_verb(tree: Tree, clause: Clause, found: Sequence[Clause]) -> Clause:
    """ "Other pumps can leak, hum, break": a further verb of the list, read as a new clause."""
    if clause.subject is not None or clause.parent is None or clause.relation != "parataxis":
        return clause
    head, above = tree[clause.head], found[clause.parent]
    bare = head.tag in ("VB", "VBP") or head.pos == "NOUN"
    helped = [t for t in tree.kids(above.head, "aux") if t.tag == "MD"]
    opens = tree[clause.first].text == "," or tree[clause.first - 1].text == ","
    listed = bare and opens and helped and helped[0].i < clause.first
    return replace(clause, subject=above.subject) if listed else clause


def _of_something_else(
    tree: Tree, clause: Clause, found: Sequence[Clause], mentions: Mentions, focus: Focus
) -> bool:
    """ "A balcony has a rail, which rusts": what a clause on something else adds in passing."""
    if not clause.relation.endswith("relcl") or clause.parent is None:
        return False
    above = found[clause.parent]
    noun = clause.subject
    if noun is None or noun >= clause.first or above.subject in (None, noun):
        return False
    if any(t.dep == "conj" for t in tree.up(noun) if t.i in above.tokens):
        return False
    if mentions.among((*above.tokens, *clause.tokens), Mention.SELF, Mention.SUBTYPE):
        return False
    held = refer(tree, above.subject or 0, mentions, focus).standing
    return held in (SubjectStanding.UNKNOWN, SubjectStanding.OTHER)


def _by_other_means(tree: Tree, clause: Clause, anchors: Sequence[int], mentions: Mentions) -> bool:
    """ "You can use a serum to speed up X": it is the serum that does it."""
    if tree[clause.head].lemma not in cues.USING or mentions.among(clause.tokens, Mention.SELF):
        return False
    objects = tree.kids(clause.head, "obj")
    if not objects or objects[0].i in anchors or min(anchors) < objects[0].i:
        return False
    own = (Mention.STAND_IN, Mention.BELONGING, Mention.SUBTYPE)
    return mentions.among([objects[0].i], *own) is None


def _dummy(tree: Tree, clause: Clause) -> bool:
    """Whether the clause has no subject or a dummy: "there is", "it is true that"."""
    if clause.subject is None:
        return True
    dummies = [tree[clause.subject], *tree.kids(clause.head, "expl")]
    if any(t.lower == "there" for t in dummies):
        return True
    contents = tree.kids(clause.head, "csubj", "ccomp", "csubj:outer")
    return tree[clause.subject].dep == "expl" and bool(contents)


def _topic_or_named(
    words: Sequence[int], mentions: Mentions, focus: Focus, referent: Referent
) -> Referent | None:
    if mentions.among(words, Mention.SELF, Mention.SUBTYPE):
        return ITSELF
    if referent.standing is SubjectStanding.OTHER or not focus.grounded:
        return None
    return focus.topic


def _without_subject(
    tree: Tree, clause: Clause, words: Sequence[int], mentions: Mentions, focus: Focus
) -> Referent | None:
    if mentions.among(clause.tokens, Mention.SELF, Mention.SUBTYPE):
        return ITSELF
    rival = mentions.among([i for i in words if not _likened(tree, i)], Mention.RIVAL)
    if rival is not None:
        return Referent(SubjectStanding.RIVAL, rival.name)
    return focus.topic if focus.grounded or clause.subject is None else None


def _likened(tree: Tree, i: int) -> bool:
    """Whether a word only names what is like the subject: "as with any rival, there is …"."""
    cases = [k.lower for k in tree.kids(i, "case", "mark", "advmod", "fixed")]
    return "like" in cases or ("as" in cases and "with" in cases)


def _owner(
    tree: Tree, clause: Clause, anchors: Sequence[int], mentions: Mentions
) -> Referent | None:
    """The rival whose phrase holds the words: "an alternative to X (recovery time: a year)"."""
    bracket = _bracket(tree, clause, min(anchors))
    if bracket is not None:
        rival = mentions.among([bracket - 1], Mention.RIVAL)
        if rival is not None:
            return Referent(SubjectStanding.RIVAL, rival.name)
    own = clause.head if clause.own_subject and not clause.relation.startswith("acl") else None
    for i in (a for a in anchors if a != own):
        for above in tree.up(i):
            if above.i == clause.head or above.i == clause.subject:
                break
            meaning = mentions.strongest.get(above.i)
            if meaning is None or meaning.mention is not Mention.RIVAL or above.i in anchors:
                continue
            if i > above.i or tree[i].dep in ("compound", "amod"):
                return Referent(SubjectStanding.RIVAL, meaning.name)
    return None


def _bracket(tree: Tree, clause: Clause, word: int) -> int | None:
    """The bracket that is open at a word, if any."""
    first = tree.parse.sentences[clause.sentence][0]
    for i in range(word - 1, first, -1):
        if tree[i].text == ")":
            return None
        if tree[i].text == "(":
            return i
    return None
