"""Measures the annotated texts and writes the table of docs/accuracy.md.

Run it with `python -m tests.accuracy`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from kb.evaluate.measure import measure
from kb.evaluate.score import Rate, Score

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/accuracy.md"
GOLD = ROOT / "tests/gold"
OTHER = ROOT / "tests/other"
NAMES = ("five", "real", "real-b", "pages", "more", "fresh-a", "fresh-b", "fresh-c", "fresh-d")
FOLDERS = {
    **{n: (ROOT / "corpus", GOLD / n, GOLD / n / "texts") for n in NAMES},
    "other": (OTHER, OTHER / "gold", OTHER / "texts"),
}
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


if __name__ == "__main__":
    made = table([measure(*places) for places in FOLDERS.values()])
    page = PAGE.read_text(encoding="utf-8")
    assert len(TABLE.findall(page)) == 1, f"{PAGE} has no table of figures"
    PAGE.write_text(TABLE.sub(lambda _: made, page), encoding="utf-8")
    print(made)
