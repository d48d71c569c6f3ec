"""Text for people, JSON, and SARIF that a reader of SARIF accepts."""

import json

from sarif_pydantic import Sarif

from kb.check.as_json import rows
from kb.check.as_sarif import FINGERPRINT, sarif
from kb.check.as_text import lines, summary
from kb.check.model import RULES

from .conftest import Check

TEXT = "Hello.\n\nSolar panels last forever and make no noise.\n"


def test_a_line_of_text_names_place_severity_code_and_what_is_wrong(check: Check) -> None:
    first, *more = lines(check(TEXT), 100, colour=False)
    assert first.startswith("draft.txt:3:1 error KB501 “Solar panels last forever” is contradicted")
    assert all(line.startswith("    ") for line in more if "KB505" not in line)
    assert any("‘A Sceptic on the Roof’, paragraph 3: “" in line for line in more)
    assert any("fair: Sources give figures from 20 years upwards. " in line for line in more)


def test_the_summary_accounts_for_every_sentence(check: Check) -> None:
    text = f"{TEXT}\nThe frames of the panels glitter at night."
    assert list(summary([check(text)])) == [
        "draft.txt: 3 sentences, 2 claims: 1 contradicted, 1 supported; 1 sentence not understood",
        "1 error, 2 notes",
    ]


def test_colour_only_where_it_is_wanted(check: Check) -> None:
    assert "\033[31merror KB501\033[0m" in next(lines(check(TEXT), 100, colour=True))
    assert not any("\033" in line for line in lines(check(TEXT), 100, colour=False))


def test_a_draft_can_not_steer_the_terminal(check: Check) -> None:
    told = list(lines(check("Solar panels last\x1b forever."), 100, colour=False))
    assert told
    assert not any("\x1b" in line for line in told)


def test_where_nothing_is_found_the_summary_says_that_nothing_was_claimed(check: Check) -> None:
    checked = check("We sell bread.")
    assert list(lines(checked, 100, colour=False)) == []
    assert list(summary([checked])) == ["draft.txt: 1 sentence, 0 claims"]


def test_json_holds_all_that_is_known(check: Check) -> None:
    checked = check(TEXT)
    (row,) = json.loads(json.dumps(rows([checked])))
    found = row["findings"][0]
    assert (found["code"], found["verdict"], found["severity"]) == (
        "KB501",
        "contradicted",
        "error",
    )
    assert found["place"] == {"line": 3, "column": 1}
    assert found["place_end"]["line"] == 3
    assert checked.document.text[found["start"] : found["end"]] == found["quote"]
    assert {p["source"] for p in found["against"]} == {
        "a-sceptic-on-the-roof",
        "solar-questions-answered",
    }


def test_sarif_is_read_by_a_reader_of_sarif(check: Check) -> None:
    data = sarif([check(TEXT)])
    read = Sarif.model_validate_json(json.dumps(data))
    (run,) = read.runs
    assert read.version == "2.1.0"
    assert {rule.id for rule in run.tool.driver.rules or []} == set(RULES)
    first = (run.results or [])[0]
    assert first.rule_id == "KB501"
    assert (first.locations or [])[0].physical_location.region.start_line == 3


def test_fingerprints_in_sarif_survive_edits_above(check: Check) -> None:
    def prints(text: str) -> set[str]:
        results = sarif([check(text)])["runs"][0]["results"]
        return {r["partialFingerprints"][FINGERPRINT] for r in results}

    assert prints(TEXT) <= prints(f"More above.\n\n{TEXT}")


def test_what_is_ignored_is_suppressed_with_its_reason(check: Check) -> None:
    text = "<!-- kb-ignore KB501: agreed -->\n\nSolar panels last forever.\n"
    (result,) = sarif([check(text, ".md")])["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "agreed"
    Sarif.model_validate(sarif([check(text, ".md")]))
