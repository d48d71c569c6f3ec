"""`kb brief` as a person types it."""

import zipfile
from pathlib import Path

from .test_commands import Kb, kb

__all__ = ["kb"]


def test_the_balance_sheet_of_one_aspect_goes_to_the_terminal(kb: Kb) -> None:
    told = kb("brief", "--aspect", "lifetime")
    assert told.code == 0
    assert told.out.startswith("# Solar roof panels: balance sheet\n")
    assert "## How long do solar panels last?" in told.out
    assert told.out.count("\n## ") == 1


def test_several_aspects_may_be_named(kb: Kb) -> None:
    told = kb("brief", "--aspect", "lifetime", "--aspect", "price")
    assert told.out.count("\n## ") == 2


def test_the_file_s_ending_says_what_to_write(kb: Kb, tmp_path: Path) -> None:
    told = kb("brief", "--output", tmp_path / "brief.docx")
    assert (told.out, told.err) == ("", f"written: {tmp_path / 'brief.docx'}\n")
    assert zipfile.is_zipfile(tmp_path / "brief.docx")
    kb("brief", "--output", tmp_path / "brief.html")
    assert (tmp_path / "brief.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    kb("brief", "--output", tmp_path / "brief.txt", "--format", "md")
    assert (tmp_path / "brief.txt").read_text(encoding="utf-8").startswith("# Solar")


def test_written_again_it_is_left_alone(kb: Kb, tmp_path: Path) -> None:
    kb("brief", "--output", tmp_path / "brief.docx")
    told = kb("brief", "--output", tmp_path / "brief.docx")
    assert told.err == f"written: {tmp_path / 'brief.docx'} (nothing has changed)\n"


def test_a_wrong_aspect_is_one_line_that_names_the_right_ones(kb: Kb, tmp_path: Path) -> None:
    told = kb("brief", "--aspect", "colour", "--output", tmp_path / "brief.md")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("KB206 colour: no such aspect; there are ")
    assert len(told.err.splitlines()) == 1
    assert not (tmp_path / "brief.md").exists()


def test_a_place_that_cannot_be_written_is_named(kb: Kb, tmp_path: Path) -> None:
    told = kb("brief", "--output", tmp_path / "nowhere" / "brief.md")
    assert told.code == 2
    assert told.err.startswith(f"KB208 {tmp_path / 'nowhere' / 'brief.md'}: can't be written")
