"""Made-up knowledge of any size: 200 aspects of all kinds, at most 50 positions on each."""

from dataclasses import replace
from itertools import islice, product
from random import Random

from extract.model import (
    SELF,
    Certainty,
    Claim,
    Condition,
    Phase,
    Polarity,
    Qualifiers,
    Quantity,
    Span,
    Value,
    ValueKind,
)
from extract.topic.schema import Topic

ASPECTS = 200
MOST_POSITIONS = 50
CERTAINTIES = tuple(Certainty)
CONDITIONS = (None, Condition("if kept dry", favourable=True), Condition("if it rains"))
LETTERS = "abcdefghijkl"

Answer = tuple[Polarity, Value | None, Certainty, Condition | None]


def made_up_topic(aspects: int = ASPECTS) -> Topic:
    """So many aspects, the six kinds in turn."""
    return Topic.sample(aspects=[_aspect(i) for i in range(aspects)])


def _aspect(i: int) -> dict[str, object]:
    kind = ("yesno", "any-of", "all-of", "choice", "quantity", "advice")[i % 6]
    row: dict[str, object] = {"id": f"a{i}", "label": f"A{i}", "question": "Is it?", "kind": kind}
    names = [{"name": letter} for letter in LETTERS]
    key = {"any-of": "parts", "all-of": "parts", "choice": "options", "advice": "acts"}.get(kind)
    return row | ({key: names} if key else {})


def _values(i: int) -> list[Value | None]:
    kind = (None, "part", "part", "option", "quantity", "act")[i % 6]
    if kind is None:
        return [None]
    if kind == "quantity":
        ranges = [(low, low + width) for low in range(1, 7) for width in (0, 2)]
        found = [Quantity("year", float(x), float(y)) for x, y in ranges]
        found += [Quantity("year", endless=True), Quantity("month", vague=True)]
        return [Value(ValueKind.QUANTITY, "text", quantity=q) for q in found]
    phase = Phase.AFTER if kind == "act" else None
    return [Value(ValueKind(kind), x, x, phase=phase) for x in LETTERS]


def _answers(i: int, rng: Random) -> list[Answer]:
    """The positions there can be on an aspect: two to fifty of them."""
    every = list(product(Polarity, _values(i), CERTAINTIES, CONDITIONS))
    rng.shuffle(every)
    return list(islice(every, rng.randint(2, MOST_POSITIONS)))


def made_up_claims(n: int, seed: int = 7, aspects: int = ASPECTS) -> list[Claim]:
    """n claims of n/100 sources; on each aspect a few positions hold most of the claims."""
    rng = Random(seed)
    pools = [_answers(i, rng) for i in range(aspects)]
    found = []
    for k in range(n):
        i = k % aspects
        pool = pools[i]
        answer = pool[int(len(pool) * rng.random() ** 2)]
        found.append(_claim(k, f"a{i}", f"s{k // 100}", answer))
    return found


def _claim(k: int, aspect: str, source: str, answer: Answer) -> Claim:
    polarity, value, certainty, condition = answer
    quote, start = f"claim {k}", 20 * (k % 100)
    return Claim(
        source=source,
        start=start,
        end=start + len(quote),
        quote=quote,
        sentence=Span(start, start + 20),
        subject=SELF,
        aspect=aspect,
        polarity=polarity,
        value=replace(value) if value else None,  # no two claims share an object
        qualifiers=Qualifiers(certainty, condition=condition),
    )
