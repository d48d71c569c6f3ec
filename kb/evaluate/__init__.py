"""What was found, held against annotated texts."""
