import pytest

from reports.teach.item import Asking, Item, item_of
from reports.views.book import Book

FIRST, SECOND = ("blog", 10), ("desk", 40)


def item(
    about: str, tells: str = "", shows: tuple[str, int] | None = None, *rests: tuple[str, int]
) -> Item:
    return Item(
        "i", "n", "s", None, (), (), "what", about,
        frozenset([tells] if tells else []), frozenset([shows] if shows else []), frozenset(rests),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "gives"),
    [
        (item("smell", "blog"), item("smell", "desk"), False),
        (item("smell", "blog"), item("smell", "blog"), True),  # what it says, and who says so
        (item("smell", "blog"), item("price", "blog"), False),
        (item("smell", "", FIRST), item("price", "", None, FIRST), True),  # it shows the proof
        (item("smell", "", None, FIRST), item("smell", "", None, FIRST, SECOND), True),
        (item("smell", "", None, FIRST), item("price", "", None, FIRST), False),
    ],
)
def test_one_item_may_not_give_another_one_s_answer_away(
    one: Item, other: Item, gives: bool
) -> None:
    assert one.gives_away(other) is gives is other.gives_away(one)


def asking(book: Book, *wrong: str) -> Asking:
    claim = next(iter(book.claims))
    return Asking("what", "smell", "Does it?", "yes", wrong, (claim,))


def test_fewer_than_two_wrong_answers_are_no_choice(book: Book) -> None:
    assert item_of(book, asking(book, "no")) is None
    assert item_of(book, asking(book, "no", "no", "yes")) is None
    found = item_of(book, asking(book, "no", "perhaps"))
    assert found and sorted(o.text for o in found.options) == ["no", "perhaps", "yes"]
    assert found.answer().endswith(") yes")
