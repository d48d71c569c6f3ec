"""`kb brief` as a person types it."""

import zipfile
from pathlib import Path

import pytest

from .test_commands import Kb, kb

__all__ = ["kb"]


def test_the_disputes_that_matter_most_go_to_the_terminal(kb: Kb) -> None:
    told = kb("brief")
    assert told.code == 0
    assert told.out.startswith("# Solar roof panels: what sources disagree about\n")
    assert "## Sources" in told.out


def test_questions_are_named_by_id_or_in_words(kb: Kb) -> None:
    told = kb("brief", "--aspect", "lifetime", "--aspect", "system cost")
    assert "## 1. How long do solar panels last?" in told.out
    assert told.out.count("\n## ") == 2 + 1


def test_all_that_is_answered(kb: Kb) -> None:
    few, every = kb("brief").out.count("\n## "), kb("brief", "--all").out.count("\n## ")
    assert every > few
    told = kb("brief", "--all", "--aspect", "price")
    assert (told.code, told.err[:6]) == (2, "KB210 ")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("b.docx", b"PK"),
        ("b.pptx", b"PK"),
        ("b.html", b"<!doctype html>"),
        ("b.md", b"# Solar"),
        ("b.txt", b"# Solar"),
        ("b.gift", b"$CATEGORY: Solar"),
    ],
)
def test_the_file_s_ending_says_what_to_write(
    kb: Kb, tmp_path: Path, name: str, begins: bytes
) -> None:
    told = kb("brief", "--output", tmp_path / name)
    assert (told.code, told.out, told.err) == (0, "", f"written: {tmp_path / name}\n")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_quiz_for_the_class_and_for_a_learning_platform(kb: Kb, tmp_path: Path) -> None:
    assert kb("brief", "--quiz").out.startswith("# Solar roof panels: quiz\n")
    kb("brief", "--quiz", "--output", tmp_path / "quiz.docx")
    assert zipfile.is_zipfile(tmp_path / "quiz.docx")
    kb("brief", "--format", "gift", "--output", tmp_path / "quiz.txt")
    assert (tmp_path / "quiz.txt").read_text(encoding="utf-8").startswith("$CATEGORY: ")


def test_there_are_no_slides_of_a_quiz(kb: Kb, tmp_path: Path) -> None:
    told = kb("brief", "--quiz", "--output", tmp_path / "quiz.pptx")
    assert (told.code, told.err[:6]) == (2, "KB212 ")
    assert not (tmp_path / "quiz.pptx").exists()


def test_a_lesson_is_a_set_of_questions_that_the_corpus_names(kb: Kb) -> None:
    path = kb.place.corpus / "lessons.yaml"
    path.write_text("monday:\n  - price\n  - lifetime\nbad: [price, colour]\n", encoding="utf-8")
    told = kb("brief", "--lesson", "monday")
    assert told.out.count("\n## ") == 2 + 1
    assert "## 2. How long do solar panels last?" in told.out
    told = kb("brief", "--lesson", "tuesday")
    assert told.err.startswith(f"KB206 tuesday: no such lesson in {path}; ")
    told = kb("brief", "--lesson", "bad")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"KB206 {path}:4: colour: no such question; there are ")
    told = kb("brief", "--output", path)
    assert told.err[:6] in ("KB211 ", "KB212 ")
    path.unlink()
    assert kb("brief", "--lesson", "monday").err.startswith(f"KB214 {path}: there is no such file")


def test_written_again_it_is_left_alone(kb: Kb, tmp_path: Path) -> None:
    kb("brief", "--output", tmp_path / "brief.docx")
    told = kb("brief", "--output", tmp_path / "brief.docx")
    assert told.err == f"written: {tmp_path / 'brief.docx'} (nothing has changed)\n"


@pytest.mark.parametrize("name", ["notes.md", "notes.txt", "notes.html", "notes.docx"])
def test_a_file_of_somebody_else_is_not_written_over(kb: Kb, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("My notes.\n", encoding="utf-8")
    told = kb("brief", "--output", path)
    line = "is there already, and not as this command wrote it; name another file, or add --replace"
    assert (told.code, told.err) == (2, f"KB213 {path}: {line}\n")
    assert path.read_text(encoding="utf-8") == "My notes.\n"
    told = kb("brief", "--output", path, "--replace")
    assert (told.code, told.err) == (0, f"written: {path}\n")


def test_a_handout_is_written_over_unless_somebody_changed_it(kb: Kb, tmp_path: Path) -> None:
    path = tmp_path / "handout.md"
    kb("brief", "--output", path)
    assert kb("brief", "--aspect", "price", "--output", path).err == f"written: {path}\n"
    path.write_text(path.read_text(encoding="utf-8") + "My notes.\n", encoding="utf-8")
    assert kb("brief", "--output", path).err.startswith("KB213 ")


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("b.pdf", "can't be written as .pdf; write .html and print it to PDF from a browser"),
        ("b.RTF", "can't be written as .RTF; write .docx, which word processors open"),
        ("b.odp", "can't be written as .odp; write .pptx"),
        ("b.tex", "its ending says nothing known; use one of .md, "),
        ("b", "its ending says nothing known; use one of .md, "),
    ],
)
def test_an_ending_that_cannot_be_written_is_told_with_what_to_use(
    kb: Kb, tmp_path: Path, name: str, remedy: str
) -> None:
    told = kb("brief", "--output", tmp_path / name)
    assert told.code == 2 and told.err.startswith(f"KB212 {tmp_path / name}: {remedy}")
    assert len(told.err.splitlines()) == 1 and not (tmp_path / name).exists()


def test_a_wrong_aspect_is_one_line_that_names_the_right_ones(kb: Kb, tmp_path: Path) -> None:
    told = kb("brief", "--aspect", "colour", "--output", tmp_path / "brief.md")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("KB206 colour: no such question; there are ")
    assert len(told.err.splitlines()) == 1
    assert not (tmp_path / "brief.md").exists()


def test_a_place_that_cannot_be_written_is_named(kb: Kb, tmp_path: Path) -> None:
    told = kb("brief", "--output", tmp_path / "nowhere" / "brief.md")
    assert told.code == 2
    assert told.err.startswith(f"KB208 {tmp_path / 'nowhere' / 'brief.md'}: can't be written")
