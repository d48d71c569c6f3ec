"""Packs: topic files without a subject, shipped with the program, for topic files to build on.

A topic file names its packs; what they say comes first, what it says itself is laid over it.
Rows are told apart by `id` or `name`: a row that a pack has too is changed, any other is
added. In a row a text replaces the pack's, a list is added to it, `leave-out` takes away.
Any packs go together: a question that is asked with one which another pack or the topic file
asks with a third is asked with the third.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, reduce
from pathlib import Path
from typing import NamedTuple

from extract.topic.forgiving import ANSWERS, LINKS
from extract.topic.suggest import nearest, remedy
from extract.topic.tree import FileLine, Mistake, YamlFile, YamlNode, read_tree

FOLDER = Path(__file__).parents[1] / "packs"
PACK_FILE = YamlFile("KB101", "KB102", "pack: NAME")
LEFT = "leave-out"

# What a pack says of itself, for people.
ABOUT = ("pack", "about", "packs")


def pack_names() -> tuple[str, ...]:
    """The names of all packs, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def pack_tree(name: str) -> YamlNode:
    """The pack's file, laid over the packs that it names itself.

    `name` is one of `pack_names()`. Raises `InputError` as `read_tree` does.
    """
    return over_packs(_file(name))


def pack_under(name: str) -> tuple[str, ...]:
    """The packs that the pack is built on, and those that they are built on."""
    named = [n for _, n in _file(name).texts("packs")]
    return tuple(dict.fromkeys(p for n in named for p in (n, *pack_under(n))))


def pack_own(name: str) -> tuple[str, ...]:
    """The ids of the questions that the pack adds to those of the packs it is built on."""
    below = {_key(a) for p in pack_under(name) for a in _file(p).items("aspects")}
    return tuple(id for a in _file(name).items("aspects") if (id := _key(a)) not in below)


def _file(name: str) -> YamlNode:
    return _read(FOLDER / f"{name}.yaml")


@cache
def _read(path: Path) -> YamlNode:
    """A pack's own file, read once: YAML is slow to read. Nothing may change the tree."""
    return _in_file(read_tree(path, PACK_FILE), path)


def over_packs(root: YamlNode) -> YamlNode:
    """The tree laid over the packs that it names; packs that there are not are passed over.

    What comes from a pack has its line in the pack's file.
    """
    under = _under(root)
    if under is None:
        return root
    assert isinstance(under.value, dict)
    said = {key: node for key, node in under.value.items() if key not in ABOUT}
    pack = _joined_up(_pruned(replace(under, value=said), root))
    return _laid(_straightened(pack, _laid(pack, root)), root)


def _under(root: YamlNode) -> YamlNode | None:
    known = pack_names()
    named = [name.lower() for _, name in root.texts("packs") if name.lower() in known]
    return reduce(_laid, map(pack_tree, named)) if named else None


class Idle(NamedTuple):
    """What a `leave-out` names that no pack has there, and what is most like it."""

    line: int
    text: str
    near: str | None


def idle_leave_outs(root: YamlNode) -> Iterator[Idle]:
    """Every such text of the file: it takes nothing away."""
    under = _under(root)
    if under is not None:
        yield from _idle(under, root)


def _idle(pack: YamlNode, over: YamlNode) -> Iterator[Idle]:
    if not isinstance(pack.value, dict) or not isinstance(over.value, dict):
        return
    lists = {k: n.value for k, n in pack.value.items() if isinstance(n.value, list)}
    there = {name for rows in lists.values() for row in rows for name in _names_of(row)}
    for line, text in over.texts(LEFT):
        if text.lower() not in there:
            yield Idle(line, text, nearest(text.lower(), there))
    for key, rows in lists.items():
        below = {name: row for row in rows if (name := _key(row))}
        for row in over.items(key):
            yield from _idle(below.get(_key(row), YamlNode(0)), row)


def _names_of(row: YamlNode) -> tuple[str, ...]:
    return (_key(row),) if isinstance(row.value, dict) else (str(row.value).lower(),)


def pack_mistakes(root: YamlNode) -> Iterator[Mistake]:
    """Packs named in the file that there are not."""
    known = pack_names()
    for line, name in root.texts("packs"):
        if name.lower() not in known:
            yield line, "KB108", f"packs: no pack {name!r}; {remedy(name, known, 'take it out')}"


def _in_file(node: YamlNode, path: Path) -> YamlNode:
    """The node with all that is in it, each with its line in that file."""
    value = node.value
    if isinstance(value, dict):
        value = {key: _in_file(each, path) for key, each in value.items()}
    elif isinstance(value, list):
        value = [_in_file(each, path) for each in value]
    lines: dict[str, int] = {key: FileLine(line, path) for key, line in node.key_lines.items()}
    return YamlNode(FileLine(node.line, path), value, lines)


def _laid(under: YamlNode, over: YamlNode) -> YamlNode:
    """What both say; where they differ, what `over` says."""
    below, above = under.value, over.value
    if isinstance(below, list) and isinstance(above, list):
        return replace(over, value=_laid_rows(below, above))
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return over
    both = {key: _laid(below[key], above[key]) for key in above if key in below}
    return YamlNode(over.line, below | above | both, under.key_lines | over.key_lines)


def _laid_rows(under: list[YamlNode], over: list[YamlNode]) -> list[YamlNode]:
    """Rows of the same id or name become one, at the place of the first; the rest stand once."""
    rows = list(under)
    plain = [row.plain() for row in under if not _key(row)]
    places = {key: n for n, row in enumerate(under) if (key := _key(row))}
    for row in over:
        if (key := _key(row)) in places:
            rows[places[key]] = _laid(rows[places[key]], _relabelled(rows[places[key]], row))
        elif key or row.plain() not in plain:
            rows.append(row)
    return rows


def _relabelled(under: YamlNode, over: YamlNode) -> YamlNode:
    """The row with its own question for a label, where it asks another than the pack's.

    Except where the label names what there is or isn't: "no side effects".
    """
    asked = over.text("question")
    kept = over.get("label") or under.get("label") is None or under.text("kind") == "any-of"
    if not asked or kept or asked == under.text("question") or not isinstance(over.value, dict):
        return over
    line = over.line_of("question")
    return replace(over, value=over.value | {"label": YamlNode(line, asked.rstrip("? "))})


def _key(row: YamlNode) -> str:
    return (row.text("id") or row.text("name") or "").lower()


def _pruned(pack: YamlNode, over: YamlNode) -> YamlNode:
    """The pack's row without the texts and rows that the row over it leaves out."""
    if not isinstance(pack.value, dict) or not isinstance(over.value, dict):
        return pack
    left = {text.lower() for _, text in over.texts(LEFT)}
    kept = {key: _kept(node, over.get(key), left) for key, node in pack.value.items()}
    return replace(pack, value=kept)


def _kept(node: YamlNode, over: YamlNode | None, left: set[str]) -> YamlNode:
    if isinstance(node.value, dict):
        return _pruned(node, over) if over else node
    if not isinstance(node.value, list):
        return node
    above = over.value if over and isinstance(over.value, list) else []
    rows = {key: row for row in above if (key := _key(row))}
    kept = [each for each in node.value if not left & {_key(each), str(each.value).lower()}]
    return replace(node, value=[_pruned(r, rows.get(_key(r), YamlNode(0))) for r in kept])


def _joined_up(pack: YamlNode) -> YamlNode:
    """The pack without what leads to aspects and answers that are not there any more."""
    assert isinstance(pack.value, dict)
    answers = {_key(a): set(_names(a)) for a in pack.items("aspects")}
    ties = [t for t in pack.items("ties") if all(_stands(t.get(k), answers) for k in _SIDES)]
    rows = [_linked(a, set(answers)) for a in pack.items("aspects")]
    new = {"aspects": YamlNode(pack.line, rows), "ties": YamlNode(pack.line, ties)}
    return replace(pack, value=pack.value | new)


def _straightened(pack: YamlNode, whole: YamlNode) -> YamlNode:
    """The pack with each question asked with one that stands for itself in the whole."""
    assert isinstance(pack.value, dict)
    asked = {_key(a): (a.text("asked-with") or "").lower() for a in whole.items("aspects")}
    rows = [_asked_with(a, _end_of(_key(a), asked)) for a in pack.items("aspects")]
    return replace(pack, value=pack.value | {"aspects": YamlNode(pack.line, rows)})


def _end_of(id: str, asked: Mapping[str, str]) -> str:
    """The question at the end of the chain; empty if it leads nowhere or in a ring."""
    passed = set[str]()
    while id in asked and id not in passed:
        if not asked[id]:
            return id
        passed.add(id)
        id = asked[id]
    return ""


def _asked_with(aspect: YamlNode, end: str) -> YamlNode:
    link = aspect.get("asked-with")
    if link is None or link.value == end:
        return aspect
    assert isinstance(aspect.value, dict)
    value = {key: node for key, node in aspect.value.items() if key != "asked-with"}
    return replace(aspect, value=value | ({"asked-with": replace(link, value=end)} if end else {}))


_SIDES = ("one", "other")


def _names(row: YamlNode) -> Iterator[str]:
    """The names of a row's answers, parts of parts included."""
    for key in ANSWERS:
        for answer in row.items(key):
            yield _key(answer)
            yield from _names(answer)


def _stands(side: YamlNode | None, answers: dict[str, set[str]]) -> bool:
    if side is None or (id := (side.text("aspect") or "").lower()) not in answers:
        return False
    return all(text.lower() in answers[id] for _, text in side.texts("values"))


def _linked(aspect: YamlNode, ids: set[str]) -> YamlNode:
    assert isinstance(aspect.value, dict)
    value = dict(aspect.value)
    if (aspect.text("asked-with") or "").lower() not in ids:
        value.pop("asked-with", None)
    names = set(_names(aspect))
    for key in ANSWERS:
        rows = [_answer_linked(row, names) for row in aspect.items(key)]
        if rows:
            value[key] = replace(value[key], value=rows)
    return replace(aspect, value=value)


def _answer_linked(row: YamlNode, names: set[str]) -> YamlNode:
    assert isinstance(row.value, dict)
    links = {
        key: replace(
            node, value=[each for each in row.items(key) if str(each.value).lower() in names]
        )
        for key, node in row.value.items()
        if key in LINKS
    }
    return replace(row, value=row.value | links)
