"""Each test: what people said of what the program reads, and what that makes of the reader."""

from extract.model import Block, BlockKind, Claim, Document, Span
from extract.topic.schema import Topic
from kb.corrections.apply import apply_corrections
from kb.corrections.model import Anchor, Correction, Statement
from kb.evaluate.corrections import ByPeople, HowRead, ReadTally, by_people, figures
from kb.evaluate.score import Rate
from tests.kb.corrections.making import correction, lasts

TEXT = "It lasts 3 years. It is cheap."
ASPECTS = [
    {"id": "lifetime", "label": "L", "question": "How long?", "kind": "quantity", "unit": "year"},
    {"id": "cheap", "label": "C", "question": "Is it cheap?", "kind": "yesno"},
]
TOPIC = Topic.sample(aspects=ASPECTS)
CHEAP = Statement("cheap")


def read(words: str, said: Statement) -> Claim:
    start = TEXT.index(words)
    where = Span(0, 17) if start < 17 else Span(18, 30)
    return Claim(
        "a", start, start + len(words), words, where, "self", said.aspect, said.polarity, said.value
    )


LASTS = read("lasts 3 years", lasts(3))


def measured(*lines: Correction, claims: tuple[Claim, ...] = (LASTS,)) -> ByPeople:
    text = Document("a", TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),))
    return by_people(apply_corrections(lines, claims, {"a": text}, TOPIC).applied)


def judged(*lines: Correction, claims: tuple[Claim, ...] = (LASTS,)) -> list[HowRead]:
    return [judgement for judgement, _ in measured(*lines, claims=claims).listed]


ADDED = correction("add", anchor=Anchor("is cheap"), states=CHEAP)


def test_what_a_person_confirmed_is_right() -> None:
    assert judged(correction("right")) == [HowRead.RIGHT]


def test_what_was_confirmed_and_is_read_no_more_is_missed() -> None:
    assert judged(correction("right"), claims=()) == [HowRead.MISSED]


def test_what_is_struck_or_should_be_otherwise_is_wrong() -> None:
    assert judged(correction("not-a-claim")) == [HowRead.WRONG]
    assert judged(correction("other-value")) == [HowRead.WRONG]
    assert judged(correction("other-question", states=CHEAP)) == [HowRead.WRONG]


def test_an_added_claim_was_missed_until_the_program_reads_it_by_itself() -> None:
    assert judged(ADDED) == [HowRead.MISSED]
    assert judged(ADDED, claims=(read("is cheap", CHEAP),)) == [HowRead.RIGHT]


def test_a_wrong_claim_that_is_read_no_more_is_no_mistake() -> None:
    assert judged(correction("not-a-claim"), claims=()) == [HowRead.RIGHT]


def test_a_claim_that_was_wrong_and_is_now_not_read_at_all_is_missed() -> None:
    assert judged(correction("other-value"), claims=()) == [HowRead.MISSED]


def test_what_is_up_for_review_measures_nothing_and_is_counted() -> None:
    found = measured(correction("right", anchor=Anchor("lasts 9 years")))
    assert (found.listed, found.unsure) == ((), 1)


def test_what_a_reader_proposes_measures_nothing() -> None:
    proposal = correction("add", anchor=Anchor("is cheap"), states=CHEAP, by="", reader="llama")
    assert measured(proposal) == measured()


def test_rates_and_questions() -> None:
    found = measured(correction("other-value"), ADDED, claims=(LASTS, read("is cheap", CHEAP)))
    assert found.total == ReadTally(right=1, wrong=1, missed=0, wanted=2, read=1)
    assert (found.total.of_read, found.total.of_wanted) == (Rate(1, 2), Rate(1, 2))
    assert [(q, t.right, t.wrong) for q, t in found.by_question.items()] == [
        ("cheap", 1, 0),
        ("lifetime", 0, 1),
    ]
    assert (found.wrong, found.people) == ({"other-value": 1}, ("Ana",))


def test_what_is_rightly_not_read_is_no_claim_that_was_read() -> None:
    total = measured(correction("not-a-claim"), claims=()).total
    assert (total.looked_at, total.of_read, total.of_wanted) == (1, Rate(0, 0), Rate(0, 0))


def test_json_has_every_figure() -> None:
    assert figures(measured(correction("not-a-claim"))) == {
        **{"looked_at": 1, "right": 0, "wrong": 1, "missed": 0},
        **{"right_of_read": 0.0, "read_of_wanted": 0.0},
        **{"wrong_by_kind": {"not-a-claim": 1}, "people": ["Ana"], "up_for_review": 0},
        "by_question": {
            "lifetime": {
                **{"looked_at": 1, "right": 0, "wrong": 1, "missed": 0},
                **{"right_of_read": 0.0, "read_of_wanted": 0.0},
            }
        },
    }
