"""Reads lessons.yaml: the questions of each lesson, under a name that a trainer gives it."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, RootModel, ValidationError

from extract.errors import InputError
from extract.topic.schema import Text
from extract.topic.shape import refuse, shape_mistakes
from extract.topic.tree import YamlFile, read_tree
from kb.knowledge.lookup import known

FILE = "lessons.yaml"
CODE = "KB214"
_SORT = YamlFile(unread=CODE, broken=CODE)


class _Lessons(RootModel[dict[Text, Annotated[tuple[Text, ...], Field(min_length=1)]]]):
    """The whole file: a list of questions under each name."""


def read_lesson(corpus: Path, name: str) -> tuple[tuple[str, str], ...]:
    """The questions of that lesson in its order, each with the place where it is written.

    Raises `InputError` for a missing or broken file, and for a lesson that it does not hold.
    """
    path = corpus / FILE
    if not path.exists():
        remedy = f"write one, with {name}: [QUESTION, …]"
        raise InputError(f"{path}: there is no such file; {remedy}", CODE)
    root = read_tree(path, _SORT)
    try:
        lessons = _Lessons.model_validate(root.plain()).root
    except ValidationError as error:
        refuse(path, shape_mistakes(error, root, _Lessons), CODE)
        raise
    known(name, f"lesson in {path}", lessons)
    lines = (node.line for node in root.items(name))
    return tuple((q, f"{path}:{n}: ") for q, n in zip(lessons[name], lines, strict=True))
