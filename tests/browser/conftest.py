"""One Chromium for the browser tests: Debian's, found on the PATH.

Without one the tests here are skipped. With COUNTERCLAIM_BROWSER=required a skipped test here
is a failed one, whatever it was skipped for.
"""

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from tests.browser.reviewing import ADDRESS, Served
from tests.reports.conftest import copied
from tests.reports.live.running import forked

NAMES = ("chromium", "chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60_000  # milliseconds, after which what is waited for never comes
MISSING = "no Chromium on the PATH: browser tests need Debian's package `chromium`"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is; skips without one."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or pytest.skip(MISSING)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where the browser is required."""
    report = yield
    if report.skipped and os.environ.get("COUNTERCLAIM_BROWSER") == "required":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {report.longreprtext}"
    return report


@pytest.fixture(scope="module")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A running Chromium with a new profile.

    It ends with the module: as long as it runs, nothing else in this thread can use asyncio.
    """
    profile: Path = tmp_path_factory.mktemp("profile")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=chromium, args=FLAGS, headless=True
        )
        context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        yield context
        context.close()


@pytest.fixture
def page(browser: BrowserContext) -> Iterator[Page]:
    """A new tab, closed after the test."""
    tab = browser.new_page()
    yield tab
    tab.close()


@pytest.fixture
def served(once: Path, tmp_path: Path) -> Iterator[Served]:
    """`kb serve` on a corpus of its own."""
    place = copied(once, tmp_path)
    where = ["--corpus", place.corpus, "--store", place.store, "--site", tmp_path / "site"]
    with forked("serve", "--port", 0, *where) as serving:
        found = ADDRESS.search(serving.line("http://"))
        assert found
        yield Served(place, found[0], serving)


@pytest.fixture
def sound(page: Page) -> Iterator[None]:
    """The test fails if a script of the page broke, or the policy stopped something."""
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda line: broken.append(line.text) if line.type == "error" else None)
    yield
    assert not broken
