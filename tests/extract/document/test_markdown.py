import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import InputError
from tests.extract.document.located import blocks, moved, place, read
from tests.growth import grows_evenly

PAGE = """\
---
title: Beds
---
# All **about** beds #

It lasts *ten* [long](http://example.org "Ten") years &amp; more,
and it is `firm`, \\*really\\*. ![A bed](bed.png)

- It is cheap
- It is quiet:
  - very

  Not a sound.

> They say
> it is **oak**.

| Age      | Price |
|----------|-------|
| 1 \\| 2 a | `$3` a |

## Does it squeak?
Never.

    code here
"""


def test_blocks_hold_prose_without_markup() -> None:
    assert blocks(PAGE, ".md") == [
        ("furniture", "--- title: Beds ---"),
        ("heading", "All about beds"),
        ("paragraph", "It lasts ten long years & more, and it is firm, *really*."),
        ("item", "It is cheap"),
        ("item", "It is quiet:"),
        ("item", "very"),
        ("item", "Not a sound."),
        ("paragraph", "They say it is oak."),
        ("heading", "Age │ Price"),
        ("item", "1 | 2 a │ $3 a"),
        ("question", "Does it squeak?"),
        ("paragraph", "Never."),
        ("furniture", "code here"),
    ]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("All about", "4:3-4:14"),
        ("ten", "6:11-6:14"),
        ("long", "6:17-6:21"),
        ("years & more", "6:49-6:65"),
        ("firm", "7:12-7:16"),
        ("really", "7:21-7:27"),
        ("very", "11:5-11:9"),
        ("Not a", "13:3-13:8"),
        ("They say it", "15:3-16:5"),
        ("oak", "16:11-16:14"),
        ("Price", "18:14-18:19"),
        ("2 a", "20:8-20:11"),
        ("$3", "20:15-20:17"),
        ("Does", "22:4-22:8"),
    ],
)
def test_places_are_those_of_the_file(words: str, where: str) -> None:
    assert place(PAGE, ".md", words) == where


def test_every_character_stands_where_its_place_says() -> None:
    assert moved(PAGE, ".md") == []


def test_windows_line_ends_and_a_byte_order_mark_move_nothing() -> None:
    data = "\ufeff" + PAGE.replace("\n", "\r\n")
    assert place(data, ".md", "oak") == "16:11-16:14"
    assert place(data, ".md", "--- title") == "1:1-2:6"


def test_the_same_cell_twice_keeps_its_columns() -> None:
    text = "| a b | a b |\n|---|---|\n| a b | a b |\n"
    document, places = read(text, ".md")
    starts = [n for n, c in enumerate(document.text) if c == "a"]
    assert [str(places.of(n)) for n in starts] == ["1:3", "1:9", "3:3", "3:9"]


def test_a_forced_break_before_a_new_statement_ends_the_block() -> None:
    text = "It lasts ten years.\\\nIt is firm and\\\nquiet."
    assert blocks(text, ".md") == [
        ("paragraph", "It lasts ten years."),
        ("paragraph", "It is firm and quiet."),
    ]


def test_comments_are_told_with_their_places() -> None:
    text = "It is firm.\n\n<!-- kb-ignore KB201:\nsigned off -->\nIt lasts. <!-- b --> It is oak.\n"
    text = text.replace("-->\nIt lasts", "-->\n\nIt lasts")
    document, places = read(text, ".md")
    assert "kb-ignore" not in document.text
    one, two = places.comments
    assert one.text == "kb-ignore KB201:\nsigned off"
    assert (str(one.place), str(one.end)) == ("3:1", "4:14")
    assert document.text[one.offset :].startswith("It lasts.")
    assert (two.text, str(two.place)) == ("b", "6:11")
    assert document.text[two.offset :].strip() == "It is oak."


def test_html_within_is_read_as_html_is() -> None:
    text = "- Beds\n\n<details>\n<summary>Is it firm?</summary>\n\nYes, *very*.\n\n</details>\n"
    text += "\n<nav>Home</nav>\n"
    assert blocks(text, ".md") == [
        ("item", "Beds"),
        ("question", "Is it firm?"),
        ("paragraph", "Yes, very."),
        ("furniture", "Home"),
    ]
    assert place(text, ".md", "Is it firm?") == "4:10-4:21"


def test_struck_text_is_withdrawn() -> None:
    assert blocks("It lasts ~~five~~ ten years.", ".md") == [("paragraph", "It lasts ten years.")]


def test_a_list_of_links_is_a_menu() -> None:
    text = "- [Beds](a)\n- [Slats](b)\n- [Oak](c)\n\nIt is firm.\n\n- [Firm](d) beds\n"
    assert [kind for kind, _ in blocks(text, ".md")] == ["furniture"] * 3 + ["paragraph", "item"]


@pytest.mark.parametrize("text", ["<!-- nothing -->", "***", "![A bed](bed.png)"])
def test_a_file_without_words_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="KB401 a: has no text outside of its markup"):
        read(text, ".md")


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        (">", 5000),
        ("[", 700),
        ("*a_ ", 700),
        ("`a", 1500),
        ("<div>", 1500),
        ("<!-- ", 5000),
        ("|a", 5000),
        ("- ", 5000),
        ("[a](", 700),
    ],
)
def test_hostile_input_is_read_in_linear_time(piece: str, times: int) -> None:
    def work(n: int) -> None:
        document, _ = read("It is firm.\n\n" + piece * n, ".md")
        assert document.text.startswith("It is firm.")

    assert grows_evenly(work, times)


MARKUP = [
    "a b.",
    "*x*",
    "**y z**",
    "_u_",
    "`c d`",
    "[l](m)",
    "&lt;",
    "\\*",
    "~~s~~",
    "|",
    "é",
    "1.",
]
MARKUP += [
    "<b>",
    "<!--k-->",
    "<p>q</p>",
    "\n",
    "\n\n",
    "  \n",
    "\n- ",
    "\n> ",
    "\n# ",
    "\n|a|b|\n|-|-|\n",
]


@given(st.lists(st.sampled_from(MARKUP), max_size=30))
def test_any_markup_keeps_its_places(pieces: list[str]) -> None:
    text = "word " + " ".join(pieces)
    assert moved(text, ".md") == []
