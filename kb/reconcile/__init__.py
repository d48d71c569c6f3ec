"""Claims into positions, and what holds between any two of them."""
