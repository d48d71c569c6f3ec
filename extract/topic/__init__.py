"""The topic file: its shape, its loading, its phrases."""
