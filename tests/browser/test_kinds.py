"""The pages filtered by kind of source, in Chromium."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from reports.site import render_site
from tests.browser.axe import sound_to_axe
from tests.browser.test_site import asked, no_script, visit
from tests.reports.crowd import crowd
from tests.reports.mattress import mattress, with_kinds

__all__ = ["asked"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("kinds")
    return render_site(with_kinds(mattress()), out).index.parent


def test_only_the_passages_of_a_kind_stay(page: Page, site: Path, asked: list[str]) -> None:
    visit(page, site, "disputes.html")
    every = page.locator(".dispute").count()
    page.get_by_label("Said by").select_option("medical-body")
    kinds = page.locator(".passage:visible").evaluate_all("all => all.map(p => p.dataset.who)")
    assert set(kinds) == {"medical-body"}
    shown = page.locator(".dispute:visible").count()
    assert 0 < shown < every
    expect(page.get_by_role("status")).to_have_text(re.compile(f"^{shown} of {every} shown, "))
    expect(page.locator(".contents li:visible")).to_have_count(shown)
    expect(page).to_have_url(re.compile(r"#who=medical-body$"))
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".dispute:visible")).to_have_count(every)
    expect(page.locator(".passage[hidden], .away")).to_have_count(0)


def test_what_is_put_away_is_counted(page: Page, site: Path, asked: list[str]) -> None:
    visit(page, site, "conflicts.html#who=medical-body")
    hidden = page.locator(".card:not([hidden]) .passage[hidden]").count()
    words = f"without {hidden} passages of other kinds"
    expect(page.get_by_role("status")).to_contain_text(words)
    notes = page.locator(".card:visible .away").all_text_contents()
    counted = [1 if n.startswith("One") else int(n.split()[0]) for n in notes]
    assert hidden == sum(counted) > 0


def test_a_kind_is_chosen_with_the_keyboard(page: Page, site: Path, asked: list[str]) -> None:
    visit(page, site, "disputes.html")
    page.get_by_label("Said by").focus()
    page.keyboard.type("sel")
    expect(page).to_have_url(re.compile(r"#who=seller$"))
    assert page.locator(".passage:visible").count()


def test_without_javascript_nothing_is_lost(page: Page, site: Path) -> None:
    no_script(page)
    visit(page, site, "disputes.html#who=medical-body")
    expect(page.get_by_label("Said by")).to_be_hidden()
    expect(page.locator(".passage[hidden], .dispute[hidden]")).to_have_count(0)


@pytest.mark.parametrize("name", ["disputes.html", "conflicts.html", "sources.html"])
def test_axe_finds_no_violation(page: Page, site: Path, asked: list[str], name: str) -> None:
    visit(page, site, f"{name}#who=medical-body")
    sound_to_axe(page)


def test_the_folded_matrix_unfolds_and_axe_finds_no_violation(page: Page, tmp_path: Path) -> None:
    render_site(crowd(60), tmp_path)
    page.goto(f"{(tmp_path / 'index.html').as_uri()}#matrix")
    sound_to_axe(page)
    table = page.get_by_role("region", name="Questions down, groups of sources across")
    table.get_by_role("link", name="Sellers").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who says what: sellers")
    page.get_by_role("link", name="All groups").press("Enter")
    expect(table).to_be_visible()
