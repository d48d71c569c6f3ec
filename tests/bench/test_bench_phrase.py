"""Finding 1,500 phrases in prose takes time that grows with the prose."""

import random

from extract.parse import Token
from extract.topic.phrase import PhraseIndex, compile_phrase
from tests.growth import grows_evenly

PHRASES = 1500
TOKENS = 50_000


def words(chance: random.Random, many: int) -> list[str]:
    parts = ["ba", "do", "ki", "lu", "me", "no", "pra", "ste", "vo", "ri", "tan", "gel"]
    return ["".join(chance.choices(parts, k=chance.randint(2, 4))) for _ in range(many)]


def phrases(chance: random.Random, vocabulary: list[str]) -> PhraseIndex:
    def slot() -> str:
        return "|".join(chance.choices(vocabulary, k=chance.randint(1, 4)))

    texts = (" ".join(slot() for _ in range(chance.randint(1, 3))) for _ in range(PHRASES))
    return PhraseIndex((f"aspect {i % 60}", compile_phrase(t, {})) for i, t in enumerate(texts))


def clauses(chance: random.Random, vocabulary: list[str]) -> list[list[Token]]:
    """Zipf-like prose: the commonest words make up most of it; one in fifty is unknown."""
    weights = [1 / (rank + 1) for rank in range(len(vocabulary))]
    made = []
    for start in range(0, TOKENS, 12):
        drawn = chance.choices(vocabulary, weights, k=12)
        forms = [w + "x" if chance.random() < 0.02 else w for w in drawn]
        made.append(
            [
                Token(start + i, w, w, w, "NOUN", "", "", i, "", 0, 0, known=w in drawn)
                for i, w in enumerate(forms)
            ]
        )
    return made


def test_phrases_are_found_in_time_that_grows_with_the_prose() -> None:
    chance = random.Random(7)
    common = words(chance, 2000)
    topic = common[100:1100]
    index = phrases(chance, topic)
    prose = clauses(chance, common)
    assert any(index.match(clause) for clause in prose)
    assert grows_evenly(lambda n: [index.match(clause) for clause in prose[:n]], len(prose))
