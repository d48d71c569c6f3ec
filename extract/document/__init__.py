"""Text files into blocks: the readers."""
