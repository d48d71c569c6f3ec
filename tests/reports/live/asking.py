"""A browser of one's own: asks the live application as a page of ours would, or as another's."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

import anyio
from httpx import Response
from starlette.testclient import TestClient

from reports.live.app import live_app
from reports.live.guard import Secrets
from reports.live.rounds import Round
from reports.live.state import Live
from reports.making import make_site
from tests.kb.conftest import Place

PORT = 8765
OURS = f"http://127.0.0.1:{PORT}"
TOKEN = re.compile(r'<meta name="token" content="([^"]+)">')


class Person:
    """One who reviews, in a browser with a session of its own."""

    def __init__(self, live: Live, known: Secrets, name: str = "Ana") -> None:
        self.live, self.name = live, name
        self.browser = TestClient(live_app(live, known), base_url=OURS)

    def look(self, address: str, **headers: str) -> Response:
        return self.browser.get(address, headers=headers)

    def look_raw(self, address: str) -> tuple[int, bytes]:
        """Status and body for an address that no client has tidied up."""
        sent: list[Any] = []
        scope = {
            **{"type": "http", "method": "GET", "query_string": b"", "root_path": ""},
            **{"path": unquote(address), "raw_path": address.encode(), "http_version": "1.1"},
            "headers": [(b"host", OURS.removeprefix("http://").encode())],
        }

        async def receive() -> Any:
            return {"type": "http.request", "body": b""}

        async def send(message: Any) -> None:
            sent.append(message)

        anyio.run(self.browser.app, scope, receive, send)
        return sent[0]["status"], b"".join(m.get("body", b"") for m in sent)

    def token(self) -> str:
        found = TOKEN.search(self.look("/review.html").text)
        assert found
        return found[1]

    def post(self, address: str, row: Any, headers: Mapping[str, str] | None = None) -> Response:
        """As our page asks it, but for `headers`; one that is empty is left out."""
        usual = {"origin": OURS, "x-counterclaim-token": self.token()}
        sent = {k: v for k, v in {**usual, **(headers or {})}.items() if v}
        return self.browser.post(address, json=row, headers=sent)

    def decide(self, on: str, verdict: str, **more: str) -> Response:
        return self.post("/decide", {"on": on, "verdict": verdict, "by": self.name, **more})

    def undo(self, on: str, keep: int = 0) -> Response:
        return self.post("/undo", {"on": on, "by": self.name, "keep": str(keep)})


def built(place: Place) -> Live:
    """The state after a first build of that corpus."""
    live = Live(place.corpus, place.store, place.corpus.parent / "site")
    live.took(Round((), 0.0, make_site(live.corpus, live.store, live.site)))
    return live
