"""What the store's file is called, and the format it is in."""

# Counts up when the tables or what stands in their rows change: an older store is made anew.
FORMAT = "2"
FILE = "kb.sqlite"
