"""axe looks at a page as it stands, in both colour schemes, and finds nothing."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

LOOK = """options => axe.run({preload: false, resultTypes: ["violations"], ...options})
  .then(found => found.violations.map(v => [v.id, v.nodes[0].html.slice(0, 200)]))"""
OF_COLOUR = {"runOnly": ["cat.color"], "rules": {"color-contrast-enhanced": {"enabled": False}}}


def sound_to_axe(page: Page) -> None:
    """Every rule in the light scheme; in the dark one those of colour, for no other hangs on it."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    page.emulate_media(color_scheme="dark")
    in_the_dark = page.evaluate(LOOK, OF_COLOUR)
    page.emulate_media(color_scheme="light")
    found = [*page.evaluate(LOOK, {}), *in_the_dark]
    assert not found, found
