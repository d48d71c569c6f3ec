"""A topic's compiled phrases, kept beside the store: compiling takes longer than a short draft.

The file is derived and deletable. It is good for one topic's rules and one program only.
"""

from contextlib import suppress
from pathlib import Path

from extract.errors import InputError
from extract.model import digest
from extract.rules import Rules
from extract.topic.load import rules_digest
from extract.topic.schema import Topic
from kb.store.digest import code_digest
from kb.store.files import write_files
from kb.store.sealed import sealed, unsealed

FILE = "rules.json"


def kept_rules(folder: Path, topic: Topic) -> Rules:
    """The topic's rules, compiled before or now; kept in the folder if it can be written to."""
    key = digest(rules_digest(topic), code_digest("extract"))
    row = unsealed(folder / FILE)
    if row is not None and row["key"] == key:
        return Rules.from_row(topic, row["rules"])
    return _keep(folder, key, Rules(topic))


class HeldRules:
    """`kept_rules`, with the last ones held in memory: for one that builds again and again.

    They learn while they read, so each thread has its own.
    """

    def __init__(self) -> None:
        self._last: tuple[Path, Topic, Rules] | None = None

    def __call__(self, folder: Path, topic: Topic) -> Rules:
        """The topic's rules."""
        if self._last is None or self._last[:2] != (folder, topic):
            self._last = folder, topic, kept_rules(folder, topic)
        return self._last[2]


def _keep(folder: Path, key: str, rules: Rules) -> Rules:
    with suppress(InputError):  # a store that can only be read is read all the same
        write_files(folder, {FILE: sealed({"key": key, "rules": rules.to_row()})})
    return rules
