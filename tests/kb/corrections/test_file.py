import json
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.model import Condition, Degree, Qualifiers, Scope, ScopeKind
from kb.corrections.file import append, from_line, read_corrections, to_line
from kb.corrections.model import Anchor, Correction, CorrectionKind
from tests.kb.corrections.making import WHEN, correction, lasts

QUALIFIED = Qualifiers(
    condition=Condition("if kept dry", favourable=True),
    scope=Scope(ScopeKind.BRAND, "the Dura line", "dura"),
    degree=Degree.SLIGHT,
)
ANCHOR = Anchor("lasts 3 years", "It", "with care.", "It lasts 3 years with care.")
LEAST = (
    '{"source": "a", "kind": "not-a-claim", "quote": "lasts 3 years", "was": {"aspect": '
    '"lifetime", "polarity": "affirm"}, "by": "Ana", "when": "2027-01-31T09:30:00+00:00"}'
)


@pytest.mark.parametrize("kind", [*CorrectionKind])
def test_a_correction_is_one_line_and_comes_back_from_it(kind: str) -> None:
    undoes = "0" * 16 if kind == "undo" else None
    one = correction(kind, anchor=ANCHOR, note="a slip", undoes=undoes)
    assert "\n" not in to_line(one)
    assert from_line(to_line(one)) == one


def test_all_that_qualifies_a_statement_comes_back() -> None:
    one = correction("only-with", states=lasts(0, 3, qualifiers=QUALIFIED, subject="paint"))
    assert from_line(to_line(one)) == one


def test_a_line_that_says_little_is_short() -> None:
    assert json.loads(to_line(from_line(LEAST))) == json.loads(LEAST)


def test_the_id_is_of_all_that_the_line_says() -> None:
    one = correction()
    assert one.id == from_line(to_line(one)).id
    others = [
        correction(by="Ben"),
        correction(note="why"),
        correction(when=WHEN.replace("30", "31")),
        correction(states=lasts(6)),
        correction(anchor=ANCHOR),
    ]
    assert len({one.id, *(o.id for o in others)}) == 6


def _with(**changes: object) -> str:
    row = {**json.loads(LEAST), **changes}
    return json.dumps({k: v for k, v in row.items() if v is not None})


IS = {"aspect": "lifetime", "polarity": "affirm"}


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("<<<<<<< HEAD", "not one line of JSON"),
        ("[]", "must be a JSON object"),
        (_with(quote=None), "quote is missing"),
        (_with(quote=" "), "quote is missing"),
        (_with(by=None), "by is missing"),
        (_with(kind="wrong"), "wrong is no kind of correction; there are not-a-claim"),
        (_with(why="so"), "why is not a known key"),
        (_with(by=3), "by must be text"),
        (_with(was=None), "not-a-claim must have was"),
        (_with(**{"is": IS}), "not-a-claim can not have is"),
        (_with(kind="add"), "add can not have was"),
        (_with(kind="other-value"), "other-value must have is"),
        (_with(kind="right", **{"is": {**IS, "polarity": "deny"}}), "right says the same"),
        (_with(when="2027-01-31"), "when must be a time with its zone"),
        (_with(reader="other"), "a reader can only propose to add"),
        (_with(was=3), "was: must be an object"),
        (_with(was={**IS, "polarity": "maybe"}), "was: 'maybe' is not a valid Polarity"),
        (_with(was={**IS, "value": {"text": "3"}}), "value must name its kind"),
        (_with(was={**IS, "value": {"text": "3", "kind": "quantity", "low": 3}}), "the unit"),
        (_with(was={**IS, "value": {"text": "3", "kind": "part", "low": "3"}}), "must be a number"),
        (LEAST.replace("Ana", "\\ud800"), "not one line of JSON"),
    ],
)
def test_a_broken_line_says_what_is_wrong(line: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        from_line(line)


def test_no_file_is_no_correction(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "readings.jsonl") == ()


def test_a_broken_line_of_the_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text(f"{LEAST}\n=======\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"^KB218 .*readings.jsonl:2: is not one line of JSON"):
        read_corrections(path)


def test_several_lines_are_added_at_once(tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    lines: list[Correction] = [correction(), correction("add")]
    append(path, lines[0])
    append(path, *lines)
    assert read_corrections(path) == (lines[0], *lines)
