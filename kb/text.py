"""Text from drafts and sources, made fit to be printed."""


def plain(text: str) -> str:
    """The text on one line, without control characters: a source may not steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
