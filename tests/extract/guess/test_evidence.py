"""What is counted in texts."""

from extract.guess.evidence import Seen

from .texts import evidence


def test_phrases_are_counted_by_text() -> None:
    found = evidence("The garden pump is old. I have a garden pump.", "A garden pump is loud.")
    assert found.phrases.seen(("garden", "pump")) == Seen(3, 2)
    assert found.texts == 2


def test_words_side_by_side_count_however_they_are_parsed() -> None:
    found = evidence("The garden-pump leaks, garden pumps do.")
    assert found.spelled(("garden", "pump")) == Seen(2, 1)


def test_titles_count_apart() -> None:
    found = evidence("# Pumps for all\nThe shed is old.")
    assert found.spelled(("pump",), headed=True).texts == 1
    assert found.spelled(("shed",), headed=True).texts == 0
