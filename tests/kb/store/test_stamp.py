from pathlib import Path

from kb.store.stamp import SECOND, Stamp, settled, stamp_of


def test_a_file_that_changed_has_another_stamp(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("one")
    before = stamp_of(file.stat())
    assert stamp_of(file.stat()) == before
    file.write_text("other")
    assert stamp_of(file.stat()) != before


def test_what_changed_just_before_may_change_again_unseen() -> None:
    fine, coarse = 7 * SECOND + 5, 7 * SECOND
    assert not settled(Stamp(1, fine, fine, 1), fine + 1)
    assert settled(Stamp(1, fine, fine, 1), fine + SECOND)
    assert not settled(Stamp(1, coarse, coarse, 1), coarse + SECOND)
    assert settled(Stamp(1, coarse, coarse, 1), coarse + 3 * SECOND)
    assert not settled(Stamp(1, 5, fine, 1), fine + 1)
