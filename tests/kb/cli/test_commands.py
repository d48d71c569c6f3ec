"""Every command on the made-up corpus, as a person types it."""

import csv
import io
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kb.cli import main
from kb.store.tables import FILE

from ..conftest import OTHER, Place, copy_corpus
from ..damage import sql

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Told:
    code: int
    out: str
    err: str


class Kb:
    """Runs `kb` on one corpus and store."""

    def __init__(
        self,
        place: Place,
        patch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.place, self._patch, self._capsys = place, patch, capsys

    def __call__(self, *words: object) -> Told:
        return self.plain(*words, "--corpus", self.place.corpus, "--store", self.place.store)

    def plain(self, *words: object) -> Told:
        self._patch.setattr(sys, "argv", ["kb", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        told = self._capsys.readouterr()
        return Told(int(ended.value.code or 0), told.out, told.err)


@pytest.fixture
def kb(place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kb:
    return Kb(place, monkeypatch, capsys)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def rows(told: Told) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(told.out)
    return found


# build


def test_build_says_what_was_read_found_and_where_to_look(kb: Kb, site: Path) -> None:
    kb.place.edit("brighter-roofs", "at least 40 years", "at least 22 years")
    told = kb("build", "--site", site)
    assert told.code == 0
    heads = [line.split()[0] for line in told.out.splitlines()]
    assert heads == ["read", "found", "changed", "written", "look"]
    assert "3 sources" in told.out
    assert str(site / "index.html") in told.out
    assert (site / "index.html").is_file()


def test_a_second_build_touches_nothing_and_says_so(kb: Kb, site: Path) -> None:
    kb("build", "--site", site)
    before = {p: p.stat().st_mtime_ns for p in site.rglob("*")}
    told = kb("build", "--site", site, "--explain")
    assert "nothing: nothing has changed" in told.out
    assert told.out.startswith("nothing: no input has changed")
    assert {p: p.stat().st_mtime_ns for p in site.rglob("*")} == before


def test_an_unreadable_text_is_one_line_and_the_rest_is_built(kb: Kb, site: Path) -> None:
    bad = kb.place.corpus / "texts" / "bad.txt"
    bad.write_bytes(bytes(range(256)))
    told = kb("build", "--site", site)
    assert told.code == 2
    assert told.err.startswith(f"KB401 {bad}: ")
    assert told.err.endswith("; built without it\n")
    assert len(told.err.splitlines()) == 1
    assert "bad.txt" in (site / "index.html").read_text(encoding="utf-8")


def test_an_entry_without_a_text_is_named_with_its_line(kb: Kb, site: Path) -> None:
    listed = kb.place.corpus / "sources.yaml"
    text = listed.read_text(encoding="utf-8").rstrip("\n")
    listed.write_text(f"{text}\nold-flyer:\n  title: Old\n", encoding="utf-8")
    told = kb("build", "--site", site)
    line = text.count("\n") + 2
    remedy = "there is no text “old-flyer”; remove or rename it"
    assert (told.code, told.err) == (2, f"KB203 {listed}:{line}: {remedy}\n")


def test_another_corpus_is_refused_and_the_site_left(kb: Kb, site: Path, tmp_path: Path) -> None:
    kb("build", "--site", site)
    before = {p: p.read_bytes() for p in site.iterdir()}
    other = copy_corpus(tmp_path / "other")
    told = kb.plain("build", "--corpus", other, "--store", kb.place.store, "--site", site)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"KB209 {kb.place.store}: holds the knowledge of ")
    assert len(told.err.splitlines()) == 1
    assert {p: p.read_bytes() for p in site.iterdir()} == before


def test_a_missing_corpus_is_one_line_and_nothing_is_written(kb: Kb, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    told = kb.plain("build", "--corpus", nowhere, "--store", tmp_path / "s", "--site", nowhere)
    assert (told.code, told.out) == (2, "")
    assert told.err == f"KB201 {nowhere}: no such folder; name the corpus with --corpus\n"
    assert not (tmp_path / "s").exists()


def test_a_broken_topic_file_is_a_line_for_each_mistake(kb: Kb, site: Path) -> None:
    topic = kb.place.corpus / "topic.yaml"
    text = topic.read_text(encoding="utf-8")
    topic.write_text(text.replace("kind: yesno", "kind: maybe"), encoding="utf-8")
    told = kb("build", "--site", site)
    assert (told.code, told.out) == (2, "")
    assert all(line.startswith(f"KB104 {topic}:") for line in told.err.splitlines())
    assert not site.exists()


def test_a_site_that_cannot_be_written_is_named(kb: Kb, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    told = kb("build", "--site", tmp_path / "file")
    assert told.code == 2
    assert told.err.startswith(f"KB208 {tmp_path / 'file'}: can't be written")


def test_what_nobody_foresaw_is_one_line_too(kb: Kb, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of\npaper")

    monkeypatch.setattr("kb.build.build.read_corpus", fail)
    told = kb("build")
    assert told.code == 2
    assert told.err == "kb failed: RuntimeError: out of paper; `kb --debug …` shows where\n"


# looking up


def test_claims_are_filtered(kb: Kb) -> None:
    claims = rows(kb("claims", "--format", "json", "--aspect", "lifetime"))
    assert {c["aspect"] for c in claims} == {"lifetime"}
    own = rows(kb("claims", "--format", "json", "--source", "brighter-roofs"))
    assert {c["source"] for c in own} == {"brighter-roofs"}
    amounts = rows(kb("claims", "--format", "json", "--kind", "quantity"))
    assert {c["aspect"] for c in amounts} == {"lifetime", "price", "payback"}
    rivals = rows(kb("claims", "--format", "json", "--subject", "inverter"))
    assert {c["subject"] for c in rivals} <= {"inverter"}


def test_why_a_claim_was_read_as_it_was(kb: Kb) -> None:
    claims = rows(kb("claims", "--format", "json", "--aspect", "lifetime"))
    id = next(str(c["id"]) for c in claims if "40 years" in str(c["quote"]))
    told = kb("claims", "--why", id[:6]).out
    assert "“Solar panels last at least 40 years”" in told
    assert "source     brighter-roofs, line 7, characters " in told
    assert "because of" in told
    assert "aspect:" in told


def test_claims_for_people_and_for_a_spreadsheet(kb: Kb) -> None:
    told = kb("claims", "--aspect", "lifetime").out
    assert "“Solar panels last at least 40 years”" in told
    table = list(csv.DictReader(io.StringIO(kb("claims", "--format", "csv").out)))
    assert {"id", "quote", "says"} <= set(table[0])


def test_conflicts_are_filtered(kb: Kb) -> None:
    hard = rows(kb("conflicts", "--format", "json", "--strength", "contradiction"))
    assert {c["strength"] for c in hard} == {"contradiction"}
    amounts = rows(kb("conflicts", "--format", "json", "--kind", "quantity"))
    assert {c["kind"] for c in amounts} == {"quantity"}
    within = rows(kb("conflicts", "--format", "json", "--within"))
    assert all(c["within_source"] for c in within)
    everything = rows(kb("conflicts", "--format", "json", "--verdict", "open"))
    assert len(everything) >= len(hard)


def test_conflicts_show_both_sides_and_the_reason(kb: Kb) -> None:
    told = kb("conflicts", "--aspect", "harms").out
    assert "brighter-roofs: “Panels never cause leaks”" in told
    table = list(csv.DictReader(io.StringIO(kb("conflicts", "--format", "csv").out)))
    assert {"a_quotes", "b_quotes", "explanation"} <= set(table[0])


def test_fail_on_ends_with_1_only_if_one_so_hard_is_listed(kb: Kb) -> None:
    assert kb("conflicts", "--fail-on", "contradiction").code == 1
    assert kb("conflicts", "--fail-on", "tension").code == 1
    assert kb("conflicts", "--fail-on", "never").code == 0
    assert kb("conflicts", "--aspect", "noise", "--within", "--fail-on", "tension").code == 0


def test_near_misses_say_why_not(kb: Kb) -> None:
    misses = rows(kb("near-misses", "--format", "json"))
    assert misses
    assert all(m["explanation"] for m in misses)
    rung = str(misses[0]["rung"])
    assert {m["rung"] for m in rows(kb("near-misses", "--format", "json", "--rung", rung))} == {
        rung
    }
    assert str(misses[0]["explanation"])[:20] in kb("near-misses").out.replace("\n", " ")
    assert kb("near-misses", "--format", "csv").out.startswith("rung,aspect,")


def test_search_gives_the_passage_and_where_it_stands(kb: Kb) -> None:
    told = kb("search", "garden hose").out
    assert "brighter-roofs, line 27" in told
    assert "garden hose" in told
    hits = rows(kb("search", "panel", "--format", "json", "--limit", "3"))
    assert len(hits) == 3
    assert kb("search", "nowhere to be found").out == "0 places\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("claims", "--aspect", "colour"), "KB206 colour: no such aspect; there are cleaning, "),
        (("claims", "--source", "x"), "KB206 x: no such source; there are a-sceptic-on-the-roof, "),
        (("claims", "--why", "zzzz"), "KB206 zzzz: no such claim; `kb claims` lists them"),
        (("conflicts", "--aspect", "colour"), "KB206 colour: no such aspect"),
        (
            ("conflicts", "--aspect", "lifetme"),
            "KB206 lifetme: no such aspect; did you mean lifetime? There are cleaning, ",
        ),
        (("conflicts", "--verdict", "opn"), "KB206 opn: no such verdict; did you mean open? "),
        (
            ("near-misses", "--rung", "foo"),
            "KB206 foo: no such rung; there are compatible, other scope, other subject, "
            "reported, room left\n",
        ),
        (
            ("conflicts", "--format", "nonsense"),
            "KB210 --format: 'nonsense' is not one of table, json, csv; "
            "see `kb conflicts --help`\n",
        ),
        (
            ("decide", "zzzz", "nope", "--by", "Ana"),
            "KB210 verdict: 'nope' is not one of real, not-a-conflict, both-hold, prefer, unsure, "
            "misread; see `kb decide --help`\n",
        ),
        (("serve", "--port", "x"), "KB210 --port: Input should be a valid integer"),
        (("decide", "zzzz"), "KB210 Missing argument 'verdict'. Choose from: real, "),
        (("changes", "7", "9"), "KB206 7: no such snapshot; kept are 1"),
        (
            ("decide", "zzzz", "real", "--by", "Ana"),
            "KB206 zzzz: no such conflict or dispute; ",
        ),
    ],
)
def test_a_wrong_name_is_one_line_with_the_remedy(
    kb: Kb, words: tuple[str, ...], told: str
) -> None:
    answer = kb(*words)
    assert answer.code == 2
    assert answer.err.startswith(told)
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize("words", [("claims",), ("conflicts",), ("search", "x"), ("changes",)])
def test_before_the_first_build_each_says_to_build(
    kb: Kb, words: tuple[str, ...], tmp_path: Path
) -> None:
    told = kb.plain(*words, "--corpus", kb.place.corpus, "--store", tmp_path / "none")
    assert told.code == 2
    assert "holds no knowledge yet; run `kb build" in told.err


def test_a_source_cannot_steer_the_terminal(kb: Kb) -> None:
    kb.place.edit("brighter-roofs", "garden hose", "garden \x1b[31mhose")
    kb.place.build()
    told = kb("search", "garden")
    assert "hose" in told.out
    assert "\x1b" not in told.out


# deciding, changes


def test_a_decision_takes_effect_is_listed_and_counts_as_settled(kb: Kb, site: Path) -> None:
    conflict = rows(kb("conflicts", "--format", "json", "--aspect", "fixing"))[0]
    id = str(conflict["id"])
    told = kb("decide", id[:8], "both-hold", "--by", "Ana", "--note", "two systems")
    assert told.out.startswith(f"Ana: both hold · pair {id} on fixing")
    assert "[bolted]" in told.out and "b “" in told.out
    told = kb("build", "--site", site).out
    assert "settled  1 pair settled by people, counted above too" in told
    assert "settled)" not in told
    settled = rows(kb("conflicts", "--format", "json", "--verdict", "both-hold"))
    assert [c["id"] for c in settled] == [id]
    assert kb("conflicts", "--aspect", "fixing", "--fail-on", "tension").code in (0, 1)
    assert "two systems" in kb("verdicts", "--by", "Ana").out
    assert rows(kb("verdicts", "--format", "json"))[0]["conflict"] == id
    assert kb("verdicts", "--format", "csv").out.startswith("conflict,verdict,by,when")
    assert "1 conflict settled" in kb("changes").out or "settled" in kb("changes").out


def test_a_whole_dispute_is_decided_and_listed_with_its_sides(kb: Kb, site: Path) -> None:
    dispute = rows(kb("disputes", "--format", "json", "--aspect", "lifetime"))[0]
    id = str(dispute["id"])
    assert id in kb("disputes", "--aspect", "lifetime").out
    told = kb("decide", id, "prefer", "--by", "Ana")
    assert told.code == 2 and "--side: a “" in told.err
    told = kb("decide", id, "prefer", "--side", "b", "--by", "Ana")
    assert told.out.startswith(f"Ana: one side preferred · whole dispute {id} on lifetime")
    assert told.out.count("← preferred") == 1
    listed = kb("verdicts")
    assert listed.out.count("← preferred") == 1 and "1 verdict\n" in listed.out
    assert "decided" not in kb("disputes", "--aspect", "lifetime").out
    kb("build", "--site", site)
    decided = kb("disputes", "--aspect", "lifetime").out
    assert re.search(r"^  decided by Ana, \d{4}-\d\d-\d\d: preferred \[", decided, re.M)
    preferred = rows(kb("conflicts", "--format", "json", "--verdict", "prefer"))
    assert {str(c["id"]) for c in preferred} <= {*dispute["conflicts"]} and preferred


def test_verdicts_to_be_looked_at_again(kb: Kb) -> None:
    ids = [str(c["id"]) for c in rows(kb("conflicts", "--format", "json"))]
    kb("decide", ids[0], "real", "--by", "Ana", "--review", "2020-01-01")
    kb("decide", ids[1], "real", "--by", "Ana", "--review", "2999-01-01")
    assert [v["conflict"] for v in rows(kb("verdicts", "--due", "--format", "json"))] == [ids[0]]


def test_a_replaced_verdict_is_only_in_the_full_list(kb: Kb) -> None:
    id = str(rows(kb("conflicts", "--format", "json"))[0]["id"])
    kb("decide", id, "real", "--by", "Ana")
    kb("decide", id, "unsure", "--by", "Ana")
    assert len(rows(kb("verdicts", "--format", "json"))) == 1
    assert len(rows(kb("verdicts", "--all", "--format", "json"))) == 2


def test_changes_say_what_opened_and_closed_by_which_edit(kb: Kb) -> None:
    assert "one snapshot only" in kb("changes").out
    kb.place.edit("brighter-roofs", "Panels never cause leaks", "Panels never cause fires")
    kb.place.build()
    told = kb("changes").out
    assert "source edited: brighter-roofs" in told
    question = "What harm can solar panels do to a house?"
    assert f" Disputes closed: {question} (contradiction) · " in " ".join(told.split())
    assert f"closed by editing brighter-roofs · {question} · " in " ".join(told.split())
    assert "Because sources changed" in told
    assert json.loads(kb("changes", "1", "2", "--format", "json").out)["after"] == 2
    assert len(kb("changes", "--list").out.splitlines()) == 3


def test_the_claims_of_a_new_or_gone_source_are_counted(kb: Kb) -> None:
    text = kb.place.text("brighter-roofs")
    kept = text.read_bytes()
    text.unlink()
    kb.place.build()
    text.write_bytes(kept)
    kb.place.build()
    claims = len(rows(kb("claims", "--source", "brighter-roofs", "--format", "json")))
    listed = "claims of the added source brighter-roofs; `kb changes --all` lists them"
    told = kb("changes").out
    assert f"  {claims} {listed}\n" in told
    assert "claim added" not in told
    gone = kb("changes", "1", "2").out
    assert f"  {claims} claims of the removed source brighter-roofs; " in gone
    assert "source removed: brighter-roofs" in gone and "by removing brighter-roofs" in gone
    everything = kb("changes", "--all").out
    assert everything.count("claim added · brighter-roofs") == claims
    assert "claims of the added source" not in everything


# export, eval


def test_export_writes_and_says_so(kb: Kb, tmp_path: Path) -> None:
    out = tmp_path / "exports"
    assert kb("export", out).out == f"13 files written to {out}\n"
    assert kb("export", out).out == f"nothing has changed: no file written to {out}\n"


def test_export_of_what_people_said_can_be_measured(kb: Kb, tmp_path: Path) -> None:
    out = tmp_path / "gold"
    told = kb("export", out, "--gold")
    assert (told.code, told.err[:6]) == (2, "KB222 ")
    kb("correct", rows(kb("claims", "--format", "json"))[0]["id"], "--right", "--by", "Ana")
    kb("build", "--site", tmp_path / "site")
    assert kb("export", out, "--gold").out == f"6 files written to {out}\n"
    assert json.loads(kb("eval", out, "--format", "json").out)["claims_recall"] == 1


def test_eval_measures_and_lists(kb: Kb) -> None:
    words = ("eval", OTHER / "gold", "--texts", OTHER / "texts")
    figures = json.loads(kb(*words, "--format", "json").out)
    assert figures["claims_gold"] == 48
    assert "lifetime" in figures["claim_recall_by_aspect"]
    assert "claims of the gold found" in kb(*words, "--list").out


def test_eval_of_a_folder_without_annotation_is_one_line(kb: Kb, tmp_path: Path) -> None:
    told = kb("eval", tmp_path, "--texts", OTHER / "texts")
    assert told.code == 2
    assert told.err.startswith(f"KB301 {tmp_path}: holds no claims.jsonl")


# a damaged store


@pytest.mark.parametrize(
    "words",
    [
        *("conflicts", "claims", "near-misses", "changes", "export out"),
        *("search panels", "brief", "decide x real --by Ana"),
    ],
)
def test_a_damaged_store_is_one_line_that_says_what_to_do(kb: Kb, words: str) -> None:
    store = kb.place.store
    sql("DELETE FROM sources", "DELETE FROM snapshots", "DELETE FROM passages")(store)
    told = kb(*words.split())
    assert (told.code, told.out) == (2, "")
    assert told.err == (
        f"KB205 {store / FILE}: is damaged; "
        f"run `kb build --corpus {kb.place.corpus} --store {store}`\n"
    )


# the front door


def test_help_imports_nothing_slow() -> None:
    code = (
        "import sys; sys.argv = ['kb', '--help']\n"
        "from kb.cli import main\n"
        "try:\n main()\nexcept SystemExit: pass\n"
        "slow = {'spacy', 'pandas', 'networkx', 'pydantic', 'rich', 'numpy'}\n"
        "print('LOADED', sorted(slow & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.endswith("LOADED []\n")


def test_a_wrong_option_or_command_is_one_line(kb: Kb) -> None:
    told = kb.plain("build", "--colour")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("KB210 No such option: --colour")
    assert told.err.endswith("; see `kb build --help`\n")
    assert kb.plain("bild").err == (
        "KB210 No such command 'bild'. Did you mean 'build'? See `kb --help`\n"
    )


def test_without_a_command_the_help_is_shown(kb: Kb) -> None:
    told = kb.plain()
    assert told.code == 2
    assert "Commands:" in told.err


def test_the_version_is_said(kb: Kb) -> None:
    pytest.importorskip("importlib.metadata").version("counterclaim")
    assert kb.plain("--version").out.startswith("kb 0.")
