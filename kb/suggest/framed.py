"""New answers that stand where known ones do: "cause glare", beside the phrase `cause fire`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.grammar.tree import Tree
from extract.rules import Role, Rules
from extract.topic.phrase import Alternative, CompiledPhrase, PhraseIndex
from extract.topic.schema import Kind
from kb.suggest.model import Idea, Proposing, TopicPlace
from kb.suggest.nouns import GENERAL, named, noun_phrase, row_name
from kb.suggest.seen import SeenClause, known_phrases
from kb.suggest.swapped import group_of

Slot = tuple[Alternative, ...]
# Verbs whose objects are what is done or suffered; the prepositions that lead to them.
_CAUSING = frozenset(
    "cause trigger provoke induce experience suffer risk develop lead result bring".split()
)
_TO = frozenset({"to", "in", "from"})


def framed(seen: Sequence[SeenClause], rules: Rules) -> Iterator[Idea]:
    """Ideas for parts of a whole: the objects of verbs that have known parts as their objects."""
    frames = _frames(rules)
    if not frames:
        return
    index = PhraseIndex((key, CompiledPhrase("", (key[1],))) for key in frames)
    known = {(a, form) for a, words in _known(rules).items() for form in words}
    for at in seen:
        for match in () if at.heading else index.match(at.tokens):
            key = match.key
            assert isinstance(key, tuple)
            aspect, words = key[0], frames[key]
            for noun in _objects(at.tree, match.token_indices[-1]):
                name = "-".join(noun_phrase(at, at.tree[noun]))
                fresh = (aspect, name) not in known and at.tree[noun].lemma not in GENERAL
                if fresh and not named(at, at.tree[noun]) and not at.answers(aspect):
                    yield _idea(at, rules, aspect, name, words)


def _frames(rules: Rules) -> dict[tuple[str, Slot], tuple[str, ...]]:
    """The verbs that phrases of parts share, by aspect and slot; with the parts that have it."""
    found: dict[tuple[str, Slot], list[str]] = defaultdict(list)
    for saying, phrase in known_phrases(rules):
        if saying.role is Role.ANSWER_SAYS and len(phrase.slots) == 2 and saying.answer:
            if rules.aspects[saying.aspect].kind is Kind.ANY_OF:
                own = set(saying.answer.split())
                other = [s for s in phrase.slots if not own & {w for a in s for w in a.words}]
                if len(other) == 1:
                    found[saying.aspect, other[0]].append(saying.answer)
    return {key: tuple(dict.fromkeys(names)) for key, names in found.items()}


def _known(rules: Rules) -> dict[str, set[str]]:
    """The words that an aspect's phrases have already."""
    found: dict[str, set[str]] = defaultdict(set)
    for saying, phrase in known_phrases(rules):
        for slot in phrase.slots:
            found[saying.aspect].update("-".join(one.words) for one in slot)
    return found


def _objects(tree: Tree, i: int) -> Iterator[int]:
    verb = next((t for t in (tree[i], tree[tree[i].head]) if t.lemma in _CAUSING), None)
    if verb is None or verb.pos != "VERB":
        return
    for kid in tree.kids(verb.i, "obj", "obl"):
        led = kid.dep == "obj" or any(k.lower in _TO for k in tree.kids(kid.i, "case"))
        if led and kid.pos == "NOUN" and kid.i > verb.i:
            yield kid.i


def _idea(at: SeenClause, rules: Rules, aspect: str, name: str, parts: tuple[str, ...]) -> Idea:
    row = (("name", row_name(name)), ("words", name), ("says", name))
    place = TopicPlace("", aspect, group_of(rules.aspects[aspect]), row_name(name))
    why = f"stands where “{parts[0]}” stands in the phrases"
    weight = min(0.9, 0.5 + 0.1 * (len(parts) - 1))
    where = ((at.source, at.sentence),)
    return Idea(Proposing.ANSWER, place, name, why, weight, where, row)
