"""What becomes of each line that a reader gives: a claim of the text's own words, or a refusal."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.model import Polarity
from kb.corrections.topical import misfit
from kb.readers.model import RefusalReason, Sifted
from kb.readers.sift import LONGEST, MOST, TEXTS, sift
from tests.kb.readers.sample import FITTING, LASTS, MOWER, TEXT, TOPIC, said


def sifted(*rows: Any) -> Sifted:
    return sift("\n".join(json.dumps(r) for r in rows), MOWER, FITTING)


def refusal(row: Any) -> tuple[RefusalReason, str]:
    found = sifted(row)
    assert not found.proposed
    (one,) = found.refused
    return one.reason, one.why


def test_a_claim_of_the_texts_own_words_is_accepted() -> None:
    (claim,) = sifted(LASTS).proposed
    assert TEXT[slice(*claim.place)] == claim.quote == "A mower lasts 10 to 12 years"
    assert not claim.mended
    quantity = claim.statement.value and claim.statement.value.quantity
    assert quantity and (quantity.low, quantity.high, quantity.unit) == (10, 12, "year")


def test_all_parts_of_a_claim_are_kept() -> None:
    row = said(
        "A scythe lasts 30 years", "lifetime", value="30 years", subject="scythes",
        condition="if it is oiled properly", scope="during the first season",
    )  # fmt: skip
    statement = sifted(row).proposed[0].statement
    q = statement.qualifiers
    assert statement.subject == "scythe"
    assert q.condition and q.condition.text == "if it is oiled properly"
    assert q.scope and q.scope.text == "during the first season"


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("It isn't loud at all", "It isn’t loud at all"),
        ("The blades may rust", "The  blades may rust"),
    ],
)
def test_a_curly_apostrophe_or_a_space_is_mended_and_said_so(quote: str, words: str) -> None:
    question = "loud" if "loud" in quote else "faults"
    (claim,) = sifted(said(quote, question, "deny")).proposed
    assert (claim.quote, claim.mended) == (words, True)
    assert claim.statement.polarity is Polarity.DENY


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (said("A mower lasts 99 years", "lifetime", value="99 years"), RefusalReason.NOT_THERE),
        (said("mower lasts 12 years", "lifetime", value="12 years"), RefusalReason.NOT_THERE),
        (said("It", "loud"), RefusalReason.TOO_SHORT),
        (said("…!?", "loud"), RefusalReason.TOO_SHORT),
        (said("x" * (LONGEST + 1), "loud"), RefusalReason.TOO_LONG),
        (said("at all.\nThe  blades", "loud"), RefusalReason.TOO_LONG),
        (said("A mower lasts", "price"), RefusalReason.NO_QUESTION),
        (said("A mower lasts", "lifetime"), RefusalReason.NO_FIT),
        (said("A mower lasts", "lifetime", value="9 km"), RefusalReason.NO_FIT),
        (said("A mower lasts", "lifetime", value="900 years"), RefusalReason.NO_FIT),
        (said("A mower lasts", "loud", "maybe"), RefusalReason.NO_FIT),
        (said("A mower lasts", "loud", value="very"), RefusalReason.NO_FIT),
        (said("A mower lasts", "loud", subject="tractor"), RefusalReason.NO_FIT),
        ({"quote": "A mower lasts", "question": "loud"}, RefusalReason.BROKEN),
        ({"quote": ["A mower"], "question": "loud", "polarity": "affirm"}, RefusalReason.BROKEN),
        (["A mower lasts"], RefusalReason.BROKEN),
        (said("A mower lasts", "loud", condition="\ud800"), RefusalReason.BROKEN),
    ],
)
def test_what_is_not_so_is_refused_with_its_reason(row: Any, reason: RefusalReason) -> None:
    assert refusal(row)[0] is reason


def test_a_refusal_says_what_would_fit() -> None:
    why = refusal(said("A mower lasts", "lifetime", value="9 km"))[1]
    assert why.startswith(
        "“9 km” does not fit “How long does it last?”: it takes an amount in year"
    )


def test_broken_lines_do_not_spoil_the_others() -> None:
    good = json.dumps(LASTS)
    found = sift(f'{{"quote": "A mow\n\n{good}\nI hope this helps!\n', MOWER, FITTING)
    assert len(found.proposed) == 1
    assert [r.reason for r in found.refused] == [RefusalReason.BROKEN] * 2


def test_what_stays_of_a_refused_line_can_be_printed() -> None:
    (one,) = sift("\x1b[2J\u202e" + "x" * 999, MOWER, FITTING).refused
    assert one.line.isprintable() and len(one.line) <= 160


def test_the_same_claim_twice_counts_once() -> None:
    found = sifted(LASTS, LASTS)
    assert len(found.proposed) == 1
    assert [r.reason for r in found.refused] == [RefusalReason.REPEATED]


def test_a_flood_is_cut_off() -> None:
    found = sift("\n".join(["{}"] * (MOST * 3)), MOWER, FITTING)
    assert len(found.refused) == MOST + 1
    assert found.refused[-1].reason is RefusalReason.TOO_MANY


def test_only_the_words_that_were_handed_over_count() -> None:
    start = TEXT.index("The  blades")
    found = sift(json.dumps(LASTS), MOWER, FITTING, start)
    assert found.refused[0].reason is RefusalReason.NOT_THERE
    rust = said("blades may rust", "faults", value="rust")
    (claim,) = sift(json.dumps(rust), MOWER, FITTING, start).proposed
    assert TEXT[slice(*claim.place)] == "blades may rust"


_WORDS = st.sampled_from(
    [*TEXT.split(), "isn't", "10", "years", "year", "loud", "lifetime", "faults", "rust", "deny"]
)
_SAID = st.one_of(
    st.lists(_WORDS, max_size=6).map(" ".join),
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, 40)).map(lambda p: TEXT[p[0] : sum(p)]),
    st.sampled_from(["loud", "lifetime", "faults", "affirm", "deny", "12 years", "self", ""]),
)
_ROWS = st.lists(st.dictionaries(st.sampled_from(TEXTS), _SAID), max_size=4)
_GOOD = st.builds(
    said, _SAID, st.sampled_from(["loud", "lifetime", "faults"]),
    st.sampled_from(["affirm", "deny"]), value=st.sampled_from(["", "12 years", "rust"]),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.one_of(_ROWS, st.lists(_GOOD, max_size=4)))
def test_whatever_is_said_only_the_texts_own_words_come_through(rows: list[Any]) -> None:
    found = sifted(*rows)
    assert len(found.proposed) + len(found.refused) == len(rows)
    for claim in found.proposed:
        assert TEXT[slice(*claim.place)] == claim.quote
        assert "\n" not in claim.quote
        assert claim.statement.aspect in FITTING.rules.aspects
        assert not misfit(TOPIC, claim.statement)
