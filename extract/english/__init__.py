"""The language pipeline: spaCy on the outside, plain parses on the inside."""
