import re

import pytest

from extract.topic.schema import Kind
from reports.teach.discuss import FORMS, Ask, AskedRun, Split, discussion_of

SLOTS = {
    Split.LONE: {"lone", "many"},
    Split.IFS: {"firm", "soft"},
    Split.SELF: {"who", "one", "other"},
    Split.EVEN: {"one", "other"},
    Split.AGREED: {"one"},
    Split.SINGLE: {"one"},
    Split.MUTE: set(),
}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.words[:30])
def test_a_form_names_what_its_shape_has_and_asks_something(form: Ask) -> None:
    named = set(re.findall(r"\{(\w+)\}", form.words))
    assert named <= SLOTS[form.shape]
    assert bool(named) == bool(SLOTS[form.shape])
    assert "?" in form.words


def test_every_kind_of_dispute_has_a_question_of_its_own_for_every_shape() -> None:
    disputed = (Split.LONE, Split.IFS, Split.SELF, Split.EVEN)
    assert {(f.kind, f.shape) for f in FORMS} >= {(k, s) for k in Kind for s in disputed}
    assert len({f.words for f in FORMS}) == len(FORMS)


def test_a_shape_without_a_form_for_the_kind_takes_the_common_one() -> None:
    form, _ = discussion_of(Kind.YESNO, {Split.SINGLE: {"one": "no"}})
    assert form.kind is None


def test_the_sides_stand_in_the_question_as_labels_and_a_source_as_a_name() -> None:
    slots = {Split.SELF: {"who": "Dreamwell", "one": "no smell", "other": "it smells"}}
    _, runs = discussion_of(Kind.YESNO, slots)
    assert runs[0] == AskedRun("Dreamwell")
    assert [r.text for r in runs if r.label] == ["no smell", "it smells"]


def test_a_label_that_leads_the_question_begins_with_a_capital() -> None:
    _, runs = discussion_of(Kind.ADVICE, {Split.EVEN: {"one": "turn it", "other": "leave it"}})
    assert runs[0] == AskedRun("Turn it", label=True)


def test_no_form_is_used_twice_while_another_fits() -> None:
    slots = {
        Split.LONE: {"lone": "a", "many": "b"},
        Split.EVEN: {"one": "a", "other": "b"},
    }
    used: list[Ask] = []
    for _ in range(4):
        used.append(discussion_of(Kind.CHOICE, slots, used)[0])
    assert len(set(used)) == 4
    assert discussion_of(Kind.CHOICE, slots, used)[0] == used[0]
