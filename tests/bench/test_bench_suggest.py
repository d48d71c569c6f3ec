"""What proposals cost, beside reading the texts anew: a ratio, for the machine may be busy."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from extract.reading.document import extract_claims
from extract.rules import Rules
from kb.build.build import build
from kb.build.read import parses_of
from kb.store.origin import reading
from kb.suggest.suggest import suggestions

os.environ.setdefault("OMP_NUM_THREADS", "1")
CORPUS = Path(__file__).resolve().parents[2] / "corpus"
MOST = 6.0  # times what it takes to compile the topic file and to read the five texts


def cpu(job: Callable[[], object], runs: int = 2) -> float:
    """The least CPU seconds that a job took."""
    spent = []
    for _ in range(runs):
        start = time.process_time()
        job()
        spent.append(time.process_time() - start)
    return min(spent)


def test_proposals_cost_no_more_than_some_readings(tmp_path: Path) -> None:
    k = build(CORPUS, tmp_path).knowledge
    with reading(tmp_path) as store:
        parses = {id: parses_of(d, store) for id, d in k.documents.items()}

    def read() -> None:
        rules = Rules(k.topic)
        for id, document in k.documents.items():
            extract_claims(document, parses[id], rules)

    assert cpu(lambda: suggestions(k, tmp_path)) < MOST * cpu(read)
