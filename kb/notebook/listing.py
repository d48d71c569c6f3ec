"""A list of values that shows itself, and becomes a data frame."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from markupsafe import Markup

from kb.notebook.shown import Shown
from kb.text import figure

if TYPE_CHECKING:
    import pandas

T = TypeVar("T", bound=Shown)
SHOWN = 20  # of a list at a time


class Listing(Sequence[T], Generic[T]):
    """Values in their order; `frame()` has them as a table, one row each or one for each side."""

    def __init__(
        self, noun: str, values: Sequence[T], frame: "Callable[[], pandas.DataFrame]"
    ) -> None:
        self._noun, self._values, self._frame = noun, tuple(values), frame

    def frame(self) -> "pandas.DataFrame":
        """The same as a data frame, with its columns even where there is no row."""
        return self._frame()

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        return self._values[at]

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[T]:
        return iter(self._values)

    def __repr__(self) -> str:
        shown = (repr(value) for value in self._values[:SHOWN])
        return "\n\n".join((self._head(), *shown))

    def _repr_html_(self) -> str:
        shown = Markup("").join(value.html() for value in self._values[:SHOWN])
        return str(Markup("<p>{}</p>{}").format(self._head(), shown))

    def _head(self) -> str:
        counted = figure(len(self), self._noun)
        return f"{counted}; the first {SHOWN}:" if len(self) > SHOWN else counted
