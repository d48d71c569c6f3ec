"""A corpus folder in, its report site out: built, then rendered if anything changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import InputError
from kb.build.build import Built, build
from kb.build.pool import Spread
from kb.build.read import Progress, quiet
from kb.store.swap import Say
from reports.last import FileNote
from reports.rendered import files_now, last_pages, remember, up_to_date
from reports.warm import Warm
from reports.write import refuse_foreign

if TYPE_CHECKING:
    from reports.site import SiteReport


@dataclass(frozen=True, slots=True)
class Made:
    """A build, and how many of the site's files were written, left as they were, and removed."""

    built: Built
    written: int
    unchanged: int
    removed: int

    @property
    def changed(self) -> bool:
        """Whether the store or any file of the site was touched."""
        return bool(self.built.wrote or self.written or self.removed)


def make_site(
    corpus: Path,
    store: Path,
    site: Path,
    pipeline: str | None = None,
    progress: Progress = quiet,
    say: Say = lambda _: None,
    jobs: int | None = None,
    warm: Warm | None = None,
    spread: Spread | None = None,
) -> Made:
    """Bring the store and the site up to date with the corpus, in so many processes (`jobs`);
    `spread` reads in their place.

    `warm` is what is loaded already. Raises `InputError` for what `build` refuses, for a folder
    of others' files and for a site that can't be written; the last good store and pages are then
    left.
    """
    refuse_foreign(site)
    made: list[Made] = []

    def finish(built: Built) -> None:
        made.append(_render(built, store, site, progress, jobs, warm))

    parser, rules = (warm.parser, warm.rules) if warm else (None, None)
    build(corpus, store, pipeline, progress, say, parser, finish, jobs, rules, spread)
    return made[0]


def _render(
    built: Built, store: Path, site: Path, progress: Progress, jobs: int | None, warm: Warm | None
) -> Made:
    files = 0 if built.wrote else up_to_date(store, site, built.inputs)
    if files:
        return Made(built, 0, files, 0)
    # The templates' engine costs a fifth of a second, which a site left alone does not need.
    from reports.pool import best_jobs
    from reports.site import render_site

    k = built.knowledge
    try:
        jobs = jobs or best_jobs(k)
        held = warm.sheets(site) if warm and jobs == 1 else None
        last = last_pages(store, site, held)
        report = render_site(k, site, jobs, progress, last)
        left = files_now(last, (page.name for page in report.pages))
        note = partial(_note, report, store, site, built.inputs, left)
        warm.later(note) if warm else note()
    except OSError as error:
        why = error.strerror or "is not writable"
        line = f"{site}: can't be written ({why}); name another with --site"
        raise InputError(line, "KB208") from error
    return Made(built, report.written, report.unchanged, report.removed)


def _note(
    report: "SiteReport", store: Path, site: Path, inputs: str, files: Mapping[str, FileNote]
) -> None:
    remember(store, site, inputs, report.shown(), files)
