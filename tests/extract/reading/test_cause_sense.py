"""A word in another sense, as another part of speech, or far from its partner is no claim."""

import pytest

from tests.extract.reader import read

READ = [
    ("pump", "A garden pump leaks.", "+ faults leaks"),
    ("pump", "A garden pump is noisy at night.", "+ noise"),
    ("pump", "A garden pump can rust after some years.", "+ faults rust"),
    ("pump", "A garden pump makes a noise like a kettle.", "+ noise"),
    ("pump", "A garden pump lasts ten years.", "+ lifetime 10–10 year"),
    ("pump", "A garden pump's casing is made of steel.", "+ casing steel"),
    ("lash", "A lash lift is permanent.", "+ longevity permanent"),
    ("lash", "A lash lift hurts.", "+ pain"),
    ("lash", "A lash lift makes the lashes grow.", "+ growth"),
]

NOT_READ = [
    ("pump", "At last ten years of work on the garden pump came to an end.", "lifetime"),
    ("pump", "The last ten years have made the garden pump famous.", "lifetime"),
    ("pump", "A garden pump suits anyone with nerves of steel.", "casing"),
    ("lash", "The lash lift is a growing trend.", "growth"),
    ("lash", "Treat a lash lift like a permanent guest.", "longevity"),
    ("lash", "The fading fame of the lash lift is a pity.", "fading"),
    ("lash", "Interest in the lash lift may fade.", "fading"),
    ("lash", "The number of salons with a lash lift has grown.", "growth"),
]


@pytest.mark.parametrize(("topic", "text", "want"), READ)
def test_the_word_in_its_own_sense_is_read(topic: str, text: str, want: str) -> None:
    assert want in read(text, topic)


@pytest.mark.parametrize(("topic", "text", "aspect"), NOT_READ)
def test_the_word_in_another_sense_is_not(topic: str, text: str, aspect: str) -> None:
    assert not [c for c in read(text, topic) if c[2:].startswith(aspect)]
