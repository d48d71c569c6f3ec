"""Numbers, dates, plurals and lists as a person would write them."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹", "JPY": "¥"}
_IRREGULAR = {
    "near miss": "near misses",
    "foot": "feet",
    "person": "people",
    "is": "are",
    "has": "have",
}
_SPACE = re.compile(r"\s+")


def number(n: float) -> str:
    """Figures with thin grouping: 10,000; 2.5; 40."""
    if n == int(n):
        return f"{int(n):,}"
    return f"{n:,.2f}".rstrip("0").rstrip(".")


def in_words(n: int) -> str:
    """Up to twelve as a word, above it in figures; zero is "no"."""
    return WORDS[n] if 0 <= n < len(WORDS) else number(n)


def plural(noun: str, n: float) -> str:
    """The noun in the number that `n` calls for.

    >>> plural("source", 1), plural("near miss", 2), plural("category", 2)
    ('source', 'near misses', 'categories')
    """
    if n == 1:
        return noun
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def amount(figures: str, unit: str, n: float) -> str:
    """Figures with their unit: "$400", "18%", "1–2 years", "1 hour"."""
    if unit in _CURRENCIES:
        return f"{_CURRENCIES[unit]}{figures}"
    if unit == "percent":
        return f"{figures}%"
    return f"{figures} {unit if unit.isupper() else plural(unit, n)}"


def count(n: int, noun: str) -> str:
    """A number and its noun in running text: "five sources", "one claim", "128 claims"."""
    return f"{in_words(n)} {plural(noun, n)}"


def figure(n: int, noun: str) -> str:
    """A number in figures and its noun, for tables and labels: "5 sources"."""
    return f"{number(n)} {plural(noun, n)}"


def listing(items: Iterable[str], last: str = "and") -> str:
    """A list in a sentence.

    >>> listing(["a", "b", "c"])
    'a, b and c'
    """
    *front, end = list(items) or [""]
    return f"{', '.join(front)} {last} {end}" if front else end


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


def when(value: str | None) -> str:
    """A date as people write it: "2024-03-07" is "7 March 2024", "2024-03" is "March 2024".

    What is no date is given back as it stands; nothing is "".
    """
    if not value:
        return ""
    try:
        day = date.fromisoformat(value[:10])
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    except ValueError:
        pass
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", value)
    return f"{_MONTHS[int(found[2]) - 1]} {found[1]}" if found else value


def one_line(text: str) -> str:
    """White space of any kind becomes one space; ends are left as single spaces."""
    return _SPACE.sub(" ", text)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word where there is one, with an ellipsis."""
    text = one_line(text).strip()
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    inside = text[limit - 1].isalnum() and " " in cut[limit // 2 :]
    head = cut.rsplit(" ", 1)[0] if inside else cut
    return head.rstrip(" ,;:.–-") + "…"


def shorten_front(text: str, limit: int) -> str:
    """The last `limit` characters, cut at a word, led by an ellipsis."""
    if len(text) <= limit:
        return text
    tail = text[-(limit - 1) :]
    return "…" + (tail.split(" ", 1)[1] if " " in tail[: limit // 2] else tail)


def plain(text: str) -> str:
    """The text without control and direction characters, for places that can't isolate them."""
    kept = (c if unicodedata.category(c) not in ("Cc", "Cf") else " " for c in text)
    return _SPACE.sub(" ", "".join(kept)).strip()


def visible(text: str) -> str:
    """The text as it may stand in HTML: forbidden characters become a replacement sign.

    So do direction overrides and isolates: one that is left open closes the browser's own
    isolate and turns the line around it (UAX 9, BD9). Line separators become spaces.
    """
    return _FORBIDDEN.sub("\ufffd", _BREAKS.sub(" ", text))


_BREAKS = re.compile("[\x85\u2028\u2029]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
