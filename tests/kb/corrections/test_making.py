"""What a person names, and the lines it makes; each line is applied to see what it comes to."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.errors import InputError
from extract.model import Claim, Condition, Polarity, Qualifiers, Span
from kb.corrections import making
from kb.corrections.anchoring import SourceText
from kb.corrections.apply import Corrected, apply_corrections
from kb.corrections.fit import Fitting
from kb.corrections.making import Corrector, Wish
from kb.corrections.model import Correction, Statement, statement_of
from tests.kb.corrections.making import lasts
from tests.kb.corrections.test_apply import TOPIC, claim, document

HERE = SourceText(document())
FIT = Fitting(TOPIC).statement


def who(minute: int = 0, by: str = "Ana") -> Corrector:
    return Corrector(by, f"2027-01-31T09:{minute:02}:00.000000+00:00")


def after(lines: Sequence[Correction], read: tuple[Claim, ...] = (claim(),)) -> Corrected:
    return apply_corrections(lines, read, {"a": document()}, TOPIC)


def mend(lines: Sequence[Correction], wish: Wish, minute: int, n: int = 0) -> list[Correction]:
    """The lines, and those that mend the claim that they came to."""
    now = after(lines)
    one = now.claims[n]
    of = next((a for a in reversed(now.applied) if a.claim == one.id), None)
    states = making.wished(statement_of(one), wish, FIT)
    return [*lines, *making.mended(one, states, HERE, of, who(minute))]


@pytest.mark.parametrize(
    ("wish", "wanted"),
    [
        (Wish(value="5 years"), lasts(5.0)),
        (Wish(polarity="deny"), lasts(3, polarity=Polarity.DENY)),
        (Wish(condition="if dry"), lasts(3, qualifiers=Qualifiers(condition=Condition("if dry")))),
        (Wish(aspect="cheap"), Statement("cheap")),
    ],
)
def test_what_is_not_wished_stays_as_it_was(wish: Wish, wanted: Statement) -> None:
    assert making.wished(lasts(3), wish, FIT) == wanted


def test_an_empty_condition_is_none() -> None:
    limited = lasts(3, qualifiers=Qualifiers(condition=Condition("if dry")))
    assert making.wished(limited, Wish(condition=""), FIT) == lasts(3)
    assert making.wished(limited, Wish(value="3 years"), FIT).qualifiers == limited.qualifiers


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        (Wish(value="5 years"), "other-value"),
        (Wish(aspect="cheap"), "other-question"),
        (Wish(condition="if dry"), "only-with"),
    ],
)
def test_the_kind_says_what_differs(wish: Wish, kind: str) -> None:
    (line,) = mend([], wish, 1)
    assert str(line.kind) == kind
    assert line.was == lasts(3)


def test_a_corrected_claim_is_corrected_at_its_root() -> None:
    lines = mend(mend([], Wish(value="5 years"), 1), Wish(value="6 years"), 2)
    assert [line.was for line in lines] == [lasts(3), lasts(3)]
    assert [statement_of(c).value for c in after(lines).claims] == [lasts(6.0).value]


def test_what_was_read_first_is_said_to_be_right_after_all() -> None:
    lines = mend(mend([], Wish(value="5 years"), 1), Wish(value="3 years"), 2)
    assert str(lines[1].kind) == "right"
    assert after(lines).claims == (claim(),)


def test_an_added_claim_is_taken_back_and_added_anew() -> None:
    add = making.added("a", HERE, Span(18, 30), Statement("cheap"), who(1))
    lines = mend([add], Wish(polarity="deny"), 2, n=1)
    assert [str(line.kind) for line in lines] == ["add", "undo", "add"]
    found = after(lines)
    assert statement_of(found.claims[1]) == Statement("cheap", polarity=Polarity.DENY)
    of = found.applied[-1]
    gone = making.struck_out(found.claims[1], HERE, of, who(3))
    assert after([*lines, *gone]).claims == (claim(),)


def test_a_correction_that_the_program_caught_up_with_is_taken_back() -> None:
    first = mend([], Wish(value="5 years"), 1)
    read = (claim(states=lasts(5.0)),)
    now = after(first, read)
    lines = [*first, *making.struck_out(now.claims[0], HERE, now.applied[0], who(2))]
    assert after(lines, read).claims == ()


def test_who_confirms_a_corrected_claim_says_the_same() -> None:
    first = mend([], Wish(value="5 years"), 1)
    now = after(first)
    (again,) = making.confirmed(now.claims[0], HERE, now.applied[0], who(2, "Ben"))
    assert again == replace(first[0], by="Ben", when=who(2).when)


def test_a_claim_that_says_so_already_is_not_corrected() -> None:
    with pytest.raises(InputError, match=r"KB220 .* says that already"):
        mend([], Wish(value="3 years"), 1)


def test_nobody_corrects_without_a_name() -> None:
    with pytest.raises(InputError, match="KB220 --by: give the name"):
        Corrector(" ", "")


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("is dear", "“is dear” does not stand there word for word"),
        ("it", r"stands there 2 times \(lines 1, 1\); give more of the words"),
    ],
)
def test_words_must_stand_once_in_their_source(words: str, wrong: str) -> None:
    with pytest.raises(InputError, match=wrong):
        making.span_of(HERE, words)


def test_added_words_are_trimmed_and_of_one_paragraph() -> None:
    line = making.added("a", HERE, Span(17, 30), Statement("cheap"), who())
    assert line.anchor.quote == "It is cheap."
    with pytest.raises(InputError, match="mark the words"):
        making.added("a", HERE, Span(17, 18), Statement("cheap"), who())


def test_a_proposal_is_accepted_by_a_person() -> None:
    add = making.added("a", HERE, Span(18, 30), Statement("cheap"), who(1))
    proposed = replace(add, by="", reader="other")
    mine = making.accepted(proposed, who(2))
    assert (mine.by, mine.reader, mine.anchor, mine.states) == (
        "Ana",
        None,
        proposed.anchor,
        proposed.states,
    )
    assert after([proposed]).claims == (claim(),)
    assert len(after([proposed, mine]).claims) == 2
