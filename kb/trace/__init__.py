"""Why a sentence was read as it was, or not, for people who write the topic file."""
