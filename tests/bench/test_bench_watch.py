"""What a save costs while `kb watch` runs: one paragraph of the example corpus is typed anew.

Told as a ratio to the first whole build of the same run. Seconds are those of the processor, the
least of several rounds, for the machine may be busy; run by itself it tells the clock's, too, from
the save to the pages.

python -m tests.bench.test_bench_watch
"""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from threading import Event, Timer
from time import monotonic, process_time

from pytest_benchmark.fixture import BenchmarkFixture

from kb.build.batch import Pipeline
from reports.live.rounds import rounds
from reports.making import make_site
from reports.warm import Warm

CORPUS = Path(__file__).parents[2] / "corpus"
PARAGRAPH = (
    "\n\nIt lasts {} years with good care, it never hurts, and most people need two sessions.\n"
)
SHARE = 0.12  # of the first build
ROUNDS = 7


@dataclass(frozen=True)
class Place:
    """A copy of the corpus, one of whose texts is edited again and again."""

    folder: Path

    @classmethod
    def of(cls, folder: Path) -> "Place":
        shutil.copytree(CORPUS, folder / "corpus")
        return cls(folder)

    @property
    def where(self) -> tuple[Path, Path, Path]:
        return self.folder / "corpus", self.folder / "kb", self.folder / "site"

    def saves(self) -> Iterator[None]:
        """Another amount in the last paragraph of the first text, each time."""
        text = min((self.folder / "corpus" / "texts").iterdir())
        whole = text.read_text(encoding="utf-8")
        for years in count(2):
            text.write_text(f"{whole}\n\n{PARAGRAPH.format(years)}\n", encoding="utf-8")
            yield


def test_a_save_costs_a_small_part_of_the_first_build(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    place, warm = Place.of(tmp_path), Warm(Pipeline(None))
    start = process_time()
    first = make_site(*place.where, warm=warm)
    whole = process_time() - start
    warm.load(place.where[1], first.built.knowledge.topic)
    saves, taken, written = place.saves(), list[float](), list[int]()

    def once() -> None:
        start = process_time()
        written.append(make_site(*place.where, warm=warm).written)
        taken.append(process_time() - start)

    def saved() -> None:
        warm.rest()
        next(saves)

    benchmark.pedantic(once, setup=saved, rounds=ROUNDS)
    share = min(taken) / whole
    benchmark.extra_info |= {"seconds": round(min(taken), 3), "of the first build": round(share, 3)}
    print(f"{min(taken):.3f} s, {share:.1%} of the first build ({whole:.2f} s)")
    assert min(written) > 0 and max(written) < first.written / 2
    assert share < SHARE


def on_the_clock(folder: Path) -> None:
    """Prints the seconds from each save to the pages."""
    place, stop, at = Place.of(folder), Event(), [0.0]
    saves = place.saves()

    def save() -> None:
        at[0] = monotonic()
        next(saves)

    taken = list[float]()
    for number, each in enumerate(rounds(*place.where, stop)):
        if number:
            taken.append(monotonic() - at[0])
        print(each.line)
        if number > ROUNDS:
            break
        Timer(3.0 if number == 0 else 0.5, save).start()
    print(f"from save to pages: median {median(taken):.2f} s, least {min(taken):.2f} s")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as where:
        on_the_clock(Path(where))
