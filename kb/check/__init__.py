"""Checks a draft against a corpus: how each of its claims stands to what the sources say."""
