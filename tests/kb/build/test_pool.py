"""Texts read in several processes: the same outcome, and no text lost for another."""

import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.parse import Parse
from kb.build import batch
from kb.build.batch import Pipeline
from kb.build.build import build
from kb.build.pool import WORTH, best_jobs
from kb.knowledge.value import Knowledge
from tests.kb.conftest import Place

FATAL = "This sentence kills who reads it."


class Mortal:
    """The pipeline in a process that dies of one sentence, as it might of too much memory."""

    def __init__(self) -> None:
        self._pipeline = Pipeline(None)

    def __call__(self, texts: Iterable[str]) -> Iterator[Parse]:
        wanted = list(texts)
        if any(FATAL in text for text in wanted):
            os._exit(9)
        return self._pipeline(wanted)


class Failing:
    def __call__(self, texts: Iterable[str]) -> Iterator[Parse]:
        raise InputError("english: can't be loaded", "KB999")


@pytest.fixture(autouse=True)
def a_batch_for_each_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "LARGEST", 1)


def add_texts(place: Place, names: str, of_d: str = "") -> None:
    for n, name in enumerate(names):
        said = f"Solar panels last at least {n + 5} years. {of_d if name == 'd' else ''}\n"
        (place.corpus / "texts" / f"{name}.txt").write_text(said, "utf-8")


def test_any_number_of_processes_gives_the_same_knowledge(bare: Place, tmp_path: Path) -> None:
    add_texts(bare, "ab")
    alone = build(bare.corpus, tmp_path / "one", jobs=1).knowledge
    several = build(bare.corpus, tmp_path / "two", jobs=2).knowledge
    assert several == alone
    assert {"a", "b"} < {c.source for c in several.claims}


def test_a_text_that_kills_its_reader_is_named_and_the_rest_is_read(bare: Place) -> None:
    add_texts(bare, "abcde", FATAL)
    mortal = partial(build, bare.corpus, bare.store, parser=Mortal(), jobs=2)
    k = mortal().knowledge
    assert [file for file, why in k.unread if "died" in why] == ["texts/d.txt"]
    assert {"a", "b", "c", "e"} < {s.id for s in k.sources}
    (bare.corpus / "texts" / "d.txt").write_text("Solar panels last 30 years.\n", "utf-8")
    assert mortal().knowledge.unread == ()


def test_a_text_that_died_is_tried_again(bare: Place) -> None:
    add_texts(bare, "d", FATAL)
    build(bare.corpus, bare.store, parser=Mortal(), jobs=2)
    k: Knowledge = build(bare.corpus, bare.store, jobs=1).knowledge
    assert k.unread == ()


def test_what_reading_raises_reaches_the_person(bare: Place) -> None:
    with pytest.raises(InputError, match="KB999 english: can't be loaded"):
        build(bare.corpus, bare.store, parser=Failing(), jobs=2)
    assert not (bare.store / "kb.sqlite").exists()


def test_a_batch_is_bounded_and_keeps_the_order(
    first: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "LARGEST", 20_000)
    documents = list(Knowledge.open(first.corpus, first.store).documents.values()) * 40
    made = list(batch.batches(documents))
    assert [d for some in made for d in some] == documents
    assert 1 < len(made) < len(documents)
    assert all(sum(len(d.text) for d in some) <= 20_000 for some in made)


def test_a_few_texts_need_no_second_process() -> None:
    assert best_jobs(0) == best_jobs(WORTH - 1) == 1
    assert 1 <= best_jobs(10**9) <= (os.cpu_count() or 1)
