"""Texts in, plain parses out: offsets hold, white space is gone, size does not matter."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from extract.english.pipeline import load, parse
from extract.english.plain import PIECE
from extract.english.ranges import CUTS, Cut
from extract.parse import Parse


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def read(nlp: Language, text: str) -> Parse:
    (one,) = parse(nlp, [text])
    return one


def words(given: Parse) -> list[str]:
    return [token.text for token in given.tokens]


def check(given: Parse, text: str) -> None:
    """What holds of every parse."""
    assert given.text == text
    assert Parse.from_row(given.to_row()) == given
    for i, token in enumerate(given.tokens):
        assert token.i == i
        assert text[token.start : token.end] == token.text
        assert token.text.strip()
    ends = [end for _, end in given.sentences]
    assert [first for first, _ in given.sentences] == [0, *ends][: len(ends)]
    assert (ends or [0])[-1] == len(given.tokens)
    for first, end in given.sentences:
        roots = [t for t in given.tokens[first:end] if t.head == t.i]
        assert [t.dep for t in roots] == ["root"]
        assert all(first <= t.head < end for t in given.tokens[first:end])


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.word)
def test_ranges_and_units_are_tokens_of_their_own(nlp: Language, cut: Cut) -> None:
    assert tuple(words(read(nlp, cut.word))) == cut.pieces


@pytest.mark.parametrize("word", ["1990s", "24/7", "4th", "3D", "2nd", "1,000", "2.5", "COVID-19"])
def test_other_numbers_stay_whole(nlp: Language, word: str) -> None:
    assert words(read(nlp, word)) == [word]


def test_a_sentence_has_subject_negation_and_lemmas(nlp: Language) -> None:
    got = read(nlp, "The coffee doesn’t stain.")
    stain = next(t for t in got.tokens if t.lemma == "stain")
    under = {t.lower: t.dep for t in got.tokens if t.head == stain.i}
    assert under["coffee"] == "nsubj"
    negation = next(t for t in got.tokens if t.text == "n’t")
    assert (negation.lower, negation.lemma, negation.head) == ("n't", "not", stain.i)
    assert "Polarity=Neg" in negation.morph


def test_hard_wrapped_lines_are_one_sentence(nlp: Language) -> None:
    wrapped = "The mattress lasts\nten years with\r\ngood care."
    got = read(nlp, wrapped)
    check(got, wrapped)
    assert len(got.sentences) == 1
    assert words(got) == words(read(nlp, wrapped.replace("\r", " ").replace("\n", " ")))


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u00a0", "\u200b", "\x00"])
def test_nothing_gives_no_tokens(nlp: Language, text: str) -> None:
    got = read(nlp, text)
    assert (got.text, got.tokens, got.sentences) == (text, (), ())


def test_odd_spaces_and_controls_do_no_harm(nlp: Language) -> None:
    text = "It\u00a0costs\x00 $50\x07.\u200b  \x1b Not\u2028more!"
    got = read(nlp, text)
    check(got, text)
    assert words(got) == ["It", "costs", "$", "50", ".", "Not", "more", "!"]


def test_headlines_are_read_as_sentences(nlp: Language) -> None:
    got = read(nlp, "The Mattress Lasts Ten Years")
    assert words(got) == ["The", "Mattress", "Lasts", "Ten", "Years"]
    assert [t.pos for t in got.tokens] == ["DET", "NOUN", "VERB", "NUM", "NOUN"]


def test_words_in_capitals_keep_their_lemma(nlp: Language) -> None:
    got = read(nlp, "DO NOT WASH THE FILTER for a week.")
    assert "wash" in [t.lemma for t in got.tokens]


def test_a_paragraph_of_any_length_is_one_parse(nlp: Language) -> None:
    text = "The panels last for twenty-five years. " * (3 * PIECE // 39)
    got = read(nlp, text)
    check(got, text)
    assert len(got.sentences) == text.count(".")


@pytest.mark.parametrize("text", ["x" * (2 * PIECE + 1), "and so on " * PIECE, "é," * PIECE])
def test_a_paragraph_without_an_end_is_cut(nlp: Language, text: str) -> None:
    check(read(nlp, text), text)


def test_a_parse_depends_on_its_text_alone(nlp: Language) -> None:
    texts = [f"It lasts {n} years if you keep it dry, and never fades." for n in range(40)]
    assert list(parse(nlp, texts)) == [read(nlp, text) for text in texts]


def test_texts_are_asked_for_as_parses_are(nlp: Language) -> None:
    asked = []

    def texts() -> object:
        for n in range(1000):
            asked.append(n)
            yield f"Panel {n} works. " * 20

    next(parse(nlp, texts()))  # type: ignore[arg-type]
    assert len(asked) < 100


def test_known_tells_common_words_from_misspelt_ones(nlp: Language) -> None:
    got = read(nlp, "The tratment costs $50.")
    assert {t.text: t.known for t in got.tokens} == {
        "The": True,
        "tratment": False,
        "costs": True,
        "$": True,
        "50": True,
        ".": True,
    }


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=120))
def test_any_text_has_a_sound_parse(nlp: Language, text: str) -> None:
    check(read(nlp, text), text)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("No. Panels are useless in winter.", 2),
        ("Yes! It works. So it does.", 3),
        ("He said “No.” Then he left.", 2),
        ("Ask Mr. B. Smith about it.", 1),
    ],
)
def test_a_capital_after_a_stop_begins_a_sentence(nlp: Language, text: str, sentences: int) -> None:
    assert len(read(nlp, text).sentences) == sentences
