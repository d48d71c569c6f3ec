"""Whether an answer given in free words fits its question, and what it is then.

People and other readers write "three to four visits" or "can't be said"; only what the topic
file's question takes becomes a statement, everything else is refused with what would fit.
"""

from extract.errors import InputError
from extract.grammar.conditions import favourable, phase_of
from extract.model import (
    SELF,
    Condition,
    Polarity,
    Qualifiers,
    Quantity,
    Scope,
    ScopeKind,
    Value,
    ValueKind,
    normalise,
)
from extract.quantity import Window, find_quantities, find_windows, onwards
from extract.reading.kinds.quantity import amount_answering, named_amount
from extract.reading.times import in_days, scope_of
from extract.rules import Rules
from extract.topic.schema import Aspect, Kind, Topic
from extract.topic.suggest import nearest, remedy
from kb.corrections.model import Statement
from kb.corrections.named import Words, meant, of_answers, of_rows
from kb.text import plain

CODE = "KB221"
LONGEST = 300  # characters of any part of an answer
SHOWN = 12
_PHASES = ("during", "before", "after", "between", "throughout", "following", "until", "while")
_SORTS = {Kind.CHOICE: ValueKind.OPTION, Kind.ADVICE: ValueKind.ACT}


def fit(
    topic: Topic,
    aspect_id: str,
    polarity: str,
    text: str = "",
    condition: str = "",
    scope: str = "",
    subject: str = "",
) -> Statement:
    """The statement that answers the question so.

    Raises `InputError`, one line that says what would fit.
    """
    return Fitting(topic).statement(aspect_id, polarity, text, condition, scope, subject)


class Fitting:
    """What fits each question of one topic; made once for many answers."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self.rules = Rules(topic)

    def statement(
        self,
        aspect_id: str,
        polarity: str,
        text: str = "",
        condition: str = "",
        scope: str = "",
        subject: str = "",
    ) -> Statement:
        """As `fit`."""
        text, condition, scope = (_short_enough(t) for t in (text, condition, scope))
        aspect, sign = self.aspect(aspect_id), _sign(polarity)
        value = self.value(aspect, sign, text)
        on = Condition(condition, favourable(condition.split())) if condition else None
        within = self.scope(scope) if scope else None
        qualifiers = Qualifiers(condition=on, scope=within)
        return Statement(aspect.id, self.subject(_short_enough(subject)), sign, value, qualifiers)

    def aspect(self, id: str) -> Aspect:
        """The question of that id. Raises `InputError` if there is none."""
        if id not in self.rules.aspects:
            hint = remedy(id, self.rules.aspects, "the topic file asks nothing")
            raise InputError(f"{_quoted(id)}: no such question; {hint}", CODE)
        return self.rules.aspects[id]

    def subject(self, text: str) -> str:
        """Whom it is said of: the topic itself, a rival or a by-product."""
        own = self.topic.subject
        others = of_rows((*self.topic.rivals, *self.topic.by_products))
        if text.lower() in ("", SELF):
            return SELF
        found = meant(text, ((SELF, (own.name, *own.names)), *others), self.topic.lists)
        if len(found) != 1:
            hint = remedy(text, [name for name, _ in others], "the topic file names no rival")
            raise InputError(
                f"{_quoted(text)}: not what the topic is about, and no rival or by-product that "
                f"it names; leave it out, or {hint}",
                CODE,
            )
        return found[0]

    def value(self, aspect: Aspect, polarity: Polarity, text: str) -> Value | None:
        """The answer, `None` where the question is answered by yes or no alone."""
        if aspect.kind is Kind.YESNO:
            if text:
                raise _unfit(aspect, text)
            return None
        if aspect.kind is Kind.QUANTITY:
            return self._quantity(aspect, text)
        if not text and aspect.kind in (Kind.ANY_OF, Kind.ALL_OF):
            return None
        if aspect.kind is Kind.ADVICE:
            return self._act(aspect, polarity, text)
        name = self._answer(aspect, text)
        if name is None and aspect.whole and meant(text, (("", aspect.whole),), self.topic.lists):
            return None
        if name is None:
            raise _unfit(aspect, text)
        return Value(_SORTS.get(aspect.kind, ValueKind.PART), text, name)

    def scope(self, text: str) -> Scope:
        """The cases to which words limit it: those that the topic file names, else a time."""
        topic = self.topic
        for kind, rows in (
            (ScopeKind.BRAND, topic.brands),
            (ScopeKind.SUBTYPE, topic.subtypes),
            (ScopeKind.POPULATION, topic.populations),
        ):
            found = meant(text, of_rows(rows), topic.lists)
            if len(found) == 1:
                return Scope(kind, found[0], found[0])
        return self._time(text) or Scope(ScopeKind.POPULATION, text, normalise(text))

    def _time(self, text: str) -> Scope | None:
        """The time that words limit it to: days first, then a phase, then "once healed"."""
        windows = find_windows(text, find_quantities(text, self.rules.units))
        words = text.lower().split()
        if words[0] in _PHASES and not any(map(in_days, windows)):
            return phase_of(text, words)
        return scope_of(windows[0]) if windows else None

    def _answer(self, aspect: Aspect, text: str) -> str | None:
        """The name of the answer that is meant. Raises `InputError` where several may be."""
        found = meant(text, self._answers(aspect.id), self.topic.lists) if text else []
        if len(found) > 1:
            raise InputError(
                f"{_quoted(text)} may mean {' or '.join(found)}; give one of them", CODE
            )
        return found[0] if found else None

    def _answers(self, aspect_id: str) -> tuple[Words, ...]:
        return of_answers(self.rules.aspects[aspect_id].answers())

    def _quantity(self, aspect: Aspect, text: str) -> Value:
        found = find_quantities(text, self.rules.units, aspect.unit)
        amounts = [m for m in found if not m.quantity.endless]
        if len(amounts) > 1:
            raise InputError(f"{_quoted(text)} gives several amounts; give one", CODE)
        amount = amount_answering(aspect, amounts[0], self.rules) if amounts else None
        if amount is not None:
            return Value(ValueKind.QUANTITY, text, None, amount)
        name = None if amounts else self._answer(aspect, text)
        if name is not None:
            return named_amount(aspect, self.rules.answers[aspect.id, name], text)
        if amounts or not found:
            raise _unfit(aspect, text)
        return Value(ValueKind.QUANTITY, text, None, found[0].quantity)

    def _act(self, aspect: Aspect, polarity: Polarity, text: str) -> Value:
        mentions = find_quantities(text, self.rules.units)
        windows = find_windows(text, mentions)
        if len(windows) > 1:
            raise InputError(f"{_quoted(text)} gives several times; give one", CODE)
        window = windows[0] if windows else None
        act = text if window is None else text[: window.start] + text[window.end :]
        name = self._answer(aspect, act.strip())
        if name is None or (mentions and window is None):
            raise _unfit(aspect, text)
        if window is None:
            return Value(ValueKind.ACT, text, name)
        return Value(ValueKind.ACT, text, name, days(window, polarity), window.phase)


def days(window: Window, polarity: Polarity) -> Quantity | None:
    """The days in which an act is to be done or left, if the window has any."""
    low, high = window.low, window.high
    if polarity is Polarity.AFFIRM:
        low, high = onwards(window)
    if not low and high is None and not window.vague:
        return None
    return Quantity("day", low, high, window.low_open, window.high_open, window.vague)


def takes(aspect: Aspect, most: int | None = None) -> str:
    """What fits a question, in words: "an amount in year (from 3 months to 60 years)".

    Of the answers `most` are named, all if it is left out.
    """
    names = _listed([a.name for a in aspect.answers()], most)
    if aspect.kind is Kind.YESNO:
        return "no value, for it is answered by affirm or deny"
    if aspect.kind is Kind.QUANTITY:
        return f"an amount in {aspect.unit}{_range(aspect)}" + (f", or {names}" if names else "")
    if aspect.kind is Kind.ADVICE:
        return f'{names}, with a time or without ("for 4 days")'
    if aspect.kind is Kind.CHOICE:
        return names
    whole = "for all cases" if aspect.kind is Kind.ALL_OF else "for any at all"
    return f"{names}, or no value {whole}"


def _range(aspect: Aspect) -> str:
    low, high = (aspect.plausible.low, aspect.plausible.high) if aspect.plausible else (None, None)
    ends = [f"from {low}"] if low else []
    ends += [f"to {high}"] if high else []
    return f" ({' '.join(ends)})" if ends else ""


def _listed(names: list[str], most: int | None) -> str:
    more = 0 if most is None else len(names) - most
    return ", ".join(names[:most]) + (f" … ({more} more)" if more > 0 else "")


def _unfit(aspect: Aspect, text: str) -> InputError:
    near = nearest(text, [a.name for a in aspect.answers()]) if text else None
    hint = f"; did you mean {near}?" if near else ""
    said = _quoted(text) if text else "no value"
    return InputError(
        f"{said} does not fit “{aspect.question}”: it takes {takes(aspect, SHOWN)}{hint}", CODE
    )


def _sign(polarity: str) -> Polarity:
    if polarity not in list(Polarity):
        raise InputError(f"{_quoted(polarity)}: say affirm or deny", CODE)
    return Polarity(polarity)


def _short_enough(text: str) -> str:
    folded = plain(text)
    if len(folded) > LONGEST:
        raise InputError(
            f"{_quoted(folded)}: over {LONGEST} characters; give the answer alone", CODE
        )
    return folded


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"
