"""What looks as if it said something of the topic, and gave no claim."""

from collections.abc import Sequence

from extract.grammar.clauses import Clause
from extract.model import Claim, Span
from extract.reading.asked import Pending

_STATING = ("ROOT", "root", "conj", "parataxis")
_PLAIN = 7  # tokens of a plain answer


def may_say(clause: Clause) -> bool:
    """Whether the clause states something by itself, and is no condition or aside of another."""
    return clause.relation in _STATING


def replies_plainly(pending: Pending, length: int) -> bool:
    """Whether a sentence of so many tokens is the plain answer to what was asked just before."""
    return length <= _PLAIN and (pending.asked is not None or bool(pending.raised))


def unread(
    sentence: Span, made: Sequence[Claim], silent: Sequence[Span], own: bool
) -> tuple[Span, ...]:
    """The sentence if nothing of it was read; else those of its clauses that were not.

    `silent` are the clauses that speak of the subject and gave no claim; `own`: the sentence
    speaks of it. None of the spans overlaps another, or a claim.
    """
    if not made:
        return (sentence,) if own else ()
    found: list[Span] = []
    for span in silent:
        taken = (*found, *(Span(c.start, c.end) for c in made))
        if all(span.end <= other.start or other.end <= span.start for other in taken):
            found.append(span)
    return tuple(found)
