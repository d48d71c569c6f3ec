"""Whose case words tell of: one person's story, one firm's price, a part, a sort of thing."""

from collections.abc import Sequence

from extract.grammar import cues
from extract.grammar.clauses import with_finite_verb
from extract.grammar.conditions import OWN_PRICE, one_case
from extract.grammar.cues import words
from extract.model import Scope, ScopeKind
from extract.parse import Token
from extract.quantity import MONEY
from extract.reading.oneperson import one_persons
from extract.reading.opening import PERSONS
from extract.reading.spoken import Spoken
from extract.reading.subject import Mentions
from extract.rules import Mention
from extract.topic.schema import Kind

_MINE = frozenset({"mine", "hers"})
_ONES = frozenset({"my", "his", "her"})
_SAME_PAST = frozenset({"hurt", "cost"})
_SOMEBODY = frozenset({"he", "she"})
_FIRST = frozenset({"i", "me", "my", "mine"})
_THEM = frozenset({"they", "them", "others"})
_OURS = frozenset({"our", "ours", "we", "us"})
# Said by somebody who knows, and no story: "I call it safe".
_JUDGING = (
    cues.SAYING
    | cues.DIRECTIVE_WORDS
    | words("call describe see know consider regard count deem rate use offer")
)
_BUYING = frozenset({"cover", "buy", "get", "include"})
_WHOLE = words(
    """
    full whole complete entire total everything average all every each both session visit time
    appointment hour
    """
)
_COUNTING = (
    cues.ALL_WORDS | cues.MOST_WORDS | cues.SOME_WORDS | words("good reputable proper qualified")
)
_OPENING = 4  # tokens within which a sentence's first noun stands
_BARE = frozenset({"a", "an", "some", "any"})
_LONGEST_CASE = 6  # tokens
_NO_CASE = (
    cues.MOST_WORDS
    | cues.ALL_WORDS
    | words("average whole day week month year time hand top result addition contrary moment")
    | words("reason purpose this that these those")
)
_SUBJECTS_OWN = (
    Mention.SELF,
    Mention.STAND_IN,
    Mention.BELONGING,
    Mention.RIVAL,
    Mention.BY_PRODUCT,
)
_SOMETIMES = frozenset({"sometimes", "occasionally", "some"})

Limit = tuple[Scope, Token]
"""A scope and the word that shows it."""


def own_story(at: Spoken) -> Token | None:
    """The word that makes it one person's story: "mine leaked", "my friend's leaks", "I oil it"."""
    told = one_case(at.tree, at.clause) or _somebodys(at) or one_persons(at)
    if told is not None:
        return told
    clause = at.clause
    if clause.relation == "conj" and not clause.own_subject and clause.parent is not None:
        return one_case(at.tree, at.found[clause.parent])
    return _never_met(at) or _gone(at) or _paid_by_me(at) or _gone_on(at)


def _never_met(at: Spoken) -> Token | None:
    """ "We have never had a leak": so far, and with them."""
    clause = at.clause
    if clause.subject is None or at.tree[clause.subject].lower != "we":
        return None
    told = at.tree.kids(clause.head, "aux", "advmod")
    never = next((t for t in told if t.lower in ("never", "not", "n't")), None)
    had = any(t.lemma == "have" or t.lower == "'ve" for t in told)
    met = at.tree[clause.head].lemma in ("see", "have", "meet", "lose", "encounter")
    return never if had and met else None


def _gone(at: Spoken) -> Token | None:
    """ "It was gone in two years", which looks like a passive."""
    if at.tree[at.clause.head].lower != "gone":
        return None
    was = (k for k in at.tree.kids(at.clause.head, "aux:pass") if k.tag == "VBD")
    return next(was, None)


def _paid_by_me(at: Spoken) -> Token | None:
    """ "This is costing me $90"."""
    payers = at.tree.kids(at.clause.head, "obj", "iobj") if _money(at) else []
    return next((t for t in payers if t.lower in ("me", "us", "him", "her", "them")), None)


def _somebodys(at: Spoken) -> Token | None:
    tree, subject = at.tree, at.clause.subject
    first, last = tree.parse.sentences[at.clause.sentence]
    if subject is None:
        opening = next(t for t in tree.tokens[first:last] if t.pos != "PUNCT" or t.i == last - 1)
        return opening if opening.lower in _SAME_PAST else None  # "Hurt more than I thought"
    if _modal(at):
        return None
    token = tree[subject]
    if token.lower in _MINE:
        return token
    if token.lower == "i":
        return None if tree[at.clause.head].lemma in _JUDGING else token
    if token.lower in _SOMEBODY and at.candidate.aspect.kind is Kind.QUANTITY:
        return None if tree[at.clause.head].lemma in _JUDGING else token
    owners = [tree[i] for i in tree.subtree(subject)[:3] if tree[i].dep == "nmod:poss"]
    mine = next((k for k in owners if k.lower in _ONES), None)
    if mine is None:
        return None
    person = token.lemma in cues.PEOPLE or token.lemma in cues.OWN_AUTHORITIES
    return None if person and not tree.kids(subject, "case") else mine


def _modal(at: Spoken) -> bool:
    return any(k.tag == "MD" for k in at.tree.kids(at.clause.head, "aux"))


def _gone_on(at: Spoken) -> Token | None:
    """ "I had it done in May. Two visits.": a row of words that goes on with a story."""
    head = at.tree[at.clause.head]
    if head.tag == "VBD" and at.clause.subject is None and _money(at):
        return head  # the parser lost who paid
    if with_finite_verb(at.tree, at.clause) or at.clause.subject is not None:
        return None
    sentences = [at.clause.sentence]
    if at.candidate.aspect.kind is Kind.QUANTITY:
        sentences.append(at.clause.sentence - 1)
    near = [c for c in at.found if c.sentence in sentences and c.head != at.clause.head]
    words = [at.tree[i] for c in near for i in c.tokens]
    mine = next((t for t in words if t.lower in _FIRST), None)
    if mine is None or _money(at):
        return mine
    return next((t for t in words if t.tag == "VBD"), None)


def own_price(at: Spoken) -> Limit | None:
    """ "Our lids cost $20", "with us it is $20": what others ask for it is not said."""
    if not _money(at):
        return None
    phrase = () if at.clause.subject is None else at.tree.subtree(at.clause.subject)
    told = (at.tree[i] for i in at.clause.tokens if at.tree[i].lower in _OURS)
    with_us = [t.i for t in told if t.i and at.tree[t.i - 1].lower in ("with", "by", "from")]
    ours = next((at.tree[i] for i in (*phrase, *with_us) if at.tree[i].lower in _OURS), None)
    return None if ours is None else (Scope(ScopeKind.BRAND, ours.text, OWN_PRICE), ours)


def some_of_them(at: Spoken, mentions: Mentions) -> Limit | None:
    """ "Big firms charge $90": some who do it, and not all."""
    subject = at.clause.subject
    them = None if subject is None else _they_and_we(at, subject)
    if them is not None:
        return _row(at, [them])
    if subject is None or mentions.among([subject], Mention.PEOPLE) is None:
        return None
    sorts = at.tree.kids(subject, "amod", "compound")
    sorts = [t for t in sorts if t.lower not in _COUNTING and subject not in at.words]
    return _row(at, [*sorts, at.tree[subject]]) if sorts else None


def _they_and_we(at: Spoken, subject: int) -> Token | None:
    """ "They need four coats where we need one": others, whom the text sets against itself."""
    last = at.tree.parse.sentences[at.clause.sentence][1]
    them = (at.tree[i] for i in at.tree.subtree(subject) if at.tree[i].lower in _THEM)
    ours = any(t.lower in _OURS for t in at.tree.tokens[subject:last])
    return next(them, None) if ours else None


def bought(at: Spoken, mentions: Mentions) -> Limit | None:
    """The part that a price is the price of."""
    if not _money(at):
        return None
    head = at.tree[at.clause.head]
    if head.lemma in _BUYING and at.clause.subject in at.words:
        return next((_row(at, [t]) for t in at.tree.kids(head.i, "obj")), None)
    for case in (t for t in (at.tree[i] for i in at.clause.tokens) if t.lower == "for"):
        noun = at.tree[case.head]
        if case.dep == "case" and noun.pos == "NOUN" and noun.i > case.i:
            phrase = [at.tree[i] for i in at.tree.subtree(noun.i) if i > case.i]
            if _a_part(at, phrase, mentions):
                return _row(at, phrase)
    return None


def _a_part(at: Spoken, phrase: Sequence[Token], mentions: Mentions) -> bool:
    own = (Mention.SELF, Mention.STAND_IN, Mention.PEOPLE, Mention.POPULATION)
    told = {w for t in phrase if t.pos != "NUM" for w in (t.lower, t.lemma)}
    if told & (_WHOLE | cues.PEOPLE | {"thing", "money"}) or len(phrase) > 6:
        return False
    return mentions.among([t.i for t in phrase], *own) is None


def sort(at: Spoken, mentions: Mentions) -> Limit | None:
    """The noun that a clause narrows, where what is claimed is claimed of that sort only."""
    opened = _opening_sort(at, mentions)
    if opened is not None or at.clause.relation == "acl:relcl":
        return opened or _now_and_then(at, mentions)
    subject = at.clause.subject
    if subject is None or subject in at.words or mentions.among([subject], Mention.PEOPLE):
        return None
    noun = at.tree[subject]
    if noun.pos != "NOUN" or _definite(at, noun):
        return None
    looks = [t for t in at.tree.kids(subject, "amod") if t.lower not in _WHOLE | cues.FAVOURABLE]
    one = any(k.lower in ("a", "an") for k in at.tree.kids(subject, "det"))
    yesno = at.candidate.aspect.kind is Kind.YESNO
    if looks and one and yesno and mentions.among([subject], Mention.BELONGING):
        return _row(at, [*looks, noun])
    for narrowing in at.tree.kids(subject, "acl", "acl:relcl"):
        phrase = at.tree.subtree(narrowing.i)
        plain = at.tree[min(phrase) - 1].text != "," and not at.words & set(phrase)
        plain = plain and not any(at.tree[i].lower == "for" for i in phrase[1:2])
        if plain and mentions.among(phrase, Mention.SELF, Mention.STAND_IN) is None:
            return _row(at, [noun, *(at.tree[i] for i in phrase)])
    return None


def _opening_sort(at: Spoken, mentions: Mentions) -> Limit | None:
    """ "Black tints that hold metals turn", where the parser lost the clause that narrows."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    words = at.tree.tokens[first:last]
    noun = next((t for t in words[:_OPENING] if t.tag == "NNS"), None)
    if noun is None or any(t.pos not in ("ADJ", "NOUN", "VERB") for t in words[: noun.i - first]):
        return None
    after = at.tree.tokens[noun.i + 1 : last]
    if any(t.lower == "for" for t in after[1:2]):
        return None  # what they are made for makes them no other sort
    narrowed = after and after[0].lower == "that"
    own = (Mention.SELF, Mention.STAND_IN, Mention.PEOPLE)
    if not narrowed or mentions.among([t.i for t in (noun, *after[:4])], *own):
        return None
    return _row(at, [*words[: noun.i - first + 1], *after[:3]])


def _definite(at: Spoken, noun: Token) -> bool:
    return any(k.lower not in _BARE for k in at.tree.kids(noun.i, "det", "nmod:poss"))


def _now_and_then(at: Spoken, mentions: Mentions) -> Limit | None:
    """ "Sometimes you get a pump that is dead in a year"."""
    noun = at.tree[at.tree[at.clause.head].head]
    first = at.tree.parse.sentences[at.clause.sentence][0]
    before = at.tree.tokens[first : noun.i]
    told = any(t.lower in _SOMETIMES for t in before)
    if not told or mentions.among([noun.i], Mention.SELF) or _definite(at, noun):
        return None
    return _row(at, [*at.tree.kids(noun.i, "amod"), noun])


def not_yet(at: Spoken) -> Token | None:
    """The word by which it is denied of now only."""
    told = [at.tree[i] for i in at.clause.tokens]
    denier = next((t.i for t in told if t.lower in ("not", "n't")), None)
    return next((t for t in told if denier is not None and t.i > denier and t.lower == "yet"), None)


def _money(at: Spoken) -> bool:
    value = at.candidate.value
    return value is not None and value.quantity is not None and value.quantity.unit in MONEY


def _row(at: Spoken, parts: Sequence[Token]) -> Limit:
    ordered = sorted(parts, key=lambda t: t.i)
    named = [t for t in ordered if t.pos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM")] or ordered
    name = " ".join(dict.fromkeys(t.lemma.lower() for t in named))
    return Scope(ScopeKind.ROW, at.tree.text([t.i for t in ordered]), name), ordered[0]


def opening_case(at: Spoken, mentions: Mentions) -> Limit | None:
    """ "With oily lids it fades", "on dark lashes it fades": said of those only."""
    first = at.tree.parse.sentences[at.clause.sentence][0]
    case = at.tree[first]
    people = mentions.among([case.head], Mention.PEOPLE, Mention.POPULATION)
    opens = case.lower in ("with", "on", "for") or (case.lower in ("in", "among") and people)
    if not opens or case.dep != "case" or case.head <= first:
        return None
    phrase = [at.tree[i] for i in at.tree.subtree(case.head)]
    told = {t.lower for t in phrase} | {t.lemma for t in phrase}
    subject = at.clause.subject
    before = subject is not None and phrase[-1].i < subject and not at.words & {t.i for t in phrase}
    if not before or len(phrase) > _LONGEST_CASE or told & (_NO_CASE | cues.FAVOURABLE):
        return None
    if any(t.pos in ("NUM", "PRON") for t in phrase) or mentions.among(
        [t.i for t in phrase], *_SUBJECTS_OWN
    ):
        return None
    name = " ".join(t.lemma.lower() for t in phrase if t.pos in ("NOUN", "ADJ", "PROPN", "VERB"))
    return Scope(ScopeKind.POPULATION, at.tree.text([t.i for t in phrase]), name), case


def they_are(at: Spoken) -> Limit | None:
    """ "Do women buy it? Yes, they need no oil.": who was asked about."""
    subject = at.clause.subject
    if subject is None or at.tree[subject].lower != "they":
        return None
    first = at.tree.parse.sentences[max(0, at.clause.sentence - 2)][0]
    before = [t for t in at.tree.tokens[first:subject] if t.tag == "NNS" and t.lemma in PERSONS]
    if not before:
        return None
    return Scope(ScopeKind.POPULATION, before[-1].text, before[-1].lemma), before[-1]
