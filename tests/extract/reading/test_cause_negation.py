"""A denial, a hedge, a condition and what others say hold in their own clause only.

What comes after with a subject and a verb of its own is said anew, however it is joined on: by a
comma, a semicolon, a conjunction or nothing at all.
"""

import pytest

from tests.extract.reader import extraction, read

# What follows the denial is not denied.
SAID = [
    (
        "It's not a cure for rust though it suits beginners.",
        ["- faults rust", "+ suits beginners"],
    ),
    (
        "It is no cure for leaks, though it suits beginners.",
        ["- faults leaks", "+ suits beginners"],
    ),
    ("The pump is not loud, it leaks.", ["- noise", "+ faults leaks"]),
    ("The pump does not leak it rusts.", ["- faults leaks", "+ faults rust"]),
    ("The pump does not leak and the motor is loud.", ["- faults leaks", "+ noise"]),
    ("The pump never leaks but the motor is loud.", ["- faults leaks", "+ noise"]),
    ("It doesn't leak so it suits beginners.", ["- faults leaks", "+ suits beginners"]),
    ("It doesn't leak, which suits beginners.", ["- faults leaks", "+ suits beginners"]),
    ("The pump is not loud because the casing is plastic.", ["- noise", "+ casing plastic"]),
    ("The pump isn't loud; the motor leaks.", ["- noise", "+ faults leaks"]),
    (
        "There is no noise the pump lasts ten years.",
        ["- noise", "+ lifetime 10–10 year"],
    ),
    ("The pump makes no noise, only leaks.", ["- noise", "+ faults leaks"]),
    ("It's a myth that it leaks, it is loud.", ["- faults leaks", "+ noise"]),
    ("It isn't true that it leaks, it rusts.", ["- faults leaks", "+ faults rust"]),
    ("Although the pump does not leak it rusts.", ["- faults leaks", "+ faults rust"]),
    ("Though the pump isn't loud it leaks.", ["- noise", "+ faults leaks"]),
    ("I doubt that the pump leaks, it rusts.", ["- faults leaks", "+ faults rust"]),
    (
        "The pump is not loud and it does not leak and it suits beginners",
        ["- noise", "- faults leaks", "+ suits beginners"],
    ),
]

# The denial goes on.
DENIED = [
    ("The pump does not leak, rust or clog.", ["leaks", "rust", "clogging"]),
    ("The pump makes no noise, rust or leaks.", ["rust", "leaks"]),
    ("The pump doesn't leak or rust and it suits beginners.", ["leaks", "rust"]),
    ("The pump will not rust and will never leak.", ["rust", "leaks"]),
    ("There are no leaks or rust.", ["leaks", "rust"]),
    ("I don't think that the pump leaks.", ["leaks"]),
    ("It is not true that the pump leaks.", ["leaks"]),
    ("It does not rust nor does it leak.", ["leaks", "rust"]),
    ("Not every pump leaks.", ["leaks"]),
    ("It lasts ten years without rust or leaks.", ["leaks", "rust"]),
    ("Nobody reports leaks of the pump and the motor is loud.", ["leaks"]),
    ("It's unlikely to leak, but the motor is loud.", ["leaks"]),
]

# What follows is said outright; what comes first is possible, under a condition, or told.
HEDGED = [
    ("The pump may leak but it is loud.", ["possible", "asserted"]),
    ("The pump may leak but rusts.", ["possible", "asserted"]),
    ("The pump may leak, the motor is loud.", ["possible", "asserted"]),
    ("The pump may leak or rust.", ["possible", "possible"]),
]
CONDITIONED = [
    ("If the lid is open, the pump leaks; the motor is loud.", ["If the lid is open", None]),
    ("The pump leaks if the lid is open, and the motor is loud.", ["if the lid is open", None]),
    ("The pump leaks if the lid is open but it is loud.", ["if the lid is open", None]),
    ("If the lid is open, the pump leaks and rusts.", ["If the lid is open"] * 2),
]
TOLD = [
    ("Some owners say the pump leaks; the motor is loud.", [True, False]),
    ("Some owners say the pump leaks, but the motor is loud.", [True, False]),
    ("Owners report leaks of the pump, the motor is loud.", [False, False]),
    ("Critics say that the pump leaks and that it is loud.", [True, True]),
    ("Nobody says that the pump leaks.", [True]),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_what_is_said_anew_is_not_denied(text: str, said: list[str]) -> None:
    assert sorted(read(text, "pump")) == sorted(said)


@pytest.mark.parametrize(("text", "faults"), DENIED)
def test_what_is_denied_together(text: str, faults: list[str]) -> None:
    got = [c for c in read(text, "pump") if "faults" in c]
    assert sorted(got) == sorted(f"- faults {name}" for name in faults)


@pytest.mark.parametrize(("text", "sure"), HEDGED)
def test_a_hedge_ends_with_its_clause(text: str, sure: list[str]) -> None:
    assert [c.qualifiers.certainty for c in extraction(text, "pump").claims] == sure


@pytest.mark.parametrize(("text", "conditions"), CONDITIONED)
def test_a_condition_ends_with_its_clause(text: str, conditions: list[str | None]) -> None:
    on = [c.qualifiers.condition for c in extraction(text, "pump").claims]
    assert [c and c.text for c in on] == conditions


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_others_say_ends_with_their_clause(text: str, told: list[bool]) -> None:
    claims = extraction(text, "pump").claims
    assert [c.qualifiers.attribution is not None for c in claims] == told
