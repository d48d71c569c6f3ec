"""Quantities and time windows in a paragraph's text, without a parse."""

from extract.quantity.grammar import Mention, bounded_above, complement, find_quantities
from extract.quantity.units import Unit, UnitTable, same_dimension, to_base

__all__ = ["Mention", "Unit", "UnitTable", "bounded_above", "complement", "find_quantities"]
__all__ += ["same_dimension", "to_base"]
