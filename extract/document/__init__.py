"""A source's file in, its canonical text and blocks out."""

from extract.document.decode import decode
from extract.document.plain import read_plain
from extract.document.read import READERS, Reader, read_document

__all__ = ["READERS", "Reader", "decode", "read_document", "read_plain"]
