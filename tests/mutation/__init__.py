"""Rules switched off one by one: each must be missed by some test."""
