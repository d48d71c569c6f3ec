import pytest

from extract.parse import Token
from extract.topic.verbal import verbal


def position(text: str) -> tuple[list[Token], int]:
    """Tokens of "word/TAG …"; the one in question is written with a star in front."""
    tokens, at = [], 0
    for i, part in enumerate(text.split()):
        word, _, tag = part.partition("/")
        at = i if word.startswith("*") else at
        word = word.lstrip("*")
        tokens.append(Token(i, word, word.lower(), word.lower(), tag, "", "", i, "", 0, 0))
    return tokens, at


@pytest.mark.parametrize(
    "text",
    [
        "beds/NOUN *last/ADJ ten/NUM years/NOUN",
        "beds/NOUN *last/ADJ at/ADP least/ADJ ten/NUM",
        "beds/NOUN *last/ADV longer/ADV than/ADP ever/ADV",
        "these/DET *last/ADJ forever/ADV",
        "built/VERB to/PART *last/ADJ",
        "they/PRON do/AUX n't/PART *last/ADJ",
        "how/ADV long/ADV do/VERB beds/NOUN *last/ADJ ?/PUNCT",
        "what/PRON does/VERB a/DET bed/NOUN *cost/NOUN ?/PUNCT",
        "solar/ADJ power/NOUN *costs/NOUN little/ADV",
        "a/DET bed/NOUN *costs/NOUN about/ADV 300/NUM",
        "it/PRON *lasts/VERB",
    ],
)
def test_a_verb(text: str) -> None:
    assert verbal(*position(text))


@pytest.mark.parametrize(
    "text",
    [
        "the/DET *last/ADJ one/NOUN",
        "at/ADP *last/ADJ it/PRON came/VERB",
        "the/DET prices/NOUN *last/ADJ year/NOUN were/AUX high/ADJ",
        "*last/ADJ week/NOUN it/PRON broke/VERB",
        "its/PRON *cost/NOUN is/AUX high/ADJ",
        "bed/NOUN *costs/NOUN for/ADP hotels/NOUN fell/VERB",
        "the/DET bed/NOUN *cost/NOUN of/ADP hotels/NOUN",
    ],
)
def test_no_verb(text: str) -> None:
    assert not verbal(*position(text))
