"""One finding for each statement: the worst on top, the lesser ones folded under it.

Two findings are on one statement if their passages share most of the shorter one. The account
counts statements by what stands on top, so silence never looks like approval.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.topic.schema import Kind, Topic
from kb.check.model import (
    CONTRADICTED,
    DISPUTED,
    NEEDS_PROOF,
    NOT_UNDERSTOOD,
    WORST_FIRST,
    Account,
    DraftFinding,
)

_ONE_ANSWER = (Kind.YESNO, Kind.CHOICE, Kind.QUANTITY)
_SHARED = 0.5  # of the shorter of two passages
_RANK = {rule.code: 2 * n for n, rule in enumerate(WORST_FIRST)}


def folded(findings: Iterable[DraftFinding], topic: Topic) -> tuple[DraftFinding, ...]:
    """The findings in text order, each statement's lesser ones folded under its worst."""
    groups: list[list[DraftFinding]] = []
    for f in sorted(findings, key=lambda f: (f.start, f.end)):
        group = next((g for g in reversed(groups) if _on_one_statement(g[0], f)), None)
        if group is None:
            groups.append([f])
        else:
            group.append(f)
    return tuple(sorted((_fold(g, topic) for g in groups), key=lambda f: (f.start, f.rule.code)))


def account(findings: Sequence[DraftFinding], sentences: int) -> Account:
    """What became of a draft of so many sentences; `findings` are folded ones, of every verdict."""
    on_claims = [f for f in findings if f.aspect or f.rule is NEEDS_PROOF]
    counted = Counter(f.rule.word for f in on_claims)
    words = dict.fromkeys(rule.word for rule in WORST_FIRST)
    return Account(
        sentences=sentences,
        claims=len(on_claims),
        verdicts=tuple((word, counted[word]) for word in words if counted[word]),
        not_understood=sum(f.rule is NOT_UNDERSTOOD for f in findings),
    )


def _on_one_statement(one: DraftFinding, other: DraftFinding) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > _SHARED * min(one.end - one.start, other.end - other.start)


def _fold(group: Sequence[DraftFinding], topic: Topic) -> DraftFinding:
    disputed = {f.aspect for f in group if f.rule is DISPUTED and _one_answer(f, topic)}
    top, *rest = sorted(group, key=lambda f: (_rank(f, disputed), f.start, f.aspect))
    return replace(top, folded=tuple(rest))


def _one_answer(f: DraftFinding, topic: Topic) -> bool:
    return topic.aspect(f.aspect).kind in _ONE_ANSWER


def _rank(f: DraftFinding, disputed: set[str]) -> int:
    """Worst first; but where one reading of an answer is shared by some source, it is disputed."""
    lesser = f.rule is CONTRADICTED and f.aspect in disputed
    return _RANK[DISPUTED.code] + 1 if lesser else _RANK[f.rule.code]
