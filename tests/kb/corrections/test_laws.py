"""What holds of corrections whatever they are and whatever is edited around them."""

import multiprocessing
import random
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Block, BlockKind, Claim, Document, Span
from kb.corrections import making
from kb.corrections.anchoring import SourceText
from kb.corrections.apply import Corrected, apply_corrections
from kb.corrections.file import append, from_line, read_corrections, to_line
from kb.corrections.making import Corrector
from kb.corrections.model import (
    Correction,
    CorrectionKind,
    CorrectionState,
    Statement,
    statement_of,
)
from tests.kb.corrections.making import correction, lasts
from tests.kb.corrections.test_apply import TOPIC

SENTENCES = (
    *("It lasts 3 years.", "Dry paint lasts 3 years, they say.", "It is cheap."),
    *("“Nothing lasts 3 years”, said Dr. Low.", "Is it cheap?", "Our paint’s good!"),
)
WORDS = ("lasts 3 years", "it is cheap", "Our paint's good", "paint")
STATES = (lasts(3), lasts(5), lasts(3, 5), Statement("cheap"), Statement("price"))
KINDS = [k for k in CorrectionKind if k is not CorrectionKind.UNDO]
PEOPLE = ("Ana", "Ben")
paragraphs = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join),
    min_size=1,
    max_size=4,
)


def document(texts: list[str]) -> Document:
    text, blocks = "", []
    for paragraph in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + len(paragraph)))
        text += f"{paragraph}\n\n"
    return Document("a", text, tuple(blocks))


def read_in(texts: list[str]) -> tuple[Claim, ...]:
    """A reader that takes every “lasts 3 years” and “cheap” for a claim."""
    places, made, seen = SourceText(document(texts)), [], dict[str, int]()
    for words, states in (("lasts 3 years", lasts(3)), ("cheap", Statement("cheap"))):
        for span in places.occurrences(words):
            quote = places.document.text[slice(*span)]
            sentence = places.sentence(span)
            made.append(
                Claim("a", *span, quote, sentence, "self", states.aspect, states.polarity,
                      states.value, ordinal=seen.get(words, 0))
            )  # fmt: skip
            seen[words] = seen.get(words, 0) + 1
    return tuple(sorted(made, key=lambda c: c.start))


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[str], list[Correction]]:
    """A text, and lines of two people and a reader on it, with undos."""
    texts = draw(paragraphs)
    places = SourceText(document(texts))
    spans = [s for words in WORDS for s in places.occurrences(words)]
    lines: list[Correction] = []
    for n in range(draw(st.integers(1, 6)) if spans else 0):
        when = f"2027-01-31T09:{draw(st.integers(0, 3)):02}:0{n}.000000+00:00"
        if lines and draw(st.integers(0, 3)) == 0:
            who = Corrector(draw(st.sampled_from(PEOPLE)), when)
            lines.append(making.undone(draw(st.sampled_from(lines)), who))
            continue
        kind = draw(st.sampled_from(KINDS))
        told = {"anchor": places.anchor(draw(st.sampled_from(spans))), "when": when}
        if kind not in (CorrectionKind.NOT_A_CLAIM, CorrectionKind.RIGHT):
            told["states"] = draw(st.sampled_from(STATES))
        if kind is CorrectionKind.ADD and draw(st.booleans()):
            told |= {"by": "", "reader": "other"}
        else:
            told["by"] = draw(st.sampled_from(PEOPLE))
        lines.append(correction(kind, **told))
    return texts, lines


def after(texts: list[str], lines: list[Correction]) -> Corrected:
    return apply_corrections(lines, read_in(texts), {"a": document(texts)}, TOPIC)


@given(histories(), st.randoms())
def test_corrections_in_any_order_give_the_same(
    history: tuple[list[str], list[Correction]], chance: random.Random
) -> None:
    texts, lines = history
    mixed = [*lines, *lines[:2]]
    chance.shuffle(mixed)
    assert after(texts, mixed) == after(texts, lines)


@given(histories())
def test_a_correction_and_its_undo_give_what_was_before(
    history: tuple[list[str], list[Correction]],
) -> None:
    texts, lines = history
    if lines:
        *before, last = lines
        back = making.undone(last, Corrector("Cy", "2027-02-01T00:00:00.000000+00:00"))
        if last.id not in {line.id for line in before}:
            assert after(texts, [*lines, back]) == after(texts, before)


@given(histories())
def test_every_line_comes_back_from_its_file(
    history: tuple[list[str], list[Correction]],
) -> None:
    for line in history[1]:
        assert from_line(to_line(line)) == line


@given(histories())
def test_claims_stay_sound(history: tuple[list[str], list[Correction]]) -> None:
    """Ids are told apart, quotes are the text's, and nothing struck still stands."""
    texts, lines = history
    found = after(texts, lines)
    text = document(texts).text
    assert len({c.id for c in found.claims}) == len(found.claims)
    assert all(text[c.start : c.end] == c.quote for c in found.claims)
    assert not {*found.struck} & {*found.claims}
    assert {a.claim for a in found.applied if a.claim} <= {c.id for c in found.claims}


UNIQUE = "This one alone lasts 3 years here."


@given(paragraphs, paragraphs, st.randoms(), st.sampled_from(["other-value", "not-a-claim"]))
def test_edits_elsewhere_lose_none(
    before: list[str], after_: list[str], chance: random.Random, kind: str
) -> None:
    """Paragraphs come, go and move; the sentence that was corrected stays as it is."""
    first, then = [*before, UNIQUE], [*after_, UNIQUE]
    chance.shuffle(first)
    chance.shuffle(then)
    places = SourceText(document(first))
    (span,) = places.occurrences("alone lasts 3 years")
    line = correction(kind, anchor=places.anchor(span))
    (applied,) = after(then, [line]).applied
    assert applied.state is CorrectionState.HOLDS
    said = [statement_of(c) for c in after(then, [line]).claims if "alone" in c.quote]
    assert said == ([line.states] if line.states else [])


@given(paragraphs, st.data())
def test_a_claim_that_stands_twice_is_corrected_where_it_was(
    texts: list[str], data: st.DataObject
) -> None:
    """An anchor taken in a text is found at its own place in that text."""
    places = SourceText(document(texts))
    spans = [s for words in WORDS for s in places.occurrences(words)]
    if spans:
        span: Span = data.draw(st.sampled_from(spans))
        anchor = places.anchor(span)
        found = places.find(anchor).span
        assert found is not None
        assert places.anchor(found) == anchor


def _write(path: Path, by: str, lines: int) -> None:
    for n in range(lines):
        one = correction(by=by, note=str(n))
        append(path, one, making.undone(one, Corrector(by, one.when)))


@pytest.mark.parametrize("at_once", ["processes", "threads"])
def test_two_who_write_at_once_lose_nothing(tmp_path: Path, at_once: str) -> None:
    path = tmp_path / "readings.jsonl"
    kind = multiprocessing.get_context("spawn").Process if at_once == "processes" else None
    make = kind or threading.Thread
    writers = [make(target=_write, args=(path, by, 40)) for by in ("Ana", "Ben")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    lines = read_corrections(path)
    assert {(c.by, c.note) for c in lines if c.note} == {
        (by, str(n)) for by in ("Ana", "Ben") for n in range(40)
    }
    assert len(lines) == 160
