"""Values show themselves: as HTML in which a source is text only, and as plain lines."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from kb.check.model import DraftPassage
from kb.notebook.listing import SHOWN, Listing
from kb.notebook.shown import (
    CheckedStatement,
    Conflicting,
    Disputed,
    Quoted,
    Shown,
    SourceShown,
    Standpoint,
)

EVIL = "<script>alert(1)</script>\x1b[31m & “so”\nmore"


def quoted(words: str) -> Quoted:
    return Quoted(words, words, words, words, words, words, words, words)


def values(words: str) -> list[Shown]:
    """A value of each kind, all of whose words are these."""
    side = Standpoint(words, (words,), (words,), 1, (quoted(words),))
    passage = DraftPassage(words, words, words, 0, words)
    return [
        quoted(words),
        side,
        Disputed(words, words, (words,), words, words, (side, side), (words,)),
        Conflicting(words, words, words, words, words, words, words, side, side),
        SourceShown(words, words, words, words, words, words, words, words, 3),
        CheckedStatement(1, *(words,) * 6, words, (passage,), (passage,)),
    ]


@pytest.mark.parametrize("n", range(len(values(""))))
def test_what_a_source_says_is_text_and_nothing_else(n: int) -> None:
    evil, tame = values(EVIL)[n], values("words")[n]
    found, wanted = LexborHTMLParser(evil._repr_html_()), LexborHTMLParser(tame._repr_html_())
    assert [e.tag for e in found.css("*")] == [e.tag for e in wanted.css("*")]
    assert "<script>alert(1)</script>" in found.text()


@pytest.mark.parametrize("n", range(len(values(""))))
def test_text_holds_no_control_characters(n: int) -> None:
    evil, tame = repr(values(EVIL)[n]), repr(values("words")[n])
    assert "\x1b" not in evil and "alert(1)" in evil
    assert len(evil.splitlines()) == len(tame.splitlines())


def test_the_kind_of_a_source_stands_beside_it_where_it_is_known() -> None:
    claim = Quoted("1", "a", "On roofs", "clinic", "lifetime", "How long?", "5 years", "Five years")
    assert repr(claim) == "How long? 5 years\n    “Five years” – On roofs (clinic)"
    assert "(unknown)" not in repr(quoted("unknown"))


def test_a_long_list_shows_its_beginning_and_says_so() -> None:
    listing = Listing("claim", [quoted(f"word{n}") for n in range(30)], lambda: pytest.fail())
    assert repr(listing).startswith(f"30 claims; the first {SHOWN}:")
    assert "word19" in repr(listing) and "word20" not in repr(listing)
    assert "word19" in listing._repr_html_() and "word20" not in listing._repr_html_()
    assert [c.id for c in listing[1:3]] == ["word1", "word2"]
    assert len(list(listing)) == len(listing) == 30
