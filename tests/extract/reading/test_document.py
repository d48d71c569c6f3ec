"""What a text says, class by class, on a made-up topic; each class read and not read."""

import pytest

from tests.extract.reader import extraction, read

CLAUSES = [
    ("It hurts.", ["+ pain"]),
    ("A lash lift is permanent.", ["+ longevity permanent"]),
    ("A lash lift is a permanent solution.", ["+ longevity permanent"]),
    ("The treatment is considered painless.", ["- pain"]),
    ("The treatment results in redness.", ["+ side effects redness"]),
    (
        "It causes redness, swelling and itching.",
        ["+ side effects redness", "+ side effects swelling", "+ side effects itching"],
    ),
    ("The tint is likely to fade.", ["+ fading"]),
    ("It is a treatment which lasts six weeks.", ["+ longevity 6–6 week"]),
    ("Clients praise the absence of swelling.", ["- side effects swelling"]),
    (
        "# Lash lifts\n# Benefits\n- No pain\n- Permanent results",
        ["- pain", "+ longevity permanent"],
    ),
    ("# A lash lift never hurts", ["- pain"]),
    ("# Pain and swelling", []),
    ("# Our permanent collection", []),
]

NEGATION = [
    ("It does not hurt.", ["- pain"]),
    ("It never hurts.", ["- pain"]),
    (
        "It results in no redness, swelling or itching.",
        ["- side effects redness", "- side effects swelling", "- side effects itching"],
    ),
    ("It is neither painful nor invasive.", ["- pain", "- invasive invasive"]),
    ("The lift works without pain.", ["- pain"]),
    ("It hardly hurts.", ["- pain"]),
    ("It is unlikely to hurt.", ["- pain"]),
    ("The procedure is free of pain.", ["- pain"]),
    ("The lack of pain surprises clients.", ["- pain"]),
    ("The solution fails to stimulate lash growth.", ["- growth"]),
    ("It stops hurting.", ["- pain"]),
    ("It is not only painless but also permanent.", ["+ longevity permanent", "- pain"]),
    ("It is not without pain.", ["+ pain"]),
    ("It does not hurt and it lasts six weeks.", ["- pain", "+ longevity 6–6 week"]),
    ("It is not painful but it fades.", ["- pain", "+ fading"]),
    ("If you choose the express lift it won't fade.", ["- fading"]),  # no comma
    ("If the tint fades call us.", []),
    ("You do not need more than three sessions.", ["+ sessions >0–3 session"]),
    ("Without a serum, the tint fades.", ["+ fading"]),
    ("It is a myth that it hurts.", ["- pain"]),
    ("There are other ways to do it. You know that some of them hurt.", []),
    ("Nobody reported swelling.", ["- side effects swelling"]),
    ("There is no risk of infection.", ["- side effects infection"]),
    ("A lash lift is popular. Infections do not occur.", ["- side effects infection"]),
    ("A lash lift is popular. Upkeep is not needed.", ["- maintenance"]),
    ("A lash lift is popular. The swelling does not stay.", ["+ side effects swelling"]),
    ("One session is never enough.", ["+ sessions >1–… session"]),
    (
        "A lash lift has no side effects such as redness or swelling.",
        ["- side effects", "- side effects redness", "- side effects swelling"],
    ),
]

ATTRIBUTION = [
    ("According to experts, it lasts eight weeks.", ["+ longevity 8–8 week"]),
    ("Studies show that it does not hurt.", ["- pain"]),
    ("Critics claim that it hurts.", ["+ pain {reported}"]),
    ("Many believe it is painful, but it is painless.", ["+ pain {reported}", "- pain"]),
    ("We were told it is permanent.", ["+ longevity permanent {reported}"]),
    ("Some people ask whether it hurts.", []),
    ("Does it hurt?", []),
    ("We promise that it does not hurt.", ["- pain"]),
]

SUBJECT = [
    ("Lash extensions are painful.", ["(lash extensions) + pain"]),
    (
        "Lash extensions hurt. They last three weeks.",
        ["(lash extensions) + pain", "(lash extensions) + longevity 3–3 week"],
    ),
    (
        "Lash extensions hurt. A lash lift is painless. It lasts six weeks.",
        ["(lash extensions) + pain", "- pain", "+ longevity 6–6 week"],
    ),
    (
        "Lash extensions take a while. The treatment takes two hours.",
        ["(lash extensions) + duration 2–2 hour"],
    ),
    ("Unlike extensions, it needs no maintenance.", ["- maintenance"]),
    ("The eyelid has five layers. They are painful.", []),
    ("Wool is permanent.", []),
    (
        "# Lash lifts\n# Lash extensions\nThe procedure is painful.\n"
        "# Lash lift\nThe procedure is painless.",
        ["(lash extensions) + pain", "- pain"],
    ),
]

QUESTIONS = [
    ("Does it hurt? Not at all.", ["- pain"]),
    ("Does it hurt? Yes.", ["+ pain"]),
    ("# Lash lifts\n? Does it hurt?\nNo. It takes an hour.", ["- pain", "+ duration 1–1 hour"]),
    ("# Lash lifts\n? How long does it last?\nSix to eight weeks.", ["+ longevity 6–8 week"]),
    ("? Is it permanent?", []),
]

ADVICE = [
    ("Do not wet your lashes for 24 hours.", ["- care wetting 0–1 day"]),
    ("Avoid saunas until day ten.", ["- care sauna 0–10 day"]),
    ("You should not rub your eyes.", ["- care rubbing"]),
    ("You can shower after 48 hours.", ["+ care wetting 2–… day"]),
    ("You do not have to avoid saunas.", []),
    ("Saunas are hot.", []),
    (
        "# Lash lifts\nAvoid the following for two days:\n- Saunas\n- Swimming",
        ["- care sauna 0–2 day", "- care swimming 0–2 day"],
    ),
    ("No swimming for a week.", ["- care swimming 0–7 day"]),
]

QUANTITIES = [
    ("It lasts six to eight weeks.", ["+ longevity 6–8 week"]),
    ("It can last eight weeks.", ["+ longevity >0–8 week"]),
    ("It can last six to eight weeks.", ["+ longevity 6–8 week"]),
    ("It takes 45 minutes.", ["+ duration 45–45 minute"]),
    ("A lash lift costs between $60 and $120.", ["+ cost 60–120 USD"]),
    ("You need at least two sessions.", ["+ sessions 2–… session"]),
    ("The first session is the longest.", []),
    ("It lasts several months.", ["+ longevity"]),
    ("The salon has lasted 40 years.", []),
]

ANSWERS = [
    (
        "Is a lash lift permanent? Sadly not. It lasts a month.",
        ["- longevity permanent", "+ longevity 1–1 month"],
    ),
    ("People say it hurts. It doesn't.", ["+ pain {reported}", "- pain"]),
    ("# Lash lifts\nMyth 1: It hurts.\nFact: That's not true.", ["- pain"]),
    ("Is it painless? Yes.", ["- pain"]),
    ("Who should come? Not the shy.", []),
]

LISTS = [
    ("# Lash lifts\n- Price: $60 to $80", ["+ cost 60–80 USD"]),
    (
        "It means no pain, no swelling and no redness.",
        ["- pain", "- side effects swelling", "- side effects redness"],
    ),
    ("With a lash lift, pain is zero.", ["- pain"]),
    (
        "Do not swim, rub your eyes or use a sauna.",
        ["- care swimming", "- care rubbing", "- care sauna"],
    ),
]

ADVICE_AGAINST_IT = [
    ("Pregnant women should not have a lash lift.", ["- suits pregnant women"]),
    ("People with sensitive eyes should avoid lash lifts.", ["- suits sensitive eyes"]),
    ("Avoid mascara.", []),
    ("Everyone with short lashes can be happy.", []),
]

NOT_SAID = [
    ("Book your painless appointment today!", ["- pain"]),
    ("If you want a permanent look, ask us.", []),
    ("We will discuss any allergy.", []),
    ("You can use a serum to stimulate lash growth.", []),
    ("There are no side effects on eyebrows.", ["- side effects"]),
    (
        "A lash lift fades. Some clinics promise a permanent lift.",
        ["+ fading", "+ longevity permanent {reported}"],
    ),
]

SPELLING = [
    ("A lash lift is permanant.", ["+ longevity permanent"]),
    ("A lash-lift hurts.", ["+ pain"]),
    ("A lash lift isn’t painful.", ["- pain"]),
    ("A lash\u00a0lift lasts 6\u00a0weeks.", ["+ longevity 6–6 week"]),
    ("A lash lift is semi-permanent.", ["+ longevity semi-permanent"]),
]

CASES = (
    ANSWERS
    + LISTS
    + ADVICE_AGAINST_IT
    + NOT_SAID
    + SPELLING
    + CLAUSES
    + NEGATION
    + ATTRIBUTION
    + SUBJECT
    + QUESTIONS
    + ADVICE
    + QUANTITIES
)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_reads(text: str, expected: list[str]) -> None:
    assert sorted(read(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A lash lift hurts more than a sting.", "A lash lift hurts more than a sting"),
        ("A lash lift hurts, more or less.", "A lash lift hurts, more or less"),
        ("It hurts more than a sting, they say.", "It hurts more than a sting"),
    ],
)
def test_a_quote_holds_what_is_compared(text: str, quote: str) -> None:
    assert {c.quote for c in extraction(text).claims} == {quote}
