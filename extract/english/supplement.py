"""Sentences to learn from that a treebank of blogs and e-mail lacks: short claims and advice.

"The pump eliminates noise.", "Avoid saunas until day ten.", "No downtime", and the run-ons, labels
and answers of web pages ("It fades, you can wash it", "Pain: mild"), annotated by Universal
Dependencies as in the English Web Treebank, made from the tables in `lessons/`:

    verbs, doers, nouns, qualities, small   words with their forms and the classes they stand in
    phrases, clauses                        names, how often one is drawn, and the words
    sentences, rough                        how many are made, and the words in this notation

A pattern is words side by side; one of them, without a relation, is the head, and the others
depend on it: `nsubj[det=the pump*.s] reduce*.z obj=noise.s punct=.`. A relation takes one word
(`det=the`) or a pattern of its own in brackets. A word is a key of `small` (`the`), a word and its
form (`last.z`), any word of the class that one names (`pump*.s`), or a phrase's name in capitals,
whose pattern stands in its place; `NAME@z` puts `.z` for each `.@` in it. `~` is nothing.

One word in five of the larger classes is made up ("the glink storbs flurns"), so that what is
learnt is the shape of the sentence and not its words.

Forms: verbs b (infinitive) z v y (present: it, they, you) i (imperative) G (-ing) n (passive) m
(perfect), nouns s p, adjectives a, adverbs r, numbers d.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

LESSONS = Path(__file__).with_name("lessons")
SEED = 0

_PRESENT = "Mood=Ind|Number={}|Person={}|Tense=Pres|VerbForm=Fin"
# Form: the column of its row, the tag, the features.
VERB = {
    "b": (0, "VB", "VerbForm=Inf"),
    "i": (0, "VB", "Mood=Imp|VerbForm=Fin"),
    "v": (0, "VBP", _PRESENT.format("Plur", 3)),
    "y": (0, "VBP", _PRESENT.format("Sing", 2)),
    "z": (1, "VBZ", _PRESENT.format("Sing", 3)),
    "n": (3, "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"),
    "m": (3, "VBN", "Tense=Past|VerbForm=Part"),
    "G": (4, "VBG", "VerbForm=Ger"),
}
NOUN = {"s": (0, "NN", "Number=Sing"), "p": (1, "NNS", "Number=Plur")}
# Part of speech: the form's letter, the tag, the features.
QUALITY = {
    "ADJ": ("a", "JJ", "Degree=Pos"),
    "ADV": ("r", "RB", "_"),
    "NUM": ("d", "CD", "NumForm={}|NumType=Card"),
}

# The classes whose words may be made up, how often, and of what.
COINED = {"reduce", "protect", "fade", "notice", "use", "wash", "advertise", "subside", "shower"}
COINED |= {"pump", "paint", "treatment", "surface", "stain", "swelling", "customer"}
SHARE = 0.2
_ONSETS = "b bl br c cl cr d dr f fl fr g gl gr h j k l m n p pl pr r s sc sl sm sn sp st t tr v w"
_VOWELS = "a e i o u a e i o u ai ea oo ou"
_CODAS = "lt mp nd nk rb rd rk rm rn rt sk sp st ck ft ld lp mpt nge sh ss tch zz ter ner ble"

_PIECE = re.compile(r"([a-z]+(?::[a-z]+)?)=(\S+)|([a-z]+(?::[a-z]+)?)\[|(\])|(\S+)")
# Where no space stands before a form, and after one.
_LEFT = {".", ",", "!", "?", ";", ":", ")", "%", "+", "n't", "n’t", "nt", "-", "–", "—", "..."}
_LEFT |= {mark + end for mark in "'’" for end in ("s", "re", "ll")}
_RIGHT = {"(", "$", "-", "–", "—"}


class Word(NamedTuple):
    """One word of a sentence, with its annotation but its place."""

    form: str
    lemma: str
    pos: str
    tag: str
    feats: str


class Node(NamedTuple):
    """A word in its sentence; `head` counts from 1, 0 is the root."""

    word: Word
    head: int
    dep: str


class Branch(NamedTuple):
    """A part of a pattern: what hangs on the head by `dep`, or the head itself ("")."""

    dep: str
    parts: "tuple[Branch, ...] | str"


class Grown(NamedTuple):
    """Words with their heads, counted from 0, and which of them is the head of all."""

    words: list[tuple[Word, int, str]]
    top: int


def rows(name: str) -> list[list[str]]:
    """The rows of a table in `lessons/`, without remarks."""
    text = (LESSONS / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def lexicon() -> dict[str, Word]:
    """Every word in each of its forms: `the`, `last.z`, `pump.p`."""
    words = {key: Word(*row) for key, *row in rows("small")}
    for _, *forms in rows("verbs") + rows("doers"):
        for key, (column, tag, feats) in VERB.items():
            words[f"{forms[0]}.{key}"] = Word(forms[column], forms[0], "VERB", tag, feats)
    for _, *forms in rows("nouns"):
        for key, (column, tag, feats) in NOUN.items():
            if column < len(forms):
                words[f"{forms[0]}.{key}"] = Word(forms[column], forms[0], "NOUN", tag, feats)
    for _, form, pos in rows("qualities"):
        key, tag, feats = QUALITY[pos]
        kind = "Digit" if form[0].isdigit() else "Word"
        words[f"{form}.{key}"] = Word(form, form, pos, tag, feats.format(kind))
    return words


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """The words of each class and form: `pump*.s` gives `kettle.s`, `lamp.s` …"""
    found: dict[str, list[str]] = {}
    for table in ("verbs", "doers", "nouns", "qualities"):
        for names, word, *rest in rows(table):
            forms = {"verbs": VERB, "doers": VERB, "nouns": NOUN}.get(table) or QUALITY[rest[-1]][0]
            for name in names.split():
                for key in forms:
                    if f"{word}.{key}" in lexicon():
                        found.setdefault(f"{name}*.{key}", []).append(f"{word}.{key}")
    return {name: tuple(words) for name, words in found.items()}


@cache
def phrases() -> dict[str, tuple[tuple[int, str], ...]]:
    """Each phrase's patterns with their weights."""
    found: dict[str, list[tuple[int, str]]] = {}
    for name, weight, pattern in rows("phrases") + rows("clauses"):
        found.setdefault(name, []).append((int(weight), pattern))
    return {name: tuple(patterns) for name, patterns in found.items()}


@cache
def read(pattern: str) -> tuple[Branch, ...]:
    """A pattern's parts. Raises `ValueError` when its brackets don't match."""
    stack: list[tuple[str, list[Branch]]] = [("", [])]
    for dep, word, opening, closing, head in _PIECE.findall(pattern.replace("]", " ] ")):
        if opening:
            stack.append((opening, []))
        elif closing:
            name, parts = stack.pop()
            stack[-1][1].append(Branch(name, tuple(parts)))
        else:
            stack[-1][1].append(Branch(dep, word or head))
    if len(stack) != 1:
        raise ValueError(f"{pattern}: a bracket is open")
    return tuple(stack[0][1])


class Writer:
    """Draws words and phrases; a class's words all come up before one comes again."""

    def __init__(self, seed: int = SEED) -> None:
        self._random = random.Random(seed)
        self._decks: dict[str, list[str]] = {}

    def sentence(self, pattern: str) -> tuple[Node, ...]:
        """One sentence of a pattern; the first word is capitalised unless it is a number."""
        words, top = self._grow(read(pattern))
        nodes = [
            Node(word, 0 if i == top else head + 1, "root" if i == top else dep)
            for i, (word, head, dep) in enumerate(words)
        ]
        return tuple(self._spell(nodes))

    def _grow(self, parts: tuple[Branch, ...]) -> Grown:
        """The tree of a pattern. Raises `ValueError` unless it has one head."""
        words: list[tuple[Word, int, str]] = []
        tops: list[tuple[int, str]] = []
        for dep, part in self._flat(parts):
            grown, top = self._leaf(part) if isinstance(part, str) else self._grow(part)
            offset = len(words)
            words += [(word, head + offset, own) for word, head, own in grown]
            tops.append((top + offset, dep))
        heads = [top for top, dep in tops if not dep]
        if len(heads) != 1:
            raise ValueError(f"{parts}: {len(heads)} heads")
        for top, dep in tops:
            words[top] = (words[top][0], heads[0], dep)
        return Grown(words, heads[0])

    def _flat(self, parts: tuple[Branch, ...]) -> Iterator[Branch]:
        """The parts, with a drawn pattern in the place of each phrase's name."""
        for part in parts:
            word = part.parts if isinstance(part.parts, str) else ""
            name, _, form = word.partition("@")
            if name not in phrases():
                if word != "~":
                    yield part
            elif part.dep:
                yield Branch(part.dep, (Branch("", word),))
            else:
                yield from self._flat(read(self._draw(name).replace(".@", f".{form}")))

    def _draw(self, name: str) -> str:
        weights, patterns = zip(*phrases()[name], strict=True)
        chosen: str = self._random.choices(patterns, weights)[0]
        return chosen

    def _leaf(self, name: str) -> Grown:
        """One word. Raises `KeyError` when there is none of that name."""
        if name in classes():
            stem, _, form = name.partition("*.")
            if stem in COINED and self._random.random() < SHARE:
                return Grown([(self._coin(form, stem == "swelling"), 0, "")], 0)
            deck = self._decks.setdefault(name, [])
            if not deck:
                deck += classes()[name]
                self._random.shuffle(deck)
            name = deck.pop()
        return Grown([(lexicon()[name], 0, "")], 0)

    def _coin(self, form: str, gerund: bool) -> Word:
        """A word that there is not, in a form."""
        parts = (self._random.choice(letters.split()) for letters in (_ONSETS, _VOWELS, _CODAS))
        base = "".join(parts)
        stem = base.removesuffix("e")
        if gerund:
            base = stem + "ing"
        past = stem + "ed"
        forms = (base, plural(base), past, past, stem + "ing")
        column, tag, feats = NOUN.get(form) or VERB[form]
        return Word(forms[column], base, "NOUN" if form in NOUN else "VERB", tag, feats)

    def _spell(self, nodes: list[Node]) -> Iterator[Node]:
        """The sentence as it is written: a or an, a capital, straight or curly apostrophe."""
        curly = self._random.random() < 0.4
        for i, node in enumerate(nodes):
            form = node.word.form
            if form == "a" and i + 1 < len(nodes) and _takes_an(nodes[i + 1].word.form):
                form = "an"
            if curly:
                form = form.replace("'", "’")
            if i == 0:
                form = form[0].upper() + form[1:]
            yield node._replace(word=node.word._replace(form=form))


def plural(base: str) -> str:
    """The -s form of a noun or verb that ends in a consonant or e."""
    return base + ("es" if base.endswith(("s", "sh", "ch", "z")) else "s")


def _takes_an(form: str) -> bool:
    return bool(re.match(r"(?i)hour|[aeio]|u(?!s|ni)|8|11|18", form))


def sentences(seed: int = SEED) -> Iterator[tuple[Node, ...]]:
    """All sentences, in an order that mixes the patterns; the same for the same seed."""
    writer = Writer(seed)
    lines = rows("sentences") + rows("rough")
    patterns = [pattern for count, pattern in lines for _ in range(int(count))]
    random.Random(seed).shuffle(patterns)
    return map(writer.sentence, patterns)


def text(nodes: tuple[Node, ...]) -> str:
    """The sentence as running text."""
    return "".join(n.word.form + " " * space for n, space in zip(nodes, spaces(nodes), strict=True))


def spaces(nodes: tuple[Node, ...]) -> list[bool]:
    """Whether a space follows each word; none follows the last."""
    forms = ["" if _apart(node.word) else node.word.form.lower() for node in nodes]
    return [
        not (second in _LEFT or first in _RIGHT or (first, second) == ("can", "not"))
        for first, second in pairwise(forms)
    ] + [False]


def _apart(word: Word) -> bool:
    """Whether a dash parts clauses and so stands alone; in a range or a compound it is glued."""
    return word.tag == "," and word.form in "-–"


def conllu(seed: int = SEED) -> str:
    """All sentences in CoNLL-U."""
    return "".join(map(_block, sentences(seed)))


def _block(nodes: tuple[Node, ...]) -> str:
    lines = [f"# text = {text(nodes)}"]
    gaps = spaces(nodes)
    for i, ((form, lemma, pos, tag, feats), head, dep) in enumerate(nodes):
        misc = "_" if gaps[i] or i + 1 == len(nodes) else "SpaceAfter=No"
        row = (i + 1, form, lemma, pos, tag, feats, head, dep, "_", misc)
        lines.append("\t".join(map(str, row)))
    return "\n".join(lines) + "\n\n"
