"""`python -m tests.wordings [FILE…]`: what is missed, what is false, and the two shares."""

import sys
from pathlib import Path

from tests.extract.reader import brief
from tests.wordings.rows import HERE, Reading, read, rows, score


def main(paths: list[str]) -> None:
    for path in [Path(p) for p in paths] or sorted(HERE.glob("*.tsv")):
        readings = list(read(rows(path)))
        for r in readings:
            if r.false or not r.right:
                print(_line(r))
        s = score(readings)
        print(
            f"{path.stem}: {len(readings)} rows, found {s.found:.3f}, nothing false {s.kept:.3f}\n"
        )


def _line(r: Reading) -> str:
    mark = "FALSE" if r.false else "MISSED"
    got = ", ".join(brief(c) for c in r.claims) or "nothing"
    text = r.row.text.replace("\n", "\\n")
    return f"{mark:6} {r.row.aspect} {r.row.polarity} {r.row.value} | {text} | {got}"


if __name__ == "__main__":
    main(sys.argv[1:])
