"""What a topic file may write as it likes: upper and lower case, and units that only count.

Ids and names of lists are made small. What names an answer, a unit or an aspect elsewhere
is written as it is there. Works on the tree, so that every mistake keeps its line.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from extract.quantity.units import GENERAL
from extract.topic.tree import YamlNode

ANSWERS = ("names", "options", "parts", "acts")
LINKS = ("goes-with", "opposite", "within")

# Units without a measure: what one counts. A topic file that uses one need not define it.
COUNTED: dict[str, tuple[str, ...]] = {
    "session": ("session", "sitting"),
    "visit": ("visit", "appointment"),
    "treatment": ("treatment",),
    "application": ("application",),
    "dose": ("dose",),
    "coat": ("coat",),
    "layer": ("layer",),
    "step": ("step",),
    "cycle": ("cycle",),
    "piece": ("piece",),
}


def forgiven(root: YamlNode) -> YamlNode:
    """The tree with its names written alike, and the units that it counts by."""
    root = _counting(_changed(root, "words", _small_keys))
    units = [*GENERAL.units, *(row.text("name") or "" for row in root.items("units"))]
    root = _each(root, "aspects", lambda aspect: _aspect(aspect, units))
    answers = {row.text("id"): _answers(row) for row in root.items("aspects")}
    root = _changed(root, "first", lambda node: _listed(node, _small))
    return _each(root, "ties", lambda tie: _tie(tie, answers))


def _aspect(aspect: YamlNode, units: Iterable[str]) -> YamlNode:
    aspect = _changed(_changed(aspect, "id", _small), "asked-with", _small)
    aspect = _changed(aspect, "unit", lambda node: _as_in(node, units))
    names = _answers(aspect)
    for key in ANSWERS:
        aspect = _each(aspect, key, lambda row: _linked(row, names))
    return aspect


def _answers(row: YamlNode) -> list[str]:
    """The names of all answers below, parts of parts included."""
    below = [answer for key in ANSWERS for answer in row.items(key)]
    own = [name for answer in below if (name := answer.text("name"))]
    return [*own, *(name for answer in below for name in _answers(answer))]


def _linked(row: YamlNode, names: list[str]) -> YamlNode:
    for key in LINKS:
        row = _changed(row, key, lambda node: _listed(node, lambda one: _as_in(one, names)))
    return row


def _tie(tie: YamlNode, answers: dict[str | None, list[str]]) -> YamlNode:
    for key in ("one", "other"):
        tie = _changed(tie, key, lambda side: _side(side, answers))
    return tie


def _side(side: YamlNode, answers: dict[str | None, list[str]]) -> YamlNode:
    side = _changed(side, "aspect", _small)
    names = answers.get(side.text("aspect"), [])
    return _changed(side, "values", lambda node: _listed(node, lambda one: _as_in(one, names)))


def _counting(root: YamlNode) -> YamlNode:
    """With a unit for each that an aspect counts by, unless the file has it."""
    known = {(row.text("name") or "").lower() for row in root.items("units")}
    used = {(row.text("unit") or "").lower(): row for row in root.items("aspects")}
    new = [_unit(used[name].line_of("unit"), name) for name in COUNTED if name in used]
    added = [row for row in new if row.text("name") not in known]
    if not added or not isinstance(root.value, dict):
        return root
    rows = YamlNode(root.line_of("units"), [*root.items("units"), *added])
    return replace(root, value={**root.value, "units": rows})


def _unit(line: int, name: str) -> YamlNode:
    names = YamlNode(line, [YamlNode(line, word) for word in COUNTED[name]])
    return YamlNode(line, {"name": YamlNode(line, name), "names": names})


def _changed(node: YamlNode, key: str, change: Callable[[YamlNode], YamlNode]) -> YamlNode:
    """The map with what stands under the key changed; as it is, if there is none."""
    below = node.get(key)
    if below is None or not isinstance(node.value, dict):
        return node
    return replace(node, value={**node.value, key: change(below)})


def _listed(node: YamlNode, change: Callable[[YamlNode], YamlNode]) -> YamlNode:
    """The list with each entry changed; as it is, if it is none."""
    return replace(node, value=[*map(change, node.value)]) if isinstance(node.value, list) else node


def _each(node: YamlNode, key: str, change: Callable[[YamlNode], YamlNode]) -> YamlNode:
    return _changed(node, key, lambda below: _listed(below, change))


def _small(node: YamlNode) -> YamlNode:
    return replace(node, value=node.value.lower()) if isinstance(node.value, str) else node


def _small_keys(node: YamlNode) -> YamlNode:
    if not isinstance(node.value, dict):
        return node
    lines = {key.lower(): line for key, line in node.key_lines.items()}
    return YamlNode(node.line, {key.lower(): each for key, each in node.value.items()}, lines)


def _as_in(node: YamlNode, names: Iterable[str]) -> YamlNode:
    """The text as the names have it, if it is one of them but for its case."""
    if not isinstance(node.value, str) or node.value in names:
        return node
    same = (name for name in names if name.lower() == str(node.value).lower())
    return replace(node, value=next(same, node.value))
