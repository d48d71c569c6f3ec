"""Numbers, ranges, units and time windows in running text."""
