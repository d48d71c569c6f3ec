from dataclasses import replace

from kb.history.changes import Cause
from kb.history.compare import compare
from kb.history.pieces import SeenClaim, SeenConflict
from kb.history.snapshots import Snapshot


def claim(id: str, source: str, answer: str, quote: str, block: str = "") -> SeenClaim:
    return SeenClaim(id, source, "lifetime", "self", answer, answer, quote, block or quote)


FOREVER = claim("f", "a", "for ever", "lasts for ever")
THREE = claim("t", "b", "3 years", "lasts 3 years")
AGAIN = claim("g", "c", "3 years", "will do for 3 years")
FIVE = claim("v", "b", "5 years", "lasts 5 years")
OLD = SeenConflict("k3", "lifetime", "contradiction", "3 or for ever?", ("f", "t"), False, None)
NEW = replace(OLD, id="k5", explanation="5 or for ever?", claims=("f", "v"))


def snapshot(n: int, *claims: SeenClaim, conflicts: tuple[SeenConflict, ...] = ()) -> Snapshot:
    sources = sorted({c.source for c in claims})
    blocks = {s: tuple(c.block for c in claims if c.source == s) for s in sources}
    return Snapshot(
        n=n,
        topic="t1",
        rules="r1",
        program="p1",
        texts={s: " ".join(blocks[s]) for s in sources},
        blocks=blocks,
        claims=claims,
        conflicts=conflicts,
        misread=(),
    )


BEFORE = snapshot(1, FOREVER, THREE, AGAIN, conflicts=(OLD,))
AFTER = snapshot(2, FOREVER, FIVE, AGAIN, conflicts=(NEW,))


def test_a_corrected_value_closes_one_conflict_and_opens_another_by_that_edit() -> None:
    changes = compare(BEFORE, AFTER)
    assert [(c.word, c.id, c.cause, c.edited) for c in changes.conflicts] == [
        ("closed", "k3", Cause.SOURCE, ("b",)),
        ("opened", "k5", Cause.SOURCE, ("b",)),
    ]
    assert changes.sources_edited == ("b",)


def test_only_what_is_there_anew_counts_as_opened() -> None:
    settled = replace(OLD, settled=True)
    changes = compare(BEFORE, replace(BEFORE, n=2, conflicts=(settled,)))
    assert [c.word for c in changes.conflicts] == ["settled"]
    assert changes.opened == ()
    again = compare(replace(BEFORE, conflicts=(settled,)), replace(BEFORE, n=2))
    assert again.opened == ("k3",)
    assert compare(BEFORE, AFTER).opened == ("k5",)


def test_who_still_says_what_was_corrected_is_named() -> None:
    (echo,) = compare(BEFORE, AFTER).echoes
    assert (echo.source, echo.quote, echo.corrected_in, echo.now) == (
        "c",
        "will do for 3 years",
        "b",
        "5 years",
    )


def test_the_same_answer_in_other_words_is_reworded() -> None:
    other = claim("x", "b", "3 years", "holds for 3 years")
    (change,) = compare(BEFORE, snapshot(2, FOREVER, other, AGAIN)).claims
    assert (change.word, change.before, change.after) == (
        "reworded",
        "lasts 3 years",
        "holds for 3 years",
    )


def test_a_claim_comes_and_goes_with_its_source() -> None:
    changes = compare(BEFORE, snapshot(2, FOREVER, THREE))
    assert [(c.word, c.source) for c in changes.claims] == [("removed", "c")]
    assert changes.sources_gone == ("c",)
    assert [c.word for c in compare(snapshot(1, FOREVER), BEFORE).claims] == ["added", "added"]


def test_a_renamed_source_changes_no_claim() -> None:
    renamed = replace(THREE, id="t2", source="z")
    changes = compare(BEFORE, snapshot(2, FOREVER, renamed, AGAIN))
    assert changes.sources_renamed == (("b", "z"),)
    assert changes.claims == ()


def test_what_the_topic_file_or_the_program_changed_is_kept_apart() -> None:
    five = replace(FIVE, block=THREE.block)
    after = replace(snapshot(2, FOREVER, five, AGAIN), texts=BEFORE.texts)
    for changed, cause in (
        (replace(after, rules="r2"), Cause.TOPIC),
        (replace(after, program="p2"), Cause.PROGRAM),
    ):
        changes = compare(BEFORE, changed)
        assert {c.cause for c in changes.claims} == {cause}
        assert changes.echoes == ()


def test_an_edited_paragraph_is_the_sources_doing_whatever_else_changed() -> None:
    changes = compare(BEFORE, replace(AFTER, program="p2", rules="r2"))
    assert {c.cause for c in changes.claims} == {Cause.SOURCE}


def test_a_tie_in_the_topic_file_opens_a_conflict_though_no_claim_changed() -> None:
    after = replace(BEFORE, n=2, topic="t2", conflicts=(OLD, replace(NEW, claims=("f", "g"))))
    (change,) = compare(BEFORE, after).conflicts
    assert (change.word, change.cause, change.edited) == ("opened", Cause.TOPIC, ())


def test_a_conflict_that_was_there_before_is_reopened() -> None:
    (change,) = compare(snapshot(2, FOREVER, THREE), BEFORE, {"k3"}).conflicts
    assert change.word == "re-opened"


def test_a_verdict_settles_and_another_reopens() -> None:
    settled = replace(BEFORE, n=2, conflicts=(replace(OLD, settled=True),))
    (change,) = compare(BEFORE, settled).conflicts
    assert (change.word, change.cause) == ("settled", Cause.VERDICT)
    (change,) = compare(settled, BEFORE).conflicts
    assert (change.word, change.cause) == ("re-opened", Cause.VERDICT)


def test_a_claim_called_misread_goes_by_verdict() -> None:
    after = replace(snapshot(2, FOREVER, AGAIN), misread=("t",), texts=BEFORE.texts)
    changes = compare(BEFORE, after)
    assert [(c.word, c.cause) for c in changes.claims] == [("removed", Cause.VERDICT)]
    assert [(c.word, c.cause) for c in changes.conflicts] == [("closed", Cause.VERDICT)]


def test_nothing_changed_is_nothing() -> None:
    changes = compare(BEFORE, replace(BEFORE, n=2))
    assert (changes.claims, changes.conflicts, changes.echoes) == ((), (), ())


def test_a_conflict_that_is_only_counted_from_now_on_is_not_closed() -> None:
    after = replace(BEFORE, n=2, conflicts=(), cut=("lifetime",))
    assert compare(BEFORE, after).conflicts == ()
    assert compare(after, replace(BEFORE, n=3)).conflicts == ()
    elsewhere = replace(after, cut=("price",))
    assert [c.word for c in compare(BEFORE, elsewhere).conflicts] == ["closed"]


def test_a_conflict_whose_passage_is_gone_is_closed_however_many_there_are() -> None:
    after = replace(AFTER, conflicts=(), cut=("lifetime",))
    assert [c.word for c in compare(BEFORE, after).conflicts] == ["closed"]
