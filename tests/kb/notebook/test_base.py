"""A built corpus in a notebook: light to import, values and frames, one line for what is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

import kb
from extract.errors import InputError
from kb.notebook.base import KnowledgeBase

from ..conftest import Place

HEAVY = "{'pandas', 'numpy', 'spacy', 'pydantic', 'networkx', 'jinja2'}"


@pytest.fixture(scope="module")
def base(first: Place) -> KnowledgeBase:
    return kb.open(first.store)


def prints(code: str) -> str:
    root = Path(kb.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_to_import_it_is_light() -> None:
    assert prints(f"import sys, kb; print({HEAVY} & set(sys.modules))") == "set()"


def test_looking_needs_neither_the_pipeline_nor_pandas(first: Place) -> None:
    look = f"import sys, kb; kb.open({str(first.store)!r}).disputes()._repr_html_()"
    assert prints(f"{look}; print({{'spacy', 'pandas'}} & set(sys.modules))") == "set()"


def test_disputes_are_those_of_the_knowledge_in_their_order(base: KnowledgeBase) -> None:
    found = base.disputes()
    assert [d.id for d in found] == [d.id for d in base.knowledge.disputes]
    for shown, known in zip(found, base.knowledge.disputes, strict=True):
        assert [s.sources for s in shown.sides] == [c.sources for c in known.camps]
        assert [s.independent for s in shown.sides] == [c.independent for c in known.camps]
        for side in shown.sides:
            assert {p.source for p in side.passages} == set(side.sources)


def test_every_value_is_there_once(base: KnowledgeBase) -> None:
    k = base.knowledge
    assert {c.id for c in base.claims()} == {c.id for c in k.claims}
    assert {c.id for c in base.conflicts()} == {c.id for c in k.conflicts}
    assert [s.id for s in base.sources()] == sorted(s.id for s in k.sources)
    assert sum(s.claims for s in base.sources()) == len(base.claims()) == len(k.claims)


def test_a_conflict_has_both_sides_with_their_words(base: KnowledgeBase) -> None:
    for conflict in base.conflicts():
        known = base.knowledge.conflict(conflict.id)
        for shown, side in ((conflict.a, known.a), (conflict.b, known.b)):
            assert {p.id for p in shown.passages} <= set(side.claims)
            assert {p.source for p in shown.passages} == set(shown.sources)


def test_each_list_has_a_frame(base: KnowledgeBase) -> None:
    for found in (base.claims(), base.conflicts(), base.sources()):
        assert list(found.frame()["id"]) == [value.id for value in found]
    disputes = base.disputes()
    assert len(disputes.frame()) == sum(len(d.sides) for d in disputes)


def test_a_text_is_checked(base: KnowledgeBase) -> None:
    found = base.check("Solar panels last 5 years.\n\nSolar panels last at least 40 years.")
    assert [f.line for f in found] == sorted(f.line for f in found)
    assert {"contradicted", "disputed"} & {f.word for f in found}
    assert all(f.against for f in found)
    assert len(base.check("Solar panels last at least 40 years.", all=True)) >= 1
    assert list(found.frame()["quote"]) == [f.quote for f in found]
    assert base.check("Nothing to see.").frame().empty
    with pytest.raises(InputError, match=r"^KB\d+ text\.txt: "):
        base.check("")


def test_a_store_that_is_missing_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        kb.open(tmp_path / "none")
    assert str(raised.value) == (
        f"KB205 {tmp_path / 'none'}: holds no knowledge yet; run `kb build --store "
        f"{tmp_path / 'none'}`"
    )
    assert raised.value._render_traceback_() == [str(raised.value)]


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("sources.yaml", "The Weekly Slate", "The Daily Slate", "what is known of them changed"),
        ("texts/brighter-roofs.txt", "40 years", "41 years", "the sources or what is known"),
        ("topic.yaml", "How long do solar", "For how long do solar", "the topic file changed"),
    ],
)
def test_a_store_that_is_older_than_its_corpus_is_named(
    place: Place, file: str, old: str, new: str, why: str
) -> None:
    assert kb.open(place.store)
    path = place.corpus / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=why) as raised:
        kb.open(place.store)
    assert len(str(raised.value).splitlines()) == 1
    assert "run `kb build " in str(raised.value)


def test_a_corpus_that_moved_is_asked_for(place: Place) -> None:
    moved = place.corpus.rename(place.corpus.with_name("moved"))
    with pytest.raises(InputError, match="name the corpus"):
        kb.open(place.store)
    assert kb.open(place.store, moved).claims()
