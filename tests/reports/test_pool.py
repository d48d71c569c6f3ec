"""Pages written in several processes: the same bytes, and no page lost."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kb.knowledge.value import Knowledge
from reports import pool, site
from reports.parts import PageError, Site, Task, tasks
from reports.pool import best_jobs, in_processes
from reports.site import STEP, pages, render_site


def test_any_number_of_processes_gives_the_same_bytes(knowledge: Knowledge) -> None:
    alone = list(pages(knowledge, 1))
    assert list(pages(knowledge, 2)) == alone
    assert list(pages(knowledge, 3)) == alone


def test_a_page_that_cannot_be_written_is_named_and_the_last_good_site_stays(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    render_site(knowledge, tmp_path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    documents = {id: d for id, d in knowledge.documents.items() if id != "bed-blog"}
    broken = replace(Site.of(knowledge).book, documents=documents)
    for jobs in (1, 2):
        task = [Task("source", "bed-blog")]
        with pytest.raises(PageError, match="source bed-blog: KeyError: 'bed-blog'"):
            list(in_processes(jobs, Site(broken, ()), [task] * 3))
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_process_that_dies_takes_no_page_with_it(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_ready", _die)
    assert list(pages(knowledge, 2)) == list(pages(knowledge, 1))


def _die(_: Any) -> None:
    os._exit(9)


def test_progress_counts_pages_to_the_last(knowledge: Knowledge) -> None:
    told: list[tuple[str, int, int]] = []
    files = list(pages(knowledge, 1, lambda *step: told.append(step)))
    total = sum(name.endswith(".html") for name, _ in files)
    counted = [done for _, done, _ in told]
    assert {(step, of) for step, _, of in told} == {(STEP, told[0][2])}
    assert counted == sorted(counted) and counted[0] == 0
    assert counted[-1] == told[0][2] == total + 1  # scripts and styles are a step, too


def test_batches_are_of_one_part_and_hold_every_task(knowledge: Knowledge) -> None:
    every = tuple(tasks(Site.of(knowledge)))
    made = list(site._batches(every))
    assert [task for batch in made for task in batch] == list(every)
    assert all(len({task.part for task in batch}) == 1 for batch in made)


def test_a_small_site_needs_no_second_process(knowledge: Knowledge) -> None:
    assert best_jobs(knowledge) == 1
    many = replace(knowledge, claims=knowledge.claims * 10_000)
    assert 1 <= best_jobs(many) <= (os.cpu_count() or 1)
