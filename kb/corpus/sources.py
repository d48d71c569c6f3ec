"""Reads sources.yaml: what is known of each source, by its id, all of it optional."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from extract.topic.schema import Text
from extract.topic.shape import refuse, shape_mistakes
from extract.topic.tree import Mistake, YamlFile, YamlNode, read_tree
from kb.model import SourceKind

FILE = "sources.yaml"
CODE = "KB203"
_SORT = YamlFile(unread=CODE, broken=CODE, most=20_000_000)


def _like(pattern: str, wanted: str) -> AfterValidator:
    """Holds a text to a pattern; `wanted` says what would be right."""

    def held(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise PydanticCustomError("form", "write {wanted}", {"wanted": wanted})
        return text

    return AfterValidator(held)


def _told(value: Any) -> Any:
    """What somebody looked for and did not find is written as unknown."""
    return None if value == str(SourceKind.UNKNOWN) else value


Told = BeforeValidator(_told)
Line = Annotated[Text, _like(r"[^\n]*", "it on one line")]
Address = Annotated[Line, _like(r"https?://\S+", "an address with http:// or https://")]
Date = Annotated[Line, _like(r"\d{4}(-\d\d(-\d\d)?)?", "a date: 2021-03-31, 2021-03 or 2021")]


class _Row(BaseModel):
    """What may be said of a source."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Line | None = None
    kind: SourceKind | None = None
    publisher: Annotated[Line | None, Told] = None
    url: Annotated[Address | None, Told] = None
    date: Annotated[Date | None, Told] = None
    copy_of: Line | None = Field(default=None, alias="copy-of")


class _Rows(RootModel[dict[str, _Row | None]]):
    """The whole file: a row for each source, or nothing."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """What sources.yaml says of one source, on which line; None where it says nothing."""

    id: str
    line: int = 0
    title: str | None = None
    kind: SourceKind | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """An entry that no text belongs to."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Listed:
    """All entries of sources.yaml, by id."""

    entries: Mapping[str, SourceEntry] = field(default_factory=dict)

    def entry(self, id: str) -> SourceEntry:
        """What is known of that source; an empty entry if it is not listed."""
        return self.entries.get(id, SourceEntry(id))

    def absent(self, ids: set[str]) -> tuple[Absent, ...]:
        """The entries that none of the texts belongs to."""
        return tuple(
            Absent(f"{FILE}:{e.line}", f"there is no text “{e.id}”; remove or rename it")
            for e in self.entries.values()
            if e.id not in ids
        )


def read_sources(path: Path | None) -> Listed:
    """The entries of `path`; none if there is no such file. Raises every mistake at once."""
    if path is None or not path.exists():
        return Listed()
    root = read_tree(path, _SORT)
    try:
        rows, wrong = _Rows.model_validate(root.plain()).root, []
    except ValidationError as error:
        rows, wrong = {}, list(shape_mistakes(error, root, _Rows))
    refuse(path, [*wrong, *_rings(root)], CODE)
    entries = ((id, root.line_of(id), (row or _Row()).model_dump()) for id, row in rows.items())
    return Listed({id: SourceEntry(id, line, **values) for id, line, values in entries})


def _rings(root: YamlNode) -> Iterator[Mistake]:
    """The sources that copies of copies lead back to."""
    for id, row in root.value.items() if isinstance(root.value, dict) else ():
        seen, at = {id}, row.text("copy-of")
        while at is not None and at not in seen:
            seen.add(at)
            node = root.get(at)
            at = node.text("copy-of") if node else None
        if at == id:
            what = f"{id}: 'copy-of' leads back to it; a source can't be a copy of itself"
            yield row.line_of("copy-of"), CODE, what
