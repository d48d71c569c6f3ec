"""The order of the verdicts: one agreeing source never cancels a contrary one."""

from types import SimpleNamespace
from typing import Any

import pytest

from kb.check.backing import Backing, How
from kb.check.verdict import Weighed, verdict

from ..making import position

P = position("recyclable")


def backing(how: How, source: str = "a", fully: bool = True) -> Backing:
    claim: Any = SimpleNamespace(source=source)
    return Backing(claim, P, how, fully)


def against(aspect: str = "recyclable", source: str = "b") -> Any:
    return SimpleNamespace(
        claim=SimpleNamespace(source=source), position=SimpleNamespace(aspect=aspect)
    )


PLAIN, LESS = backing(How.PLAIN), backing(How.LESS)
LOOSE, BESIDE = backing(How.LOOSE), backing(How.BESIDE)
ONE = (against(),)


@pytest.mark.parametrize(
    ("held", "word"),
    [
        ({"backing": (PLAIN,)}, "supported"),
        ({"backing": (PLAIN,), "soft": ONE}, "supported-with-tension"),
        ({"backing": (PLAIN,), "hard": ONE}, "disputed"),
        ({"backing": (PLAIN,), "unsound": frozenset({P.id})}, "supported-with-tension"),
        ({"backing": (PLAIN,), "soft": ONE, "hedging": (against(), against("x", "c"))}, "stronger"),
        ({"backing": (LESS,)}, "stronger"),
        ({"backing": (LESS,), "hard": ONE}, "disputed"),
        ({"backing": (LOOSE,)}, "unsupported"),
        ({"backing": (LOOSE,), "soft": ONE}, "supported-with-tension"),
        ({"backing": (BESIDE,)}, "unsupported"),
        ({"backing": (BESIDE,), "soft": (against("another"),)}, "unsupported"),
        ({"hard": ONE}, "contradicted"),
        ({"soft": ONE}, "in-tension"),
        ({"soft": ONE, "denying": ONE}, "contradicted"),
        ({"soft": ONE, "hedging": ONE}, "stronger"),
        ({}, "unsupported"),
    ],
)
def test_what_a_statement_gets(held: dict[str, Any], word: str) -> None:
    assert verdict(Weighed("recyclable", **held)).word == word


@pytest.mark.parametrize(
    ("held", "code"),
    [
        ({"backing": (PLAIN,), "hard": ONE}, "KB515"),
        ({"backing": (PLAIN,), "soft": ONE}, "KB515"),
        ({"backing": (PLAIN,)}, "KB505"),
        ({"hard": ONE}, "KB501"),
        ({"soft": ONE}, "KB504"),
    ],
)
def test_what_is_left_open_is_taken_at_its_word(held: dict[str, Any], code: str) -> None:
    assert verdict(Weighed("recyclable", **held, open=True)).code == code


def test_what_must_be_sourced_and_is_not_is_a_warning() -> None:
    assert verdict(Weighed("recyclable", must=True)).code == "KB512"
    assert verdict(Weighed("recyclable", backing=(PLAIN,), must=True)).code == "KB505"
