"""To which cases a claim is limited: a brand, a kind, some people, a time. One resolver."""

from extract.grammar.conditions import ONE_CASE, PHASES, no_longer, phase_scope, population_scope
from extract.model import Polarity, Scope, ScopeKind
from extract.parse import Token
from extract.quantity import Window
from extract.reading import times, whose
from extract.reading.degree import GRADED
from extract.reading.kindred import group_name, told_apart
from extract.reading.needing import needing
from extract.reading.resolver import Case, Outcome, Resolver
from extract.rules import Mention
from extract.topic.schema import Kind


def of_brand(case: Case) -> Outcome[Scope] | None:
    """A brand or clinic that the clause names."""
    return _named(case, Mention.BRAND, ScopeKind.BRAND)


def of_kind(case: Case) -> Outcome[Scope] | None:
    """A standard kind of the subject that the clause names."""
    return _named(case, Mention.SUBTYPE, ScopeKind.SUBTYPE)


def _named(case: Case, mention: Mention, kind: ScopeKind) -> Outcome[Scope] | None:
    if mention not in case.mentions.kinds:
        return None
    words = [i for i in case.clause.tokens if i not in case.candidate.anchors]
    meaning = case.mentions.among(words, mention)
    if meaning is None:
        return None
    cue = case.tree[next(i for i in words if case.mentions.strongest.get(i) is meaning)]
    return Outcome(Scope(kind, meaning.name, meaning.name), cue, meaning.name)


def of_one(case: Case) -> Outcome[Scope] | None:
    """One client's story is one case."""
    if case.candidate.aspect.kind is Kind.ADVICE:
        return None
    told = whose.own_story(case.at)
    return None if told is None else Outcome(Scope(ScopeKind.BRAND, told.text, ONE_CASE), told)


def of_offer(case: Case) -> Outcome[Scope] | None:
    """What somebody charges for his own work, or some of them: "our price", "big firms"."""
    if case.candidate.aspect.kind is not Kind.QUANTITY:
        return None
    offered = whose.own_price(case.at) or whose.some_of_them(case.at, case.mentions)
    return None if offered is None else Outcome(offered[0], offered[1])


def of_part(case: Case) -> Outcome[Scope] | None:
    """What a price is the price of: "it is $40 for one eye", "$40 covers one eye"."""
    bought = whose.bought(case.at, case.mentions)
    return None if bought is None else Outcome(bought[0], bought[1])


def of_sort(case: Case) -> Outcome[Scope] | None:
    """What only a certain sort does: "tints that hold metals turn red"."""
    sort = whose.sort(case.at, case.mentions)
    return None if sort is None else Outcome(sort[0], sort[1])


def of_people(case: Case) -> Outcome[Scope] | None:
    """ "For people with oily skin"; where the question is whom it suits, that is the value."""
    if case.candidate.aspect.kind is Kind.ALL_OF:
        return _of_group(case) if case.candidate.whole else None
    people, cue = population_scope(case.tree, case.clause)
    if people is not None:
        return Outcome(people, cue, people.text)
    opening = whose.opening_case(case.at, case.mentions) or whose.they_are(case.at)
    return None if opening is None else Outcome(opening[0], opening[1])


def _of_group(case: Case) -> Outcome[Scope] | None:
    """ "Suitable for people who keep fish": a group that the topic file need not know."""
    people = told_apart(case.tree, case.clause, case.candidate.anchors)
    if not people:
        return None
    inside = [t.i for t in people]
    known = case.mentions.among(inside, Mention.POPULATION)
    name = group_name(people) if known is None else known.name
    return Outcome(Scope(ScopeKind.POPULATION, case.tree.text(inside), name), people[0])


def of_days(case: Case) -> Outcome[Scope] | None:
    """Days said in the clause: "by day four"."""
    window = _window(case)
    if window is None or not times.in_days(window):
        return None
    return Outcome(times.scope_of(window), times.opening(case.tree, window))


@needing(*PHASES)
def of_phase(case: Case) -> Outcome[Scope] | None:
    """ "During the first session"."""
    if case.candidate.aspect.kind is Kind.ADVICE:
        return None
    scope, cue = phase_scope(case.tree, case.clause)
    if scope is None or cue is None or _of_another_time(case, cue):
        return None
    return Outcome(scope, cue, scope.text)


def _of_another_time(case: Case, cue: Token) -> bool:
    """ "It takes an hour, with a rest of two weeks between visits": the rest is between them."""
    measured = case.tree[case.tree[cue.head].head]
    own = measured.i in case.candidate.anchors
    return not own and bool(case.tree.kids(measured.i, "nummod"))


def of_time(case: Case) -> Outcome[Scope] | None:
    """A time without days said in the clause: "once healed"."""
    window = _window(case)
    if window is None or times.in_days(window):
        return None
    return Outcome(times.scope_of(window), times.opening(case.tree, window))


@needing("anymore", "longer", "more")
def of_later(case: Case) -> Outcome[Scope] | None:
    """ "No longer", "no more": what is denied of later is not denied of before."""
    if not _timed(case) or case.polarity is not Polarity.DENY:
        return None
    ended = no_longer(case.tree, case.clause)
    if ended is None:
        return None
    return Outcome(Scope(ScopeKind.PHASE, ended.text, times.LATER), ended)


@needing("yet")
def of_yet(case: Case) -> Outcome[Scope] | None:
    """ "Not yet": what is denied of now is not denied of later."""
    yet = whose.not_yet(case.at) if case.polarity is Polarity.DENY else None
    return None if yet is None else Outcome(Scope(ScopeKind.PHASE, yet.text, "yet"), yet)


def of_above(case: Case) -> Outcome[Scope] | None:
    """The time that the heading or the lead-in sets."""
    if not _timed(case) or case.around.time is None:
        return None
    return Outcome(times.scope_of(case.around.time))


def _window(case: Case) -> Window | None:
    windows = case.around.windows
    return times.within(case.tree, case.clause, windows) if windows and _timed(case) else None


def _timed(case: Case) -> bool:
    """Whether a time limits it: only what has degrees, and no wording that denies by itself."""
    return case.candidate.aspect.kind in GRADED and not case.candidate.denies


SCOPE: Resolver[Scope | None] = Resolver(
    "scope",
    None,
    (
        of_brand,
        of_kind,
        of_one,
        of_people,
        of_offer,
        of_part,
        of_sort,
        of_days,
        of_phase,
        of_time,
        of_later,
        of_yet,
        of_above,
    ),
)
