"""Durations without a number: what recurs, and what ends."""

import pytest

from extract.model import SELF
from kb.model import Strength
from kb.reconcile.pairs import reconcile
from tests.extract.reader import extraction, read, rules

READ = [
    ("A lash lift needs a top-up every year.", "+ top-ups 1–1 year"),
    ("A lash lift needs a top-up yearly.", "+ top-ups 1–1 year"),
    ("A lash lift needs an annual top-up.", "+ top-ups 1–1 year"),
    ("A lash lift needs a top-up every other month.", "+ top-ups 2–2 month"),
    ("A lash lift needs a top-up twice a year.", "+ top-ups 0.5–0.5 year"),
    ("A lash lift needs a top-up every 3 to 5 months.", "+ top-ups 3–5 month"),
    ("A lash lift needs a top-up every few months.", "+ top-ups"),
    ("A lash lift lasts only for a short time.", "+ longevity …–… day"),
    ("The effect of a lash lift holds for a while.", "+ longevity …–… day"),
    ("A lash lift lasts for years.", "+ longevity"),
    ("A lash lift lasts a couple of years.", "+ longevity 2–2 year"),
]

NOT_READ = [
    ("A lash lift lasts a long time.", "longevity"),
    ("A lash lift gives long-lasting results.", "longevity"),
    ("A lash lift lasts if it is redone every year.", "longevity"),
    ("A lash lift lasts with monthly care.", "longevity"),
    ("A lash lift lasts if brushed twice a day.", "longevity"),
    ("A lash lift that lasts is worth it every once in a while.", "longevity"),
    ("A lash lift needs a top-up in a while.", "top-ups"),
    ("A lash lift needs a top-up at the time of the year you like.", "top-ups"),
]


def aspects(text: str) -> list[str]:
    return [c.aspect for c in extraction(text).claims if c.subject == SELF]


@pytest.mark.parametrize(("text", "want"), READ)
def test_a_time_without_a_number_is_read(text: str, want: str) -> None:
    assert want in read(text)


@pytest.mark.parametrize(("text", "aspect"), NOT_READ)
def test_what_is_no_length_is_not_read(text: str, aspect: str) -> None:
    assert aspect not in aspects(text)


def test_a_short_time_contradicts_what_is_endless() -> None:
    text = "A lash lift is permanent. The lash lift lasts only for a short time."
    (conflict,) = reconcile(extraction(text).claims, rules().topic).conflicts
    assert conflict.strength is Strength.CONTRADICTION
