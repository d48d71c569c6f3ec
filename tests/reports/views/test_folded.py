"""How many of each group of sources say what, questions down."""

from dataclasses import replace

import pytest

from reports.views import folded
from reports.views.book import Book, open_book
from reports.views.columns import groups
from reports.views.folded import QUIET, SHADES, FoldedMatrix, FoldedRow, folded_matrix
from reports.views.matrix import held
from tests.reports.crowd import crowd


@pytest.fixture(scope="module")
def many() -> Book:
    return open_book(crowd(80))


def matrix_of(book: Book) -> FoldedMatrix:
    found = folded_matrix(book)
    assert found is not None
    return found


def row(book: Book, label: str) -> FoldedRow:
    return next(r for r in matrix_of(book).rows if r.aspect.label == label)


def test_few_sources_are_not_folded(book: Book) -> None:
    assert folded_matrix(book) is None


def test_everybody_of_a_group_is_counted_once(many: Book) -> None:
    found = matrix_of(many)
    assert sum(c.counted for c in found.columns) == 80
    for r in found.rows:
        for column, cell in zip(found.columns, r.cells, strict=True):
            assert sum(s.count for s in cell.shares) + cell.silent == column.counted


def test_who_says_yes_no_and_both(many: Book) -> None:
    said = {p.label: set(p.sources) for p in many.by_aspect["smell"]}
    plain = {"yes": said["yes"] - said["no"], "no": said["no"] - said["yes"]}
    for group, cell in zip(groups(many), row(many, "Smell").cells, strict=True):
        counted = {s.words: s.count for s in cell.shares}
        for word, sources in plain.items():
            assert counted.get(word, 0) == len(sources.intersection(group.sources))


def test_a_question_of_how_much_is_told_by_its_sides(many: Book) -> None:
    lifespan = row(many, "Lifespan")
    assert [letter for letter, _ in lifespan.sides][:2] == ["A", "B"]
    assert {s.words for c in lifespan.cells for s in c.shares} >= {"A", "B"}


def test_the_shade_grows_with_the_share_and_what_is_quiet_has_none(many: Book) -> None:
    for r in matrix_of(many).rows:
        for cell in r.cells:
            assert all(1 <= s.shade <= SHADES and s.kind not in QUIET for s in cell.shares)
            ordered = sorted(cell.shares, key=lambda s: s.count)
            assert [s.shade for s in ordered] == sorted(s.shade for s in ordered)


def test_a_copy_counts_with_what_it_repeats() -> None:
    k = crowd(80)
    copied = [
        replace(s, copy_of=k.sources[0].id) if n == 40 else s for n, s in enumerate(k.sources)
    ]
    found = matrix_of(open_book(replace(k, sources=tuple(copied))))
    assert sum(c.counted for c in found.columns) == 79


def test_questions_beyond_the_bound_are_counted(
    many: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folded, "ROWS", 2)
    found = matrix_of(many)
    answered = sum(bool(by) for by in held(many).values())
    assert (len(found.rows), found.left_out) == (2, answered - 2)
    assert [link.label for link in found.silent] == ["Noise"]
