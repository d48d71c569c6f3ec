"""A file given to the live page: its kind is known, it is bounded, and it can be had back."""

import base64
import io
import zipfile

import pytest
from docx import Document

from reports.live.drafts import FILE
from tests.extract.document.makers import docx
from tests.reports.live.asking import Person

AGES = "Solar panels last at least 90 years."
WORD = docx(("Normal", AGES))


def row(name: str, data: bytes) -> dict[str, str]:
    return {"name": name, "file": base64.b64encode(data).decode()}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("copy.docx", WORD),
        ("COPY.DOCX", WORD),
        ("copy.md", f"# Sunny\n\n- **Well**, {AGES}\n".encode()),
        ("copy.html", f"<h1>Sunny</h1><p>{AGES}".encode()),
        ("copy.txt", AGES.encode("utf-16")),
        ("../../etc/copy.txt", AGES.encode()),
        ("C:\\Users\\copy.txt", AGES.encode()),
    ],
)
def test_a_file_is_read_as_what_it_is(ana: Person, name: str, data: bytes) -> None:
    answer = ana.post("/check", row(name, data))
    assert answer.status_code == 200
    assert f"{AGES[:-1]}</mark>" in answer.text.replace("Well, ", "")
    assert "etc/" not in answer.text and "Users" not in answer.text


@pytest.mark.parametrize(
    ("given", "status", "says"),
    [
        (row("copy.pdf", b"%PDF"), 415, "copy.pdf: is no draft that can be read; give .docx, .md"),
        (row("copy", AGES.encode()), 415, "copy: is no draft"),
        (row("copy.docx", b"PK\x03\x04"), 409, "copy.docx: is no Word file"),
        (row("copy.txt", b""), 409, "copy.txt: has no text"),
        (row("copy.txt", b"x" * (FILE + 1)), 413, "copy.txt: is larger than 5 MB"),
        (row("copy.txt", b"word " * 50_000), 413, "a draft has at most 200,000 characters"),
        ({"name": "copy.txt", "file": "?"}, 400, "copy.txt: did not arrive whole"),
        ({"file": "eA=="}, 400, "name is missing"),
    ],
)
def test_what_can_not_be_read_is_refused_with_one_line(
    ana: Person, given: dict[str, str], status: int, says: str
) -> None:
    for address in ("/check", "/checked"):
        answer = ana.post(address, given)
        assert answer.status_code == status
        line = answer.json()["error"]
        assert says in line and "\n" not in line


def test_a_word_file_comes_back_with_comments(ana: Person) -> None:
    answer = ana.post("/checked", row("my copy.docx", WORD))
    assert answer.headers["content-disposition"].endswith("''my%20copy.checked.docx")
    made = Document(io.BytesIO(answer.content))
    assert [p.text for p in made.paragraphs] == [AGES]
    assert {c.author for c in made.comments} == {"Counterclaim"}


@pytest.mark.parametrize(
    "given",
    [row("copy.md", AGES.encode()), {"draft": AGES, "ending": ".txt"}],
    ids=["dropped", "pasted"],
)
def test_any_other_draft_comes_back_as_a_page_of_its_own(
    ana: Person, given: dict[str, str]
) -> None:
    answer = ana.post("/checked", given)
    assert answer.headers["content-disposition"].endswith(".checked.html")
    assert 'class="finding' in answer.text
    assert f'href="{ana.live.site.as_uri()}/source-' in answer.text


def test_a_word_file_that_can_not_be_written_back_says_so(ana: Person) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"document.main+xml", b"template.main+xml")
            new.writestr(name, content)
    answer = ana.post("/checked", row("copy.docx", out.getvalue()))
    assert (answer.status_code, "KB524" in answer.json()["error"]) == (409, True)


@pytest.mark.parametrize("address", ["/check", "/checked"])
def test_a_file_is_not_taken_from_another_page(ana: Person, address: str) -> None:
    given = row("copy.docx", WORD)
    assert ana.post(address, given, {"origin": "http://evil.example"}).status_code == 403
    assert ana.post(address, given, {"x-counterclaim-token": ""}).status_code == 403
