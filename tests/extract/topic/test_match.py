import re

import pytest

from extract.parse import Token
from extract.topic.phrase import GAP, PhraseIndex, compile_phrase

LISTS = {"rise": ("grow", "go up", "increase")}


def tokens(text: str, **lemmas: str) -> list[Token]:
    """Tokens cut at spaces and hyphens; `word__TAG` has a tag, `word__x` is not known.

    A lemma is the lower-case word, if none is given.
    """
    made = []
    for i, part in enumerate(re.findall(r"[^\s-]+|-", text)):
        word, _, tag = part.partition("__")
        lower = word.lower()
        lemma = lemmas.get(lower, lower)
        pos = "" if tag == "x" else tag
        made.append(Token(i, word, lower, lemma, pos, "", "", i, "", 0, 0, known=tag != "x"))
    return made


def found(phrase: str, text: str, **lemmas: str) -> list[tuple[int, ...]]:
    index = PhraseIndex([("key", compile_phrase(phrase, LISTS))])
    return [m.token_indices for m in index.match(tokens(text, **lemmas))]


@pytest.mark.parametrize(
    ("phrase", "text", "at"),
    [
        ("brew cold", "brewed slowly and served cold", (0, 4)),
        ("brew cold", "cold water was brewed", (0, 3)),
        ("side-effect", "known side effects", (1, 2)),
        ("side-effect", "known side-effects", (1, 3)),
        ("side-effect", "known sideeffects", (1,)),
        ("wear-off", "the shine wore off", (2, 3)),
        ("coldbrew", "a cold-brew", (1, 3)),
        ("<rise> price", "prices went up", (0, 1, 2)),
        ("colour|tint", "the colored glass", (1,)),
        ("litre", "two liters", (1,)),
        ("don't rust", "they do n't rust", (1, 2, 3)),
        ("as-good-as-new", "it was as good as new", (2, 3, 4, 5)),
        ("cheap", "much cheaper__ADJ", (1,)),
    ],
)
def test_found(phrase: str, text: str, at: tuple[int, ...]) -> None:
    assert found(phrase, text) == [at]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("brew cold", "brewed slowly"),
        ("side-effect", "one side has an effect"),
        ("side-effect", "effect side"),
        ("paint", "the painter__NOUN came"),
        ("scar", "the cat was scared"),
        ("permanent", "a semi-permanent one"),
        ("invasive", "it is non invasive"),
        ("rise rise", "prices rise"),
    ],
)
def test_not_found(phrase: str, text: str) -> None:
    assert found(phrase, text) == []


def test_lemma_matches_where_the_form_is_unheard_of() -> None:
    assert found("shrink", "it shrinketh", shrinketh="shrink") == [(1,)]


def test_part_of_speech() -> None:
    assert found("last:verb", "it lasts__VERB") == [(1,)]
    assert found("last:verb", "the last__ADJ one") == []
    assert found("last:verb|final", "the final__ADJ one") == [(1,)]


def test_words_stand_at_most_a_gap_apart() -> None:
    near, far = ("x " * n for n in (GAP, GAP + 1))
    assert found("brew cold", f"brew {near} cold") == [(0, GAP + 1)]
    assert found("brew cold", f"brew {far} cold") == []
    assert found("brew ice cold", "brew x x x x ice x x x x cold") == [(0, 5, 10)]


def test_tightest_occurrence() -> None:
    assert found("brew cold", "brew x x brew cold") == [(3, 4)]
    assert found("brew cold", "brew cold x x cold brew") == [(0, 1), (4, 5)]


def test_one_token_fills_one_slot() -> None:
    assert found("glass glass-jar", "a glass jar") == []
    assert found("glass glass-jar", "glass x glass jar") == [(0, 2, 3)]


@pytest.mark.parametrize(
    ("phrase", "text", "hit"),
    [
        ("permanent", "it is permanant__x", True),
        ("installation", "the instalation__x", True),
        ("installation", "the instalatoin__x", True),
        ("permanent", "it is permanant", False),  # a word the lexicon knows
        ("stable", "it is unstable__x", False),
        ("moveable", "it is immovable__x", False),
        ("grind", "it grins__x", False),  # too short
        ("coffee", "a toffee__x", False),  # another first letter
        ("micro-perforation", "with micro-perforaton__x", True),
    ],
)
def test_misspelt(phrase: str, text: str, hit: bool) -> None:
    assert bool(found(phrase, text)) is hit


def test_keys_come_in_text_order_and_know_their_slots() -> None:
    index = PhraseIndex(
        (key, compile_phrase(text, {}))
        for key, text in [("b", "sour"), ("a", "taste bitter"), ("c", "bitter")]
    )
    matches = index.match(tokens("it tastes bitter not sour"))
    assert [(m.key, m.token_indices, m.slots) for m in matches] == [
        ("a", (1, 2), 2),
        ("c", (2,), 1),
        ("b", (4,), 1),
    ]


def test_of_one_key_the_fullest_phrase_wins() -> None:
    index = PhraseIndex(("k", compile_phrase(text, {})) for text in ("taste", "taste bitter"))
    assert [m.token_indices for m in index.match(tokens("taste it bitter"))] == [(0, 2)]


def test_token_numbers_are_the_tokens_own() -> None:
    clause = tokens("hot or served x cold")[2:]
    index = PhraseIndex([("k", compile_phrase("serve cold", {}))])
    assert index.match(clause)[0].token_indices == (2, 4)


def test_an_endless_clause_takes_bounded_time() -> None:
    assert len(found("brew cold", "brew cold " * 5000)) == 5000
    assert found("brew", "o" * 100_000 + "__x") == []


def test_a_key_that_leans_counts_beside_another_of_what_it_belongs_to_or_where_that_is_raised() -> (
    None
):
    phrases = [
        (("taste", False), "bitter"),
        (("taste", True), "cold brew"),
        (("heat", True), "hot"),
    ]
    rows = ((key, compile_phrase(text, {})) for key, text in phrases)
    index = PhraseIndex(rows, lambda key: key)

    def said(text: str, raised: frozenset[str] | None) -> list[object]:
        return [m.key for m in index.match(tokens(text), raised)]

    assert said("hot cold brew", frozenset()) == []
    assert said("hot cold brew", frozenset({"heat"})) == [("heat", True)]
    assert said("bitter hot cold brew", frozenset()) == [("taste", False), ("taste", True)]
    assert len(said("hot cold brew", None)) == 2
