from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.errors import InputError
from reports.write import KNOWN, MANIFEST, Written, refuse_foreign, write_pages


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


def test_a_new_folder_an_empty_one_and_a_site_are_written_to(tmp_path: Path) -> None:
    refuse_foreign(tmp_path / "new")
    refuse_foreign(tmp_path)
    write_pages([("index.html", b"I")], tmp_path / "site")
    (tmp_path / "site" / "notes.txt").write_text("mine")
    refuse_foreign(tmp_path / "site")


def test_hidden_files_make_no_folder_a_foreign_one(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".nojekyll").touch()
    refuse_foreign(tmp_path)


def test_a_site_without_its_list_is_known_by_its_files(tmp_path: Path) -> None:
    for name in (*KNOWN, "CNAME"):
        (tmp_path / name).touch()
    refuse_foreign(tmp_path)
    (tmp_path / KNOWN[-1]).unlink()
    with pytest.raises(InputError, match=r"KB213 .* holds CNAME and is no site"):
        refuse_foreign(tmp_path)


def test_the_folder_one_stands_in_can_be_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert write_pages([("index.html", b"I")], Path()) == Written(1, 0, 0)
    assert [p.name for p in tmp_path.iterdir()] == ["here"]
