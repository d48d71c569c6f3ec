"""Whether the topic file still asks what a correction answers."""

from collections.abc import Mapping

from extract.model import SELF, Value, ValueKind
from extract.quantity.units import UnitTable
from extract.reading.kinds.quantity import of_sort
from extract.topic.schema import Aspect, Kind, Topic
from kb.corrections.model import Statement

_SORTS: Mapping[Kind, tuple[ValueKind | None, ...]] = {
    Kind.YESNO: (None,),
    Kind.QUANTITY: (ValueKind.QUANTITY,),
    Kind.CHOICE: (ValueKind.OPTION,),
    Kind.ANY_OF: (None, ValueKind.PART),
    Kind.ALL_OF: (None, ValueKind.PART),
    Kind.ADVICE: (ValueKind.ACT,),
}


def misfit(topic: Topic, statement: Statement) -> str:
    """Why the statement answers no question of the topic file; empty if it does."""
    aspect = next((a for a in topic.aspects if a.id == statement.aspect), None)
    if aspect is None:
        return f"the topic file asks no {statement.aspect} any more"
    others = {row.name for row in (*topic.rivals, *topic.by_products)}
    if statement.subject not in (SELF, *others):
        return f"the topic file has no {statement.subject} any more"
    return _unfit(topic, aspect, statement.value)


def _unfit(topic: Topic, aspect: Aspect, value: Value | None) -> str:
    if (value.kind if value else None) not in _SORTS[aspect.kind]:
        return f"{aspect.id} is asked in another way now"
    if value is None:
        return ""
    if value.name is not None and value.name not in {a.name for a in aspect.answers()}:
        return f"{aspect.id} has no answer {value.name} any more"
    if value.kind is ValueKind.QUANTITY:
        return _amiss(topic, aspect, value)
    return "" if value.name is not None else f"{aspect.id} takes one of its answers by name"


def _amiss(topic: Topic, aspect: Aspect, value: Value) -> str:
    """What is wrong with an amount: without figures it has a name, else it is of that sort."""
    q = value.quantity
    if q is None:
        return "" if value.name is not None else f"{aspect.id} takes an amount"
    units = UnitTable.build((u.name, u.names) for u in topic.units)
    if q.endless or of_sort(aspect, q, units):
        return ""
    return f"{aspect.id} takes no amount in {q.unit}"
