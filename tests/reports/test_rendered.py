import os
from pathlib import Path

import pytest

from kb.store.sealed import sealed
from reports.rendered import FILE, last_pages, remember, up_to_date


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("pages", encoding="utf-8")
    remember(tmp_path, site, "inputs", {})
    return site


def test_a_site_that_was_just_rendered_is_up_to_date(site: Path, tmp_path: Path) -> None:
    assert up_to_date(tmp_path, site, "inputs") == 1


def test_other_inputs_want_another_site(site: Path, tmp_path: Path) -> None:
    assert up_to_date(tmp_path, site, "other inputs") == 0


def test_a_changed_or_missing_page_is_noticed(site: Path, tmp_path: Path) -> None:
    (site / "index.html").write_text("changed by hand", encoding="utf-8")
    assert up_to_date(tmp_path, site, "inputs") == 0
    (site / "index.html").unlink()
    assert up_to_date(tmp_path, site, "inputs") == 0


def test_two_sites_of_one_store_are_told_apart(site: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert up_to_date(tmp_path, other, "inputs") == 0
    other.mkdir()
    (other / "a.html").write_text("a", encoding="utf-8")
    remember(tmp_path, other, "inputs", {})
    assert up_to_date(tmp_path, other, "inputs") == up_to_date(tmp_path, site, "inputs") == 1


def test_what_is_remembered_can_be_deleted_or_broken(site: Path, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    assert up_to_date(tmp_path, site, "inputs") == 0
    (tmp_path / FILE).unlink()
    assert up_to_date(tmp_path, site, "inputs") == 0


@pytest.mark.parametrize("content", ['{"%s": 5}', '{"%s": {}}', "[[", '{"%s": {"key": 1}}'])
def test_what_is_remembered_can_be_of_another_shape(
    site: Path, tmp_path: Path, content: str
) -> None:
    (tmp_path / FILE).write_text(content.replace("%s", str(site.resolve())), encoding="utf-8")
    assert up_to_date(tmp_path, site, "inputs") == 0
    remember(tmp_path, site, "inputs", {})
    assert up_to_date(tmp_path, site, "inputs") == 1


def test_what_another_program_noted_is_not_looked_at(site: Path, tmp_path: Path) -> None:
    of_before = {"key": "inputs", "files": {"index.html": "0123456789abcdef"}}
    (tmp_path / FILE).write_bytes(sealed({str(site.resolve()): of_before}))
    assert up_to_date(tmp_path, site, "inputs") == 0
    assert last_pages(tmp_path, site).files == {}
    remember(tmp_path, site, "inputs", {})
    assert up_to_date(tmp_path, site, "inputs") == 1


def test_a_page_that_was_only_touched_is_as_it_was(site: Path, tmp_path: Path) -> None:
    page = site / "index.html"
    page.write_bytes(page.read_bytes())
    os.utime(page, (0, 0))
    assert up_to_date(tmp_path, site, "inputs") == 1


def test_a_folder_in_its_place_is_left(site: Path, tmp_path: Path) -> None:
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).mkdir()
    remember(tmp_path, site, "inputs", {})
    assert up_to_date(tmp_path, site, "inputs") == 0
