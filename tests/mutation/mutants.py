"""What can be switched off: every function that says yes, finds or lists, and every row of a table.

A function is switched off by giving it the code of one that finds nothing, or that hands on what
it was given, so that all who imported it see that; a row by taking it out of its table.
"""

import importlib
import inspect
import pkgutil
import sys
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, cached_property
from typing import Any, get_args, get_origin, get_type_hints

from tests.extract.cuesets import assignments, put

ROOMS = ("extract.grammar", "extract.quantity", "extract.reading")
Off = Callable[..., Any]


def _no(*_: Any, **__: Any) -> Any:
    return False


def _nothing(*_: Any, **__: Any) -> Any:
    return None


def _neither(*_: Any, **__: Any) -> Any:
    return None, None


def _empty(*_: Any, **__: Any) -> Any:
    return ()


def _all(*_: Any, **__: Any) -> Any:
    return frozenset()


def _set(*_: Any, **__: Any) -> Any:
    return set()


def _many(*_: Any, **__: Any) -> Any:
    return []


def _table(*_: Any, **__: Any) -> Any:
    return {}


def _none_more(*_: Any, **__: Any) -> Any:
    yield from ()


def _first(given: Any, *_: Any, **__: Any) -> Any:
    return given


def _second(_: Any, given: Any, *__: Any, **___: Any) -> Any:
    return given


def _third(_: Any, __: Any, given: Any, *___: Any, **____: Any) -> Any:
    return given


def _fourth(_: Any, __: Any, ___: Any, given: Any, *____: Any, **_____: Any) -> Any:
    return given


HANDED_ON = (_first, _second, _third, _fourth)
OFF: dict[str, Off] = {"list": _many, "set": _set, "frozenset": _all, "dict": _table}
OFF |= {"Mapping": _table, "Sequence": _empty, "Iterable": _empty}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One rule to be switched off; `apply` does it, for good. `code`: who runs it, if known."""

    module: str
    name: str
    apply: Callable[[], None]
    code: frozenset[types.CodeType]


def mutants() -> Iterator[Mutant]:
    """Every rule of the rooms, in the order of their files."""
    for module in modules():
        for name, thing in list(vars(module).items()):
            if name.isupper() and _is_table(thing):
                yield from _rows(module, name, thing)
            elif getattr(thing, "__module__", None) == module.__name__:
                for label, function in _functions(name, thing):
                    code = off(function)
                    if code is not None and (module.__name__, name) not in _builders():
                        known = frozenset({function.__code__})
                        yield Mutant(module.__name__, label, _switch(function, code), known)


@contextmanager
def switched_off(rule: str) -> Iterator[None]:
    """While it lasts, the function is off: "extract.grammar.negation.negated", or a method."""
    holding = (m for m in modules() if rule.startswith(f"{m.__name__}."))
    place = max(holding, key=lambda module: len(module.__name__))
    function = dict(_members(place))[rule.removeprefix(f"{place.__name__}.")]
    code, function.__code__ = function.__code__, off(function) or function.__code__
    try:
        yield
    finally:
        function.__code__ = code


def _members(module: types.ModuleType) -> Iterator[tuple[str, types.FunctionType]]:
    for name, thing in vars(module).items():
        if getattr(thing, "__module__", None) == module.__name__:
            yield from _functions(name, thing)


@cache
def _builders() -> frozenset[tuple[str, str]]:
    """The functions that build a module's tables as it is imported, and are no rules."""
    names = tuple(m.__name__ for m in modules())
    return frozenset((made.module, name) for made in assignments(names) for name in made.uses)


@cache
def modules() -> tuple[types.ModuleType, ...]:
    """The modules of the rooms, in the order of their names."""
    names = (
        info.name
        for room in ROOMS
        for info in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}.")
    )
    return tuple(importlib.import_module(name) for name in sorted(names))


def _functions(name: str, thing: object) -> Iterator[tuple[str, types.FunctionType]]:
    if isinstance(thing, types.FunctionType):
        yield name, thing
    elif isinstance(thing, type):
        for held, member in vars(thing).items():
            if isinstance(member, property):
                member = member.fget
            elif isinstance(member, cached_property):
                member = member.func
            member = getattr(member, "__func__", member)
            if isinstance(member, types.FunctionType) and not held.startswith("__"):
                if member.__module__ == thing.__module__:
                    yield f"{name}.{held}", member


def off(function: types.FunctionType) -> types.CodeType | None:
    """The code of a function that finds nothing where this one finds something."""
    found = _off(function)
    return None if found is None else found.__code__


def _off(function: types.FunctionType) -> Off | None:
    if function.__code__.co_freevars:
        return None
    hints = get_type_hints(function)
    returned = hints.get("return")
    if inspect.isgeneratorfunction(function):
        return _none_more
    if returned is bool:
        return _no
    if type(None) in get_args(returned):
        return _nothing
    origin = get_origin(returned) or returned
    if origin is tuple:
        return _neither if _pair_of_options(get_args(returned)) else _open_tuple(returned)
    name = getattr(origin, "__name__", "")
    return OFF.get(name) or (None if returned in (int, str, float) else _handing_on(hints))


def _pair_of_options(types_: tuple[Any, ...]) -> bool:
    return len(types_) == 2 and all(t is type(None) or type(None) in get_args(t) for t in types_)


def _open_tuple(returned: Any) -> Off | None:
    return _empty if get_args(returned)[-1:] == (...,) else None


def _handing_on(hints: dict[str, Any]) -> Off | None:
    """What returns a thing of the kind that it gets hands it on, when off."""
    given = [hint for name, hint in hints.items() if name != "return"]
    places = [place for place, hint in enumerate(given) if hint == hints.get("return")]
    return HANDED_ON[places[0]] if places and places[0] < len(HANDED_ON) else None


def _switch(function: types.FunctionType, code: types.CodeType) -> Callable[[], None]:
    def apply() -> None:
        function.__code__ = code

    return apply


def _is_table(thing: object) -> bool:
    if not isinstance(thing, tuple) or len(thing) < 2 or hasattr(thing, "_fields"):
        return False
    return all(isinstance(r, tuple) or is_dataclass(r) for r in thing)


def _rows(module: types.ModuleType, name: str, table: tuple[Any, ...]) -> Iterator[Mutant]:
    if (module.__name__, name) not in _written():
        return  # imported
    for number, row in enumerate(table):
        yield Mutant(
            module.__name__,
            f"{name}: {_label(row, number)}",
            _without(module, name, number),
            frozenset(),
        )


@cache
def _written() -> frozenset[tuple[str, str]]:
    names = tuple(m.__name__ for m in modules())
    return frozenset((made.module, made.name) for made in assignments(names))


def _label(row: Any, number: int) -> str:
    parts = list(row) if isinstance(row, tuple) else [getattr(row, f.name) for f in fields(row)]
    named = (getattr(part, "__name__", part) for part in parts)
    return next((part for part in named if isinstance(part, str)), str(number))


def _without(module: types.ModuleType, name: str, number: int) -> Callable[[], None]:
    def apply() -> None:
        table = getattr(module, name)
        names = tuple(m.__name__ for m in modules())
        less = table[:number] + table[number + 1 :]
        put(module.__name__, name, less, names)
        for other in (
            m for n, m in list(sys.modules.items()) if n.startswith(("extract", "tests"))
        ):
            _hold(vars(other), table, less)

    return apply


def _hold(scope: dict[str, Any], table: object, less: object) -> None:
    """Have a module hold the lesser table, also where a function takes it if given none."""
    for name, thing in list(scope.items()):
        if thing is table:
            scope[name] = less
        elif isinstance(thing, types.FunctionType) and thing.__defaults__:
            thing.__defaults__ = tuple(less if d is table else d for d in thing.__defaults__)
