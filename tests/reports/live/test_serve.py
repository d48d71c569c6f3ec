"""`kb serve` in a process of its own: it answers on this machine, follows saves, and ends."""

import re
import shutil
import socket
from pathlib import Path

import httpx
import pytest

from extract.errors import InputError
from kb.store.swap import locked
from reports.live.server import serve
from reports.making import make_site
from tests.kb.conftest import Place
from tests.reports.live.running import PATIENCE, Running, forked, running

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


def words(place: Place, site: Path, port: int = 0) -> list[object]:
    where = ["--corpus", place.corpus, "--store", place.store, "--site", site]
    return ["serve", "--port", port, *where]


def address(serving: Running) -> str:
    found = ADDRESS.search(serving.line("http://"))
    assert found
    return found[0]


def test_a_saved_source_is_told_and_its_page_is_new(place: Place, site: Path) -> None:
    with running(*words(place, site)) as serving:
        base = address(serving)
        page = f"{base}source-brighter-roofs.html"
        assert "at least 40 years" in httpx.get(page).text
        with httpx.stream("GET", f"{base}events", timeout=30) as news:
            lines = news.iter_lines()
            assert next(lines) == 'data: {"number": 1, "problems": []}'
            place.edit("brighter-roofs", "at least 40 years", "at least 22 years")
            assert next(line for line in lines if line) == 'data: {"number": 2, "problems": []}'
        assert "at least 22 years" in httpx.get(page).text
        assert "texts/brighter-roofs.txt: " in serving.line("texts/")
        assert serving.end() == 0


def test_broken_input_at_the_start_leaves_the_last_good_pages(place: Place, site: Path) -> None:
    make_site(place.corpus, place.store, site)
    (place.corpus / "topic.yaml").write_text("topic: [", encoding="utf-8")
    with forked(*words(place, site)) as serving:
        serving.line("topic.yaml:1")
        base = address(serving)
        assert httpx.get(base).status_code == 200
        assert 'id="review"' in httpx.get(f"{base}review.html").text


def test_an_open_stream_does_not_hold_up_the_end(place: Place, site: Path) -> None:
    with running(*words(place, site)) as serving:
        base = address(serving)
        with httpx.stream("GET", f"{base}events", timeout=30) as news:
            next(news.iter_lines())
            assert serving.end() == 0


def test_ctrl_c_during_the_first_build_ends_it_in_good_order(place: Place, site: Path) -> None:
    shutil.rmtree(place.store)
    with locked(place.store), running(*words(place, site)) as serving:
        serving.line("another build is at work")
        assert serving.end() == 0


def test_it_listens_on_this_machine_only(place: Place, site: Path) -> None:
    with forked(*words(place, site)) as serving:
        port = int(address(serving).rsplit(":", 1)[1].strip("/"))
        with pytest.raises(OSError), socket.create_connection(("127.0.0.2", port), timeout=2):
            pass
        for name in (f"127.0.0.1:{port}", f"localhost:{port}"):
            assert httpx.get(f"http://127.0.0.1:{port}/", headers={"host": name}).is_success
        other = httpx.get(f"http://127.0.0.1:{port}/", headers={"host": "rebound.example"})
        assert other.status_code == 403


@pytest.mark.parametrize("library", ["starlette", "uvicorn"])
def test_a_missing_library_is_answered_with_the_line_to_type(
    place: Place, site: Path, library: str
) -> None:
    with running(*words(place, site), without=library) as serving:
        line = serving.line("KB601")
        assert line == (
            f"KB601 kb serve needs {library}; "
            "type make, or pip install '.[web]', in the project's folder"
        )
        assert serving.process.wait(PATIENCE) == 2


def test_a_port_that_is_taken_is_named(place: Place, site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"KB602 port {port} can't be had; name another"):
            serve(place.corpus, place.store, site, port)


def test_a_missing_corpus_ends_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="KB201"):
        serve(tmp_path / "nowhere", tmp_path / ".kb", tmp_path / "site", 0)
