"""Sends one request and brings back its JSON: with tries, waits and bounds, and never the key."""

import datetime
import email.utils
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from kb.readers.address import Address
from kb.readers.budget import Budget
from kb.readers.model import ReaderFailed
from kb.text import plain

TRIES = 4
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0  # seconds
LARGEST = 8_000_000  # bytes of an answer
SHOWN = 200
_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_TELLING = {
    401: "does not know the key; set COUNTERCLAIM_READER_KEY",
    403: "does not let this key in; set another as COUNTERCLAIM_READER_KEY",
    404: "has no such place or no such model; look at the address and --model",
}

Payload = Mapping[str, Any]


class Unwelcome(ReaderFailed):
    """An endpoint that says the request itself is wrong: it may not know a field of it."""


class _TryAgainError(Exception):
    """Why a try failed that may go better the next time, and how long to wait at least."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


@dataclass(frozen=True)
class Post:
    """Posts to one address. `sleep` and `clock` are those of the tests."""

    address: Address
    budget: Budget
    timeout: float
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    transport: httpx.BaseTransport | None = field(default=None, repr=False)

    def __call__(self, payload: Payload) -> dict[str, Any]:
        """The endpoint's JSON object. Raises `ReaderFailed` after the last try."""
        for left in reversed(range(TRIES)):
            self.budget.spend()
            try:
                return self._object(self._sent(payload))
            except _TryAgainError as error:
                why = str(error)
                if left:
                    self.sleep(self._wait(TRIES - 1 - left, error.wait, why))
        raise self._failed(f"{why}, {TRIES} times; try again later")

    def _wait(self, tries: int, asked: float | None, why: str) -> float:
        """Twice as long each time, and at least as long as the endpoint asks."""
        if asked is not None and asked > LONGEST_WAIT:
            raise self._failed(f"{why}, and asks to wait {asked:.0f} seconds; try again then")
        return max(FIRST_WAIT * 2.0**tries, asked or 0)

    def _sent(self, payload: Payload) -> bytes:
        """The body of a good answer."""
        try:
            with self._client() as client:
                request = client.build_request("POST", self.address.url, json=dict(payload))
                if self.address.key:
                    request.headers["authorization"] = f"Bearer {self.address.key}"
                response = client.send(request, stream=True)
                try:
                    body = self._body(response)
                finally:
                    response.close()
        except httpx.TimeoutException:
            raise self._late() from None
        except httpx.ConnectError:
            if self.address.local:
                raise self._failed("can't be reached; start the program that answers") from None
            raise _TryAgainError("can't be reached") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _TryAgainError(f"broke off ({type(error).__name__})") from None
        self._check(response, body)
        return body

    def _client(self) -> httpx.Client:
        """No redirects, and nothing but the request; a proxy only for what is elsewhere."""
        return httpx.Client(
            timeout=self.timeout,
            headers={"user-agent": "counterclaim"},
            trust_env=not self.address.local,
            transport=self.transport,
        )

    def _body(self, response: httpx.Response) -> bytes:
        """The whole body, if it comes in time and is no flood."""
        end = self.clock() + self.timeout
        chunks, size = [], 0
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > LARGEST:
                raise self._failed(f"answered with more than {LARGEST // 1_000_000} MB")
            if self.clock() > end:
                raise self._late()
            chunks.append(chunk)
        return b"".join(chunks)

    def _late(self) -> _TryAgainError:
        return _TryAgainError(f"gave no answer within {self.timeout:g} seconds")

    def _check(self, response: httpx.Response, body: bytes) -> None:
        code = response.status_code
        if code in _AGAIN:
            wait = retry_after(response.headers.get("retry-after"))
            raise _TryAgainError(f"answered with {code}{self._said(body)}", wait)
        if code in (400, 422):
            raise Unwelcome(self._line(f"does not take the request ({code}{self._said(body)})"))
        if not response.is_success:
            told = _TELLING.get(code, "look at the address")
            raise self._failed(f"answered with {code}{self._said(body)}; {told}")

    def _object(self, body: bytes) -> dict[str, Any]:
        try:
            found = json.loads(self._without_key(body.decode("utf-8")))
        except (ValueError, RecursionError):
            raise _TryAgainError("answered with something else than JSON") from None
        if not isinstance(found, dict):
            raise _TryAgainError("answered with something else than a JSON object")
        return found

    def _said(self, body: bytes) -> str:
        """What an endpoint says of its error, shortened."""
        try:
            row = json.loads(body)
            error = row.get("error", row)
            said = error.get("message", "") if isinstance(error, dict) else error
        except (ValueError, RecursionError, AttributeError):
            return ""
        words = " ".join(str(said).split())
        return f": {words[:SHOWN]}" if words else ""

    def _failed(self, what: str) -> ReaderFailed:
        return ReaderFailed(self._line(what))

    def _line(self, what: str) -> str:
        return plain(self._without_key(f"{self.address.url}: {what}"))

    def _without_key(self, text: str) -> str:
        return text.replace(self.address.key, "…") if self.address.key else text


def retry_after(header: str | None) -> float | None:
    """The seconds that an endpoint asks to wait: a number, or a date."""
    if not header:
        return None
    try:
        return max(0.0, float(header))
    except ValueError:
        pass
    try:
        when = email.utils.parsedate_to_datetime(header)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=datetime.UTC)
    return max(0.0, (when - datetime.datetime.now(datetime.UTC)).total_seconds())
