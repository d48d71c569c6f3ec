"""The report site as people meet it: in Chromium, from a folder, with no network."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from reports.site import render_site
from tests.bench.made_up_site import made_up_knowledge
from tests.browser.axe import sound_to_axe
from tests.reports.hostile import EVIL, written_with
from tests.reports.mattress import mattress
from tests.reports.test_site import KINDS


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render_site(mattress(), tmp_path_factory.mktemp("site")).index.parent


@pytest.fixture
def asked(page: Page) -> Iterator[list[str]]:
    """Every request that is not for a file; the test fails if one was tried or a script broke."""
    tried: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith("file:"):
            tried.append(request.url)

    broken: list[str] = []
    page.on("request", note)
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda line: broken.append(line.text) if line.type == "error" else None)
    yield tried
    assert not tried and not broken


def no_script(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setScriptExecutionDisabled", {"value": True})


def visit(page: Page, site: Path, name: str) -> None:
    page.goto("about:blank")
    page.goto(f"{site.as_uri()}/{name}")


def test_from_the_overview_to_a_conflict_to_the_marked_passage(
    page: Page, site: Path, asked: list[str]
) -> None:
    visit(page, site, "index.html")
    card = page.locator(".dispute", has_text="How long does it last?")
    card.get_by_text("All evidence").click()
    card.get_by_role("link", name="it lasts for ever, the other several years").click()
    expect(page).to_have_url(re.compile(r"conflicts\.html#c-[0-9a-f]{16}$"))
    target = page.locator(".card:target")
    expect(target).to_be_in_viewport()
    target.locator(".side", has_text="for ever").locator("figcaption a").first.click()
    expect(page).to_have_url(re.compile(r"source-dreamwell\.html#claim-"))
    marked = page.locator("mark.target")
    expect(marked).to_have_text(re.compile("for ever|for life"))
    expect(marked).to_be_in_viewport()
    note = page.locator(".note", has_text="for ever").first
    note.get_by_role("link", name="Against").first.click()
    expect(page.locator(".card:target")).to_be_in_viewport()


def test_filters_narrow_the_cards_and_live_in_the_address(
    page: Page, site: Path, asked: list[str]
) -> None:
    visit(page, site, "conflicts.html")
    page.get_by_label("Question").select_option("lifespan")
    page.get_by_label("Strength").select_option("contradiction")
    expect(page).to_have_url(re.compile(r"#aspect=lifespan&strength=contradiction$"))
    expect(page.get_by_role("status")).to_have_text("3 of 12 shown")
    expect(page.locator(".card:visible")).to_have_count(3)
    address = page.url
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".card:visible")).to_have_count(9)  # the tensions stay folded
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(".card:visible")).to_have_count(3)
    expect(page.get_by_label("Question")).to_have_value("lifespan")


def test_each_dispute_says_how_many_of_its_pairs_are_shown(
    page: Page, site: Path, asked: list[str]
) -> None:
    visit(page, site, "conflicts.html")
    tally = page.locator(".group .tally").first
    expect(tally).to_have_text("3 contradictions and 1 tension")
    page.get_by_label("Strength").select_option("contradiction")
    expect(tally).to_have_text("3 shown of 3 contradictions and 1 tension")
    page.get_by_role("button", name="Show all").click()
    expect(tally).to_have_text("3 contradictions and 1 tension")
    page.get_by_label("Order").select_option("count")
    expect(tally).to_have_text("3 contradictions and 1 tension")


def test_a_filter_unfolds_the_tensions_that_answer_to_it(
    page: Page, site: Path, asked: list[str]
) -> None:
    visit(page, site, "conflicts.html#strength=tension&source=bed-blog")
    expect(page.locator(".card:visible")).to_have_count(1)
    expect(page.locator(".card:visible")).to_contain_text("One calls it soft, the other medium.")


def test_cards_are_put_in_another_order(page: Page, site: Path, asked: list[str]) -> None:
    visit(page, site, "conflicts.html")
    page.get_by_label("Order").select_option("count")
    cards = page.locator(".group").first.locator("> .cards > .card")
    counts = cards.evaluate_all("all => all.map(c => +c.dataset.count)")
    assert counts == sorted(counts, reverse=True) and len(counts) == 3
    page.get_by_label("Order").select_option("source")
    sources = cards.evaluate_all("all => all.map(c => c.dataset.source)")
    assert sources == sorted(sources) and len(set(sources)) > 1


def test_a_folded_conflict_unfolds_when_its_address_is_opened(
    page: Page, site: Path, asked: list[str]
) -> None:
    tension = next(c for c in mattress().conflicts if "soft" in c.explanation)
    visit(page, site, f"conflicts.html#c-{tension.id}")
    expect(page.locator(f"#c-{tension.id}")).to_be_in_viewport()


def test_without_javascript_everything_can_be_reached(page: Page, site: Path) -> None:
    no_script(page)
    visit(page, site, "index.html")
    page.get_by_role("link", name="Conflicts", exact=True).click()
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator(".group").first.locator(".card:visible")).to_have_count(3)
    page.locator(".softer > summary").first.click()
    expect(page.locator(".group").first.locator(".card:visible")).to_have_count(4)
    page.locator(".card", has_text="eight to ten years").first.locator("figcaption a").first.click()
    expect(page.locator(".anchor:target mark")).to_be_visible()
    visit(page, site, "search.html")
    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    visit(page, site, "balance.html")
    page.locator(".calm > summary").click()
    expect(page.locator(".sheet:visible")).to_have_count(7)
    page.locator(".sheet > summary").last.click()
    expect(page.locator(".sheet .passage:visible").last).to_be_visible()


def test_with_the_keyboard_alone(page: Page, site: Path, asked: list[str]) -> None:
    visit(page, site, "index.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the text")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="How far to trust it")).to_be_focused()
    page.keyboard.press("Tab")
    first = page.locator(".dispute .where a").first
    expect(first).to_be_focused()
    assert first.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"aspect-lifespan\.html$"))
    visit(page, site, "conflicts.html")
    page.get_by_label("Question").focus()
    page.keyboard.type("Sm")
    expect(page.locator(".group > .cards > .card:visible")).to_have_count(1)
    page.locator("#settled summary").first.focus()
    visit(page, site, "conflicts.html")
    page.locator(".softer > summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".group").first.locator(".card:visible")).to_have_count(4)


def test_search_finds_claims_and_other_passages(page: Page, site: Path, asked: list[str]) -> None:
    visit(page, site, "search.html")
    page.get_by_label("Words").fill("no smell")
    expect(page.locator("#results li")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"#q=no\+smell$"))
    page.locator("#results li > a").click()
    expect(page.locator("mark.target")).to_have_text("Our foam has no smell")
    visit(page, site, "search.html#q=sag+hardly")
    page.locator("#results li > a").click()
    expect(page.locator(".piece:target")).to_contain_text("Does it sag?")
    visit(page, site, "search.html#q=nowhere+to+be+found")
    expect(page.get_by_role("status")).to_have_text("Nothing found")


def test_a_result_in_dispute_leads_to_the_dispute(page: Page, site: Path, asked: list[str]) -> None:
    visit(page, site, "search.html#q=no+smell")
    page.get_by_role("link", name="the dispute").first.click()
    expect(page.locator(".dispute:target .reason")).to_have_text("Does it smell when new?")
    visit(page, site, "search.html#q=prices+start")
    expect(page.locator("#results li").first).not_to_contain_text("the dispute")


@pytest.mark.parametrize("width", [390, 1280])
def test_no_column_of_a_map_is_cut(page: Page, site: Path, asked: list[str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    visit(page, site, "maps.html")
    boxes = page.locator(".scroll").evaluate_all(
        "all => all.map(b => b.scrollWidth - b.clientWidth)"
    )
    assert boxes and max(boxes) <= 0


def results_of(page: Page, site: Path, query: str) -> list[str]:
    """The passages found, best first."""
    visit(page, site, "search.html")
    page.get_by_label("Words").fill(query)
    return page.locator("#results li > a").all_text_contents()


def test_search_matches_the_starts_of_words(page: Page, site: Path, asked: list[str]) -> None:
    assert results_of(page, site, "eigh")[0].startswith("Most memory foam mattresses last from eig")
    assert results_of(page, site, "ight") == []
    assert not any("unheard" in r for r in results_of(page, site, "heard"))


def test_search_takes_all_ways_of_denying_for_one(page: Page, site: Path, asked: list[str]) -> None:
    assert "never needs turning" in results_of(page, site, "doesn't need any turning")[0]
    assert "no side effects at all" in results_of(page, site, "without a side effect")[0]
    expect(page.locator("#results li").first).to_contain_text("side effects")
    assert not any("several" in r for r in results_of(page, site, "no"))


def test_search_reads_the_question_that_a_passage_answers(
    page: Page, site: Path, asked: list[str]
) -> None:
    found = results_of(page, site, "how long does it last")
    assert {"It lasts several years.", "A memory foam mattress lasts for ever."} <= set(found)
    assert not any("smell" in r.lower() for r in found)
    assert any("heat at night" in r for r in results_of(page, site, "What harm can it do?"))


def test_search_falls_back_to_passages_with_most_of_the_words(
    page: Page, site: Path, asked: list[str]
) -> None:
    passage, *_ = results_of(page, site, "is it unfit for heavy sleepers")
    assert "for heavy sleepers" in passage
    expect(page.get_by_role("status")).to_have_text(re.compile("^Nothing has every word; "))
    assert "$900" in results_of(page, site, "prices of $900 start where")[0]
    assert results_of(page, site, "purple giraffes dancing on it") == []
    assert results_of(page, site, "does it") != []


def test_a_balance_sheet_is_picked_and_printed_alone(
    page: Page, site: Path, asked: list[str], tmp_path: Path
) -> None:
    visit(page, site, "balance.html")
    page.get_by_label("Firmness").check()
    page.get_by_label("Care").check()
    expect(page.locator(".sheet:visible")).to_have_count(2)
    expect(page.locator(".sheet .notesheet:visible")).to_have_count(2)  # unfolded
    expect(page).to_have_url(re.compile(r"#pick=care\+firmness$"))
    page.pdf(path=tmp_path / "two.pdf", format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "two.pdf").read_bytes())) == 1


def test_balance_sheets_are_folded_until_they_are_asked_for(
    page: Page, site: Path, asked: list[str]
) -> None:
    visit(page, site, "balance.html")
    notes = page.locator(".sheet .notesheet:visible")
    expect(notes).to_have_count(0)
    first = page.locator(".sheet > summary").first
    expect(first).to_contain_text(re.compile(r"\?.+sources? answer"))
    first.focus()
    page.keyboard.press("Enter")
    expect(notes).to_have_count(1)
    page.get_by_role("button", name="Unfold all").click()
    expect(notes).to_have_count(7)
    page.get_by_role("button", name="Fold all").click()
    expect(notes).to_have_count(0)
    visit(page, site, "balance.html#price")
    expect(page.locator("#price .notesheet")).to_be_visible()


def test_what_was_unfolded_is_so_after_going_back(page: Page, site: Path, asked: list[str]) -> None:
    visit(page, site, "disputes.html")
    evidence = page.locator("details.evidence").nth(1)
    evidence.locator("summary").click()
    evidence.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("conflicts.html"))
    page.go_back()
    expect(evidence.get_by_role("link").first).to_be_in_viewport()
    expect(page.locator("details.evidence").first.get_by_role("link").first).to_be_hidden()


@pytest.mark.parametrize("name", KINDS)
def test_axe_finds_no_violation(page: Page, site: Path, asked: list[str], name: str) -> None:
    visit(page, site, name)
    page.locator("details").evaluate_all("all => all.forEach(d => { d.open = true; })")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        sound_to_axe(page)


@pytest.mark.parametrize("name", KINDS)
def test_no_page_is_wider_than_a_phone(page: Page, site: Path, asked: list[str], name: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    visit(page, site, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_text_from_a_hostile_corpus_runs_nothing(
    page: Page, asked: list[str], tmp_path: Path
) -> None:
    hostile = render_site(written_with(EVIL), tmp_path).index.parent
    page.set_viewport_size({"width": 360, "height": 800})
    for file in sorted(hostile.glob("*.html")):
        visit(page, hostile, file.name)
        assert page.evaluate("[window.evil, document.images.length]") == [None, 0]
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, file.name
    visit(page, hostile, "search.html#q=window.evil")
    expect(page.locator("#results li").first).to_be_visible()
    assert page.evaluate("window.evil") is None


def test_a_conflict_keeps_its_first_address_when_the_list_is_split(
    page: Page, asked: list[str], tmp_path: Path
) -> None:
    knowledge = made_up_knowledge(50)
    site = render_site(knowledge, tmp_path).index.parent
    later = next(c for c in (site / "conflict-pages.js").read_text().split('"') if len(c) == 16)
    visit(page, site, f"conflicts.html#c-{later}")
    expect(page).to_have_url(re.compile(rf"conflicts-[0-9a-f]+(-\d+)?\.html#c-{later}$"))
    expect(page.locator(f"#c-{later}")).to_be_in_viewport()


@pytest.mark.parametrize("name", ["aspects.html", "sources.html", "index.html"])
def test_no_column_of_a_table_is_squeezed_to_nothing(page: Page, site: Path, name: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    visit(page, site, name)
    widths = page.locator("table td:visible").evaluate_all("all => all.map(c => c.offsetWidth)")
    assert min(widths) >= 40


def test_a_matrix_wider_than_the_page_scrolls_in_its_box_and_says_so(
    page: Page, site: Path, asked: list[str]
) -> None:
    hint = page.get_by_text("scroll the table sideways")
    page.set_viewport_size({"width": 1280, "height": 800})
    visit(page, site, "index.html")
    expect(hint).to_be_hidden()
    page.set_viewport_size({"width": 560, "height": 800})
    expect(hint).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 560
    last = page.locator(".matrix thead th").last
    expect(last).not_to_be_in_viewport(ratio=1)
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [700, 1080, 1280])
def test_no_word_in_the_head_of_the_matrix_is_broken(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    visit(page, site, "index.html")
    link = page.locator(".matrix thead th bdi").first
    link.evaluate("e => { e.textContent = 'About Micropigmentation'; }")
    rows = "e => { const r = document.createRange(); r.setStart(e.firstChild, 6);"
    rows += " r.setEnd(e.firstChild, 23); return r.getClientRects().length; }"
    assert link.evaluate(rows) == 1


def test_the_labels_of_a_balance_sheet_wrap_beside_their_boxes(
    page: Page, site: Path, asked: list[str]
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    visit(page, site, "balance.html")
    label = page.locator(".picks label").first
    edges = """e => {
      const r = document.createRange();
      const text = e.querySelector("bdi").firstChild;
      text.textContent = "how long it lasts ".repeat(20);
      r.selectNode(text);
      const box = e.querySelector("input").getBoundingClientRect();
      return [...r.getClientRects()].map((line) => line.left - box.right);
    }"""
    gaps = label.evaluate(edges)
    assert len(gaps) > 1 and min(gaps) > 0


def test_a_note_that_is_folded_opens_when_its_number_is_followed(
    page: Page, site: Path, asked: list[str]
) -> None:
    visit(page, site, "source-dreamwell.html")
    folded = page.locator(".margin > details .note").first
    expect(folded).to_be_hidden()
    number = folded.get_attribute("id")
    page.locator(f"sup a[href='#{number}']").click()
    expect(folded).to_be_visible()


def test_margin_notes_do_not_pull_the_text_apart(page: Page, site: Path, asked: list[str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    visit(page, site, "source-dreamwell.html")
    gaps = page.locator(".piece").evaluate_all(
        "all => all.map(p => p.offsetHeight - p.querySelector('.block').offsetHeight)"
    )
    assert max(gaps) < 130  # about five lines of the text
