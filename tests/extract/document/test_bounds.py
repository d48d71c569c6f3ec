"""Hostile files: each is read in time and memory that grow with it, or refused in one line."""

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import READERS
from extract.document.reflow import TextLine, paragraphs
from extract.errors import InputError
from tests.extract.document.located import read
from tests.extract.document.makers import docx, pdf
from tests.growth import grows_evenly, keeps_memory

LETTER = docx(("Normal", "It is firm."))
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KINDS = "http://schemas.openxmlformats.org/package/2006/relationships"


def repeated(piece: str, head: str = "") -> Callable[[int], str]:
    """A text of `n` pieces, each with its number."""
    return lambda n: head + "".join(piece.replace("#", str(i)) for i in range(n))


GROWING: dict[str, tuple[str, Callable[[int], str], int]] = {
    "plain lines": (".txt", repeated("It is firm\n"), 5000),
    "plain one line": (".txt", repeated("word "), 40_000),
    "plain empty lines": (".txt", repeated("\r\n", "a"), 40_000),
    "soft breaks": (".md", repeated("It is firm\n"), 3000),
    "hard breaks": (".md", repeated("It is firm\\\n"), 3000),
    "breaks by spaces": (".md", repeated("It is firm  \n"), 3000),
    "open front matter": (".md", repeated("a: b\n", "---\n"), 3000),
    "marked lines": (".md", repeated("*a*\n"), 3000),
    "lines of HTML": (".md", repeated("<b>x</b>\n", "<div>\n"), 2000),
    "emphasis": (".md", repeated("*a **a *a "), 2000),
    "brackets": (".md", repeated("[", "a "), 2000),
    "backticks": (".md", lambda n: " ".join("`" * i for i in range(int(n**0.5))) + "a", 90_000),
    "references": (".md", repeated("[a#]: b\n", "a\n\n"), 3000),
    "quotes": (".md", repeated("> a\nb\n"), 1000),
    "cells": (".md", repeated("| a | a |\n", "|a|b|\n|-|-|\n"), 1000),
    "left open": (".html", repeated("<font a#=b></x>x<p>"), 1000),
    "left open in lists": (".html", repeated("<s id=#><b></x></x><p>x", "a"), 1000),
    "left open in choices": (".html", repeated("<b id=#><select></b></select>x<p>"), 600),
    "closed by others": (".html", repeated("<x><div></x></div>", "a"), 6000),
    "lists in lists": (".html", repeated("<dd><li>", "a"), 12_000),
    "attributes": (".html", lambda n: f"<p {repeated('a#=b ')(n)}>x", 10_000),
    "attributes of the page": (".html", repeated("<body a#=b>", "x"), 10_000),
    "entities": (".html", repeated("&amp;", "a"), 10_000),
    "one entity": (".html", lambda n: f"a &#{'9' * n};", 100_000),
    "open comments": (".html", repeated("<!-- a --", "a"), 10_000),
}
"""By name: ending, the file of a size, and a size that is read well within a second."""


def work(name: str) -> Callable[[int], None]:
    ending, made, _ = GROWING[name]

    def reads(n: int) -> None:
        assert read(made(n), ending)[0].text

    return reads


@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_file_takes_four_times_the_time(name: str) -> None:
    assert grows_evenly(work(name), GROWING[name][2])


@pytest.mark.fuzz
@pytest.mark.parametrize("name", GROWING)
def test_four_times_a_large_file_takes_four_times_the_time(name: str) -> None:
    assert grows_evenly(work(name), GROWING[name][2] * 8)


@pytest.mark.parametrize("name", GROWING)
def test_twice_the_file_takes_twice_the_memory(name: str) -> None:
    assert keeps_memory(work(name), GROWING[name][2] // 4)


def test_a_long_word_at_the_end_of_a_line_of_a_pdf() -> None:
    def joins(n: int) -> None:
        lines = [TextLine("a" * n + "1-", 1, 72, 500, 700, 711)]
        assert list(paragraphs([*lines, TextLine("firm", 1, 72, 500, 688, 699)]))

    assert grows_evenly(joins, 4000)


def packed(**parts: str) -> bytes:
    """A Word file with other parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(LETTER)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def body(inner: str) -> bytes:
    whole = f'<w:document xmlns:w="{WORD}"><w:body>{inner}</w:body></w:document>'
    return packed(**{"word/document.xml": whole})


PARAGRAPH = "<w:p><w:r><w:t>It is firm.</w:t></w:r></w:p>"
RELATIONS = f'<Relationships xmlns="{KINDS}">{" " * 16_000_000}</Relationships>'
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'
DEEP = PARAGRAPH + "<w:x>" * 300 + "</w:x>" * 300
REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "relations": (
        ".docx",
        lambda: packed(**{"word/_rels/document.xml.rels": RELATIONS}),
        "unpacks to more than can be read; split it",
    ),
    "many parts": (
        ".docx",
        lambda: packed(**{f"x{i}.xml": "<a/>" for i in range(10_001)}),
        "unpacks to more than can be read; split it",
    ),
    "entities in styles": (
        ".docx",
        lambda: packed(**{"word/styles.xml": LAUGHS}),
        "is no Word file that can be read; open it",
    ),
    "deep XML": (
        ".docx",
        lambda: body(DEEP),
        "nests its parts deeper than 250; take tables out of one another",
    ),
    "many pages": (".pdf", lambda: pdf(*[[]] * 10_001), "has more than 10,000 pages; split it"),
    "long plain text": (
        ".txt",
        lambda: b"a\n" * 2_500_001,
        "holds more than 5 million characters; split it",
    ),
    "long Markdown": (
        ".md",
        lambda: b"[\n" * 2_500_001,
        "holds more than 5 million characters; split it",
    ),
}
"""By name: ending, the file, and what is said of it."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_passes_a_bound_is_refused_in_one_line(name: str) -> None:
    ending, made, told = REFUSED[name]
    with pytest.raises(InputError) as error:
        read(made(), ending)
    assert str(error.value).startswith(f"KB401 a: {told}")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("piece", [PARAGRAPH, "<w:p/>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"])
def test_four_times_the_word_file_takes_four_times_the_time(piece: str) -> None:
    def reads(n: int) -> None:
        assert read(body(PARAGRAPH + piece * n), ".docx")[0].text

    assert grows_evenly(reads, 1000)


def test_four_times_the_pages_take_four_times_the_time() -> None:
    def reads(n: int) -> None:
        assert read(pdf(*[[(72, 700, 11, "It is firm.")]] * n), ".pdf")[0].text

    assert grows_evenly(reads, 200)


HEADS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"---\n", b"\xff\xfe", b"&#", LETTER[:900]]
TAILS = [b"", b"9" * 5000, b"<b><p>" * 300, b"> - " * 200, pdf([(72, 700, 11, "a")]), LETTER]


@given(
    st.sampled_from(sorted(READERS)),
    st.sampled_from(HEADS),
    st.binary(max_size=100),
    st.sampled_from(TAILS),
)
def test_any_bytes_give_a_document_or_one_line(
    ending: str, head: bytes, middle: bytes, tail: bytes
) -> None:
    try:
        document, places = read(head + middle + tail, ending)
        assert all(places.of(b.start) and b.end <= len(document.text) for b in document.blocks)
    except InputError as error:
        assert str(error).startswith("KB401 a: ") and "\n" not in str(error)
