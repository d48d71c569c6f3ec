"""Makes lines of readings.jsonl out of what a person named; the file is written elsewhere.

The terminal and the browser both come here. A claim that a correction made is corrected at its
root: the new line strikes what the program read, or takes back the line that added it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from extract.errors import InputError
from extract.model import (
    Claim,
    Grade,
    Polarity,
    Qualifiers,
    Span,
    Standing,
)
from kb.corrections.anchoring import SourceText
from kb.corrections.model import (
    AppliedCorrection,
    Correction,
    CorrectionKind,
    Statement,
    statement_of,
)

CODE = "KB220"
SHOWN = 5
K = CorrectionKind
Made = tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Corrector:
    """Who makes a line, when (ISO, with microseconds, UTC) and why."""

    by: str
    when: str
    note: str | None = None

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise InputError("--by: give the name of who corrects", CODE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person says of a claim, in free words; None is “as it is”, empty is “none”."""

    aspect: str | None = None
    value: str | None = None
    polarity: str | None = None
    condition: str | None = None
    scope: str | None = None
    subject: str | None = None

    @property
    def says(self) -> bool:
        """Whether anything is wished."""
        return self != Wish()


Fit = Callable[[str, str, str, str, str, str], Statement]
"""`Fitting(topic).statement`: question, polarity, value, condition, scope, subject."""


def wished(was: Statement, wish: Wish, fit: Fit) -> Statement:
    """The claim as the person wants it: what is not wished stays as it was.

    Of another question nothing stays but what is wished, and the condition and the scope.
    Raises `InputError` where the value does not fit the question.
    """
    aspect = wish.aspect or was.aspect
    polarity = wish.polarity or (str(was.polarity) if aspect == was.aspect else Polarity.AFFIRM)
    subject = was.subject if wish.subject is None else wish.subject
    anew = aspect != was.aspect or wish.value is not None
    said = wish.value or ("" if anew else _words(was))
    fitted = fit(aspect, polarity, said, wish.condition or "", wish.scope or "", subject)
    q, new = was.qualifiers, fitted.qualifiers
    return replace(
        fitted,
        value=fitted.value if anew else was.value,
        qualifiers=replace(
            _said(q if aspect == was.aspect else Qualifiers()),
            condition=q.condition if wish.condition is None else new.condition,
            scope=q.scope if wish.scope is None else new.scope,
        ),
    )


def _words(statement: Statement) -> str:
    """A value in words that fit its question again."""
    value = statement.value
    if value is None:
        return ""
    return value.name or value.text


def _said(q: Qualifiers) -> Qualifiers:
    return replace(q, grade=Grade.PLAIN, standing=Standing.SAID)


def struck_out(
    claim: Claim, places: SourceText, of: AppliedCorrection | None, who: Corrector
) -> Made:
    """The lines that say: this is no claim."""
    if of and _added(of):
        return (undone(of.correction, who),)
    return _instead(claim, places, of, who, None)


def confirmed(
    claim: Claim, places: SourceText, of: AppliedCorrection | None, who: Corrector
) -> Made:
    """The line that says: this is read right. Of a corrected claim: the correction again."""
    if of and of.correction.kind is not K.RIGHT:
        return (_again(of.correction, who),)
    states = statement_of(claim)
    return (_line(claim, places, K.RIGHT, states, states, who),)


def mended(
    claim: Claim,
    states: Statement,
    places: SourceText,
    of: AppliedCorrection | None,
    who: Corrector,
) -> Made:
    """The lines that say what stands in place of a claim. `of` made or confirmed the claim.

    Raises `InputError` where that is what the claim says already.
    """
    if states == replace(statement_of(claim), qualifiers=_said(claim.qualifiers)):
        raise InputError(f"{claim.id}: says that already; call it right instead", CODE)
    if of and _added(of):
        return (undone(of.correction, who), replace(_again(of.correction, who), states=states))
    return _instead(claim, places, of, who, states)


def _instead(
    claim: Claim,
    places: SourceText,
    of: AppliedCorrection | None,
    who: Corrector,
    states: Statement | None,
) -> Made:
    """A line on what the program read; a correction that it has caught up with is taken back."""
    made = of is not None and of.made
    root = (of.correction.was if of and made else None) or statement_of(claim)
    kind = _kind(root, states)
    if kind is K.RIGHT:
        states = root
    line = _line(claim, places, kind, root, states, who)
    caught_up = of is not None and not made and of.correction.kind is not K.RIGHT
    return (undone(of.correction, who), line) if of and caught_up else (line,)


def _kind(was: Statement, states: Statement | None) -> CorrectionKind:
    if states is None:
        return K.NOT_A_CLAIM
    if was.aspect != states.aspect or was.subject != states.subject:
        return K.OTHER_QUESTION
    if was.core != states.core:
        return K.OTHER_VALUE
    return K.RIGHT if _said(was.qualifiers) == _said(states.qualifiers) else K.ONLY_WITH


def _added(of: AppliedCorrection) -> bool:
    return of.correction.kind is K.ADD and of.made


def _again(correction: Correction, who: Corrector) -> Correction:
    return replace(correction, by=who.by.strip(), when=who.when, note=who.note or None)


def _line(
    claim: Claim,
    places: SourceText,
    kind: CorrectionKind,
    was: Statement,
    states: Statement | None,
    who: Corrector,
) -> Correction:
    anchor = places.anchor(Span(claim.start, claim.end))
    return Correction(
        claim.source, anchor, kind, was, states, who.by.strip(), who.when, who.note or None
    )


def added(
    source: str, places: SourceText, span: Span, states: Statement, who: Corrector
) -> Correction:
    """The line that adds a claim which the program did not read."""
    text, (start, end) = places.document.text, span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise InputError("--add: mark the words that say it", CODE)
    if not any(b.start <= start and end <= b.end for b in places.document.blocks):
        raise InputError("--add: mark words of one paragraph", CODE)
    anchor = places.anchor(Span(start, end))
    return Correction(source, anchor, K.ADD, None, states, who.by.strip(), who.when, who.note)


def span_of(places: SourceText, words: str) -> Span:
    """Where the words stand in their source.

    Raises `InputError` where they don't, or in several places; more words tell those apart.
    """
    spans = places.occurrences(words)
    source, short = places.document.source, _short(words)
    if not spans:
        raise InputError(f"{source}: “{short}” does not stand there word for word", CODE)
    if len(spans) > 1:
        text = places.document.text
        lines = [str(text.count("\n", 0, s.start) + 1) for s in spans[:SHOWN]]
        more = ", …" if len(spans) > SHOWN else ""
        raise InputError(
            f"{source}: “{short}” stands there {len(spans)} times "
            f"(lines {', '.join(lines)}{more}); give more of the words around it",
            CODE,
        )
    return spans[0]


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 60 else flat[:59] + "…"


def undone(correction: Correction, who: Corrector) -> Correction:
    """The line that takes another one back, or refuses what a reader proposes."""
    return Correction(
        source=correction.source,
        anchor=correction.anchor,
        kind=K.UNDO,
        by=who.by.strip(),
        when=who.when,
        note=who.note or None,
        undoes=correction.id,
    )


def accepted(proposal: Correction, who: Corrector) -> Correction:
    """The line by which a person makes a reader's proposal their own."""
    return replace(_again(proposal, who), reader=None)
