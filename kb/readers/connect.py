"""From what a person names to a reader: a command of his own, or a model at an address."""

import importlib
from dataclasses import dataclass

from extract.errors import InputError
from kb.readers.address import Address, address_of, is_address
from kb.readers.budget import Budget
from kb.readers.command import CommandReader
from kb.readers.model import Reader, ReaderFailed
from kb.text import plain

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class ReaderWanted:
    """What a person named; `name` and `model` may be left out."""

    reader: str
    name: str | None = None
    model: str | None = None
    most: int | None = None
    timeout: float = 120


@dataclass(frozen=True, slots=True)
class Connected:
    """A reader ready to be asked; `address` is None for a command."""

    reader: Reader
    budget: Budget
    address: Address | None = None


def connect(wanted: ReaderWanted) -> Connected:
    """The reader that is meant. Raises `InputError` for a command or an address that is none."""
    budget = Budget(wanted.most)
    name = plain(wanted.name or "")[:LONGEST_NAME] or None
    if not is_address(wanted.reader):
        if wanted.model:
            raise ReaderFailed("--model: belongs to an address; a command knows its own")
        return Connected(CommandReader.of(wanted.reader, name, budget, wanted.timeout), budget)
    if not wanted.model:
        raise ReaderFailed("--model: name the model that answers there, such as llama3.1:8b")
    return _model(wanted, wanted.model, name, budget)


def _model(wanted: ReaderWanted, model: str, name: str | None, budget: Budget) -> Connected:
    try:
        importlib.import_module("httpx")
    except ImportError as error:
        remedy = "type pip install '.[readers]' in the project's folder"
        raise InputError(f"kb read-with needs httpx for an address; {remedy}", "KB601") from error
    from kb.readers.chat import ChatReader
    from kb.readers.posting import Post

    address = address_of(wanted.reader)
    post = Post(address, budget, wanted.timeout)
    asked = ChatReader(post, model, name or plain(model)[:LONGEST_NAME], address.url)
    return Connected(asked, budget, address)
