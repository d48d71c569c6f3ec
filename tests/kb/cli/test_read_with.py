"""`kb read-with`: another reader on the made-up corpus, from the command line."""

import io
import json
from collections.abc import Iterator

import pytest

from kb.corrections.file import read_corrections

from ..readers.endpoint import Endpoint, claims, content, failing, serving
from .test_commands import Kb, Told, kb

__all__ = ["kb"]

SECRET = "sk-not-for-anyone"
ROOFS = "brighter-roofs"
LASTS = {
    "quote": "Solar panels last at least 40 years",
    "question": "lifetime",
    "polarity": "affirm",
    "value": "at least 40 years",
}
INVENTED = {**LASTS, "quote": "Solar panels last at least 90 years"}


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    monkeypatch.setenv("COUNTERCLAIM_READER_KEY", SECRET)
    monkeypatch.setattr("time.sleep", lambda _: None)
    with serving() as found:
        yield found.does(claims(LASTS, INVENTED))


def read(kb: Kb, endpoint: Endpoint, *more: object) -> Told:
    told = kb("read-with", endpoint.url, "--model", "tiny", "--source", ROOFS, *more)
    assert SECRET not in told.out + told.err
    return told


def test_a_model_proposes_and_it_is_said_where_the_text_goes(kb: Kb, endpoint: Endpoint) -> None:
    told = read(kb, endpoint)
    assert told.code == 0
    assert told.out.splitlines() == [
        f"{ROOFS}: 1 claim accepted (1 new), 1 refused",
        "  · 1 refused: its quote does not stand in the text",
        "1 request made; 1 proposal of [tiny] added; "
        "`kb correct --list --reader 'tiny'` shows them",
    ]
    assert "of 1 source and the topic's questions go to" in told.err
    (line,) = read_corrections(kb.place.corpus / "readings.jsonl")
    assert (line.reader, line.anchor.quote) == ("tiny", LASTS["quote"])
    assert endpoint.keys == [f"Bearer {SECRET}"]


def test_the_second_time_nothing_is_asked_nor_written(kb: Kb, endpoint: Endpoint) -> None:
    read(kb, endpoint)
    before = (kb.place.corpus / "readings.jsonl").read_bytes()
    told = read(kb, endpoint)
    assert told.out.endswith("0 requests made; 0 proposals of [tiny] added\n")
    assert (told.err, len(endpoint.asked)) == ("", 1)
    assert (kb.place.corpus / "readings.jsonl").read_bytes() == before


def test_the_key_is_kept_nowhere(kb: Kb, endpoint: Endpoint) -> None:
    endpoint.does(claims({**LASTS, "condition": f"with {SECRET}"}))
    read(kb, endpoint)
    for folder in (kb.place.corpus, kb.place.store):
        files = [p for p in folder.rglob("*") if p.is_file()]
        assert files and not any(SECRET.encode() in p.read_bytes() for p in files)
    assert "with …" in (kb.place.corpus / "readings.jsonl").read_text(encoding="utf-8")


def test_all_that_was_refused_is_told_as_data(kb: Kb, endpoint: Endpoint) -> None:
    (row,) = json.loads(read(kb, endpoint, "--format", "json").out)
    assert (row["source"], row["requests"], row["left"]) == (ROOFS, 1, 0)
    assert row["accepted"][0]["new"] and row["accepted"][0]["is"]["aspect"] == "lifetime"
    (refused,) = row["refused"]
    assert refused["reason"] == "not-there" and json.loads(refused["line"])["quote"]


def test_a_rehearsal_asks_nothing(kb: Kb, endpoint: Endpoint) -> None:
    told = read(kb, endpoint, "--dry-run")
    assert told.out.startswith(f"{ROOFS}: 1 request, ") and "nothing was asked" in told.out
    (request,) = json.loads(read(kb, endpoint, "--dry-run", "--format", "json").out)
    assert LASTS["quote"] in request["text"]
    assert endpoint.asked == [] and not (kb.place.corpus / "readings.jsonl").exists()


def test_no_more_is_asked_than_allowed(kb: Kb, endpoint: Endpoint) -> None:
    told = read(kb, endpoint, "--max-requests", 0)
    assert told.code == 0 and endpoint.asked == []
    assert "1 request left at --max-requests" in told.err


def test_an_endpoint_that_fails_is_one_line(kb: Kb, endpoint: Endpoint) -> None:
    endpoint.does(failing(500, f"no {SECRET}"))
    told = read(kb, endpoint)
    assert told.code == 2
    assert told.err.splitlines()[-1].startswith("KB702 http://127.0.0.1:")
    assert not (kb.place.corpus / "readings.jsonl").exists()


def test_texts_leave_the_machine_only_where_that_is_said(
    kb: Kb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    told = kb("read-with", "https://models.example/v1", "--model", "m", "--max-requests", 1)
    assert told.code == 2
    first, second = told.err.splitlines()
    assert "leave this machine, to https://models.example/v1/chat/completions" in first
    assert second.startswith("KB701 ") and "--yes" in second


@pytest.mark.parametrize("said", ["n\n", "\n", ""])
def test_without_a_yes_nothing_is_sent(
    kb: Kb, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    terminal = io.StringIO(said)
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    monkeypatch.setattr("kb.readers.address._loopback", lambda _: False)
    monkeypatch.delenv("COUNTERCLAIM_READER_KEY")
    told = read(kb, endpoint)
    assert told.code == 2 and endpoint.asked == []
    assert "Go on?" in told.err and "KB701 " in told.err.splitlines()[-1]


def test_with_a_yes_it_is(kb: Kb, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.readers.address._loopback", lambda _: False)
    monkeypatch.delenv("COUNTERCLAIM_READER_KEY")
    assert read(kb, endpoint, "--yes").code == 0 and len(endpoint.asked) == 1


def test_proposals_take_no_part_and_builds_stay_as_they_are(kb: Kb, endpoint: Endpoint) -> None:
    def out(*words: str) -> str:
        return kb(*words, "--format", "json").out

    loud = {**LASTS, "quote": "quietly and cleanly", "question": "noise", "value": ""}
    before = [out("claims"), out("conflicts"), out("disputes")]
    read(kb, endpoint.does(claims({**loud, "polarity": "deny"}, LASTS)))
    assert kb.place.build().wrote
    assert [out("claims"), out("conflicts"), out("disputes")] == before
    assert not kb.place.build().wrote
    assert len(endpoint.asked) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["http://localhost/v1"], "KB702 --model"),
        (["cat", "--model", "m"], "KB702 --model"),
        (["cat", "--source", "no-such"], "KB206 no-such"),
    ],
)
def test_what_is_missing_is_said(kb: Kb, words: list[str], told: str) -> None:
    found = kb("read-with", *words)
    assert found.code == 2 and found.err.startswith(told)


STANDS = content('{"answer": "does not stand", "reason": "They speak of other panels."}')


def weigh(kb: Kb, endpoint: Endpoint, *more: object) -> Told:
    told = kb("read-with", endpoint.url, "--model", "tiny", "--disputes", *more)
    assert SECRET not in told.out + told.err
    return told


def test_a_second_opinion_stands_beside_ours(kb: Kb, endpoint: Endpoint) -> None:
    ours = json.loads(kb("disputes", "--format", "json").out)
    told = weigh(kb, endpoint.does(STANDS), ours[0]["id"][:8])
    assert told.code == 0 and "1 opinion of [tiny] added" in told.out
    assert "1 dispute with the sentences of both sides go" in told.err
    shown = endpoint.asked[0]["messages"][1]["content"]
    assert ours[0]["question"] in shown and all(s["label"] in shown for s in ours[0]["sides"])
    kb.place.build()
    after = json.loads(kb("disputes", "--format", "json").out)
    opinion = after[0].pop("opinions")[0]
    assert (opinion["reader"], opinion["answer"]) == ("tiny", "does-not-stand")
    assert ours[0].pop("opinions") == [] and after == ours
    line = " ".join(kb("disputes").out.split())
    assert "second opinion, not ours: tiny says that it does not stand: They speak" in line


def test_an_opinion_is_asked_for_once(kb: Kb, endpoint: Endpoint) -> None:
    weigh(kb, endpoint.does(STANDS))
    asked, file = len(endpoint.asked), kb.place.corpus / "opinions.jsonl"
    before = file.read_bytes()
    assert asked == len(before.splitlines()) > 1
    told = weigh(kb, endpoint)
    assert len(endpoint.asked) == asked and file.read_bytes() == before
    assert "0 opinions of [tiny] added" in told.out


def test_an_opinion_goes_when_the_dispute_is_another(kb: Kb, endpoint: Endpoint) -> None:
    weigh(kb, endpoint.does(STANDS))
    kb.place.edit(ROOFS, "at least 40 years", "at least 35 years")
    kb.place.build()
    rows = json.loads(kb("disputes", "--format", "json").out)
    told = {row["aspects"][0]: row["opinions"] for row in rows}
    assert told["lifetime"] == [] and any(told.values())


@pytest.mark.parametrize("said", ['{"answer": "perhaps"}', '{"reason": "stands"}', "[]", "stands"])
def test_what_is_no_answer_is_not_kept(kb: Kb, endpoint: Endpoint, said: str) -> None:
    weigh(kb, endpoint.does(content(said)), "--max-requests", 1)
    assert not (kb.place.corpus / "opinions.jsonl").exists()


def test_disputes_are_named_with_the_option_only(kb: Kb) -> None:
    assert kb("read-with", "cat", "3f2a9c04").err.startswith("KB210 3f2a9c04: add --disputes")
    assert kb("read-with", "cat", "--disputes", "3f2a9c04").err.startswith("KB206 3f2a9c04")
