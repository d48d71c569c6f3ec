"""Mistakes in the shape of a file in YAML: keys, types and forms, as pydantic finds them."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, RootModel, ValidationError

from extract.errors import InputError, InputErrors
from extract.topic.schema import Topic
from extract.topic.suggest import remedy
from extract.topic.tree import FileLine, Loc, Mistake, YamlNode

_LONGEST = 400
NAMING = "letters, digits, spaces and - _ ' / +, beginning with a letter or digit"


def shape_mistakes(
    error: ValidationError, root: YamlNode, model: type[BaseModel] = Topic
) -> Iterator[Mistake]:
    """One mistake for each of pydantic's, with its line in the file; `model` is the root's."""
    for row in error.errors(include_url=False):
        loc = tuple(step for step in row["loc"] if step != "[key]")
        node, line = root.at(loc)
        if row["type"] == "too_short" and node.value:
            continue  # pydantic counts sound entries only; the unsound have lines of their own
        code, what = _told(row, loc, node, model)
        yield line, code, f"{place(root, loc[:-1])}{what}"


def refuse(path: Path, found: Iterable[Mistake], code: str | None = None) -> None:
    """Raises `InputError` with a line for each mistake, in file order; none, and all is well.

    `code` stands for those of the mistakes.
    """
    errors = [
        InputError(_line_of(path, line, what), code or own)
        for line, own, what in sorted(found, key=lambda m: (isinstance(m[0], FileLine), m))
    ]
    if errors:
        raise errors[0] if len(errors) == 1 else InputErrors(errors)


def _line_of(path: Path, line: int, what: str) -> str:
    """The mistake where it stands; in a pack, with the file that builds on the pack."""
    if isinstance(line, FileLine):
        return f"{line.file}:{line}: {_shown(what)} (a pack on which {path} builds)"
    return f"{path}:{line}: {_shown(what)}"


def _shown(what: str) -> str:
    """Text from the file may hold anything; a message is one line of a bearable length."""
    clean = "".join(c if c.isprintable() else " " for c in what)
    return clean if len(clean) <= _LONGEST else clean[:_LONGEST] + " …"


def place(root: YamlNode, loc: Loc) -> str:
    """Where a path leads, by ids and names: "aspect price, option low: "."""
    found: list[str] = []
    node = root
    for step in loc:
        node, _ = node.at((step,))
        name = node.text("id") or node.text("name")
        if isinstance(step, str):
            found.append(step)
        elif name:
            found[-1:] = [f"{found[-1].removesuffix('s')} {name}"] if found else [name]
        else:
            found[-1:] = [f"{found[-1]}, entry {step + 1}"] if found else []
    return ", ".join(found) + ": " if found else ""


def _told(row: Any, loc: Loc, node: YamlNode, root: type[BaseModel]) -> tuple[str, str]:
    key = loc[-1] if loc else "the file"
    name = f"entry {key + 1}" if isinstance(key, int) else repr(key)
    match row["type"]:
        case "extra_forbidden":
            keys = _keys(_model(root, loc[:-1]))
            return "KB103", f"{name} is not a key here; {remedy(str(key), keys, 'take it out')}"
        case "missing":
            return "KB104", f"{name} is missing; add {key}: …"
        case "enum":
            held = isinstance(node.value, list | dict)
            there = _there(node) if held else f"is {node.value!r}"
            return "KB104", f"{name} {there}; {_choices(root, loc, str(node.value))}"
        case "string_pattern_mismatch" if key == "polarity":
            return "KB104", f"{name} is {row['input']!r}; use affirm or deny"
        case "string_pattern_mismatch":
            return "KB104", f"{row['input']!r} is not a name; use {NAMING}"
        case kind:
            return "KB104", f"{name} {_wanted(kind, node, row['msg'])}"


def _wanted(kind: str, node: YamlNode, message: str) -> str:
    """What stands there and what should."""
    there = _there(node)
    if kind == "string_type":
        if isinstance(node.value, dict):
            return f"{there}; write a text, in quotes if it holds a colon and a space"
        return f"{there}; write a text, in quotes if need be"
    if kind in ("bool_parsing", "bool_type"):
        return f"{there}; write true or false"
    if kind in ("tuple_type", "list_type"):
        return f"{there}; write a list: [one, two] or a line with - for each"
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return f"{there}; write keys and values, as in name: …"
    if kind == "string_too_short":
        return "is an empty text; write something or take the key out"
    if kind == "too_short":
        return "is an empty list; add at least one entry"
    return f"{there}; {message.lower()}"


def _there(node: YamlNode) -> str:
    match node.value:
        case None:
            return "is empty"
        case bool():
            return f"is {str(node.value).lower()}"
        case str():
            return f"is the text {node.value[:40]!r}"
        case list():
            return "is a list"
        case _:
            return "is a map of keys"


def _choices(root: type[BaseModel], loc: Loc, wrong: str) -> str:
    field = _field(_model(root, loc[:-1]), loc[-1]) if loc else None
    for part in _parts(field):
        if isinstance(part, type) and issubclass(part, StrEnum):
            return remedy(wrong, (str(each) for each in part), "take it out")
    return "take it out"


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [f.alias or name for name, f in model.model_fields.items()] if model else []


def _field(model: type[BaseModel] | None, key: int | str) -> Any:
    for name, field in model.model_fields.items() if model else ():
        if model and issubclass(model, RootModel):
            return field.annotation
        if key in (name, field.alias):
            return field.annotation
    return None


def _model(root: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The row type to which a path leads."""
    model: type[BaseModel] | None = root
    for step in loc:
        if isinstance(step, str):
            parts = _parts(_field(model, step))
            model = next(
                (p for p in parts if isinstance(p, type) and issubclass(p, BaseModel)), None
            )
    return model


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation and all that it is made of."""
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)
