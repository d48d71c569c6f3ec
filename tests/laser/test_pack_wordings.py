"""How English speaks of any treatment: what the packs read, and what they leave, in other words."""

from functools import cache
from pathlib import Path

import pytest

from extract.english.pipeline import parse
from extract.model import Polarity
from extract.reading.document import extract_claims
from extract.rules import Rules
from extract.topic.load import load_topic
from tests.extract.reader import document, pipeline

YES, NO = Polarity.AFFIRM, Polarity.DENY
READ = [
    ("Laser hair removal hurts.", "pain", YES),
    ("It feels like the snap of a rubber band.", "pain", YES),
    ("It is much like a massage.", "pain", NO),
    ("Most clients cope with it easily.", "pain-level", YES),
    ("Some swelling is normal. It is gone within two days.", "side-effect-duration", YES),
    ("The area may turn pink.", "side-effects", YES),
    ("We treat every six weeks.", "session-gap", YES),
    ("One visit and done!", "one-time", YES),
    ("It is an everyday treatment.", "popularity", YES),
    ("You can go on with your usual routine.", "recovery-time", NO),
    ("The health authority has approved it.", "fda-approval", YES),
    ("The result does not last forever.", "longevity", NO),
]
LEFT = [
    ("Should you feel anything, tell the nurse.", "pain"),
    ("One visit and done!", "session-count"),
    ("The result does not last forever.", "lasts-long"),
    ("The nurse decides by your type of skin.", "longevity-factors"),
]


@cache
def rules() -> Rules:
    return Rules(load_topic(Path(__file__).parent / "topic.yaml"))


def read(text: str) -> set[tuple[str, Polarity]]:
    doc = document(f"Laser hair removal is here. {text}")
    claims = extract_claims(doc, list(parse(pipeline(), [doc.text])), rules()).claims
    return {(c.aspect, c.polarity) for c in claims}


@pytest.mark.parametrize(("text", "aspect", "polarity"), READ)
def test_the_pack_reads_it(text: str, aspect: str, polarity: Polarity) -> None:
    assert (aspect, polarity) in read(text)


@pytest.mark.parametrize(("text", "aspect"), LEFT)
def test_the_pack_leaves_it(text: str, aspect: str) -> None:
    assert aspect not in {a for a, _ in read(text)}
