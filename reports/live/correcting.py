"""The routes by which readings are corrected: the panel, the list, and what they send."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extract.errors import InputError
from kb.knowledge.value import Knowledge
from reports.live.answer import acting, html, message
from reports.live.asking import LONGEST
from reports.live.corrections import (
    ACCEPT,
    CORRECT,
    TAKE_BACK,
    Corrections,
    knowledge_now,
    line_of,
)
from reports.live.guard import Secrets, with_cookie
from reports.live.panel import MOST, PanelView, panel_of
from reports.live.readings import CorrectionsPage, corrections_page
from reports.live.state import Live
from reports.render import render

LIST = "corrections.html"
SENT = {**LONGEST, "claims": 40 * MOST}


def correcting_routes(live: Live, known: Secrets) -> list[Route]:
    """The panel and its acts; the acts come one after the other."""
    acts = Corrections(live)
    return [
        Route("/correct.html", _panel(live, known)),
        Route("/correct", acting(CORRECT, acts.correct), methods=["POST"]),
        Route("/uncorrect", acting(TAKE_BACK, acts.take_back), methods=["POST"]),
        Route("/corrections.html", _list(live, known)),
        Route("/accept-reading", acting(ACCEPT, acts.accept), methods=["POST"]),
        Route("/renew-reading", acting(ACCEPT, acts.renew), methods=["POST"]),
    ]


def _panel(live: Live, known: Secrets) -> Callable[[Request], Response]:
    def panel(request: Request) -> Response:
        asked = _given(request.query_params)
        return _shown(live, known, "live/correct.html", lambda k: panel_of(k, asked))

    return panel


def _list(live: Live, known: Secrets) -> Callable[[Request], Response]:
    return lambda _: _shown(live, known, "live/corrections.html", corrections_page, LIST)


def _shown(
    live: Live,
    known: Secrets,
    template: str,
    view_of: Callable[[Knowledge], PanelView | CorrectionsPage],
    here: str = "",
) -> Response:
    """A page on the knowledge as the corrections are this moment."""
    if live.now.knowledge is None:
        return message("Not built yet", "There is nothing to correct before a build.", 503)
    try:
        view = view_of(knowledge_now(live.now.knowledge, live.corrections()))
    except InputError as error:
        return message("Can’t correct", line_of(error), 409)
    told = {"longest": LONGEST, "token": known.token, "here": here, "topic": view.topic}
    return html(render(template, view=view, **told), here, more=with_cookie(known))


def _given(query: Mapping[str, str]) -> dict[str, str]:
    """What an address names, each text no longer than it may be."""
    return {
        name: query.get(name, "")[: SENT[name]].strip()
        for name in ("claims", "source", "quote", "before", "after")
    }
