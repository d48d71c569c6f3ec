"""`kb check` as a person, a hook and a build server type it."""

import io
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document

from kb.cli import main

from ...extract.document.makers import docx
from ..conftest import Place

FOREVER = "Solar panels last forever.\n"
FAIR = "Solar panels make no noise.\n"
SPLIT = "Solar panels work in winter.\n"


@dataclass(frozen=True)
class Told:
    code: int
    out: str
    err: str


class Kb:
    """Runs `kb check` on the made-up corpus, in a folder of its own."""

    def __init__(
        self,
        place: Place,
        folder: Path,
        patch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.place, self.folder, self._patch, self._capsys = place, folder, patch, capsys
        patch.chdir(folder)

    def __call__(self, *words: object) -> Told:
        where = ["--corpus", str(self.place.corpus), "--store", str(self.place.store)]
        self._patch.setattr(sys, "argv", ["kb", "check", *map(str, words), *where])
        with pytest.raises(SystemExit) as ended:
            main()
        told = self._capsys.readouterr()
        return Told(int(ended.value.code or 0), told.out, told.err)

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    def typed(self, text: str) -> None:
        """What stands on standard input."""
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.fixture
def kb(
    first: Place,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Kb:
    return Kb(first, tmp_path, monkeypatch, capsys)


def test_a_contradicted_draft_fails_and_says_where(kb: Kb) -> None:
    told = kb(kb.write("copy.txt", FOREVER))
    assert told.code == 1
    assert told.out.startswith("copy.txt:1:1 error KB501 ")
    assert told.err == ""


def test_a_fair_draft_is_accounted_for_in_one_line(kb: Kb) -> None:
    line = "copy.txt: 1 sentence, 1 claim: 1 supported\n"
    assert kb(kb.write("copy.txt", FAIR)) == Told(0, line, "")


def test_quiet_verdicts_are_shown_on_request(kb: Kb) -> None:
    draft = kb.write("copy.txt", FAIR)
    assert "KB505" in kb(draft, "--show", "supported").out
    assert "KB505" in kb(draft, "--show", "all").out
    assert "KB5" not in kb(draft, "--show", "unsupported").out
    assert kb(draft, "--show", "everything").code == 2


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        (FOREVER, "contradiction", 1),
        (FOREVER, "never", 0),
        (SPLIT, "contradiction", 0),
        (SPLIT, "tension", 1),
        (FAIR, "tension", 0),
    ],
)
def test_what_fails_is_a_matter_of_taste(kb: Kb, text: str, level: str, code: int) -> None:
    assert kb(kb.write("copy.txt", text), "--fail-on", level).code == code


def test_standard_input(kb: Kb) -> None:
    kb.typed(FOREVER)
    assert kb("-").out.startswith("<stdin>:1:1 error KB501 ")
    kb.typed("# Sunny\n\n- **Solar panels** last forever.\n")
    assert kb("-", "--stdin-as", ".md").out.startswith("<stdin>:3:")


def test_standard_input_can_not_be_watched(kb: Kb) -> None:
    told = kb("-", "--watch")
    assert (told.code, len(told.err.splitlines())) == (2, 1)


def test_a_draft_with_an_odd_name(kb: Kb) -> None:
    name = os.fsdecode(b"odd \xff\n.txt")
    (kb.folder / name).write_text(FOREVER, encoding="utf-8")
    for form in ("text", "json", "sarif", "html"):
        told = kb(name, "--format", form)
        assert (told.code, told.err) == (1, "")
        assert told.out.startswith("odd ? .txt:1:1 error") or form != "text"


def test_several_drafts_and_folders_in_one_run(kb: Kb) -> None:
    kb.write("copy/a.md", FOREVER)
    kb.write("copy/b.txt", SPLIT)
    kb.write("copy/c.json", "{}")
    told = kb("copy", kb.write("d.txt", FAIR))
    assert [line.split(":")[0] for line in told.out.splitlines() if " KB50" in line] == [
        "copy/a.md",
        "copy/b.txt",
    ]


def test_an_unreadable_draft_is_one_line_and_the_others_are_checked(kb: Kb) -> None:
    told = kb("missing.md", kb.write("copy.txt", FOREVER))
    assert told.code == 2
    assert told.err.splitlines() == [told.err.strip()]
    assert told.err.startswith("KB401 missing.md: ")
    assert "KB501" in told.out


BAD = {
    "empty.txt": b"",
    "blank.md": b"  \n\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n\0\0",
    "binary.txt": bytes(range(256)) * 8,
    "broken.docx": b"PK\x03\x04 no archive",
    "old.docx": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "broken.pdf": b"%PDF-1.7\nnothing",
    "page.html": b"<html><body></body></html>",
    "table.xlsx": b"PK\x03\x04",
    "enormous.txt": b"a " * 10_000_001,
}


@pytest.mark.parametrize("name", BAD)
def test_what_can_not_be_read_is_one_clear_line(kb: Kb, name: str) -> None:
    (kb.folder / name).write_bytes(BAD[name])
    told = kb(name)
    assert (told.code, told.out) == (2, "")
    assert len(told.err.splitlines()) == 1
    assert name in told.err
    assert "Traceback" not in told.err


def test_a_folder_without_drafts(kb: Kb) -> None:
    (kb.folder / "none").mkdir()
    told = kb("none")
    assert (told.code, len(told.err.splitlines())) == (2, 1)
    assert told.err.startswith("KB401 none: holds no draft; ")


def test_settings_hold_and_the_command_line_goes_first(kb: Kb) -> None:
    kb.write(".kb.toml", 'fail-on = "tension"\nexclude = ["old"]\nshow = ["supported"]\n')
    draft = kb.write("copy.txt", SPLIT + FAIR)
    kb.write("old/copy.txt", FOREVER)
    told = kb("old", draft)
    assert told.code == 1
    assert "old/copy.txt" not in told.out
    assert "KB505" in told.out
    assert kb(draft, "--fail-on", "never").code == 0


def test_a_wrong_setting_is_one_line(kb: Kb) -> None:
    kb.write(".kb.toml", 'fail-on = "often"\n')
    told = kb(kb.write("copy.txt", FAIR))
    assert told.code == 2
    assert told.err.startswith("KB521 ")
    assert len(told.err.splitlines()) == 1


def test_a_baseline_accepts_what_is_there_today(kb: Kb) -> None:
    draft = kb.write("copy.txt", FOREVER)
    assert kb(draft, "--baseline", "base.json", "--write-baseline").code == 0
    line = "copy.txt: 1 sentence, 1 claim: 1 contradicted\n"
    assert kb(draft, "--baseline", "base.json") == Told(0, line, "")
    kb.write("copy.txt", f"A system costs £20,000.\n\n{FOREVER}")
    told = kb(draft, "--baseline", "base.json")
    assert told.code == 1
    assert "“A system costs £20,000”" in told.out
    assert "“Solar panels last forever”" not in told.out


def test_a_broken_baseline_and_none_to_write_to(kb: Kb) -> None:
    draft = kb.write("copy.txt", FOREVER)
    kb.write("base.json", "{")
    assert kb(draft, "--baseline", "base.json").err.startswith("KB522 base.json: ")
    assert kb(draft, "--write-baseline").code == 2


def test_reports_for_programs(kb: Kb) -> None:
    draft = kb.write("copy.txt", FOREVER)
    (row,) = json.loads(kb(draft, "--format", "json").out)
    assert [f["code"] for f in row["findings"]] == ["KB501"]
    data = json.loads(kb(draft, "--format", "sarif").out)
    assert data["runs"][0]["results"][0]["ruleId"] == "KB501"


def test_a_page_is_written_whole_and_alike_each_time(kb: Kb) -> None:
    draft = kb.write("copy.md", FOREVER + "\n<script>alert(1)</script> & <b>bold</b>\n")
    for _ in range(2):
        assert kb(draft, "--format", "html", "--output", "out.html").out == ""
    page = (kb.folder / "out.html").read_text(encoding="utf-8")
    assert page.count("<script") == 1  # the page's own
    assert "<script>alert" not in page
    assert "default-src 'none'" in page
    assert "20 years" in page
    told = kb(draft, "--format", "html", "--output", "no/such/folder.html")
    assert (told.code, told.err.startswith("KB523 ")) == (2, True)


def hear_interrupts() -> None:
    """Where the tests run in the background, children start deaf to interrupts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_watch_checks_again_when_a_draft_is_saved(first: Place, tmp_path: Path) -> None:
    draft = tmp_path / "copy.txt"
    draft.write_text(FOREVER, encoding="utf-8")
    words = ["-m", "kb", "check", "copy.txt", "--watch"]
    where = ["--corpus", str(first.corpus), "--store", str(first.store)]
    with subprocess.Popen(
        [sys.executable, *words, *where],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[3])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_interrupts,
    ) as running:
        ends = threading.Timer(60, running.kill)  # a test must not hang
        ends.start()
        assert running.stdout is not None and running.stderr is not None
        assert "KB501" in running.stdout.readline()
        assert "waiting" in running.stderr.readline()
        draft.write_text(FAIR + "\nA system costs £20,000.\n", encoding="utf-8")
        said = iter(running.stdout.readline, "")
        assert any("3:1 error KB501 “A system costs £20,000”" in line for line in said)
        assert running.stderr.readline() == "1 fixed, 1 new, 1 left\n"
        running.send_signal(signal.SIGINT)
        assert running.wait() == 0
        ends.cancel()


def test_a_word_draft_comes_back_with_comments(kb: Kb) -> None:
    (kb.folder / "d.docx").write_bytes(docx(("Normal", FOREVER.strip()), ("Normal", FAIR.strip())))
    told = kb("d.docx", "--output", "d.checked.docx")
    assert (told.code, told.out, told.err) == (1, "", "written: d.checked.docx\n")
    made = Document(str(kb.folder / "d.checked.docx"))
    assert [p.text for p in made.paragraphs] == [FOREVER.strip(), FAIR.strip()]
    whole, comment = made.comments
    assert whole.text.startswith("Checked: 2 sentences, ")
    assert comment.text.startswith("Contradicted.")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("d.docx", "--output", "d.docx"), "KB211 d.docx: is a draft"),
        (("d.docx", "--format", "docx"), "KB212 --format docx: name the file with --output"),
        (("copy.txt", "--output", "new.docx"), "KB212 new.docx: takes one Word draft"),
        (("copy.txt", "d.docx", "--output", "new.docx"), "KB212 new.docx: takes one Word draft"),
        (("-", "--output", "new.docx"), "KB212 new.docx: takes one Word draft"),
    ],
)
def test_only_one_word_draft_comes_back_and_never_over_itself(
    kb: Kb, words: tuple[str, ...], says: str
) -> None:
    data = docx(("Normal", FOREVER.strip()))
    (kb.folder / "d.docx").write_bytes(data)
    kb.write("copy.txt", FOREVER)
    told = kb(*words)
    assert (told.code, told.out, len(told.err.splitlines())) == (2, "", 1)
    assert told.err.startswith(says)
    assert (kb.folder / "d.docx").read_bytes() == data
    assert not (kb.folder / "new.docx").exists()


def test_a_page_links_to_the_report_site_if_there_is_one(kb: Kb) -> None:
    draft = kb.write("copy.txt", FOREVER)
    (kb.folder / "pages").mkdir()
    told = kb(draft, "--output", "pages/alone.html", "--site", "my site")
    assert (told.code, told.err) == (1, "written: pages/alone.html\n")
    kb.write("my site/index.html", "")
    kb(draft, "--output", "pages/linked.html", "--site", "my site")
    alone, linked = ((kb.folder / "pages" / f"{n}.html").read_text() for n in ("alone", "linked"))
    assert 'href="../my%20site/source-' in linked
    assert "source-" not in alone
