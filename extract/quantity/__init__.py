"""Quantities and time windows in a paragraph's text, without a parse."""

from extract.quantity.grammar import QuantityMention, bounded_above, complement, find_quantities
from extract.quantity.units import MONEY, Unit, UnitTable, same_dimension, to_base
from extract.quantity.windows import Window, find_windows, onwards

__all__ = ["MONEY", "QuantityMention", "Unit", "UnitTable", "Window", "bounded_above", "complement"]
__all__ += ["find_quantities", "find_windows", "onwards", "same_dimension", "to_base"]
