"""Addresses of endpoints: which there are, what they may hold, and where the key goes."""

import pytest

from kb.readers.address import KEY, USUAL_KEY, Address, address_of, is_address, leaving
from kb.readers.model import ReaderFailed

SECRET = "sk-secret"


@pytest.mark.parametrize(
    "text",
    ["http://localhost:11434/v1", "http://localhost:11434/v1/", "HTTP://localhost:11434/v1/chat/completions"],
)  # fmt: skip
def test_the_place_of_the_protocol_is_added(text: str) -> None:
    assert is_address(text)
    found = address_of(text, {})
    assert found.url == "http://localhost:11434/v1/chat/completions"
    assert found.local and not found.key


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("127.8.9.1", True), ("[::1]", True), ("localhost", True),
     ("192.168.0.4", False), ("localhost.example.org", False), ("0.0.0.0", False)],
)  # fmt: skip
def test_only_this_machine_is_local(host: str, local: bool) -> None:
    assert address_of(f"http://{host}:80/v1", {}).local is local


@pytest.mark.parametrize(
    "text",
    [f"http://me:{SECRET}@host/v1", f"https://host/v1?key={SECRET}", f"https://host/#{SECRET}",
     "http://", "http://host:port/v1", "http://[::1/v1", "https://ho st/v1"],
)  # fmt: skip
def test_a_wrong_address_is_one_line_without_what_it_hides(text: str) -> None:
    with pytest.raises(ReaderFailed) as error:
        address_of(text, {})
    assert SECRET not in str(error.value) and "\n" not in str(error.value)


def key(text: str, **environment: str) -> str:
    return address_of(text, environment).key


def test_the_usual_key_goes_to_its_own_host_only() -> None:
    assert key("https://api.openai.com/v1", **{USUAL_KEY: SECRET}) == SECRET
    assert key("https://api.example.org/v1", **{USUAL_KEY: SECRET}) == ""
    assert key("http://localhost/v1", **{USUAL_KEY: SECRET}) == ""
    assert key("https://api.example.org/v1", **{KEY: SECRET}) == SECRET


def test_a_key_does_not_travel_in_the_open() -> None:
    with pytest.raises(ReaderFailed, match="use https") as error:
        key("http://192.168.0.4/v1", **{KEY: SECRET})
    assert SECRET not in str(error.value)
    assert key("http://127.0.0.1/v1", **{KEY: SECRET}) == SECRET


def test_a_key_that_is_no_key_is_refused() -> None:
    with pytest.raises(ReaderFailed, match="no key can hold"):
        key("https://host/v1", **{KEY: "a\nb"})


def test_the_key_is_in_no_printed_address() -> None:
    assert SECRET not in repr(address_of("https://host/v1", {KEY: SECRET}))


def test_it_is_said_what_leaves_the_machine() -> None:
    local, far = Address("http://localhost/x", "localhost", True, False), "https://h/v1"
    assert (
        leaving(local, "2 texts") == "2 texts go to http://localhost/x, a program on this machine"
    )
    assert leaving(address_of(far, {}), "2 texts") == (
        "2 texts leave this machine, to https://h/v1/chat/completions"
    )
    assert ", unencrypted," in leaving(address_of("http://h/v1", {}), "2 texts")
