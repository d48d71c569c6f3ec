"""Loads a topic file, or says everything that is wrong with it, line by line."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extract.model import digest
from extract.topic.check import mistakes
from extract.topic.forgiving import forgiven
from extract.topic.packs import over_packs, pack_mistakes
from extract.topic.schema import Topic
from extract.topic.shape import refuse, shape_mistakes
from extract.topic.tree import Mistake, YamlNode, read_tree, tree_of

# What is shown or set against each other, but never read in a text.
_TOPIC_SHOWN = {"topic", "packs", "leave_out", "ties", "first"}
_ASPECT_SHOWN = {"label", "question", "yes", "no", "scale", "asked_with", "importance", "leave_out"}
_ANSWER_SHOWN = {"label", "goes_with", "arguable", "within", "leave_out"}
_ASPECT_SHOWN |= {"must_be_sourced"}  # asked of drafts alone


def load_topic(path: Path) -> Topic:
    """The topic in a file, laid over its packs.

    Raises `InputError` with one line for each mistake, in file order.
    """
    return _checked(path, read_tree(path))


def topic_of(text: str, path: Path) -> Topic:
    """The topic that a file at `path` would hold if it held this text. Raises as `load_topic`."""
    return _checked(path, tree_of(path, text))


def mistakes_of(text: str) -> tuple[Mistake, ...]:
    """Everything that is wrong with this text of a topic file, but for what is no YAML."""
    return tuple(_read(tree_of(Path(), text))[1])


def _checked(path: Path, own: YamlNode) -> Topic:
    topic, wrong = _read(own)
    refuse(path, wrong)
    assert topic is not None
    return topic


def _read(own: YamlNode) -> tuple[Topic | None, list[Mistake]]:
    root = forgiven(over_packs(own))
    topic, wrong = _shaped(root)
    return topic, [*pack_mistakes(own), *wrong, *mistakes(root)]


def _shaped(root: YamlNode) -> tuple[Topic | None, list[Mistake]]:
    try:
        return Topic.model_validate(root.plain()), []
    except ValidationError as error:
        return None, list(shape_mistakes(error, root))


def _of_the_last(make: Callable[[Topic], str]) -> Callable[[Topic], str]:
    """Makes it once for a topic that is asked for again: it takes longer than a short text."""
    last: tuple[Topic, str] | None = None

    @wraps(make)
    def made(topic: Topic) -> str:
        nonlocal last
        known = last
        if known is None or known[0] is not topic:
            known = last = topic, make(topic)
        return known[1]

    return made


@_of_the_last
def rules_digest(topic: Topic) -> str:
    """A hash of what extraction reads: not of labels, questions, ties or what goes together."""
    data = topic.model_dump(mode="json", exclude=_TOPIC_SHOWN)
    data["aspects"] = [_read_of(aspect, _ASPECT_SHOWN) for aspect in data["aspects"]]
    return digest("rules", data)


@_of_the_last
def topic_digest(topic: Topic) -> str:
    """A hash of all that the topic file says, or that was guessed; its layout and comments don't
    matter."""
    return digest("topic", topic.model_dump(mode="json"), topic.guessed)


def _read_of(row: dict[str, Any], shown: set[str]) -> dict[str, Any]:
    """A row without what is only shown, and so its answers."""
    return {
        key: [_read_of(r, _ANSWER_SHOWN) if isinstance(r, dict) else r for r in value]
        if isinstance(value, list)
        else value
        for key, value in row.items()
        if key not in shown
    }
