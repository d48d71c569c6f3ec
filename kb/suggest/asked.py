"""Whole questions: what texts ask, and what several of them say of the subject, unheard."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.grammar.tree import SUBJECTS
from extract.model import Span
from extract.parse import Token
from extract.rules import Mention, Role, Rules, Saying
from kb.suggest.model import Idea, Proposing, TopicPlace
from kb.suggest.nouns import GENERAL
from kb.suggest.seen import SeenClause

_OWN = (Mention.SELF, Mention.STAND_IN, Mention.BELONGING, Mention.SUBTYPE)
_EMPTY = GENERAL | frozenset(
    """
    be have do get go make take give come see know say use need want ask let keep look find help
    work include offer provide become allow seem mean consider good bad great many much more most
    other such same different various new first last best able sure important right understand
    choose decide achieve explain like available common possible question
    """.split()
)
_HEARD = frozenset({Role.SAYS, Role.DENIES, Role.ASKED, Role.ANSWER_SAYS})
_WEIGHTY = ("NOUN", "PROPN", "VERB", "ADJ")
_MOST = 3  # nouns of a question that are tried
_FEWEST = 2  # sentences that say it


def asked(seen: Sequence[SeenClause], rules: Rules) -> Iterator[Idea]:
    """Ideas for questions: those asked in the texts, and what is said of the subject at least
    twice."""
    said: dict[tuple[str, ...], list[tuple[SeenClause, str]]] = defaultdict(list)
    for at in seen:
        if at.claims or _heard(at, rules):
            continue
        if at.tree[at.tree.parse.sentences[at.clause.sentence][1] - 1].text == "?":
            yield from _put(at, rules)
        elif not at.heading:
            for words, question in _predicates(at, rules):
                said[words].append((at, question))
    for words, rows in sorted(said.items()):
        if len({at.sentence for at, _ in rows}) >= _FEWEST:
            where = tuple(sorted({(at.source, at.sentence) for at, _ in rows}))
            yield _idea(words, rows[0][1], "is said of the subject more than once", 0.4, where)


def _heard(at: SeenClause, rules: Rules) -> bool:
    """Whether a question of the topic file is spoken of, by more than the subject's name."""
    heavy = {t.i for t in at.content}
    for match in rules.phrases.match(at.tokens):
        key = match.key
        if isinstance(key, Saying) and key.role in _HEARD:
            if not heavy.isdisjoint(match.token_indices):
                return True
    return False


def _put(at: SeenClause, rules: Rules) -> Iterator[Idea]:
    """The question that a sentence asks, in its own words: told by its verb and a noun with it,
    or by a noun alone."""
    first, last = at.tree.parse.sentences[at.clause.sentence]
    start = next((t.i for t in at.tree.tokens[first : first + 3] if t.pos == "AUX"), None)
    if start is None or not at.mentions.among(range(first, last), *_OWN):
        return
    words = [t for t in at.tokens if t.pos in _WEIGHTY and _plain(at, t)]
    nouns = [t for t in words if t.pos in ("NOUN", "PROPN")]
    head = at.tree[at.clause.head]
    with_it = [t.lemma for t in nouns if t.head == head.i]
    pair = (head.lemma, *with_it[-1:]) if head in words else ()
    question = " ".join(at.tree.text(tuple(range(start, last))).split())
    question = question[:1].upper() + question[1:]
    where = ((at.source, at.sentence),)
    for told, weight in ((pair, 0.7), *(((t.lemma,), 0.6) for t in nouns[:_MOST])):
        if told:
            yield _idea(told, question, "a text asks it", weight, where)


def _plain(at: SeenClause, token: Token) -> bool:
    known = token.i in at.mentions.strongest
    plain = token.lemma.isalpha() and token.lemma.isascii()
    return plain and token.lemma not in _EMPTY and not known


def _predicates(at: SeenClause, rules: Rules) -> Iterator[tuple[tuple[str, ...], str]]:
    """What a clause says of the subject: a verb with its object, an adjective."""
    head, subject = at.tree[at.clause.head], at.clause.subject
    if subject is None or not at.mentions.among(at.tree.subtree(subject), *_OWN):
        return
    if not (head.lemma.isalpha() and head.lemma.isascii()):
        return
    if head.pos == "ADJ" and head.lemma not in _EMPTY:
        yield (head.lemma,), f"Is {rules.topic.subject.name} {head.lemma}?"
    things = [k for k in at.tree.kids(head.i, "obj") if k.i > head.i]
    if head.pos == "VERB" and _active(at, head) and (things or head.lemma not in _EMPTY):
        thing = next((t.lemma for t in things if _plain(at, t) and t.pos == "NOUN"), "")
        if thing not in _EMPTY and (thing or head.lemma not in _EMPTY):
            said = " ".join(filter(None, (head.lemma, thing)))
            yield tuple(said.split()), f"Does {rules.topic.subject.name} {said}?"


def _active(at: SeenClause, head: Token) -> bool:
    return any(k.dep in SUBJECTS and ":" not in k.dep for k in at.tree.below[head.i])


def _idea(
    words: tuple[str, ...],
    question: str,
    why: str,
    weight: float,
    where: tuple[tuple[str, Span], ...],
) -> Idea:
    id = "-".join(words)
    row = (("id", id), ("label", " ".join(words).capitalize()), ("question", question))
    place = TopicPlace("aspects", id)
    return Idea(Proposing.QUESTION, place, " ".join(words), why, weight, where, row)
