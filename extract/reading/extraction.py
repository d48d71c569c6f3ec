"""What reading one document gives."""

from dataclasses import dataclass

from extract.model import Claim, Span
from extract.unsaid import Unsaid


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gives: its claims in text order, and how much of it was read.

    `sentences` and `with_claim` count; `not_understood` are the sentences that speak of the
    subject or answer a question and gave no claim, and such clauses of sentences that gave one.
    """

    claims: tuple[Claim, ...]
    sentences: int
    with_claim: int
    not_understood: tuple[Span, ...]
    unsaid: tuple[Unsaid, ...] = ()
