"""Numbers that mean something else: what must be read, and what must not."""

import pytest

from tests.extract.reader import read

POPULAR = "A lash lift is popular. "

READ = [
    ("A lash lift takes 3 sessions, 1 -2 weeks apart.", "+ sessions 3–3 session"),
    ("A lash lift lasts 6 -8 weeks.", "+ longevity 6–8 week"),
    ("A lash lift lasts 6- 8 weeks.", "+ longevity 6–8 week"),
    (POPULAR + "Two sessions is the minimum.", "+ sessions 2–… session"),
    (POPULAR + "We charge from $80 for the treatment.", "+ cost 80–… USD"),
    (POPULAR + "The minimum is three sessions, which the process needs.", "+ sessions 3–… session"),
    (POPULAR + "Four sessions is the maximum.", "+ sessions >0–4 session"),
    (POPULAR + "One session is enough.", "+ sessions 1–1 session"),
    (POPULAR + "One session will do.", "+ sessions 1–1 session"),
    ("A lash lift lasts a lifetime.", "+ longevity permanent"),
]

NOT_READ = [
    (POPULAR + "One session can take a few hours.", "sessions"),
    (POPULAR + "An hour is what one session can take.", "sessions"),
    ("A lash lift needs a rest between one session and the next.", "sessions"),
    (POPULAR + "Nine out of ten sessions are done by the artist.", "sessions"),
    (POPULAR + "One in three sessions needs a patch test.", "sessions"),
    (POPULAR + "The treatment lasts: you pay for it once in a lifetime.", "longevity"),
    (POPULAR + "The technician lasts with 12 years of experience.", "longevity"),
    (POPULAR + "The treatment takes calls 24 hours a day.", "duration"),
    (POPULAR + "The treatment lasts since 2002.", "longevity"),
]


@pytest.mark.parametrize(("text", "want"), READ)
def test_a_figure_is_read_as_it_is_meant(text: str, want: str) -> None:
    assert want in read(text)


@pytest.mark.parametrize(("text", "aspect"), NOT_READ)
def test_what_is_no_figure_is_not_read(text: str, aspect: str) -> None:
    assert not [claim for claim in read(text) if f" {aspect} " in f"{claim} "]
