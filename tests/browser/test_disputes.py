"""Very many disputes, in Chromium."""

import re
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, expect

from reports.site import render_site
from reports.views.dispute_pages import PER_PAGE
from tests.browser.test_site import asked, visit
from tests.reports.mattress import mattress

__all__ = ["asked"]


def test_a_dispute_keeps_its_first_address_when_the_list_is_split(
    page: Page, asked: list[str], tmp_path: Path
) -> None:
    knowledge = mattress()
    one = next(d for d in knowledge.disputes if d.question == "How long does it last?")
    many = tuple(replace(one, id=f"{n:016x}") for n in range(PER_PAGE + 1))
    site = render_site(replace(knowledge, disputes=many), tmp_path).index.parent
    visit(page, site, f"disputes.html#d-{many[-1].id}")
    expect(page).to_have_url(re.compile(rf"disputes-2\.html#d-{many[-1].id}$"))
    expect(page.locator(f"#d-{many[-1].id}")).to_be_in_viewport()
