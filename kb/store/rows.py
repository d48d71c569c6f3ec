"""The values of `kb` as JSON rows and back, for the store."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

from extract.model import Claim
from kb.store.database import Damaged

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


@contextmanager
def this_version() -> Iterator[None]:
    """Rows that are as they were written and still don't fit were written by another program."""
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, StopIteration) as error:
        raise Damaged("is of another version") from error
