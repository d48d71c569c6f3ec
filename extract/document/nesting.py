"""Cuts from raw HTML what would make the parser's work grow faster than the file.

The parser's time grows with the square of the depth and of one tag's attributes, and it opens
every tag like `<b>` that is left open anew in every block that follows: a page of 100 KB can
make a tree of gigabytes. So the elements that the parser will have open are followed here, tag
by tag, and what passes a bound is cut out before it sees it (HTML Standard, 13.2.4 and 13.2.6).
A rule that is missing here makes an element stay open for longer, never shorter.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from extract.document.tags import Tag

DEEPEST = 128  # elements inside one another; the parser's time grows with the square of it
DEEPEST_FLAT = 512  # the same, those counted that mostly hold none of their like
ATTRIBUTES = 500  # of one tag; the parser compares each with all before it
ROOTS = 10  # tags `<html>` and `<body>`: their attributes come together in one element
REOPENED = 20_000  # tags that are opened anew, however short the page
REOPENED_SHARE = 0.1  # the same for each of its characters

_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source"
    " track wbr html head body".split()
)
"""Tags that open nothing, or what is open anyway."""
_FLAT = frozenset("p li td th tr dt dd option tbody thead tfoot".split())
"""Elements that can't lie directly in their like: they count little for depth."""
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_DROPPED = _FORMATTING - {"a", "s", "strike"}  # at most one link is open; struck text is no text
_MARKERS = frozenset("applet caption marquee object td template th".split())
_SCOPE = _MARKERS | frozenset("table foreignobject desc annotation-xml mi mo mn ms mtext".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_ENDS_P = _HEADINGS | frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure"
    " footer form header hgroup listing main menu nav ol p plaintext pre search section summary"
    " ul li dd dt table xmp".split()
)
_TABLE = frozenset("table caption colgroup tbody thead tfoot tr td th".split())
_ROWS = {
    **dict.fromkeys(("td", "th"), frozenset({"tr", "tbody", "thead", "tfoot", "table"})),
    "tr": frozenset({"tbody", "thead", "tfoot", "table"}),
    **dict.fromkeys(("tbody", "thead", "tfoot", "caption", "colgroup"), frozenset({"table"})),
}
"""Parts of tables, and what stays open of the table when they begin."""
_SPECIAL = (
    _ENDS_P | _TABLE | _SCOPE | frozenset("button select optgroup option noscript rp rt".split())
)
_QUIET = _ENDS_P | _TABLE | frozenset("html head body option optgroup".split())
"""Elements that begin without opening anew what waits; a text does."""
_LIKE = {"li": frozenset({"li"}), **dict.fromkeys(("dd", "dt"), frozenset({"dd", "dt"}))}
_IN_SELECT = _TABLE | {"select", "option", "optgroup", "template"}
"""Elements that can end within a list of choices."""
_FOREIGN = frozenset({"svg", "math"})
_ATTRIBUTE = re.compile(
    r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+))?+"
)

Cut = tuple[int, int, str]
"""A stretch of the file and what stands for it."""


def tamed(raw: str, tags: tuple[Tag, ...]) -> str:
    """The file without what passes a bound; itself if nothing does.

    Tags that nest too deep become forced breaks. If tags that are left open would come back too
    often, no tag that only says how its words look is left.
    """
    open_now = _Open()
    cuts = list(_cuts(raw, tags, open_now))
    if open_now.reopened > REOPENED + REOPENED_SHARE * len(raw):
        cuts = list(_cuts(raw, tags, _Open(), plain=True))
    at, kept = 0, []
    for start, end, instead in cuts:
        kept += [raw[at:start], instead]
        at = end
    return "".join((*kept, raw[at:])) if at else raw


def _cuts(raw: str, tags: tuple[Tag, ...], open_now: "_Open", plain: bool = False) -> Iterator[Cut]:
    roots = at = 0
    for tag in tags:
        if tag.start > at:
            open_now.reopen()
        at = tag.end
        if tag.name in ("html", "body"):
            roots += not tag.closes
        if tag.name == "nobr" or (plain and tag.name in _FORMATTING and tag.name != "a"):
            yield tag.start, tag.end, "" if tag.name in _DROPPED else _struck(tag)
        elif roots > ROOTS and tag.name in ("html", "body"):
            yield tag.start, tag.end, ""
        elif not open_now.takes(tag, raw[tag.end - 2 : tag.end] == "/>"):
            yield tag.start, tag.end, "<br>"
        elif tag.end - tag.start > 2 * ATTRIBUTES:
            yield from _crowded(raw, tag)


def _struck(tag: Tag) -> str:
    """Struck out text without a tag that comes back: `<s>` as `<del>`."""
    return "</del>" if tag.closes else "<del>"


def _crowded(raw: str, tag: Tag) -> Iterator[Cut]:
    """What stands behind the last attribute of a tag that may stay."""
    begin = tag.start + 1 + tag.closes + len(tag.name)
    for count, found in enumerate(_ATTRIBUTE.finditer(raw, begin, tag.end), 1):
        if count == ATTRIBUTES:
            yield found.end(), tag.end, ">"
            return


class _Open:
    """The names of the elements that are open, the outermost first.

    `waiting`: tags like `<b>` whose block has ended before them, which the next text opens anew;
    one list for all, and one more for each marker that is open.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self.waiting: list[list[str]] = [[]]
        self.depth = self.reopened = 0
        self.cut: Counter[str] = Counter()

    def takes(self, tag: Tag, ends_itself: bool) -> bool:
        """Follows one tag; whether it may stay."""
        name = tag.name
        if name not in _QUIET and not tag.closes:
            self.reopen()
        if name in _VOID or (ends_itself and not _FOREIGN.isdisjoint(self.names)):
            return True
        if tag.closes and self.cut[name]:
            self.cut[name] -= 1
            return False
        if tag.closes:
            self._close(name)
            return True
        return self._open(name)

    def reopen(self) -> None:
        """Follows a text, which opens anew what waits for one."""
        waiting = self.waiting[-1]
        if waiting:
            self.names += waiting
            self.depth += len(waiting)
            self.reopened += len(waiting)
            waiting.clear()

    def _open(self, name: str) -> bool:
        self._ended_by(name)
        if self.depth + (name not in _FLAT) > DEEPEST or len(self.names) >= DEEPEST_FLAT:
            self.cut[name] += 1
            return False
        self.names.append(name)
        if name in _MARKERS:
            self.waiting.append([])
        self.depth += name not in _FLAT
        return True

    def _ended_by(self, name: str) -> None:
        """Ends what can't go on when an element of that name begins."""
        if name in _ROWS:
            self._end_above(_ROWS[name])
        if name in _LIKE:
            self._end(_LIKE[name], _SPECIAL - {"address", "div", "p"})
        if name in _ENDS_P and "p" in self.names:
            self._end({"p"}, _SCOPE | {"button"})
        last = self.names[-1] if self.names else ""
        if (name in _HEADINGS and last in _HEADINGS) or (name == last == "option"):
            self._pop(len(self.names) - 1)
        if name in ("a", "button"):
            self._close(name)

    def _close(self, name: str) -> None:
        if "select" in self.names and name not in _IN_SELECT:
            return
        if name in self.waiting[-1]:
            self.waiting[-1].remove(name)
        elif name not in self.names and name not in _HEADINGS:
            return
        elif name == "form" and "form" in self.names:
            self._remove(len(self.names) - 1 - self.names[::-1].index("form"))
        elif name in _FORMATTING:
            self._unformat(name)
        elif name in _TABLE:
            self._end({name}, {"table", "template"})
        elif name in _SPECIAL:
            barrier = _SCOPE | {"button"} if name == "p" else _SCOPE
            self._end(_HEADINGS if name in _HEADINGS else {name}, barrier)
        else:
            self._end({name}, _SPECIAL)

    def _end(self, names: frozenset[str] | set[str], barrier: frozenset[str] | set[str]) -> None:
        """Ends the innermost element of these names, if no barrier lies within it."""
        for i in range(len(self.names) - 1, -1, -1):
            if self.names[i] in names:
                return self._pop(i)
            if self.names[i] in barrier:
                return None
        return None

    def _end_above(self, names: frozenset[str]) -> None:
        """Ends what lies in the innermost of these parts of a table."""
        for i in range(len(self.names) - 1, -1, -1):
            if self.names[i] in names:
                return self._pop(i + 1)
            if self.names[i] == "template":
                return None
        return None

    def _unformat(self, name: str) -> None:
        """Ends a tag like `<b>`; a block that began within it stays open."""
        for i in range(len(self.names) - 1, -1, -1):
            if self.names[i] == name:
                self.reopened += len(self.names) - i - 1
                self._remove(i)
                if _SPECIAL.isdisjoint(self.names[i:]):
                    self._pop(i)
                return None
            if self.names[i] in _SCOPE:
                return None
        return None

    def _remove(self, i: int) -> None:
        """Ends an element, but not what lies in it."""
        del self.names[i]
        self.depth -= 1

    def _pop(self, i: int) -> None:
        """Ends an element and all within it; tags like `<b>` in it wait to be opened anew."""
        gone = self.names[i:]
        del self.names[i:]
        self.depth -= sum(name not in _FLAT for name in gone)
        markers = sum(name in _MARKERS for name in gone)
        del self.waiting[len(self.waiting) - markers :]
        inner = takewhile(lambda name: name not in _MARKERS, gone)
        self.waiting[-1] += [name for name in inner if name in _FORMATTING]
