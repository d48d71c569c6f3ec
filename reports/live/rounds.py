"""One build after the other, each when something was saved; broken input ends none of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import monotonic

from extract.errors import InputError
from kb.build.batch import Pipeline
from kb.corpus.unread import unread_lines
from kb.store.origin import CODE as ANOTHER
from kb.store.swap import Say
from reports import text
from reports.live.watched import differing, next_change, stamps, wakes
from reports.making import Made, make_site
from reports.warm import Warm
from reports.write import FOREIGN

NAMED = 3  # changed files that are named in one line
KEPT = "the last good pages stay"


@dataclass(frozen=True, slots=True)
class Round:
    """One build: the files that changed, the seconds it took, and the outcome or what is wrong.

    Exactly one of `made` and `problem` is there. `problem` is one line for each mistake.
    """

    changed: tuple[str, ...]
    seconds: float
    made: Made | None = None
    problem: str | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """A line for each mistake, and for each text that could not be read."""
        if self.made is None:
            return tuple((self.problem or "").splitlines())
        return tuple(unread_lines(self.made.built.summary.unread))

    @property
    def line(self) -> str:
        """What happened, in one line."""
        if self.made is None:
            return f"{_names(self.changed)}: not built; {KEPT}"
        pages = text.figure(self.made.written, "file") + " of the site written"
        done = pages if self.made.changed else "nothing has changed"
        return f"{_names(self.changed)}: {done}, {self.seconds:.2f} s"


def _names(changed: tuple[str, ...]) -> str:
    if not changed:
        return "first build"
    more = len(changed) - NAMED
    names = [text.plain(n) for n in changed[:NAMED]]
    return text.listing([*names, f"{more} more"] if more > 0 else names)


def rounds(
    corpus: Path,
    store: Path,
    site: Path,
    stop: Event,
    pipeline: str | None = None,
    say: Say = lambda _: None,
) -> Iterator[Round]:
    """Build at once, and again after every save until `stop` is set.

    What is saved during a build is built right after it. Raises `InputError` only if, to begin
    with, there is no such corpus folder, the store is of another corpus or the site of others.
    """
    if not corpus.is_dir():
        raise InputError(f"{corpus}: no such folder; name the corpus with --corpus", "KB201")
    warm = Warm(Pipeline(pipeline))
    wake = wakes(corpus, stop)
    seen, changed = stamps(corpus), tuple[str, ...]()
    while not stop.is_set():
        done = _round(changed, corpus, store, site, pipeline, say, warm)
        yield done
        warm.rest()
        if not changed:
            warm.load(store, done.made.built.topic if done.made else None)
        now = next_change(corpus, seen, wake, stop)
        if now is None:
            return
        seen, changed = now, differing(seen, now)


def _round(
    changed: tuple[str, ...],
    corpus: Path,
    store: Path,
    site: Path,
    pipeline: str | None,
    say: Say,
    warm: Warm,
) -> Round:
    began = monotonic()
    try:
        with warm.at_work():
            made = make_site(corpus, store, site, pipeline, say=say, warm=warm)
    except InputError as error:
        if not changed and error.code in (ANOTHER, FOREIGN):  # no save would mend that
            raise
        return Round(changed, monotonic() - began, problem=str(error))
    except Exception as error:  # a watch outlives what nobody foresaw, and says so
        what = " ".join(str(error).split())
        problem = f"kb failed: {type(error).__name__}: {what}; `kb --debug build` shows where"
        return Round(changed, monotonic() - began, problem=problem)
    return Round(changed, monotonic() - began, made)
