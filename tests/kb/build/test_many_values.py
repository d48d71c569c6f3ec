"""A text full of figures for one question: what it costs, and what people see of it."""

import json
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kb.cli import main
from kb.export.write import export
from kb.knowledge.value import Knowledge
from kb.model import Agreement
from kb.reconcile.bounds import BOUNDS
from reports.making import make_site

from ..conftest import Place, copy_corpus

PRICES = 300
MB = 1_000_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """300 prices in one text, in paragraphs of ten; built with its site."""
    folder = tmp_path_factory.mktemp("many")
    place = Place(copy_corpus(folder / "corpus"), folder / ".kb")
    for text in (place.corpus / "texts").iterdir():
        text.unlink()
    (place.corpus / "sources.yaml").unlink()
    said = [f"A system costs £{1000 + 3 * n}." for n in range(PRICES)]
    paragraphs = [" ".join(said[n : n + 10]) for n in range(0, PRICES, 10)]
    place.text("prices").write_text("\n\n".join(paragraphs), encoding="utf-8")
    make_site(place.corpus, place.store, folder / "site")
    return place


@pytest.fixture
def known(made: Place) -> Knowledge:
    return Knowledge.open(made.corpus, made.store)


def page(made: Place, name: str) -> str:
    body = LexborHTMLParser((made.corpus.parent / "site" / name).read_text("utf-8")).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def test_hundreds_of_pairs_are_written_and_the_rest_is_counted(known: Knowledge) -> None:
    (more,) = known.more
    assert len(known.positions) == PRICES
    assert len(known.conflicts) == BOUNDS.conflicts
    assert len(known.near_misses) == BOUNDS.near_misses
    pairs = BOUNDS.conflicts + BOUNDS.near_misses + more.conflicts + more.near_misses
    assert pairs == PRICES * (PRICES - 1) // 2
    assert len(more.contradicted) == PRICES


def test_every_price_is_contradicted_and_the_question_disputed(
    made: Place, known: Knowledge
) -> None:
    assert [v.agreement for v in known.views if v.aspect == "price"] == [Agreement.DISPUTED]
    assert "said by this source alone" not in page(made, "aspect-price.html")


@pytest.mark.parametrize("name", ["index", "conflicts", "aspect-price", "graph"])
def test_the_pages_say_how_many_more_there_are(made: Place, known: Knowledge, name: str) -> None:
    (more,) = known.more
    line = f"Price : {more.contradictions:,} more contradictions between 300 positions are counted"
    assert line in page(made, f"{name}.html")


def test_the_site_and_the_exports_stay_small(made: Place, known: Knowledge, tmp_path: Path) -> None:
    export(known, tmp_path)
    for folder in (made.corpus.parent / "site", tmp_path):
        assert sum(path.stat().st_size for path in folder.iterdir()) < 5 * MB
    (row,) = map(json.loads, (tmp_path / "more_pairs.jsonl").read_text("utf-8").splitlines())
    assert (row["aspect"], row["contradictions"]) == ("price", known.more[0].contradictions)


def test_the_file_of_further_pairs_goes_with_them(
    first: Place, known: Knowledge, tmp_path: Path
) -> None:
    export(known, tmp_path)
    export(Knowledge.open(first.corpus, first.store), tmp_path)
    assert not (tmp_path / "more_pairs.jsonl").exists()


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("build", "more     price: {hard:,} more contradictions between 300 positions are counted"),
        ("conflicts", "price: {hard:,} more contradictions between 300 positions are counted"),
        ("near-misses", "price: {near:,} more near misses are counted, not listed"),
    ],
)
def test_the_terminal_says_how_many_more_there_are(
    made: Place,
    known: Knowledge,
    command: str,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    where = ["--corpus", str(made.corpus), "--store", str(made.store)]
    where += ["--site", str(made.corpus.parent / "site")] if command == "build" else []
    monkeypatch.setattr(sys, "argv", ["kb", command, *where])
    with pytest.raises(SystemExit):
        main()
    (more,) = known.more
    assert line.format(hard=more.contradictions, near=more.near_misses) in capsys.readouterr().out
