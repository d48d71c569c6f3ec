"""What a reader is shown of a dispute: the question, and each side's own sentences."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extract.model import Claim, Document, digest
from kb.model import Camp, Conflict, Dispute
from kb.readers.model import Row
from kb.reconcile.taking import taking_part
from kb.text import plain

SIDES, SENTENCES, LONGEST = 6, 4, 500


@dataclass(frozen=True)
class Grounds:
    """What disputes rest on, by id."""

    conflicts: Mapping[str, Conflict]
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]

    @classmethod
    def of(
        cls,
        conflicts: Iterable[Conflict],
        claims: Iterable[Claim],
        documents: Mapping[str, Document],
    ) -> "Grounds":
        """The grounds of these values."""
        return cls({c.id: c for c in conflicts}, {c.id: c for c in claims}, documents)

    def shown(self, dispute: Dispute) -> Row:
        """The dispute as a reader is shown it; it changes with what the sides say."""
        part = taking_part(self.conflicts[id] for id in dispute.conflicts)
        return {
            "question": dispute.question,
            "subject": dispute.subject,
            "sides": [
                {"reads": camp.label, "sentences": list(self._sentences(camp, part))}
                for camp in dispute.camps[:SIDES]
            ],
        }

    def content(self, dispute: Dispute) -> str:
        """A digest of what is shown."""
        return digest(self.shown(dispute))

    def _sentences(self, camp: Camp, part: Mapping[str, tuple[str, ...]]) -> Iterator[Row]:
        """A few of the sentences in which the side says so, one of each source first."""
        ids = dict.fromkeys(id for p in camp.positions for id in part.get(p, ()))
        claims = sorted((self.claims[id] for id in ids), key=lambda c: (c.source, c.start, c.id))
        first = {c.source: c for c in reversed(claims)}
        ordered = sorted(claims, key=lambda c: first[c.source] is not c)
        said = {(c.source, self._sentence(c)): None for c in ordered}
        for source, sentence in list(said)[:SENTENCES]:
            yield {"source": source, "sentence": sentence}

    def _sentence(self, claim: Claim) -> str:
        words = plain(self.documents[claim.source].text[slice(*claim.sentence)])
        return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
