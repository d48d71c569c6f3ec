from pathlib import Path

import pytest

from reports.rendered import FILE, remember, up_to_date


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


def test_a_folder_in_its_place_is_left(site: Path, tmp_path: Path) -> None:
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).mkdir()
    remember(tmp_path, site, "inputs", {})
    assert up_to_date(tmp_path, site, "inputs") == 0
