import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.errors import InputError
from extract.model import Document
from extract.parse import Parse
from extract.topic.schema import Topic
from kb.build import build as build_module
from kb.build.build import build
from kb.corpus import folder as folder_module
from kb.history.changes import Cause
from kb.knowledge.value import Knowledge
from kb.store.rows import to_row
from kb.store.swap import swapped
from kb.store.tables import FILE

from ..conftest import Place, copy_corpus

ROOT = Path(__file__).resolve().parents[3]


def outcome(k: Knowledge) -> list[Any]:
    """All that a build came to, without its history."""
    groups = (k.sources, k.claims, k.positions, k.conflicts, k.near_misses, k.views, k.coverage)
    return [[to_row(value) for value in group] for group in groups] + [k.unread, k.misread]


def test_a_built_corpus_opens_as_it_was_built(place: Place) -> None:
    built = place.build().knowledge
    opened = Knowledge.open(place.corpus, place.store)
    assert opened == built
    assert opened.claims
    assert opened.conflicts


def test_nothing_changed_writes_nothing(place: Place) -> None:
    before = (place.store / FILE).stat()
    built = place.build()
    after = (place.store / FILE).stat()
    assert not built.wrote
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_nothing_changed_imports_no_spacy(place: Place) -> None:
    code = (
        "import sys; from pathlib import Path; from kb.build.build import build;"
        f"b = build(Path({str(place.corpus)!r}), Path({str(place.store)!r}));"
        "print(b.wrote, 'spacy' in sys.modules, 'pandas' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["False", "False", "False"]


def test_a_topic_file_is_loaded_once(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(build_module, "load_topic")
    place.edit("brighter-roofs", "at least 40 years", "at least 22 years")
    assert place.build().wrote


def test_one_edited_paragraph_costs_one_paragraph(place: Place) -> None:
    place.edit("brighter-roofs", "at least 40 years", "at least 22 years")
    assert place.build().done[:2] == (
        "parsed 1 of 43 paragraphs",
        "read claims of 1 of 3 sources (brighter-roofs): their text is new or has changed",
    )


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sources.yaml", "The Weekly Slate", "The Daily Slate"),
        ("topic.yaml", "because:", "because: Mind that"),
        ("topic.yaml", "question: How long", "question: For how long"),
    ],
)
def test_a_changed_title_tie_or_label_reads_nothing_again(
    place: Place, file: str, old: str, new: str
) -> None:
    path = place.corpus / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    done = place.build().done
    assert done[0].startswith("parsed 0 of")
    assert done[1].startswith("read claims of 0 of 3")


def test_a_paragraph_put_back_is_not_parsed_again(place: Place) -> None:
    place.edit("brighter-roofs", "at least 40 years", "at least 22 years")
    place.build()
    place.edit("brighter-roofs", "at least 22 years", "at least 40 years")
    assert place.build().done[0].startswith("parsed 0 of")


EDITS: dict[str, Callable[[Place], None]] = {
    "reworded": lambda p: p.edit("brighter-roofs", "at least 40 years", "40 years or more"),
    "edited": lambda p: p.edit("brighter-roofs", "at least 40 years", "at least 10 years"),
    "deleted": lambda p: p.edit("brighter-roofs", "Solar panels last at least 40 years. ", ""),
    "moved": lambda p: p.edit("brighter-roofs", "Built to last\n\n", "\n\n\n\nBuilt to last\n\n"),
    "split": lambda p: p.edit("brighter-roofs", " The inverter", "\n\nThe inverter"),
    "source renamed": lambda p: p.text("brighter-roofs").rename(p.text("dimmer-roofs")) and None,
    "source gone": lambda p: p.text("brighter-roofs").unlink(),
    "source copied": lambda p: shutil.copy(p.text("brighter-roofs"), p.text("same-roofs")) and None,
}


@pytest.mark.parametrize("how", sorted(EDITS))
def test_the_incremental_result_is_that_of_a_fresh_build(
    place: Place, how: str, tmp_path: Path
) -> None:
    EDITS[how](place)
    if how in ("source renamed", "source gone"):
        (place.corpus / "sources.yaml").unlink()
    fresh = build(place.corpus, tmp_path / "fresh").knowledge
    assert outcome(place.build().knowledge) == outcome(fresh)


def test_an_edit_is_told_from_a_change_of_the_topic_file(place: Place) -> None:
    place.edit("brighter-roofs", "Panels never cause leaks", "Panels never cause fires")
    changes = place.build().changes
    assert changes is not None
    assert {c.cause for c in changes.claims} == {Cause.SOURCE}
    path = place.corpus / "topic.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("leak", "lake"), encoding="utf-8")
    changes = place.build().changes
    assert changes is not None
    assert {c.cause for c in changes.claims} == {Cause.TOPIC}


def test_only_a_build_with_another_outcome_is_a_step(place: Place) -> None:
    place.edit("brighter-roofs", "Call us today", "Ring us today")
    built = place.build()
    assert built.wrote
    assert built.changes is None
    assert built.knowledge.history == ()


def test_another_corpus_is_not_built_over_a_store(place: Place, tmp_path: Path) -> None:
    other = copy_corpus(tmp_path / "other")
    before = {p: p.read_bytes() for p in place.store.rglob("*")}
    with pytest.raises(InputError) as raised:
        build(other, place.store)
    told = str(raised.value)
    assert told.startswith(f"KB209 {place.store}: holds the knowledge of {place.corpus}, which ")
    assert told.endswith("name a folder of its own with --store and --site each")
    assert {p: p.read_bytes() for p in place.store.rglob("*")} == before


def test_a_store_and_a_corpus_that_were_copied_elsewhere_know_each_other(
    place: Place, tmp_path: Path
) -> None:
    shutil.copytree(place.store, tmp_path / "far" / "store")
    other = copy_corpus(tmp_path / "other")
    read = Knowledge.open(other, tmp_path / "far" / "store")
    assert read.claims == Knowledge.open(place.corpus, place.store).claims


@pytest.mark.parametrize("changed", ["topic.yaml", "texts/brighter-roofs.txt"])
def test_another_corpus_does_not_read_a_store(place: Place, tmp_path: Path, changed: str) -> None:
    other = copy_corpus(tmp_path / "other")
    with (other / changed).open("a", encoding="utf-8") as file:
        file.write("\n# more\n")
    told = r"^KB205 .*holds the knowledge of .*corpus; name the store of this corpus with --store$"
    with pytest.raises(InputError, match=told):
        Knowledge.open(other, place.store)


def test_a_corpus_in_the_place_of_one_that_is_gone_is_not_taken_for_it(
    place: Place, tmp_path: Path
) -> None:
    other = copy_corpus(tmp_path / "other")
    topic = other / "topic.yaml"
    text = topic.read_text(encoding="utf-8")
    topic.write_text(re.sub("(?m)^topic: .*", "topic: Something else", text), encoding="utf-8")
    shutil.rmtree(place.corpus)
    with pytest.raises(InputError, match=r"^KB209 "):
        build(other, place.store)


def test_a_corpus_that_was_moved_keeps_its_store_and_history(place: Place, tmp_path: Path) -> None:
    place.edit("brighter-roofs", "at least 40 years", "at least 10 years")
    place.build()
    moved = place.corpus.rename(tmp_path / "moved")
    assert Knowledge.open(moved, place.store).history
    assert len(build(moved, place.store).knowledge.history) == 1


def test_a_corpus_that_was_moved_and_edited_is_to_be_built(place: Place, tmp_path: Path) -> None:
    place.edit("brighter-roofs", "at least 40 years", "at least 10 years")
    moved = place.corpus.rename(tmp_path / "moved")
    with pytest.raises(InputError, match=r"^KB205 .*; run `kb build "):
        Knowledge.open(moved, place.store)


def test_a_project_that_was_moved_as_a_whole_has_nothing_to_redo(tmp_path: Path) -> None:
    here = tmp_path / "here"
    build(copy_corpus(here / "corpus"), here / ".kb")
    there = here.rename(tmp_path / "there")
    assert Knowledge.open(there / "corpus", there / ".kb").claims
    assert not build(there / "corpus", there / ".kb").wrote


def test_a_topic_that_was_renamed_keeps_its_history(place: Place) -> None:
    place.edit("brighter-roofs", "at least 40 years", "at least 10 years")
    place.build()
    topic = place.corpus / "topic.yaml"
    text = topic.read_text(encoding="utf-8")
    topic.write_text(re.sub("(?m)^topic: .*", "topic: Roofs", text), encoding="utf-8")
    assert len(place.build().knowledge.history) == 1


def test_a_store_that_notes_the_whole_path_is_still_known(place: Place) -> None:
    with swapped(place.store) as store:
        store.state({**store.facts(), "corpus": str(place.corpus.resolve())})
    assert Knowledge.open(place.corpus, place.store).claims
    assert place.build().knowledge.claims


class Killed(BaseException):
    """Nothing in the program catches this, as nothing catches a kill."""


STEPS = ("read_all", "outcome_of", "keep", "take_step", "sweep")
CALLS = (
    *(("build", step) for step in STEPS),
    *(("Store", name) for name in ("keep", "add_snapshot", "sweep", "state", "vacuum")),
    ("store_swap", "seal"),
)


@pytest.mark.parametrize(("where", "step"), CALLS)
def test_a_build_killed_at_any_step_leaves_the_last_store(
    place: Place, monkeypatch: pytest.MonkeyPatch, where: str, step: str
) -> None:
    from kb.store import swap as store_swap
    from kb.store.database import Store

    before = outcome(Knowledge.open(place.corpus, place.store))
    place.edit("brighter-roofs", "at least 40 years", "at least 10 years")

    def kill(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        homes = {"build": build_module, "Store": Store, "store_swap": store_swap}
        patch.setattr(homes[where], step, kill)
        with pytest.raises(Killed):
            place.build()
    assert outcome(Knowledge.open(place.corpus, place.store)) == before
    assert place.build().changes is not None


def test_nothing_is_written_for_a_broken_topic_file(bare: Place) -> None:
    (bare.corpus / "topic.yaml").write_text("topic: [\n", encoding="utf-8")
    with pytest.raises(InputError):
        bare.build()
    assert not bare.store.exists()


def test_mistakes_of_all_files_are_named_at_once(bare: Place) -> None:
    (bare.corpus / "topic.yaml").write_text("topic: x\n", encoding="utf-8")
    (bare.corpus / "sources.yaml").write_text("a:\n  titel: x\n", encoding="utf-8")
    (bare.corpus / "verdicts.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        bare.build()
    told = str(raised.value)
    for name in ("topic.yaml", "sources.yaml:2", "verdicts.jsonl:1"):
        assert name in told


def test_an_unreadable_text_is_named_and_the_rest_is_built(place: Place) -> None:
    (place.corpus / "texts" / "broken.txt").write_bytes(bytes(range(256)))
    k = place.build().knowledge
    assert [file for file, _ in k.unread] == ["texts/broken.txt"]
    assert len(k.sources) == 3


def test_what_is_no_text_is_named_too(place: Place) -> None:
    texts = place.corpus / "texts"
    (texts / "more").mkdir()
    (texts / ".hidden").write_text("Not a source.", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(texts) + b"/caf\xe9.txt")).write_text("Text.", encoding="utf-8")
    assert place.build().knowledge.unread == (
        ("texts/caf?.txt", "has a name that is not UTF-8; rename it"),
        ("texts/more", "is a folder; put its texts beside the others"),
    )


def test_a_store_that_cannot_be_read_back_says_what_to_do(place: Place) -> None:
    with swapped(place.store) as store:
        store.shelve("claims", "x", {"": [{"id": "of another version"}]})
    with pytest.raises(InputError, match=r"^KB205 .* is of another version; run `kb build "):
        Knowledge.open(place.corpus, place.store)


def test_a_text_that_changes_while_it_is_read_is_read_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.edit("brighter-roofs", "at least 40 years", "at least 10 years")
    read = folder_module.read_document

    def saved_meanwhile(path: Path) -> Document:
        document = read(path)
        if path == place.text("brighter-roofs"):
            place.edit("brighter-roofs", "at least 10 years", "at least 77 years")
        return document

    with monkeypatch.context() as patch:
        patch.setattr(folder_module, "read_document", saved_meanwhile)
        place.build()
    quotes = {c.quote for c in place.build().knowledge.claims}
    assert "Solar panels last at least 77 years" in quotes


def test_a_topic_file_that_changes_while_texts_are_read_is_loaded_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = place.corpus / "topic.yaml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before + "\n# more\n", encoding="utf-8")
    load = build_module.load_topic

    def saved_meanwhile(path: Path) -> Topic:
        topic = load(path)
        path.write_text(before.replace("How long do", "For how long do"), encoding="utf-8")
        return topic

    with monkeypatch.context() as patch:
        patch.setattr(build_module, "load_topic", saved_meanwhile)
        place.build()
    topic = place.build().knowledge.topic
    assert topic.aspect("lifetime").question.startswith("For how long")


def test_snapshots_of_another_shape_are_said_to_be_of_another_version(place: Place) -> None:
    with swapped(place.store) as store:
        store.add_snapshot(9, {"n": 9})
    place.edit("brighter-roofs", "at least 40 years", "at least 10 years")
    said: list[str] = []
    build(place.corpus, place.store, say=said.append)
    assert said == [f"{place.store / FILE} is of another version: building it anew"]
    assert not place.build().wrote


def test_a_text_dropped_in_is_a_source_at_the_next_build(place: Place) -> None:
    dropped = place.corpus / "texts" / "dropped.txt"
    dropped.write_text("A short guide\n\nSolar panels last at least 18 years.\n", encoding="utf-8")
    k = place.build().knowledge
    assert k.source("dropped").title == "A short guide"
    assert [c.quote for c in k.claims if c.source == "dropped"] == [
        "Solar panels last at least 18 years"
    ]


def test_two_texts_of_one_name_are_told_apart(place: Place) -> None:
    (place.corpus / "texts" / "brighter-roofs.md").write_text(
        "# Other\n\nText.\n", encoding="utf-8"
    )
    unread = dict(place.build().knowledge.unread)
    assert unread["texts/brighter-roofs.txt"].startswith("has the same name as brighter-roofs.md")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda p: shutil.rmtree(p.corpus), "no such folder; name the corpus with --corpus"),
        (lambda p: shutil.rmtree(p.corpus / "texts"), "no such folder; put the source texts there"),
    ],
)
def test_what_is_missing_is_named(bare: Place, make: Callable[[Place], None], told: str) -> None:
    make(bare)
    with pytest.raises(InputError, match=told):
        bare.build()
    assert not bare.store.exists()


def test_the_parser_sees_each_new_paragraph_once(bare: Place, tmp_path: Path) -> None:
    seen: list[str] = []

    def parser(texts: Iterable[str]) -> Iterator[Parse]:
        for text in texts:
            seen.append(text)
            yield Parse(text, (), ())

    same = bare.corpus / "texts" / "again.txt"
    shutil.copy(bare.text("brighter-roofs"), same)
    build(bare.corpus, bare.store, parser=parser)
    assert len(seen) == len(set(seen))
    assert "Completely silent" in seen
