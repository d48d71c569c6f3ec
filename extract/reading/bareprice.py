"""A sentence that is an amount of money and no more: "From $60 per set." is what it costs."""

import re
from collections.abc import Sequence

from extract.grammar.tree import Tree
from extract.quantity import GENERAL, MONEY, QuantityMention
from extract.rules import Rules
from extract.topic.schema import Aspect, Kind

_BEFORE = frozenset("from starting at only just around about approx prices price".split())
_STARTING = frozenset({"from", "starting"})
_ONE = frozenset({"one", "ones"})
_PRICE = re.compile(r"\b(?:cost|price)s?\b")


def bare_price(
    tree: Tree, sentence: range, numbers: Sequence[QuantityMention], rules: Rules
) -> frozenset[str]:
    """The question that the sentence answers, if it only names a price."""
    inside = [i for i in sentence if tree[i].pos != "PUNCT"]
    if not inside:
        return frozenset()
    start, end = tree[inside[0]].start, tree[inside[-1]].end
    mine = [n for n in numbers if start <= n.start and n.end <= end]
    if len(mine) != 1 or not _told(tree, inside, mine[0]):
        return frozenset()
    aspect = next((a for a in rules.aspects.values() if _asks_price(a)), None)
    return frozenset({aspect.id}) if aspect else frozenset()


def _told(tree: Tree, inside: Sequence[int], price: QuantityMention) -> bool:
    """Whether nothing stands around the amount, and it is said per what, or from where on."""
    before = [tree[i].lower for i in inside if tree[i].start < price.start]
    after = [tree[i].lower for i in inside if tree[i].start >= price.end]
    per = GENERAL.units.get(price.per or "")
    if price.quantity.unit not in MONEY or (per and per.dimension == "time"):
        return False
    bound = price.per or not _STARTING.isdisjoint((*before, *price.text.lower().split()))
    special = not after or (after[0] == "for" and after[-1] in _ONE)
    return bool(bound) and special and _BEFORE.issuperset(before)


def _asks_price(aspect: Aspect) -> bool:
    told = f"{aspect.question} {aspect.label}".lower()
    return aspect.kind is Kind.QUANTITY and aspect.unit in MONEY and bool(_PRICE.search(told))
