"""The way of a sentence: what it is about, its phrases, what was let go and by which rule."""

from functools import cache
from pathlib import Path

from extract.topic.load import topic_of
from kb.trace.reader import MOST_NEAR, WayReader
from kb.trace.way import ClauseWay, SentenceWay
from tests.extract import reader as read


class _Reader(WayReader):
    _nlp = read.pipeline()  # loaded once for all tests


@cache
def ways(*lines: str) -> list[SentenceWay]:
    return _Reader(read.rules("pump").topic).lines(lines)


def only(sentence: str) -> ClauseWay:
    ((clause,),) = (way.clauses for way in ways(sentence))
    return clause


def dropped(sentence: str) -> list[tuple[str, str]]:
    return [(gone.aspect, gone.rule) for gone in only(sentence).dropped]


def test_a_claim_with_its_value_polarity_and_certainty() -> None:
    found = [way.claims[0] for way in ways("The pump may leak.", "The pump does not rust.")]
    assert [(c.aspect, c.value, c.polarity, c.certainty) for c in found] == [
        ("faults", "leaks", "affirms", "possible"),
        ("faults", "rust", "denies", "asserted"),
    ]


def test_each_clause_goes_its_own_way() -> None:
    (way,) = ways("The pump is silent, but it leaks.")
    assert [c.words for c in way.clauses] == ["The pump is silent", "it leaks"]
    assert [[p.phrase for p in c.phrases] for c in way.clauses] == [["silent"], ["leak"]]


def test_what_it_is_about_and_why() -> None:
    assert only("The pump leaks.").about.endswith("“pump” is a name of garden pump")
    assert only("A fountain can leak.").about.startswith("fountain, a rival")
    assert "“pergola”, which the topic file does not name" in only("The pergola can leak.").about
    assert "points to what was spoken of last" in only("It leaks.").about


def test_what_is_said_of_something_unknown_is_let_go_and_the_remedy_told() -> None:
    (gone,) = only("The pergola can leak.").dropped
    assert (gone.aspect, gone.rule) == ("faults", "of-another")
    assert "belongings" in gone.why


def test_the_rule_of_standing_that_holds_words_back_is_named_with_an_example() -> None:
    *_, clause = ways("You may wish that the pump were silent.")[0].clauses
    (gone,) = clause.dropped
    assert gone.why.startswith("wished or intended") and "as in: " in gone.why


def test_phrases_without_a_candidate_are_told_too() -> None:
    assert dropped("The pump lasts.") == [("lifetime", "no-amount")]
    assert dropped("The casing is heavy.") == [("casing", "no-answer")]
    assert dropped("The pump has steel.") == [("casing", "not-raised")]


def test_an_amount_that_no_phrase_takes_up_is_told_with_its_questions() -> None:
    assert dropped("The pump has a service life of thirty years.") == [("lifetime", "idle-amount")]
    assert dropped("The pump lasts thirty years.") == []


def test_what_is_said_of_the_subject_in_other_words_is_about_it() -> None:
    about = only("There is rust.").about
    assert about.startswith("garden pump, which the text is on; “rust” is part")


def test_a_phrase_that_lacks_one_word_is_nearly_found() -> None:
    (near,) = (n for n in only("The pump vibrates.").nearly if "lot" in n.phrase)
    assert near.lacks == "lacks [lot|much|deal]"
    assert near.words == "vibrates"


def test_a_phrase_whose_words_stand_in_two_clauses_is_told_as_such() -> None:
    (way,) = ways("The pump vibrates, and you notice a lot.")
    near = [n.lacks for c in way.clauses for n in c.nearly if "vibrate lot" in n.phrase]
    assert "[lot|much|deal] stands in another clause" in near


NAMED = """\
topic: Water meters
subject: {name: water meter, names: [water-meter]}
aspects:
  - {id: length, label: l, question: How long is it?, kind: quantity, unit: metre, says: [meter]}
"""


def test_the_subjects_own_name_raises_no_question() -> None:
    reader = _Reader(topic_of(NAMED, Path("topic.yaml")))
    (way,) = reader.lines(["The water meter is grey."])
    assert [(c.phrases, c.dropped) for c in way.clauses] == [((), ())]
    (way,) = reader.lines(["A meter is grey."])
    assert [gone.rule for c in way.clauses for gone in c.dropped] == ["no-amount"]


def test_of_a_sentence_the_nearest_phrases_are_told_and_no_more() -> None:
    rows = ", ".join(f"vibrate lot {word}" for word in ("often", "loudly", "hard", "badly"))
    says = "says: [vibrate lot, " + rows + "]"
    reader = _Reader(topic_of(NAMED.replace("says: [meter]", says), Path("topic.yaml")))
    (way,) = reader.lines(["The water meter will vibrate, and it can vibrate hard and loudly."])
    near = [n.phrase for c in way.clauses for n in c.nearly]
    assert len(near) == MOST_NEAR
    assert {"vibrate lot hard", "vibrate lot loudly"} <= {*near}


def test_a_trace_reads_what_reading_reads() -> None:
    lines = ("Is it loud? No.", "The pump may rust.", "Unlike a fountain, it lasts ten years.")
    claims = read.extraction("\n".join(lines), "pump").claims
    told = [c.quote for way in ways(*lines) for c in way.claims]
    assert told == [c.quote for c in claims] and len(told) == 3
