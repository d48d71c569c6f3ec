"""Takes the pictures of docs/pictures anew: `make pictures`.

Builds the site of corpus/ in a scratch folder, changes one figure in a copy and builds again, so
that the page of changes has something to show. Needs Chromium on the PATH.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from playwright.sync_api import FloatRect, Locator, Page, ViewportSize, sync_playwright

from tests.browser.conftest import FLAGS, MISSING, NAMES

ROOT = Path(__file__).parent.parent.parent
OUT = ROOT / "docs/pictures"
LARGEST = 200_000
ADDRESS = re.compile(r"review: (\S+)\)")
WINDOW = ViewportSize(width=1080, height=900)
# The figure that is changed for the page of changes: file, old words, new words.
EDIT = ("common-questions-micro-scalp.txt", "five to eight years", "three to five years")

DRAFT = """# Thicker-looking hair in a day

Scalp micropigmentation is permanent. You need only one session.
"""


def built(folder: Path) -> Path:
    """The site of the corpus, as it is after one edit."""
    corpus, site = folder / "corpus", folder / "site"
    shutil.copytree(ROOT / "corpus", corpus)
    places = ["--corpus", str(corpus), "--store", str(folder / "kb"), "--site", str(site)]
    build = [sys.executable, "-m", "kb", "build", *places]
    subprocess.run(build, check=True, cwd=ROOT)
    shutil.copytree(site, folder / "first")
    (folder / "landing.md").write_text(DRAFT, encoding="utf-8")
    check = [sys.executable, "-m", "kb", "check", "landing.md", "--format", "html"]
    check += ["--output", "first/landing.html", *places[:4], "--fail-on", "never"]
    subprocess.run(check, check=True, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)})
    brief = [sys.executable, "-m", "kb", "brief", "--output", str(folder / "first/handout.html")]
    subprocess.run([*brief, *places[:4]], check=True, cwd=ROOT)
    file, old, new = corpus / "texts" / EDIT[0], *EDIT[1:]
    text = file.read_bytes().decode("utf-8")
    assert text.count(old) == 1, f"{old!r} no longer stands once in {EDIT[0]}"
    file.write_bytes(text.replace(old, new).encode("utf-8"))
    subprocess.run(build, check=True, cwd=ROOT)
    return folder


def upper(page: Page, height: int) -> bytes:
    """The upper part of the page."""
    return page.screenshot(clip=FloatRect(x=0, y=0, width=WINDOW["width"], height=height))


def around(first: Locator, last: Locator | None = None, air: int = 16) -> bytes:
    """From one element down to another, with some air around both."""
    page = first.page
    top, end = first.bounding_box(), (last or first).bounding_box()
    assert top and end
    low = min(end["y"] + end["height"] + air, top["y"] + 880)
    width = (page.viewport_size or WINDOW)["width"]
    clip = FloatRect(x=0, y=top["y"] - air, width=width, height=low - top["y"] + air)
    return page.screenshot(clip=clip, full_page=True)


def goto(page: Page, name: str) -> None:
    page.goto(f"{page.url.rpartition('/')[0]}/{name}")


def overview(page: Page) -> bytes:
    goto(page, "index.html")
    return upper(page, 790)


def conflict(page: Page) -> bytes:
    goto(page, "conflicts.html")
    return around(page.locator(".card", has_text="five to eight years").first)


def filters(page: Page) -> bytes:
    goto(page, "conflicts.html#aspect=side-effects&strength=contradiction")
    return upper(page, 860)


def search(page: Page) -> bytes:
    goto(page, "search.html")
    page.get_by_label("Words").fill("permanent")
    return upper(page, 640)


def source(page: Page) -> bytes:
    goto(page, "source-ten-things-you-need-to-know.html")
    mark = page.locator("mark", has_text="is permanent, unchanged").first
    box = mark.bounding_box()
    assert box
    clip = FloatRect(x=0, y=box["y"] - 24, width=WINDOW["width"], height=480)
    return page.screenshot(clip=clip, full_page=True)


def question(page: Page) -> bytes:
    goto(page, "aspect-longevity.html")
    return upper(page, 900)


def matrix(page: Page) -> bytes:
    goto(page, "index.html")
    page.set_viewport_size({"width": 1280, "height": 900})
    heading = page.locator("h2", has_text="Who says what")
    return around(heading, page.locator("table tbody tr").nth(7))


def balance(page: Page) -> bytes:
    goto(page, "balance.html#pick=longevity")
    return around(page.locator(".sheet:visible").first)


def near_misses(page: Page) -> bytes:
    goto(page, "near-misses.html")
    return upper(page, 860)


def handout(page: Page) -> bytes:
    goto(page, "handout.html")
    return around(page.locator("h1"), page.locator(".entry").nth(1))


def draft(page: Page) -> bytes:
    goto(page, "landing.html")
    return upper(page, 860)


def review(page: Page) -> bytes:
    """The live pages, served for as long as the picture takes."""
    folder = Path(url2pathname(urlsplit(page.url).path)).parent.parent
    names = {"--corpus": "corpus", "--store": "kb", "--site": "site"}
    places = [part for name, place in names.items() for part in (name, str(folder / place))]
    serve = [sys.executable, "-m", "kb", "serve", "--port", "0", *places]
    with subprocess.Popen(serve, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            address = next(found for line in server.stdout if (found := ADDRESS.search(line)))[1]
            page.goto(address)
            page.get_by_label("Your name").fill("Ana")
            page.get_by_role("button", name="Keep").click()
            return upper(page, 760)
        finally:
            server.terminate()


def changes(page: Page) -> bytes:
    goto(page, "../site/changes.html")
    return upper(page, 860)


PICTURES: dict[str, Callable[[Page], bytes]] = {
    "overview": overview,
    "conflict": conflict,
    "filters": filters,
    "search": search,
    "source": source,
    "question": question,
    "matrix": matrix,
    "balance": balance,
    "handout": handout,
    "near-misses": near_misses,
    "changes": changes,
    "draft": draft,
    "review": review,
}


def take(folder: Path) -> None:
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if not chromium:
        sys.exit(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport=WINDOW, color_scheme="light", reduced_motion="reduce")
        for name, picture in PICTURES.items():
            page.set_viewport_size(WINDOW)
            page.goto((folder / "first/index.html").as_uri())
            data = picture(page)
            assert len(data) < LARGEST, f"{name} has {len(data)} bytes"
            (OUT / f"{name}.png").write_bytes(data)
            print(f"{len(data):>7}  {name}.png")


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        take(built(Path(scratch)))
