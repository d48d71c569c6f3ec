"""What a clause is about: the topic's subject, a rival, a by-product, people, or none of them.

A small version of centering (Grosz, Joshi & Weinstein 1995): pronouns go to what the clause
before was about; nouns that stand in for the subject go to it, or to a rival named since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extract.grammar import cues
from extract.grammar.cues import words
from extract.grammar.tree import Tree
from extract.model import SELF
from extract.parse import Token
from extract.rules import Meaning, Mention, Rules
from extract.value import value

_PRONOUNS = frozenset({"it", "this", "that", "these", "they", "those", "them", "which", "who"})
_GETTING = frozenset({"get", "have", "receive", "buy"})
_PERSONS = frozenset({"he", "she"})
_SOMEBODY = cues.PEOPLE | cues.OWN_AUTHORITIES | cues.SET_APART_NOUNS
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


@value
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
            referent = OTHER
        return Focus(self.topic, referent, plural, self.grounded)

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
                        if i not in best or rank[:3] < best[i][:3]:
                            best[i] = rank
        self.strongest = {i: rank[3] for i, rank in best.items()}
        self.kinds = frozenset(meaning.mention for meaning in self.strongest.values())
        self.own = rules.own_words

    def among(self, indices: Iterable[int], *kinds: Mention) -> Meaning | None:
        """The first mention of one of these kinds among the tokens, taken at its strongest."""
        for i in () if self.kinds.isdisjoint(kinds) else indices:
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
    if token.lower == "what" and _got(tree, head):
        return focus.topic
    if token.lower in _PRONOUNS and token.pos in ("PRON", "DET"):
        return focus.meant_by(token.lower)
    if token.lower in cues.READER or token.lower in _PERSONS:
        return PEOPLE
    phrase = _phrase(tree, head)
    meaning = mentions.strongest.get(head)
    inside = [i for i in phrase if i != head]
    if meaning is None:
        return _unnamed(tree, token, inside, mentions, focus)
    return _named(tree, token, inside, meaning, mentions, focus)


def _got(tree: Tree, what: int) -> bool:
    """ "What you get is permanent": what the reader has of the subject."""
    verbs = (k for k in tree.kids(what, "acl:relcl") if k.lemma in _GETTING)
    return any(s.lower in cues.READER for v in verbs for s in tree.kids(v.i, "nsubj"))


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
    if _of_those(tree, token) and not _people_before(tree, token, mentions):
        return focus.last if focus.plural else OTHER
    if is_somebody(token):
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


def _of_those(tree: Tree, token: Token) -> bool:
    """ "There are other ways. Some of them hurt": what was spoken of just before, not people."""
    return any(k.lower in ("them", "these", "those") for k in tree.kids(token.i, "nmod"))


def _people_before(tree: Tree, token: Token, mentions: Mentions) -> bool:
    """Whether the paragraph has spoken of people, of whom some can be meant."""
    before = [t for t in tree.tokens[: token.i] if t.pos in ("NOUN", "PROPN")]
    named = mentions.among((t.i for t in before), Mention.PEOPLE, Mention.POPULATION)
    return named is not None or any(is_somebody(t) for t in before)


def _pointed_at(tree: Tree, token: Token, focus: Focus) -> Referent:
    """ "These methods" are several, spoken of just before; "this method" is the topic's."""
    if "Number=Plur" in token.morph and focus.plural:
        return focus.last
    return focus.last if focus.last.standing is SubjectStanding.RIVAL else focus.topic


def is_somebody(token: Token) -> bool:
    """Whether a word means people, or counts them."""
    some = token.lower in cues.SOME_WORDS or token.lower in cues.MOST_WORDS
    return some or token.lemma in _SOMEBODY or token.lower in cues.PEOPLE


def _pointed(tree: Tree, token: Token) -> bool:
    return any(k.lower in _POINTING for k in tree.kids(token.i, "det"))


def _otherwise(tree: Tree, token: Token) -> bool:
    modifiers = tree.kids(token.i, "det", "amod")
    return any(k.lower in _OTHER for k in modifiers)
