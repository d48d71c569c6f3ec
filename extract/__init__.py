"""A text in, claims out. Knows English and the topic file; knows nothing of storage or reports."""
