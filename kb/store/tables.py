"""The tables of the store, `.kb/kb.sqlite`. Derived from the corpus and deletable.

`parses` and `readings` are caches keyed by content; `gone` is the number of the snapshot at
which a row was last out of use, null while it is in use.
"""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, Text

from kb.store.file import FILE, FORMAT

__all__ = ["FILE", "FORMAT", "KINDS", "PASSAGES", "meta", "metadata", "parses", "readings"]
__all__ += ["snapshots", "values"]

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)


def _cache(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("key", String, primary_key=True),
        Column("row", LargeBinary, nullable=False),
        Column("gone", Integer),
    )


parses = _cache("parses")
readings = _cache("readings")

snapshots = Table(
    "snapshots",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("row", LargeBinary, nullable=False),
)


def _values(name: str) -> Table:
    """Values in their order; `row` is JSON, open to SQLite's JSON functions."""
    return Table(
        name,
        metadata,
        Column("n", Integer, primary_key=True),
        Column("id", String, index=True),
        Column("row", Text, nullable=False),
    )


KINDS = (
    *("sources", "documents", "claims", "positions", "conflicts", "near_misses", "more_pairs"),
    *("topic", "views", "coverage", "unread", "verdicts", "standings", "misread", "history"),
)
values = {name: _values(name) for name in KINDS}

# One row for each block and each claim; `claim` is empty for a block.
PASSAGES = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS passages USING fts5("
    "text, source UNINDEXED, start UNINDEXED, end UNINDEXED, claim UNINDEXED, "
    "tokenize = 'porter unicode61 remove_diacritics 2')"
)
