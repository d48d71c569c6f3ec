from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.write import MANIFEST, Written, write_pages


def folder(path: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(path.iterdir()) if p.name != MANIFEST}


def test_pages_are_written_into_a_new_folder(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "site"
    assert write_pages([("a.html", b"A"), ("index.html", b"I")], out) == Written(2, 0, 0)
    assert folder(out) == {"a.html": b"A", "index.html": b"I"}
    assert [p.name for p in out.parent.iterdir()] == ["site"]


def test_an_unchanged_page_is_not_touched(tmp_path: Path) -> None:
    write_pages([("a.html", b"A"), ("b.html", b"B")], tmp_path / "site")
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "site").iterdir()}
    done = write_pages([("a.html", b"A"), ("b.html", b"B")], tmp_path / "site")
    assert done == Written(0, 2, 0)
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "site").iterdir()} == before


def test_a_stale_page_of_ours_goes_and_a_file_of_others_stays(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_pages([("a.html", b"A"), ("b.html", b"B")], out)
    (out / "notes.txt").write_text("mine")
    assert write_pages([("a.html", b"A2")], out) == Written(1, 0, 1)
    assert folder(out) == {"a.html": b"A2", "notes.txt": b"mine"}


def test_a_render_that_fails_leaves_the_old_pages(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_pages([("a.html", b"A"), ("b.html", b"B")], out)

    def pages() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"A2"
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        write_pages(pages(), out)
    assert folder(out) == {"a.html": b"A", "b.html": b"B"}
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("step", range(4))
def test_killed_while_swapping_every_file_is_whole_and_the_next_build_completes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    out = tmp_path / "site"
    write_pages([("a.html", b"A"), ("b.html", b"B"), ("old.html", b"O")], out)
    new = [("a.html", b"A2"), ("b.html", b"B2"), ("c.html", b"C")]
    swap, swapped = Path.replace, []

    def dying(self: Path, target: Path) -> Path:
        if len(swapped) == step:
            raise KeyboardInterrupt
        swapped.append(self.name)
        return swap(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dying)
        with pytest.raises(KeyboardInterrupt):
            write_pages(new, out)
    whole = {"a.html": (b"A", b"A2"), "b.html": (b"B", b"B2"), "c.html": (b"C",)}
    assert all(v in whole.get(k, (b"O",)) for k, v in folder(out).items())
    write_pages(new, out)
    assert folder(out) == dict(new)


def test_a_manifest_that_names_a_place_outside_is_not_believed(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_pages([("a.html", b"A")], out)
    (tmp_path / "precious").write_text("keep")
    (out / MANIFEST).write_text("../precious\na.html\n")
    write_pages([("b.html", b"B")], out)
    assert (tmp_path / "precious").exists()
