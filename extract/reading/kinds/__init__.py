"""How each kind of aspect is read from a clause, one room a kind."""
