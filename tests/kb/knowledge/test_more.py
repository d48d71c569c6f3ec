from kb.knowledge.more import more_conflicts, more_lines, more_near_misses
from kb.model import MorePairs

MANY = MorePairs(
    "price", 44_727, 1, 2_400, not_compared=269_600, contradicted=("p1", "p2"), tense=("p2", "p3")
)


def test_what_is_counted_is_said_in_a_sentence() -> None:
    assert more_conflicts(MANY) == (
        "44,727 more contradictions and 1 more tension between 3 positions are counted, not "
        "listed; 269,600 more pairs were not compared"
    )
    assert more_near_misses(MANY) == (
        "2,400 more near misses are counted, not listed; 269,600 more pairs were not compared"
    )


def test_nothing_is_said_of_nothing() -> None:
    near = MorePairs("price", near_misses=1)
    assert more_conflicts(near) == ""
    assert more_near_misses(near) == "1 more near miss is counted, not listed"
    assert more_conflicts(MorePairs("price", refinements=3)) == ""


def test_only_some_questions_have_a_line_of_their_own() -> None:
    rows = [MorePairs(f"q{n}", near_misses=2) for n in range(7)]
    lines = list(more_lines(rows, more_near_misses))
    assert lines[0] == "q0: 2 more near misses are counted, not listed"
    assert lines[-1] == "and more on 2 other questions"
    assert len(lines) == 6
