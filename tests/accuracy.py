"""Measures the annotated texts; writes the table of docs/accuracy.md and what the pages tell of it.

Run it with `python -m tests.accuracy`.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from kb.evaluate.measure import measure
from kb.evaluate.score import Rate, Score

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/accuracy.md"
GOLD = ROOT / "tests/gold"
OTHER = ROOT / "tests/other"
NAMES = (
    *("five", "real", "real-b", "real-c", "pages", "more"),
    *("fresh-a", "fresh-b", "fresh-c", "fresh-d", "fresh-e", "fresh-f"),
)
FOLDERS = {
    **{n: (ROOT / "corpus", GOLD / n, GOLD / n / "texts") for n in NAMES},
    "other": (OTHER, OTHER / "gold", OTHER / "texts"),
}
SHIPPED = ROOT / "reports/accuracy.json"
TOLD = {
    "claims": ("claims of the gold found", "claims of the gold found"),
    "right": (
        "claims read that are right, on the right question",
        "claims found on the gold's own question",
    ),
    "contradictions": ("contradictions found at any strength",) * 2,
    "flags": ("conflicts called contradiction that are some conflict",) * 2,
}
"""What pages tell: its row in the table of pages that nobody had looked at, and in the other."""
TABLE = re.compile(r"\| figure \|.*?(?=\n\n)", re.DOTALL)


def lines(scores: list[Score]) -> Iterator[tuple[str, list[str]]]:
    """Each figure's name, and what it is in each folder."""
    yield "claims of the gold found", [rate(s.claims) for s in scores]
    yield "claims found that are in the gold", [rate(s.claims_precision) for s in scores]
    yield "claims found on the gold's own question", [rate(s.on_question) for s in scores]
    yield "what is no claim, read as one", [rate(s.not_claims) for s in scores]
    yield "contradictions found as such", [rate(s.contradictions) for s in scores]
    yield "contradictions found at any strength", [rate(s.contradictions_any) for s in scores]
    yield "tensions found at any strength", [rate(s.tensions_any) for s in scores]
    for word in ("contradiction", "tension"):
        what = f"pairs called {word}"
        yield (
            f"conflicts called {word} that are some conflict",
            [rate(s.flags[word]) for s in scores],
        )
        yield f"{what} that are conflicts", [rate(s.precision_any[word]) for s in scores]
        yield f"{what} that are {word}s", [rate(s.precision_same[word]) for s in scores]
        yield f"traps called {word}", [str(s.traps[word]) for s in scores]


def rate(r: Rate) -> str:
    return f"{r.share:.3f} ({r.found} of {r.of})"


def table(scores: list[Score]) -> str:
    head = ["figure", *(f"`{name}`" for name in FOLDERS)]
    rows = [head, ["---", *("---:" for _ in FOLDERS)], *([n, *cells] for n, cells in lines(scores))]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def cells(page: str, name: str, heading: str) -> list[float]:
    """The figures of a row in the table under a heading."""
    section = page.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    (row,) = (line for line in section.splitlines() if line.startswith(f"| {name} |"))
    return [float(cell.split()[0]) for cell in row.strip("| ").split("|")[1:]]


def told(page: str) -> dict[str, dict[str, list[int]]]:
    """What the pages tell of accuracy, in percent: on new texts in the middle one of the sets and
    from … to, and on the five.

    Of each set that nobody had looked at, every second column is the latest figure.
    """
    made = {}
    for key, (blind, known) in TOLD.items():
        later = cells(page, blind, "On pages that nobody had looked at")[1::2]
        five = cells(page, known, "As it stands")[0]
        made[key] = {
            "new": [round(100 * min(later)), round(100 * max(later))],
            "typical": [round(100 * median(later))],
            "known": [round(100 * five)],
        }
    return made


def written(page: str) -> str:
    """The file that the pages read."""
    return json.dumps(told(page), indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    made = table([measure(*places) for places in FOLDERS.values()])
    page = PAGE.read_text(encoding="utf-8")
    assert len(TABLE.findall(page)) == 1, f"{PAGE} has no table of figures"
    page = TABLE.sub(lambda _: made, page)
    PAGE.write_text(page, encoding="utf-8")
    SHIPPED.write_text(written(page), encoding="utf-8")
    print(made)
