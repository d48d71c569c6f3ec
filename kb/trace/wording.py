"""A trace in plain words: what a phrase does, what a clause is about, what a rule means."""

from extract.model import SELF
from extract.reading.standing import OF_OTHERS, RULES, standing_of
from extract.reading.subject import Referent, SubjectStanding
from extract.reading.trace import ClauseTrace, Heard, Way
from extract.reading.watch import Drop
from extract.rules import Mention, Role
from extract.topic.schema import Aspect, Kind, Topic
from kb.text import HELD_BACK, labelled

LONGEST = 60  # characters of a slot that are told
DOES = {
    Role.SAYS: "raises the question",
    Role.DENIES: "denies it in itself",
    Role.UNLESS: "calls the question off",
    Role.ASKED: "raises it in headings and questions only",
    Role.WHOLE: "names the whole",
    Role.ANSWER_WORDS: "names {answer} where the question is raised",
    Role.ANSWER_SAYS: "gives the answer {answer}",
    Role.ANSWER_UNLESS: "calls the answer {answer} off",
}
"""What a phrase of each role does."""

NAMES = {
    Mention.SELF: "a name of {subject}",
    Mention.SUBTYPE: "a subtype ({name})",
    Mention.BRAND: "a brand ({name})",
    Mention.RIVAL: "a rival ({name})",
    Mention.BY_PRODUCT: "a by-product ({name})",
    Mention.STAND_IN: "a stand-in for {subject}",
    Mention.PEOPLE: "one of its people",
    Mention.BELONGING: "something that belongs to {subject}",
    Mention.POPULATION: "some people ({name})",
    Mention.BACKGROUND: "background",
}
"""What the topic file calls the words that name something."""

DROPPED = {
    Drop.OF_AN_ACT: "it is said of an act, not of the matter",
    Drop.HALF: "only one half of the joined clauses says it",
    Drop.OTHER_QUESTION: "the same amount answers another question, whose phrase fits better",
    Drop.SUPPOSED_ABOVE: "the line above makes it a condition, not a statement",
    Drop.STRAYS: "its words stand apart from what the clause says",
    Drop.OF_ANOTHER: "it is said of nothing that the topic file knows; if what the clause is about"
    " belongs to the subject, name it under belongings or stand-ins",
    Drop.NO_STATEMENT: "there is no verb in a tense, so nothing is stated",
    Drop.UNCOUNTED: "it says of nobody in particular; such words count with “all” or “most”",
}
"""Why a candidate was let go."""


def subject_name(subject: str, topic: Topic) -> str:
    """A claim's subject as people call it."""
    return topic.subject.name if subject == SELF else subject


def about_words(at: ClauseTrace, topic: Topic) -> str:
    """What the clause is about, and how that is known."""
    what, named = _referent(at.about, topic), [n for n in at.named if at.subject in n.words.split()]
    if at.way is Way.NAMED and named:
        kind = NAMES[named[0].mention].format(subject=topic.subject.name, name=named[0].name)
        return f"{what}: “{named[0].words}” is {kind}"
    if at.way is Way.POINTED:
        how = "means people" if _people(at.about) else "points to what was spoken of last"
        return f"{what}: “{at.subject}” {how}"
    if at.way is Way.LEFT_OUT:
        return f"{what}: the clause names no subject, and the text is on this"
    claimed = next((c.subject for c in at.considered if c.subject), None)
    if claimed:
        name = subject_name(claimed, topic)
        return f"{name}, which the text is on; “{at.subject}” is part of what is said of it"
    others = [n for n in at.named if n.words != at.subject]
    told = "; ".join(
        f"“{n.words}” is {NAMES[n.mention].format(subject=topic.subject.name, name=n.name)}"
        for n in others
    )
    start = f"“{at.subject}”, which the topic file does not name"
    return f"{start} ({told})" if told else start


def _people(about: Referent) -> bool:
    return about.standing is SubjectStanding.PEOPLE


def _referent(about: Referent, topic: Topic) -> str:
    match about.standing:
        case SubjectStanding.SELF:
            return f"{topic.subject.name}, the subject"
        case SubjectStanding.RIVAL:
            return f"{about.name}, a rival"
        case SubjectStanding.BY_PRODUCT:
            return f"{about.name}, a by-product"
        case SubjectStanding.PEOPLE:
            return "people"
        case SubjectStanding.OTHER:
            return "something else than the subject"
        case _:
            return "something that the topic file does not name"


def does(heard: Heard) -> str:
    """What the phrase does for its question."""
    return DOES[heard.saying.role].format(answer=labelled(heard.saying.answer or ""))


def lacks_words(lacks: str, elsewhere: bool) -> str:
    """What a phrase that was nearly found lacks."""
    if not lacks:
        return "its words stand too far apart"
    short = lacks if len(lacks) <= LONGEST else f"{lacks[:LONGEST].rstrip('|')}…"
    told = labelled(short)
    return f"{told} stands in another clause" if elsewhere else f"lacks {told}"


def dropped_words(rule: str, cue: str) -> str:
    """Why a rule lets a candidate go: of reading, or of what is said and what only mentioned."""
    if rule in set(Drop):
        return DROPPED[Drop(rule)]
    if rule == OF_OTHERS.rule:
        return "the text quotes it or calls it a myth"
    saw = f" (“{cue}”)" if cue else ""
    example = next(r.example for r in RULES if r.name == rule)
    return f"{HELD_BACK[standing_of(rule)]}{saw}, as in: {example}"


IDLE_AMOUNT = "idle-amount"
IDLE_AMOUNT_WORDS = "an amount that could answer this question, but no phrase here raises it"
NOT_RAISED, ONLY_ASKED, CALLED_OFF = "not-raised", "only-asked", "called-off"
_RAISING = frozenset({Role.SAYS, Role.DENIES, Role.WHOLE, Role.ANSWER_SAYS})


def unmade_words(aspect: Aspect, heard: tuple[Heard, ...]) -> tuple[str, str]:
    """Why the phrases of a question made no candidate, and the name for that."""
    by = {h.saying.role: h for h in heard}
    off = by.get(Role.UNLESS) or _all_answers_off(heard)
    if off is not None:
        return f"called off by “{off.words}”, which stands under unless", CALLED_OFF
    if by.keys() <= {Role.ASKED}:
        return "such words count in headings and questions only", ONLY_ASKED
    if _RAISING.isdisjoint(by):
        return "they answer this question only where something raises it", NOT_RAISED
    if aspect.kind is Kind.QUANTITY:
        return f"it raises the question, but {_no_amount(aspect)}", "no-amount"
    if Role.SAYS in by and aspect.kind not in (Kind.YESNO, Kind.ANY_OF):
        return "it raises the question, but names none of its answers", "no-answer"
    return "the way its words stand in the clause states nothing", "no-form"


def _all_answers_off(heard: tuple[Heard, ...]) -> Heard | None:
    """What calls off the answers that are named, if it does so with each of them."""
    off = {h.saying.answer: h for h in heard if h.saying.role is Role.ANSWER_UNLESS}
    naming = (Role.ANSWER_SAYS, Role.ANSWER_WORDS)
    named = [h.saying.answer for h in heard if h.saying.role in naming]
    return off[named[0]] if named and all(name in off for name in named) else None


def _no_amount(aspect: Aspect) -> str:
    given = aspect.plausible
    low, high = (given.low, given.high) if given else (None, None)
    fits = f"fits (it is counted in {aspect.unit}"
    fits += f", from {low}" if low else ""
    fits += f", up to {high}" if high else ""
    return f"there is no amount in the clause that {fits})"
