"""A snapshot is kept in pieces, and put together again whole or in part."""

from extract.model import Block, BlockKind, Claim, Document, Polarity, Span
from kb.history.pieces import of_question, of_source
from kb.history.snapshots import Manifest, Program, differing, from_row, snapshot, to_row
from kb.model import Conflict, ConflictKind, Ruling, SideOf, State, Strength

TEXT = "It lasts. It is cheap."


def document(text: str) -> Document:
    return Document("a", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))


def claim(quote: str, aspect: str, at: int) -> Claim:
    end = at + len(quote)
    return Claim("a", at, end, quote, Span(at, end), "self", aspect, Polarity.AFFIRM)


CLAIMS = (claim("It lasts.", "lifetime", 0), claim("It is cheap.", "price", 10))
OF = {CLAIMS[0].id: "p1", CLAIMS[1].id: "p2"}
CONFLICT = Conflict(
    "k", "price", ConflictKind.POLARITY, Strength.TENSION,
    SideOf("p2", (CLAIMS[1].id,)), SideOf("p3", ("x",)), "cheap or dear?",
)  # fmt: skip
STANDS = {"k": Ruling("k", (), State.OPEN)}


def test_a_text_that_moves_keeps_its_claims_and_its_label_is_told_as_it_was() -> None:
    piece = of_source(document(TEXT), CLAIMS, OF)
    asked = of_question([CONFLICT], STANDS)
    kept = Manifest(
        3,
        Program("t", "r", "p"),
        texts={"a": "digest"},
        sources={"a": piece.key},
        questions={"price": asked.key},
        labels={"p1": "for ever", "p2": "low"},
    )
    assert from_row(to_row(kept)) == kept
    rows = {piece.key: piece.row, asked.key: asked.row}
    whole = snapshot(kept, rows)
    assert {(c.aspect, c.says, c.quote) for c in whole.claims} == {
        ("lifetime", "for ever", "It lasts."),
        ("price", "low", "It is cheap."),
    }
    assert [(c.id, c.claims, c.settled) for c in whole.conflicts] == [
        ("k", (CLAIMS[1].id, "x"), False)
    ]
    part = snapshot(kept, rows, sources=[], questions=["price"])
    assert (part.claims, part.conflicts) == ((), whole.conflicts)


def test_the_same_source_gives_the_same_piece_wherever_its_words_stand() -> None:
    piece = of_source(document(TEXT), CLAIMS, OF)
    assert of_source(document(TEXT), CLAIMS[::-1], OF) == piece
    assert of_source(document(TEXT + " New."), CLAIMS, OF).key != piece.key
    settled = {"k": Ruling("k", (), State.SETTLED)}
    assert of_question([CONFLICT], settled).key != of_question([CONFLICT], STANDS).key


def test_what_differs_is_named() -> None:
    assert differing({"a": "1", "b": "2"}, {"b": "3", "c": "4"}) == {"a", "b", "c"}
    assert differing({"a": "1"}, {"a": "1"}) == frozenset()
