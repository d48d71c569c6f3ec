"""From a corpus that was built to what its topic file may want, the best first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from extract.model import SELF, Claim, Span
from extract.topic.phrase import PhraseIndex, compile_phrase
from kb.build.read import parses_of
from kb.knowledge.value import Knowledge
from kb.store.origin import reading
from kb.store.rules import kept_rules
from kb.suggest.accept import said_already
from kb.suggest.asked import asked
from kb.suggest.compared import compared
from kb.suggest.framed import framed
from kb.suggest.listed import listed
from kb.suggest.model import Idea, Sample, Suggestion, TopicPlace
from kb.suggest.seen import SeenClause, seen_clauses
from kb.suggest.swapped import swapped
from kb.suggest.trial import Tried, tried

MOST = 400  # ideas that are tried
_GIVERS = (swapped, listed, framed, compared, asked)
LEAST = 0.85  # what a suggestion must be worth to be shown


def suggestions(k: Knowledge, store: Path, pipeline: str | None = None) -> tuple[Suggestion, ...]:
    """What the topic file of a built corpus may want, tried on its texts, the best first.

    `pipeline` is the one that it was built with. Raises `InputError` for a store that is gone or
    damaged.
    """
    rules = kept_rules(store, k.topic)
    with reading(store) as kept:
        parses = {id: parses_of(d, kept, pipeline) for id, d in sorted(k.documents.items())}
    then = k.read
    seen = seen_clauses(k.documents, parses, then, rules)
    given = (idea for give in _GIVERS for idea in give(seen, rules))
    new = (idea for idea in given if not said_already(k.topic, idea))
    ideas = _everywhere(_gathered(new), seen)
    found = [_judged(each, k) for each in tried(ideas, rules, k.documents, parses, then)]
    worth = [s for s in found if s.reads and s.score >= LEAST]
    return tuple(replace(s, n=n) for n, s in enumerate(_distinct(_ranked(worth)), 1))


def _ranked(found: Iterable[Suggestion]) -> list[Suggestion]:
    return sorted(found, key=lambda s: (-s.score, s.idea.text, s.idea.place.aspect))


def _everywhere(ideas: Sequence[Idea], seen: Sequence[SeenClause]) -> list[Idea]:
    """The ideas; those for names with every sentence that has the name."""
    names = {i.text for i in ideas if i.names}
    index = PhraseIndex((name, compile_phrase(name, {})) for name in sorted(names))
    where: dict[object, set[tuple[str, Span]]] = defaultdict(set)
    for at in seen if names else ():
        first, last = at.tree.parse.sentences[at.clause.sentence]
        for match in index.match(at.tree.tokens[first:last]):
            where[match.key].add((at.source, at.sentence))
    return [
        replace(i, seen=tuple(sorted(where[i.text] | {*i.seen}))) if i.names else i for i in ideas
    ]


def _gathered(ideas: Iterable[Idea]) -> list[Idea]:
    """One idea for each place and text, with all sentences that gave it; the surest first."""
    found: dict[tuple[TopicPlace, str], Idea] = {}
    for idea in ideas:
        key = (idea.place, idea.text)
        before = found.get(key, idea)
        best = max(before, idea, key=lambda i: i.weight)
        found[key] = replace(best, seen=tuple(sorted({*before.seen, *idea.seen})))
    ranked = sorted(found.values(), key=lambda i: (-i.weight * len(i.seen), i.text, i.place.aspect))
    return ranked[:MOST]


def _judged(one: Tried, k: Knowledge) -> Suggestion:
    reads, wrong = [], []
    naming = one.idea.names
    if naming:
        reads = [_sample(source, span, k, "") for source, span in one.idea.seen]
    for claim in () if naming else one.added:
        beside = [c for c in k.claims if c.source == claim.source and _overlap(c, claim)]
        if claim.subject != SELF:
            wrong.append(_of_claim(claim, k, f"about {claim.subject}"))
        elif beside:
            wrong.append(
                _of_claim(claim, k, "read as " + ", ".join(sorted({c.aspect for c in beside})))
            )
        else:
            reads.append(_of_claim(claim, k, str(claim.polarity)))
    wrong += [_of_claim(c, k, f"no longer read as {c.aspect}") for c in one.lost]
    # What is read no more once a rival is known was mostly said of the rival.
    cost = 0.25 if naming else 1.5
    score = one.idea.weight * (_worth(one, naming) - cost * len(wrong))
    return Suggestion(0, one.idea, tuple(dict.fromkeys(reads)), tuple(dict.fromkeys(wrong)), score)


def _overlap(one: Claim, other: Claim) -> bool:
    return one.start < other.end and other.start < one.end


def _worth(one: Tried, naming: bool) -> float:
    """How much reading it adds: sentences and sources, above all those that gave the idea."""
    seen = set(one.idea.seen)
    mine = {(c.source, c.sentence) for c in one.added if c.subject == SELF}
    where = seen if naming else mine & seen
    return len(where) + len({source for source, _ in where}) + len(mine - where) / 4


def _of_claim(claim: Claim, k: Knowledge, note: str) -> Sample:
    return _sample(claim.source, claim.sentence, k, note)


def _sample(source: str, at: Span, k: Knowledge, note: str) -> Sample:
    text = k.documents[source].text
    return Sample(
        source, text.count("\n", 0, at.start) + 1, " ".join(text[slice(*at)].split()), note
    )


def _distinct(ranked: Iterable[Suggestion]) -> list[Suggestion]:
    """Those that read a sentence which no better one reads, or a name of its own."""
    taken: set[object] = set()
    kept = []
    for each in ranked:
        naming = each.idea.names
        read = {each.idea.text} if naming else {(s.source, s.words) for s in each.reads}
        if not read <= taken:
            kept.append(each)
        taken |= read
    return kept
