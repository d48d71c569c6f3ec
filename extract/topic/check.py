"""Mistakes in what a topic file says: phrases, names that clash or lead nowhere, kinds.

Works on the tree, not on the checked values, so that all mistakes are found in one go.
"""

import re
from collections.abc import Iterable, Iterator

from extract.model import SELF
from extract.quantity.units import Unit, UnitTable
from extract.topic.forgiving import ANSWERS
from extract.topic.lists import word_lists
from extract.topic.packs import pack_names, pack_own
from extract.topic.schema import Kind
from extract.topic.slots import compile_phrase, list_entry
from extract.topic.suggest import remedy
from extract.topic.tree import FileLine, Mistake, YamlNode

_NAMED = ("rivals", "by-products", "subtypes", "brands", "populations", "units")
_PHRASES = ("says", "denies", "unless", "asked", "whole", "words")

# Kind: the keys it must have, and those it may have beside what every aspect may have.
KEYS: dict[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Kind.YESNO: ((), ()),
    Kind.ANY_OF: (("parts",), ("whole",)),
    Kind.ALL_OF: (("parts",), ("whole",)),
    Kind.CHOICE: (("options",), ("scale",)),
    Kind.QUANTITY: (("unit",), ("plausible", "names")),
    Kind.ADVICE: (("acts",), ()),
}
_OWN = sorted({key for must, may in KEYS.values() for key in (*must, *may)})
_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)? +(\S.*)")


def mistakes(root: YamlNode) -> Iterator[Mistake]:
    """Every mistake in the tree's meaning; what has the wrong shape is passed over."""
    yield from _phrases(root)
    yield from _unique(root)
    table = _units(root)
    for aspect in root.items("aspects"):
        yield from _kind(aspect)
        yield from _quantity(aspect, table)
        yield from _links(aspect)
    yield from _named_aspects(root)
    for tie in root.items("ties"):
        yield from _tie(tie, root)


def _phrases(root: YamlNode) -> Iterator[Mistake]:
    lists = root.get("words") or YamlNode(1, {})
    names = lists.value if isinstance(lists.value, dict) else {}
    words: dict[str, tuple[str, ...]] = {}
    for name in names:
        good: list[str] = []
        for line, entry in lists.texts(name):
            try:
                list_entry(entry)
                good.append(entry)
            except ValueError as error:
                yield line, "KB105", f"words {name}: {error}"
        words[name] = tuple(good)
    known = word_lists(words, _implied(root))
    for line, where, text in _written(root):
        try:
            compile_phrase(text, known)
        except ValueError as error:
            yield line, "KB105", f"{where}: {error}"


def _implied(root: YamlNode) -> dict[str, list[str]]:
    """What the subject and its rivals give word lists: the phrases that can be read."""
    subject = root.get("subject") or YamlNode(1)
    rivals = [text for row in root.items("rivals") for _, text in row.texts("names")]
    found = {
        "subject": [text for _, text in subject.texts("names")],
        "stand-in": [text for _, text in subject.texts("stand-ins")],
        "belonging": [text for _, text in subject.texts("belongings")],
        "rival": rivals,
    }
    return {name: [text for text in texts if _reads(text)] for name, texts in found.items()}


def _written(root: YamlNode) -> Iterator[tuple[int, str, str]]:
    """Line, place and text of every phrase."""
    subject = root.get("subject") or YamlNode(1)
    for key in ("names", "stand-ins", "belongings", "people"):
        yield from ((line, f"subject, {key}", text) for line, text in subject.texts(key))
    yield from ((line, "background", text) for line, text in root.texts("background"))
    for group in _NAMED:
        for row in root.items(group):
            where = f"{group.removesuffix('s')} {_name(row)}, names"
            yield from ((line, where, text) for line, text in row.texts("names"))
    for aspect in root.items("aspects"):
        for place, row in ((_place(aspect), aspect), *_answers(aspect)):
            for key in _PHRASES:
                yield from ((line, f"{place}, {key}", text) for line, text in row.texts(key))


def _name(row: YamlNode) -> str:
    return row.text("id") or row.text("name") or "?"


def _place(aspect: YamlNode) -> str:
    return f"aspect {_name(aspect)}"


def _answers(aspect: YamlNode) -> Iterator[tuple[str, YamlNode]]:
    """Place and node of every answer, parts of parts included, in file order."""
    for key in ANSWERS:
        stack = [*reversed(aspect.items(key))]
        while stack:
            row = stack.pop()
            stack.extend(reversed(row.items("parts")))
            yield f"{_place(aspect)}, {key.removesuffix('s')} {_name(row)}", row


def _unique(root: YamlNode) -> Iterator[Mistake]:
    aspects = root.items("aspects")
    yield from _twice(aspects, "id", "aspect")
    yield from _twice([*root.items("rivals"), *root.items("by-products")], "name", "subject")
    for group in _NAMED[2:]:
        yield from _twice(root.items(group), "name", group.removesuffix("s"))
    for aspect in aspects:
        answers = [row for _, row in _answers(aspect)]
        yield from _twice(answers, "name", f"{_place(aspect)}: answer")
    for row in (*root.items("rivals"), *root.items("by-products")):
        if (row.text("name") or "").lower() == SELF:
            yield row.line_of("name"), "KB106", f"{SELF!r} means the subject; use another name"


def _twice(rows: Iterable[YamlNode], key: str, what: str) -> Iterator[Mistake]:
    first: dict[str, int] = {}
    for row in rows:
        name, line = row.text(key), row.line_of(key)
        if name is None:
            continue
        if name.lower() in first:
            at, other = _own_first(line, first[name.lower()])
            yield at, "KB106", f"{what} {name!r} is on {_spot(other)} too; rename one or merge them"
        first.setdefault(name.lower(), line)


def _own_first(line: int, other: int) -> tuple[int, int]:
    """Of two lines the later; the topic file's own, which can be changed, before a pack's."""
    own = isinstance(line, FileLine) and not isinstance(other, FileLine)
    return (other, line) if own else (line, other)


def _spot(line: int) -> str:
    return f"line {line}" + (f" of {line.file}" if isinstance(line, FileLine) else "")


def _kind(aspect: YamlNode) -> Iterator[Mistake]:
    kind = aspect.text("kind")
    if kind not in set(Kind):
        return
    must, may = KEYS[Kind(kind)]
    for key in _OWN:
        if key in aspect.key_lines and key not in (*must, *may):
            right = " or ".join(str(k) for k in Kind if key in (*KEYS[k][0], *KEYS[k][1]))
            told = f"{_place(aspect)}: {key!r} is not for kind {kind}; take it out or use {right}"
            yield aspect.line_of(key), "KB107", told
    for key in must:
        if key not in aspect.key_lines:
            yield aspect.line, "KB107", f"{_place(aspect)}: kind {kind} needs {key!r}; add {key}: …"
    if kind == Kind.CHOICE and len(aspect.items("options")) == 1:
        told = f"{_place(aspect)}: a choice of one option; add another, or use yesno"
        yield aspect.line_of("options"), "KB107", told


def _units(root: YamlNode) -> UnitTable:
    """The general units with the file's own, as far as their phrases can be read."""
    rows = []
    for row in root.items("units"):
        name, names = row.text("name"), [t for _, t in row.texts("names") if _reads(t)]
        if name:
            rows.append((name, names))
    return UnitTable.build(rows)


def _reads(phrase: str) -> bool:
    try:
        compile_phrase(phrase, {})
    except ValueError:
        return False
    return True


def _quantity(aspect: YamlNode, table: UnitTable) -> Iterator[Mistake]:
    name = aspect.text("unit")
    unit = table.units.get(name) if name else None
    if name and unit is None:
        hint = remedy(name, table.units, "there are none")
        told = f"{_place(aspect)}: no unit {name!r}; {hint}, or add it to units"
        yield aspect.line_of("unit"), "KB108", told
    plausible = aspect.get("plausible") or YamlNode(1)
    for key in ("low", "high"):
        text = plausible.text(key)
        wrong = _amount(text, unit, table) if text and unit else None
        if wrong:
            yield plausible.line_of(key), "KB108", f"{_place(aspect)}, plausible {key}: {wrong}"


def _amount(text: str, unit: Unit, table: UnitTable) -> str | None:
    """What is wrong with a bound such as "2 weeks"."""
    read = _AMOUNT.fullmatch(text.strip().lower())
    if not read:
        return f"{text!r} is not an amount; write a number and a unit, as in 2 {unit.name}"
    words = tuple(read[1].split())
    named = [form.unit for form in table.forms.get(words[0], ()) if form.words == words]
    named += [u for u in table.units.values() if u.name.lower() == read[1]]
    if not named:
        return f"no unit {read[1]!r}; write a unit that {unit.name} can be turned into"
    if named[0].dimension != unit.dimension:
        return f"{read[1]!r} can't be turned into {unit.name}; use a unit that can"
    return None


def _links(aspect: YamlNode) -> Iterator[Mistake]:
    for key, link in (("options", "goes-with"), ("acts", "opposite"), ("acts", "within")):
        rows = aspect.items(key)
        names = [name for row in rows if (name := row.text("name"))]
        for row in rows:
            where = f"{_place(aspect)}, {key.removesuffix('s')} {_name(row)}, {link}"
            for line, text in row.texts(link):
                if text == row.text("name"):
                    yield line, "KB108", f"{where}: names itself; name another"
                elif text not in names:
                    others = [name for name in names if name != row.text("name")]
                    told = f"{where}: no {key[:-1]} {text!r}; {remedy(text, others, 'add one')}"
                    yield line, "KB108", told


def _named_aspects(root: YamlNode) -> Iterator[Mistake]:
    """`first` and `asked-with` name aspects that there are, none of them itself or in a chain."""
    aspects = {id: row for row in root.items("aspects") if (id := row.text("id"))}
    for line, id in root.texts("first"):
        if id not in aspects:
            yield line, "KB108", f"first: no aspect {id!r}; {_asking(id, aspects)}"
    for aspect in aspects.values():
        to, line = aspect.text("asked-with"), aspect.line_of("asked-with")
        where = f"{_place(aspect)}, asked-with"
        if to is None:
            continue
        if to not in aspects:
            yield line, "KB108", f"{where}: no aspect {to!r}; {remedy(to, aspects, 'add one')}"
        elif to == aspect.text("id") or aspects[to].text("asked-with"):
            yield line, "KB108", f"{where}: {to!r} must stand for itself; name another"


def _asking(id: str, aspects: Iterable[str]) -> str:
    """What to do about a question that is not asked: name the pack that asks it, if one does."""
    pack = next((name for name in pack_names() if id in pack_own(name)), None)
    if pack is None:
        return remedy(id, aspects, "add one")
    return f"the pack {pack} asks it: name that under packs, or take it out here"


def _tie(tie: YamlNode, root: YamlNode) -> Iterator[Mistake]:
    aspects = {id: row for row in root.items("aspects") if (id := row.text("id"))}
    for key in ("one", "other"):
        side = tie.get(key) or YamlNode(1)
        id = side.text("aspect")
        if id is None:
            continue
        if id not in aspects:
            told = f"tie, {key}: no aspect {id!r}; {remedy(id, aspects, 'add one')}"
            yield side.line_of("aspect"), "KB108", told
            continue
        yield from _side(side, aspects[id], f"tie, {key}")


def _side(side: YamlNode, aspect: YamlNode, where: str) -> Iterator[Mistake]:
    names = [name for _, row in _answers(aspect) if (name := row.text("name"))]
    for line, text in side.texts("values"):
        if text not in names:
            hint = remedy(text, names, "it has no answers, take values out")
            yield line, "KB108", f"{where}: {_place(aspect)} has no answer {text!r}; {hint}"
    # A missing or misspelt kind is a mistake of its own, told where it stands.
    other = set(Kind) - {Kind.QUANTITY}
    if "endless" in side.key_lines and aspect.text("kind") in other:
        told = f"{where}: 'endless' is for a quantity, {_place(aspect)} is none; take it out"
        yield side.line_of("endless"), "KB107", told
