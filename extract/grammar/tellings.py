"""How English tells people to do something or to leave it, as rows with an example each.

What is in no row tells nothing: an act under an unknown verb is neither told nor advised against.
Directives and their verbs after Huddleston & Pullum, ch. 10.
"""

from collections.abc import Iterable
from typing import NamedTuple

from extract.grammar.cues import words
from extract.topic.inflect import inflections


class Telling(NamedTuple):
    """A word (a verb's lemma), the words of which one must follow near it, and an example."""

    word: str
    beside: str
    example: str


LEAVE = (
    Telling("avoid", "", "Avoid the sauna."),
    Telling("refrain", "", "Refrain from swimming."),
    Telling("abstain", "", "Abstain from swimming."),
    Telling("stop", "", "Stop swimming for a week."),
    Telling("quit", "", "Quit swimming for a week."),
    Telling("cease", "", "Cease swimming for a week."),
    Telling("skip", "", "Skip the sauna."),
    Telling("postpone", "", "Postpone swimming."),
    Telling("delay", "", "Delay swimming for a week."),
    Telling("pause", "", "Pause swimming for a week."),
    Telling("suspend", "", "Suspend swimming for a week."),
    Telling("discontinue", "", "Discontinue swimming."),
    Telling("omit", "", "Omit the sauna."),
    Telling("forgo", "", "Forgo the sauna."),
    Telling("forego", "", "Forego the sauna."),
    Telling("forget", "", "Forget about the sauna this week."),
    Telling("resist", "", "Resist the urge to rub your lashes."),
    Telling("minimize", "", "Minimize rubbing."),
    Telling("minimise", "", "Minimise rubbing."),
    Telling("limit", "", "Limit rubbing."),
    Telling("restrict", "", "Restrict swimming for a week."),
    Telling("ban", "", "Ban the sauna for a week."),
    Telling("forbid", "", "We forbid swimming for a week."),
    Telling("prohibit", "", "We prohibit swimming for a week."),
    Telling("eliminate", "", "Eliminate rubbing."),
    Telling("reduce", "", "Reduce rubbing."),
    Telling("shun", "", "Shun the sauna."),
    Telling("put", "off", "Put off swimming for a week."),
    Telling("put", "hold", "Put swimming on hold for a week."),
    Telling("give", "miss rest", "Give the sauna a miss."),
    Telling("swear", "off", "Swear off the sauna for a week."),
    Telling("ease", "off", "Ease off swimming for a week."),
    Telling("hold", "back", "Hold back from swimming for a week."),
    Telling("hold", "off", "Hold off on the sauna for a week."),
    Telling("lay", "off", "Lay off swimming for a week."),
    Telling("leave", "alone later", "Leave the sauna alone for a week."),
    Telling("cut", "out down", "Cut out the sauna for a week."),
    Telling("give", "up", "Give up swimming for a week."),
    Telling("rule", "out", "Rule out the sauna for a week."),
    Telling("steer", "clear away", "Steer clear of the sauna."),
    Telling("stay", "away out off clear", "Stay away from the sauna."),
    Telling("keep", "away out off clear from", "Keep the sauna off your list."),
    Telling("keep", "minimum", "Keep rubbing to a minimum."),
    Telling("wait", "before to until with for", "Wait two days before swimming."),
    Telling("say", "no goodbye", "Say no to the sauna."),
    Telling("break", "from", "Take a break from swimming."),
    Telling("advise", "against", "We advise against swimming."),
    Telling("recommend", "against", "We recommend against swimming."),
    Telling("beware", "", "Beware of rubbing."),
)
"""Verbs that tell to leave what they govern."""

OUT = (
    Telling("out", "", "Saunas are out for a week."),
    Telling("taboo", "", "The sauna is taboo."),
    Telling("banned", "", "Swimming is banned."),
    Telling("forbidden", "", "Swimming is forbidden."),
    Telling("discouraged", "", "Swimming is discouraged."),
    Telling("disallowed", "", "Swimming is disallowed."),
    Telling("inadvisable", "", "Swimming is inadvisable."),
    Telling("hold", "", "Swimming is on hold."),
    Telling("no", "", "Swimming is a no-no."),
)
"""Predicates that tell to leave their subject."""

FINE = (
    Telling("permitted", "", "Swimming is permitted after a week."),
    Telling("fine", "", "Swimming is fine."),
    Telling("ok", "", "Swimming is ok."),
    Telling("okay", "", "Swimming is okay."),
    Telling("acceptable", "", "Swimming is acceptable."),
    Telling("safe", "", "Swimming is safe after a week."),
    Telling("possible", "", "Swimming is possible after a week."),
    Telling("welcome", "to", "You are welcome to use the sauna."),
    Telling("free", "to", "You are free to swim."),
    Telling("alright", "", "Swimming is alright."),
    Telling("good", "go", "You are good to go swimming."),
    Telling("must", "", "Swimming is a must."),
)
"""Predicates that allow or demand their subject, or what follows them."""

# Verbs under which an act is done: "go swimming", "use the sauna", "start to swim".
DOING = words(
    """
    use apply take wear go get do put start begin continue keep make
    feel let give choose run drink eat come arrive bring carry stick switch opt add treat perform
    follow prefer resume return enjoy visit enter spend place rub spray dab pat lie sit stay
    remain become expose work perform help invest finish receive undergo practise practice
    attend consume hit fail
    cover touch buy purchase select pick lift engage participate play step walk
    restart recommence reintroduce reapply sleep show turn head sunbathe contain include
    """
)
DOING_FORMS = frozenset(form for verb in DOING for form in inflections(verb))
"""With all their forms: a lemma may be wrong ("resum")."""
# After one of these an act only tells when, or what for: "rinse it after swimming".
ASIDE = frozenset({"after", "before", "during", "following", "for", "against", "about", "like"})
ASIDE |= frozenset({"while", "when", "whenever"})
# "Our advice is to swim."
ADVICE = words("advice recommendation suggestion tip rule instruction request")
# "A layer of cream" is cream.
PORTIONS = words("layer amount coat coating bit dab drop film lot little plenty couple course kind")
POSSIBLE = frozenset({"might", "could", "would"})


def _table(rows: Iterable[Telling]) -> dict[str, tuple[frozenset[str], ...]]:
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for row in rows:
        found[row.word] = (*found.get(row.word, ()), words(row.beside))
    return found


_LEAVE, _OUT, _FINE = _table(LEAVE), _table(OUT), _table(FINE)
ALLOWING = frozenset(_FINE)
"""Predicates that allow if the right words follow them."""
LEAVING = frozenset(_LEAVE)
"""The lemmas of verbs that tell to leave if the right words follow them."""


def may_leave(word: str) -> bool:
    """Whether a verb's lemma tells to leave if the right words follow it."""
    return word in LEAVING


def may_be_fine(word: str) -> bool:
    """Whether a predicate allows if the right words follow it."""
    return word in ALLOWING


def leaves(word: str, after: Iterable[str]) -> bool:
    """Whether a verb's lemma tells to leave, given the lower-case words that follow it."""
    return _holds(_LEAVE, word, after)


def is_out(word: str, after: Iterable[str]) -> bool:
    """Whether a predicate tells to leave its subject."""
    return _holds(_OUT, word, after)


def is_fine(word: str, after: Iterable[str]) -> bool:
    """Whether a predicate allows, given the lower-case words that follow it."""
    return _holds(_FINE, word, after)


def _holds(table: dict[str, tuple[frozenset[str], ...]], word: str, after: Iterable[str]) -> bool:
    choices = table.get(word, ())
    return any(not beside or not beside.isdisjoint(after) for beside in choices)
