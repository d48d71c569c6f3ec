"""What README and docs/ show is there: links, pictures, commands that can be typed, examples."""

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import typer

from kb.cli.app import app

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
PICTURES = sorted((ROOT / "docs/pictures").glob("*.png"))

FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\n)*?)\]\(([^()\s]+)\)")
CODE = re.compile(r"(?<!`)`(kb(?:\s[^`]*)?)`(?!`)")
PLACE = re.compile(r"(?<!`)`((?:extract|kb|reports|tests|docs)/[\w./-]+)`(?!`)")
ONLY_LOOKS = {"conflicts", "claims", "near-misses", "search", "verdicts", "changes", "brief"}


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> Iterator[tuple[bool, str, str]]:
    """Each relative link: whether it is a picture, its words, where it goes."""
    for mark, words, target in LINK.findall(prose(page)):
        if "://" not in target:
            yield bool(mark), words, unquote(target)


def anchors(page: Path) -> set[str]:
    """The anchors of the page's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def commands(page: Path) -> Iterator[str]:
    """Every line that calls `kb`, in a block of shell lines or in the text."""
    for _, language, block in FENCE.findall(page.read_text(encoding="utf-8")):
        lines = block.replace("\\\n", " ").splitlines() if language == "sh" else ()
        yield from (line.strip() for line in lines if re.match(r"\s*kb\b", line))
    yield from (" ".join(code.split()) for code in CODE.findall(prose(page)))


SHOWN = sorted({(page.name, line) for page in PAGES for line in commands(page)})


def words_of(line: str) -> list[str]:
    return shlex.split(line, comments=True)[1:]


def named(words: list[str]) -> Any:
    """The command that the words call; `kb --help` calls none."""
    group: Any = typer.main.get_command(app)
    return group.commands[words[0]] if words and not words[0].startswith("-") else None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for _, _, target in links(page):
        file, _, anchor = target.partition("#")
        there = (page.parent / file).resolve() if file else page
        assert there.exists(), f"{page.name} links to {target}"
        assert not anchor or anchor in anchors(there), f"{page.name} links to {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    places = [p for p in PLACE.findall(prose(page)) if "NAME" not in p]
    assert [place for place in places if not (ROOT / place).exists()] == []


def test_every_page_is_reached_from_the_first() -> None:
    seen, todo = set[Path](), [ROOT / "README.md"]
    while todo:
        page = todo.pop()
        if page not in seen and page.suffix == ".md" and page.is_file():
            seen.add(page)
            todo += [(page.parent / t.partition("#")[0]).resolve() for _, _, t in links(page)]
    missing = [page.name for page in PAGES if page not in seen]
    assert not missing, f"link to {missing} from README.md"


def test_pictures_are_small_shown_and_have_words_for_who_cannot_see_them() -> None:
    shown = {
        (page.parent / target).resolve(): words
        for page in PAGES
        for picture, words, target in links(page)
        if picture
    }
    assert sorted(shown) == PICTURES, "run `make pictures`"
    assert all(words.strip() for words in shown.values())
    assert all(picture.stat().st_size < 200_000 for picture in PICTURES)


@pytest.mark.parametrize(("page", "line"), SHOWN)
def test_every_command_can_be_typed(page: str, line: str) -> None:
    words = words_of(line)
    command = named(words)
    if command and len(words) > 1 and "…" not in line and "--help" not in words:
        command.make_context(words[0], words[1:])


READ = sorted(
    {
        line
        for _, line in SHOWN
        if "…" not in line
        if "--help" not in line
        if not {"--why", "--corpus", "--output"} & set(words_of(line))
        if len(words_of(line)) > 1 and words_of(line)[0] in ONLY_LOOKS
        # Numbers are those of the reader's own builds.
        if not re.search(r"\d", line)
    }
)


@pytest.mark.parametrize("line", READ)
def test_what_only_looks_finds_something(
    line: str, example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(example)
    code = app(words_of(line), prog_name="kb", standalone_mode=False)
    assert code in (None, 0) or "--fail-on" in line
    assert capsys.readouterr().out


def test_the_examples_for_notebooks_run(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example)
    page = (ROOT / "docs/notebooks.md").read_text(encoding="utf-8")
    told = doctest.DocTestParser().get_doctest(page, {}, "notebooks", "notebooks.md", 0)
    assert len(told.examples) > 10
    assert not doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(told).failed
