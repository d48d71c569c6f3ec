"""The whole site: same bytes, sound links, sound HTML, and no text that is more than text."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kb.history.changes import Cause, Changes, ClaimChange, ConflictChange, Echo
from kb.knowledge.value import Knowledge
from reports.site import pages, render_site
from tests.reports.hostile import EVIL, written_with
from tests.reports.mattress import mattress, with_conflicts

KINDS = (
    "index.html", "disputes.html", "conflicts.html", "near-misses.html", "aspects.html",
    "maps.html", "aspect-lifespan.html", "sources.html", "source-dreamwell.html", "balance.html",
    "graph.html", "search.html", "changes.html", "about.html",
)  # fmt: skip

ALLOWED = {
    "aria-hidden", "aria-label", "aria-labelledby", "aria-current", "autocomplete", "charset",
    "class", "content", "data-aspect", "data-claims", "data-count", "data-kind", "data-node",
    "data-nodes", "data-source",
    "data-strength", "data-verdict", "data-who", "defer", "dir", "fill", "focusable", "for",
    "height", "hidden", "href", "http-equiv", "id", "lang", "name", "offset", "open",
    "preserveAspectRatio",
    "preserveaspectratio", "rel", "role", "scope", "spellcheck", "src", "tabindex", "title",
    "type", "value", "viewbox", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
    "cx", "cy", "r", "d", "overflow", "text-anchor",
}  # fmt: skip


def trees(site: dict[str, bytes]) -> dict[str, LexborHTMLParser]:
    return {n: LexborHTMLParser(b.decode()) for n, b in site.items() if n.endswith(".html")}


@pytest.fixture(scope="module")
def site(knowledge: Knowledge) -> dict[str, bytes]:
    return dict(pages(knowledge))


def text_of(site: dict[str, bytes], name: str) -> str:
    body = LexborHTMLParser(site[name].decode()).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def test_every_kind_of_page_is_there_and_the_first_page_is_written_last(
    site: dict[str, bytes],
) -> None:
    assert set(KINDS) <= set(site)
    assert list(site)[-1] == "index.html"


def test_rendered_twice_nothing_is_written_and_no_file_is_touched(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    first = render_site(knowledge, tmp_path / "site")
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "site").iterdir()}
    second = render_site(knowledge, tmp_path / "site")
    assert (first.unchanged, second.written, second.removed) == (0, 0, 0)
    assert second.unchanged == first.written
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "site").iterdir()} == before
    assert first.index.is_file()


def test_the_bytes_do_not_hang_on_the_order_of_hashes() -> None:
    code = (
        "import hashlib; from reports.site import pages; from tests.reports.crowd import crowd;"
        "print(hashlib.sha256(b''.join(b for _, b in pages(crowd(30)))).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_a_source_that_goes_takes_its_page_along(knowledge: Knowledge, tmp_path: Path) -> None:
    render_site(knowledge, tmp_path)
    kept = tuple(s for s in knowledge.sources if s.id != "bed-blog")
    claims = tuple(c for c in knowledge.claims if c.source != "bed-blog")
    ids = {c.id for c in claims}
    positions = tuple(
        replace(p, claims=tuple(c for c in p.claims if c in ids),
                sources=tuple(s for s in p.sources if s != "bed-blog"))
        for p in knowledge.positions if set(p.claims) & ids
    )  # fmt: skip
    conflicts = tuple(
        replace(c, a=replace(c.a, claims=tuple(i for i in c.a.claims if i in ids)),
                b=replace(c.b, claims=tuple(i for i in c.b.claims if i in ids)))
        for c in knowledge.conflicts if set(c.a.claims) & ids and set(c.b.claims) & ids
    )  # fmt: skip
    smaller = with_conflicts(
        replace(knowledge, sources=kept, claims=claims, positions=positions), conflicts,
        near_misses=(), views=(), coverage=(),
    )  # fmt: skip
    assert render_site(smaller, tmp_path).removed == 1
    assert not (tmp_path / "source-bed-blog.html").exists()


def test_every_link_leads_somewhere(site: dict[str, bytes]) -> None:
    found = trees(site)
    ids = {n: {e.attributes["id"] for e in t.css("[id]")} for n, t in found.items()}
    for name, tree in found.items():
        for link in tree.css("a[href]"):
            href = link.attributes["href"] or ""
            page, _, anchor = href.partition("#")
            if not href.startswith("https://example.org/"):
                assert (page or name) in site, (name, href)
                wanted = "filters" if "=" in anchor else anchor  # a choice of a filter
                assert not wanted or wanted in ids[page or name], (name, href)


def test_the_html_is_sound(site: dict[str, bytes]) -> None:
    for name, tree in trees(site).items():
        twice = [
            i for i, n in Counter(e.attributes["id"] for e in tree.css("[id]")).items() if n > 1
        ]
        assert not twice, (name, twice)
        assert len(tree.css("h1")) == len(tree.css("main")) == 1, name
        assert tree.css_first("html").attributes["lang"] == "en"
        assert "default-src 'none'" in str(tree.css_first("meta[http-equiv]").attributes["content"])
        assert {a for e in tree.css("*") for a in e.attributes} <= ALLOWED, name
        levels = [int(h.tag[1]) for h in tree.css("h1,h2,h3,h4")]
        assert all(b <= a + 1 for a, b in pairwise(levels)), (name, levels)


def test_nothing_is_asked_of_another_place(site: dict[str, bytes]) -> None:
    for tree in trees(site).values():
        data = '[type="application/ld+json"]'
        loaded = [
            e.attributes.get("src") or e.attributes.get("href")
            for e in tree.css(f"script:not({data}),link")
        ]
        assert all(x in site for x in loaded)
    assert b"http" not in site["site.css"] + site["site.js"]


def test_a_conflict_is_shown_with_both_quotes_both_sources_and_the_reason(
    site: dict[str, bytes],
) -> None:
    assert "Four sources disagree on six questions" in text_of(site, "index.html")
    shown = text_of(site, "conflicts.html")
    for words in (
        "One says it lasts for ever, the other several years.",
        "A memory foam mattress lasts for ever .",
        "Sleep better for life · Dreamwell · 7 March 2024",
        "Ten things nobody tells you about foam · Bed Blog · 2019",
    ):
        assert words in shown


def test_pairs_stand_under_their_dispute_and_the_settled_apart(site: dict[str, bytes]) -> None:
    tree = trees(site)["conflicts.html"]
    groups = tree.css(".group")
    assert [g.css_first("h2").text().strip() for g in groups][:2] == [
        "How long does it last?", "Does it smell when new?",
    ]  # fmt: skip
    assert groups[-1].attributes["id"] == "settled"
    assert len(groups[0].css(".cards > .card.contradiction")) == 3
    assert len(groups[0].css("details.softer .card.tension")) == 1
    assert "Both hold – Ada , 1 May 2026 : One model is dearer." in text_of(site, "conflicts.html")


def test_a_conflict_keeps_its_address_when_another_one_comes_or_goes(
    knowledge: Knowledge, site: dict[str, bytes]
) -> None:
    fewer = dict(pages(with_conflicts(knowledge, knowledge.conflicts[1:])))
    there = {c.attributes["id"] for c in trees(site)["conflicts.html"].css(".card")}
    after = {c.attributes["id"] for c in trees(fewer)["conflicts.html"].css(".card")}
    assert there - after == {f"c-{knowledge.conflicts[0].id}"}


def test_every_cell_of_the_matrix_leads_to_its_passages(site: dict[str, bytes]) -> None:
    tree = trees(site)["index.html"]
    cells = tree.css(".matrix td:not(.mute)")
    assert cells and all(c.css_first("a[href]") for c in cells)
    row = next(r for r in tree.css(".matrix tbody tr") if "Lifespan" in r.text())
    assert "for ever" in row.text() and "8–10 years" in row.text() and "disputed" in row.text()


def test_files_that_could_not_be_read_are_named_at_the_top(site: dict[str, bytes]) -> None:
    shown = text_of(site, "index.html")
    assert shown.index("texts/scan.pdf") < shown.index("How long does it last?")


def test_what_was_not_understood_is_shown_in_its_place(site: dict[str, bytes]) -> None:
    tree = trees(site)["source-dreamwell.html"]
    assert [e.text() for e in tree.css("span.missed[id]")] == ["Does it sag? Hardly."]


def test_a_source_page_holds_the_whole_text(knowledge: Knowledge, site: dict[str, bytes]) -> None:
    for source, document in knowledge.documents.items():
        tree = trees(site)[f"source-{source}.html"]
        for sup in tree.css("sup"):
            sup.decompose()
        shown = ["".join(b.text().split()) for b in tree.css(".block")]
        written = ["".join(line.split()) for line in document.text.split("\n") if line.strip()]
        assert shown == written


def test_the_margin_says_who_says_otherwise(site: dict[str, bytes]) -> None:
    shown = text_of(site, "source-consumer-desk.html")
    assert "Against Sleep better for life : for ever" in shown


def tags_of(tree: LexborHTMLParser) -> list[str]:
    """All tags but those that hang on the length of a text: runs, and folds in the margin."""
    folds = tree.css(".margin > details, .margin > details > summary, .margin > details > ol")
    left_out = {e.mem_id for e in folds}
    return [e.tag for e in tree.css("*") if e.tag != "mark" and e.mem_id not in left_out]


@pytest.mark.parametrize("evil", [EVIL, "\u202e<b>" * 50, "{% raw %}", "]]>" + "\u2067x"])
def test_a_hostile_corpus_changes_nothing_but_text(evil: str) -> None:
    harmless, hostile = (dict(pages(written_with(w))) for w in ("words", evil))
    assert list(harmless) == list(hostile)
    for name, tree in trees(hostile).items():
        tame = trees(harmless)[name]
        assert tags_of(tame) == tags_of(tree), name
        assert {a for e in tree.css("*") for a in e.attributes} <= ALLOWED, name
        assert not [a for a in tree.css("a[href]") if "script:" in str(a.attributes["href"])]
        assert len(tree.css("script")) == len(tame.css("script"))
        assert b"\x00" not in hostile[name] and len(hostile[name]) < 2_000_000
    data = hostile["search-data-1.js"]
    assert b"<" not in data and b"\xe2\x80\xa8" not in data and data.count(b"\n") == 1


def test_nothing_at_all_still_gives_readable_pages() -> None:
    empty = replace(
        mattress(), sources=(), documents={}, claims=(), positions=(), conflicts=(),
        disputes=(), near_misses=(), views=(), coverage=(), unread=(), verdicts=(), standings={},
    )  # fmt: skip
    site = dict(pages(empty))
    assert "On no question do the sources disagree" in text_of(site, "index.html")


def test_the_page_of_changes_says_what_caused_each(knowledge: Knowledge) -> None:
    one, other = knowledge.conflicts[:2]
    step = Changes(
        1, 2, sources_edited=("bed-blog",),
        conflicts=(
            ConflictChange(one.id, "opened", one.aspect, "tension", one.explanation, Cause.SOURCE,
                           ("bed-blog",)),
            ConflictChange("gone", "closed", other.aspect, "tension", "Settled by time.",
                           Cause.TOPIC),
        ),
        claims=(ClaimChange("x", "bed-blog", "smell", "It reeks", "It smells", Cause.SOURCE),),
        echoes=(Echo("x", "dreamwell", "lifespan", "for life", "bed-blog", "several years"),),
    )  # fmt: skip
    site = dict(pages(replace(knowledge, history=(step,))))
    shown = text_of(site, "changes.html")
    for words in (
        "One pair opened, one pair closed and one claim reworded.",
        "Edited: ‘Ten things nobody tells you about foam’.",
        "Because sources changed",
        "Because the topic file was changed closed Settled by time.",
        "reworded “ It reeks ” “ It smells ” Smell, ‘Ten things nobody tells you about foam’",
        "“ for life ” Sleep better for life ; corrected in",
    ):
        assert words in shown
    assert "Since the last build" in text_of(site, "index.html")
    assert "Nothing was built before this." in text_of(dict(pages(knowledge)), "changes.html")
