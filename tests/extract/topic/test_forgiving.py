"""What a topic file may write as it likes: case, and units that only count."""

from pathlib import Path

import pytest

from extract.errors import InputError
from extract.topic.load import load_topic
from extract.topic.schema import Topic

FILE = """
topic: Peels
subject: {name: Peel, names: [peel]}
rivals: [{name: IPL, names: [ipl]}]
words: {Last: [last, hold]}
aspects:
  - id: Lifetime
    label: Lifetime
    question: How long?
    kind: quantity
    unit: Year
    says: [<last>]
    names: [{name: For Life, says: [<LAST> forever], endless: true}]
  - {id: visits, label: Visits, question: How many?, kind: quantity, unit: Visit, says: [need|take]}
  - id: care
    label: Care
    question: What to do?
    kind: advice
    asked-with: LIFETIME
    acts: [{name: Wash, says: [wash], opposite: [keep dry]}, {name: keep dry, says: [dry]}]
first: [Visits]
ties:
  - one: {aspect: LifeTime, values: [for life]}
    other: {aspect: Care, values: [WASH]}
    strength: tension
    because: It washes off.
"""


def load(folder: Path, text: str = FILE) -> Topic:
    (folder / "topic.yaml").write_text(text, encoding="utf-8")
    return load_topic(folder / "topic.yaml")


def test_names_keep_their_case_and_are_known_in_any(tmp_path: Path) -> None:
    topic = load(tmp_path)
    assert [a.id for a in topic.aspects] == ["lifetime", "visits", "care"]
    assert topic.rivals[0].name == "IPL"
    assert topic.aspect("lifetime").unit == "year"
    assert topic.aspect("care").asked_with == "lifetime"
    assert topic.aspect("care").acts[0].opposite == ("keep dry",)
    assert (topic.ties[0].one.aspect, topic.ties[0].one.values) == ("lifetime", ("For Life",))
    assert topic.ties[0].other.values == ("Wash",)
    assert topic.first == ("visits",) and [*topic.words] == ["last"]


def test_what_is_only_counted_needs_no_unit_of_ones_own(tmp_path: Path) -> None:
    topic = load(tmp_path)
    assert topic.aspect("visits").unit == "visit"
    assert [u.name for u in topic.units] == ["visit"]
    own = load(tmp_path, FILE + "units: [{name: visit, names: [house-call]}]\n")
    assert own.units[0].names == ("house-call",)


def test_two_names_that_differ_in_their_case_are_the_same(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="answer 'wash' is on line 20 too"):
        load(tmp_path, FILE.replace("{name: keep dry,", "{name: wash,"))


def test_a_row_of_a_pack_is_known_in_any_case(tmp_path: Path) -> None:
    aspect = "{id: Pain, label: Ouch, leave-out: [PAINFUL|painfully]}"
    text = f"topic: T\npacks: [Treatment]\nsubject: {{name: t, names: [t]}}\naspects: [{aspect}]\n"
    pain = load(tmp_path, text).aspect("pain")
    assert pain.label == "Ouch" and len(pain.says) > 1
