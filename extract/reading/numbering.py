"""Each claim of a document once, with the ordinal that tells repeated quotes apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.model import Claim, normalise


def numbered(made: Sequence[Claim]) -> Iterator[Claim]:
    """Each claim once, with the ordinal that tells repeated quotes apart."""
    seen: dict[tuple[object, ...], int] = {}
    placed: set[tuple[object, ...]] = set()
    for claim in sorted(made, key=lambda c: (c.start, c.end)):
        place = (claim.start, claim.end, claim.aspect, claim.polarity, _value_key(claim))
        if place in placed:
            continue
        placed.add(place)
        key = (
            normalise(claim.quote),
            claim.subject,
            claim.aspect,
            claim.polarity,
            _value_key(claim),
        )
        ordinal = seen.get(key, 0)
        seen[key] = ordinal + 1
        yield replace(claim, ordinal=ordinal) if ordinal else claim


def _value_key(claim: Claim) -> object:
    value = claim.value
    if value is None:
        return None
    return (value.kind, value.name, value.quantity, value.phase)
