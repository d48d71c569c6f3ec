"""A denied or compared subject: what it denies is another thing, or only how much."""

import pytest

from tests.extract.reader import read

PUMP = "A garden pump is useful. "

SAID = [
    ("No pump leaks.", "- faults leaks"),
    ("None of our pumps is loud.", "- noise"),
    ("No pump of ours rusts.", "- faults rust"),
    ("Not cleaning it is a mistake, as it rusts.", "+ faults rust"),
    ("It is as loud as possible.", "+ noise"),
    ("It does not leak and never rusts.", "- faults rust"),
    ("Cleaning a garden pump makes it loud.", "+ noise"),
    ("Unlike a fountain, it is loud.", "+ noise"),
    ("It is not loud at all.", "- noise"),
]

OTHER = [
    ("No machine is as loud as a mower.", "noise"),
    ("No device has ever been so loud as this fountain.", "noise"),
    ("Nothing leaks as much as an old fountain.", "faults"),
    ("Few things are louder than a mower.", "noise"),
    ("Not cleaning the filter makes it clog.", "faults"),
    ("Never oiling it causes rust.", "faults"),
    ("It is as loud as a mower.", "noise"),
    ("The larger the pond, the louder it is.", "noise"),
    ("Unlike a silent fountain, it needs power.", "noise"),
    ("A mower is louder.", "noise"),
    ("Noise: none.", "+ noise"),
]


@pytest.mark.parametrize(("text", "want"), SAID)
def test_said_of_it(text: str, want: str) -> None:
    assert want in read(PUMP + text, "pump")


@pytest.mark.parametrize(("text", "aspect"), OTHER)
def test_not_said_of_it(text: str, aspect: str) -> None:
    sign, _, name = aspect.rpartition("+ ")
    claims = read(PUMP + text, "pump")
    assert not [c for c in claims if c[2:].startswith(name) and (not sign or c[0] == "+")]
