"""The kinds of aspect. Each module here that holds a `RULE` is a kind: a seventh is one file."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from extract.topic.schema import Aspect, Kind
from kb.reconcile.kinds.base import Finding, Judge, Relation, Rule

__all__ = ["Finding", "Judge", "Relation", "Rule", "judge_of", "rules"]


@cache
def rules() -> dict[Kind, Rule]:
    """Every kind's rule, by its name in topic files."""
    modules = (import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__))
    found = [m.RULE for m in modules if hasattr(m, "RULE")]
    return {rule.kind: rule for rule in found}


def judge_of(aspect: Aspect) -> Judge:
    """The judge of pairs of positions on that aspect; `KeyError` for a kind without a rule."""
    return rules()[aspect.kind].judge(aspect)
