"""All-of: the groups that it suits or does not, and everybody."""

import pytest

from tests.extract.reader import extraction, read, row


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The pump is suitable for beginners.", ["+ suits beginners"]),
        ("The pump suits small ponds and beginners.", ["+ suits small ponds", "+ suits beginners"]),
        ("The pump is not suitable for small ponds.", ["- suits small ponds"]),
        ("The pump is unsuitable for beginners.", ["- suits beginners"]),
        ("Beginners should not use the pump.", ["- suits beginners"]),
        ("Beginners should avoid the pump.", ["- suits beginners"]),
        ("The pump is suitable for everyone.", ["+ suits"]),
        ("The pump is suitable.", []),  # for whom is not said
        ("Beginners love ponds.", []),
        ("Everyone can buy the pump.", []),
        ("The pump does not suit you if you have a small pond.", ["- suits small ponds"]),
        ("If you are a beginner, the pump suits you.", ["+ suits beginners"]),
        ("The pump suits you if you have a friend.", []),
        ("The pump does not suit you if it is for a beginner.", []),
    ],
)
def test_readings(text: str, said: list[str]) -> None:
    assert read(text, "pump") == said


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The pump is suitable for people who keep fish.", "people who keep fish"),
        ("The pump is not suitable for people who keep fish.", "people who keep fish"),
        ("The pump does not suit people who do not like noise.", None),
        ("The pump is suitable for people who want a quiet pond.", None),
        ("The pump is suitable for water, people who keep fish say.", None),
    ],
)
def test_people_told_apart_by_what_they_do_are_a_group(text: str, scope: str | None) -> None:
    told = extraction(text, "pump").claims
    assert all(c.quote.endswith(scope or "") for c in told)
    assert [c.qualifiers.scope and c.qualifiers.scope.text for c in told] == [scope] * bool(scope)


def test_a_group_of_the_file_is_known_by_what_they_do() -> None:
    assert read("The pump is not suitable for people who are beginners.", "pump") == [
        "- suits beginners"
    ]


def test_everybody_is_all() -> None:
    assert row("The pump is suitable for everyone.")["quantifier"] == "all"
    assert row("The pump is suitable for beginners.")["quantifier"] is None
