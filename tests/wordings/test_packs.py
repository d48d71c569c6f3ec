"""What the packs read of treatments and products that they were not written for."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from extract.english.pipeline import parse
from extract.model import Claim
from extract.reading.document import extract_claims
from extract.rules import Rules
from extract.topic.load import topic_of
from tests.extract.reader import document, pipeline

FILE = Path(__file__).with_name("packs.tsv")
FOUND = {"treatment": 0.72, "product": 0.63}
MISREAD = 1


@dataclass(frozen=True)
class Row:
    head: str
    pack: str
    text: str
    aspect: str
    polarity: str


@cache
def rows() -> tuple[Row, ...]:
    found, head = [], ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#!"):
            head = line.removeprefix("#!").strip()
        elif line and not line.startswith("#"):
            found.append(Row(head, head.split("|")[1].strip(), *line.split("\t")))
    return tuple(found)


@cache
def rules(head: str) -> Rules:
    topic, pack, names = (part.strip() for part in head.split("|"))
    joined = ", ".join("-".join(name.split()) for name in names.split(", "))
    subject = f"{{name: {topic.lower()}, names: [{joined}]}}"
    text = f"topic: {topic}\npacks: [{pack}]\nsubject: {subject}\n"
    return Rules(topic_of(text, Path("topic.yaml")))


def claims(row: Row) -> tuple[Claim, ...]:
    topic = row.head.split("|")[0].strip()
    doc = document(f"{topic} {'are' if topic.endswith('s') else 'is'} popular. {row.text}")
    return extract_claims(doc, list(parse(pipeline(), [doc.text])), rules(row.head)).claims


def is_read(row: Row) -> bool:
    read = {(c.aspect, str(c.polarity)) for c in claims(row)}
    return (row.aspect, row.polarity) in read


@pytest.mark.parametrize("pack", FOUND)
def test_the_packs_read_what_others_wrote(pack: str) -> None:
    said = [row for row in rows() if row.pack == pack and row.polarity != "none"]
    assert sum(map(is_read, said)) / len(said) >= FOUND[pack]


def test_and_leave_what_is_about_something_else() -> None:
    silent = [row for row in rows() if row.polarity == "none"]
    wrong = [row for row in silent if row.aspect in {c.aspect for c in claims(row)}]
    assert len(wrong) <= MISREAD, wrong
