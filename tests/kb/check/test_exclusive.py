""" "Only for …" stands against whoever lets in others."""

import pytest

from .conftest import Check


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Solar panels are suitable for flat roofs.", "supported"),
        ("Solar panels are only suitable for flat roofs.", "contradicted"),
        ("Solar panels are not only suitable for flat roofs.", "supported"),
    ],
)
def test_who_is_left_out(check: Check, said: str, verdict: str) -> None:
    assert [f.rule.word for f in check(said).findings] == [verdict]


def test_the_finding_shows_who_is_let_in_elsewhere(check: Check) -> None:
    (found,) = check("Solar panels are suitable for flat roofs only.").findings
    assert "slate" in {p.says for p in found.against}
    assert found.against[0].why == "Only [flat] leaves out [slate]."
