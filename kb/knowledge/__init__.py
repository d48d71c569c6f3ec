"""All that is known of a corpus, as one value; kept, opened and searched."""
