"""Who is said to say it; what is only asked says nothing."""

import pytest

from tests.extract.reader import extraction, read, row

OWN = [
    "The pump is loud.",
    "We know that the pump is loud.",
    "I believe that the pump leaks.",
    "According to size, the pump is loud.",
    "Nobody could tell a leak of the pump.",
]


@pytest.mark.parametrize("text", OWN)
def test_the_source_says_it_itself(text: str) -> None:
    assert row(text)["attribution"] is None


CALLED_UPON = [
    ("Experts say that the pump is silent.", "Experts"),
    ("According to engineers, the pump is silent.", "engineers"),
    ("Studies show that the pump leaks.", "Studies"),
    ("Engineers warn that the pump leaks.", "Engineers"),
    ("Ada Lowe, a pump engineer in Leeds, says that the pump leaks.", "Ada Lowe"),
    ("The head of the Leeds Pump Association says that the pump leaks.",
     "The head of the Leeds Pump Association"),
    ("Our tests show that the pump leaks.", "Our tests"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), CALLED_UPON)
def test_those_whom_the_source_calls_upon(text: str, who: str) -> None:
    found = row(text)
    assert (found["attribution"], found["attribution_endorsed"]) == (who, True)


SET_APART = [
    ("Critics claim that the pump is loud.", "Critics"),
    ("According to critics, the pump leaks.", "critics"),
    ("Some people believe that the pump leaks.", "Some people"),
    ("Sellers promise that the pump never leaks.", "Sellers"),
    ("Opponents say the pump leaks.", "Opponents"),
    ("The pump is allegedly silent.", "allegedly"),
    ("The pump reportedly leaks.", "reportedly"),
]


@pytest.mark.parametrize(("text", "who"), SET_APART)
def test_those_whom_it_only_reports(text: str, who: str) -> None:
    found = row(text)
    assert (found["attribution"], found["attribution_endorsed"]) == (who, False)


@pytest.mark.parametrize(
    "text",
    [
        "“The pump is loud” is nonsense.",
        "It is said that the pump is loud.",
        "Beware of adverts that claim the pump is silent.",
    ],
)
def test_what_nobody_in_particular_says_is_reported_too(text: str) -> None:
    found = row(text)
    assert found["attribution"] and not found["attribution_endorsed"]


def test_what_follows_but_is_the_sources_own() -> None:
    found = read("Many believe the pump is loud, but it leaks.", "pump")
    assert found == ["+ noise {reported}", "+ faults leaks"]


@pytest.mark.parametrize(
    "text",
    [
        "Is the pump loud?",
        "Ask whether the pump is loud.",
        "You may wonder if the pump is loud.",
        "We do not know if the pump leaks.",
        "Find out whether the pump leaks.",
    ],
)
def test_what_is_asked_says_nothing(text: str) -> None:
    assert read(text, "pump") == []


MYTHS = [
    ("Myth: the pump is loud.", True),
    ("Myth 2: the pump is loud.", True),
    ("MYTH 2. The pump is loud.", True),
    ("Myth #2 The pump is loud.", True),
    ("Misconception no. 3) The pump is loud.", True),
    ("Fact 2. The pump is loud.", False),
    ("Myth. The pump is not loud.", False),  # an answer
    ("The pump is loud.", False),
]


@pytest.mark.parametrize(("text", "myth"), MYTHS)
def test_a_label_says_that_it_is_a_myth(text: str, myth: bool) -> None:
    plain = [c for c in extraction(text, "pump").claims if not c.qualifiers.reported]
    assert bool(plain) is not myth
