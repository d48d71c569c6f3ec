r"""A quiz in GIFT, which Moodle and other learning platforms import.

Every text is escaped and stands on one line, so that nothing a source wrote is an answer, a
weight, a format or a comment.

>>> escaped("5 = {five}: ~#\\")
'5 \\= \\{five\\}\\: \\~\\#\\\\'
"""

import re
from collections.abc import Iterable

from reports import text
from reports.teach.item import Item
from reports.teach.quiz import Quiz

_MARKED = re.compile(r"([~=#{}:\\])")
_WEIGHT = re.compile(r"^%(?=-*\d)")  # "%50%" in front of an answer would be its weight


def quiz_gift(quiz: Quiz) -> str:
    """The items under a category named after the topic; the key is their feedback."""
    parts = [f"$CATEGORY: {escaped(quiz.topic).replace('/', '//')}"]
    parts += ["\n".join(_item(number, item)) for number, item in enumerate(quiz.items, 1)]
    return "\n\n".join(parts) + "\n"


def escaped(words: str) -> str:
    """Text that GIFT takes as text."""
    return _MARKED.sub(r"\\\1", text.plain(words))


def _item(number: int, item: Item) -> Iterable[str]:
    """ "[plain]": signs of HTML stay what they are."""
    quote = f" “{item.quote}”" if item.quote else ""
    yield f"::{escaped(f'{number:02}. {item.name}')}::[plain]{escaped(item.stem + quote)}{{"
    for option in item.options:
        yield f"{'=' if option.right else '~'}{_WEIGHT.sub('％', escaped(option.text))}"
    because = " ".join(text.sentence(f"“{p.words}” – {p.source}") for p in item.key)
    yield f"####{escaped(because)}"
    yield "}"
