"""A topic and a text for the tests of other readers."""

from typing import Any

from extract.model import Document
from extract.topic.schema import Topic
from kb.corrections.fit import Fitting
from tests.extract.reader import document

TOPIC = Topic.sample(
    topic="Lawn mowers",
    subject={"name": "lawn mower", "names": ["lawn mower", "mower"]},
    rivals=[{"name": "scythe", "names": ["scythe"]}],
    aspects=[
        {"id": "loud", "label": "Loud", "question": "Is it loud?", "kind": "yesno"},
        {
            "id": "lifetime", "label": "Lifetime", "question": "How long does it last?",
            "kind": "quantity", "unit": "year", "plausible": {"low": "1 year", "high": "40 years"},
        },
        {
            "id": "faults", "label": "Faults", "question": "What goes wrong?", "kind": "any-of",
            "parts": [{"name": "rust", "words": ["rust"]}, {"name": "leaks", "words": ["leak"]}],
        },
    ],
)  # fmt: skip
FITTING = Fitting(TOPIC)
TEXT = (
    "# The mower’s life\n"
    "A mower lasts 10 to 12 years. It isn’t loud at all.\n"
    "The  blades may rust, “sooner or later”. A scythe lasts 30 years.\n"
)
MOWER: Document = document(TEXT)


def said(quote: str, question: str, polarity: str = "affirm", **more: str) -> dict[str, Any]:
    return {"quote": quote, "question": question, "polarity": polarity, **more}


LASTS = said("A mower lasts 10 to 12 years", "lifetime", value="10 to 12 years")
