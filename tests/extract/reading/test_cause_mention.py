"""What is only named, ascribed in passing, hearsay or put at a distance is no claim."""

import pytest

from tests.extract.reader import read

PUMP = "A garden pump is useful. "
LASH = "A lash lift is popular. "

SAID = [
    ("pump", PUMP + "It has no known faults.", "- faults"),
    ("pump", PUMP + "It is known to leak.", "+ faults leaks"),
    ("pump", PUMP + "The fact is that it leaks.", "+ faults leaks"),
    ("pump", PUMP + "You oil it against rust, but it leaks.", "+ faults leaks"),
    ("pump", PUMP + "Everybody says that it is loud.", "+ noise {reported}"),
    ("pump", PUMP + "It is nothing but loud.", "+ noise"),
    ("pump", PUMP + "It is far from loud.", "- noise"),
    ("pump", PUMP + "It is far from silent.", "+ noise"),
    ("pump", PUMP + "It is anything but loud.", "- noise"),
    ("pump", PUMP + "It runs for years without a fault, thanks to its quiet motor.", "- noise"),
    ("lash", LASH + "It is permanent.", "+ longevity permanent"),
    ("lash", LASH + "I must say that it hurts.", "+ pain"),
    ("lash", LASH + "It costs $60, and you pay each time.", "+ cost 60–60 USD"),
]

MENTIONED = [
    ("pump", PUMP + "It is far from loud.", "noise", "+"),
    ("pump", PUMP + "It is anything but loud.", "noise", "+"),
    ("pump", PUMP + "Word has it that it leaks.", "faults", "+"),
    ("pump", PUMP + "The rumour goes that it leaks.", "faults", "+"),
    ("pump", PUMP + "Legend has it that it is loud.", "noise", "+"),
    ("pump", PUMP + "It is said to rust.", "faults", "+"),
    ("pump", PUMP + "It would be wrong to say that it leaks.", "faults", "+"),
    ("pump", PUMP + "I would be lying if I said that it is silent.", "noise", "-"),
    ("pump", PUMP + "Anyone who says that it leaks has never owned one.", "faults", "+"),
    ("pump", PUMP + "No maker can guarantee that it is silent.", "noise", "-"),
    ("pump", PUMP + "Its hum is not to be mistaken for the noise of a mower.", "noise", "-"),
    ("pump", PUMP + "You will find tips for stopping a leak on our page.", "faults", "+"),
    ("pump", PUMP + "It raises a lot of questions, mostly about its noise.", "noise", "+"),
    ("pump", PUMP + "A ship has a hull, which rusts.", "faults", "+"),
    ("lash", LASH + "Treat it like a permanent decision.", "longevity", "+"),
    ("lash", LASH + "Maintenance-free, no.", "maintenance", "-"),
    ("lash", LASH + "You need a new brush, and each one costs $20.", "cost", "+"),
    ("lash", LASH + "Prices range from $60 for one eye to $90.", "cost 60", "+"),
    ("lash", LASH + "Handling the swelling takes a minute.", "side effects", "+"),
]


@pytest.mark.parametrize(("topic", "text", "want"), SAID)
def test_said(topic: str, text: str, want: str) -> None:
    assert want in read(text, topic)


@pytest.mark.parametrize(("topic", "text", "aspect", "sign"), MENTIONED)
def test_mentioned(topic: str, text: str, aspect: str, sign: str) -> None:
    claims = [c for c in read(text, topic) if "{reported}" not in c]
    assert not [c for c in claims if c.startswith(f"{sign} {aspect}")]
