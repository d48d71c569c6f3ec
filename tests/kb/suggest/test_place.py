"""A text put into a YAML file; all else stays, byte for byte."""

import pytest

from kb.suggest.place import RowStep, Step, put, quoted

FILE = """\
# what it is
subject: {name: pond}
rivals:
  - {name: pool, names: [pool]}  # the dear one

aspects:
  - id: smell
    says: [smell,
      odour]  # both
    asked:
      - smell   # as people say
    # the end
  - {id: depth, says: [deep]}
"""


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (["aspects", RowStep("id", "smell"), "says"], "odour]", "odour, NEW]"),
        (
            ["aspects", RowStep("id", "smell"), "asked"],
            "      - smell   # as people say\n",
            "      - smell   # as people say\n      - NEW\n",
        ),
        (["aspects", RowStep("id", "depth"), "says"], "[deep]", "[deep, NEW]"),
        (["aspects", RowStep("id", "depth"), "denies"], "[deep]", "[deep], denies: [NEW]"),
        (["subject", "names"], "{name: pond}", "{name: pond, names: [NEW]}"),
        (
            ["aspects", RowStep("id", "price"), "says"],
            "says: [deep]}\n",
            "says: [deep]}\n  - {id: price, says: [NEW]}\n",
        ),
        (
            ["aspects", RowStep("id", "smell"), "parts", RowStep("name", "mud"), "words"],
            "      - smell   # as people say\n",
            "      - smell   # as people say\n    parts: [{name: mud, words: [NEW]}]\n",
        ),
        (
            ["rivals"],
            "# the dear one\n",
            "# the dear one\n  - NEW\n",
        ),
        (["brands"], "says: [deep]}\n", "says: [deep]}\nbrands: [NEW]\n"),
    ],
)
def test_put(path: list[Step], old: str, new: str) -> None:
    assert put(FILE, path, "NEW") == FILE.replace(old, new)


def test_a_text_is_no_list() -> None:
    with pytest.raises(ValueError, match="name is no list"):
        put(FILE, ["subject", "name"], "NEW")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("need upkeep", "need upkeep"),
        ("<make> power|heat", "<make> power|heat"),
        ("last:verb", '"last:verb"'),
        ("true", '"true"'),
        ('say "no"', '"say \\"no\\""'),
    ],
)
def test_quotes_where_yaml_needs_them(text: str, written: str) -> None:
    assert quoted(text) == written
