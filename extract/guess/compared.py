"""Rivals: what the texts set the subject against ("unlike", "than", "instead of", "versus")."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from extract.guess.evidence import Evidence, Seen, Tally, TextPart
from extract.guess.nouns import NounPhrase, Words, base
from extract.guess.subject import Guessed
from extract.guess.words import EMPTY, GENERAL, PASSING, PEOPLE
from extract.topic.inflect import inflections

MOST = 12
SURE = 2  # texts in which a comparison that may be a likeness sets it against the subject
# Words before a noun that set it against something; the verb or noun they belong to, if any.
AGAINST = (
    ("unlike",),
    ("unlike", "with"),
    ("versus",),
    ("vs",),
    ("vs.",),
    ("instead", "of"),
    ("rather", "than"),
    ("alternative", "to"),
    ("alternatives", "to"),
    ("compared", "to"),
    ("compared", "with"),
    ("comparison", "to"),
    ("comparison", "with"),
    ("switched", "from"),
    ("replace",),
    ("replaces",),
)
# The same, and as often a measure or a likeness: "less than an inch", "cold like a fridge".
_LIKENED = (
    ("than",),
    ("than", "with"),
    ("much", "as"),
    ("much", "like"),
    ("just", "like"),
    ("not", "like"),
)
_OPENING = frozenset({"DET", "PRON", "PUNCT", "ADJ"})
_KNOWN = frozenset({"the", "your", "its", "their", "this", "these"})  # "deeper than the root"
_EXAMPLES = (("such", "as"), ("like",), ("including",))
_OTHER = frozenset({"other", "traditional", "conventional", "alternative", "usual", "ordinary"})
_LINKED = frozenset({"conj", "appos", "list"})


def rivals(evidence: Evidence, names: Collection[Words]) -> tuple[Guessed, ...]:
    """What the subject is compared with, forms of a word together, the surest first."""
    tally, likened = Tally(), Tally()
    for part in evidence.parts:
        for phrase, plainly in _set_against(part, names):
            (tally if plainly else likened).add(_stripped(phrase.words), part.source)
    sure = dict.fromkeys([*tally, *(w for w in likened if likened.seen(w).texts >= SURE)])
    named = [w for w in sure if _is_rival(evidence, w, names)]
    listed = _listed_with(evidence, frozenset(named))
    more = [w for w in listed if _is_rival(evidence, w, names)]
    found = dict.fromkeys([*named, *more])
    return tuple(_grouped(evidence, found))[:MOST]


def _set_against(part: TextPart, names: Collection[Words]) -> Iterator[tuple[NounPhrase, bool]]:
    """Each phrase that the part sets against something, and whether it does so plainly."""
    for phrase in part.phrases:
        at = _beginning(part, phrase)
        between = part.parse.tokens[at : phrase.first]
        if any(t.lower in _KNOWN for t in between):
            continue
        example = _after(part, at, _EXAMPLES) and _of_others(part, at)
        if _after(part, at, AGAINST) or example or (part.heading and _versus(part, phrase)):
            yield phrase, True
        elif _after(part, at, _LIKENED):
            yield phrase, part.heading or _graded(part, at) or _of_subject(part, at, names)


def _graded(part: TextPart, at: int) -> bool:
    """ "It is cheaper than wax": a degree, and no measure ("less than an inch") or likeness
    ("no louder than a fridge")."""
    before = [t.lower for t in part.parse.tokens[max(at - 4, 0) : at]]
    if "than" not in before:
        return False
    *words, grade = before[: before.index("than")] or [""]
    return grade.endswith("er") and not {"no", "not", "n't"} & set(words)


def _of_subject(part: TextPart, at: int, names: Collection[Words]) -> bool:
    """Whether it is the subject that is likened: its name stands before, in that sentence."""
    first = next((a for a, b in part.parse.sentences if a <= at < b), at)
    before = tuple(base(t) for t in part.parse.tokens[first:at])
    return any(_holds(before, name) for name in names)


def _beginning(part: TextPart, phrase: NounPhrase) -> int:
    """Where the phrase begins with the words that open it: "the", "any", a bracket."""
    tokens, at = part.parse.tokens, phrase.first
    while at > max(phrase.first - 3, 0) and tokens[at - 1].pos in _OPENING:
        at -= 1
    return at


def _after(part: TextPart, at: int, cues: Sequence[Words]) -> bool:
    """Whether one of the cues stands right before that place."""
    before = tuple(t.lower for t in part.parse.tokens[max(at - 2, 0) : at])
    return any(before[-len(cue) :] == cue for cue in cues)


def _of_others(part: TextPart, at: int) -> bool:
    """Whether the examples are of other things: "other methods such as"."""
    return any(t.lower in _OTHER for t in part.parse.tokens[max(at - 6, 0) : at])


def _versus(part: TextPart, phrase: NounPhrase) -> bool:
    """ "Pumps vs. wells": both sides are set against each other."""
    after = part.parse.tokens[phrase.last + 1 : phrase.last + 2]
    return any(t.lower in ("vs", "vs.", "versus") for t in after)


def _stripped(words: Words) -> Words:
    """The words without those before the noun that make no kind of it."""
    while len(words) > 1 and words[0] in PASSING:
        words = words[1:]
    return words


def _is_rival(evidence: Evidence, words: Words, names: Collection[Words]) -> bool:
    last = words[-1]
    if any(evidence.spelled(w).times for w in _with_names(words, names)):
        return False  # "vacuum cleaner", where the subject is a robot vacuum cleaner
    if last in EMPTY | PEOPLE or last in PASSING or len(last) < 3:
        return False
    if len(words) == 1 and (last in GENERAL or any(last in n for n in names)):
        return False
    return not any(_holds(words, n) for n in names) and words[0] not in PASSING


def _with_names(words: Words, names: Collection[Words]) -> Iterator[Words]:
    """The words after the first one of a name, where they then hold the whole name."""
    longer = ((n[0], *words) for n in names if len(n) > 1)
    return (w for w in longer if any(_holds(w, n) for n in names if len(n) > 1))


def _holds(words: Words, name: Words) -> bool:
    size = len(name)
    return any(words[i : i + size] == name for i in range(len(words) - size + 1))


def _listed_with(evidence: Evidence, known: Collection[Words]) -> Iterator[Words]:
    """What stands in one list with a rival: "waxing, creams and tweezers"."""
    tally = Tally()
    for part in evidence.parts:
        for phrase in part.phrases:
            if _stripped(phrase.words) in known:
                for other in _list(part, phrase):
                    tally.add(_stripped(other.words), part.source)
    for words in tally:
        if evidence.phrases.seen(words).times > 1:
            yield words


def _list(part: TextPart, phrase: NounPhrase) -> Iterator[NounPhrase]:
    tokens = part.parse.tokens
    for other in part.phrases:
        linked = tokens[other.last].dep in _LINKED and tokens[other.last].head == phrase.last
        back = tokens[phrase.last].dep in _LINKED and tokens[phrase.last].head in (
            other.last,
            tokens[other.last].head if tokens[other.last].dep in _LINKED else -1,
        )
        if other is not phrase and (linked or back):
            yield other


def _grouped(evidence: Evidence, found: Collection[Words]) -> Iterator[Guessed]:
    """One rival for all forms of a word; those first that stand in most texts."""
    groups: dict[Words, list[Words]] = defaultdict(list)
    for words in found:
        home = next((g for g in groups if _same(g, words)), words)
        groups[home].append(words)
    rows = []
    for group in groups.values():
        seen = [evidence.spelled(w) for w in group]
        total = Seen(sum(s.times for s in seen), max(s.texts for s in seen))
        texts = tuple("-".join(w) for w in group)
        rows.append(Guessed(" ".join(group[0]).lower(), texts, total))
    sure = (g for g in rows if g.seen.times > 1)
    return iter(sorted(sure, key=lambda g: (-g.seen.texts, -g.seen.times, g.name)))


def _same(one: Words, other: Words) -> bool:
    if one[:-1] != other[:-1]:
        return False
    return one[-1] in inflections(other[-1]) or other[-1] in inflections(one[-1])
