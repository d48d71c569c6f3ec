"""From a corpus and the readings of all its texts to knowledge, without a store."""

from kb.build.kept import Kept
from kb.build.outcome import outcome_of
from kb.build.read import Readings
from kb.corpus.folder import Corpus
from kb.knowledge.value import Knowledge


def assemble(corpus: Corpus, readings: Readings) -> Knowledge:
    """What the corpus's claims come to. Pure: knows neither the store nor earlier builds."""
    return outcome_of(corpus, readings, Kept()).knowledge()
