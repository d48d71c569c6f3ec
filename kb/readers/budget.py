"""How many requests may still be made, tries that failed among them."""

from dataclasses import dataclass

from kb.readers.model import SpentError


@dataclass
class Budget:
    """Counts requests; `most` is `None` for no end."""

    most: int | None = None
    made: int = 0

    def spend(self) -> None:
        """One request more. Raises `SpentError` if there may be none."""
        if self.most is not None and self.made >= self.most:
            raise SpentError
        self.made += 1
