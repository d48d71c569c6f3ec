"""What a statement in a clause is about, of all that the clause and its subject name."""

from collections.abc import Sequence
from dataclasses import replace

from extract.grammar import cues
from extract.grammar.clauses import Clause
from extract.grammar.tree import Tree
from extract.reading.subject import (
    ITSELF,
    PEOPLE,
    Focus,
    Mentions,
    Referent,
    SubjectStanding,
    is_somebody,
    refer,
)
from extract.rules import Mention


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
    added = _added_to(tree, clause, found, mentions, focus)
    if added is not None:
        return added
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
        lemma = tree[clause.subject].lemma
        if lemma not in cues.PEOPLE and lemma not in cues.READER:
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


def _added_to(
    tree: Tree, clause: Clause, found: Sequence[Clause], mentions: Mentions, focus: Focus
) -> Referent | None:
    """ "The hose dies young: expect ten years": what follows is still about the hose."""
    if clause.subject is not None or clause.parent is None or clause.relation != "parataxis":
        return None
    above = found[clause.parent].subject
    if above is None or mentions.among(clause.tokens, Mention.SELF, Mention.STAND_IN):
        return None
    referent = refer(tree, above, mentions, focus)
    others = (SubjectStanding.BY_PRODUCT, SubjectStanding.RIVAL)
    return referent if referent.standing in others else None


def _antecedent(tree: Tree, clause: Clause, found: Sequence[Clause]) -> int:
    """What stands for the subject: for *it*, the object of a clause that only people can head.

    "Use a soft cloth, as it spares the paint": after people, the object is next in rank.
    """
    subject = -1 if clause.subject is None else clause.subject
    set_out = _set_out(tree, subject)
    if set_out is not None:
        return set_out
    if tree[subject].lower != "it" or clause.parent is None or clause.relation == "ccomp":
        return subject
    above = found[clause.parent]
    people = above.subject is None or tree[above.subject].lower in cues.READER
    things = [t for t in tree.kids(above.head, "obj") if t.i < subject]
    singular = [t.i for t in things if t.pos in ("NOUN", "PROPN") and "Plur" not in t.morph]
    return singular[-1] if people and singular else subject


def _set_out(tree: Tree, subject: int) -> int | None:
    """ "A balcony, now that rusts": the noun that opens the sentence is taken up by a pronoun."""
    if tree[subject].lower not in _TAKING_UP:
        return None
    first, _ = tree.sentence(subject)
    before = tree.tokens[first:subject]
    comma = next((n for n, t in enumerate(before) if t.text == ","), 0)
    opening = before[:comma]
    nouns = [t.i for t in opening if t.pos in ("NOUN", "PROPN")]
    plain = all(t.pos in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT") for t in opening)
    passing = all(t.lower in _FILLING for t in before[comma + 1 :])
    return nouns[-1] if nouns and nouns[-1] == opening[-1].i and plain and passing else None


_TAKING_UP = frozenset({"that", "this", "it", "those", "they"})
_FILLING = frozenset({",", "now", "well", "oh", "though", "however"})


def _for_others(tree: Tree, clause: Clause, mentions: Mentions) -> bool:
    """ "For balconies the maker uses wood that rots": of balconies, and nothing else."""
    first, last = tree.parse.sentences[clause.sentence]
    if tree[first].lower != "for" or first + 1 >= last:
        return False
    thing, after = tree[first + 1], tree[min(first + 2, last - 1)]
    bare = "Number=Plur" in thing.morph and thing.pos == "NOUN" and after.pos in ("DET", "PRON")
    known = mentions.strongest.get(thing.i)
    named = known is not None and known.mention is not Mention.BACKGROUND
    return bare and not named and thing.lemma not in cues.PEOPLE and not is_somebody(thing)


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
    compares = tree.has(_LIKENING)
    own = [i for i in words if not _likened(tree, i)] if compares else words
    rival = mentions.among(own, Mention.RIVAL)
    if rival is not None:
        return Referent(SubjectStanding.RIVAL, rival.name)
    return focus.topic if focus.grounded or clause.subject is None else None


_LIKENING = frozenset({"like", "as"})


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
    for i in range(word - 1, first, -1) if "(" in tree.words else ():
        if tree[i].text == ")":
            return None
        if tree[i].text == "(":
            return i
    return None
