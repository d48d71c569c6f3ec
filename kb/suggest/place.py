"""Puts a text into a YAML file at a path, and leaves every other byte as it is.

A step of a path is the key of a map, or the id or name of a row in a list. What the file has not
yet of the path is written in one line.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


class RowStep(NamedTuple):
    """The row of a list that has this text under that key."""

    key: str
    text: str


Step = str | RowStep
_PLAIN = re.compile(r"[A-Za-z<][\w<>|'/ -]*")
_RESERVED = frozenset({"true", "false", "null"})


def put(text: str, path: Sequence[Step], value: str) -> str:
    """The file's text with the value, YAML in one line, added at the end of the list at the path.

    Raises `ValueError` where the file has something else there.
    """
    node = YAML(typ="rt", pure=True).compose(text)
    if not isinstance(node, MappingNode):
        raise ValueError("no map of keys")
    for n, step in enumerate(path):
        below = _below(node, step)
        if below is None:
            return _add(text, node, step, written(path[n + 1 :], value))
        node = below
    if not isinstance(node, SequenceNode):
        raise ValueError(f"{path[-1]} is no list")
    return _insert(text, node, value)


def written(path: Sequence[Step], value: str) -> str:
    """What stands at the beginning of a path that leads to a list with the value, in one line."""
    if not path:
        return f"[{value}]"
    step, rest = path[0], path[1:]
    if isinstance(step, RowStep):
        head = f"{step.key}: {quoted(step.text)}"
        return f"[{{{head}, {rest[0]}: {written(rest[1:], value)}}}]"
    return f"{{{step}: {written(rest, value)}}}"


def quoted(text: str) -> str:
    """The text as YAML, in quotes where it needs them."""
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED and text == text.strip():
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _below(node: Node, step: Step) -> Node | None:
    """The node that a step leads to; `None` if there is none."""
    if isinstance(step, RowStep):
        rows = node.value if isinstance(node, SequenceNode) else []
        return next((row for row in rows if _scalar(_below(row, step.key)) == step.text), None)
    pairs = node.value if isinstance(node, MappingNode) else []
    return next((value for key, value in pairs if _scalar(key) == step), None)


def _scalar(node: Node | None) -> str | None:
    return str(node.value) if isinstance(node, ScalarNode) else None


def _add(text: str, node: Node, step: Step, rest: str) -> str:
    """The text with a new key in a map, or a new row in a list."""
    if isinstance(step, RowStep) and isinstance(node, SequenceNode):
        body = rest[1:-1] if rest.startswith("{") else rest
        return _insert(text, node, f"{{{step.key}: {quoted(step.text)}, {body}}}")
    if isinstance(step, str) and isinstance(node, MappingNode):
        return _insert(text, node, f"{step}: {rest}")
    raise ValueError(f"there is no place for {step}")


def _insert(text: str, node: Any, entry: str) -> str:
    """The text with an entry after the last one of a list or a map."""
    if not node.value:
        at = node.start_mark.index + 1
        return f"{text[:at]}{entry}{text[at:]}"
    at = _end(node.value[-1])
    if node.flow_style:
        return f"{text[:at]}, {entry}{text[at:]}"
    line = text.find("\n", at)
    line = len(text) if line < 0 else line
    dash = "- " if isinstance(node, SequenceNode) else ""
    return f"{text[:line]}\n{' ' * _column(node)}{dash}{entry}{text[line:]}"


def _column(node: Any) -> int:
    first = node.value[0][0] if isinstance(node, MappingNode) else node
    return int(first.start_mark.column)


def _end(entry: Any) -> int:
    """Where the last word of an entry ends; comments after it are no part of it."""
    node = entry[1] if isinstance(entry, tuple) else entry
    block = isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value
    return _end(node.value[-1]) if block else int(node.end_mark.index)
