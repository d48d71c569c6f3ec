"""What each predicate of a sentence says, and of what."""

import pytest

from tests.extract.reader import read

ROWS = [
    ("The pump is loud and it leaks.", ["+ noise", "+ faults leaks"]),
    ("The pump is silent but leaks.", ["- noise", "+ faults leaks"]),
    ("The pump is silent; it lasts ten years.", ["- noise", "+ lifetime 10–10 year"]),
    ("The pump, which leaks, is loud.", ["+ noise", "+ faults leaks"]),
    ("Pumps that leak are loud.", ["+ noise", "+ faults leaks"]),
    ("The pump starts to leak.", ["+ faults leaks"]),
    ("I like that the pump is silent.", ["- noise"]),
    ("Because it rusts, the pump leaks.", ["+ faults rust", "+ faults leaks"]),
    ("Although the pump is loud, it lasts ten years.", ["+ noise", "+ lifetime 10–10 year"]),
    (
        "The pump is silent, costs $90 and lasts ten years.",  # a subject is said once
        ["- noise", "+ price 90–90 USD", "+ lifetime 10–10 year"],
    ),
    ("The pump does not leak, but it rusts.", ["- faults leaks", "+ faults rust"]),
]
COMPARED = [
    ("Unlike fountains, the pump is silent.", ["- noise"]),
    ("The pump is silent, unlike a fountain.", ["- noise"]),
    ("The pump leaks, unlike a silent fountain.", ["+ faults leaks"]),
    ("The pump leaks less than a noisy fountain.", ["+ faults leaks"]),
    ("Compared with a fountain, the pump is loud.", ["+ noise"]),
    ("The pump is loud, whereas a fountain is silent.", ["+ noise", "(fountain) - noise"]),
]
LABELS = [("Price: $90.", ["+ price 90–90 USD"])]


@pytest.mark.parametrize(("text", "said"), ROWS + COMPARED + LABELS)
def test_every_predicate_is_read_by_itself(text: str, said: list[str]) -> None:
    assert sorted(read(text, "pump")) == sorted(said)
