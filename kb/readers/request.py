"""The request that a reader is given: a text, and the topic's questions with what fits each."""

from collections.abc import Iterator

from extract.model import SELF, BlockKind, Document
from extract.topic.schema import Aspect, Kind, Topic
from kb.corrections.fit import takes
from kb.readers.model import Row

VERSION = 1


def request_of(topic: Topic, document: Document, start: int, end: int) -> Row:
    """The request for one stretch of a document."""
    return {
        "version": VERSION,
        "task": "claims",
        "topic": topic.topic,
        "source": document.source,
        "text": document.text[start:end],
        "questions": [question(aspect) for aspect in topic.aspects],
        "subjects": [SELF, *(row.name for row in (*topic.rivals, *topic.by_products))],
    }


def question(aspect: Aspect) -> Row:
    """A question with what would fit it, in words and as data."""
    row: Row = {
        "question": aspect.id,
        "asks": aspect.question,
        "kind": str(aspect.kind),
        "takes": takes(aspect),
        "needs_value": aspect.kind in (Kind.CHOICE, Kind.QUANTITY, Kind.ADVICE),
        "values": [answer.name for answer in aspect.answers()],
    }
    if aspect.kind is Kind.QUANTITY:
        plausible = aspect.plausible
        low, high = (plausible.low, plausible.high) if plausible else (None, None)
        row |= {"unit": aspect.unit, "from": low, "to": high}
    return row


def stretches(document: Document, size: int | None) -> Iterator[tuple[int, int]]:
    """The document in stretches of whole blocks, each of at most `size` characters if it can be.

    What is furniture on the page is left out at the ends of a stretch.
    """
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
    if size is None or not blocks:
        yield 0, len(document.text)
        return
    start, end = blocks[0].start, blocks[0].end
    for block in blocks[1:]:
        if block.end - start > size:
            yield start, end
            start = block.start
        end = block.end
    yield start, end
