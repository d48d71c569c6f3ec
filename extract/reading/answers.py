"""Short answers: what "Not at all.", "Of course!", "None." or "Most do." says to a question.

A row of `SHORT` is an answer that stands alone up to the first stop; each row is its own example.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.grammar import cues
from extract.grammar.cues import words
from extract.grammar.tree import Tree
from extract.model import Certainty, Condition, Degree, Quantifier
from extract.rules import Rules, Saying

OPENERS = frozenset(
    "is are was were do does did can could will would should has have may might must".split()
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a short answer says: yes or no, and how surely, for whom and on what condition.

    `empty`: it says that there is none, which answers "What are the risks?" as well. `timed`: it
    says no for a time ("Not for two days"), which answers what may be done and nothing else.
    """

    yes: bool
    certainty: Certainty = Certainty.ASSERTED
    quantifier: Quantifier | None = None
    degree: Degree | None = None
    condition: Condition | None = None
    empty: bool = False
    timed: bool = False


YES, NO = Reply(True), Reply(False)
NONE = Reply(False, empty=True)
_POSSIBLY, _USUALLY = Reply(True, Certainty.POSSIBLE), Reply(True, Certainty.USUAL)
_USUALLY_NOT = Reply(False, Certainty.USUAL)
_SLIGHT, _FEW = Reply(False, degree=Degree.SLIGHT), Reply(False, degree=Degree.SLIGHT, empty=True)

SHORT: dict[str, Reply] = {
    **dict.fromkeys(("yes", "yeah", "yep", "sure", "of course", "for sure"), YES),
    **dict.fromkeys(("absolutely", "definitely", "certainly", "indeed", "totally"), YES),
    **dict.fromkeys(("very much so", "always", "very much", "every time"), YES),
    **dict.fromkeys(("without a doubt", "no doubt", "by all means", "you bet", "perfectly"), YES),
    **dict.fromkeys(("no", "nope", "never", "no way", "in no way"), NO),
    **dict.fromkeys(("by no means", "far from it", "on the contrary", "not in the least"), NO),
    **dict.fromkeys(("quite the opposite", "quite the contrary", "the opposite"), NO),
    **dict.fromkeys(("absolutely not", "definitely not", "of course not"), NO),
    **dict.fromkeys(("under no circumstances", "not in the slightest", "better not"), NO),
    **dict.fromkeys(("hardly", "barely", "hardly at all", "not very", "not much"), _SLIGHT),
    **dict.fromkeys(("sometimes", "occasionally", "possibly", "perhaps", "maybe"), _POSSIBLY),
    **dict.fromkeys(("usually", "generally", "normally", "probably", "most likely"), _USUALLY),
    **dict.fromkeys(("in most cases", "as a rule", "usually yes", "probably yes"), _USUALLY),
    **dict.fromkeys(("mostly", "for the most part"), _USUALLY),
    **dict.fromkeys(("usually not", "not usually", "probably not", "generally not"), _USUALLY_NOT),
    **dict.fromkeys(("normally not", "not normally", "i do n't think so"), _USUALLY_NOT),
    **dict.fromkeys(("none", "none at all", "none whatsoever", "nothing", "zero", "nil"), NONE),
    **dict.fromkeys(("not required", "not needed", "not necessary", "unnecessary"), NONE),
    **dict.fromkeys(("none required", "none needed"), NONE),
    **dict.fromkeys(("nothing at all", "there are none", "there is none"), NONE),
    **dict.fromkeys(("there are n't any", "there is n't any", "not any"), NONE),
    **dict.fromkeys(("virtually none", "practically none", "almost none", "hardly any"), _FEW),
}
"""Answers that are the whole of what stands before the first comma or stop."""

_LEAVE = frozenset({"can", "may", "could", "should", "am", "must"})
_LONGEST = 12  # tokens of an answer that ends in yes or no: "In many cases, yes."
_UNTIL = frozenset({"for", "until", "till", "before", "in", "within", "during", "on", "yet"})
_CASES = frozenset({"if", "while", "when"})
_POINTERS = frozenset({"it", "this", "that", "they", "these", "those", "i", "we", "you", "one"})
_AUXILIARIES = OPENERS | {"wo", "ca", "ai"}
_NOTS = frozenset({"not", "n't"})
_FILLERS = words(
    """
    sadly unfortunately luckily fortunately happily thankfully honestly actually really quite
    at all simply just because well but and the short answer most certainly
    a an common popular big total complete
    """
)
_OPENING = words(
    """
    sadly unfortunately luckily fortunately happily thankfully honestly actually well oh but and
    so the short simple quick answer is :
    """
)
_TRUE = frozenset({"true", "right", "correct", "possible", "so", "case", "accurate", "exactly"})
_FALSE = words(
    """
    false wrong untrue incorrect nonsense rubbish myth lie misconception fallacy fiction
    misunderstanding
    """
)
_COUNTING = {
    "most": Quantifier.MOST,
    "some": Quantifier.SOME,
    "many": Quantifier.SOME,
    "all": Quantifier.ALL,
    "everything": Quantifier.ALL,
    "everybody": Quantifier.ALL,
    "everyone": Quantifier.ALL,
}
_MATTER = ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "DET", "ADP")
_STOPS = ",.;!–—-?"


def answer(tree: Tree, first: int, last: int) -> Reply | None:
    """What the sentence answers, if it is a short answer or opens with one.

    "No.", "Not at all.", "Sadly not.", "It doesn't.", "That's not true.", "Wrong.", "It does."
    """
    said = list(_up_to_stop(tree, first, last))
    bare = _without_opening(said)
    whole = SHORT.get(" ".join(bare)) or SHORT.get(" ".join(said))
    if said == ["yes", "and", "no"] or not said:
        return None
    if whole is not None:
        return whole
    if bare[:2] == ["none", "that"]:
        return NONE
    if bare[:2] in (["only", "if"], ["only", "when"]):
        return replace(YES, condition=Condition(tree.text(list(range(first, last))).rstrip(".!")))
    if bare[:1] == ["not"] and len(bare) > 2 and bare[1] in _CASES:
        return replace(NO, condition=Condition(tree.text(list(range(first, last))).rstrip(".!")))
    if bare[:1] == ["not"] and len(bare) > 2 and bare[1] in _UNTIL:
        return Reply(False, timed=True)
    return (
        _outdoing(said)
        or _opened(tree, first, last, said)
        or _closed(tree, first, last)
        or _counted(said)
        or _pointed(said)
    )


def _opened(tree: Tree, first: int, last: int, said: list[str]) -> Reply | None:
    """ "Yes it does", "No you can't"; "No two are alike" and "No matter what" answer nothing."""
    found = SHORT.get(said[0]) if said[0] in ("yes", "yeah", "yep", "no", "nope") else None
    after = tree[first + 1] if first + 1 < last else None
    if found is None or after is None or (not found.yes and after.pos in _MATTER):
        return None
    return found


def _closed(tree: Tree, first: int, last: int) -> Reply | None:
    """ "In many cases, yes", "If you are careful, no"."""
    closing = next((t for t in reversed(tree.tokens[first:last]) if t.text.isalpha()), None)
    if closing is None or last - first > _LONGEST or closing.lower not in ("yes", "no"):
        return None
    yes = closing.lower == "yes"
    if tree[first].lower not in ("if", "when", "unless", "provided"):
        return Reply(yes)
    end = next((t.i for t in tree.tokens[first:last] if t.text == ","), closing.i)
    return Reply(yes, condition=Condition(tree.text(list(range(first, end)))))


def _outdoing(said: list[str]) -> Reply | None:
    """ "Nothing works better", "Nothing beats it"."""
    if said[0] not in ("nothing", "none") or len(said) < 3:
        return None
    return YES if said[2] in ("better", "best") or said[1] in ("beats", "tops") else None


def _counted(said: list[str]) -> Reply | None:
    """ "Most do.", "Many people don't.", "Everything does."."""
    count = _COUNTING.get(said[0])
    rest = [w for w in said[1:] if w not in cues.PEOPLE | _AUXILIARIES | _NOTS]
    if count is None or rest or not _AUXILIARIES & set(said):
        return None
    return Reply(not _NOTS & set(said), quantifier=count)


def _pointed(said: list[str]) -> Reply | None:
    rest = [w for w in said if w not in _FILLERS | _POINTERS | _AUXILIARIES | {"'s", "be", "'re"}]
    denied = any(w in _NOTS for w in said)
    if any(w not in _NOTS | _TRUE | _FALSE for w in rest):
        return None
    if any(w in _FALSE for w in rest):
        return Reply(denied)
    if denied or any(w in _TRUE for w in rest):
        return Reply(not denied)
    return YES if len(said) > 1 and said[0] in _POINTERS else None


def _without_opening(said: list[str]) -> list[str]:
    start = next((n for n, w in enumerate(said) if w not in _OPENING), len(said))
    return said[start:]


def _up_to_stop(tree: Tree, first: int, last: int) -> Iterator[str]:
    """The words before the first comma or stop, without a label ("Fact: …")."""
    label = next((i for i in range(first, min(first + 3, last)) if tree[i].text == ":"), None)
    start = first if label is None else label + 1
    while start < last and tree[start].lower in _OPENING | {","}:
        comma = start + 1 < last and tree[start + 1].text == ","
        if not comma:
            break
        start += 2  # "Unfortunately, yes."
    for i in range(start, last):
        if tree[i].text in _STOPS and i > start:
            return
        yield tree[i].lower


def may(tree: Tree, first: int, last: int, rules: Rules) -> frozenset[str] | None:
    """What a question for leave speaks of: "When can I wash it?"; `None` if it is none."""
    words = [t.lower for t in tree.tokens[first : first + 4]]
    leave = words[:1] == ["when"] or words[0] in _LEAVE
    if tree[last - 1].text != "?" or not leave or not {"i", "we", "you", "one"} & set(words):
        return None
    keys = (m.key for m in rules.phrases.match(tree.tokens[first:last]))
    return frozenset(k.aspect for k in keys if isinstance(k, Saying))
