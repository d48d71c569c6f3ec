"""A checked draft as lines for people: `file:line:col severity code message`."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from kb.check.model import Account, Checked, DraftFinding, DraftPassage, Severity, first_of_each
from kb.text import figure, plain, titled

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
TOLD = {
    "unsupported": "without source",
    "supported-with-tension": "supported with tension",
    "stronger": "stronger than the sources",
    "in-tension": "in tension",
    "needs-proof": "in need of proof",
}
"""Verdicts as the summary words them."""
SHOWN = 3  # passages named on each side


def lines(checked: Checked, width: int, colour: bool) -> Iterator[str]:
    """What is printed of a draft, one finding after another."""
    for finding in checked.findings:
        yield from _finding(checked, finding, width, colour)


def head(checked: Checked, finding: DraftFinding) -> str:
    """A finding in one line, without colour."""
    where = f"{plain(checked.name)}:{checked.place(finding)}"
    return f"{where} {finding.rule.severity} {finding.rule.code} {plain(finding.message)}"


def summary(drafts: Sequence[Checked]) -> Iterator[str]:
    """What became of the sentences of each draft, in a line; then what was found in all of them."""
    for d in drafts:
        yield f"{plain(d.name)}: {told(d.account)}"
    found = Counter(f.rule.severity for d in drafts for f in d.findings)
    parts = [figure(found[s], str(s)) for s in (Severity.ERROR, Severity.WARNING) if found[s]]
    parts += [figure(found[Severity.INFO], "note")] if found[Severity.INFO] else []
    passed = sum(len(d.ignored) for d in drafts), sum(len(d.known) for d in drafts)
    parts += [
        f"{n} {word}" for n, word in zip(passed, ("ignored", "in the baseline"), strict=True) if n
    ]
    if found:
        yield ", ".join(parts)


def told(account: Account) -> str:
    """ "12 sentences, 7 claims: 2 contradicted, 1 without source; 3 sentences not understood"."""
    line = f"{figure(account.sentences, 'sentence')}, {figure(account.claims, 'claim')}"
    line += ": " if account.verdicts else ""
    line += ", ".join(f"{n} {TOLD.get(word, word)}" for word, n in account.verdicts)
    unread = account.not_understood
    return f"{line}; {figure(unread, 'sentence')} not understood" if unread else line


def _finding(checked: Checked, finding: DraftFinding, width: int, colour: bool) -> Iterator[str]:
    line = head(checked, finding)
    if colour:
        severity, code = str(finding.rule.severity), finding.rule.code
        painted = f"\033[{COLOURS[finding.rule.severity]}m{severity} {code}\033[0m"
        line = line.replace(f"{severity} {code}", painted, 1)
    yield line
    shown = first_of_each(finding.against)[:SHOWN]
    for passage in shown:
        yield from _passage(checked, passage, width)
    more = len(finding.against) - len(shown)
    if more:
        yield f"    and {figure(more, 'more passage')}"
    for passage in first_of_each(finding.agree)[:SHOWN]:
        yield from _wrapped(f"agrees: {passage.called}: “{passage.quote}”", width)
    if finding.fair:
        rests = f" ({'; '.join(map(titled, finding.basis))})" if finding.basis else ""
        yield from _wrapped(f"fair: {finding.fair}{rests}", width)
    for lesser in finding.folded:
        if lesser.rule.severity is not Severity.INFO:
            yield from _wrapped(f"also {lesser.rule.code}: {lesser.message}", width)


def _passage(checked: Checked, passage: DraftPassage, width: int) -> Iterator[str]:
    where = checked.where(passage)
    mark = " " if passage.source is None else ", "
    yield from _wrapped(f"{passage.called}{mark if where else ''}{where}: “{passage.quote}”", width)
    if passage.why:
        yield from _wrapped(passage.why, width, "      ")


def _wrapped(text: str, width: int, indent: str = "    ") -> list[str]:
    return textwrap.wrap(plain(text), width, initial_indent=indent, subsequent_indent=indent + "  ")
