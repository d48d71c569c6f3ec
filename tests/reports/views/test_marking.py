from hypothesis import given
from hypothesis import strategies as st

from extract.model import SELF, Block, BlockKind, Claim, Polarity, Span
from reports.views.marking import runs_of

TEXT = "It lasts for ever and it has no smell at all."
BLOCK = Block(BlockKind.PARAGRAPH, 0, len(TEXT))


def claim(start: int, end: int, text: str = TEXT) -> Claim:
    span = Span(start, end)
    return Claim("s", start, end, text[start:end], span, SELF, "a", Polarity.AFFIRM)


def test_two_claims_apart_are_two_marked_runs() -> None:
    ever, smell = claim(3, 17), claim(25, 37)
    runs = runs_of(TEXT, BLOCK, (ever, smell))
    assert [(r.text, r.claims) for r in runs] == [
        ("It ", ()),
        ("lasts for ever", (ever.id,)),
        (" and it ", ()),
        ("has no smell", (smell.id,)),
        (" at all.", ()),
    ]


def test_where_two_claims_overlap_the_run_belongs_to_both() -> None:
    wide, late = claim(0, 17), claim(9, 37)
    runs = runs_of(TEXT, BLOCK, (wide, late))
    assert [r.claims for r in runs] == [(wide.id,), (wide.id, late.id), (late.id,), ()]
    assert [r.begins for r in runs] == [(wide.id,), (late.id,), (), ()]
    assert [r.ends for r in runs] == [(), (wide.id,), (late.id,), ()]


def test_a_sentence_that_was_not_understood_is_named_by_its_place() -> None:
    runs = runs_of(TEXT, BLOCK, (), ((3, 17),))
    assert [r.missed for r in runs] == ["", "missed-3", ""]


@given(st.lists(st.tuples(st.integers(0, 43), st.integers(1, 20)), max_size=8))
def test_the_runs_joined_are_the_text_and_every_claim_begins_and_ends_once(
    spans: list[tuple[int, int]],
) -> None:
    claims = {c.id: c for c in (claim(s, min(s + n, len(TEXT))) for s, n in spans)}
    runs = runs_of(TEXT, BLOCK, tuple(claims.values()))
    assert "".join(r.text for r in runs) == TEXT
    assert sorted(i for r in runs for i in r.begins) == sorted(claims)
    assert sorted(i for r in runs for i in r.ends) == sorted(claims)
    for id, one in claims.items():
        assert "".join(r.text for r in runs if id in r.claims) == one.quote
