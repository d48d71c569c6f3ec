"""The sets of cue words in the modules that read English, and reading with a word taken out.

A set's own words are those written in it, and not those it takes over from another set. A word is
taken out of its set wherever that is held, and of every set that is built from it.
"""

import ast
import importlib
import inspect
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

GRAMMAR = (
    "cues certainty conditions attribution negation clauses tellings leaving commands leadin"
    " directive"
).split()
READING = (
    "naming answers asked lead subject times stating spoken unasserted hearsay measured polarity"
    " degree elsewhere oneperson"
).split()
MODULES = (*(f"extract.grammar.{m}" for m in GRAMMAR), *(f"extract.reading.{m}" for m in READING))

Undo = tuple[types.ModuleType, str, Any]

# Sets of these are the parser's labels and no words of English.
LABELS = frozenset(
    """
    acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc ccomp compound
    compound:prt conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated
    expl fixed flat goeswith iobj list mark nmod nmod:poss nmod:tmod nmod:npmod nsubj nsubj:outer
    nsubj:pass nummod obj obl obl:agent obl:npmod obl:tmod obl:unmarked nmod:unmarked orphan
    parataxis punct root ROOT vocative xcomp
    ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X
    """.split()
)


@dataclass(frozen=True)
class CueSet:
    """A set of words: where it stands, and the words written in it."""

    module: str
    name: str
    words: frozenset[str]


@dataclass(frozen=True)
class Made:
    """An assignment of a module, and the names that it builds on."""

    module: str
    name: str
    code: types.CodeType
    uses: frozenset[str]
    written: bool


@cache
def cue_sets() -> tuple[CueSet, ...]:
    """All sets of cue words, in the order of their modules."""
    found: dict[tuple[str, str], CueSet] = {}
    for made in assignments():
        held = getattr(sys.modules[made.module], made.name)
        if made.module in MODULES and made.written and _is_of_words(held):
            own = _elements(held) - _taken_over(made)
            found[made.module, made.name] = CueSet(made.module, made.name, frozenset(own))
    return tuple(found.values())


def _is_of_words(held: object) -> bool:
    if not isinstance(held, frozenset | set | dict | tuple) or not held:
        return False
    plain = all(type(e) is str or _is_phrase(e) for e in held)
    return plain and not LABELS.issuperset(e for e in held if isinstance(e, str) or plain)


def _is_phrase(element: object) -> bool:
    return type(element) is tuple and all(type(word) is str for word in element)


def _elements(held: Any) -> set[str]:
    return {e if isinstance(e, str) else " ".join(e) for e in held}


def _taken_over(made: Made) -> set[str]:
    others = (_held(made, name) for name in made.uses)
    return {w for o in others if isinstance(o, frozenset | set) for w in _elements(o)}


def _held(made: Made, name: str) -> Any:
    scope = vars(sys.modules[made.module])
    return scope.get(name, getattr(scope.get("cues"), name, None))


@cache
def assignments(modules: tuple[str, ...] = MODULES) -> tuple[Made, ...]:
    """What the modules assign at their top, in order."""
    return tuple(made for name in modules for made in _assigned(importlib.import_module(name)))


def _assigned(module: types.ModuleType) -> Iterator[Made]:
    for node in ast.parse(inspect.getsource(module)).body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        inner = list(ast.walk(node.value))
        uses = {n.id for n in inner if isinstance(n, ast.Name)}
        uses |= {n.attr for n in inner if isinstance(n, ast.Attribute)}
        written = any(isinstance(n, ast.Constant) and isinstance(n.value, str) for n in inner)
        for name, value in _named(node, node.value):
            code = compile(ast.Expression(value), module.__name__, "eval")
            yield Made(module.__name__, name, code, frozenset(uses), written)


def _named(node: ast.Assign | ast.AnnAssign, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """The names that get a value; of several at once, each its own."""
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple):
        for place, part in enumerate(target.elts):
            if isinstance(part, ast.Name):
                own = ast.Subscript(value, ast.Constant(place), ast.Load())
                yield part.id, ast.fix_missing_locations(ast.copy_location(own, value))


@contextmanager
def without(module: str, name: str, word: str) -> Iterator[None]:
    """While it lasts, the word is in no place where the set is held or built on."""
    held = getattr(sys.modules[module], name)
    undo = put(module, name, _less(held, word), MODULES)
    try:
        yield
    finally:
        for place, held_name, value in reversed(undo):
            setattr(place, held_name, value)


def put(module: str, name: str, new: object, modules: tuple[str, ...]) -> list[Undo]:
    """Put a value in another's place, and build anew what these modules build on it.

    What was there before is returned, to be set again from the last to the first.
    """
    undo: list[Undo] = []
    _put(getattr(sys.modules[module], name), new, undo)
    changed = {name}
    for made in assignments(modules):
        scope = vars(sys.modules[made.module])
        if made.uses & changed and _uses_of(made, scope, undo):
            changed.add(made.name)
            _put(scope[made.name], eval(made.code, scope), undo)
    return undo


def _uses_of(made: Made, scope: dict[str, Any], undo: list[Undo]) -> bool:
    """Whether one of the changed sets is what it builds on, and no other set of that name."""
    mine = {id(_held(made, name)) for name in made.uses}
    return any(id(getattr(place, name)) in mine for place, name, _ in undo)


def _less(held: Any, word: str) -> Any:
    if isinstance(held, dict):
        return {key: value for key, value in held.items() if key != word}
    return type(held)(e for e in held if (e if isinstance(e, str) else " ".join(e)) != word)


def _put(held: object, new: object, undo: list[Undo]) -> None:
    for label, place in list(sys.modules.items()):
        if label.startswith("extract."):
            for name, value in list(vars(place).items()):
                if value is held:
                    undo.append((place, name, value))
                    setattr(place, name, new)
