"""What people and other readers say that passages claim: the file, and what follows."""
