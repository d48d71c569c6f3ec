"""A command never writes over what it reads, and never another form than the ending says."""

import os
from pathlib import Path

import pytest

from .test_commands import Kb, kb

__all__ = ["kb"]

DRAFT = "<p>Solar panels make no noise.</p>\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "drafts" / "d.html"
    path.parent.mkdir()
    path.write_text(DRAFT, encoding="utf-8")
    return path


def other_names(path: Path) -> dict[str, Path]:
    """The same file by a symbolic link, a hard link and another spelling."""
    soft, hard = path.with_name("soft.html"), path.with_name("hard.html")
    soft.symlink_to(path)
    os.link(path, hard)
    return {"soft": soft, "hard": hard, "spelling": path.parent / ".." / "drafts" / path.name}


@pytest.mark.parametrize("name", ["itself", "soft", "hard", "spelling"])
def test_a_report_never_takes_its_draft_s_place(kb: Kb, draft: Path, name: str) -> None:
    output = {"itself": draft, **other_names(draft)}[name]
    told = kb("check", draft, "--format", "html", "--output", output)
    assert (told.code, told.out) == (2, "")
    line = f"KB211 {output}: is a draft, which is read; name another place with --output\n"
    assert told.err == line
    assert draft.read_text(encoding="utf-8") == DRAFT


def test_a_report_in_a_folder_of_drafts_would_be_read_as_one(kb: Kb, draft: Path) -> None:
    told = kb("check", draft.parent, "--output", draft.parent / "report.html")
    assert told.err.startswith(f"KB211 {draft.parent / 'report.html'}: is among the drafts")
    assert kb("check", draft.parent, "--output", draft.parent / "report.sarif").code == 0


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("texts/brighter-roofs.txt", "among the corpus's texts"),
        ("texts/new.txt", "among the corpus's texts"),
    ],
)
def test_nothing_is_written_among_the_texts(
    kb: Kb, draft: Path, tmp_path: Path, name: str, what: str
) -> None:
    output = kb.place.corpus / name
    before = output.read_bytes() if output.exists() else None
    for words in (("check", draft), ("brief",)):
        told = kb(*words, "--output", output)
        assert told.err.startswith(f"KB211 {output}: is {what}")
    assert kb("export", kb.place.corpus / "texts").err.startswith("KB211 ")
    assert (output.read_bytes() if output.exists() else None) == before


@pytest.mark.parametrize("name", ["topic.yaml", "sources.yaml", "verdicts.jsonl", "lessons.yaml"])
def test_a_file_of_the_corpus_is_not_written_over_through_a_link(
    kb: Kb, draft: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "out.txt").symlink_to(kb.place.corpus / name)
    for words in (("check", draft), ("brief",)):
        told = kb(*words, "--output", tmp_path / "out.txt")
        assert (told.code, told.err[:6]) == (2, "KB211 ")
    assert (tmp_path / "out.txt").is_symlink()


def test_a_baseline_is_neither_written_over_nor_a_draft(
    kb: Kb, draft: Path, tmp_path: Path
) -> None:
    accepted = tmp_path / "accepted.json"
    told = kb("check", draft, "--baseline", accepted, "--write-baseline")
    assert told.err == f"written: {accepted} (0 findings accepted)\n"
    told = kb("check", draft, "--baseline", accepted, "--output", accepted)
    assert told.err.startswith(f"KB211 {accepted}: is the baseline")
    told = kb("check", draft, "--baseline", draft, "--write-baseline")
    assert told.err.startswith(f"KB211 {draft}: is a draft")
    assert told.err.endswith("with --baseline\n")
    assert draft.read_text(encoding="utf-8") == DRAFT


def test_a_baseline_and_a_report_are_not_written_at_once(
    kb: Kb, draft: Path, tmp_path: Path
) -> None:
    words = ("--baseline", tmp_path / "a.json", "--write-baseline", "--output", tmp_path / "r.txt")
    told = kb("check", draft, *words)
    assert (told.code, told.err[:6]) == (2, "KB210 ")
    assert not (tmp_path / "a.json").exists()


@pytest.mark.parametrize("command", ["check", "brief"])
@pytest.mark.parametrize("name", ["x.tex", "x", "x.md.bak"])
def test_an_ending_that_says_nothing_is_refused(
    kb: Kb, draft: Path, tmp_path: Path, command: str, name: str
) -> None:
    words = ("check", draft) if command == "check" else ("brief",)
    told = kb(*words, "--output", tmp_path / name)
    known = {
        "check": ".txt, .json, .sarif, .html, .htm, .docx",
        "brief": ".md, .markdown, .txt, .html, .htm, .docx, .pptx, .gift",
    }
    says = "its ending says nothing known; use one of"
    assert told.err == f"KB212 {tmp_path / name}: {says} {known[command]}\n"
    assert (told.code, (tmp_path / name).exists()) == (2, False)


@pytest.mark.parametrize(
    ("words", "name", "fit"),
    [
        (("check", "--format", "html"), "x.json", ".html, .htm"),
        (("check", "--format", "json"), "x.sarif", ".json"),
        (("brief", "--format", "docx"), "x.md", ".docx"),
        (("brief", "--format", "gift"), "x.docx", ".txt, .gift"),
    ],
)
def test_a_format_and_an_ending_that_disagree_are_refused(
    kb: Kb, draft: Path, tmp_path: Path, words: tuple[str, ...], name: str, fit: str
) -> None:
    more = (draft,) if words[0] == "check" else ()
    told = kb(*words, *more, "--output", tmp_path / name)
    line = f"is no place for --format {words[2]}; leave it out, or end in {fit}"
    assert (told.code, told.err) == (2, f"KB212 {tmp_path / name}: {line}\n")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.txt", ""), ("r.json", "["), ("r.sarif", "{"), ("r.HTML", "<!doctype html>")],
)
def test_the_ending_says_what_is_written_and_its_name_is_told(
    kb: Kb, draft: Path, tmp_path: Path, name: str, begins: str
) -> None:
    told = kb("check", draft, "--output", tmp_path / name)
    assert (told.out, told.err) == ("", f"written: {tmp_path / name}\n")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_sarif_may_stand_in_a_json_file(kb: Kb, draft: Path, tmp_path: Path) -> None:
    kb("check", draft, "--format", "sarif", "--output", tmp_path / "r.json")
    assert '"runs"' in (tmp_path / "r.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("check",), ("brief",)])
def test_a_folder_where_a_file_is_expected(
    kb: Kb, draft: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "out.html").mkdir()
    told = kb(*words, *((draft,) if words[0] == "check" else ()), "--output", tmp_path / "out.html")
    assert told.code == 2
    says = "can't be written (it is a folder); name another with --output"
    assert told.err[6:] == f"{tmp_path / 'out.html'}: {says}\n"
    assert list((tmp_path / "out.html").iterdir()) == []


def test_a_file_where_a_folder_is_expected(kb: Kb, draft: Path) -> None:
    told = kb("export", draft)
    assert (told.code, told.err) == (
        2,
        f"KB208 {draft}: can't be written (it is no folder); name another\n",
    )
    told = kb("build", "--site", draft)
    says = "can't be written (it is no folder); name another with --site"
    assert told.err == f"KB208 {draft}: {says}\n"
    assert draft.read_text(encoding="utf-8") == DRAFT


def test_a_site_is_not_put_into_a_folder_of_others(kb: Kb, draft: Path, tmp_path: Path) -> None:
    told = kb("build", "--site", draft.parent)
    says = "holds d.html and is no site of this program"
    remedy = "name a new or an empty folder with --site"
    assert (told.code, told.err) == (2, f"KB213 {draft.parent}: {says}; {remedy}\n")
    assert [p.name for p in draft.parent.iterdir()] == ["d.html"]


def test_an_export_leaves_what_is_not_its_own(kb: Kb, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    assert kb("export", folder).code == 0
    assert kb("export", folder).out.startswith("nothing has changed")
    assert (folder / "notes.txt").read_text() == "mine"


def test_an_export_takes_the_place_of_an_export_only(kb: Kb, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "graph.json").write_text("mine")
    told = kb("export", folder)
    line = f"{folder}: holds a graph.json that is not of an export; name a new or an empty folder"
    assert (told.code, told.err) == (2, f"KB213 {line}\n")
    assert [p.name for p in folder.iterdir()] == ["graph.json"]
    assert kb("export", tmp_path / "new").code == 0
    (tmp_path / "new" / "graph.json").write_text("of an earlier build")
    assert kb("export", tmp_path / "new").out.startswith("1 file written")
