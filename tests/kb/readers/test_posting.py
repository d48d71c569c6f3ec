"""One request to an endpoint that misbehaves: tries, waits, bounds, and a key that nobody sees."""

import datetime
import email.utils

import pytest

from kb.readers import posting
from kb.readers.address import KEY, address_of
from kb.readers.budget import Budget
from kb.readers.model import ReaderFailed, SpentError
from kb.readers.posting import TRIES, Post, retry_after
from tests.kb.readers.endpoint import Endpoint, failing, half, raw, silent

SECRET = "sk-not-for-anyone/else"
GOOD = raw(b'{"choices": []}')


class Sleeps(list[float]):
    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def posted(endpoint: Endpoint, timeout: float = 5, most: int | None = None) -> tuple[Post, Sleeps]:
    slept = Sleeps()
    address = address_of(endpoint.url, {KEY: SECRET})
    return Post(address, Budget(most), timeout, slept), slept


def failure(post: Post) -> str:
    with pytest.raises(ReaderFailed) as error:
        post({"model": "m"})
    line = str(error.value)
    assert line.startswith("KB702 http://127.0.0.1:") and "\n" not in line
    assert SECRET not in line and error.value.__cause__ is None
    return line


def test_a_good_answer_is_brought_back_and_the_key_is_sent(endpoint: Endpoint) -> None:
    post, slept = posted(endpoint.does(GOOD))
    assert post({"model": "m"}) == {"choices": []}
    assert (endpoint.asked, endpoint.keys) == ([{"model": "m"}], [f"Bearer {SECRET}"])
    assert slept == [] and SECRET not in repr(post)


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_what_may_pass_is_tried_again_after_longer_waits(endpoint: Endpoint, status: int) -> None:
    post, slept = posted(endpoint.does(failing(status), failing(status), GOOD))
    assert post({}) == {"choices": []}
    assert slept == [1, 2] and post.budget.made == 3


def test_it_gives_up_after_some_tries(endpoint: Endpoint) -> None:
    post, slept = posted(endpoint.does(failing(500, "out of\x1b[2J memory")))
    assert f"answered with 500: out of [2J memory, {TRIES} times" in failure(post)
    assert slept == [1, 2, 4] and len(endpoint.asked) == TRIES


def test_it_waits_as_long_as_it_is_asked_to(endpoint: Endpoint) -> None:
    post, slept = posted(endpoint.does(failing(429, retry_after="17"), GOOD))
    post({})
    assert slept == [17]


def test_it_does_not_wait_for_an_hour(endpoint: Endpoint) -> None:
    post, slept = posted(endpoint.does(failing(429, retry_after="3600")))
    assert "asks to wait 3600 seconds; try again then" in failure(post)
    assert slept == []


@pytest.mark.parametrize("behaviour", [half, raw(b"{"), raw(b"<html>"), raw(b"[]"), raw(b"\xff")])
def test_half_an_answer_or_no_json_is_tried_again(endpoint: Endpoint, behaviour: object) -> None:
    post, slept = posted(endpoint.does(behaviour, GOOD))  # type: ignore[arg-type]
    assert post({}) == {"choices": []}
    assert slept == [1]


def test_silence_ends_after_the_time_limit(endpoint: Endpoint) -> None:
    post, _ = posted(endpoint.does(silent), timeout=0.1)
    assert f"gave no answer within 0.1 seconds, {TRIES} times" in failure(post)


def test_drops_that_never_end_are_cut_off_too(endpoint: Endpoint) -> None:
    now = iter(range(0, 1_000_000, 100))
    slow, slept = posted(endpoint.does(GOOD))
    post = Post(slow.address, slow.budget, 5, slept, lambda: next(now))
    assert "gave no answer within 5 seconds" in failure(post)


def test_a_flood_is_cut_off(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "LARGEST", 1_000)
    post, _ = posted(endpoint.does(raw(b" " * 100_000)))
    assert "answered with more than" in failure(post)


@pytest.mark.parametrize(("status", "told"), [(401, "the key"), (404, "--model"), (302, "address")])
def test_what_will_not_pass_is_not_tried_again(endpoint: Endpoint, status: int, told: str) -> None:
    post, slept = posted(endpoint.does(failing(status, f"no {SECRET}!", location="http://a.b/")))
    line = failure(post)
    assert f"answered with {status}: no …!" in line and told in line
    assert slept == [] and len(endpoint.asked) == 1


def test_every_try_counts_against_the_limit(endpoint: Endpoint) -> None:
    post, _ = posted(endpoint.does(failing(500)), most=2)
    with pytest.raises(SpentError):
        post({})
    assert len(endpoint.asked) == 2


def test_a_program_that_does_not_run_is_said_at_once() -> None:
    slept = Sleeps()
    post = Post(address_of("http://127.0.0.1:9/v1", {}), Budget(), 5, slept)
    assert "can't be reached; start the program" in failure(post)
    assert slept == []


def test_a_wait_may_be_a_date() -> None:
    soon = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=30)
    wait = retry_after(email.utils.format_datetime(soon, usegmt=True))
    assert wait is not None and 25 < wait <= 30
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert retry_after("soon") is None and retry_after(None) is None
