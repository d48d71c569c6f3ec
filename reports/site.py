"""The report site: knowledge in, a folder of pages out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.build.read import Progress, quiet
from kb.knowledge.value import Knowledge
from reports.last import LastPages
from reports.parts import File, Site, Task, tasks
from reports.pool import in_processes
from reports.write import write_pages

STEP = "writing pages"
BATCH = 12  # pages that a process is given at a time


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What became of the pages, and where to begin reading."""

    written: int
    unchanged: int
    removed: int
    index: Path


def render_site(
    knowledge: Knowledge,
    out: Path,
    jobs: int = 1,
    progress: Progress = quiet,
    last: LastPages | None = None,
) -> SiteReport:
    """Render every page of the knowledge into `out`; the same knowledge gives the same bytes.

    `last` are the pages of `out` as this process wrote them before, if it keeps them: those that
    show the same are left, where one process writes them all. Raises `OSError` if the folder
    can't be written, and `PageError` for a page that can't.
    """
    done = write_pages(pages(knowledge, jobs, progress, last), out)
    if last:
        last.note()
    return SiteReport(done.written, done.unchanged, done.removed, out / "index.html")


def pages(
    knowledge: Knowledge, jobs: int = 1, progress: Progress = quiet, last: LastPages | None = None
) -> Iterator[File | tuple[str, None]]:
    """Every file of the site by name, whatever the processes the same; the first page is last.

    None stands for the bytes of a page that is there as `last` knows it.
    """
    site = Site.of(knowledge)
    batches = list(_batches(tuple(tasks(site))))
    total, done = sum(map(_pages, batches)), 0
    progress(STEP, done, total)
    for batch, files in zip(batches, _files(jobs, site, batches, last), strict=True):
        yield from files
        done += _pages(batch)
        progress(STEP, done, total)


def _files(
    jobs: int, site: Site, batches: Sequence[Sequence[Task]], last: LastPages | None
) -> Iterator[Iterable[File | tuple[str, None]]]:
    if last and jobs == 1:
        return (last.files(site, batch) for batch in batches)
    return in_processes(jobs, site, batches)


def _pages(batch: Sequence[Task]) -> int:
    return sum(task.pages for task in batch)


def _batches(all: Sequence[Task]) -> Iterator[Sequence[Task]]:
    """Those of one part that are short are written together."""
    batch: list[Task] = []
    for task in all:
        if batch and (len(batch) == BATCH or task.part != batch[-1].part):
            yield batch
            batch = []
        batch.append(task)
    yield batch
