"""Yes or no: what affirms, what denies, what says nothing of it."""

import pytest

from tests.extract.reader import read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The pump is loud.", ["+ noise"]),
        ("It hums.", ["+ noise"]),
        ("The pump is not loud.", ["- noise"]),
        ("The pump makes no noise.", ["- noise"]),
        ("The pump is silent.", ["- noise"]),  # the word denies in itself
        ("The pump is not silent.", ["+ noise"]),
        ("The pump is noise-free.", ["- noise"]),
        ("The pump makes low noise.", ["- noise"]),  # the fuller phrase decides
        ("Is the pump loud? No.", ["- noise"]),
        ("Is the pump silent? Yes.", ["- noise"]),
        ("? Is the pump loud?\nNot at all.", ["- noise"]),
        ("The fountain is loud.", ["(fountain) + noise"]),
        ("The pond is silent.", []),
        ("The pump is blue.", []),
    ],
)
def test_readings(text: str, said: list[str]) -> None:
    assert read(text, "pump") == said
