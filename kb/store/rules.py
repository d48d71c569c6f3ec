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


def _keep(folder: Path, key: str, rules: Rules) -> Rules:
    with suppress(InputError):  # a store that can only be read is read all the same
        write_files(folder, {FILE: sealed({"key": key, "rules": rules.to_row()})})
    return rules
