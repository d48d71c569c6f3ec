"""From a built corpus to proposals: what is taken out of its topic file comes back."""

from pathlib import Path

from kb.knowledge.value import Knowledge
from kb.suggest.suggest import suggestions
from tests.kb.conftest import Place

GLARE = """\
      - name: glare
        words: [glare, dazzle]
        says: [glare, dazzle]
"""


def without(place: Place, *words: str) -> Knowledge:
    file: Path = place.corpus / "topic.yaml"
    text = file.read_text(encoding="utf-8")
    for each in words:
        assert each in text
        text = text.replace(each, "")
    file.write_text(text, encoding="utf-8")
    return place.build().knowledge


def test_a_part_and_a_rival_come_back(place: Place) -> None:
    rival = "  - {name: wind turbine, names: [wind-turbine, windmill]}\n"
    k = without(place, GLARE, rival)
    found = {s.idea.text: s for s in suggestions(k, place.store)}
    assert found.keys() >= {"glare", "wind-turbine"}
    glare = found["glare"]
    assert [s.words for s in glare.reads if s.source == "brighter-roofs"] == [
        "Some neighbours complain that panels cause glare."
    ]
    assert glare.wrong == ()


def test_numbered_from_one_the_best_first_and_the_same_each_time(place: Place) -> None:
    k = without(place, GLARE)
    found = suggestions(k, place.store)
    assert [s.n for s in found] == list(range(1, len(found) + 1))
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert suggestions(k, place.store) == found
