"""The live pages as people meet them: review with the keyboard, and pages that follow a save."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.axe import sound_to_axe
from tests.browser.reviewing import (
    Served,
    current,
    dispute,
    largest,
    nothing_of_this,
    open_pairs,
    open_review,
    said,
)


def test_all_verdicts_with_the_keyboard_alone(page: Page, served: Served, sound: None) -> None:
    open_pairs(page, served)
    decided = []
    for keys, words in (
        ("r", "real"), ("n", "not a conflict"), ("b", "both hold"), ("u", "unsure"),
        ("pb", "prefer"), ("ma", "misread"),
    ):  # fmt: skip
        decided.append(current(page))
        for key in keys:
            page.keyboard.press(key)
        if keys == "ma":
            nothing_of_this(page)
        said(page, f"Noted: {words}")
        expect(page.locator("#review")).not_to_have_attribute("data-conflict", decided[-1])
    lines = served.verdicts
    assert [v.conflict for v in lines] == decided
    kinds = ["real", "not-a-conflict", "both-hold", "unsure", "prefer", "misread"]
    assert [v.verdict for v in lines] == kinds
    assert {v.by for v in lines} == {"Ana"}
    assert lines[4].position and lines[5].claim


def test_keys_pressed_in_a_hurry_are_done_one_after_the_other(
    page: Page, served: Served, sound: None
) -> None:
    open_pairs(page, served)
    page.keyboard.type("rrnb")
    said(page, "both hold")
    assert [v.verdict for v in served.verdicts] == ["real", "real", "not-a-conflict", "both-hold"]
    assert len({v.conflict for v in served.verdicts}) == 4


def test_a_build_that_ends_while_a_verdict_is_on_its_way_does_not_bring_its_question_back(
    page: Page, served: Served, sound: None
) -> None:
    open_pairs(page, served)
    first, here = current(page), page.url
    on_its_way, loaded = list[Route](), list[str]()

    def as_rebuilt(route: Route) -> None:
        if route.request.method == "HEAD":
            route.fulfill(headers={"live-mark": "another"})
        else:
            route.continue_()
            loaded.append(route.request.url)

    page.route("**/review.html*", as_rebuilt)
    page.route("**/decide", lambda route: on_its_way.append(route))
    with page.expect_request("**/decide"):
        page.keyboard.press("r")
    with page.expect_response(lambda answer: answer.request.method == "HEAD"):
        page.evaluate("void live.refresh()")
    page.evaluate("new Promise(requestAnimationFrame)")  # what follows the answer is under way
    on_its_way[0].continue_()
    said(page, "Noted: real")
    while len(loaded) < 2:  # the next pair, and once more for the build
        page.wait_for_timeout(20)
    expect(page.locator("#review")).not_to_have_attribute("data-conflict", first)
    assert loaded[-1] == page.url != here


def test_undo_takes_back_the_last_decisions(page: Page, served: Served, sound: None) -> None:
    open_pairs(page, served)
    first = current(page)
    page.keyboard.press("r")
    said(page, "Noted: real")
    second = current(page)
    page.keyboard.press("b")
    said(page, "Noted: both hold")
    page.keyboard.press("z")
    said(page, "Taken back")
    expect(page.locator("#review")).to_have_attribute("data-conflict", second)
    page.keyboard.press("z")
    expect(page.locator("#review")).to_have_attribute("data-conflict", first)
    expect(page.locator(".progress")).to_contain_text(re.compile(r"^1 of \d+ to decide"))
    page.keyboard.press("z")
    said(page, "nothing to undo")
    assert [v.verdict for v in served.verdicts] == ["real", "both-hold", "unsure", "unsure"]


def test_next_and_previous_decide_nothing(page: Page, served: Served, sound: None) -> None:
    open_pairs(page, served)
    first = current(page)
    page.keyboard.press("j")
    expect(page.locator("#review")).not_to_have_attribute("data-conflict", first)
    page.keyboard.press("k")
    expect(page.locator("#review")).to_have_attribute("data-conflict", first)
    page.go_back()
    expect(page.locator("#review")).not_to_have_attribute("data-conflict", first)
    page.keyboard.press("w")
    expect(page.locator("#review")).to_have_attribute("data-dispute", largest(served).id)
    page.goto(f"{served.base}review.html")
    one = dispute(page)
    page.keyboard.press("k")
    said(page, "first one")
    page.keyboard.press("j")
    expect(page.locator("#review")).not_to_have_attribute("data-dispute", one)
    assert served.verdicts == ()


def test_a_note_is_kept_and_its_letters_are_no_keys(
    page: Page, served: Served, sound: None
) -> None:
    open_pairs(page, served)
    page.keyboard.press("c")
    page.keyboard.type("run by mrs b jzk?")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.get_by_label("because")).to_have_value("")
    page.keyboard.press("k")
    expect(page.get_by_label("because")).to_have_value("run by mrs b jzk?")
    page.keyboard.press("b")
    said(page, "Noted: both hold")
    assert [v.note for v in served.verdicts] == ["run by mrs b jzk?"]
    expect(page.get_by_label("because")).to_have_value("")


def test_no_letter_after_c_is_a_key_though_a_decision_is_still_under_way(
    page: Page, served: Served, sound: None
) -> None:
    open_pairs(page, served)
    page.route("**/decide", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.keyboard.type("rcnbu")
    said(page, "Noted: real")
    expect(page.get_by_label("because")).to_be_focused()
    assert [v.verdict for v in served.verdicts] == ["real"]


def test_what_is_typed_before_the_field_is_there_is_written_into_it(
    page: Page, served: Served, sound: None
) -> None:
    open_pairs(page, served)
    page.route("**/decide", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.keyboard.type("rcnot so")
    said(page, "Noted: real")
    expect(page.get_by_label("because")).to_have_value("not so")
    page.reload()
    expect(page.get_by_label("because")).to_have_value("not so")


def test_a_side_can_be_left_unchosen(page: Page, served: Served, sound: None) -> None:
    open_pairs(page, served)
    page.keyboard.press("p")
    said(page, "Prefer which")
    page.keyboard.press("Escape")
    said(page, "^$")
    page.keyboard.press("a")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    assert served.verdicts == ()


def test_the_name_is_asked_once_and_before_anything_is_decided(
    page: Page, served: Served, sound: None
) -> None:
    page.goto(f"{served.base}review.html")
    page.keyboard.press("r")
    said(page, "First say who you are")
    expect(page.get_by_label("Your name")).to_be_focused()
    assert served.verdicts == ()
    page.keyboard.type("Ben")
    page.keyboard.press("Enter")
    page.reload()
    expect(page.locator("#as")).to_contain_text("You decide as Ben.")
    page.get_by_role("button", name="Not a conflict").click()
    said(page, "Noted")
    assert [v.by for v in served.verdicts] == ["Ben"]


def test_who_wants_no_keys_turns_them_off(page: Page, served: Served, sound: None) -> None:
    open_pairs(page, served)
    page.keyboard.press("?")
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.type("rnz")
    page.reload()
    page.keyboard.press("r")
    page.get_by_role("button", name="Both hold").click()
    said(page, "Noted: both hold")
    assert [v.verdict for v in served.verdicts] == ["both-hold"]


def test_what_was_decided_shows_in_the_pages(page: Page, served: Served, sound: None) -> None:
    open_pairs(page, served)
    id = current(page)
    page.keyboard.press("b")
    said(page, "Noted")
    page.goto(f"{served.base}conflicts.html#c-{id}")
    card = page.locator(f"#settled #c-{id}")
    expect(card).to_contain_text("Both hold – Ana")
    card.get_by_role("link", name="Review").click()
    expect(page.locator("#review")).to_have_attribute("data-conflict", id)
    expect(page.locator(".progress")).to_contain_text("decided; ")


def test_a_saved_source_refreshes_the_page(page: Page, served: Served, sound: None) -> None:
    page.goto(f"{served.base}source-brighter-roofs.html")
    expect(page.locator("main")).to_contain_text("at least 40 years")
    served.place.edit("brighter-roofs", "at least 40 years", "at least 22 years")
    expect(page.locator("main")).to_contain_text("at least 22 years")


def test_a_conflict_that_a_misread_claim_took_away_comes_back_by_undo(
    page: Page, served: Served, sound: None
) -> None:
    open_review(page, served)
    id = next(
        i for i in page_ids(page, served) if len(page.locator(f"#c-{i} blockquote").all()) == 2
    )
    page.goto(f"{served.base}review.html?c={id}")
    page.keyboard.type("ma")
    nothing_of_this(page)
    said(page, "Noted: misread")
    served.running.line("verdicts.jsonl")
    page.goto(f"{served.base}review.html?c={id}")
    expect(page.get_by_role("heading", name="This conflict is gone")).to_be_visible()
    page.keyboard.press("z")
    said(page, "Taken back")
    expect(page.locator("#review")).to_have_attribute("data-conflict", id)


def page_ids(page: Page, served: Served) -> list[str]:
    """The ids of the open contradictions, from their page."""
    page.goto(f"{served.base}conflicts.html")
    cards = page.locator(".group .card.contradiction")
    found: list[str] = cards.evaluate_all("all => all.map(c => c.id.slice(2))")
    return found


def test_a_broken_file_is_named_in_the_page_until_it_is_mended(
    page: Page, served: Served, sound: None
) -> None:
    page.goto(f"{served.base}index.html")
    topic = served.place.corpus / "topic.yaml"
    good = topic.read_text(encoding="utf-8")
    topic.write_text(good.replace("kind: yesno", "kind: maybe", 1), encoding="utf-8")
    expect(page.get_by_role("alert")).to_contain_text("topic.yaml:")
    topic.write_text(good, encoding="utf-8")
    expect(page.locator("#problems")).to_be_hidden(timeout=30_000)


def test_what_is_being_written_outlives_a_build(page: Page, served: Served, sound: None) -> None:
    open_pairs(page, served)
    page.keyboard.press("c")
    page.keyboard.type("because")
    served.place.edit("brighter-roofs", "Rinse the panels", "Do rinse the panels")
    mark = page.locator("meta[name=live-mark]")
    before = mark.get_attribute("content")
    served.running.line("texts/brighter-roofs.txt")
    id = current(page)
    served.place.edit("brighter-roofs", "Built to last", "Built to outlast")
    served.running.line("texts/brighter-roofs.txt")
    page.wait_for_timeout(600)
    assert before and current(page) == id
    expect(page.get_by_label("because")).to_have_value("because")
    expect(page.get_by_label("because")).to_be_focused()


def test_axe_finds_no_violation(page: Page, served: Served, sound: None) -> None:
    open_pairs(page, served)
    for address in (page.url, f"{served.base}review.html"):
        page.goto(address)
        page.locator("details").evaluate_all("all => all.forEach(d => { d.open = true; })")
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            sound_to_axe(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_two_people_at_once(page: Page, served: Served) -> None:
    """Ben decides in another window; Ana's page shows it, and both lines stand."""
    open_review(page, served)
    id = dispute(page)
    other = page.context.new_page()
    other.goto(f"{served.base}review.html")
    other.get_by_role("button", name="Somebody else").click()
    other.keyboard.type("Ben")
    other.keyboard.press("Enter")
    other.keyboard.press("n")
    said(other, "Noted")
    other.close()
    page.bring_to_front()
    expect(page.locator("#review .verdict")).to_contain_text("Not a conflict – Ben")
    page.reload()
    page.goto(f"{served.base}review.html?d={id}")
    page.get_by_role("button", name="Somebody else").click()
    page.keyboard.type("Ana")
    page.keyboard.press("Enter")
    page.keyboard.press("r")
    said(page, "Noted")
    assert [(v.by, v.verdict) for v in served.verdicts] == [
        ("Ben", "not-a-conflict"),
        ("Ana", "real"),
    ]


def test_a_pasted_draft_is_checked(page: Page, served: Served, sound: None) -> None:
    page.goto(f"{served.base}index.html")
    page.get_by_role("link", name="Check a draft").click()
    page.get_by_label("The draft").fill("Solar panels last at least 90 years.")
    page.get_by_role("button", name="Check", exact=True).click()
    said(page, r"^Checked\.$")
    expect(page.locator("#checked mark").first).to_contain_text("at least 90 years")
    expect(page.get_by_label("The draft")).to_have_value("Solar panels last at least 90 years.")
    sound_to_axe(page)
