"""Rough texts on made-up things, parsed, for guesses."""

from collections.abc import Sequence
from dataclasses import replace

from extract.english.pipeline import parse
from extract.guess.evidence import Evidence, gather
from extract.guess.nouns import Words
from extract.model import Document
from extract.parse import Parse

from ..reader import document, pipeline

ROBOTS = (
    "# Robot vacuums: what to know\n"
    "A robot vacuum (RV) runs for an hour. The robot drives back to its dock. "
    "Robot vacuums cost about £400. The brush has to be cleaned.\n"
    "Unlike an upright vacuum, a robot vacuum can't climb stairs.",
    "# Why I sold my robot vacuum\n"
    "The robot got stuck under the sofa. The robot is loud. An upright vacuum is done sooner. "
    "The brush was full of fluff. A mini robot vacuum is no better.\n"
    "The robot broke after a year. My friends use the device, too. It cost me £600.",
    "# Robot vacuums tested\n"
    "Most robot vacuums clean hard floors. The robots fail on rugs. The brush is old. "
    "Compared with a stick vacuum, the device is slow. A stick vacuum picks up more. "
    "The mini robot vacuum cleaner has a small bin. The best robot vacuum costs £900.",
)


def read(*texts: str) -> list[tuple[Document, Sequence[Parse]]]:
    """The texts with their parses; each text is a source of its own."""
    documents = [replace(document(text), source=f"text-{n}") for n, text in enumerate(texts)]
    return [
        (d, tuple(parse(pipeline(), [d.text[b.start : b.end] for b in d.blocks])))
        for d in documents
    ]


def evidence(*texts: str) -> Evidence:
    return gather(read(*texts))


def words(*names: str) -> list[Words]:
    return [tuple(name.split()) for name in names]
