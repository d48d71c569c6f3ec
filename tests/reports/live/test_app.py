"""What the live server answers: pages of the site, the review, decisions, and nothing else."""

import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.requests import Request

from kb.model import Dispute
from kb.verdicts.file import read_verdicts
from kb.verdicts.standing import misread
from reports.live.app import news
from reports.live.guard import Secrets
from reports.live.layer import SCRIPTS
from reports.live.rounds import Round
from reports.making import make_site
from tests.kb.conftest import Place
from tests.reports.live.asking import OURS, Person


def shown(page: str) -> LexborHTMLParser:
    return LexborHTMLParser(page)


def review(person: Person, address: str = "/review.html") -> dict[str, str]:
    """What the review page holds for its script."""
    node = shown(person.look(address).text).css_first("#review")
    assert node
    return {k: v or "" for k, v in node.attributes.items()}


def pair(person: Person) -> dict[str, str]:
    """What it holds for the first pair that waits."""
    start = shown(person.look("/review.html").text).css_first("a[rel='start']")
    assert start
    return review(person, f"/{start.attributes['href']}")


def whole(person: Person) -> Dispute:
    """The dispute that comes first."""
    k = person.live.now.knowledge
    assert k
    return k.disputes[0]


# pages


def test_pages_of_the_site_are_served_with_the_live_layer(ana: Person, site: Path) -> None:
    for name in sorted(p.name for p in site.iterdir() if not p.name.startswith(".")):
        answer = ana.look(f"/{name}")
        assert answer.status_code == 200, name
        if name.endswith(".html"):
            page = shown(answer.text)
            assert page.css_first("script[src='live.js']") and page.css_first(
                "a[href='review.html']"
            )
            assert not page.css("meta[http-equiv]")
        else:
            assert answer.content == (site / name).read_bytes()


def test_the_site_on_disk_stays_static(site: Path) -> None:
    assert not [p for p in site.iterdir() if p.name.startswith("live")]
    assert b"live.js" not in (site / "index.html").read_bytes()


def test_the_first_page_and_the_script_and_style(ana: Person) -> None:
    assert ana.look("/").text == ana.look("/index.html").text
    assert ana.look("/live.js").headers["content-type"].startswith("text/javascript")
    assert ana.look("/live.css").headers["content-type"].startswith("text/css")


def test_every_answer_bears_the_policy(ana: Person) -> None:
    for address in ("/", "/live.js", "/nowhere.html", "/review.html"):
        headers = ana.look(address).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; ")
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in headers


def test_before_a_first_build_there_is_a_page_that_says_so(ana: Person, site: Path) -> None:
    shutil.rmtree(site)
    answer = ana.look("/")
    assert answer.status_code == 503
    assert "Not built yet" in answer.text and "live.js" in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/../corpus/topic.yaml",
        "/..%2fcorpus%2ftopic.yaml",
        "/%2e%2e/corpus/topic.yaml",
        "/..%5ccorpus%5ctopic.yaml",
        "/.pages",
        "/..",
        "/.",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/secret.txt",
        "/index.html/",
        "/index.html%00.js",
        "/static/site.css",
        "/live/review.html",
        "/lınk.html",
        "/link.html",
        "/%ff%fe",
    ],
)
def test_nothing_outside_the_site_is_reachable(ana: Person, site: Path, address: str) -> None:
    (site / "secret.txt").write_text("hidden", encoding="utf-8")
    (site / "link.html").symlink_to(ana.live.corpus / "topic.yaml")
    status, body = ana.look_raw(address)
    assert status == 404
    assert b"Solar" not in body and b"hidden" not in body


def test_a_name_of_the_site_that_was_made_a_link_is_not_followed(ana: Person, site: Path) -> None:
    (site / "about.html").unlink()
    (site / "about.html").symlink_to(ana.live.corpus / "topic.yaml")
    assert ana.look("/about.html").status_code == 404


# refusals


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "127.0.0.1:8766"},
        {"host": "127.0.0.1"},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:8766"},
        {"origin": "http://localhost:8765"},
        {"origin": "https://127.0.0.1:8765"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"},
        {"sec-fetch-site": "same-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"},
    ],
)
def test_other_ports_and_other_pages_read_nothing(ana: Person, headers: dict[str, str]) -> None:
    for address in ("/", "/review.html", "/events", "/site.css"):
        answer = ana.look(address, **headers)
        assert answer.status_code == 403
        assert answer.text.startswith("refused: ")
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "host", ["evil.example:8765", "localhost.evil.example:8765", "www.localhost:8765", ":8765"]
)
def test_another_name_for_this_machine_reads_nothing(ana: Person, host: str) -> None:
    for address in ("/", "/review.html", "/events", "/site.css"):
        answer = ana.look(address, host=host)
        assert (answer.status_code, answer.text) == (400, "Invalid host header")
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "", "127.0.0.1@evil.example:8765"])
def test_a_strange_host_reads_nothing(ana: Person, host: str) -> None:
    assert ana.look("/", host=host).status_code in (400, 403)


def test_a_link_from_elsewhere_may_be_followed(ana: Person) -> None:
    followed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert ana.look("/", **{**followed, "sec-fetch-dest": "document"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://127.0.0.1:8766"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "", "referer": "http://evil.example/"},
        {"origin": "", "referer": f"{OURS}0/review.html"},
        {"x-counterclaim-token": ""},
        {"x-counterclaim-token": "guessed"},
        {"x-counterclaim-token": "guéssed"},
        {"cookie": "counterclaim-8765=guessed"},
        {"host": "evil.example:8765"},
        {"sec-fetch-site": "same-site"},
        {
            "sec-fetch-site": "cross-site",
            "sec-fetch-mode": "navigate",
            "sec-fetch-dest": "document",
        },
    ],
)
@pytest.mark.parametrize("address", ["/decide", "/undo"])
def test_what_changes_something_must_come_from_our_page(
    ana: Person, headers: dict[str, str], address: str
) -> None:
    id = pair(ana)["data-conflict"]
    row = {"on": id, "verdict": "real", "by": "Eve"}
    raw = {k: v.encode("latin-1") for k, v in headers.items()}
    usual = {"origin": OURS.encode(), "x-counterclaim-token": ana.token().encode()}
    sent = {k: v for k, v in {**usual, **raw}.items() if v}
    if "cookie" in headers:
        ana.browser.cookies.clear()
    assert ana.browser.post(address, json=row, headers=sent).status_code == 403
    assert not ana.live.verdicts.exists()


def test_without_the_cookie_the_token_is_not_enough(ana: Person) -> None:
    token = ana.token()
    ana.browser.cookies.clear()
    row = {"on": "x", "verdict": "real", "by": "Eve"}
    headers = {"origin": OURS, "x-counterclaim-token": token}
    assert ana.browser.post("/decide", json=row, headers=headers).status_code == 403


def test_the_token_is_new_at_every_start_and_in_no_page_but_the_review(ana: Person) -> None:
    assert Secrets(1).token != Secrets(1).token
    assert ana.token() not in ana.look("/conflicts.html").text
    cookie = ana.look("/review.html").headers["set-cookie"]
    assert "SameSite=Strict" in cookie and "HttpOnly" in cookie
    assert ana.token() not in cookie


def test_a_referer_of_ours_does_where_no_origin_is_sent(ana: Person) -> None:
    id = pair(ana)["data-conflict"]
    row = {"on": id, "verdict": "real", "by": "Ana"}
    headers = {"origin": "", "referer": f"{OURS}/review.html"}
    assert ana.post("/decide", row, headers).status_code == 200


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{" + b" " * 20_000 + b"}", "application/json", 413),
        (b"{}", "text/plain", 415),
        (b"on=x", "application/x-www-form-urlencoded", 415),
        (b"{", "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"[" * 10_000, "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"path": "x"}', "application/json", 400),
        (b'{"on": 3}', "application/json", 400),
        (b'{"on": "x", "verdict": "real", "by": ""}', "application/json", 400),
        (b'{"on": "x", "verdict": "real", "by": "\\ud800"}', "application/json", 400),
        (b'{"on": "x", "verdict": "delete", "by": "Ana"}', "application/json", 400),
        (b'{"on": "x", "verdict": "real", "by": "Ana"}', "application/json", 409),
        (json.dumps({"note": "x" * 2001}).encode(), "application/json", 400),
    ],
)
def test_what_is_no_decision_is_refused_in_a_line(
    ana: Person, content: bytes, kind: str, status: int
) -> None:
    headers = {"origin": OURS, "x-counterclaim-token": ana.token(), "content-type": kind}
    answer = ana.browser.post("/decide", content=content, headers=headers)
    assert answer.status_code == status
    assert len(answer.json()["error"].splitlines()) == 1
    assert not ana.live.verdicts.exists()


def test_a_body_without_a_length_is_read_no_further_than_it_may_be(ana: Person) -> None:
    def stream() -> Iterator[bytes]:
        for _ in range(5):
            yield b" " * 10_000

    headers = {"origin": OURS, "x-counterclaim-token": ana.token()}
    headers["content-type"] = "application/json"
    answer = ana.browser.post("/decide", content=stream(), headers=headers)
    assert answer.status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "POST"])
def test_other_methods_change_nothing(ana: Person, method: str) -> None:
    assert ana.browser.request(method, "/index.html").status_code in (403, 405)


# review


def test_a_decision_is_a_line_of_the_file_and_the_next_pair_comes(ana: Person) -> None:
    first = pair(ana)
    id = first["data-conflict"]
    answer = ana.decide(id, "both-hold", note="two\nkinds")
    assert answer.json() == {"undo": [{"on": id, "by": "Ana", "keep": "0"}]}
    (line,) = read_verdicts(ana.live.verdicts)
    assert (line.conflict, line.verdict, line.by, line.note) == (
        id,
        "both-hold",
        "Ana",
        "two kinds",
    )
    assert line.passages and line.says and line.when
    assert first["data-next"] == f"review.html?c={pair(ana)['data-conflict']}"


def test_all_can_be_decided_one_after_the_other(ana: Person) -> None:
    seen = []
    while dispute := review(ana).get("data-dispute"):
        seen.append(dispute)
        assert ana.decide(dispute, "real").status_code == 200
        within = shown(ana.look(f"/review.html?d={dispute}").text).css(".pairs li:not(.done) a")
        for link in within:
            assert ana.decide(str(link.attributes["href"]).split("=")[1], "real").status_code == 200
    k = ana.live.now.knowledge
    assert k
    assert seen == [d.id for d in k.disputes]
    assert "Nothing left to decide" in ana.look("/review.html").text


def test_a_whole_dispute_is_one_line_and_all_its_pairs_are_decided(ana: Person) -> None:
    dispute = whole(ana)
    page = shown(ana.look(f"/review.html?d={dispute.id}").text)
    assert len(page.css("div[data-side]")) == len(dispute.camps)
    assert len(page.css(".pairs li")) == len(dispute.conflicts)
    assert ana.decide(dispute.id, "both-hold").status_code == 409  # nobody said why
    assert ana.decide(dispute.id, "prefer", side="b").status_code == 200
    (line,) = read_verdicts(ana.live.verdicts)
    assert (line.dispute, line.position) == (dispute.id, dispute.camps[1].positions[0])
    page = shown(ana.look(f"/review.html?d={dispute.id}").text)
    assert "Side b preferred – Ana" in page.css_first(".verdict").text()
    assert page.css_first("div[data-side='b']").attributes["class"] == "side preferred"
    k = ana.live.now.knowledge
    assert k
    (id, *_) = (
        c.id
        for c in map(k.conflict, dispute.conflicts)
        if line.position in (c.a.position, c.b.position)
    )
    told = shown(ana.look(f"/review.html?c={id}").text).css_first(".verdict").text()
    assert "One side preferred (of the whole question) – Ana" in told


def test_a_pair_that_was_decided_alone_is_told_and_keeps_its_verdict(ana: Person) -> None:
    dispute = whole(ana)
    first = pair(ana)["data-conflict"]
    ana.decide(first, "not-a-conflict")
    page = shown(ana.look(f"/review.html?d={dispute.id}").text)
    assert "1 pair decided alone" in page.css_first(".reach").text()
    ana.decide(dispute.id, "real")
    page = shown(ana.look(f"/review.html?c={first}").text)
    assert "Not a conflict – Ana" in page.css_first(".verdict").text()


def test_a_whole_side_called_misread_is_taken_back_line_by_line(ana: Person) -> None:
    dispute = whole(ana)
    back = ana.decide(dispute.id, "misread", side="a").json()["undo"]
    lines = read_verdicts(ana.live.verdicts)
    assert len(back) == len(lines) and all(line.verdict == "misread" for line in lines)
    for way in back:
        assert ana.post("/undo", way).status_code == 200
    assert not misread(read_verdicts(ana.live.verdicts))


def test_a_side_is_preferred_and_a_passage_called_misread(ana: Person) -> None:
    id = pair(ana)["data-conflict"]
    page = shown(ana.look(f"/review.html?c={id}").text)
    prefer = page.css_first("[data-side='b'] [data-verdict='prefer']")
    wrong = page.css_first("[data-side='a'] [data-verdict='misread']")
    assert prefer and wrong
    claim = str(wrong.attributes["data-claim"])
    assert ana.decide(id, "prefer").status_code == 409
    assert ana.decide(id, "prefer", side=str(prefer.attributes["data-side"])).status_code == 200
    assert "One side preferred" in ana.look(f"/review.html?c={id}").text
    assert ana.decide(id, "misread", claim=claim).json()["undo"][0]["keep"] == "1"
    k = ana.live.now.knowledge
    assert k
    a, b = k.conflict(id).a.position, k.conflict(id).b.position
    verdicts = read_verdicts(ana.live.verdicts)
    assert [(v.verdict, v.position, v.claim) for v in verdicts] == [
        ("prefer", b, None),
        ("misread", a, claim),
    ]


def test_undo_adds_a_line_and_the_conflict_waits_again(ana: Person) -> None:
    id = pair(ana)["data-conflict"]
    ana.decide(id, "both-hold")
    assert pair(ana)["data-conflict"] != id
    assert ana.undo(id).status_code == 200
    assert [v.verdict for v in read_verdicts(ana.live.verdicts)] == ["both-hold", "unsure"]
    assert pair(ana)["data-conflict"] == id
    assert ana.undo(id, keep=2).status_code == 409


def test_two_people_who_differ_leave_it_waiting(ana: Person, known: Secrets) -> None:
    ben = Person(ana.live, known, "Ben")
    id = pair(ana)["data-conflict"]
    ana.decide(id, "real")
    ben.decide(id, "not-a-conflict")
    assert pair(ana)["data-conflict"] == id
    page = ana.look(f"/review.html?c={id}")
    assert "People differ" in page.text and "Ben" in page.text


def test_two_people_deciding_at_once_lose_nothing(ana: Person, known: Secrets) -> None:
    people = [Person(ana.live, known, name) for name in ("Ana", "Ben")]
    k = ana.live.now.knowledge
    assert k
    ids = [c.id for c in k.conflicts]

    def decide_all(person: Person) -> list[int]:
        return [person.decide(id, "real").status_code for id in ids]

    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(decide_all, people))
    assert answers == [[200] * len(ids)] * 2
    lines = read_verdicts(ana.live.verdicts)
    assert {(v.conflict, v.by) for v in lines} == {(id, p.name) for id in ids for p in people}
    assert len(lines) == 2 * len(ids)


def test_looking_decides_nothing(ana: Person, site: Path) -> None:
    for name in ("review.html", "conflicts.html", "index.html"):
        ana.look(f"/{name}")
    assert not ana.live.verdicts.exists()


def test_a_broken_line_of_verdicts_is_named_and_nothing_is_added(ana: Person) -> None:
    id = pair(ana)["data-conflict"]
    token = ana.token()
    ana.live.verdicts.write_text("<<<<<<< ours\n", encoding="utf-8")
    answer = ana.look("/review.html")
    assert answer.status_code == 409 and "verdicts.jsonl:1" in answer.text
    row = {"on": id, "verdict": "real", "by": "Ana"}
    headers = {"origin": OURS, "x-counterclaim-token": token}
    answer = ana.browser.post("/decide", json=row, headers=headers)
    assert answer.status_code == 409 and "verdicts.jsonl:1" in answer.json()["error"]
    assert ana.live.verdicts.read_text(encoding="utf-8") == "<<<<<<< ours\n"


def test_a_hostile_name_and_note_stay_text(ana: Person) -> None:
    id = pair(ana)["data-conflict"]
    evil = "</p><script>window.evil=1</script>"
    ana.name = f"Eve {evil}"
    assert ana.decide(id, "real", note=evil).status_code == 200
    page = shown(ana.look(f"/review.html?c={id}").text)
    own = ["site.js", *SCRIPTS]
    assert [s.attributes.get("src") for s in page.css("script")] == own
    assert evil in page.css_first("#review .verdict").text()


def test_an_unknown_conflict_is_a_page_that_says_so(ana: Person) -> None:
    evil = "</title><script>window.evil=1</script>"
    page = ana.browser.get("/review.html", params={"c": evil})
    assert "This conflict is gone" in page.text
    assert "window.evil" not in page.text


def test_both_passages_stand_in_their_paragraphs(ana: Person) -> None:
    k = ana.live.now.knowledge
    assert k
    conflict = next(c for c in k.conflicts if c.aspect == "lifetime")
    page = shown(ana.look(f"/review.html?c={conflict.id}").text)
    places = page.css(".inplace")
    assert len(places) == 2
    assert all(place.css("mark") for place in places)
    if any("at least 40 years" in place.text() for place in places):
        whole = next(p.text() for p in places if "at least 40 years" in p.text())
        assert "Built to last" in whole and "easy to swap" in whole


# news


class Asking(Request):
    """A browser that leaves after so many looks."""

    def __init__(self, looks: int) -> None:
        super().__init__({"type": "http", "method": "GET", "headers": []})
        self._looks = looks

    async def is_disconnected(self) -> bool:
        self._looks -= 1
        return self._looks < 0


def told(person: Person, looks: int) -> list[str]:
    async def read() -> list[str]:
        return [part async for part in news(person.live, Asking(looks))]

    return anyio.run(read)


def test_a_page_is_told_how_things_stand_once(ana: Person) -> None:
    assert told(ana, 3) == ['data: {"number": 1, "problems": []}\n\n']


def test_a_broken_build_is_told_and_the_last_good_knowledge_stays(ana: Person) -> None:
    before = ana.live.now.knowledge
    ana.live.took(Round(("topic.yaml",), 0.1, problem="KB103 topic.yaml:7: not a known key"))
    assert ana.live.now.knowledge is before
    assert "topic.yaml:7" in told(ana, 1)[0]


def test_a_stream_ends_with_the_server(ana: Person) -> None:
    ana.live.stop.set()
    assert told(ana, 1000) == []


def test_after_a_rebuild_a_page_that_changed_has_another_mark(ana: Person, place: Place) -> None:
    names = ("/source-brighter-roofs.html", "/about.html")
    before = [ana.browser.head(n).headers["live-mark"] for n in names]
    place.edit("brighter-roofs", "with a garden hose", "with a soft garden hose")
    ana.live.took(Round(("x",), 0.1, make_site(place.corpus, place.store, ana.live.site)))
    after = [ana.browser.head(n).headers["live-mark"] for n in names]
    assert (before[0] != after[0], before[1] == after[1]) == (True, True)


# a pasted draft


DRAFT = (
    "Solar panels last at least 90 years.\n\nPanels <script>window.evil=1</script> never leak.\n"
)


def test_a_pasted_draft_is_checked_and_kept_nowhere(ana: Person) -> None:
    before = sorted(p.name for p in ana.live.corpus.rglob("*"))
    answer = ana.post("/check", {"draft": DRAFT, "ending": ".txt"})
    page = shown(answer.text)
    checked = page.css_first("#checked")
    assert answer.status_code == 200 and checked
    assert "at least 90 years" in " ".join(m.text() for m in checked.css("mark"))
    assert checked.css(".finding.contradicted, .finding.tense")
    assert not checked.css("script")
    assert sorted(p.name for p in ana.live.corpus.rglob("*")) == before


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ({"draft": "x", "ending": ".pdf"}, 400),
        ({"draft": "", "ending": ".txt"}, 400),
        ({"draft": "x" * 200_001, "ending": ".txt"}, 413),
        ({"draft": "x" * 2_000_000, "ending": ".txt"}, 413),
        ({"draft": "<p></p>", "ending": ".html"}, 409),
        ({"file": "/etc/passwd", "ending": ".txt"}, 400),
    ],
)
def test_what_is_no_draft_is_refused(ana: Person, row: dict[str, str], status: int) -> None:
    answer = ana.post("/check", row)
    assert answer.status_code == status
    assert answer.json()["error"]


def test_a_draft_is_not_taken_from_another_page(ana: Person) -> None:
    row = {"draft": DRAFT, "ending": ".txt"}
    assert ana.post("/check", row, {"origin": "http://evil.example"}).status_code == 403
    assert ana.post("/check", row, {"x-counterclaim-token": ""}).status_code == 403


# reading a sentence


def test_a_sentence_is_read_with_its_whole_way(ana: Person) -> None:
    answer = ana.post("/read", {"text": "Solar panels last 90 years, but the pergola can leak."})
    told = shown(answer.text).css_first("#ways")
    assert answer.status_code == 200 and told
    assert [node.text() for node in told.css("h3")] == [
        "Solar panels last 90 years",
        "the pergola can leak",
    ]
    assert "90 years" in told.css_first(".label").text()
    assert "which the topic file does not name" in told.text()
    assert shown(ana.look("/read.html").text).css_first("form#reading textarea#text")


@pytest.mark.parametrize(("text", "status"), [("", 400), ("x" * 2_001, 413), (None, 400)])
def test_what_is_no_sentence_is_refused(ana: Person, text: str | None, status: int) -> None:
    answer = ana.post("/read", {"text": text})
    assert answer.status_code == status and answer.json()["error"]


def test_a_hostile_sentence_stays_text(ana: Person) -> None:
    answer = ana.post("/read", {"text": "<script>x</script> Solar panels last 9 years."})
    told = shown(answer.text).css_first("#ways")
    assert told and not told.css("script") and "<script>" in told.text()
