"""The made-up corpus on solar panels, built: as `kb` has it."""

from tests.kb.conftest import bare, first, place

__all__ = ["bare", "first", "place"]
