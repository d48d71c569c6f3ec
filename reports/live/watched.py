"""Which files of a corpus folder a build reads, how they stand, and what woke us.

What a file's number, size and time say is what counts; the notices of `watchfiles` only say
when to look. So no save is missed, be it during a build or on a disk that gives no notice.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event

from kb.corpus.folder import text_folder
from kb.store.stamp import Stamp, stamp_at

FILES = ("topic.yaml", "sources.yaml", "verdicts.jsonl", "readings.jsonl", "opinions.jsonl")
QUIET = 0.02  # seconds without a change that end a burst of saves
LONGER = 0.25  # the same where a file is empty or gone: an editor may be about to write it
LONGEST = 3.0  # seconds that a burst may last
STEP = 20  # milliseconds in which notices are gathered
POLL = 0.1  # seconds between looks without notices
LOOK = 2.0  # seconds between looks in any case

Stamps = Mapping[str, Stamp]


def stamps(corpus: Path) -> Stamps:
    """How each watched file stands, by its name seen from the corpus folder."""
    paths = [corpus / name for name in FILES]
    with suppress(OSError):  # the build says what is wrong with the folder
        paths += [p for p in text_folder(corpus).iterdir() if not p.name.startswith(".")]
    found = ((p.relative_to(corpus).as_posix(), stamp_at(p)) for p in paths)
    return {name: stamp for name, stamp in found if stamp}


def differing(before: Stamps, after: Stamps) -> tuple[str, ...]:
    """The names of the files that came, went or changed, sorted."""
    names = {*before, *after}
    return tuple(sorted(n for n in names if before.get(n) != after.get(n)))


def next_change(corpus: Path, seen: Stamps, wakes: Iterator[None], stop: Event) -> Stamps | None:
    """The stamps once they differ from `seen` and rest; None once it is to stop."""
    for _ in wakes:
        if stop.is_set():
            return None
        now = stamps(corpus)
        if now != seen:
            return settled(corpus, seen, now, stop)
    return None


def settled(corpus: Path, seen: Stamps, now: Stamps, stop: Event) -> Stamps:
    """The stamps after a time of quiet: an editor may write a file in several steps.

    `seen` are those before the first step.
    """
    waited = 0.0
    while waited < LONGEST:
        pause = LONGER if _unfinished(seen, now) else QUIET
        stop.wait(pause)
        waited += pause
        later = stamps(corpus)
        if later == now:
            break
        now = later
    return now


def _unfinished(seen: Stamps, now: Stamps) -> bool:
    """Whether a changed file is empty or gone: many editors write it anew right after that."""
    return any(name not in now or now[name].size == 0 for name in differing(seen, now))


def wakes(corpus: Path, stop: Event) -> Iterator[None]:
    """Yields whenever it is time to look: on a notice, or else every so often.

    Ends when `stop` is set. Without `watchfiles` it looks at set times only.
    """
    try:
        from watchfiles import watch
    except ImportError:
        yield from _polls(stop)
        return
    while not stop.is_set():
        yield None  # what was saved before the notices began
        try:
            for _ in watch(
                corpus,
                stop_event=stop,
                debounce=STEP,
                step=STEP,
                rust_timeout=round(LOOK * 1000),
                yield_on_timeout=True,
                watch_filter=None,
            ):
                yield None
        except (OSError, RuntimeError):  # no such folder, or the system gives no more notices
            stop.wait(LOOK)


def _polls(stop: Event) -> Iterator[None]:
    while not stop.is_set():
        yield None
        stop.wait(POLL)
