"""The reader of twenty lines in docs/readers-of-your-own.md, run as it stands there."""

import re
import sys
from pathlib import Path

import pytest

from extract.topic.load import load_topic
from kb.corpus.folder import text_documents
from kb.readers.budget import Budget
from kb.readers.command import CommandReader
from kb.readers.run import ReaderRun, Told
from tests.kb.conftest import OTHER

PAGE = Path(__file__).resolve().parents[3] / "docs" / "readers-of-your-own.md"


@pytest.fixture
def example(tmp_path: Path) -> CommandReader:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len([line for line in code.splitlines() if line.strip()]) <= 20
    (tmp_path / "amounts.py").write_text(code, encoding="utf-8")
    line = f"'{sys.executable}' '{tmp_path / 'amounts.py'}'"
    return CommandReader.of(line, None, Budget(), 20)


def test_it_finds_how_long_they_last(example: CommandReader, tmp_path: Path) -> None:
    document = text_documents(OTHER)["brighter-roofs"]
    topic = load_topic(OTHER / "topic.yaml")
    run = ReaderRun(topic, example, tmp_path, tmp_path, "2027-01-31T09:30:00.000000+00:00")
    told: Told = run.read(document)
    quotes = {p.quote: p.statement.aspect for p in told.sifted.proposed}
    assert quotes["Solar panels last at least 40 years."] == "lifetime"
    assert example.identity.name == "amounts" and not told.sifted.refused


def test_it_answers_of_a_dispute_too(example: CommandReader) -> None:
    assert example.weigh({"task": "dispute"})["answer"] == "can't say"
