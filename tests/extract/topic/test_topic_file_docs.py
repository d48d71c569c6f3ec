"""docs/topic-file.md teaches nothing that doesn't work."""

import re
from pathlib import Path

import pytest

from extract.parse import Token
from extract.quantity.units import GENERAL
from extract.topic.check import KEYS
from extract.topic.forgiving import COUNTED
from extract.topic.load import load_topic
from extract.topic.phrase import PhraseIndex, compile_phrase
from extract.topic.schema import TopicRow

PAGE = (Path(__file__).parents[3] / "docs" / "topic-file.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.M | re.S)
LEAST = {
    "topic": "topic: Mattresses\n",
    "subject": "subject: {name: mattress, names: [mattress]}\n",
    "aspects": "aspects: [{id: a, label: A, question: Is it?, kind: yesno}]\n",
}


def table(first: str) -> list[list[str]]:
    """The rows of the table whose head begins with `first`, cut into cells."""
    rows = PAGE.split(f"| {first} |")[1].split("\n\n")[0].splitlines()[2:]
    return [[c.strip() for c in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_loads(example: str, tmp_path: Path) -> None:
    missing = [text for key, text in LEAST.items() if not re.search(rf"^{key}:", example, re.M)]
    path = tmp_path / "topic.yaml"
    path.write_text("".join(missing) + example, encoding="utf-8")
    assert load_topic(path).aspects


def found(phrase: str, text: str) -> bool:
    words = re.findall(r"[^\s-]+|-", text)
    tokens = [Token(i, w, w, w, "", "", "", i, "", 0, 0) for i, w in enumerate(words)]
    return bool(PhraseIndex([(0, compile_phrase(phrase, {}))]).match(tokens))


@pytest.mark.parametrize("row", table("phrase"))
def test_phrases_find_what_the_page_says(row: list[str]) -> None:
    phrase = row[0].strip("`").replace("\\|", "|")
    assert found(phrase, row[1])
    assert not found(phrase, row[2])


def test_the_table_of_kinds_is_the_programs() -> None:
    told = {
        row[0].strip("`"): (re.findall(r"`([\w-]+)`", row[3]), re.findall(r"`([\w-]+)`", row[4]))
        for row in table("kind")
    }
    assert told == {str(kind): (list(must), list(may)) for kind, (must, may) in KEYS.items()}


def test_the_units_named_are_known() -> None:
    listed = re.search(r"known units \(`([^`]*)`", PAGE)
    assert listed is not None
    assert set(listed[1].split()) <= set(GENERAL.units)


def test_the_units_that_only_count_are_those() -> None:
    listed = re.search(r"only counts \(`([^`]*)`", PAGE)
    assert listed is not None
    assert listed[1].split() == [*COUNTED]


def rows(kind: type[TopicRow]) -> set[type[TopicRow]]:
    return {kind}.union(*(rows(below) for below in kind.__subclasses__()))


def test_every_key_of_a_topic_file_stands_in_the_table_of_keys() -> None:
    told = {key for row in table("where") for key in re.findall(r"`([\w-]+)`", " ".join(row))}
    keys = {f.alias or name for row in rows(TopicRow) for name, f in row.model_fields.items()}
    assert told == keys
