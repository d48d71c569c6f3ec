import pytest

from extract.model import Block, BlockKind, Document, Span
from kb.corrections.anchoring import SourceText, fold
from kb.corrections.model import Anchor, CorrectionState


def places(*paragraphs: str) -> SourceText:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return SourceText(Document("a", text, tuple(blocks)))


def anchored(words: str, *paragraphs: str) -> Anchor:
    there = places(*paragraphs)
    return there.anchor(there.occurrences(words)[0])


PAINT = "Our paint is good. It lasts 3 years, says Dr. Low. It costs little."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It’s “good”.", 'it\'s "good"'),
        ("It lasts\n  3 years.", "lasts 3 years"),
        ("IT LASTS 3 YEARS", "lasts 3 years"),
        ("İt lasts 3 years", "3 years"),
    ],
)
def test_words_are_found_whatever_their_quotes_spaces_and_case(text: str, words: str) -> None:
    there = places(text)
    (span,) = there.occurrences(words)
    assert fold(text[slice(*span)]).text.strip() == fold(words).text.strip()


def test_no_word_is_cut() -> None:
    assert places("It lasts 30 years, not 3.").occurrences("3") == (Span(23, 24),)


def test_an_anchor_holds_the_words_and_what_stands_around_them() -> None:
    assert anchored("lasts 3 years", PAINT) == Anchor(
        "lasts 3 years",
        "Our paint is good. It",
        ", says Dr. Low. It costs little.",
        "It lasts 3 years, says Dr. Low.",
    )


def test_surroundings_are_short() -> None:
    found = anchored("3 years", f"{'b' * 70} 3 years {'a' * 70}")
    assert (found.before, found.after) == ("b" * 60, "a" * 60)


def test_a_paragraph_that_moved_keeps_its_anchor() -> None:
    anchor = anchored("lasts 3 years", "Read this first.", PAINT)
    now = places("Another beginning.", "And more.", PAINT.replace("good", "bad"))
    found = now.find(anchor)
    assert found.state is CorrectionState.HOLDS
    assert found.span and now.document.text[slice(*found.span)] == "lasts 3 years"


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them() -> None:
    one, two = "Dura is cheap. It lasts 3 years. Buy it.", "Flexa is dear. It lasts 3 years. Mind."
    there = places(one, two)
    second = there.occurrences("lasts 3 years")[1]
    found = places(two, one).find(there.anchor(second))
    assert found.span == Span(second.start - len(one) - 2, second.end - len(one) - 2)


@pytest.mark.parametrize(
    ("now", "state", "nearest"),
    [
        (
            PAINT.replace("It lasts", "It never lasts"),
            "changed",
            "It never lasts 3 years, says Dr. Low.",
        ),
        (PAINT.replace("3 years", "4 years"), "changed", "It lasts 4 years, says Dr. Low."),
        ("We sell brushes. Come and see.", "lost", ""),
    ],
)
def test_a_sentence_that_changed_comes_up_for_review(now: str, state: str, nearest: str) -> None:
    found = places(now).find(anchored("lasts 3 years", PAINT))
    assert (found.state, found.nearest) == (CorrectionState(state), nearest)


def test_quotes_and_spaces_change_no_sentence() -> None:
    anchor = anchored("it’s good", "They say it’s good.")
    assert places("They  say\nit's good.").find(anchor).state is CorrectionState.HOLDS


def test_an_anchor_without_a_sentence_needs_its_words_only() -> None:
    assert places(PAINT).find(Anchor("lasts 3 years")).state is CorrectionState.HOLDS
