"""A chat endpoint on loopback that answers as a test tells it to, well or badly."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[[BaseHTTPRequestHandler], None]


def sent(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"content-type": "application/json", **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("content-length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def content(text: str) -> Behaviour:
    """A good answer of the protocol, whatever the model says in it."""
    answer = {"choices": [{"message": {"role": "assistant", "content": text}}]}
    return lambda handler: sent(handler, json.dumps(answer).encode())


def claims(*rows: Any) -> Behaviour:
    return content(json.dumps({"claims": rows}))


def failing(status: int, message: str = "", **headers: str) -> Behaviour:
    body = json.dumps({"error": {"message": message}}).encode()
    return lambda handler: sent(handler, body, status, **headers)


def raw(body: bytes) -> Behaviour:
    return lambda handler: sent(handler, body)


def half(handler: BaseHTTPRequestHandler) -> None:
    """Promises more than it sends, and hangs up."""
    handler.send_response(200)
    handler.send_header("content-length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [{"mess')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def silent(handler: BaseHTTPRequestHandler) -> None:
    """Says nothing until it is let go."""
    handler.server.let_go.wait(20)  # type: ignore[attr-defined]


@dataclass
class Endpoint:
    """What it was asked, and what it does next: each behaviour once, the last one for ever."""

    url: str = ""
    script: list[Behaviour] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    def does(self, *behaviours: Behaviour) -> "Endpoint":
        self.script = list(behaviours)
        return self

    def next(self) -> Behaviour:
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


@contextmanager
def serving() -> Iterator[Endpoint]:
    endpoint = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            endpoint.asked.append(json.loads(body))
            endpoint.keys.append(self.headers.get("authorization"))
            endpoint.next()(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.let_go = threading.Event()  # type: ignore[attr-defined]
    endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        server.let_go.set()  # type: ignore[attr-defined]
        server.shutdown()
        server.server_close()
        thread.join()
