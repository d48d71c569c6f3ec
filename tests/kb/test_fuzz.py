"""Random edits of a corpus, damages of a store, kills of a build: what is then built equals what
is built from nothing."""

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from kb.build import build as build_module
from kb.build import read as reading_module
from kb.build.assemble import assemble
from kb.build.batch import Parser
from kb.build.build import build
from kb.build.read import Readings, SourceReading, read_all
from kb.corpus import folder as corpus_module
from kb.corpus.folder import read_corpus
from kb.knowledge.value import Knowledge
from kb.store.database import Store
from kb.store.tables import FILE
from kb.verdicts.decide import decide
from kb.verdicts.file import append
from tests.once import rules, topic

from .conftest import Place
from .damage import EDIT, answers, damage, exported

Goods = dict[bool, dict[str, str]]
ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
TOPIC = CORPUS / "topic.yaml"
WORDS = (("may", "will"), ("usually", "always"), ("is", "is not"), ("one", "three"), (",", ""))


def paragraphs(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def edit(path: Path, pick: random.Random) -> None:
    """One random edit of one text, as a person might make it."""
    lines = paragraphs(path)
    full = [n for n, line in enumerate(lines) if line.strip()]
    n = pick.choice(full)
    how = pick.choice(("number", "word", "delete", "swap", "split", "double", "move", "title"))
    if how == "number":
        lines[n] = re.sub(r"\d+", lambda m: str(int(m[0]) % 97 + pick.randint(1, 3)), lines[n])
    elif how == "word":
        old, new = pick.choice(WORDS)
        lines[n] = lines[n].replace(old, new, 1)
    elif how == "delete" and len(full) > 3:
        del lines[n]
    elif how == "swap":
        m = pick.choice(full)
        lines[n], lines[m] = lines[m], lines[n]
    elif how == "split":
        lines[n : n + 1] = re.split(r"(?<=[.?!]) ", lines[n], maxsplit=1)
    elif how == "double":
        lines.insert(pick.choice(full), lines[n])
    elif how == "move":
        lines[n] = "\n" + lines[n]
    else:
        lines[n] = lines[n].title()
    path.write_text("\n".join(lines), encoding="utf-8")


def rename(texts: Path, pick: random.Random) -> None:
    path = pick.choice(sorted(texts.iterdir()))
    path.rename(texts / f"text-{pick.randint(0, 10**9)}.txt")


def step(texts: Path, pick: random.Random) -> None:
    if pick.random() < 0.05:
        rename(texts, pick)
    else:
        edit(pick.choice(sorted(texts.iterdir())), pick)


def fresh(corpus: Path, scratch: Path, parser: Parser) -> Callable[[], Knowledge]:
    """Builds the corpus from nothing. A text that was read before need not be read again: what
    it gives hangs on nothing else."""
    seen: dict[tuple[str, str], SourceReading] = {}

    def made() -> Knowledge:
        read = read_corpus(corpus)
        for id, document in read.documents.items():
            if (id, document.text) not in seen:
                (scratch / FILE).unlink(missing_ok=True)
                alone = type(read)(**{**fields(read), "documents": {id: document}})
                with Store(scratch / FILE, write=True) as store:
                    got = read_all(alone, store, parser=parser, compiled=lambda _: rules(TOPIC))
                seen[id, document.text] = got.by_source[id]
        by_source = {id: seen[id, d.text] for id, d in read.documents.items()}
        return assemble(read, Readings(by_source))

    return made


def fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def check_verdicts(k: Knowledge, settled: set[str]) -> None:
    """A conflict that is still the same keeps its verdict; only another one is re-opened."""
    for id, standing in k.standings.items():
        assert standing.settled is (id in settled)
        if standing.reopened:
            was, now = re.findall(r"\[(.*?)\] became \[(.*?)\]", standing.reopened)[0]
            assert was != now


def run(folder: Path, parser: Parser, edits: int, seed: int) -> None:
    corpus, store = folder / "corpus", folder / ".kb"
    shutil.copytree(CORPUS, corpus)
    (corpus / "sources.yaml").unlink()
    pick = random.Random(seed)
    again = fresh(corpus, folder, parser)
    first = build(corpus, store, parser=parser).knowledge
    settled = {c.id for c in first.conflicts[::3]}
    for id in sorted(settled):
        (verdict,) = decide(first, id, "both-hold", "Ana", "2026-01-01")
        append(corpus / "verdicts.jsonl", verdict)
    for _ in range(edits):
        step(corpus / "texts", pick)
        built = build(corpus, store, parser=parser).knowledge
        assert exported(built) == exported(again())
        check_verdicts(built, settled)
    assert len(built.verdicts) == len(settled)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The topic file stays as it is here, so it is loaded and compiled once."""
    monkeypatch.setattr(corpus_module, "load_topic", lambda _: topic(TOPIC))
    monkeypatch.setattr(build_module, "load_topic", lambda _: topic(TOPIC))
    monkeypatch.setattr(build_module, "kept_rules", lambda *_: rules(TOPIC))
    monkeypatch.setattr(reading_module, "Rules", lambda _: rules(TOPIC))


@pytest.mark.slow
@pytest.mark.usefixtures("quick")
def test_eighty_edits(tmp_path: Path, parser: Parser) -> None:
    run(tmp_path, parser, edits=80, seed=1)


@pytest.mark.fuzz
@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("seed", range(2, 52))
def test_ten_thousand_edits(tmp_path: Path, parser: Parser, seed: int) -> None:
    run(tmp_path, parser, edits=200, seed=seed)


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(400))
def test_four_hundred_damages(place: Place, parser: Parser, seed: int, goods: Goods) -> None:
    """Whatever is done to the store: what is read is right or refused in one line, and a build
    gives what a fresh one gives, with one line at most."""
    pick = random.Random(seed)
    for _ in range(pick.randint(1, 3)):
        damage(place.store, pick)
    for name, answer in answers(place).items():
        one_line = answer.startswith("KB205 ") and "\n" not in answer
        assert one_line or answer == goods[False][name], name
    edited = pick.random() < 0.5
    if edited:
        place.edit(*EDIT)
    said: list[str] = []
    built = build(place.corpus, place.store, parser=parser, say=said.append)
    assert exported(built.knowledge) == goods[edited]["open"]
    assert len(said) <= 1
    for name in ("open", "search"):
        assert answers(place)[name] == goods[edited][name]
    assert not build(place.corpus, place.store, parser=parser).wrote


@pytest.fixture(scope="module")
def goods(first: Place, parser: Parser, tmp_path_factory: pytest.TempPathFactory) -> Goods:
    """What the undamaged store answers, before the edit and after it."""
    folder = tmp_path_factory.mktemp("goods")
    shutil.copytree(first.corpus, folder / "corpus")
    after = Place(folder / "corpus", folder / ".kb")
    after.edit(*EDIT)
    build(after.corpus, after.store, parser=parser)
    return {False: answers(first), True: answers(after)}


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(30))
def test_thirty_killed_builds(place: Place, parser: Parser, seed: int, goods: Goods) -> None:
    """Wherever a build is killed, the store is the last good one or the new one."""
    place.edit(*EDIT)
    where = ("--corpus", place.corpus, "--store", place.store, "--site", place.store / "site")
    building = subprocess.Popen([sys.executable, "-m", "kb", "build", *where], cwd=ROOT)
    with suppress(subprocess.TimeoutExpired):
        building.wait(random.Random(seed).uniform(0, 4))
    building.kill()
    building.wait()
    assert answers(place)["open"] in (goods[False]["open"], goods[True]["open"])
    built = build(place.corpus, place.store, parser=parser)
    assert exported(built.knowledge) == goods[True]["open"]
