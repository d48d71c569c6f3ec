from extract.topic.schema import Topic
from kb.reconcile.contrast import contrasted
from kb.reconcile.positions import positions_of
from tests.kb.making import TOPIC, claim, scope, years


def on(source: str, subtype: str | None, at: int) -> dict[str, object]:
    named = {"scope": scope("subtype", subtype)} if subtype else {}
    return {"source": source, "at": at, "quote": f"passage {at}", "value": years(at, at), **named}


def labels(topic: Topic, *rows: dict[str, object]) -> set[str]:
    positions = positions_of([claim("lifetime", **row) for row in rows], topic)  # type: ignore
    ids = contrasted(positions)
    return {p.label for ps in positions.values() for p in ps if p.id in ids}


def test_a_subtype_is_set_against_another_of_the_same_text() -> None:
    both = labels(TOPIC, on("one", "latex", 1), on("one", "foam", 2), on("one", None, 3))
    assert both == {"1 year (latex)", "2 years (foam)"}


def test_a_subtype_that_stands_alone_in_its_text_is_not() -> None:
    assert labels(TOPIC, on("one", "latex", 1), on("two", "foam", 2)) == set()
