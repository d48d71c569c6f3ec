"""A source's file in, its canonical text and blocks out, with the way back to the file."""

from extract.document.decode import decode
from extract.document.places import Comment, Located, Place, Places, PlaceUnit
from extract.document.plain import read_plain
from extract.document.read import READERS, Reader, read_document, read_located

__all__ = ["READERS", "Comment", "Located", "Place", "PlaceUnit", "Places", "Reader", "decode"]
__all__ += ["read_document", "read_located", "read_plain"]
