"""The tables of the store, `.kb/kb.sqlite`. Derived from the corpus and deletable.

The caches are keyed by content; `gone` is the number of the snapshot at which a row was last out
of use, null while it is in use. What grows with the texts stands on shelves, so that a build
touches only the rows of what changed.
"""

# Counts up when the tables or what stands in their rows change: an older store is made anew.
FORMAT = "9"
FILE = "kb.sqlite"

# Parses by paragraph, readings by text, and the pieces that snapshots are made of.
CACHES = ("parses", "readings", "pieces")

# Values in their order, written whole; `row` is JSON, open to SQLite's JSON functions.
KINDS = (
    *("topic", "more_pairs", "disputes", "views", "unread", "verdicts", "standings"),
    *("dropped", "corrections", "struck", "opinions", "history", "likeness"),
    *("questions", "summary"),
)

# Values by their owner, and by a part of what it has: `row` is a JSON list of so many (`count`).
# The owner is a source, but a question for the last three; the part of `claims` is the aspect.
OF_SOURCE = ("texts", "sources", "documents", "claims", "coverage")
SHELVES = (*OF_SOURCE, "positions", "conflicts", "near_misses")
_SHELF = (
    "owner TEXT NOT NULL, part TEXT NOT NULL, count INTEGER NOT NULL, row TEXT NOT NULL, "
    "PRIMARY KEY (owner, part)"
)

TABLES = {
    "meta": "key TEXT PRIMARY KEY, value TEXT NOT NULL",
    "snapshots": "n INTEGER PRIMARY KEY, row BLOB NOT NULL, ids TEXT NOT NULL",
    "numbers": "n INTEGER PRIMARY KEY, owner TEXT NOT NULL UNIQUE",
    **dict.fromkeys(CACHES, "key TEXT PRIMARY KEY, row BLOB NOT NULL, gone INTEGER"),
    **dict.fromkeys(KINDS, "n INTEGER PRIMARY KEY, id TEXT, row TEXT NOT NULL"),
    **dict.fromkeys(SHELVES, _SHELF),
}

INDEXES = ("CREATE INDEX claims_by_aspect ON claims (part)",)

# One row for each entry of `kb.knowledge.index`; its words come without accents.
PASSAGES = (
    "CREATE VIRTUAL TABLE passages USING fts5("
    "words, said UNINDEXED, asked UNINDEXED, aspect UNINDEXED, source UNINDEXED, "
    "start UNINDEXED, end UNINDEXED, claim UNINDEXED, text UNINDEXED, "
    "tokenize = 'unicode61 remove_diacritics 0')"
)
MOST_PASSAGES = 1 << 24  # of one source: its rows are numbered from that times its own number
