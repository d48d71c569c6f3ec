"""What is excepted from a denial is there; what others promise or a command supposes is not said.

Each row reads otherwise without the rule that it is for.
"""

import pytest

from tests.extract.reader import extraction, read

PUMP = "A garden pump is useful. "
LASH = "A lash lift is popular. "

SAID = [
    ("pump", PUMP + "It has no faults except a leak.", "+ faults leaks"),
    ("pump", PUMP + "There are no faults bar leaks.", "+ faults leaks"),
    ("lash", LASH + "There are no side effects apart from redness.", "+ side effects redness"),
    ("lash", LASH + "There are no side effects but redness.", "+ side effects redness"),
    ("lash", LASH + "It causes no redness or swelling.", "- side effects swelling"),
    ("lash", LASH + "An allergic reaction is impossible.", "- side effects allergy"),
    ("pump", PUMP + "Its leaks are impossible.", "- faults leaks"),
    ("lash", LASH + "Glue burns, a lash lift does not, which makes it free of pain.", "- pain"),
    ("lash", LASH + "First swim on day 6, first sauna on day 10.", "+ care sauna 9–… day"),
    ("lash", LASH + "First swim on day six.", "+ care swimming 5–… day"),
    ("lash", LASH + "Wait two days for the first swim.", "- care swimming 0–2 day"),
    ("lash", "# Lash lifts\nPainful: not required", "- pain"),
    ("pump", PUMP + "Rub it and it leaks.", "+ faults leaks"),
    ("pump", PUMP + "Anyone who owns one knows that it leaks.", "+ faults leaks"),
]

NOT_SAID = [
    ("pump", PUMP + "It has no faults except a leak.", "- faults leaks"),
    ("lash", LASH + "There are no side effects bar swelling.", "- side effects swelling"),
    ("pump", PUMP + "Let it rust and the motor stops.", "+ faults"),
    ("pump", PUMP + "Let it leak and the cellar is flooded.", "+ faults"),
    ("lash", LASH + "Have permanent lashes and people will stare.", "+ longevity"),
    ("pump", PUMP + "Put it away dry; let it leak and the cellar is flooded.", "+ faults"),
    ("lash", LASH + "Anyone who says a lash lift is permanent has never had one.", "+ longevity"),
    ("lash", LASH + "Whoever tells you that it hurts has never had it done.", "+ pain"),
    ("lash", LASH + "There are people who believe that it hurts.", "+ pain"),
    ("lash", LASH + "Some clients, who think it painful, stay away.", "+ pain"),
]


@pytest.mark.parametrize(("topic", "text", "want"), SAID)
def test_said(topic: str, text: str, want: str) -> None:
    assert any(c.startswith(want) for c in read(text, topic))


@pytest.mark.parametrize(("topic", "text", "never"), NOT_SAID)
def test_not_said(topic: str, text: str, never: str) -> None:
    assert not [c for c in read(text, topic) if c.startswith(never)]


def test_a_whole_with_an_exception_is_denied_in_part() -> None:
    claims = extraction(LASH + "There are no side effects except redness.").claims
    whole = next(c for c in claims if c.value is None)
    assert whole.qualifiers.degree == "partial-denial"
