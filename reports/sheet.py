"""A page before it is written, as a value."""

import hashlib
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class PageSheet:
    """A page before it is written: all that its bytes depend on.

    `here` is its place in the menu. Equal sheets give equal bytes.
    """

    name: str
    template: str
    view: object
    topic: str
    here: str

    @cached_property
    def shown(self) -> str:
        """The digest of all this, the same in every process."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:32]
