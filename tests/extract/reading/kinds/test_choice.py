"""Choice: the options that are named where the question is raised."""

import pytest

from tests.extract.reader import read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The casing of the pump is steel.", ["+ casing steel"]),
        ("The pump has a steel casing.", ["+ casing steel"]),
        ("The pump comes with a plastic casing.", ["+ casing plastic"]),
        ("The casing of the pump is not plastic.", ["- casing plastic"]),
        ("The pump does not have a plastic casing.", ["- casing plastic"]),
        ("The pump has a casing.", []),  # of what is not said
        ("A steel pump is heavy.", []),  # of the casing nothing is said
        ("Steel is heavy.", []),
    ],
)
def test_readings(text: str, said: list[str]) -> None:
    assert read(text, "pump") == said
