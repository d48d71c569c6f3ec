"""How well the pipeline reads short claims and advice, on sentences it has not learnt from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.english.pipeline import load, parse
from extract.parse import Parse, Token

PROBE = Path(__file__).with_name("probe.tsv")
# The share of checks that a pipeline must pass to be shipped.
FLOOR = 0.8


def rows() -> Iterator[tuple[str, list[str]]]:
    for line in PROBE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            sentence, checks = line.split("\t")
            yield sentence, checks.split()


def first(parse: Parse, word: str) -> Token:
    return next(t for t in parse.tokens if t.text == word)


def holds(parse: Parse, check: str) -> bool:
    """Whether a check of the probe file holds."""
    if "/" in check:
        word, tags = check.split("/")
        return first(parse, word).pos in tags.split("|")
    if "<" in check:
        word, relations = check.split("<")
        return first(parse, word).dep in relations.split("|")
    head, relations, word = check.split(">")
    token = first(parse, word)
    return token.dep in relations.split("|") and parse.tokens[token.head].text == head


def wrong() -> list[str]:
    """The checks that fail, each with its sentence."""
    given = list(rows())
    parses = parse(load(), [sentence for sentence, _ in given])
    return [
        f"{sentence}  {check}"
        for (sentence, checks), got in zip(given, parses, strict=True)
        for check in checks
        if not holds(got, check)
    ]


def test_the_pipeline_reads_what_the_rules_hang_on() -> None:
    checks = sum(len(checks) for _, checks in rows())
    failed = wrong()
    assert checks - len(failed) >= FLOOR * checks, "\n".join(failed)


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("cools/VERB", True),
        ("cools/NOUN|ADJ", False),
        ("cools<root", True),
        ("cools>obj>it", False),
    ],
)
def test_a_check_is_read(check: str, expected: bool) -> None:
    tokens = (
        Token(0, "Gel", "gel", "gel", "NOUN", "NN", "nsubj", 1, "", 0, 3),
        Token(1, "cools", "cools", "cool", "VERB", "VBZ", "root", 1, "", 4, 9),
        Token(2, "it", "it", "it", "PRON", "PRP", "obl", 1, "", 10, 12),
    )
    assert holds(Parse("Gel cools it", tokens, ((0, 3),)), check) == expected
