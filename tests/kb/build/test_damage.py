"""A store that is not as it was written: refused by who reads, built anew by `build`."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from extract.errors import InputError
from kb.build.batch import Parser
from kb.build.build import build
from kb.store.tables import FILE
from kb.store.whole import seal, unseal

from ..conftest import Place
from ..damage import EDIT, Damage, answers, cut, exported, folder, packed, replace, row, sql, write

# Whatever is damaged, no way of reading answers from it.
DAMAGES: dict[str, Damage] = {
    "other words": replace(FILE, b"at least 40 years", b"at least 90 years"),
    "no JSON": row("claims", "{"),
    "null": row("positions", "null"),
    "another shape": row("views", '["panels"]'),
    "a blob": row("documents", b"\xff\x00"),
    "text that is no UTF-8": sql("UPDATE claims SET row = CAST(x'ff22' AS TEXT)"),
    "no sources": sql("DELETE FROM sources"),
    "no conflicts": sql("DELETE FROM conflicts"),
    "no near misses": sql("DELETE FROM near_misses"),
    "no topic": sql("DELETE FROM topic"),
    "another topic": row("topic", "{}"),
    "a claim less": sql("DELETE FROM claims WHERE owner = 'brighter-roofs'"),
    "another order": sql("UPDATE views SET n = 1000 - n"),
    "a table dropped": sql("DROP TABLE coverage"),
    "a table in another's place": sql(
        "DROP TABLE dropped", "ALTER TABLE views RENAME TO dropped", "CREATE TABLE views(n)"
    ),
    "another corpus": sql("UPDATE meta SET value = 'x' WHERE key = 'corpus'"),
    "no facts": sql("DELETE FROM meta"),
    "no snapshots": sql("DELETE FROM snapshots"),
    "a snapshot of rubbish": row("snapshots", b"rubbish"),
    "a snapshot of another shape": row("snapshots", packed([])),
    "nothing to search": sql("DELETE FROM passages"),
    "a broken index": sql("UPDATE passages_data SET block = x'00' WHERE id > 10"),
    "another text found": sql("UPDATE passages_content SET c0 = 'panels'"),
    "cut in half": cut(0.5),
    "empty": write(FILE, b""),
    "no database": write(FILE, b"no database"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_store_is_refused_and_built_anew(place: Place, parser: Parser, name: str) -> None:
    good = answers(place)
    DAMAGES[name](place.store)
    path = place.store / FILE
    line = f"KB205 {path}: is damaged; run `kb build --corpus {place.corpus} --store {place.store}`"
    assert answers(place) == dict.fromkeys(good, line)
    said: list[str] = []
    built = build(place.corpus, place.store, parser=parser, say=said.append)
    assert said == [f"{path} is damaged: building it anew"]
    assert exported(built.knowledge) == good["open"]
    assert answers(place) == good
    assert not place.build().wrote


CACHED: dict[str, Damage] = {
    "parses that are null": sql("UPDATE parses SET row = ?", rows=(packed(None),)),
    "parses of another text": sql("UPDATE parses SET row = (SELECT row FROM parses LIMIT 1)"),
    "readings of rubbish": sql("UPDATE readings SET row = 'rubbish'"),
    "readings of another shape": sql("UPDATE readings SET row = ?", rows=(packed({}),)),
    "readings of another text": sql("UPDATE readings SET row = (SELECT row FROM readings LIMIT 1)"),
}


@pytest.mark.parametrize("name", CACHED)
def test_what_is_cached_is_not_believed_unseen(
    place: Place, parser: Parser, tmp_path: Path, name: str
) -> None:
    unseal(place.store / FILE)
    CACHED[name](place.store)
    seal(place.store / FILE)
    said: list[str] = []
    place.edit(*EDIT)
    built = build(place.corpus, place.store, parser=parser, say=said.append)
    fresh = build(place.corpus, tmp_path / "fresh", parser=parser)
    assert said == []
    assert exported(built.knowledge) == exported(fresh.knowledge)


BESIDE: dict[str, Damage] = {
    "other phrases": replace("rules.json", b'"last', b'"lest'),
    "phrases without end": write("rules.json", b"[" * 100_000),
    "texts of another day": write("texts.json", b"{}"),
}


@pytest.mark.parametrize("name", BESIDE)
def test_what_lies_beside_the_store_is_not_believed_unseen(
    place: Place, parser: Parser, tmp_path: Path, name: str
) -> None:
    BESIDE[name](place.store)
    place.edit(*EDIT)
    built = build(place.corpus, place.store, parser=parser)
    fresh = build(place.corpus, tmp_path / "fresh", parser=parser)
    assert exported(built.knowledge) == exported(fresh.knowledge)


# Each with the file that is in the way; it is named, and left.
IN_THE_WAY: dict[str, tuple[Damage, str, str]] = {
    "a folder": (folder(FILE), FILE, "should be the store's file; move it away or name"),
    "a copy": (folder(FILE + ".new"), FILE + ".new", "can't be written"),
    "a lock": (folder("lock"), "lock", "can't be written"),
}


@pytest.mark.parametrize("name", IN_THE_WAY)
def test_what_is_not_ours_is_named_and_left(place: Place, name: str) -> None:
    how, file, told = IN_THE_WAY[name]
    how(place.store)
    place.edit(*EDIT)
    with pytest.raises(InputError) as raised:
        place.build()
    assert str(raised.value)[6:].startswith(f"{place.store / file}: {told}")
    assert "\n" not in str(raised.value)
    assert (place.store / file / "note.txt").exists()


def test_who_only_reads_names_what_is_in_the_way(place: Place) -> None:
    folder(FILE)(place.store)
    line = f"KB205 {place.store / FILE}: should be the store's file; move it away or name another"
    assert all(answer.startswith(line) for answer in answers(place).values())


def test_a_file_where_the_folder_should_be_is_named_and_left(place: Place) -> None:
    shutil.rmtree(place.store)
    place.store.write_text("a note", encoding="utf-8")
    line = f"KB205 {place.store}: should be the store's folder; move it away or name another"
    assert all(answer.startswith(line) for answer in answers(place).values())
    with pytest.raises(InputError) as raised:
        place.build()
    assert str(raised.value).startswith(line)
    assert place.store.read_text(encoding="utf-8") == "a note"


def test_a_store_of_another_version_is_said_to_be_one(place: Place) -> None:
    sql("UPDATE meta SET value = '0' WHERE key = 'format'")(place.store)
    assert f"{place.store / FILE}: is of another version; run `kb build" in answers(place)["open"]
    said: list[str] = []
    build(place.corpus, place.store, say=said.append)
    assert said == [f"{place.store / FILE} is of another version: building it anew"]


def test_neither_the_corpus_nor_its_verdicts_are_touched(place: Place) -> None:
    (place.corpus / "verdicts.jsonl").write_text(
        json.dumps({"conflict": "c", "verdict": "real", "by": "Ana", "when": "2026-01-01"}),
        encoding="utf-8",
    )
    before = {p: p.read_bytes() for p in place.corpus.rglob("*") if p.is_file()}
    write(FILE, b"no database")(place.store)
    place.build()
    assert {p: p.read_bytes() for p in place.corpus.rglob("*") if p.is_file()} == before


def test_a_folder_that_may_not_be_read_is_named(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = Path.stat

    def refused(path: Path, **how: bool) -> Any:
        if path == place.store / FILE:
            raise PermissionError(13, "Permission denied")
        return stat(path, **how)

    monkeypatch.setattr(Path, "stat", refused)
    line = f"KB205 {place.store}: can't be read (Permission denied); name another folder with"
    assert all(answer.startswith(line) for answer in answers(place).values())
