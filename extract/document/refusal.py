"""The one line that says why a file can't be read."""

from extract.errors import InputError

CODE = "KB401"
LARGEST = 20_000_000  # bytes
LONGEST = 5_000_000  # characters of text: what is read takes some 100 bytes of memory each


def refusal(file: str, told: str) -> InputError:
    """The error for a file; `told` says what is wrong and what would be right."""
    return InputError(f"{file}: {told}", CODE)


def refuse_size(size: int, file: str) -> None:
    """Raises `InputError` for a file of so many bytes if it is too large or empty."""
    if size > LARGEST:
        raise refusal(file, f"is larger than {LARGEST // 1_000_000} MB; split it")
    if size == 0:
        raise refusal(file, "has no text; put the source's text into it or remove it")


def refuse_length(length: int, file: str) -> None:
    """Raises `InputError` for a text of so many characters if it is too long to be read whole."""
    if length > LONGEST:
        raise refusal(file, f"holds more than {LONGEST // 1_000_000} million characters; split it")
