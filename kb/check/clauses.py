"""Labels and questions as parts of a sentence: "that it can leak", "whether it is dear"."""

import re

from extract.model import Value
from kb.reconcile.labels import PHASE, lower_first, timing

_CLAUSE = re.compile(r"(?:it|they|there|you|one|nobody|everybody) \w", re.I)
_QUESTION = re.compile(
    r"(?P<aux>is|are|can|will|does|do|must|should|may) (?P<who>it|they|one|you) (?P<rest>.+)\?",
    re.I,
)
_BASES = {"is": "be", "has": "have", "does": "do", "can": None, "cannot": None, "was": None}
_SINGULAR = ("ss", "us", "is")
_PHASES = {"before": "beforehand", "after": "afterwards", "during": "during it"}


def that(label: str, possible: bool) -> str | None:
    """A label as what is said; None where it is no clause: "yes", "not for: children".

    >>> that("makes noise", False), that("makes noise", True), that("no leaks", False)
    ('it makes noise', 'it can make noise', 'there are no leaks')
    """
    verb, _, rest = label.partition(" ")
    if ":" in label or label in ("yes", "no"):
        return None
    if _CLAUSE.match(label):
        return None if possible else lower_first(label)
    if verb == "no" and rest:
        return None if possible else f"there {_be(rest)} {label}"
    base = _base(verb)
    if base is None:
        return f"it {label}" if verb in ("can", "cannot") and rest else None
    if not possible:
        return f"it {label}"
    if verb == "does" and rest.startswith("not "):
        return f"it may not {rest.removeprefix('not ')}"
    if verb == "is" and rest.startswith("not "):
        return f"it may not be {rest.removeprefix('not ')}"
    return f"it can {base} {rest}".strip()


def _be(noun: str) -> str:
    head = noun.split(" ")[-1] if " of " not in noun else noun.split(" of ")[0]
    return "are" if head.endswith("s") and not head.endswith(_SINGULAR) else "is"


def whether(question: str) -> str | None:
    """A question with a pronoun as its subject, asked within a sentence.

    >>> whether("Can it be recycled?"), whether("Does it stain?"), whether("Why?")
    ('it can be recycled', 'it stains', None)
    """
    asked = _QUESTION.fullmatch(question.strip())
    if asked is None:
        return None
    aux, subject, rest = asked["aux"].lower(), asked["who"].lower(), asked["rest"]
    if aux not in ("does", "do"):
        return f"{subject} {aux} {rest}"
    if re.search(r"\b(?:or|and)\b|[,;/]", rest):
        return None
    verb, _, more = rest.partition(" ")
    said = _third(verb) if aux == "does" else verb
    return f"{subject} {said} {more}".strip()


def advice(label: str, value: Value) -> str | None:
    """What is advised, with its time: "don't have tea for 2 days afterwards"; None where the
    label has a time of its own.
    """
    told = timing(value)
    act = label.removesuffix(", ".join(["", *told]))
    if not told:
        return act
    if not _PHASES.keys().isdisjoint(act.split()):
        return None
    phase = PHASE[value.phase] if value.phase else ""
    window = [t for t in told if t != phase]
    return " ".join([act, *window, *([_PHASES[phase]] if phase else [])])


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _base(verb: str) -> str | None:
    """The base form of a verb in the third person, None for other words: makes, has, is."""
    if verb in _BASES:
        return _BASES[verb]
    if not verb.endswith("s") or verb.endswith(("ss", "less", "us", "ous")):
        return None
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("shes", "ches", "xes", "sses", "oes")) else verb[:-1]
