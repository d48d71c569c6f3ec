import pytest

from extract.errors import InputError
from tests.extract.document.located import blocks, placed, read
from tests.extract.document.makers import Line, pdf

TEXT: list[Line] = [
    (72, 700, 18, "How long it lasts"),
    (
        72,
        670,
        11,
        "The bed is made of oak and of ash, and the people who sleep on it say that it is com-",
    ),
    (
        72,
        656,
        11,
        "fortable and that it lasts for ten years or more, if turned over every three or four",
    ),
    (72, 642, 11, "months. It never squeaks."),
    (
        72,
        616,
        11,
        "A second paragraph says that it is firm, quiet, cheap, and that it is at least a semi-",
    ),
    (72, 602, 11, "permanent fixture."),
    (90, 580, 11, "• It is firm."),
    (90, 566, 11, "• It is quiet."),
]


def test_wrapped_lines_are_rejoined() -> None:
    assert blocks(pdf(TEXT), ".pdf") == [
        ("heading", "How long it lasts"),
        (
            "paragraph",
            "The bed is made of oak and of ash, and the people who sleep on it say that it is"
            " comfortable and that it lasts for ten years or more, if turned over every"
            " three or four months. It never squeaks.",
        ),
        (
            "paragraph",
            "A second paragraph says that it is firm, quiet, cheap, and that it is at least a"
            " semi-permanent fixture.",
        ),
        ("item", "It is firm."),
        ("item", "It is quiet."),
    ]


def page(number: int, body: str) -> list[Line]:
    return [
        (72, 760, 9, "Sleepwell Beds, a catalogue"),
        (72, 700, 11, body),
        (72, 640, 11, f"Bed {body.split()[-1]} is firm."),
        (300, 30, 9, f"Catalogue page {number} of three"),
    ]


def test_heads_and_feet_of_pages_are_furniture() -> None:
    data = pdf(page(1, "We made one."), page(2, "Then came two."), page(3, "Last of all three."))
    shown = [(str(p), w) for p, w in placed(data, ".pdf")]
    kinds = [kind for kind, _ in blocks(data, ".pdf")]
    furniture = [w for (_, w), kind in zip(shown, kinds, strict=True) if kind == "furniture"]
    assert furniture.count("Sleepwell Beds, a catalogue") == 3
    assert "Catalogue page 2 of three" in furniture
    assert ("page 2", "Then came two.") in shown
    assert "Then came two." not in furniture


def test_a_paragraph_goes_on_over_the_page() -> None:
    one: list[Line] = [
        (72, 90, 11, "The bed lasts for ten years or more, and it"),
        (300, 30, 9, "1"),
    ]
    two: list[Line] = [(72, 700, 11, "is quiet for all of them."), (300, 30, 9, "2")]
    document, places = read(pdf(one, two), ".pdf")
    assert document.text.startswith("The bed lasts for ten years or more, and it is quiet for all")
    assert str(places.of(0)) == "page 1"
    assert str(places.of(document.text.index("quiet"))) == "page 2"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "has no text"),
        (pdf([], []), "has no text, only pictures (a scan?)"),
        (pdf(TEXT, locked=True), "is encrypted; save it without a password"),
        (pdf(TEXT)[:200], "is no PDF that can be read"),
        (b"It is firm.", "is no PDF that can be read"),
        (b"x" * 20_000_001, "is larger than 20 MB"),
    ],
)
def test_refuses_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(InputError) as error:
        read(data, ".pdf")
    assert str(error.value).startswith(f"KB401 a: {told}")
    assert "\n" not in str(error.value)
