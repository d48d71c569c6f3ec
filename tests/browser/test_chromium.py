"""The browser that the other tests rest on: it runs, opens a file, and knows no network."""

from pathlib import Path

from playwright.sync_api import Page


def test_chromium_opens_a_file(page: Page, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>Here</title>", encoding="utf-8")
    page.goto((tmp_path / "index.html").as_uri())
    assert page.title() == "Here"
