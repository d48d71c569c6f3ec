"""A topic's compiled phrases, kept beside the store: compiling takes longer than a short draft.

The file is derived and deletable. It is good for one topic's rules and one program only.
"""

import json
from contextlib import suppress
from pathlib import Path

from extract.errors import InputError
from extract.model import digest
from extract.rules import Rules
from extract.topic.load import rules_digest
from extract.topic.schema import Topic
from kb.store.digest import code_digest
from kb.store.files import write_files

FILE = "rules.json"


def kept_rules(folder: Path, topic: Topic) -> Rules:
    """The topic's rules, compiled before or now; kept in the folder if it can be written to."""
    key = digest(rules_digest(topic), code_digest("extract"))
    kept = _read(folder / FILE, key, topic)
    return kept if kept is not None else _keep(folder, key, Rules(topic))


def _read(path: Path, key: str, topic: Topic) -> Rules | None:
    try:
        row = json.loads(path.read_bytes())
        return Rules.from_row(topic, row["rules"]) if row["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def _keep(folder: Path, key: str, rules: Rules) -> Rules:
    row = {"key": key, "rules": rules.to_row()}
    data = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    with suppress(InputError):  # a store that can only be read is read all the same
        write_files(folder, {FILE: data})
    return rules
