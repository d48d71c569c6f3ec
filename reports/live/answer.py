"""Pages as answers of the live server: each with the live layer, its mark and its type."""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from reports.live.asking import Asked, asked
from reports.live.layer import live_page
from reports.render import render

Act = Callable[[Asked], dict[str, Any]]
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}


def html(
    page: bytes, here: str = "", status: int = 200, more: Mapping[str, str] | None = None
) -> Response:
    """A page with the live layer; `here` is the address that the navigation marks."""
    made, mark = live_page(page, here)
    headers = {"live-mark": mark, **(more or {})}
    return Response(made, status, headers, media_type=TYPES[".html"])


def message(title: str, lead: str, status: int) -> Response:
    """A page that only says something."""
    page = render("live/message.html", topic="Counterclaim", here="", title=title, lead=lead)
    return html(page, status=status)


def acting(names: tuple[str, ...], act: Act) -> Callable[[Request], Any]:
    """What answers a request for an act: its texts of these names are given to `act`."""

    async def answer(request: Request) -> Response:
        wanted = await asked(request, names)
        return JSONResponse(await run_in_threadpool(act, wanted))

    return answer
