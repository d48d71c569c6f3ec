"""Answers in free words: what fits its question, and what is said of the rest."""

import pytest

from extract.errors import InputError
from extract.model import SELF, Phase, Polarity, Quantity, ScopeKind
from extract.topic.schema import Topic
from kb.corrections.fit import Fitting, fit

TOPIC = Topic.sample(
    topic="Mattresses",
    subject={"name": "mattress", "names": ["mattress", "bed"]},
    rivals=[{"name": "futon", "names": ["futon", "floor-mat"]}],
    by_products=[{"name": "smell", "names": ["odour|smell"]}],
    subtypes=[{"name": "foam mattress", "names": ["foam-mattress"]}],
    brands=[{"name": "Dozy", "names": ["dozy", "dozy-sleep"]}],
    populations=[{"name": "side sleepers", "names": ["side-sleeper"]}],
    units=[{"name": "layer", "names": ["layer", "sheet"]}],
    words={"damp": ["damp", "moisture"]},
    aspects=[
        {"id": "recyclable", "label": "R", "question": "Can it be recycled?", "kind": "yesno"},
        {
            "id": "faults", "label": "F", "question": "What goes wrong?", "kind": "any-of",
            "parts": [
                {"name": "sagging", "label": "it sags", "words": ["dent|hollow"], "says": ["sag"],
                 "parts": [{"name": "soft edge", "words": ["edge give:verb"]}]},
                {"name": "mould", "words": ["mould", "<damp> stain"]},
            ],
        },
        {
            "id": "suits", "label": "S", "question": "Whom does it suit?", "kind": "all-of",
            "whole": ["everybody|everyone"], "parts": [{"name": "children", "words": ["child"]}],
        },
        {
            "id": "firmness", "label": "Firm", "question": "How firm is it?", "kind": "choice",
            "options": [{"name": "soft", "words": ["soft"]}, {"name": "firm", "words": ["hard"]}],
        },
        {
            "id": "lifetime", "label": "L", "question": "How long does it last?",
            "kind": "quantity", "unit": "year", "plausible": {"low": "1 month", "high": "50 years"},
            "names": [{"name": "for ever", "words": ["forever"], "endless": True},
                      {"name": "short-lived", "words": ["short-lived"]}],
        },
        {"id": "layers", "label": "N", "question": "How many layers has it?",
         "kind": "quantity", "unit": "layer"},
        {"id": "turning", "label": "T", "question": "How often is it turned?",
         "kind": "quantity", "unit": "month"},
        {"id": "price", "label": "P", "question": "What does it cost?",
         "kind": "quantity", "unit": "USD"},
        {
            "id": "care", "label": "C", "question": "What may one do?", "kind": "advice",
            "acts": [{"name": "wash the cover", "words": ["wash", "launder"]},
                     {"name": "air it", "words": ["air", "ventilate"]}],
        },
    ],
)  # fmt: skip
FITTING = Fitting(TOPIC)


def quantity(aspect: str, text: str) -> Quantity | None:
    value = FITTING.statement(aspect, "affirm", text).value
    assert value is not None and value.text == text
    return value.quantity


def refusal(aspect: str, text: str = "", polarity: str = "affirm", **more: str) -> str:
    with pytest.raises(InputError) as error:
        FITTING.statement(aspect, polarity, text, **more)
    assert error.value.code == "KB221" and "\n" not in str(error.value)
    return str(error.value).removeprefix("KB221 ")


@pytest.mark.parametrize(
    ("aspect", "text", "expected"),
    [
        ("lifetime", "8 to 10 years", Quantity("year", 8, 10)),
        ("lifetime", "at least eighteen months", Quantity("month", 18, None)),
        ("lifetime", "up to 10 years", Quantity("year", 0, 10, low_open=True)),
        ("lifetime", "Forever", Quantity("year", endless=True)),
        ("lifetime", "short-lived", Quantity("year", vague=True)),
        ("layers", "three sheets", Quantity("layer", 3, 3)),
        ("layers", "3", Quantity("layer", 3, 3)),
        ("price", "$300-$400", Quantity("USD", 300, 400)),
        ("price", "£250", Quantity("GBP", 250, 250)),
    ],
)
def test_amounts_are_read_as_in_texts(aspect: str, text: str, expected: Quantity) -> None:
    assert quantity(aspect, text) == expected


def test_twice_a_year_is_every_half_year() -> None:
    found = quantity("turning", "twice a year")
    assert found is not None and (found.unit, found.low, found.high) == ("year", 0.5, 0.5)


@pytest.mark.parametrize("text", ["20 kg", "900 years", "a while back", ""])
def test_other_amounts_are_refused_with_what_would_fit(text: str) -> None:
    line = refusal("lifetime", text)
    assert line.startswith(f"“{text}”" if text else "no value")
    assert "an amount in year (from 1 month to 50 years), or for ever, short-lived" in line


def test_two_amounts_are_one_too_many() -> None:
    assert refusal("layers", "3 layers and 5 layers").endswith("gives several amounts; give one")


@pytest.mark.parametrize(
    ("aspect", "text", "name"),
    [
        ("faults", "sagging", "sagging"),
        ("faults", "It Sags", "sagging"),
        ("faults", "hollows", "sagging"),
        ("faults", "SOFT EDGE", "soft edge"),
        ("faults", "the edge gives", "soft edge"),
        ("faults", "moisture stains", "mould"),
        ("suits", "children", "children"),
        ("firmness", "hard", "firm"),
        ("care", "laundering", "wash the cover"),
    ],
)
def test_answers_go_by_name_label_or_phrase(aspect: str, text: str, name: str) -> None:
    value = fit(TOPIC, aspect, "deny", text).value
    assert value is not None and (value.name, value.text) == (name, text)


@pytest.mark.parametrize(("aspect", "text"), [("faults", ""), ("suits", ""), ("suits", "everyone")])
def test_no_value_means_the_whole(aspect: str, text: str) -> None:
    assert fit(TOPIC, aspect, "deny", text).value is None


def test_what_may_be_two_answers_is_neither() -> None:
    assert "may mean soft or firm; give one" in refusal("firmness", "soft or hard")


def test_an_unknown_answer_is_refused_with_the_nearest() -> None:
    line = refusal("faults", "saging bits")
    assert "“What goes wrong?”: it takes sagging, soft edge, mould, or no value" in line
    assert line.endswith("did you mean sagging?")


def test_a_choice_and_an_act_need_a_value() -> None:
    assert refusal("firmness").startswith("no value does not fit")
    assert refusal("care").startswith("no value does not fit")


def test_yes_or_no_takes_no_value() -> None:
    statement = fit(TOPIC, "recyclable", "deny")
    assert (statement.polarity, statement.value) == (Polarity.DENY, None)
    assert "answered by affirm or deny" in refusal("recyclable", "yes")


def test_an_act_may_have_its_time() -> None:
    value = fit(TOPIC, "care", "deny", "wash for 4 days").value
    assert value is not None and value.name == "wash the cover"
    assert (value.quantity, value.phase) == (Quantity("day", 0, 4), Phase.AFTER)


def test_what_is_allowed_from_a_day_on_has_no_end() -> None:
    value = fit(TOPIC, "care", "affirm", "wash two days after").value
    assert value is not None and value.quantity == Quantity("day", 2, None)


def test_a_time_that_is_no_window_is_refused() -> None:
    assert "it takes wash the cover, air it, with a time" in refusal("care", "wash 3 layers")


@pytest.mark.parametrize(
    ("said", "subject"),
    [("", SELF), ("self", SELF), ("Mattress", SELF), ("beds", SELF), ("futons", "futon"),
     ("odour", "smell")],
)  # fmt: skip
def test_whom_it_is_said_of(said: str, subject: str) -> None:
    assert fit(TOPIC, "recyclable", "affirm", subject=said).subject == subject


def test_an_unknown_subject_is_refused() -> None:
    assert "no rival or by-product" in refusal("recyclable", subject="hammock")


@pytest.mark.parametrize(
    ("said", "kind", "name"),
    [
        ("side sleepers", ScopeKind.POPULATION, "side sleepers"),
        ("Dozy", ScopeKind.BRAND, "Dozy"),
        ("foam mattresses", ScopeKind.SUBTYPE, "foam mattress"),
        ("for the first two weeks", ScopeKind.PHASE, "after early"),
        ("during the first session", ScopeKind.PHASE, "during first"),
        ("people with bad backs", ScopeKind.POPULATION, "people with bad backs"),
    ],
)
def test_what_limits_it(said: str, kind: ScopeKind, name: str) -> None:
    scope = fit(TOPIC, "recyclable", "affirm", scope=said).qualifiers.scope
    assert scope is not None and (scope.kind, scope.name) == (kind, name)


@pytest.mark.parametrize(
    ("said", "good"),
    [("with proper care", True), ("without proper care", False), ("if it gets wet", False)],
)
def test_conditions_are_free_and_may_be_favourable(said: str, good: bool) -> None:
    condition = fit(TOPIC, "recyclable", "affirm", condition=f"  {said}\n").qualifiers.condition
    assert condition is not None and (condition.text, condition.favourable) == (said, good)


def test_wrong_questions_and_polarities_are_named() -> None:
    assert "“lifetme”: no such question; did you mean lifetime?" in refusal("lifetme", "5 years")
    assert refusal("recyclable", polarity="yes") == "“yes”: say affirm or deny"


def test_an_answer_is_not_an_essay() -> None:
    assert "over 300 characters" in refusal("faults", "sagging " * 50)
