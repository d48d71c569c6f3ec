"""A page that `kb serve` shows looks as it does from a file: the live style has its own classes."""

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.reviewing import Served

DRAWN = """() => [...document.querySelectorAll("main svg, main svg *")].map((part) => {
    const style = getComputedStyle(part);
    return ["border", "padding", "margin", "display", "stroke", "fill"].map((p) => style[p]);
})"""


def test_charts_are_drawn_as_in_the_file(page: Page, served: Served, once: Path) -> None:
    charts = [p.name for p in sorted((once / "site").glob("*.html")) if b"svg" in p.read_bytes()]
    found = []
    for name in charts:
        page.goto((once / "site" / name).as_uri())
        drawn = page.evaluate(DRAWN)
        page.goto(f"{served.base}{name}")
        found += drawn
        assert page.evaluate(DRAWN) == drawn, name
    assert found
