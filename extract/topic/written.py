"""What a topic file writes itself, without its packs: each phrase and each word list, by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.topic.forgiving import ANSWERS, forgiven
from extract.topic.tree import YamlNode, read_tree

OF_ASPECTS = ("says", "denies", "unless", "asked", "whole")
OF_ANSWERS = ("words", "says", "unless")


@dataclass(frozen=True, slots=True)
class WrittenPhrase:
    """A phrase where it stands: its aspect, the answer's name if it is one's, and the key."""

    aspect: str
    answer: str | None
    key: str
    phrase: str


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """The lines on which a file's own phrases and word lists stand."""

    phrases: dict[WrittenPhrase, int]
    lists: dict[str, int]


def written(path: Path) -> WrittenFile:
    """What stands in the topic file itself. Raises `InputError` as `read_tree` does."""
    root = forgiven(read_tree(path))
    words = root.get("words") or YamlNode(1, {})
    names = words.value if isinstance(words.value, dict) else {}
    rows = (row for aspect in root.items("aspects") for row in _aspect(aspect))
    phrases = {phrase: line for line, phrase in rows}
    return WrittenFile(phrases, {name: words.line_of(name) for name in names})


def _aspect(aspect: YamlNode) -> Iterator[tuple[int, WrittenPhrase]]:
    id = aspect.text("id") or ""
    yield from _phrases(aspect, id, None, OF_ASPECTS)
    stack = [row for key in ANSWERS for row in aspect.items(key)]
    while stack:
        row = stack.pop(0)
        stack.extend(row.items("parts"))
        yield from _phrases(row, id, row.text("name"), OF_ANSWERS)


def _phrases(
    row: YamlNode, aspect: str, answer: str | None, keys: tuple[str, ...]
) -> Iterator[tuple[int, WrittenPhrase]]:
    for key in keys:
        for line, text in row.texts(key):
            yield line, WrittenPhrase(aspect, answer, key, text)
