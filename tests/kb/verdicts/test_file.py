import threading
from pathlib import Path

import pytest

from extract.errors import InputError
from kb.model import Verdict, VerdictKind
from kb.verdicts.file import append, from_line, read_verdicts, to_line

ONE = Verdict(
    conflict="c1",
    verdict=VerdictKind.PREFER,
    by="Ana",
    when="2026-01-01T10:00:00+00:00",
    note="the newer figure",
    position="p1",
    passages=("lasts 3 years", "lasts 5 years"),
    aspect="lifetime",
    says=("3 years", "5 years"),
)
LEAST = '{"conflict": "c1", "verdict": "real", "by": "Ana", "when": "2026-01-01"}'
WHOLE = Verdict(
    conflict="",
    verdict=VerdictKind.PREFER,
    by="Ana",
    when="2026-01-01T10:00:00+00:00",
    position="p1",
    passages=("lasts 3 years", "lasts 5 years", "lasts"),
    aspect="lifetime",
    says=("3 years", "5 years", "for ever"),
    dispute="d1",
    sides=(("p1", "p2"), ("p3",), ("p4",)),
)
ON_DISPUTE = to_line(WHOLE)


def test_a_verdict_is_one_line_and_comes_back_from_it() -> None:
    assert "\n" not in to_line(ONE)
    assert from_line(to_line(ONE)) == ONE
    assert from_line(ON_DISPUTE) == WHOLE


def test_what_is_not_known_is_left_out() -> None:
    assert to_line(Verdict("c1", VerdictKind.REAL, "Ana", "2026-01-01")) == LEAST


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("<<<<<<< HEAD", "not one line of JSON"),
        ("[]", "must be a JSON object"),
        ('{"conflict": "c1"}', "verdict is missing"),
        (LEAST.replace("real", "perhaps"), "perhaps is no verdict; there are real"),
        (LEAST.replace("real", "prefer"), "must name the position"),
        (LEAST.replace("real", "misread"), "must name the claim"),
        (LEAST.replace('"by"', '"why": "", "by"'), "why is not a known key"),
        (LEAST.replace('"Ana"', "3"), "by must be text"),
        (LEAST.replace('"by"', '"says": ["a"], "by"'), "says must be two texts"),
        (LEAST.replace("conflict", "dispute"), "sides must be two or more lists of positions"),
        (LEAST.replace('"by"', '"dispute": "d", "by"'), "on a conflict or on a dispute, not both"),
        (ON_DISPUTE.replace('"d1"', '""'), "dispute is missing"),
        (ON_DISPUTE.replace('["p3"]', '"p3"'), "sides must be two or more lists of positions"),
        (ON_DISPUTE.replace('"position": "p1"', '"position": "p9"'), "must be one of a side"),
        (ON_DISPUTE.replace("prefer", "misread"), "must name the claim"),
    ],
)
def test_a_broken_line_says_what_is_wrong(line: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        from_line(line)


def test_no_file_is_no_verdict(tmp_path: Path) -> None:
    assert read_verdicts(tmp_path / "verdicts.jsonl") == ()


def test_all_broken_lines_are_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.jsonl"
    path.write_text(f"{LEAST}\n=======\n{LEAST}\n>>>>>>> theirs\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_verdicts(path)
    where = [line.split(" is ")[0] for line in str(raised.value).splitlines()]
    assert where == [f"KB204 {path}:2:", f"KB204 {path}:4:"]


def test_a_line_is_added_even_to_a_file_without_a_last_line_end(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.jsonl"
    path.write_text(LEAST, encoding="utf-8")
    append(path, ONE)
    assert path.read_text(encoding="utf-8") == f"{LEAST}\n{to_line(ONE)}\n"


def test_two_who_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "verdicts.jsonl"
    writers = [threading.Thread(target=append, args=(path, ONE)) for _ in range(20)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert read_verdicts(path) == (ONE,) * 20
