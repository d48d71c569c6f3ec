"""The graph as people meet it: one question at a time, with names."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from reports.site import render_site
from tests.browser.axe import sound_to_axe
from tests.reports.mattress import mattress


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render_site(mattress(), tmp_path_factory.mktemp("site")).index.parent


def test_it_opens_on_the_first_dispute_and_another_can_be_chosen(page: Page, site: Path) -> None:
    page.goto((site / "graph.html").as_uri())
    first, second = mattress().disputes[:2]
    shown = page.locator(".component:visible")
    expect(shown).to_have_count(1)
    expect(shown.get_by_role("heading")).to_have_text(first.question)
    page.get_by_label("Question", exact=True).select_option(label=second.question)
    expect(shown).to_have_count(1)
    expect(shown.get_by_role("heading")).to_have_text(second.question)
    expect(page).to_have_url(re.compile(f"#web-{second.id}$"))
    page.go_back()
    expect(shown.get_by_role("heading")).to_have_text(first.question)


def test_without_javascript_all_stand_under_a_list(page: Page, site: Path) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.goto((site / "graph.html").as_uri())
    webs = page.locator(".component:visible").count()
    assert webs == page.locator("#webs-list a:visible").count() > 1
    expect(page.get_by_label("Question", exact=True)).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_lines_end_at_the_dots_of_their_positions(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / "graph.html").as_uri())
    middles = page.locator(".component:visible .nodes li").evaluate_all(
        "all => all.map(n => { const b = n.getBoundingClientRect(); return b.y + b.height / 2; })"
    )
    ends = page.locator(".component:visible path").evaluate_all(
        """all => all.flatMap(p => [0, p.getTotalLength()].map(at => {
             const m = p.getScreenCTM(), q = p.getPointAtLength(at);
             return q.matrixTransform(m).y; }))"""
    )
    assert ends and all(min(abs(end - middle) for middle in middles) < 4 for end in ends)


def test_axe_finds_nothing_not_even_advice_on_landmarks(page: Page, site: Path) -> None:
    page.goto((site / "graph.html").as_uri())
    page.locator(".component").evaluate_all("all => all.forEach(c => { c.hidden = false; })")
    page.locator("details").evaluate_all("all => all.forEach(d => { d.open = true; })")
    sound_to_axe(page)
