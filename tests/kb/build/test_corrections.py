"""Corrections on their way through a build: stored, opened again, told in the changes."""

import random
from dataclasses import replace
from pathlib import Path

from extract.model import Claim
from kb.corrections.file import append, to_line
from kb.corrections.making import Corrector, Wish
from kb.corrections.model import Correction, CorrectionState
from kb.history.changes import Cause
from kb.knowledge.correcting import Correcting
from kb.knowledge.value import Knowledge

from ..conftest import Place

ANA = Corrector("Ana", "2027-01-31T09:30:00.000000+00:00")


def opened(place: Place) -> Knowledge:
    return Knowledge.open(place.corpus, place.store)


def words(k: Knowledge, quote: str) -> Claim:
    (found,) = [c for c in k.claims if quote in c.quote]
    return found


def lines(place: Place) -> list[Correction]:
    """Some of every kind."""
    k = opened(place)
    say = Correcting(k, ANA)
    return [
        *say.otherwise(words(k, "about 20 years").id, Wish(value="25 years")),
        *say.otherwise(words(k, "costs £12,000").id, Wish(condition="if bought alone")),
        *say.otherwise(words(k, "Solar tiles last").id, Wish(subject="")),
        *say.not_a_claim(words(k, "at least fifteen years").id),
        *say.right(words(k, "do not work in winter").id),
        *say.add("brighter-roofs", "turn daylight into electricity", Wish(aspect="noise")),
    ]


def write(place: Place, *corrections: Correction) -> Path:
    append(place.corpus / "readings.jsonl", *corrections)
    return place.corpus / "readings.jsonl"


def test_what_was_corrected_opens_as_it_was_built(place: Place) -> None:
    write(place, *lines(place))
    built = place.build()
    assert "reconciled: corrections changed" in built.done
    assert opened(place) == built.knowledge
    assert [a.state for a in built.knowledge.corrections] == [CorrectionState.HOLDS] * 6
    assert not place.build().wrote


def test_the_order_of_lines_changes_nothing(place: Place) -> None:
    told = lines(place)
    path = write(place, *told)
    first = place.build().knowledge
    random.Random(0).shuffle(told)
    path.write_text("".join(f"{to_line(c)}\n" for c in (*told, told[0])), encoding="utf-8")
    assert not place.build().wrote
    assert opened(place) == first


def test_what_the_program_read_is_still_known(place: Place) -> None:
    before = {c.id for c in opened(place).claims}
    write(place, *lines(place))
    k = place.build().knowledge
    assert {c.id for c in k.claims} != before
    assert {c.id for c in k.read} == before


def test_a_correction_is_told_as_a_persons_act(place: Place) -> None:
    limited = lines(place)[1]
    write(place, limited)
    changes = place.build().changes
    assert changes and changes.conflicts
    assert {c.cause for c in changes.conflicts} == {Cause.VERDICT}


def test_an_added_claim_makes_its_sentence_understood(place: Place) -> None:
    k = opened(place)
    missed = [(c.source, span) for c in k.coverage for span in c.not_understood]
    source, span = missed[0]
    quote = k.documents[source].text[slice(*span)]
    write(place, *Correcting(k, ANA).add(source, quote, Wish(aspect="noise")))
    now = place.build().knowledge
    coverage = next(c for c in now.coverage if c.source == source)
    before = next(c for c in k.coverage if c.source == source)
    assert span not in coverage.not_understood
    assert coverage.with_claim == before.with_claim + 1


def test_people_who_mend_a_claim_called_misread_have_the_last_word(place: Place) -> None:
    k = opened(place)
    claim = words(k, "costs £12,000")
    limited = Correcting(k, ANA).otherwise(claim.id, Wish(condition="if bought alone"))
    conflict = next(c for c in k.conflicts if claim.id in (*c.a.claims, *c.b.claims))
    (place.corpus / "verdicts.jsonl").write_text(
        f'{{"conflict": "{conflict.id}", "verdict": "misread", "by": "Ana", '
        f'"when": "2027-01-30", "claim": "{claim.id}"}}\n',
        encoding="utf-8",
    )
    assert claim.id not in {c.id for c in place.build().knowledge.claims}
    write(place, *limited)
    now = place.build().knowledge
    assert now.claim(claim.id).qualifiers == replace(
        claim.qualifiers, condition=now.claim(claim.id).qualifiers.condition
    )
