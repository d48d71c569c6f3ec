"""Reads GIFT the way Moodle's importer does (question/format/gift/format.php), step by step."""

import re
from dataclasses import dataclass

ESCAPED = {rf"\{c}": f"&&{ord(c):03};" for c in ":#={}~"} | {r"\n": "&&010;"}


@dataclass(frozen=True)
class Question:
    name: str
    format: str
    text: str
    answers: tuple[tuple[bool, str], ...]
    feedback: str


def read_gift(page: str) -> tuple[str, list[Question]]:
    """The category, and the questions under it."""
    lines = [line for line in page.splitlines() if not line.strip().startswith("//")]
    blocks = re.split(r"\n\s*\n", "\n".join(lines).strip())
    category = next(b for b in blocks if b.startswith("$CATEGORY:"))
    return _back(category[10:]), [_question(b) for b in blocks if not b.startswith("$CATEGORY:")]


def _question(block: str) -> Question:
    text = block.strip().replace("\\\\", "&&092;")
    for sign, code in ESCAPED.items():
        text = text.replace(sign, code)
    name = ""
    if text.startswith("::"):
        name, _, text = text[2:].partition("::")
    start, end = text.find("{"), text.find("}")
    assert 0 <= start < end and text[end + 1 :].strip() == ""
    told, inside = text[:start], text[start + 1 : end]
    inside, _, feedback = inside.partition("####")
    form = re.match(r"\[(\w+)\]", told)
    assert "~" in inside and not inside.strip().startswith("#")  # or it is no multiple choice
    answers = [a for a in inside.replace("=", "~=").split("~") if a.strip()]
    assert not any(re.match(r"=?%-*\d", a) for a in answers)  # or it is a weight
    assert not any("#" in a for a in answers)  # or it is feedback
    return Question(
        _back(name),
        form[1] if form else "moodle",
        _back(told[form.end() :] if form else told),
        tuple((a.startswith("="), _back(a.removeprefix("="))) for a in answers),
        _back(feedback),
    )


def _back(text: str) -> str:
    for sign, code in ESCAPED.items():
        text = text.replace(code, "\n" if sign == r"\n" else sign[1:])
    return text.replace("&&092;", "\\").strip()
