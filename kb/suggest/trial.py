"""Ideas tried: the texts read with all of them in the topic file, and what each changes."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from extract.model import Claim, Document, Span
from extract.parse import Parse, Token
from extract.reading.document import extract_claims
from extract.rules import Meaning, Mention, Role, Rules, Saying
from extract.topic.phrase import CompiledPhrase, PhraseIndex, PhraseMatch, compile_phrase
from extract.topic.schema import Topic
from kb.suggest.model import Idea, Proposing, TopicPlace

SentenceAt = tuple[str, Span]
_ROLES = {
    ("says", False): Role.SAYS,
    ("denies", False): Role.DENIES,
    ("whole", False): Role.WHOLE,
    ("says", True): Role.ANSWER_SAYS,
    ("words", True): Role.ANSWER_WORDS,
}


@dataclass(frozen=True, slots=True)
class Tried:
    """What an idea would make of the texts: claims that it would add, and those that it would
    take away."""

    idea: Idea
    added: tuple[Claim, ...]
    lost: tuple[Claim, ...]


class JoinedIndex(PhraseIndex):
    """Two indexes that find as one."""

    def __init__(self, one: PhraseIndex, other: PhraseIndex) -> None:
        super().__init__(())
        self._both = (one, other)

    def match(
        self, tokens: Sequence[Token], raised: Set[Hashable] | None = None
    ) -> list[PhraseMatch]:
        """What either finds, in text order; also what leans, for the one does not know what the
        other finds."""
        found = [m for index in self._both for m in index.match(tokens)]
        return sorted(found, key=lambda m: m.token_indices)


def tried(
    ideas: Sequence[Idea],
    rules: Rules,
    documents: Mapping[str, Document],
    parses: Mapping[str, Sequence[Parse]],
    then: Sequence[Claim],
) -> tuple[Tried, ...]:
    """What each idea would change, all being in the topic file at once; `then` are the claims
    that are read without them."""
    new = rules_with(rules, ideas)
    now: list[Claim] = []
    for source, document in sorted(documents.items()):
        now.extend(extract_claims(document, parses[source], new).claims)
    before, after = {_key(c) for c in then}, {_key(c) for c in now}
    added = _by_sentence(c for c in now if _key(c) not in before)
    lost = _by_sentence(c for c in then if _key(c) not in after)
    return tuple(_of(idea, added, lost) for idea in ideas)


def _key(claim: Claim) -> Hashable:
    value = claim.value
    named = (value.name or value.text) if value else ""
    return (claim.source, claim.sentence, claim.aspect, claim.subject, claim.polarity, named)


def _by_sentence(claims: Iterable[Claim]) -> dict[SentenceAt, list[Claim]]:
    found: dict[SentenceAt, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.source, claim.sentence].append(claim)
    return found


def _of(
    idea: Idea,
    added: Mapping[SentenceAt, list[Claim]],
    lost: Mapping[SentenceAt, list[Claim]],
) -> Tried:
    mine = [c for claims in added.values() for c in claims if _made_by(c, idea)]
    where = {(c.source, c.sentence) for c in mine}
    gone = [c for at in sorted(where) for c in lost.get(at, ()) if c.aspect != idea.place.aspect]
    return Tried(idea, tuple(mine), tuple(gone))


def _made_by(claim: Claim, idea: Idea) -> bool:
    if idea.names:
        return (claim.source, claim.sentence) in idea.seen
    if claim.aspect != idea.place.aspect:
        return False
    if any(r.cue == idea.text for r in claim.why if r.field == "aspect"):
        return True
    named = claim.value is not None and claim.value.name == idea.place.answer
    return bool(idea.place.answer) and named and (claim.source, claim.sentence) in idea.seen


def rules_with(rules: Rules, ideas: Iterable[Idea]) -> Rules:
    """The rules with the ideas put in; what is compiled already is not compiled again."""
    ideas = list(ideas)
    topic = topic_with(rules.topic, ideas)
    made = Rules(topic)
    sayings = [row for idea in ideas for row in _sayings(idea, topic)]
    named = [row for idea in ideas for row in _mentions(idea)]
    made.phrases = JoinedIndex(rules.phrases, PhraseIndex(sayings))
    made.mentions = JoinedIndex(rules.mentions, PhraseIndex(named)) if named else rules.mentions
    return made


def _sayings(idea: Idea, topic: Topic) -> Iterator[tuple[Saying, CompiledPhrase]]:
    at = idea.place
    for place, text in texts_of(idea):
        role = _ROLES[place.key, bool(place.answer)]
        compiled = compile_phrase(text, topic.lists)
        yield Saying(at.aspect, role, place.answer or None, text), compiled


def texts_of(idea: Idea) -> Iterator[tuple[TopicPlace, str]]:
    """The phrases of aspects that the idea adds, each with its place."""
    at = idea.place
    if idea.names:
        return
    if idea.sort is Proposing.ANSWER:
        for key, text in idea.row:
            if key in ("words", "says"):
                yield replace(at, key=key), text
    elif idea.sort is Proposing.QUESTION:
        yield TopicPlace("says", at.aspect), idea.text
    else:
        yield at, idea.text


def _mentions(idea: Idea) -> Iterator[tuple[Meaning, CompiledPhrase]]:
    if idea.sort is Proposing.NAME:
        yield Meaning(Mention.SELF, "self"), compile_phrase(idea.text, {})
    elif idea.sort is Proposing.RIVAL:
        yield Meaning(Mention.RIVAL, dict(idea.row)["name"]), compile_phrase(idea.text, {})


def topic_with(topic: Topic, ideas: Iterable[Idea]) -> Topic:
    """The topic with the new answers and questions that the ideas name, for reading by them."""
    from extract.topic.schema import Aspect, Kind

    aspects = {a.id: a for a in topic.aspects}
    for idea in ideas:
        row, at = dict(idea.row), idea.place
        if idea.sort is Proposing.QUESTION:
            aspects[at.aspect] = Aspect(
                id=at.aspect, label=row["label"], question=row["question"], kind=Kind.YESNO
            )
        elif idea.sort is Proposing.ANSWER:
            aspect = aspects[at.aspect]
            answers: tuple[Any, ...] = getattr(aspect, at.group)
            new = type(answers[0])(name=row["name"])
            aspects[at.aspect] = aspect.model_copy(update={at.group: (*answers, new)})
    return topic.model_copy(update={"aspects": tuple(aspects.values())})
