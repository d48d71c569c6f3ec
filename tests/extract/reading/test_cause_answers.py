"""What follows a question, a heading or a label is read on what that asks, and nothing else is."""

import pytest

from tests.extract.reader import extraction, read

ABOUT = {"lash": "A lash lift is popular.\n", "pump": "A garden pump is popular.\n"}

ANSWERED = [
    ("pump", "# Is it loud\nNot really.", "- noise"),
    ("pump", "# Noise\nNone.", "- noise"),
    ("pump", "Noise: none.", "- noise"),
    ("pump", "Noise – none", "- noise"),
    ("pump", "Noise\tnone", "- noise"),
    ("pump", "Noise | yes", "+ noise"),
    ("pump", "? Is it loud?\nMany ask this. No.", "- noise"),
    ("pump", "? Is it loud?\nMost are.", "+ noise"),
    ("pump", "? Is it loud?\nThat is a misconception.", "- noise"),
    ("pump", "How loud is it? Not at all.", "- noise"),
    ("pump", "What are the faults? None that we know of.", "- faults"),
    ("pump", "? What is the casing made of?\nSteel.", "+ casing steel"),
    ("pump", "Casing: steel", "+ casing steel"),
    ("pump", "? Whom does it suit?\nEveryone.", "+ suits"),
    ("pump", "Not suitable for: beginners", "- suits beginners"),
    ("pump", "? How many years does it last?\nFour to six.", "+ lifetime 4–6 year"),
    ("pump", "How long it lasts: 4 to 6 years.", "+ lifetime 4–6 year"),
    ("pump", "? How long does it last?\nFor life.", "+ lifetime for life"),
    ("lash", "? Can I swim afterwards?\nYes, after two days.", "+ care swimming 2–… day"),
    ("lash", "? Can I swim afterwards?\nNot for two days.", "- care swimming 0–2 day"),
    ("lash", "? Should I avoid saunas?\nYes.", "- care sauna"),
    ("lash", "# Who should avoid a lash lift?\n- Pregnant women", "- suits pregnant women"),
    ("lash", "It is not suitable if:\n- you are pregnant", "- suits pregnant women"),
    ("lash", "There may be side effects. Examples are redness and a swelling of the lids, all "
     "of them slight.", "+ side effects swelling"),
]  # fmt: skip

UNANSWERED = [
    ("pump", "# Noise\nNone of our gardeners wears gloves.", "noise"),
    ("pump", "# Noise\nThe shop opened in May.", "noise"),
    ("pump", "Noise: see below", "noise"),
    ("pump", "Noise - the story of a town", "noise"),
    ("pump", "Noise | Sunday | none", "noise"),
    ("pump", "? Is it loud?\nNo two pumps are alike.", "noise"),
    ("pump", "? Is it loud?\nNo matter what you hear, relax.", "noise"),
    ("pump", "? Is it loud?\nYes and no.", "noise"),
    ("pump", "? Is it loud?\nThat depends.", "noise"),
    ("pump", "How loud is it? Very.", "noise"),
    ("pump", "What are the faults? Yes.", "faults"),
    ("pump", "Our shop sells:\n- steel\n- plastic", "casing"),
    ("pump", "? What is the casing made of?\nThe gate of our shop is of steel.", "casing"),
    ("pump", "? How many years does it last?\nOne of our owners came from Rome.", "lifetime"),
    ("pump", "? How long does it last?\nWe have worked on it for ten years.", "lifetime"),
    ("pump", "? Does a fountain hum?\nYes.", "noise"),
    ("pump", "Which faults does a fountain have? Leaks.", "faults"),
    ("lash", "? Do I have to avoid saunas?\nNo.", "care"),
    ("lash", "? Does it fade?\nNot for two days.", "fading"),
    ("lash", "# Who should avoid mascara?\n- Pregnant women", "suits"),
    ("lash", "Not suitable for:\n- pregnant women\n\nShort lashes are lovely.", "longevity"),
    ("lash", "It has no side effects. Examples are thin lashes with dryness.", "+ side effects"),
]  # fmt: skip


def said(topic: str, text: str) -> list[str]:
    return read(ABOUT[topic] + text, topic)


@pytest.mark.parametrize(("topic", "text", "want"), ANSWERED)
def test_an_answer_is_read_on_its_question(topic: str, text: str, want: str) -> None:
    assert want in said(topic, text)


@pytest.mark.parametrize(("topic", "text", "aspect"), UNANSWERED)
def test_what_answers_nothing_is_no_claim(topic: str, text: str, aspect: str) -> None:
    sign = aspect if aspect[0] in "+-" else ""
    own = [c for c in said(topic, text) if not c.startswith("(")]
    assert not [c for c in own if c.startswith(sign) and c[2:].startswith(aspect.lstrip("+- "))]


def test_an_answer_keeps_its_condition() -> None:
    (claim,) = extraction("? Does it hurt?\nIf you pull at it, yes.").claims
    condition = claim.qualifiers.condition
    assert condition is not None
    assert condition.text == "If you pull at it"


@pytest.mark.parametrize("question", ["Does it fade quickly?", "Does it always fade?"])
def test_a_no_to_how_fast_or_how_often_denies_in_part(question: str) -> None:
    (claim,) = extraction(f"? {question}\nNo.").claims
    assert str(claim.qualifiers.degree) == "partial-denial"


def test_a_no_to_whether_at_all_denies_all() -> None:
    (claim,) = extraction("? Does it really fade?\nNo.").claims
    assert claim.qualifiers.degree is None
