from pathlib import Path

import pytest

from extract.errors import InputError
from kb.corpus.sources import SourceEntry, read_sources
from kb.model import SourceKind


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sources.yaml"


def test_what_is_known_of_a_source(path: Path) -> None:
    path.write_text(
        "roofs:\n  title: On roofs\n  url: https://example.org/r\n  date: 2021-03-31\n"
        "tiles:\n  copy-of: roofs\n  date: 2021\nbare:\n",
        encoding="utf-8",
    )
    listed = read_sources(path)
    assert listed.entry("roofs") == SourceEntry(
        "roofs", 1, title="On roofs", url="https://example.org/r", date="2021-03-31"
    )
    assert (listed.entry("tiles").copy_of, listed.entry("tiles").date) == ("roofs", "2021")
    assert listed.entry("bare").title is None
    assert listed.entry("never listed") == SourceEntry("never listed")


def test_a_word_of_yaml_stays_a_word_and_what_is_left_blank_is_not_known(path: Path) -> None:
    path.write_text("roofs:\n  publisher: No\n  date:\n", encoding="utf-8")
    assert read_sources(path).entry("roofs") == SourceEntry("roofs", 1, publisher="No")


def test_what_somebody_looked_for_and_did_not_find_is_unknown(path: Path) -> None:
    told = "roofs:\n  kind: unknown\n  publisher: unknown\n  url: unknown\n  date: unknown\n"
    path.write_text(told, encoding="utf-8")
    assert read_sources(path).entry("roofs") == SourceEntry("roofs", 1, kind=SourceKind.UNKNOWN)


@pytest.mark.parametrize("kind", SourceKind)
def test_every_kind_of_source_can_be_told(path: Path, kind: SourceKind) -> None:
    path.write_text(f"roofs:\n  kind: {kind}\n", encoding="utf-8")
    assert read_sources(path).entry("roofs").kind is kind


def test_no_file_and_an_empty_one_know_nothing(path: Path) -> None:
    assert not read_sources(path).entries
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert not read_sources(path).entries


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("roofs:\n  titel: x\n", ":2: roofs: 'titel' is not a key here; did you mean title?"),
        ("roofs:\n  copy_of: x\n", ":2: roofs: 'copy_of' is not a key here; did you mean copy-of"),
        ("roofs:\n  kind: clinics\n", ":2: roofs: 'kind' is 'clinics'; did you mean clinic?"),
        ("roofs:\n  kind: wizard\n", ":2: roofs: 'kind' is 'wizard'; use one of authority, "),
        ("roofs:\n  kind: [x]\n", ":2: roofs: 'kind' is a list; use one of authority, blog, "),
        ("roofs:\n  title: [x]\n", ":2: roofs: 'title' is a list; write a text"),
        (
            "roofs:\n  title: |\n    x\n    y\n",
            ":2: roofs: 'title' is the text 'x\\ny\\n'; ",
        ),
        ("roofs:\n  url: javascript:alert(1)\n", ":2: roofs: 'url' is the text 'javascript:alert"),
        (
            "roofs:\n  date: in spring\n",
            ":2: roofs: 'date' is the text 'in spring'; write a",
        ),
        ("roofs:\n  copy-of: roofs\n", ":2: roofs: 'copy-of' leads back to it; a source can't be"),
        ("a:\n  copy-of: b\nb:\n  copy-of: a\n", ":2: a: 'copy-of' leads back to it; "),
        ("roofs: On roofs\n", ":1: 'roofs' is the text 'On roofs'; write keys and values"),
        ("- roofs\n", ":1: not a map of keys; begin an entry with its name and a colon"),
        ("roofs:\n  title: a\nroofs:\n  title: b\n", ":3: 'roofs' is written twice, first on"),
        ("roofs:\n\ttitle: a\n", ":2: a tab before the text; indent with spaces"),
        ("roofs:\n  title: a: b\n", ":2: mapping values are not allowed here; put a text that"),
    ],
)
def test_a_mistake_is_named_with_its_line(path: Path, text: str, wrong: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_sources(path)
    assert str(raised.value).startswith(f"KB203 {path}{wrong}")


def test_all_mistakes_are_named_at_once(path: Path) -> None:
    path.write_text("a:\n  titel: x\nb:\n  url: x\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_sources(path)
    assert len(str(raised.value).splitlines()) == 2


def test_an_entry_without_a_text_is_absent(path: Path) -> None:
    path.write_text("roofs:\n  title: x\ntiles:\n  title: y\n", encoding="utf-8")
    (absent,) = read_sources(path).absent({"roofs"})
    assert absent.where == "sources.yaml:3"
    assert absent.reason == "there is no text “tiles”; remove or rename it"
