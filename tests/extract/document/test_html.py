import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document.html import declared_encoding
from extract.document.skipped import CLASSES, is_skipped
from extract.errors import InputError
from tests.extract.document.located import blocks, moved, place, read
from tests.growth import grows_evenly

PAGE = """\
<!DOCTYPE html>
<html><head><title>Shop</title><style>p { color: red }</style>
<script>var text = "<p>Not this</p>";</script></head>
<body class="site-nav-open">
<nav><a href="/">Home</a> <a href="/beds">Our beds</a></nav>
<header><h1>Beds that<br>last <em>for&nbsp;ever</em></h1>
<div class="hero">No noise, <b>guaranteed</b>.</div></header>
<!-- kb-ignore KB101: signed off -->
<p>It&rsquo;s firm &amp; quiet<sup>1</sup>.<br>It lasts <del>five</del> <ins>ten</ins> years.</p>
<ul><li><p>Cheap as chips</p></li><li>Made of oak</li></ul>
<details><summary>Does it squeak?</summary>Never.</details>
<dl><dt>Lifespan</dt><dd>10 years</dd></dl>
<h3><button aria-expanded="false">Is it firm?</button></h3><div hidden>Yes, very.</div>
<table><tr><th>Age<td>10 years</table>
<p>Rest <a href="/order">well</a> <button>Buy</button> for ten years.</p>
<img alt="Not this either" src="bed.png">
<footer>Beds Limited, Example Road</footer>
</body></html>
"""


def test_a_landing_page_block_by_block() -> None:
    assert blocks(PAGE, ".html") == [
        ("furniture", "Home Our beds"),
        ("heading", "Beds that last for\u00a0ever"),
        ("paragraph", "No noise, guaranteed."),
        ("paragraph", "It’s firm & quiet."),
        ("paragraph", "It lasts ten years."),
        ("item", "Cheap as chips"),
        ("item", "Made of oak"),
        ("question", "Does it squeak?"),
        ("paragraph", "Never."),
        ("heading", "Lifespan"),
        ("paragraph", "10 years"),
        ("question", "Is it firm?"),
        ("paragraph", "Yes, very."),
        ("item", "Age │ 10 years"),
        ("paragraph", "Rest well for ten years."),
        ("furniture", "Buy"),
        ("furniture", "Beds Limited, Example Road"),
    ]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Home", "5:18-5:22"),
        ("last for\u00a0ever", "6:26-6:48"),
        ("guaranteed", "7:32-7:42"),
        ("It’s", "9:4-9:14"),
        ("& quiet", "9:20-9:31"),
        ("10 years", "12:26-12:34"),
        ("Age", "14:16-14:19"),
        ("well", "15:26-15:30"),
    ],
)
def test_places_are_those_of_the_file(words: str, where: str) -> None:
    assert place(PAGE, ".html", words) == where


def test_every_character_stands_where_its_place_says() -> None:
    assert moved(PAGE, ".html") == []


def test_text_that_the_parser_moves_keeps_its_place() -> None:
    text = "<p>One.</p>\n<table>\n<tr><td>ten</td></tr>stray ten\n</table>\n<p>Two.</p>"
    assert [b[1] for b in blocks(text, ".html")] == ["One.", "stray ten", "ten", "Two."]
    assert moved(text, ".html") == []
    assert place(text, ".html", "Two.") == "5:4-5:8"


def test_comments_are_told_with_their_places() -> None:
    document, places = read(PAGE, ".html")
    (comment,) = places.comments
    assert (comment.text, str(comment.place)) == ("kb-ignore KB101: signed off", "8:1")
    assert document.text[comment.offset :].startswith("It’s firm")


def test_a_form_around_the_page_is_no_furniture() -> None:
    text = "<form><nav>Menu here</nav><h1>Oak beds</h1><p>It is firm.</p></form>"
    assert [kind for kind, _ in blocks(text, ".html")] == ["furniture", "heading", "paragraph"]


def test_a_list_of_links_is_a_menu() -> None:
    text = "<ul><li><a>Oak</a><li><a>Ash</a><li><a>Elm</a></ul><ul><li><a>Oak</a> lasts</ul>"
    assert [kind for kind, _ in blocks(text, ".html")] == ["furniture"] * 3 + ["item"]


def test_lines_broken_by_hand() -> None:
    text = "<p>It lasts<br>ten years<br>• Firm<br>• Quiet<br><br>so we hear</p>"
    assert blocks(text, ".html") == [
        ("paragraph", "It lasts ten years"),
        ("item", "Firm"),
        ("item", "Quiet"),
        ("paragraph", "so we hear"),
    ]


def test_a_raised_number_is_a_note_unless_it_is_a_power() -> None:
    assert blocks("<p>Ten years<sup>2</sup> on 4 m<sup>2</sup>.</p>", ".html") == [
        ("paragraph", "Ten years on 4 m2.")
    ]


@pytest.mark.parametrize("cue", CLASSES, ids=lambda cue: cue.example)
def test_each_class_cue_fits_its_example_and_leaves_the_other(cue: object) -> None:
    assert is_skipped("div", {"class": f"x {cue.example}"})  # type: ignore[attr-defined]
    assert not is_skipped("div", {"class": f"x {cue.leaves}"})  # type: ignore[attr-defined]


def test_roles() -> None:
    assert is_skipped("div", {"role": "navigation"})
    assert not is_skipped("div", {"role": "main"})


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>A café’s bed".encode(), "A café’s bed"),
        ("\ufeff<p>A café".encode("utf-8"), "A café"),
        ("<p>A café".encode("utf-16"), "A café"),
        (b"<p>It\x92s firm", "It’s firm"),
        (b"<meta charset=iso-8859-1><p>It\x92s firm", "It’s firm"),
        ('<meta charset="windows-1250"><p>pohovka ležící'.encode("cp1250"), "pohovka ležící"),
        (b"<meta charset=nonsense><p>caf\xe9", "café"),
        ("<meta charset=latin1><p>café".encode(), "café"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert read(data, ".html")[0].text == text


def test_the_declared_encoding_in_an_old_page() -> None:
    head = b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'
    assert declared_encoding(head) == "cp1252"
    assert declared_encoding(b"<p>charset=utf-8") is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "a: has no text"),
        (b"<html><script>1</script><!-- x --></html>", "a: has no text outside of its markup"),
        (b"<p>hi\x00\x01", "a: holds binary data"),
    ],
)
def test_refuses_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(InputError) as error:
        read(data, ".html")
    assert str(error.value).startswith(f"KB401 {told}")


@pytest.mark.parametrize(
    ("head", "piece", "times"),
    [
        ("", "<div>", 15_000),
        ("", "<nav>", 15_000),
        ("", "<b>", 8_000),
        ("", "<ul><li>x", 1_000),
        ("", "<table><tr><td>", 1_000),
        ("<p class='", "a ", 1_000_000),
        ("", '<a href="', 20_000),
        ("", "<!--", 50_000),
        ("", "<", 100_000),
        ("", "&amp", 8_000),
        ("", "<script>", 20_000),
        ("", "</p></b></div>", 3_000),
    ],
    ids=lambda each: str(each)[:12],
)
def test_hostile_pages_are_read_in_linear_time(head: str, piece: str, times: int) -> None:
    def work(n: int) -> None:
        document, _ = read(f"<p>It is firm.</p>{head}{piece * n}'>", ".html")
        assert document.text.startswith("It is firm.")

    assert grows_evenly(work, times)


PIECES = ["<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<table>", "<td>", "</table>", "<br>"]
PIECES += ["<!--k-->", "&eacute;", "&amp", "a b", "c.", "\n", " ", "<li>", "<x y='>'>", "é "]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_markup_gives_every_word_once(pieces: list[str]) -> None:
    document, _ = read("<p>word</p>" + "".join(pieces), ".html")
    assert document.text.startswith("word")
    assert document.text.count("a b") == pieces.count("a b")
