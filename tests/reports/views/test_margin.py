"""Long margins are folded: as many notes stay open as fit beside their paragraph."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from kb.knowledge.value import Knowledge
from reports.site import pages
from reports.views.margin import unfolded

LINE = 70  # characters, just under a line of the text


@pytest.mark.parametrize(
    ("lines", "heights", "open"),
    [
        (1, [], 0),
        (1, [1], 1),
        (1, [20], 1),  # the first always stays
        (1, [20, 1], 1),
        (1, [2, 2], 2),  # a line or two more than the text does no harm
        (1, [2, 2, 2], 2),
        (6, [3, 3, 3, 3], 4),
        (6, [3, 3, 3, 3, 3], 4),
    ],
)
def test_notes_stay_open_as_far_as_they_fit(lines: int, heights: list[int], open: int) -> None:
    assert unfolded(lines * LINE, heights) == open


def test_folded_notes_are_all_there_and_counted(knowledge: Knowledge) -> None:
    tree = LexborHTMLParser(dict(pages(knowledge))["source-dreamwell.html"].decode())
    folds = tree.css(".margin > details")
    assert folds
    for fold in folds:
        summary, notes = fold.css_first("summary"), fold.css(".note")
        assert summary is not None
        assert summary.text().split()[0] == str(len(notes))
        hard = sum("contradicted" in str(n.attributes["class"]) for n in notes)
        assert (f"{hard} contradicted" in summary.text()) == bool(hard)
    numbers = [str(n.attributes["id"]) for n in tree.css(".note")]
    assert numbers == [f"n-{n}" for n in range(1, len(numbers) + 1)]
