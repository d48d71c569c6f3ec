from kb.model import Verdict, VerdictKind
from kb.verdicts.inforce import in_force
from kb.verdicts.undo import undo


def line(by: str, verdict: str, claim: str | None = None, note: str | None = None) -> Verdict:
    return Verdict("c1", VerdictKind(verdict), by, "2026-11-21", note, claim=claim)


def held(lines: tuple[Verdict, ...], by: str) -> list[tuple[str, str | None]]:
    return [(str(v.verdict), v.claim) for v in in_force(lines)["c1"] if v.by == by]


def test_a_first_decision_is_taken_back_by_a_line_that_says_unsure() -> None:
    lines = (line("Ana", "real"),)
    (again,) = undo(lines, "c1", "Ana", 0, "2026-11-22")
    assert (again.verdict, again.note, again.when) == ("unsure", "taken back", "2026-11-22")


def test_what_was_decided_before_is_said_again() -> None:
    lines = (line("Ana", "both-hold", note="two kinds"), line("Ben", "real"), line("Ana", "real"))
    (again,) = undo(lines, "c1", "Ana", 1, "2026-11-22")
    assert (again.verdict, again.note, again.by) == ("both-hold", "two kinds", "Ana")
    assert held((*lines, again), "Ben") == [("real", None)]


def test_misread_claims_add_up_and_only_the_last_is_taken_back() -> None:
    lines = (line("Ana", "misread", "x"), line("Ana", "misread", "y"))
    more = undo(lines, "c1", "Ana", 1, "2026-11-22")
    assert held((*lines, *more), "Ana") == [("misread", "x")]


def test_where_there_is_nothing_to_take_back_nothing_is_said() -> None:
    assert undo((line("Ana", "real"),), "c1", "Ben", 0, "2026-11-22") == ()
    assert undo((line("Ana", "real"),), "c1", "Ana", 1, "2026-11-22") == ()
