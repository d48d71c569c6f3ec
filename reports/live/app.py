"""The live site as an application: the site's own pages, the review, and news of builds.

Every page that can be reached is listed by name: nothing in a request is ever taken for a path.
"""

import json
from collections.abc import AsyncIterator, Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import anyio
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from extract.errors import InputError
from kb.trace.way import SentenceWay
from reports.live.acts import DECIDE, UNDO, decided, undone
from reports.live.answer import TYPES, acting
from reports.live.answer import html as _html
from reports.live.answer import message as _message
from reports.live.asking import Refused, asked
from reports.live.correcting import correcting_routes
from reports.live.drafts import CHECK, DROPPED, ENDINGS, FILE, LARGEST, LONGEST, Drafts
from reports.live.guard import Guard, Secrets, with_cookie
from reports.live.layer import SCRIPTS, STYLES
from reports.live.proposals import SuggestionsPage
from reports.live.reviewing import review_page
from reports.live.sentences import LONGEST as LONGEST_READ
from reports.live.sentences import MOST, READ, Sentences
from reports.live.state import Live
from reports.live.suggested import ACCEPT, Suggested
from reports.render import STATIC, render
from reports.views.draft import DraftView
from reports.write import listed

OWN = (*STYLES, *SCRIPTS, "draft.css", "draft.js", "suggest.js")
LOOK = 0.05  # seconds between looks for news
BEAT = 15.0  # seconds after which a quiet stream shows that it lives


def live_app(live: Live, known: Secrets, pipeline: str | None = None) -> ASGIApp:
    """The application; `known` is what a request that changes something must bring."""
    drafts, sentences = Drafts(live, pipeline), Sentences(live, pipeline)
    suggested = Suggested(live, pipeline)
    routes = [
        Route("/", _file(live)),
        Route("/events", _events(live)),
        Route("/review.html", _review(live, known)),
        Route("/check.html", _drafting(live, known)),
        Route("/check", _check(live, known, drafts), methods=["POST"]),
        Route("/checked", _returned(drafts), methods=["POST"]),
        Route("/read.html", _reading(live, known)),
        Route("/read", _read(live, known, sentences), methods=["POST"]),
        Route("/suggest.html", _suggesting(live, known, suggested)),
        Route("/suggest", _suggest(live, known, suggested), methods=["POST"]),
        Route("/accept", acting(ACCEPT, suggested.accept), methods=["POST"]),
        Route("/take-back", acting((), suggested.take_back), methods=["POST"]),
        Route("/write-guess", acting((), suggested.write_guess), methods=["POST"]),
        Route("/decide", acting(DECIDE, partial(decided, live)), methods=["POST"]),
        Route("/undo", acting(UNDO, partial(undone, live)), methods=["POST"]),
        *correcting_routes(live, known),
        Route("/favicon.ico", _no_icon),
        Route("/{name}", _file(live)),
    ]
    handlers: Mapping[Any, Any] = {Refused: _refused, HTTPException: _not_there}
    app = Starlette(routes=routes, exception_handlers=handlers)
    app.router.redirect_slashes = False
    return Guard(app, known)


def _refused(_: Request, error: Refused) -> Response:
    told = {"error": str(error), **({"field": error.field} if error.field else {})}
    return JSONResponse(told, error.status)


def _not_there(_: Request, error: HTTPException) -> Response:
    words = {404: ("Not here", "There is no such page. It may have gone with a later build.")}
    title, lead = words.get(error.status_code, ("Not so", error.detail))
    return _message(title, lead, error.status_code)


def _no_icon(_: Request) -> Response:
    return Response(status_code=204)


def _file(live: Live) -> Callable[[Request], Response]:
    def file(request: Request) -> Response:
        name = request.path_params.get("name", "index.html")
        content = _content(live.site, name)
        if content is None and name == "index.html":
            return _message("Not built yet", "The site appears here once it is built.", 503)
        if content is None:
            raise HTTPException(404)
        if name.endswith(".html"):
            return _html(content)
        return Response(content, media_type=TYPES.get(Path(name).suffix, "text/plain"))

    return file


def _content(site: Path, name: str) -> bytes | None:
    """The bytes of a file that the site's own list names; None for anything else."""
    if name in OWN:
        return (STATIC / name).read_bytes()
    path = site / name
    if name not in listed(site) or path.is_symlink():
        return None
    try:
        return path.read_bytes()
    except OSError:
        return None


def _review(live: Live, known: Secrets) -> Callable[[Request], Response]:
    def review(request: Request) -> Response:
        now, here = live.now, "review.html"
        if now.knowledge is None or now.book is None:
            return _message("Not built yet", "There is nothing to review before a build.", 503)
        try:
            page = review_page(now, now.knowledge, now.book, live.lines(), request.query_params)
        except InputError as error:
            return _message("Can’t review", str(error), 409)
        made = render("live/review.html", page=page, token=known.token, here=here, topic=page.topic)
        return _html(made, here, more=with_cookie(known))

    return review


def _drafting(live: Live, known: Secrets) -> Callable[[Request], Response]:
    return lambda request: _check_page(live, known, ())


def _check(live: Live, known: Secrets, drafts: Drafts) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        wanted = await asked(request, CHECK, LARGEST)
        views = await run_in_threadpool(drafts.check, wanted)
        return await run_in_threadpool(_check_page, live, known, views)

    return answer


def _returned(drafts: Drafts) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        wanted = await asked(request, CHECK, LARGEST)
        made = await run_in_threadpool(drafts.back, wanted)
        headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(made.name)}"}
        return Response(made.content, headers=headers, media_type=made.kind)

    return answer


def _check_page(live: Live, known: Secrets, drafts: tuple[DraftView, ...]) -> Response:
    knowledge, here = live.now.knowledge, "check.html"
    page = render(
        "live/check.html",
        topic=knowledge.topic.topic if knowledge else "Counterclaim",
        here=here,
        token=known.token,
        longest=LONGEST,
        endings=ENDINGS,
        dropped=DROPPED,
        largest=FILE,
        drafts=drafts,
    )
    return _html(page, here, more=with_cookie(known))


def _reading(live: Live, known: Secrets) -> Callable[[Request], Response]:
    return lambda request: _read_page(live, known, ())


def _read(live: Live, known: Secrets, sentences: Sentences) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        wanted = await asked(request, READ, MOST)
        ways = await run_in_threadpool(sentences.read, wanted)
        return await run_in_threadpool(_read_page, live, known, ways)

    return answer


def _read_page(live: Live, known: Secrets, ways: tuple[SentenceWay, ...]) -> Response:
    knowledge, here = live.now.knowledge, "read.html"
    page = render(
        "live/read.html",
        topic=knowledge.topic.topic if knowledge else "Counterclaim",
        here=here,
        token=known.token,
        longest=LONGEST_READ,
        ways=ways,
    )
    return _html(page, here, more=with_cookie(known))


def _suggesting(live: Live, known: Secrets, suggested: Suggested) -> Callable[[Request], Response]:
    def answer(_: Request) -> Response:
        if live.now.knowledge is None:
            return _message("Not built yet", "There is nothing to propose before a build.", 503)
        return _suggest_page(live, known, suggested.page(look=False))

    return answer


def _suggest(live: Live, known: Secrets, suggested: Suggested) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        await asked(request, ())
        page = await run_in_threadpool(suggested.page, look=True)
        return await run_in_threadpool(_suggest_page, live, known, page)

    return answer


def _suggest_page(live: Live, known: Secrets, page: SuggestionsPage) -> Response:
    now, here = live.now, "suggest.html"
    made = render(
        "live/suggest.html",
        topic=now.knowledge.topic.topic if now.knowledge else "Counterclaim",
        here=here,
        token=known.token,
        number=now.number,
        page=page,
    )
    return _html(made, here, more=with_cookie(known))


def _events(live: Live) -> Callable[[Request], Response]:
    def events(request: Request) -> Response:
        return StreamingResponse(news(live, request), media_type="text/event-stream")

    return events


async def news(live: Live, request: Request) -> AsyncIterator[str]:
    """Says how things stand, at once and after every build, until either side ends it."""
    told, quiet = -1, 0.0
    while not live.stop.is_set() and not await request.is_disconnected():
        now = live.now
        if now.number != told:
            told, quiet = now.number, 0.0
            row = {"number": now.number, "problems": list(now.problems)}
            yield f"data: {json.dumps(row)}\n\n"
        elif quiet >= BEAT:
            quiet = 0.0
            yield ": still here\n\n"
        await anyio.sleep(LOOK)
        quiet += LOOK
