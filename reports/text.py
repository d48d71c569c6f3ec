"""Amounts, dates and cut texts as a person would write them; beside what `kb.text` has."""

import re
from datetime import date
from functools import lru_cache

from kb.text import count as count
from kb.text import figure as figure
from kb.text import holders as holders
from kb.text import in_words as in_words
from kb.text import listing as listing
from kb.text import number as number
from kb.text import plain as plain
from kb.text import plural as plural
from kb.text import titled as titled

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹", "JPY": "¥"}
_SPACE = re.compile(r"\s+")


def amount(figures: str, unit: str, n: float) -> str:
    """Figures with their unit: "$400", "18%", "1–2 years", "1 hour"."""
    if unit in _CURRENCIES:
        return f"{_CURRENCIES[unit]}{figures}"
    if unit == "percent":
        return f"{figures}%"
    return f"{figures} {unit if unit.isupper() else plural(unit, n)}"


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
    if text.isprintable() and "  " not in text:
        return text  # of white space, only the space can be printed
    return _SPACE.sub(" ", text)


@lru_cache(10_000)
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


def visible(text: str) -> str:
    """The text as it may stand in HTML: forbidden characters become a replacement sign.

    So do direction overrides and isolates: one that is left open closes the browser's own
    isolate and turns the line around it (UAX 9, BD9). Line separators become spaces.
    """
    return text if text.isprintable() else _FORBIDDEN.sub(_instead, text)


_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_BREAKS = "\x85\u2028\u2029"


def _instead(found: re.Match[str]) -> str:
    return " " if found[0] in _BREAKS else "\ufffd"
