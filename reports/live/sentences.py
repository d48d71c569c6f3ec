"""A pasted sentence and its whole way to its claims: as `kb read` tells it, kept nowhere."""

from threading import Lock

from extract.errors import InputError
from extract.topic.schema import Topic
from kb.trace.reader import WayReader
from kb.trace.way import SentenceWay
from reports.live.asking import LARGEST, Asked, Refused
from reports.live.state import Live

LONGEST = 2_000  # characters that are read at once
MOST = LARGEST + 1  # bytes of a request
READ = ("text",)


class Sentences:
    """Reads by the topic file of the last good build, one at a time: the parser is not shared."""

    def __init__(self, live: Live, pipeline: str | None = None) -> None:
        self._live, self._pipeline = live, pipeline
        self._lock = Lock()
        self._reader: WayReader | None = None

    def read(self, asked: Asked) -> tuple[SentenceWay, ...]:
        """The way of each sentence. Raises `Refused` for what can't be read."""
        words = asked.need("text")
        if len(words) > LONGEST:
            raise Refused(413, f"at most {LONGEST:,} characters are read at once")
        knowledge = self._live.now.knowledge
        if knowledge is None:
            raise Refused(409, "nothing is built yet")
        try:
            with self._lock:
                return tuple(self._reader_of(knowledge.topic).lines(words.splitlines()))
        except InputError as error:
            raise Refused(409, str(error)) from error

    def _reader_of(self, topic: Topic) -> WayReader:
        if self._reader is None or self._reader.topic is not topic:
            self._reader = WayReader(topic, self._live.store, self._pipeline)
        return self._reader
