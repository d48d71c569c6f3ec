"""The findings of a sentence that did not change stay the same, whatever is done above it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kb.check.checker import Checker

from .conftest import Check, draft

BELOW = "Solar panels last forever.\n\nA system costs £20,000. Solar panels make no noise."
ABOVE = [
    "An introduction that makes no claim.",
    "Solar panels work in winter.",
    "Last winter was mild. Call us today!",
    "Wind turbines need servicing.",
]


def test_findings_survive_edits_above(check: Check) -> None:
    before = {f.fingerprint: (f.rule.code, f.message) for f in check(BELOW).findings}
    assert len(before) == 3
    for above in ABOVE:
        after = {
            f.fingerprint: (f.rule.code, f.message) for f in check(f"{above}\n\n{BELOW}").findings
        }
        assert before.items() <= after.items()


def test_a_sentence_said_twice_has_two_fingerprints(check: Check) -> None:
    found = check("Solar panels last forever.\n\nNew.\n\nSolar panels last forever.").findings
    assert len({f.fingerprint for f in found}) == len(found) == 2


@settings(max_examples=10)
@given(st.lists(st.sampled_from(ABOVE), max_size=3))
def test_whatever_stands_above(checker: Checker, above: list[str]) -> None:
    text = "\n\n".join([*above, "A system costs £20,000."])
    found = checker.check(draft(text)).findings
    prints = {f.fingerprint for f in checker.check(draft("A system costs £20,000.")).findings}
    assert prints <= {f.fingerprint for f in found}
