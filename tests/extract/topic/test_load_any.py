"""Whatever stands in the file: a topic, or lines that name a place in it."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import InputError
from extract.topic.load import load_topic

GOOD = (Path(__file__).parents[2] / "other" / "topic.yaml").read_text(encoding="utf-8")
LINES = GOOD.splitlines(keepends=True)
SCRAPS = ["", "[", "{", "'", '"', "- ", ": ", "|", "<", ">", "&a ", "*a", "null", "true", "~", "\t"]
SCRAPS += ["  ", "\n", "kind: choice", "!!set", "# ", "%", "\u2028", "\x00", "é", ":verb", "-"]


def judged(path: Path) -> None:
    try:
        load_topic(path)
    except InputError as error:
        lines = path.read_bytes().count(b"\n") + 2
        for line in str(error).split("\nKB"):
            place = re.search(r"topic\.yaml:(\d+): ", line)
            assert place is None or 1 <= int(place[1]) <= lines
            assert "\n" not in line


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes(tmp_path_factory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "topic.yaml"
    path.write_bytes(data)
    judged(path)


@settings(max_examples=100)
@given(
    st.integers(0, len(LINES) - 1),
    st.integers(0, 60),
    st.integers(0, 12),
    st.sampled_from(SCRAPS),
)
def test_a_good_file_with_a_scrap_in_it(tmp_path_factory, row, column, gone, scrap) -> None:
    lines = LINES.copy()
    lines[row] = lines[row][:column] + scrap + lines[row][column + gone :]
    path = tmp_path_factory.mktemp("any") / "topic.yaml"
    path.write_text("".join(lines), encoding="utf-8")
    judged(path)
