"""The tables of the store, `.kb/kb.sqlite`. Derived from the corpus and deletable.

`parses` and `readings` are caches keyed by content; `gone` is the number of the snapshot at
which a row was last out of use, null while it is in use. `digests` has a row for each of `ROWS`.
"""

# Counts up when the tables or what stands in their rows change: an older store is made anew.
FORMAT = "7"
FILE = "kb.sqlite"

CACHES = ("parses", "readings")

# Values in their order; `row` is JSON, open to SQLite's JSON functions.
KINDS = (
    *(
        "sources",
        "documents",
        "claims",
        "positions",
        "conflicts",
        "near_misses",
        "more_pairs",
        "disputes",
    ),
    *("topic", "views", "coverage", "unread", "verdicts", "standings", "misread"),
    *("corrections", "struck", "opinions", "history"),
)

TABLES = {
    "digests": "name TEXT PRIMARY KEY, digest TEXT NOT NULL",
    "meta": "key TEXT PRIMARY KEY, value TEXT NOT NULL",
    "snapshots": "n INTEGER PRIMARY KEY, row BLOB NOT NULL",
    **dict.fromkeys(CACHES, "key TEXT PRIMARY KEY, row BLOB NOT NULL, gone INTEGER"),
    **dict.fromkeys(KINDS, "n INTEGER PRIMARY KEY, id TEXT, row TEXT NOT NULL"),
}

# One row for each entry of `kb.knowledge.index`; its words come without accents.
PASSAGES = (
    "CREATE VIRTUAL TABLE passages USING fts5("
    "words, said UNINDEXED, asked UNINDEXED, aspect UNINDEXED, source UNINDEXED, "
    "start UNINDEXED, end UNINDEXED, claim UNINDEXED, text UNINDEXED, "
    "tokenize = 'unicode61 remove_diacritics 0')"
)

# What a digest is taken of, by its name; of the passages, all that FTS5 keeps of them.
ROWS = {
    "meta": ("SELECT key, value FROM meta ORDER BY key",),
    "snapshots": ("SELECT n, row FROM snapshots ORDER BY n",),
    **{name: (f"SELECT n, id, row FROM {name} ORDER BY n",) for name in KINDS},
    "passages": (
        "SELECT sql FROM sqlite_master WHERE name = 'passages'",
        "SELECT id, block FROM passages_data ORDER BY id",
        "SELECT segid, term, pgno FROM passages_idx ORDER BY segid, term",
        "SELECT * FROM passages_content ORDER BY id",
        "SELECT id, sz FROM passages_docsize ORDER BY id",
        "SELECT k, v FROM passages_config ORDER BY k",
    ),
}
