"""What can be switched off: every function that says yes, finds or lists, and every row of a table.

A function is switched off by giving it the code of one that finds nothing, so that all who
imported it see that; a row by taking it out of its table.
"""

import importlib
import inspect
import pkgutil
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

ROOMS = ("extract.grammar", "extract.quantity", "extract.reading")


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


def _many(*_: Any, **__: Any) -> Any:
    return []


def _none_more(*_: Any, **__: Any) -> Any:
    yield from ()


OFF: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("-> bool", _no),
    ("tuple[None, None]", _neither),
    ("| None", _nothing),
    ("Optional[", _nothing),
    ("-> Iterator", _none_more),
    ("-> list", _many),
    ("-> frozenset", _all),
    ("-> set", _all),
    ("-> tuple[Token, ...]", _empty),
    ("-> tuple[int, ...]", _empty),
    ("-> Sequence", _empty),
    ("-> Iterable", _empty),
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One rule to be switched off; `apply` does it, for good."""

    module: str
    name: str
    apply: Callable[[], None]


def mutants() -> Iterator[Mutant]:
    """Every rule of the rooms, in the order of their files."""
    for module in _modules():
        for name, thing in list(vars(module).items()):
            if inspect.isfunction(thing) and thing.__module__ == module.__name__:
                off = _off(thing)
                if off is not None:
                    yield Mutant(module.__name__, name, _switch(thing, off))
            elif name.isupper() and _is_table(thing):
                yield from _rows(module, name, thing)


def _modules() -> Iterator[types.ModuleType]:
    for room in ROOMS:
        package = importlib.import_module(room)
        for info in sorted(
            pkgutil.walk_packages(package.__path__, f"{room}."), key=lambda i: i.name
        ):
            yield importlib.import_module(info.name)


def _off(function: types.FunctionType) -> Callable[..., Any] | None:
    signature = str(inspect.signature(function))
    returned = signature[signature.rindex("->") :] if "->" in signature else ""
    return next((off for words, off in OFF if words in returned), None)


def _switch(function: types.FunctionType, off: Callable[..., Any]) -> Callable[[], None]:
    def apply() -> None:
        function.__code__ = off.__code__

    return apply


def _is_table(thing: object) -> bool:
    return isinstance(thing, tuple) and len(thing) > 1 and all(isinstance(r, tuple) for r in thing)


def _rows(module: types.ModuleType, name: str, table: tuple[Any, ...]) -> Iterator[Mutant]:
    for number, row in enumerate(table):
        label = next((str(part) for part in row if isinstance(part, str)), str(number))
        label = getattr(row[0], "__name__", label)
        yield Mutant(module.__name__, f"{name}: {label}", _without(module, name, number))


def _without(module: types.ModuleType, name: str, number: int) -> Callable[[], None]:
    def apply() -> None:
        table = getattr(module, name)
        less = table[:number] + table[number + 1 :]
        for other in list(_modules()):
            for held, thing in list(vars(other).items()):
                if thing is table:
                    setattr(other, held, less)

    return apply
