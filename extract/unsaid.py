"""Words that could be a claim and are none."""

from dataclasses import dataclass

from extract.model import Span, Standing


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Where such words stand, the question they speak of, and why they say nothing on it.

    `span` counts characters of the document; `rule` is the row of
    `extract.reading.standing.RULES` that held them back, `cue` the word it saw.
    """

    span: Span
    aspect: str
    standing: Standing
    rule: str
    cue: str
