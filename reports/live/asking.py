"""What a page asks the server to do: a small JSON object of texts, checked before it is used."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request

LARGEST = 16_384  # bytes of a request that decides something
LONGEST = {"by": 120, "note": 2000, "quote": 2000, "source": 255}  # characters
LONGEST |= dict.fromkeys(("answer", "condition", "scope", "subject", "lines"), 300)
LONGEST |= dict.fromkeys(("before", "after", "question"), 120)
USUAL = 64


class Refused(Exception):
    """A request that can't be done: the status, one line for the person, and the text of the
    request that is at fault, if it is one."""

    def __init__(self, status: int, line: str, field: str = "") -> None:
        super().__init__(line)
        self.status, self.field = status, field


@dataclass(frozen=True, slots=True)
class Asked:
    """The texts of a request; what was not given is empty."""

    texts: Mapping[str, str]

    def need(self, name: str) -> str:
        """A text that must be given. Raises `Refused`."""
        found = self.texts[name]
        if not found:
            raise Refused(400, f"{name} is missing", name)
        return found

    def get(self, name: str) -> str | None:
        """A text that may be given."""
        return self.texts[name] or None


async def asked(request: Request, names: tuple[str, ...], largest: int = LARGEST) -> Asked:
    """The request's texts of these names; any other name is refused. Raises `Refused`."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refused(415, "only JSON is taken")
    try:
        row = json.loads(await _body(request, largest))
    except (ValueError, RecursionError) as error:
        raise Refused(400, "is not JSON") from error
    if not isinstance(row, dict) or not set(row) <= set(names):
        raise Refused(400, f"must be an object of {', '.join(names)}")
    return Asked({name: _text(name, row.get(name), largest) for name in names})


def _text(name: str, value: object, largest: int) -> str:
    if value is None:
        return ""
    limit = largest if largest > LARGEST else LONGEST.get(name, USUAL)
    if not isinstance(value, str) or len(value) > limit:
        raise Refused(400, f"{name} must be a text of at most {limit:,} characters", name)
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused(400, f"{name} must be sound text", name) from error
    return value.strip()


async def _body(request: Request, largest: int) -> bytes:
    """The body, read no further than the largest that is taken."""
    told = request.headers.get("content-length", "0")
    body = b""
    if told.isdigit() and int(told) <= largest:
        async for part in request.stream():
            body += part
            if len(body) > largest:
                break
        else:
            return body
    raise Refused(413, f"too large: at most {largest:,} bytes are taken")
