"""From a parsed document to its claims."""
