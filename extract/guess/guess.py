"""All guesses on one set of texts, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.guess.around import belongings, people, stand_ins
from extract.guess.compared import rivals
from extract.guess.evidence import Evidence, gather
from extract.guess.fitting import Read
from extract.guess.subject import Guessed, names_of, subject_of
from extract.guess.varieties import materials, sites, subtypes


@dataclass(frozen=True, slots=True)
class Guess:
    """What the texts are about and what surrounds it, each with how it was seen."""

    texts: int
    subject: str
    names: tuple[Guessed, ...]
    stand_ins: tuple[Guessed, ...]
    belongings: tuple[Guessed, ...]
    people: tuple[Guessed, ...]
    rivals: tuple[Guessed, ...]
    subtypes: tuple[Guessed, ...]
    sites: tuple[Guessed, ...]
    materials: tuple[Guessed, ...]


def guess_of(read: Read) -> Guess:
    """The guesses on documents with their parses. The same texts give the same guesses."""
    return _guessed(gather(read))


def _guessed(evidence: Evidence) -> Guess:
    subject = subject_of(evidence)
    names = names_of(evidence, subject)
    words = [tuple(text.split("-")) for each in names for text in each.names]
    against = rivals(evidence, words)
    taken = {w for each in (*names, *against) for text in each.names for w in (text,)}
    own = belongings(evidence, words, taken)
    return Guess(
        texts=evidence.texts,
        subject=" ".join(subject),
        names=names,
        stand_ins=stand_ins(evidence, words),
        belongings=own,
        people=people(evidence),
        rivals=against,
        subtypes=subtypes(evidence, words),
        sites=sites(evidence, taken),
        materials=materials(evidence, taken),
    )


def all_words(rows: Sequence[Guessed]) -> tuple[str, ...]:
    """The names of all rows, each once."""
    return tuple(dict.fromkeys(name for row in rows for name in row.names))
