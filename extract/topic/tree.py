"""A YAML file as a tree of nodes that know their lines.

YAML 1.2 of the plainest sort: maps, lists and scalars; `no`, `on` and numbers stay texts.
Built from events, without recursion, so that neither nesting nor aliases can run away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract.errors import InputError, InputErrors

MOST_BYTES = 2_000_000
MOST_DEEP = 40

_PLAIN = {"true": True, "false": False, "null": None, "~": None, "": None}

# What the parser says of a mistake, and what to do about it.
_REMEDIES = (
    ("mapping values are not allowed", "put a text that holds a colon in quotes"),
    ("cannot start any token", "put a text that begins with such a sign in quotes"),
    ("could not find expected ':'", "every line of a map is key: value"),
    ("expected <block end>", "begin lines that belong together in the same column"),
    ("did not find expected", "close every bracket and quote, and part entries by commas"),
    ("expected ',' or", "close every bracket and quote, and part entries by commas"),
    ("unexpected end of stream", "close every bracket and quote"),
    ("block scalar", "put a text that begins with | or > in quotes"),
    ("alias", "write the words out instead of using an alias"),
)
_COMMON = "mend the line, or put its texts in quotes"

Loc = Sequence[int | str]
Mistake = tuple[int, str, str]  # line, code, what is wrong and what would be right


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A sort of file: the codes of its mistakes, and how it begins (None: it may be empty)."""

    unread: str
    broken: str
    begin: str | None = None
    most: int = MOST_BYTES


TOPIC_FILE = YamlFile("KB101", "KB102", "topic: NAME")


class FileLine(int):
    """A line of another file than the one that is read, such as a pack's."""

    file: Path

    def __new__(cls, line: int, file: Path) -> "FileLine":
        """The line with its file."""
        made = super().__new__(cls, line)
        made.file = file
        return made


@dataclass(slots=True)
class YamlNode:
    """A scalar, a list or a map, with the line it begins on and those of its keys."""

    line: int
    value: "str | bool | list[YamlNode] | dict[str, YamlNode] | None" = None
    key_lines: dict[str, int] = field(default_factory=dict)

    def plain(self) -> Any:
        """The node as texts, lists and dictionaries."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def get(self, key: str) -> "YamlNode | None":
        """The node under a key; `None` if there is none or this is no map."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def items(self, key: str) -> "list[YamlNode]":
        """The entries of the list under a key; none if there is no such list."""
        node = self.get(key)
        return node.value if node is not None and isinstance(node.value, list) else []

    def texts(self, key: str) -> "Iterator[tuple[int, str]]":
        """Line and text of each text in the list under a key."""
        for node in self.items(key):
            if isinstance(node.value, str):
                yield node.line, node.value

    def text(self, key: str) -> str | None:
        """The text under a key, if it is one."""
        node = self.get(key)
        return node.value if node is not None and isinstance(node.value, str) else None

    def line_of(self, key: str) -> int:
        """The line on which a key stands; the node's own if it doesn't."""
        return self.key_lines.get(key, self.line)

    def at(self, loc: Loc) -> "tuple[YamlNode, int]":
        """The node at a path as far as it leads, and the line of the path's last step."""
        node, line = self, self.line
        for step in loc:
            if isinstance(node.value, dict) and step in node.value:
                line, node = node.line_of(str(step)), node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.line
            else:
                break
        return node, line


def read_tree(path: Path, sort: YamlFile = TOPIC_FILE) -> YamlNode:
    """The file's tree. Raises `InputError` for a file that can't be read, and for bad YAML."""
    text = _text(path, sort)
    for number, row in enumerate(text.splitlines(), 1):
        if "\t" in row[: len(row) - len(row.lstrip())]:
            what = "a tab before the text; indent with spaces"
            raise InputError(f"{path}:{number}: {what}", sort.broken)
    return tree_of(path, text, sort)


def _text(path: Path, sort: YamlFile) -> str:
    """What the file holds, if it is UTF-8 text of a bearable size."""
    try:
        with path.open("rb") as file:
            data = file.read(sort.most + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file; write one", sort.unread) from None
    except OSError as error:
        reason = (error.strerror or "can't be read").lower()
        raise InputError(f"{path}: {reason}; give a file that can be read", sort.unread) from None
    if len(data) > sort.most:
        size = f"over {sort.most // 1_000_000} MB"
        raise InputError(f"{path}: {size}; give a smaller file", sort.unread)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = "not UTF-8; save the file as UTF-8"
        raise InputError(f"{path}:{line}: {what}", sort.unread) from None


def tree_of(path: Path, text: str, sort: YamlFile = TOPIC_FILE) -> YamlNode:
    """The tree of a text in YAML; mistakes are told as those of the file `path`."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.reader import ReaderError

    builder = _Builder(path, sort)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise builder.bad(line, _explain(error.problem or "")) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise builder.bad(line, "a control character; take it out") from None
    return builder.done()


def _explain(problem: str) -> str:
    first = (problem.strip().splitlines() or ["not YAML"])[0]
    return f"{first}; {next((r for sign, r in _REMEDIES if sign in first), _COMMON)}"


class _Builder:
    """Takes YAML events, gives the tree; keys written twice are gathered."""

    def __init__(self, path: Path, sort: YamlFile) -> None:
        self._path, self._sort = path, sort
        self._open: list[YamlNode] = []
        self._keys: list[tuple[str, int] | None] = []
        self._root: YamlNode | None = None
        self._errors: list[InputError] = []

    def bad(self, line: int, what: str) -> InputError:
        """The mistake on a line."""
        return InputError(f"{self._path}:{line}: {what}", self._sort.broken)

    def take(self, event: Any) -> None:
        """One event; raises `InputError` for what such a file has no use for."""
        name = type(event).__name__
        line = event.start_mark.line + 1 if event.start_mark else 1
        if name.endswith("StartEvent") and name[0] in "MS" and not name.startswith("Stream"):
            self._check(event, line)
            collection: dict[str, YamlNode] | list[YamlNode] = {} if name[0] == "M" else []
            self._push(YamlNode(line, collection))
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            self._open.pop()
            self._keys.pop()
        elif name == "ScalarEvent":
            self._check(event, line)
            self._scalar(event, line)
        elif name == "AliasEvent":
            raise self.bad(line, f"an alias, *{event.anchor}; write the words out")
        elif name == "DocumentStartEvent" and self._root is not None:
            raise self.bad(line, "a second document; take the --- line out")

    def done(self) -> YamlNode:
        """The finished tree; raises all that was gathered."""
        if self._errors:
            raise self._errors[0] if len(self._errors) == 1 else InputErrors(self._errors)
        root, begin = self._root or YamlNode(1), self._sort.begin
        if root.value is None and begin is None:
            root.value = {}
        if not isinstance(root.value, dict):
            remedy = f"begin with {begin}" if begin else "begin an entry with its name and a colon"
            raise self.bad(1, f"not a map of keys; {remedy}")
        return root

    def _check(self, event: Any, line: int) -> None:
        if event.anchor:
            raise self.bad(line, f"an anchor, &{event.anchor}; write the words out")
        if event.tag and event.tag != "!":
            raise self.bad(line, f"a tag, {event.tag}; put the text in quotes")
        if len(self._open) >= MOST_DEEP:
            raise self.bad(line, f"nested over {MOST_DEEP} deep; use fewer levels")

    def _scalar(self, event: Any, line: int) -> None:
        text: str = event.value
        plain = event.style is None and not event.tag
        if self._open and isinstance(self._open[-1].value, dict) and self._keys[-1] is None:
            self._key(text, line)
        else:
            known = plain and text.lower() in _PLAIN
            self._add(YamlNode(line, _PLAIN[text.lower()] if known else text))

    def _key(self, text: str, line: int) -> None:
        parent = self._open[-1]
        if text in parent.key_lines:
            first = parent.key_lines[text]
            what = f"{text!r} is written twice, first on line {first}; keep one"
            self._errors.append(self.bad(line, what))
        else:
            parent.key_lines[text] = line
        self._keys[-1] = (text, line)

    def _push(self, node: YamlNode) -> None:
        if self._open and isinstance(self._open[-1].value, dict) and self._keys[-1] is None:
            raise self.bad(node.line, "a list or map as a key; write a text before the :")
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _add(self, node: YamlNode) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif isinstance(parent.value, dict):
            key = self._keys[-1]
            if key is not None:
                parent.value.setdefault(key[0], node)
            self._keys[-1] = None
