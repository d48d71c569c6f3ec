"""Whatever the text: every claim's quote is the text at its span, within its sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import read_plain
from extract.english.pipeline import parse
from extract.model import BlockKind
from extract.reading.document import Extraction, extract_claims
from tests.extract.reader import pipeline, rules

WORDS = """a lash lift is not permanent and it hurts , no redness or swelling ? unless you rub
your eyes for 6 to 8 weeks ; critics say : “never” … (extensions) \n \n\n 1. - don’t wet 50% $60
everyone may according to experts which who if when without surgery . ! \u00a0 \u200b \t""".split(
    " "
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


def extraction(text: str) -> Extraction:
    document = read_plain("text", text)
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
    texts = [document.text[b.start : b.end] for b in blocks]
    return extract_claims(document, list(parse(pipeline(), texts)), rules())


def holds(text: str) -> None:
    document = read_plain("text", text)
    for claim in extraction(text).claims:
        assert document.text[claim.start : claim.end] == claim.quote
        assert claim.sentence.start <= claim.start < claim.end <= claim.sentence.end
        assert len(claim.quote) <= 300


@settings(max_examples=150)
@given(TEXTS)
def test_quotes_lie_in_their_sentences(text: str) -> None:
    holds(text)


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_characters(text: str) -> None:
    holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "....",
        "x" * 20_000,
        "word " * 8_000,
        "Der Lash Lift hält acht Wochen und tut nicht weh.",
        "\x00\x07 A lash lift hurts.\x1b[31m",
        "A lash lift " + "does not hurt and " * 400 + "lasts.",
        "(" * 500 + "A lash lift hurts" + ")" * 500,
    ],
    ids=[
        "empty",
        "mark",
        "dots",
        "one word",
        "no sentence",
        "german",
        "control",
        "endless",
        "deep",
    ],
)
def test_odd_texts_give_a_clean_result(text: str) -> None:
    holds(text)


def test_the_same_text_gives_the_same_claims() -> None:
    text = "A lash lift hurts. It lasts 6 weeks. A lash lift hurts."
    first, second = extraction(text).claims, extraction(text).claims
    assert first == second
    assert len({claim.id for claim in first}) == len(first)


@pytest.mark.parametrize("text", ["may", "? Anyone", "Anyone", "A lash lift is as good as", "how"])
def test_a_text_that_breaks_off_is_read(text: str) -> None:
    assert extraction(text).claims == ()
