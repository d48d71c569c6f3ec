"""Serves the live site on this machine alone, and builds again after every save."""

import importlib
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from extract.errors import InputError
from reports.live.rounds import Round, rounds
from reports.live.state import Live

if TYPE_CHECKING:
    import uvicorn

ADDRESS = "127.0.0.1"
GRACE = 1  # seconds that answers under way get once it is to end
NEEDED = ("starlette", "uvicorn")


def serve(
    corpus: Path,
    store: Path,
    site: Path,
    port: int,
    pipeline: str | None = None,
    tell: Callable[[Round], None] = lambda _: None,
    say: Callable[[str], None] = lambda _: None,
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Build, then serve until Ctrl-C; port 0 takes any free one.

    `tell` is given each build, `say` lines about waiting, `ready` the address once it is
    served. Ctrl-C ends it in good order and is passed on. Raises `InputError` if the
    libraries are missing, there is no corpus folder, or the port is taken.
    """
    _check_installed()
    live = Live(corpus, store, site)
    with _bound(port) as bound:
        builds = rounds(corpus, store, site, live.stop, pipeline, say)
        live.took(_told(builds, tell))
        building = threading.Thread(target=_follow, args=(live, builds, tell), daemon=True)
        building.start()
        number = int(bound.getsockname()[1])
        server = _server(live, number, pipeline)
        ready(f"http://{ADDRESS}:{number}/")
        try:
            server.run(sockets=[bound])
        finally:
            live.stop.set()
            building.join(GRACE)


def _check_installed() -> None:
    for name in NEEDED:
        try:
            importlib.import_module(name)
        except ImportError as error:
            remedy = "type make, or pip install '.[web]', in the project's folder"
            line = f"kb serve needs {name}; {remedy}"
            raise InputError(line, "KB601") from error


def _bound(port: int) -> socket.socket:
    try:
        return socket.create_server((ADDRESS, port))
    except (OSError, OverflowError) as error:
        line = f"port {port} can't be had; name another with --port, or 0 for any free one"
        raise InputError(line, "KB602") from error


def _told(builds: Iterator[Round], tell: Callable[[Round], None]) -> Round:
    first = next(builds)
    tell(first)
    return first


def _follow(live: Live, builds: Iterator[Round], tell: Callable[[Round], None]) -> None:
    for each in builds:
        live.took(each)
        tell(each)


def _server(live: Live, port: int, pipeline: str | None) -> "uvicorn.Server":
    import uvicorn

    from reports.live.app import live_app
    from reports.live.guard import Secrets

    class Server(uvicorn.Server):
        """Lets open streams end first: they would hold up the end."""

        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            live.stop.set()
            super().handle_exit(sig, frame)

    config = uvicorn.Config(
        live_app(live, Secrets(port), pipeline),
        log_level="error",
        access_log=False,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    return Server(config)
