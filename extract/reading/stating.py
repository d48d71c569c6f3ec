"""Which clauses state something, and how much of the text carries the statement."""

from collections.abc import Sequence
from dataclasses import replace

from extract.grammar.clauses import Clause
from extract.grammar.directive import imperative
from extract.grammar.tree import SUBJECTS, Tree
from extract.reading.joined import compared, joined, question

_OPEN, _CLOSE = '“"„«', '”"“»'
_LEAST = 12  # characters of a quotation that says something
LONGEST = 280  # characters of a quote
_JOINING = frozenset("so that however therefore rather also though although".split())
_FEW = 4  # tokens of a clause that is hardly a quote by itself
_FRAGMENT = range(4, 12)  # tokens of a statement whose verb the parser may have missed
_WH = frozenset("what how why who whom which when where whether is are does do can".split())


def in_quotes(text: str, sentences: int) -> range:
    """Which sentences of a block are what somebody else says: all, the first, or none.

    The first where the rest answers it: "“It leaks.” Not so."
    """
    opens = text[:1] in tuple(_OPEN)
    if opens and text[-1:] in tuple(_CLOSE) and not any(c in text[1:-1] for c in _OPEN + _CLOSE):
        return range(sentences)
    return range(1) if opens and sentences > 1 and _answers(text) else range(0)


def _answers(text: str) -> bool:
    ends = [i for i, c in enumerate(text) if i and c in _CLOSE]
    if len(ends) != 1 or ends[0] < _LEAST:
        return False
    rest = text[ends[0] + 1 :].strip()  # a sentence, and not the name of who said it
    return text[ends[0] - 1] in ".!" and rest[:1].isupper() and rest[-1:] in tuple(".!?…")


def asks(tree: Tree, first: int, last: int) -> bool:
    """Whether the tokens from `first` to `last` end in a question mark."""
    if "?" not in tree.words:
        return False
    return any(t.text == "?" for t in tree.tokens[max(first, last - 3) : last])


def main(clause: Clause) -> bool:
    """Whether it is a main clause."""
    return clause.relation in ("ROOT", "root", "conj")


def titled(tree: Tree) -> bool:
    """Whether a heading names a question or a list: "What to know", "10 things …"."""
    first = tree[0]
    return first.pos == "NUM" or first.lower in _WH or tree[-1].text == ":"


def has_verb(tree: Tree, clause: Clause, found: Sequence[Clause]) -> bool:
    """Whether the clause, or one that it hangs on, has a finite verb or is a command."""
    at = clause
    while not _finite(tree, at) and not question(tree, at):
        if at.parent is None:
            return False
        at = found[at.parent]
    return True


def _finite(tree: Tree, clause: Clause) -> bool:
    head = tree[clause.head]
    if head.finite and head.pos in ("VERB", "AUX"):
        return clause.subject is not None or imperative(tree, clause)
    if tree.kids(head.i, "cop", "aux", "aux:pass"):
        return True
    return bool(tree.kids(head.i, *SUBJECTS)) or imperative(tree, clause)


def fragment(tree: Tree, clause: Clause) -> bool:
    """Whether a verbless clause is a short sentence with its full stop."""
    last = tree.parse.sentences[clause.sentence][1]
    return tree[last - 1].text in (".", "!") and len(clause.tokens) in _FRAGMENT


def quoted(
    tree: Tree,
    clause: Clause,
    found: Sequence[Clause],
    anchors: Sequence[int],
    words: Sequence[int] = (),
) -> tuple[int, int]:
    """The first and last token of the quote: the clause, or less of it if it is very long.

    A conjunct of a word or two takes what stands before it along: "do not wash or wet"; what is
    read with the clauses beside it (some of `words` stand there) takes those along, and so does
    what is compared: "cheaper *than a wig*".
    """
    if clause.relation == "conj" and clause.parent is not None and len(clause.tokens) < _FEW:
        above = found[clause.parent]
        clause = replace(clause, tokens=tuple(sorted({*above.tokens, *clause.tokens})))
    outside = {*anchors, *words}.difference(clause.tokens)
    beside = joined(tree, clause) if outside else ()
    if not outside.isdisjoint(beside):
        clause = replace(clause, tokens=tuple(sorted({*beside, *clause.tokens})))
    plain = [i for i in clause.tokens if tree[i].pos not in ("PUNCT", "CCONJ")]
    if plain and max(plain) + 1 in words:  # "people *who keep fish*"
        plain += [i for i in words if i > max(plain)]
    inside = [i for i in plain if tree[i].dep != "mark"] or plain or [clause.head]
    while len(inside) > 1 and tree[inside[0]].lower in _JOINING:
        inside = inside[1:]
    first, last = min(inside), _measured(tree, clause, max(inside))
    if tree[last].end - tree[first].start <= LONGEST:
        return first, last
    return _clipped(tree, inside, min(anchors), max(anchors))


def _measured(tree: Tree, clause: Clause, last: int) -> int:
    """The last word of what the clause compares with, where that follows it at once."""
    if "than" not in tree.words:
        return last
    beyond = [i for i in compared(tree, clause) if i > last and tree[i].pos != "PUNCT"]
    whole = bool(beyond) and beyond == list(range(last + 1, last + 1 + len(beyond)))
    return beyond[-1] if whole and tree[beyond[0]].lower == "than" else last


def _clipped(tree: Tree, words: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """As many words around the anchors as the longest quote holds."""
    if tree[last].end - tree[first].start > LONGEST:
        return first, first
    for i in reversed([w for w in words if w < first]):
        if tree[last].end - tree[i].start > LONGEST // 2:
            break
        first = i
    for i in (w for w in words if w > last):
        if tree[i].end - tree[first].start > LONGEST:
            break
        last = i
    return first, last
