"""Settings of a team, and what is said of wrong ones: one line, with its place and the remedy."""

from pathlib import Path

import pytest

from extract.errors import InputError
from kb.check.settings import find_settings


def write(folder: Path, text: str, name: str = ".kb.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_settings_are_found_in_the_folder_or_above(tmp_path: Path) -> None:
    below = tmp_path / "site" / "copy"
    below.mkdir(parents=True)
    write(tmp_path, 'fail-on = "tension"\nbaseline = "kb-baseline.json"\nexclude = ["old/*"]\n')
    found = find_settings(below)
    assert found.fail_on == "tension"
    assert found.baseline == tmp_path / "kb-baseline.json"
    assert found.excludes(str(tmp_path / "old" / "a.md"))
    assert not found.excludes(str(tmp_path / "new.md"))


def test_settings_may_stand_in_pyproject(tmp_path: Path) -> None:
    write(tmp_path, '[tool.kb]\ncorpus = "facts"\nshow = ["unsupported"]\n', "pyproject.toml")
    found = find_settings(tmp_path)
    assert (found.corpus, found.show) == (tmp_path / "facts", ("unsupported",))


def test_a_file_of_other_tools_says_nothing(tmp_path: Path) -> None:
    above = write(tmp_path, 'fail-on = "never"\n')
    below = tmp_path / "docs"
    below.mkdir()
    write(below, "[tool.other]\nx = 1\n", "pyproject.toml")
    assert find_settings(below).fail_on == "never"
    assert find_settings(above).fail_on == "never"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'corpus = "c"\nfail_on = "never"\n',
            ":2: 'fail_on' is not a setting; did you mean fail-on?",
        ),
        ('fail-on = "always"\n', ":1: 'fail-on' must be one of contradiction, tension, never"),
        ("fail-on = 3\n", ":1: 'fail-on' must be one of contradiction, tension, never"),
        ("exclude = 'old'\n", ":1: 'exclude' must be a list of words in quotes"),
        ("corpus = 1\n", ":1: 'corpus' must be a path in quotes"),
        ("show = ['everything']\n", ":1: 'everything' can't be shown; use supported, "),
        ("fail-on = \n", ":1: is not TOML"),
    ],
)
def test_a_wrong_setting_is_one_clear_line(tmp_path: Path, text: str, told: str) -> None:
    write(tmp_path, text)
    with pytest.raises(InputError) as error:
        find_settings(tmp_path)
    line = str(error.value)
    assert line.startswith(f"KB521 {tmp_path / '.kb.toml'}{told}")
    assert "\n" not in line


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / ".kb.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="KB521"):
        find_settings(tmp_path)
