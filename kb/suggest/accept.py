"""Accepted suggestions written into the topic file; it is checked before a byte is changed."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from extract.errors import InputError
from extract.topic.load import load_topic
from extract.topic.schema import Aspect, Part, Topic
from extract.topic.tree import read_tree
from kb.store.files import write_file
from kb.suggest.model import Idea, Proposing, TopicPlace
from kb.suggest.place import RowStep, Step, put, quoted

UNPLACED = "KB219"


def accept(ideas: Iterable[Idea], file: Path) -> tuple[Idea, ...]:
    """Write the ideas into the topic file; those that were not in it yet.

    Raises `InputError`, and leaves the file as it is, where there is none, or the outcome would
    not be what was there and these words.
    """
    if not file.exists():
        remedy = f"`kb init {file.parent}` writes down what was guessed"
        raise InputError(f"{file}: there is no topic file yet; {remedy}", UNPLACED)
    topic = load_topic(file)
    before = file.read_bytes().decode("utf-8")
    text, done = before, []
    for idea in ideas:
        if not said_already(topic, idea):
            try:
                text = _with(text, idea, topic)
            except ValueError as error:
                raise _refused(file, str(error)) from None
            done.append(idea)
    if text != before:
        _check(file, text, done)
        write_file(file, text.encode("utf-8"))
    return tuple(done)


def _refused(file: Path, why: str) -> InputError:
    return InputError(f"{file}: not changed ({why}); write the words in by hand", UNPLACED)


def _with(text: str, idea: Idea, topic: Topic) -> str:
    row = dict(idea.row)
    if idea.sort is Proposing.QUESTION:
        head = f"id: {quoted(row['id'])}, label: {quoted(row['label'])}"
        asks = f"question: {quoted(row['question'])}, kind: yesno"
        return put(text, ["aspects"], f"{{{head}, {asks}, says: [{quoted(idea.text)}]}}")
    if idea.sort is Proposing.NAME:
        return put(text, ["subject", "names"], quoted(idea.text))
    if idea.sort is Proposing.RIVAL:
        return put(text, ["rivals"], _row(idea))
    path = _path(idea.place, topic)
    return put(text, path, _row(idea) if idea.sort is Proposing.ANSWER else quoted(idea.text))


def _row(idea: Idea) -> str:
    """The new row in one line: texts stand plain, phrases in a list."""
    cells = (f"{key}: {quoted(t) if key == 'name' else f'[{quoted(t)}]'}" for key, t in idea.row)
    return f"{{{', '.join(cells)}}}"


def _path(place: TopicPlace, topic: Topic) -> list[Step]:
    """The way to the list at a place: through the answers that an answer is a part of."""
    path: list[Step] = ["aspects", RowStep("id", place.aspect)]
    if not place.group:
        return [*path, place.key]
    aspect = topic.aspect(place.aspect)
    known = tuple(_way(aspect, place))
    for name in known:
        path += [place.group, RowStep("name", name)]
    return [*path, place.key] if known else [*path, place.group]


def _way(aspect: Aspect, place: TopicPlace) -> Iterator[str]:
    """The names of the answers from the outermost down to the place's own; none of a new one."""

    def down(answers: Iterable[Any]) -> tuple[str, ...]:
        for answer in answers:
            if answer.name == place.answer:
                return (answer.name,)
            below = down(answer.parts) if isinstance(answer, Part) else ()
            if below:
                return (answer.name, *below)
        return ()

    yield from down(getattr(aspect, place.group))


def said_already(topic: Topic, idea: Idea) -> bool:
    """Whether the topic says it already."""
    at, row = idea.place, dict(idea.row)
    if idea.sort is Proposing.NAME:
        return idea.text in topic.subject.names
    if idea.sort is Proposing.RIVAL:
        return any(r.name == row["name"] for r in topic.rivals)
    aspect = next((a for a in topic.aspects if a.id == at.aspect), None)
    if aspect is None or idea.sort is Proposing.QUESTION:
        return aspect is not None
    answer = next((a for a in aspect.answers() if a.name == at.answer), None)
    if idea.sort is Proposing.ANSWER:
        return answer is not None
    return idea.text in getattr(answer if at.answer else aspect, at.key, ())


def _check(file: Path, text: str, done: Iterable[Idea]) -> None:
    """Raises `InputError` unless the new text says what the old one does, and the ideas."""
    with TemporaryDirectory() as folder:
        new = Path(folder) / file.name
        new.write_bytes(text.encode("utf-8"))
        try:
            topic, after = load_topic(new), read_tree(new).plain()
        except InputError as error:
            told = str(error).splitlines()[0].replace(str(new), file.name)
            raise _refused(file, f"it would be wrong: {told}") from None
    if not _within(read_tree(file).plain(), after):
        raise _refused(file, "something else in it would change")
    for idea in done:
        if not said_already(topic, idea):
            raise _refused(file, f"{idea.text!r} would not stand where it belongs")


def _within(old: Any, new: Any) -> bool:
    """Whether the new value says all of the old one, and only more of it."""
    if isinstance(old, dict) and isinstance(new, dict):
        return all(key in new and _within(old[key], new[key]) for key in old)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) <= len(new) and all(map(_within, old, new))
    return bool(old == new)
