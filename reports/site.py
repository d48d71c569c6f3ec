"""The report site: knowledge in, a folder of pages out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.build.read import Progress, quiet
from kb.knowledge.value import Knowledge
from reports.last import LastPages
from reports.parts import NO_PAGES, File, Site, SiteFile, Task, tasks
from reports.pool import in_processes
from reports.write import write_pages

STEP = "writing pages"
BATCH = 12  # pages that a process is given at a time


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What became of the files, and where to begin reading."""

    written: int
    unchanged: int
    removed: int
    index: Path
    pages: tuple[SiteFile, ...]

    def shown(self) -> dict[str, str]:
        """What each page shows, as a digest."""
        return {page.name: page.shown for page in self.pages}


def render_site(
    knowledge: Knowledge,
    out: Path,
    jobs: int = 1,
    progress: Progress = quiet,
    last: LastPages = NO_PAGES,
) -> SiteReport:
    """Bring every page of the knowledge into `out`; the same knowledge gives the same bytes.

    `last` are the pages of `out` as they were written before: those that show the same are left.
    Raises `OSError` if the folder can't be written, and `PageError` for a page that can't.
    """
    made: list[SiteFile] = []

    def noted() -> Iterator[tuple[str, bytes | None]]:
        for file in site_files(Site.of(knowledge, last), jobs, progress):
            made.extend([file._replace(content=None)] if file.shows else [])
            yield file.name, file.content

    done = write_pages(noted(), out)
    index = out / "index.html"
    return SiteReport(done.written, done.unchanged, done.removed, index, tuple(made))


def pages(knowledge: Knowledge, jobs: int = 1, progress: Progress = quiet) -> Iterator[File]:
    """Every file of the site, whatever the processes the same; the first page is last."""
    for file in site_files(Site.of(knowledge), jobs, progress):
        assert file.content is not None  # where no pages are there yet
        yield file.name, file.content


def site_files(site: Site, jobs: int = 1, progress: Progress = quiet) -> Iterator[SiteFile]:
    """Every file of the site, those without content that are there; the first page is last."""
    batches = list(_batches(tuple(tasks(site))))
    total, done = sum(map(_pages, batches)), 0
    progress(STEP, done, total)
    for batch, files in zip(batches, in_processes(jobs, site, batches), strict=True):
        yield from files
        done += _pages(batch)
        progress(STEP, done, total)


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
