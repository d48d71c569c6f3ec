"""From a corpus folder to its knowledge in the store."""
