"""What proposals cost, beside reading the texts anew: a ratio, for the machine may be busy."""

import os
from pathlib import Path

import pytest

from extract.reading.document import extract_claims
from extract.rules import Rules
from kb.build.read import parses_of
from kb.knowledge.value import Knowledge
from kb.store.origin import reading
from kb.suggest.suggest import suggestions
from tests.bench.timing import costs_at_most

os.environ.setdefault("OMP_NUM_THREADS", "1")
MOST = 6.0  # times what it takes to compile the topic file and to read the five texts

pytestmark = pytest.mark.usefixtures("benchmark")  # for `make bench`


def test_proposals_cost_no_more_than_some_readings(example: Path) -> None:
    k = Knowledge.open(example / "corpus", example / ".kb")
    with reading(example / ".kb") as store:
        parses = {id: parses_of(d, store) for id, d in k.documents.items()}

    def read() -> None:
        rules = Rules(k.topic)
        for id, document in k.documents.items():
            extract_claims(document, parses[id], rules)

    assert costs_at_most(MOST, lambda: suggestions(k, example / ".kb"), read)
