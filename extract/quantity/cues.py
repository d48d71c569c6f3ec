"""Words around a number that bound it, make it vague or tell what it is counted per.

Every row stands beside an example, which the tests run.
"""

from dataclasses import dataclass
from enum import Enum

from extract.quantity.tokens import Tok, phrase_at


class Bound(Enum):
    """What a cue makes of the number it belongs to."""

    FROM = "[n, ∞)"
    ABOVE = "(n, ∞)"
    UP_TO = "(0, n]"
    BELOW = "(0, n)"
    PLAIN = "n"


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase, what it does, and an example with the interval that it gives."""

    words: str
    bound: Bound
    example: str


BEFORE: tuple[Cue, ...] = (
    Cue("at least", Bound.FROM, "at least 3 weeks"),
    Cue("at the least", Bound.FROM, "at the least 3 weeks"),
    Cue("at the very least", Bound.FROM, "at the very least 3 weeks"),
    Cue("at a minimum", Bound.FROM, "at a minimum 3 weeks"),
    Cue("minimum", Bound.FROM, "minimum 3 weeks"),
    Cue("min", Bound.FROM, "min. 3 weeks"),
    Cue("minimum is", Bound.FROM, "the minimum is 3 weeks"),
    Cue("minimum of", Bound.FROM, "a minimum of 3 weeks"),
    Cue("minimum period of", Bound.FROM, "a minimum period of 3 weeks"),
    Cue("minimum duration of", Bound.FROM, "a minimum duration of 3 weeks"),
    Cue("minimum interval of", Bound.FROM, "a minimum interval of 3 weeks"),
    Cue("minimum gap of", Bound.FROM, "a minimum gap of 3 weeks"),
    Cue("no less than", Bound.FROM, "no less than 3 weeks"),
    Cue("not less than", Bound.FROM, "not less than 3 weeks"),
    Cue("no fewer than", Bound.FROM, "no fewer than 3 weeks"),
    Cue("never fewer than", Bound.FROM, "never fewer than 3 weeks"),
    Cue("never less than", Bound.FROM, "never less than 3 weeks"),
    Cue("not fewer than", Bound.FROM, "not fewer than 3 weeks"),
    Cue("no shorter than", Bound.FROM, "no shorter than 3 weeks"),
    Cue("no sooner than", Bound.FROM, "no sooner than 3 weeks"),
    Cue("starting at", Bound.FROM, "starting at 3 weeks"),
    Cue("starting from", Bound.FROM, "starting from 3 weeks"),
    Cue("starts at", Bound.FROM, "starts at 3 weeks"),
    Cue("starts from", Bound.FROM, "starts from 3 weeks"),
    Cue("start at", Bound.FROM, "start at 3 weeks"),
    Cue("start from", Bound.FROM, "start from 3 weeks"),
    Cue("over", Bound.ABOVE, "it holds for over 3 weeks"),
    Cue("well over", Bound.ABOVE, "well over 3 weeks"),
    Cue("more than", Bound.ABOVE, "more than 3 weeks"),
    Cue("longer than", Bound.ABOVE, "longer than 3 weeks"),
    Cue("deeper than", Bound.ABOVE, "deeper than 3 weeks"),
    Cue("greater than", Bound.ABOVE, "greater than 3 weeks"),
    Cue("higher than", Bound.ABOVE, "higher than 3 weeks"),
    Cue("above", Bound.ABOVE, "above 3 weeks"),
    Cue("beyond", Bound.ABOVE, "beyond 3 weeks"),
    Cue("upwards of", Bound.ABOVE, "upwards of 3 weeks"),
    Cue("upward of", Bound.ABOVE, "upward of 3 weeks"),
    Cue("in excess of", Bound.ABOVE, "in excess of 3 weeks"),
    Cue("exceeding", Bound.ABOVE, "exceeding 3 weeks"),
    Cue("exceeds", Bound.ABOVE, "exceeds 3 weeks"),
    Cue("exceed", Bound.ABOVE, "may exceed 3 weeks"),
    Cue("up to", Bound.UP_TO, "up to 3 weeks"),
    Cue("upto", Bound.UP_TO, "upto 3 weeks"),
    Cue("at most", Bound.UP_TO, "at most 3 weeks"),
    Cue("at the most", Bound.UP_TO, "at the most 3 weeks"),
    Cue("no more than", Bound.UP_TO, "no more than 3 weeks"),
    Cue("not more than", Bound.UP_TO, "not more than 3 weeks"),
    Cue("no longer than", Bound.UP_TO, "no longer than 3 weeks"),
    Cue("no deeper than", Bound.UP_TO, "no deeper than 3 weeks"),
    Cue("not deeper than", Bound.UP_TO, "not deeper than 3 weeks"),
    Cue("no further than", Bound.UP_TO, "no further than 3 weeks"),
    Cue("never more than", Bound.UP_TO, "never more than 3 weeks"),
    Cue("not longer than", Bound.UP_TO, "not longer than 3 weeks"),
    Cue("no later than", Bound.UP_TO, "no later than 3 weeks"),
    Cue("not exceeding", Bound.UP_TO, "not exceeding 3 weeks"),
    Cue("not exceed", Bound.UP_TO, "must not exceed 3 weeks"),
    Cue("maximum", Bound.UP_TO, "maximum 3 weeks"),
    Cue("max", Bound.UP_TO, "max. 3 weeks"),
    Cue("maximum is", Bound.UP_TO, "the maximum is 3 weeks"),
    Cue("maximum of", Bound.UP_TO, "a maximum of 3 weeks"),
    Cue("maximum period of", Bound.UP_TO, "a maximum period of 3 weeks"),
    Cue("maximum duration of", Bound.UP_TO, "a maximum duration of 3 weeks"),
    Cue("as many as", Bound.UP_TO, "as many as 3 weeks"),
    Cue("as much as", Bound.UP_TO, "as much as 3 weeks"),
    Cue("as long as", Bound.UP_TO, "as long as 3 weeks"),
    Cue("within", Bound.UP_TO, "within 3 weeks"),
    Cue("under", Bound.BELOW, "under 3 weeks"),
    Cue("below", Bound.BELOW, "below 3 weeks"),
    Cue("less than", Bound.BELOW, "less than 3 weeks"),
    Cue("fewer than", Bound.BELOW, "fewer than 3 weeks"),
    Cue("shorter than", Bound.BELOW, "shorter than 3 weeks"),
    Cue("lower than", Bound.BELOW, "lower than 3 weeks"),
    Cue("as little as", Bound.PLAIN, "as little as 3 weeks"),
    Cue("as few as", Bound.PLAIN, "as few as 3 weeks"),
    Cue("as soon as", Bound.PLAIN, "as soon as 3 weeks"),
)
"""Cues before the number."""

NUMBER_AFTER: tuple[Cue, ...] = (
    Cue("+", Bound.FROM, "3+ weeks"),
    Cue("plus", Bound.FROM, "3 plus weeks"),
    Cue("- plus", Bound.FROM, "3-plus weeks"),
    Cue("or more", Bound.FROM, "3 or more weeks"),
    Cue("or even more", Bound.FROM, "3 or even more weeks"),
    Cue("or fewer", Bound.UP_TO, "3 or fewer weeks"),
    Cue("or less", Bound.UP_TO, "3 or less weeks"),
)
"""Cues between the number and its unit."""

AFTER: tuple[Cue, ...] = (
    Cue("or more", Bound.FROM, "3 weeks or more"),
    Cue("or longer", Bound.FROM, "3 weeks or longer"),
    Cue("or higher", Bound.FROM, "3 weeks or higher"),
    Cue("or even more", Bound.FROM, "3 weeks or even more"),
    Cue("or even longer", Bound.FROM, "3 weeks or even longer"),
    Cue("or much longer", Bound.FROM, "3 weeks or much longer"),
    Cue("and more", Bound.FROM, "3 weeks and more"),
    Cue("and longer", Bound.FROM, "3 weeks and longer"),
    Cue("and up", Bound.FROM, "3 weeks and up"),
    Cue("and above", Bound.FROM, "3 weeks and above"),
    Cue("and upwards", Bound.FROM, "3 weeks and upwards"),
    Cue("or above", Bound.FROM, "3 weeks or above"),
    Cue("or over", Bound.FROM, "3 weeks or over"),
    Cue("plus", Bound.FROM, "3 weeks plus"),
    Cue("+", Bound.FROM, "3 weeks+"),
    Cue("at least", Bound.FROM, "3 weeks at least"),
    Cue("at the least", Bound.FROM, "3 weeks at the least"),
    Cue("at a minimum", Bound.FROM, "3 weeks at a minimum"),
    Cue("as a minimum", Bound.FROM, "3 weeks as a minimum"),
    Cue("is the minimum", Bound.FROM, "3 weeks is the minimum"),
    Cue("are the minimum", Bound.FROM, "3 weeks are the minimum"),
    Cue("is a minimum", Bound.FROM, "3 weeks is a minimum"),
    Cue("is the least", Bound.FROM, "3 weeks is the least it takes"),
    Cue("minimum", Bound.FROM, "3 weeks minimum"),
    Cue("min", Bound.FROM, "3 weeks min"),
    Cue("or less", Bound.UP_TO, "3 weeks or less"),
    Cue("or fewer", Bound.UP_TO, "3 weeks or fewer"),
    Cue("or under", Bound.UP_TO, "3 weeks or under"),
    Cue("or shorter", Bound.UP_TO, "3 weeks or shorter"),
    Cue("at most", Bound.UP_TO, "3 weeks at most"),
    Cue("at the most", Bound.UP_TO, "3 weeks at the most"),
    Cue("as a maximum", Bound.UP_TO, "3 weeks as a maximum"),
    Cue("is the maximum", Bound.UP_TO, "3 weeks is the maximum"),
    Cue("are the maximum", Bound.UP_TO, "3 weeks are the maximum"),
    Cue("is the limit", Bound.UP_TO, "3 weeks is the limit"),
    Cue("maximum", Bound.UP_TO, "3 weeks maximum"),
    Cue("max", Bound.UP_TO, "3 weeks max"),
    Cue("tops", Bound.UP_TO, "3 weeks tops"),
)
"""Cues after the unit."""

NO_AMOUNT_BEFORE: tuple[tuple[str, str], ...] = (
    ("aged", "for readers aged 40 weeks"),
    ("age", "at age 40 weeks"),
    ("ages", "from ages 40 weeks"),
    ("age of", "at the age of 40 weeks"),
    ("ages of", "from the ages of 40 weeks"),
    ("out of", "nine out of ten weeks"),
    ("how", "how many weeks it takes"),
)
"""Words before a number that make it an age, a share or a question, and no amount."""

NO_AMOUNT_AFTER: tuple[tuple[str, str], ...] = (
    ("old", "40 weeks old"),
    ("olds", "the 40-week-olds"),
    ("younger", "she looks 40 weeks younger"),
    ("ago", "40 weeks ago"),
    ("of age", "40 weeks of age"),
    ("of experience", "40 weeks of experience"),
    ("of practice", "40 weeks of practice"),
    ("in business", "40 weeks in business"),
    ("in the business", "40 weeks in the business"),
    ("in the industry", "40 weeks in the industry"),
    ("and the next", "between one week and the next"),
    ("to the next", "from one week to the next"),
    ("after another", "one week after another"),
)
"""Words after a unit that make it an age, a date, a record of service or one of a row."""

DURING = frozenset("spread spaced split divided staggered done out place performed".split())
DURING |= frozenset("completed conducted gradually fade fades".split())
"""Words after which "over" is no bound: "spread over three weeks" takes three."""

APPROXIMATE: tuple[tuple[str, str], ...] = (
    ("about", "about 3 weeks"),
    ("around", "around 3 weeks"),
    ("roughly", "at least roughly 3 weeks"),
    ("approximately", "approximately 3 weeks"),
    ("approx", "approx. 3 weeks"),
    ("nearly", "nearly 3 weeks"),
    ("almost", "almost 3 weeks"),
    ("close to", "close to 3 weeks"),
    ("some", "some 3 weeks"),
    ("an average of", "an average of 3 weeks"),
    ("a total of", "a total of 3 weeks"),
    ("a period of", "a period of 3 weeks"),
    ("the course of", "over the course of 3 weeks"),
    ("only", "only 3 weeks"),
    ("just", "just 3 weeks"),
    ("exactly", "exactly 3 weeks"),
    ("even", "even 3 weeks"),
    ("maybe", "maybe 3 weeks"),
    ("perhaps", "perhaps 3 weeks"),
    ("sometimes", "sometimes 3 weeks"),
    ("possibly", "possibly 3 weeks"),
    ("another", "another 3 weeks"),
    ("the", "within the 3 weeks"),
    ("the first", "over the first 3 weeks"),
    ("the next", "within the next 3 weeks"),
    ("~", "~3 weeks"),
    ("≈", "≈ 3 weeks"),
)
"""Words that leave the number as it is. A period or course takes the bound off "over"."""

SPAN_WORDS = frozenset(("a period of", "the course of", "the", "the first", "the next"))

VAGUE: tuple[tuple[str, str], ...] = (
    ("several", "several weeks"),
    ("a few", "a few weeks"),
    ("quite a few", "quite a few weeks"),
    ("a good few", "a good few weeks"),
    ("few", "the next few weeks"),
    ("many", "many weeks"),
    ("a great many", "a great many weeks"),
    ("multiple", "multiple weeks"),
    ("multi", "a multi-week course"),
    ("numerous", "numerous weeks"),
    ("countless", "countless weeks"),
    ("various", "various weeks"),
    ("some", "some weeks"),
    ("a number of", "a number of weeks"),
    ("a handful of", "a handful of weeks"),
    ("a series of", "a series of weeks"),
    ("a lot of", "a lot of weeks"),
    ("lots of", "lots of weeks"),
    ("plenty of", "plenty of weeks"),
    ("dozens of", "dozens of weeks"),
    ("hundreds of", "hundreds of weeks"),
    ("thousands of", "thousands of weeks"),
)
"""More than one, and nobody says how many."""

RECURRING: tuple[tuple[str, str, str], ...] = (
    ("yearly", "year", "do it yearly"),
    ("annually", "year", "do it annually"),
    ("annual", "year", "an annual visit"),
    ("monthly", "month", "do it monthly"),
    ("weekly", "week", "do it weekly"),
    ("daily", "day", "do it daily"),
)
"""Words for what recurs, and the time that lies between."""

ENDING: tuple[tuple[str, str], ...] = (
    ("a while", "it lasts for a while"),
    ("a short while", "it lasts a short while"),
    ("a little while", "it lasts a little while"),
    ("a short time", "it lasts for a short time"),
    ("a very short time", "it lasts only a very short time"),
    ("a short period", "it lasts for a short period"),
    ("a short period of time", "it lasts for a short period of time"),
    ("a brief period", "it lasts a brief period"),
    ("a limited time", "it lasts for a limited time"),
    ("a limited period", "it lasts for a limited period"),
)
"""Times that end, and nobody says when. "A long time" says as little as "long-lasting"."""

SOON: tuple[tuple[str, str], ...] = (
    ("in no time", "it is gone in no time"),
    ("in next to no time", "it is gone in next to no time"),
    ("in a short time", "it is gone in a short time"),
    ("in a very short time", "it is gone in a very short time"),
    ("within a short time", "it is gone within a short time"),
    ("within a short period", "it is gone within a short period"),
)
"""Times that end soon, with the word that makes them a length."""

ENDING_AFTER = frozenset("for last lasts lasting lasted only just".split())
"""Words after which they are a length, and no point in time."""

CONNECTORS: tuple[tuple[str, str], ...] = (
    ("to", "2 to 3 weeks"),
    ("or", "2 or 3 weeks"),
    ("till", "2 till 3 weeks"),
    (", maybe", "2, maybe 3 weeks"),
    (", perhaps", "2, perhaps 3 weeks"),
    (", sometimes", "2, sometimes 3 weeks"),
    (", possibly", "2, possibly 3 weeks"),
    (", or", "2, or 3 weeks"),
    ("up to", "from 2 up to 3 weeks"),
    (", up to", "2, up to 3 weeks"),
    ("and up to", "2 and up to 3 weeks"),
    ("to a maximum of", "2 to a maximum of 3 weeks"),
    ("and a maximum of", "2 and a maximum of 3 weeks"),
    ("and at most", "2 and at most 3 weeks"),
    ("but no more than", "2 but no more than 3 weeks"),
    ("and no more than", "2 and no more than 3 weeks"),
    ("but not more than", "2 but not more than 3 weeks"),
)
"""What stands between the ends of a range; hyphens and "between … and" are rules."""

FULL = frozenset("full whole entire more further additional extra consecutive".split())
FULL |= frozenset("straight business working calendar solid good long short complete".split())
FULL |= frozenset("successive total different separate individual".split())
"""Words that may stand between a number and a unit of any kind: "two full weeks"."""

LICENCE = frozenset("for last lasts lasting lasted take takes taking took within".split())
LICENCE |= frozenset("require requires after until up wait hold holds endure endures".split())
"""Words that let a bare plural be a vague amount: "lasts years", not "over the years"."""

FUNCTION = frozenset(
    """a an the this that these those each every any no some all both of in on at for from to
    with without by as than and or but nor if when while before after during between per about
    over under is are was were be been being am do does did have has had will would can could
    may might must shall should not it they you we he she i its their your our his her who which
    what how why there here then so very too also just only about into onto through until since
    need needs take takes require requires last lasts get gets make makes use uses""".split()
)
"""Words that no noun phrase holds between its number and its noun."""


def table(rows: tuple[Cue, ...]) -> dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]:
    """Cues by first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for row in rows:
        words = tuple(row.words.split())
        found.setdefault(words[0], []).append((words, row.bound))
    return {k: tuple(sorted(v, key=lambda c: -len(c[0]))) for k, v in found.items()}


def phrases(rows: tuple[tuple[str, str], ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by first word, longest first; a comma is a word of its own."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase, _ in rows:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {k: tuple(sorted(v, key=lambda w: -len(w))) for k, v in found.items()}


def cue_at(
    cues: dict[str, tuple[tuple[tuple[str, ...], Bound], ...]], toks: list[Tok], i: int
) -> tuple[Bound, int] | None:
    """The longest cue that starts at token `i`, and the index after it."""
    for words, bound in cues.get(toks[i].low, ()):
        if phrase_at(toks, i, words):
            return bound, i + len(words)
    return None


def phrase_of(
    rows: dict[str, tuple[tuple[str, ...], ...]], toks: list[Tok], i: int
) -> tuple[str, int] | None:
    """The longest phrase that starts at token `i`, and the index after it."""
    for words in rows.get(toks[i].low, ()):
        if phrase_at(toks, i, words):
            return " ".join(words), i + len(words)
    return None
