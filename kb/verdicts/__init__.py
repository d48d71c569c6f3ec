"""What people decided: the file, what follows from it, deciding and undoing."""
