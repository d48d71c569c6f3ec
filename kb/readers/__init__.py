"""Other readers: programs and models that propose claims, each held against the text itself."""
