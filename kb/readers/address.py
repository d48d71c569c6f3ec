"""An address of a chat endpoint: checked, and told in words before anything is sent there."""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kb.readers.model import ReaderFailed

KEY, USUAL_KEY, USUAL_HOST = "COUNTERCLAIM_READER_KEY", "OPENAI_API_KEY", "api.openai.com"
_PATH = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Address:
    """Where requests go. `key` is shown nowhere."""

    url: str
    host: str
    local: bool
    encrypted: bool
    key: str = field(default="", repr=False, compare=False)


def is_address(text: str) -> bool:
    """Whether it is an address and no command."""
    return text.lower().startswith(("http://", "https://"))


def address_of(text: str, environment: Mapping[str, str] = os.environ) -> Address:
    """The address with its key from the environment, if there is one.

    The usual key goes to its own host only. Raises `ReaderFailed` for what is no address, holds
    a secret, or would carry the key in the open.
    """
    try:
        parts = urlsplit(text.strip())
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise ReaderFailed("the address can't be read; write http://HOST:PORT/v1") from error
    if parts.username is not None or parts.query or parts.fragment:
        raise ReaderFailed(
            f"the address of {host}: leave out what stands before @ and after ?; "
            f"a key goes into the environment as {KEY}"
        )
    if not host or any(c.isspace() or not c.isprintable() for c in text.strip()):
        raise ReaderFailed("the address names no machine; write http://HOST:PORT/v1")
    path = parts.path.rstrip("/").removesuffix(_PATH)
    url = f"{parts.scheme.lower()}://{parts.netloc}{path}{_PATH}"
    key = environment.get(KEY, "").strip()
    if not key and host == USUAL_HOST:
        key = environment.get(USUAL_KEY, "").strip()
    found = Address(url, host, _loopback(host), parts.scheme.lower() == "https", key)
    if key and not found.encrypted and not found.local:
        raise ReaderFailed(
            f"{found.url}: the key of {KEY} would travel in the open; use https, or unset it"
        )
    if not key.isascii() or not key.isprintable():
        raise ReaderFailed(f"{KEY}: holds what no key can hold; set it anew")
    return found


def _loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def leaving(address: Address, what: str) -> str:
    """One line: what is handed over, and where it goes."""
    if address.local:
        return f"{what} go to {address.url}, a program on this machine"
    how = "" if address.encrypted else ", unencrypted"
    return f"{what} leave this machine{how}, to {address.url}"
