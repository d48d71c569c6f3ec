"""Comments that let a finding pass, and those that don't."""

from .conftest import Check, verdicts

FOREVER = "Solar panels last forever."
WHY = "<!-- kb-ignore KB501: signed off by legal -->"


def test_a_comment_on_a_line_of_its_own_is_about_the_next_block(check: Check) -> None:
    checked = check(f"{WHY}\n\n{FOREVER}\n\nA system costs £20,000.\n", ".md")
    assert verdicts(checked) == ["5:1 contradicted price"]
    assert [(i.finding.aspect, i.reason) for i in checked.ignored] == [
        ("lifetime", "signed off by legal")
    ]


def test_a_comment_on_a_line_with_text_is_about_that_line(check: Check) -> None:
    checked = check(f"- {FOREVER} {WHY}\n- A system costs £20,000.\n", ".md")
    assert verdicts(checked) == ["2:3 contradicted price"]


def test_it_is_about_the_codes_it_names(check: Check) -> None:
    other = WHY.replace("KB501", "KB502")
    checked = check(f"{other}\n\n{FOREVER}\n", ".md")
    assert verdicts(checked) == ["3:1 contradicted lifetime", "1:1 unused"]


def test_without_codes_it_is_about_all(check: Check) -> None:
    checked = check(f"<!-- kb-ignore: a quotation -->\n\n{FOREVER}\n", ".md")
    assert verdicts(checked) == []


def test_without_a_reason_it_lets_nothing_pass_and_is_reported(check: Check) -> None:
    for comment in ("<!-- kb-ignore KB501 -->", "<!-- kb-ignore KB501: -->"):
        checked = check(f"{comment}\n\n{FOREVER}\n", ".md")
        assert verdicts(checked, "contradicted", "ignored-without-reason") == [
            "3:1 contradicted lifetime",
            "1:1 ignored-without-reason",
        ]


def test_other_comments_are_none_of_its_business(check: Check) -> None:
    checked = check(f"<!-- todo: kb-ignore? -->\n\n{FOREVER}\n", ".md")
    assert verdicts(checked) == ["3:1 contradicted lifetime"]


def test_it_works_in_html(check: Check) -> None:
    checked = check(f"<p>Hello.</p>\n{WHY}\n<p>{FOREVER}</p>\n", ".html")
    assert verdicts(checked) == []
    assert len(checked.ignored) == 1
