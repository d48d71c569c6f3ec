"""A page of another origin on this machine can neither decide nor read anything."""

import http.server
import json
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.reviewing import Served, dispute, open_review, said

EVIL = """<!doctype html><meta charset="utf-8"><title>another page</title>
<form id="form" method="post" action="{base}decide" enctype="text/plain" target="frame">
<input name='{head}' value='{tail}'></form>
<iframe name="frame"></iframe><iframe id="framed" src="{base}review.html"></iframe>
<script src="{base}site.js" onload="window.got='script'"></script>
<script>
const row = JSON.stringify({row});
const tries = [
  ["decide", {{ method: "POST", mode: "no-cors", credentials: "include", body: row }}],
  ["decide", {{ method: "POST", credentials: "include", body: row,
               headers: {{ "Content-Type": "application/json" }} }}],
  ["decide", {{ method: "POST", credentials: "include", body: row,
               headers: {{ "Content-Type": "application/json", "X-Counterclaim-Token": "x" }} }}],
  ["review.html", {{ credentials: "include" }}],
];
window.done = Promise.all(tries.map(async ([where, how]) => {{
  try {{
    const answer = await fetch("{base}" + where, how);
    return answer.type === "opaque" ? "opaque" : await answer.text();
  }} catch (error) {{ return "stopped"; }}
}}));
document.getElementById("form").submit();
</script>"""


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder that another server on this machine gives out: the same site, another origin."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    folder = tmp_path_factory.mktemp("elsewhere")
    handler = partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_page_from_another_origin_decides_nothing_and_reads_nothing(
    page: Page, served: Served, elsewhere: tuple[Path, str]
) -> None:
    open_review(page, served)  # the browser now holds the cookie
    row = {"on": dispute(page), "verdict": "not-a-conflict", "by": "Eve"}
    head, tail = json.dumps(row)[:-1] + ', "note": "', '"}'
    folder, address = elsewhere
    evil = EVIL.format(base=served.base, row=json.dumps(row), head=head, tail=tail)
    (folder / "evil.html").write_text(evil, encoding="utf-8")
    refused: list[tuple[str, int]] = []
    page.on("response", lambda r: refused.append((r.request.method, r.status)))
    page.goto(f"{address}evil.html")
    assert page.evaluate("window.done") == ["stopped"] * 4
    page.wait_for_timeout(500)
    assert page.evaluate("window.got") is None
    asked = [status for method, status in refused if method == "POST"]
    assert asked and set(asked) == {403}
    assert served.verdicts == ()
    page.goto(f"{served.base}review.html")
    page.keyboard.press("r")
    said(page, "Noted: real")
    assert [v.verdict for v in served.verdicts] == ["real"]
