"""What a paragraph opens with: a bare name, somebody's words, a line that orders."""

import pytest

from extract.model import Standing
from tests.extract.reader import extraction, read

PUMP = "A garden pump is useful. "

READ = [
    # a name alone is what the rest is about
    ("pump", "# Ponds\nFountain. It is noisy.", ["(fountain) + noise"]),
    ("pump", PUMP + "A fountain? It is noisy.", ["(fountain) + noise"]),
    ("pump", PUMP + "No fountain? It is noisy.", ["+ noise"]),
    # in a list of things, another name is another thing
    ("pump", "# Ponds\nFountain. It is noisy.\nSmall bucket. It is noisy.", ["(fountain) + noise"]),
    # a quotation that is answered
    ("pump", PUMP + "\n“It is noisy.” It is not noisy.", ["- noise"]),
    ("pump", PUMP + "\n“It is noisy.” Myth.", ["- noise"]),
    ("pump", PUMP + "\n“It is noisy.” John Smith", ["+ noise"]),
    ("pump", PUMP + "\n“It is noisy.” “It leaks.”", []),
    # an answer that is taken back in part
    ("pump", "# Garden pump\n? Is it loud?\nNo. Only at night.", []),
    # what I have read, others say
    ("pump", PUMP + "I have read that it is loud.", ["+ noise {reported}"]),
    ("pump", PUMP + "I have found that it is loud.", ["+ noise"]),
    # a line that orders
    ("pump", "# Garden pump care\n- DON'T\n- Oil the pump", ["- care oiling"]),
    ("pump", "# Garden pump care\n- DO\n- Oil the pump", ["+ care oiling"]),
]


@pytest.mark.parametrize(("topic", "text", "want"), READ)
def test_read(topic: str, text: str, want: list[str]) -> None:
    assert read(text, topic) == want


@pytest.mark.parametrize(
    "text",
    ["“It is noisy.” It is not noisy.", "“It is noisy.” “It leaks.”", "Myth: It is noisy."],
)
def test_what_others_say_is_kept_apart_with_its_reason(text: str) -> None:
    kept = {(u.aspect, u.standing, u.rule) for u in extraction(PUMP + "\n" + text, "pump").unsaid}
    assert ("noise", Standing.REPORTED, "of_others") in kept
