"""Who may ask the live pages what: only a page that this very server gave out may change anything.

A browser lets any page of the web send requests to this machine, and lets a name on the web
point at it. So: the Host must be ours (against rebinding of names); a request that another
page makes is refused by its Origin and Sec-Fetch-Site; what changes something needs a token
that stands in our pages only, where no other page can read it, and a cookie besides. A port is
no border for cookies and for "same site", so neither would do alone.
"""

import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost")
READING = ("GET", "HEAD")
TOKEN = "x-counterclaim-token"
ALWAYS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
}


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Secrets:
    """What a request that changes something must bring; new at every start."""

    port: int
    token: str = field(default_factory=_secret, repr=False)
    cookie: str = field(default_factory=_secret, repr=False)

    @property
    def cookie_name(self) -> str:
        """With the port, for all ports of a machine share their cookies."""
        return f"counterclaim-{self.port}"

    @property
    def set_cookie(self) -> str:
        """The header that gives a page its cookie."""
        return f"{self.cookie_name}={self.cookie}; Path=/; HttpOnly; SameSite=Strict"


def refusal(method: str, headers: Headers, known: Secrets) -> str | None:
    """Why this request is refused, of those by a name of ours; None if it may be answered."""
    host, origins = headers.get("host", "").lower(), headers.getlist("origin")
    if (host.partition(":")[2] or "80") != str(known.port):
        return "asked at another port"
    ours = f"http://{host}"
    if any(origin.lower() != ours for origin in origins) or _from_elsewhere(method, headers):
        return "asked by another page"
    if method in READING:
        return None
    if not origins and not headers.get("referer", "").startswith(f"{ours}/"):
        return "asked by no page of ours"
    return None if _proven(headers, known) else "asked without the token; load the page again"


def _from_elsewhere(method: str, headers: Headers) -> bool:
    """Whether a browser says that another origin asks; to follow a link from there is fine."""
    if headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
        return False
    followed = (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest"))
    return method not in READING or followed != ("navigate", "document")


def _proven(headers: Headers, known: Secrets) -> bool:
    cookies = cookie_parser("; ".join(headers.getlist("cookie")))
    return _same(headers.get(TOKEN, ""), known.token) & _same(
        cookies.get(known.cookie_name, ""), known.cookie
    )


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8"), known.encode("utf-8"))


class Guard:
    """Stands before an application: refuses, and puts the same headers on every answer."""

    def __init__(self, app: ASGIApp, known: Secrets) -> None:
        self._app = TrustedHostMiddleware(app, NAMES, www_redirect=False)
        self._known = known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        why = refusal(scope["method"], Headers(scope=scope), self._known)
        answer = PlainTextResponse(f"refused: {why}\n", 403) if why else self._app

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), ALWAYS.items())
            await send(message)

        await answer(scope, receive, sending)


def _add(headers: MutableHeaders, more: Iterable[tuple[str, str]]) -> None:
    for name, value in more:
        headers[name] = value


def with_cookie(known: Secrets) -> Mapping[str, str]:
    """The headers of a page from which something can be decided."""
    return {"set-cookie": known.set_cookie}
