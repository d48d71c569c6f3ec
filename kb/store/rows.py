"""The values of `kb` as JSON rows and back, for the store."""

from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

from extract.model import Claim

V = TypeVar("V")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def to_row(value: Any) -> Any:
    """The value as JSON-able data."""
    if isinstance(value, Claim):
        return value.to_row()
    kind: Any = type(value)
    return _adapter(kind).dump_python(value, mode="json")


def from_row(kind: type[V], row: Any) -> V:
    """The inverse of `to_row` for a value of that kind."""
    if kind is Claim:
        return cast(V, Claim.from_row(row))
    return cast(V, _adapter(cast(Any, kind)).validate_python(row))
