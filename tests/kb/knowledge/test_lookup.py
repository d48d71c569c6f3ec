import pytest

from extract.errors import InputError
from kb.knowledge.lookup import by_prefix, known

THINGS = {"3f2a9c04": "one", "3f2a9d17": "two", "3f2a": "short"}


@pytest.mark.parametrize(
    ("id", "found"), [("3f2a9c04", "one"), ("3f2a9d", "two"), ("3f2a", "short")]
)
def test_an_id_or_what_tells_it_apart(id: str, found: str) -> None:
    assert by_prefix(id, "claim", THINGS, "") == found


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("3f2a9", "KB206 3f2a9: no such claim; several begin so; give more of it"),
        ("beef", "KB206 beef: no such claim; `kb claims` lists them"),
        ("3f2", "KB206 3f2: no such claim; `kb claims` lists them"),
    ],
)
def test_what_is_no_id_or_of_several(id: str, told: str) -> None:
    with pytest.raises(InputError) as raised:
        by_prefix(id, "claim", THINGS, "`kb claims` lists them")
    assert str(raised.value) == told


def test_the_nearest_name_comes_first() -> None:
    known(None, "aspect", ["price"])
    known("price", "aspect", ["price"])
    with pytest.raises(InputError, match=r"^KB206 prise: .*; did you mean price\?"):
        known("prise", "aspect", ["price", "noise"])
