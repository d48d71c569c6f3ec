import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Quantity
from extract.quantity import QuantityMention, UnitTable, bounded_above, complement, find_quantities
from tests.growth import grows_evenly

UNITS = UnitTable.build((("visit", ("visit", "site visit")),))


def only(text: str) -> QuantityMention:
    (found,) = find_quantities(text, UNITS)
    return found


def interval(text: str) -> str:
    q = only(text).quantity
    if q.vague:
        return f"vague {q.unit}"
    low, high = f"{q.low:g}", "∞" if q.high is None else f"{q.high:g}"
    left = "(" if q.low_open else "["
    return f"{left}{low}, {high}{')' if q.high_open or q.high is None else ']'} {q.unit}"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("It takes 1–4 hours.", "[1, 4] hour"),
        ("It takes 1-4 hours.", "[1, 4] hour"),
        ("It takes 1 - 4 hours.", "[1, 4] hour"),
        ("It takes 1 -4 hours.", "[1, 4] hour"),
        ("It takes 1- 4 hours.", "[1, 4] hour"),
        ("The lower half – $50.", "[50, 50] USD"),
        ("One to two years later it squeaks.", "[1, 2] year"),
        ("It keeps from five to eight years.", "[5, 8] year"),
        ("Order between 3 and 5 visits.", "[3, 5] visit"),
        ("It costs $2000-$4500.", "[2000, 4500] USD"),
        ("It costs $2,000 to 4,500.", "[2000, 4500] USD"),
        ("It costs $60 per visit to $90.", "[60, 90] USD"),
        ("From $60 per bag, up to $90 for a big one.", "[60, 90] USD"),
        ("It costs from $60 each up to $90.", "[60, 90] USD"),
        ("Pay $60 per bag to the driver.", "[60, 60] USD"),
        ("It costs $2-4k.", "[2000, 4000] USD"),
        ("Recovery takes 6 months to 1 year.", "[0.5, 1] year"),
        ("It takes two or three visits.", "[2, 3] visit"),
        ("It dries in a day or two.", "[1, 2] day"),
        ("One visit or two will do.", "[1, 2] visit"),
        ("It saves 18 to 25 percent.", "[18, 25] percent"),
        ("It saves 18–25%.", "[18, 25] percent"),
        ("A 3-4 visit process.", "[3, 4] visit"),
        ("Leave it for an hour or 45 minutes.", "[0.75, 1] hour"),
        ("Between two weeks and a fortnight.", "[1, 1] fortnight"),
        ("Two, maybe three visits.", "[2, 3] visit"),
        ("A four- to six-week wait.", "[4, 6] week"),
        ("At least 3 but no more than 5 visits.", "[3, 5] visit"),
    ],
)
def test_ranges(text: str, want: str) -> None:
    assert interval(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Twenty-five days.", "[25, 25] day"),
        ("A hundred nights.", "[100, 100] night"),
        ("One hundred and fifty euros.", "[150, 150] EUR"),
        ("Two thousand five hundred dollars.", "[2500, 2500] USD"),
        ("1,250.50 dollars.", "[1250.5, 1250.5] USD"),
        ("Half an hour.", "[0.5, 0.5] hour"),
        ("A half-hour wait.", "[0.5, 0.5] hour"),
        ("Three quarters of an hour.", "[0.75, 0.75] hour"),
        ("One and a half years.", "[1.5, 1.5] year"),
        ("2 and a half hours.", "[2.5, 2.5] hour"),
        ("A year and a half.", "[1.5, 1.5] year"),
        ("1½ hours or 90 minutes.", "[1.5, 1.5] hour"),
        ("1 1/2 hours.", "[1.5, 1.5] hour"),
        ("1/2 hour.", "[0.5, 0.5] hour"),
        ("1 hour and 30 minutes.", "[1.5, 1.5] hour"),
        ("2 hours 15 minutes.", "[2.25, 2.25] hour"),
        ("A couple of days.", "[2, 2] day"),
        ("Half a dozen visits.", "[6, 6] visit"),
        ("A single visit.", "[1, 1] visit"),
        ("Just an hour.", "[1, 1] hour"),
        ("1,5 hours.", "[1.5, 1.5] hour"),
    ],
)
def test_numbers(text: str, want: str) -> None:
    assert interval(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("6months", "[6, 6] month"),
        ("2hrs", "[2, 2] hour"),
        ("45mins", "[45, 45] minute"),
        ("30min", "[30, 30] minute"),
        ("1h", "[1, 1] hour"),
        ("£300", "[300, 300] GBP"),
        ("300 pounds", "[300, 300] GBP"),
        ("it weighs 300 pounds", "[300, 300] lb"),
        ("two pounds of beans", "[2, 2] lb"),
        ("US$500", "[500, 500] USD"),
        ("500 USD", "[500, 500] USD"),
        ("PKR5,000", "[5000, 5000] PKR"),
        ("Rs. 5000", "[5000, 5000] INR"),
        ("$2k", "[2000, 2000] USD"),
        ("$1.5 million", "[1.5e+06, 1.5e+06] USD"),
        ("€1.200", "[1200, 1200] EUR"),
        ("1.200 €", "[1200, 1200] EUR"),
        ("€1.20", "[1.2, 1.2] EUR"),
        ("20\u00a0days", "[20, 20] day"),
    ],
)
def test_units_as_people_write_them(text: str, want: str) -> None:
    assert interval(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("It takes at least two to three visits.", "[2, ∞) visit"),
        ("It takes usually over 3 visits.", "(3, ∞) visit"),
        ("Six years or even longer.", "[6, ∞) year"),
        ("Gone within a day or two.", "(0, 2] day"),
        ("Done in under an hour.", "(0, 1) hour"),
        ("Up to 8-10 years.", "(0, 10] year"),
        ("You don't need more than three visits.", "(3, ∞) visit"),
        ("Prices from $200.", "[200, ∞) USD"),
        ("Prices from $200 to $500.", "[200, 500] USD"),
        ("It is spread over 3 visits.", "[3, 3] visit"),
        ("Over a period of 3 months.", "[3, 3] month"),
        ("Over the next 4 days.", "[4, 4] day"),
    ],
)
def test_bounds(text: str, want: str) -> None:
    assert interval(text) == want


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It lasts years.", "year"),
        ("It held for decades.", "decade"),
        ("Some visits.", "visit"),
        ("Several days to weeks.", None),
        ("A multi-year warranty.", "year"),
    ],
)
def test_bare_plurals_are_vague(text: str, unit: str | None) -> None:
    q = only(text).quantity
    assert q.vague
    assert unit in (None, q.unit)


@pytest.mark.parametrize(
    "text",
    [
        "The first visit is free.",
        "On the fifth day it dries.",
        "You get a second visit or a second opinion.",
        "She is 30 years old and her 5-year-old son is not.",
        "People over 18 years of age; aged 40 years.",
        "In 2019 visits began; on March 3 they ended.",
        "Call +92-333-430-9999 or 555-0199, hours vary.",
        "1- Hours of light",
        "10 Things You Need to Know about Visits",
        "We are open 24/7, hours may vary.",
        "Version 3.2.1 hours",
        "One of the visits; no one visits; one-time offer.",
        "10x hours of play, model h264 minutes",
        "It is three times more costly.",
        "Over the years, in recent years, these days.",
        "It happened two weeks ago.",
        "During a visit you sit.",
        "At 10:30 hours",
        "If one needs visits, call.",
        "It is number 3 of 5.",
        "The day you call.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert find_quantities(text, UNITS) == ()


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("$50 per visit", "visit"),
        ("$80 an hour", "hour"),
        ("$40/visit", "visit"),
        ("$40 for each site visit", "visit"),
        ("two hours each", "each"),
        ("20 dollars a month", "month"),
        ("three times a week", "week"),
        ("once a month", "month"),
        ("twice per year", "year"),
        ("$9 per bag", "bag"),
        ("every two years", "every"),
        ("two hours", None),
    ],
)
def test_per_what(text: str, per: str | None) -> None:
    assert only(text).per == per


def test_eight_cups_a_day_is_no_day() -> None:
    assert find_quantities("She drinks eight cups a day.", UNITS) == ()


def test_a_unit_may_stand_behind_other_words() -> None:
    assert interval("It takes three separate visits.") == "[3, 3] visit"
    assert interval("It takes two follow-up garden visits.") == "[2, 2] visit"
    assert interval("Within 5 business days.") == "(0, 5] day"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Visits: 2-3", "[2, 3] visit"),
        ("Visits needed: at least 3", "[3, ∞) visit"),
        (
            "The number of visits is usually set; here the number of visits is three.",
            "[3, 3] visit",
        ),
        ("Within six (6) weeks.", "(0, 6] week"),
    ],
)
def test_lists_and_contracts(text: str, want: str) -> None:
    assert interval(text) == want


@pytest.mark.parametrize("text", ["Visits: 10 reasons to come", "Visits are 3 to a page"])
def test_a_unit_before_another_number(text: str) -> None:
    assert find_quantities(text, UNITS) == ()


def test_a_length_inside_a_count() -> None:
    visits, hours = find_quantities("It takes three two-hour visits.", UNITS)
    assert (visits.quantity.unit, visits.quantity.low) == ("visit", 3)
    assert (hours.text, hours.quantity.unit) == ("two-hour", "hour")


def test_numbers_without_a_unit_take_the_one_asked_for() -> None:
    assert find_quantities("Three to four.", UNITS) == ()
    (found,) = find_quantities("Three to four.", UNITS, bare="visit")
    assert found.quantity == Quantity("visit", 3, 4)
    assert find_quantities("Three dogs bark.", UNITS, bare="visit") == ()


def test_a_mention_carries_its_bounds_and_nothing_else() -> None:
    assert (
        only("It lasts at least two to three years, or so.").text == "at least two to three years"
    )
    assert only("It lasts from five to eight years.").text == "five to eight years"


def test_bounded_above() -> None:
    assert bounded_above(Quantity("year", 8, 8)) == Quantity("year", 0, 8, low_open=True)
    assert bounded_above(Quantity("year", 2, 3)) == Quantity("year", 2, 3)
    vague = only("several years").quantity
    assert bounded_above(vague) == vague


def test_complement() -> None:
    over = only("more than three visits").quantity
    assert complement(over) == Quantity("visit", 0, 3, low_open=True)
    assert complement(only("less than two hours").quantity) == Quantity("hour", 2, None)
    assert complement(only("two hours").quantity) is None
    assert complement(only("several hours").quantity) is None


WORDS = st.sampled_from(
    """a an one two half and or to between from at least most than more over up $ € % - – + , . /
    1 2.5 3,000 10th h min days day years visits visit several few couple dozen hundred of twice
    per each second times ½ 1/2 "old" within first kg £ k""".split()
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=12).map(" ".join)))
def test_every_mention_is_what_stands_in_the_text(text: str) -> None:
    found = find_quantities(text, UNITS, bare="visit")
    for m in found:
        assert 0 <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.text
        assert m.quantity.low is None or m.quantity.low >= 0
    assert [m.start for m in found] == sorted(m.start for m in found)


@given(st.lists(WORDS, max_size=12).map("".join))
def test_glued_words_do_no_harm(text: str) -> None:
    for m in find_quantities(text, UNITS):
        assert text[m.start : m.end] == m.text


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("one hundred ", 6_000),
        ("3-", 15_000),
        ("between 3 and ", 2_500),
        ("a ", 15_000),
        ("1,", 100_000),
        ("9", 200_000),
        ("two or ", 10_000),
        ("$", 30_000),
        ("half ", 8_000),
    ],
)
def test_long_junk_is_read_in_linear_time(piece: str, times: int) -> None:
    def work(n: int) -> None:
        find_quantities(piece * n + " days", UNITS)

    assert grows_evenly(work, times)
