"""Quantities and time windows in a paragraph's text, without a parse."""

from extract.quantity.bounds import bounded_above, complement
from extract.quantity.grammar import QuantityMention, find_quantities
from extract.quantity.units import GENERAL, MONEY, Unit, UnitTable, same_dimension, to_base
from extract.quantity.windows import Window, find_windows, onwards

__all__ = ["GENERAL", "MONEY", "QuantityMention", "Unit", "UnitTable", "Window", "bounded_above"]
__all__ += ["complement", "find_quantities", "find_windows", "onwards", "same_dimension", "to_base"]
