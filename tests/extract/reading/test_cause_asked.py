"""What is asked, wished, weighed or left open is no claim; what looks like it may be one."""

import pytest

from tests.extract.reader import read

PUMP = "A garden pump is useful. "

SAID = [
    ("Whether you have a large pond or a small one, it is loud.", "+ noise"),
    ("Whatever you do, it leaks.", "+ faults leaks"),
    ("How long does it last? Ten years.", "+ lifetime 10–10 year"),
    ("You will see that it is loud.", "+ noise"),
    ("Is it loud? Yes.", "+ noise"),
    ("When can I use it? At once. It lasts ten years.", "+ lifetime 10–10 year"),
    ("We asked the makers, and it leaks.", "+ faults leaks"),
    ("It is a pity that it is so loud.", "+ noise"),
    ("It is open to the air and rusts.", "+ faults rust"),
]

ASKED = [
    ("Whether it is loud is unknown.", "noise"),
    ("Whether it leaks remains to be seen.", "faults"),
    ("Whether it rusts depends on the water.", "faults"),
    ("It is unclear whether it leaks.", "faults"),
    ("Nobody knows whether it is loud.", "noise"),
    ("How loud it is you must judge for yourself.", "noise"),
    ("How much noise you can stand is personal.", "noise"),
    ("Do you want it to be loud?", "noise"),
    ("You may wish that it were silent.", "noise"),
    ("Check whether it leaks.", "faults"),
    ("We weigh its noise against its price.", "noise"),
    ("The question is whether it rusts.", "faults"),
    ("How loud it gets nobody can tell.", "noise"),
    ("Ask the seller if it leaks.", "faults"),
    ("When can I paint it? Wait ten years.", "lifetime"),
]


@pytest.mark.parametrize(("text", "want"), SAID)
def test_said(text: str, want: str) -> None:
    assert want in read(PUMP + text, "pump")


@pytest.mark.parametrize(("text", "aspect"), ASKED)
def test_asked(text: str, aspect: str) -> None:
    claims = read(PUMP + text, "pump")
    assert not [c for c in claims if c[2:].startswith(aspect) and "{reported}" not in c]
