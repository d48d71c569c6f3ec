"""Corrections by way of the pages: the panel, its acts, what is refused, and taking back."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from reports.live.guard import Secrets
from tests.kb.conftest import Place
from tests.reports.hostile import EVIL
from tests.reports.live.asking import OURS, Person
from tests.reports.live.correcting import (
    ROOFS,
    add,
    build,
    claim,
    correct,
    error,
    known_to,
    lines,
    panel,
    words_of,
)

# the panel


def test_the_panel_tells_what_was_read_and_offers_every_act(ana: Person) -> None:
    tree = panel(ana, claims=claim(ana, "last at least 40 years").id)
    told = words_of(tree, ".reading")
    assert "How long do solar panels last?" in told and "Lifetime: at least 40 years" in told
    assert "“Solar panels last at least 40 years”" in told
    acts = [b.attributes["data-act"] for b in tree.css(".reading button[data-act]")]
    assert acts == ["right", "not-a-claim", "other-question", "other-value", "only-with"]
    questions = [o.attributes["value"] for o in tree.css("#panel-question option")]
    assert questions == [a.id for a in known_to(ana).topic.aspects]


def test_several_claims_on_one_span_are_listed_each_with_its_acts(ana: Person) -> None:
    two = known_to(ana).claims[:2]
    tree = panel(ana, claims=f"{two[0].id} {two[1].id} nothing")
    assert [r.attributes["data-claim"] for r in tree.css(".reading")] == [c.id for c in two]


def test_selected_words_are_found_in_their_source_before_anything_is_added(ana: Person) -> None:
    tree = panel(ana, source=ROOFS, quote="turn  daylight into electricity")
    assert words_of(tree, "#panel-quote") == "turn daylight into electricity"
    assert words_of(tree, "#amiss-quote") == ""
    tree = panel(ana, source=ROOFS, quote="turn moonlight into electricity")
    assert "does not stand there word for word" in words_of(tree, "#amiss-quote")
    assert "Nothing to correct" in words_of(panel(ana, source="elsewhere", quote="x"))


def test_a_claim_that_is_no_more_is_told_to_be_gone(ana: Person) -> None:
    assert "This claim is gone" in words_of(panel(ana, claims="0123456789abcdef"))
    assert "This claim is gone" in error(correct(ana, "right", claim="0123456789abcdef"))["error"]


def test_before_a_build_there_is_nothing_to_correct(place: Place, known: Secrets) -> None:
    from reports.live.state import Live

    person = Person(Live(place.corpus, place.store, place.corpus.parent / "site"), known)
    assert person.look("/correct.html").status_code == 503


# the acts


def test_another_answer_follows_at_once_in_the_panel_and_in_the_next_build(ana: Person) -> None:
    old = claim(ana, "last at least 40 years")
    answer = correct(
        ana, "other-value", claim=old.id, answer="30 years", polarity="affirm", note="a slip"
    )
    made = answer.json()
    (line,) = lines(ana)
    assert made["lines"] == [line.id]
    assert (line.kind, line.by, line.note) == ("other-value", "Ana", "a slip")
    told = words_of(panel(ana, claims=made["claim"]), ".reading")
    assert "Lifetime: 30 years" in told and "The program read Lifetime: at least 40 years" in told
    build(ana)
    now = claim(ana, "last at least 40 years")
    assert now.id == made["claim"] and now.value and now.value.quantity
    assert now.value.quantity.low == now.value.quantity.high == 30


def test_what_is_left_as_it_was_stays_just_as_it_was_read(ana: Person) -> None:
    old = claim(ana, "last at least 40 years")
    said = old.value.text if old.value else ""
    correct(ana, "other-value", claim=old.id, answer=said, polarity="deny")
    (line,) = lines(ana)
    assert line.states and line.states.value == old.value
    assert line.states.polarity == "deny"


def test_another_question_with_its_own_answer(ana: Person) -> None:
    old = claim(ana, "last at least 40 years")
    answer = correct(
        ana, "other-question", claim=old.id, question="payback", answer="9 years", polarity="affirm"
    )
    assert answer.status_code == 200
    (line,) = lines(ana)
    assert (line.kind, line.states and line.states.aspect) == ("other-question", "payback")


def test_a_condition_and_a_scope_are_set_and_taken_away(ana: Person) -> None:
    old = claim(ana, "last at least 40 years")
    made = correct(ana, "only-with", claim=old.id, condition="if kept dry", scope="thin-film")
    (line,) = lines(ana)
    assert line.states and line.states.qualifiers.condition and line.states.qualifiers.scope
    assert (line.kind, line.states.qualifiers.scope.kind) == ("only-with", "subtype")
    again = correct(ana, "only-with", claim=made.json()["claim"], condition="", scope="")
    assert again.status_code == 200
    assert known_to(ana).claim(old.id).qualifiers.condition is None
    now = panel(ana, claims=again.json()["claim"])
    assert "Only if" not in words_of(now, ".reading dl")


def test_a_struck_claim_stays_in_the_panel_and_comes_back_by_undo(ana: Person) -> None:
    old = claim(ana, "last at least 40 years")
    made = correct(ana, "not-a-claim", claim=old.id).json()
    tree = panel(ana, claims=old.id)
    assert "Ana" in words_of(tree, ".told") and tree.css_first(".reading.struck")
    assert [b.attributes.get("data-undo") for b in tree.css(".reading button")] == made["lines"]
    build(ana)
    assert old.id not in {c.id for c in known_to(ana).claims}
    back = ana.post("/uncorrect", {"lines": " ".join(made["lines"]), "by": "Ana"})
    assert back.status_code == 200
    assert not panel(ana, claims=old.id).css_first(".reading.struck")
    build(ana)
    assert claim(ana, "last at least 40 years").id == old.id


def test_words_that_were_not_read_become_a_claim(ana: Person) -> None:
    made = add(ana, "Turn Daylight into electricity", "winter").json()
    build(ana)
    now = known_to(ana).claim(made["claim"])
    assert (now.quote, now.aspect) == ("turn daylight into electricity", "winter")


def test_an_added_claim_that_is_mended_goes_back_to_what_it_was_by_undo(ana: Person) -> None:
    first = add(ana, "turn daylight into electricity", "lifetime", answer="12 years").json()
    second = correct(
        ana, "other-value", claim=first["claim"], answer="13 years", polarity="affirm"
    ).json()
    assert len(second["lines"]) == 2
    ana.post("/uncorrect", {"lines": " ".join(second["lines"]), "by": "Ana"})
    told = words_of(panel(ana, claims=first["claim"]), ".reading")
    assert "Lifetime: 12 years" in told
    assert "This claim is gone" in words_of(panel(ana, claims=second["claim"]))


def test_of_words_that_stand_twice_what_is_around_them_tells_which(ana: Person) -> None:
    text = known_to(ana).documents[ROOFS].text
    quote = "Solar panels"
    assert text.count(quote) > 1
    refused = error(add(ana, quote, "winter"))
    assert refused["field"] == "quote" and "times" in refused["error"]
    made = add(ana, quote, "winter", before="Built to last", after="last at least 40 years").json()
    build(ana)
    assert known_to(ana).claim(made["claim"]).start == text.index("Solar panels last")


def test_taking_back_twice_says_that_there_is_nothing(ana: Person) -> None:
    made = correct(ana, "right", claim=claim(ana, "last at least 40 years").id).json()
    row = {"lines": made["lines"][0], "by": "Ana"}
    assert ana.post("/uncorrect", row).status_code == 200
    assert "nothing to take back" in error(ana.post("/uncorrect", row))["error"]
    assert "nothing to take back" in error(ana.post("/uncorrect", {**row, "lines": "x"}))["error"]


# what does not fit


@pytest.mark.parametrize(
    ("more", "field", "holding"),
    [
        ({"answer": "3 apples"}, "answer", "it takes an amount in year"),
        ({"answer": "5000 years"}, "answer", "it takes an amount in year"),
        ({"answer": ""}, "answer", "No value does not fit"),
        ({"question": "weather"}, "question", "no such question"),
        ({"question": ""}, "question", "question is missing"),
        ({"quote": "not in there"}, "quote", "word for word"),
        ({"quote": ""}, "quote", "quote is missing"),
        ({"subject": "a bicycle"}, "subject", "not what the topic is about"),
        ({"by": ""}, "by", "by is missing"),
        ({"answer": "x" * 301}, "answer", "at most 300"),
        ({"quote": "x" * 2001}, "quote", "at most 2,000"),
        ({"polarity": "perhaps"}, None, "say affirm or deny"),
        ({"source": "/etc/passwd"}, None, "no such source"),
        ({"colour": "red"}, None, "must be an object of"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(
    ana: Person, more: dict[str, str], field: str | None, holding: str
) -> None:
    row = {"answer": "12 years", **more}
    refused = error(
        add(ana, **{"quote": "turn daylight into electricity", "question": "lifetime", **row})
    )
    assert holding in refused["error"] and refused.get("field") == field
    assert not refused["error"].startswith("KB") and "--" not in refused["error"]
    assert lines(ana) == ()


def test_words_of_two_paragraphs_are_no_claim(ana: Person) -> None:
    quote = "is easy to swap. Photovoltaic panels are fully recyclable. What you pay"
    assert "one paragraph" in error(add(ana, quote, "winter"))["error"]


def test_saying_again_what_it_says_is_told_so(ana: Person) -> None:
    old = claim(ana, "last at least 40 years")
    said = old.value.text if old.value else ""
    again = correct(ana, "other-value", claim=old.id, answer=said, polarity="affirm")
    assert error(again)["error"] == "Says that already; call it right instead."


def test_without_the_token_or_from_another_page_nothing_is_written(ana: Person) -> None:
    row = {"act": "right", "claim": claim(ana, "last at least 40 years").id, "by": "Ana"}
    for address in ("/correct", "/uncorrect", "/accept-reading", "/renew-reading"):
        for headers in ({"x-counterclaim-token": ""}, {"origin": "http://evil.example"}):
            assert ana.post(address, row, headers).status_code == 403
        assert ana.look(address).status_code == 404
    assert lines(ana) == ()


def test_a_broken_file_is_named_and_not_written_to(ana: Person) -> None:
    path = ana.live.corpus / "readings.jsonl"
    path.write_text("{broken\n", encoding="utf-8")
    refused = error(correct(ana, "right", claim=claim(ana, "last at least 40 years").id))
    assert "readings.jsonl:1" in refused["error"]
    assert ana.look("/correct.html").status_code == 409
    assert path.read_text(encoding="utf-8") == "{broken\n"


# two at once, and hostile words


def test_two_people_at_once_lose_nothing(ana: Person, known: Secrets) -> None:
    people = [Person(ana.live, known, name) for name in ("Ana", "Ben", "Eve", "Dan")]
    claims = [c.id for c in known_to(ana).claims[:5]]
    work = [(p, c) for c in claims for p in people]
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda one: correct(one[0], "right", claim=one[1]), work))
    assert {d.status_code for d in done} == {200}
    assert len(lines(ana)) == len(work)
    assert len({(c.by, c.anchor) for c in lines(ana)}) == len(work)


def test_who_says_otherwise_is_told_beside_what_holds(ana: Person, known: Secrets) -> None:
    old = claim(ana, "last at least 40 years")
    correct(ana, "other-value", claim=old.id, answer="30 years", polarity="affirm")
    made = correct(
        Person(ana.live, known, "Ben"), "other-value",
        claim=old.id, answer="35 years", polarity="affirm",
    )  # fmt: skip
    told = words_of(panel(ana, claims=made.json()["claim"]), ".told")
    assert "Ben" in told and "Otherwise Ana: says something else Lifetime: 30 years" in told


def test_hostile_words_stay_words(ana: Person) -> None:
    old = claim(ana, "last at least 40 years")
    ana.name = EVIL[:120]
    correct(ana, "only-with", claim=old.id, condition=EVIL[:300], scope=EVIL[:300], note=EVIL[:900])
    tree = panel(ana, claims=lines(ana)[0].id)
    made = panel(ana, claims=known_now(ana))
    for page in (tree, made, panel(ana, source=ROOFS, quote=EVIL, before=EVIL, after=EVIL)):
        assert not page.css("#correcting img, #correcting style, #correcting iframe")
        assert not page.css("#correcting script")
    assert json.loads((ana.live.corpus / "readings.jsonl").read_text(encoding="utf-8"))


def known_now(person: Person) -> str:
    """The claim that the last correction made."""
    from reports.live.corrections import knowledge_now

    (applied,) = knowledge_now(known_to(person), lines(person)).corrections
    return applied.claim or ""


def test_the_site_on_disk_can_correct_nothing(ana: Person) -> None:
    page = (ana.live.site / f"source-{ROOFS}.html").read_text(encoding="utf-8")
    assert "correct.js" not in page and "correct.js" in ana.look(f"/source-{ROOFS}.html").text
    assert OURS not in page
