"""What the first line of a finding says: her words, the verdict, and who stands where."""

from collections.abc import Sequence, Sized

from kb.check import wording
from kb.check.model import (
    CONTRADICTED,
    DISPUTED,
    IN_TENSION,
    LEFT_OPEN,
    SELF_CONTRADICTED,
    STRONGER,
    SUPPORTED,
    UNSOURCED,
    UNSUPPORTED,
    WITH_TENSION,
    CheckRule,
    DraftPassage,
)
from kb.text import labelled

LONGEST = 120  # characters of her words


def message(
    rule: CheckRule,
    quote: str,
    against: Sequence[DraftPassage],
    agree: Sequence[DraftPassage],
    row: str = "",
) -> str:
    """One line for people, without a full stop; `quote` are the draft's own words.

    `row` is the head of the row that they stand in.
    """
    own = f"“{_shortened(quote)}”" + (f" ({_shortened(row)})" if row else "")
    if rule is SELF_CONTRADICTED:
        return f"{own} contradicts this draft's own “{_shortened(against[0].quote)}”"
    if rule is UNSUPPORTED:
        return f"{own}: no source says so"
    if rule is UNSOURCED:
        return f"{own}: no source says so, and it must have one"
    if rule is SUPPORTED:
        return f"{own} is also said by {wording.who(p.title for p in agree)}"
    if rule in (WITH_TENSION, LEFT_OPEN):
        said = f"{own} is also said by {wording.who(p.title for p in agree)}"
        return said + (f", but {_apart(against)}" if against else ", but sources differ on it")
    if rule is DISPUTED:
        return f"{own} is disputed: {sides(against, agree)}"
    told = [*agree, *against] if rule is STRONGER else against
    words = {
        CONTRADICTED: "is contradicted by",
        STRONGER: "says more than",
        IN_TENSION: "is in tension with",
    }
    other = wording.who(p.title for p in told)
    return f"{own} {words[rule]} {other}: {_told(told[0])}"


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


def _apart(against: Sequence[DraftPassage]) -> str:
    named = dict.fromkeys(p.title for p in against)
    return f"{wording.who(named)} {_verb('differ', named)}: {_told(against[0])}"


def _told(passage: DraftPassage) -> str:
    """What is said in a word or two, or where that would be a bare "yes", in its own words."""
    bare = passage.says in wording.SHORT
    return f"“{_shortened(passage.quote)}”" if bare else labelled(passage.says)


def sides(against: Sequence[DraftPassage], agree: Sequence[DraftPassage]) -> str:
    """Who agrees, who says what else, and who says both, which supports neither."""
    torn = {p.source for p in agree} & {p.source for p in against}
    for_it, other, both = (
        dict.fromkeys(p.title for p in passages if (p.source in torn) is among)
        for passages, among in ((agree, False), (against, False), (agree, True))
    )
    says = _told(against[0])
    told = f"{wording.who(for_it)} {_verb('agree', for_it)}" if for_it else ""
    if other:
        against_it = wording.who(other)
        told += f"{', ' if told else ''}{against_it} {_verb('say', other)} {says}"
    if not both:
        return told
    itself = f"{_verb('contradict', both)} {'itself' if len(both) == 1 else 'themselves'}"
    itself = f"{wording.who(both)} {itself}" + ("" if other else f": {says}")
    return f"{told}; {itself}" if told else itself


def _verb(verb: str, who: Sized) -> str:
    return f"{verb}s" if len(who) == 1 else verb
