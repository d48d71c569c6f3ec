"""Bytes to text: byte order mark, strict UTF-8, then Windows-1252.

Guessing is left to charset-normalizer, and only for long texts that are not mainly ASCII:
short Windows-1252 texts are guessed as something East Asian.
Source: Unicode Standard, 23.8 (byte order marks).
"""

from extract.document.refusal import CODE, LARGEST, refusal, refuse_size

__all__ = ["CODE", "LARGEST", "decode"]

_LONG = 4096  # bytes, from which on guessing is better than not guessing
_FOREIGN = 0.1  # share of bytes beyond ASCII that no text in English has

MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks, the longer first."""

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
"""How files begin that are no text, whatever their name says."""


def decode(data: bytes, file: str, declared: str | None = None) -> str:
    """The text in a file's bytes, without a byte order mark.

    `file` is named in the message. `declared` is the encoding that the file itself names, which
    is believed if the bytes are not UTF-8. Raises `InputError` for what is too large, no text, or
    holds nothing but white space.
    """
    refuse_size(len(data), file)
    what = next((name for magic, name in MAGIC if data.startswith(magic)), None)
    if what:
        raise refusal(file, f"is {what}, not plain text; save its text as a .txt file")
    text = _marked(data, file) or _unmarked(data, file, declared)
    if not text.strip():
        raise refusal(file, "has no text; put the source's text into it or remove it")
    return text


def _marked(data: bytes, file: str) -> str | None:
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), None)
    if encoding is None:
        return None
    try:
        return data.decode(encoding).lstrip("\ufeff")
    except UnicodeDecodeError as error:
        told = f"begins like {encoding} and breaks off at byte {error.start}; save it as UTF-8"
        raise refusal(file, told) from None


def _unmarked(data: bytes, file: str, declared: str | None) -> str:
    if b"\x00" in data:
        raise refusal(file, "holds binary data, not text; save its text as a .txt file")
    for encoding in ("utf-8", declared or _guess(data), "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise refusal(file, "is in no encoding that is known here; save it as UTF-8")


def _guess(data: bytes) -> str:
    """The encoding of a long text in another script; else Windows-1252."""
    sample = data[: 16 * _LONG]
    foreign = sum(byte > 127 for byte in sample)
    if len(data) < _LONG or foreign < _FOREIGN * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"
