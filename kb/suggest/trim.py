"""Makes `wordnet.tsv.gz` out of Open English WordNet's tables: `python -m kb.suggest.trim FOLDER`.

A row is a word, its part of speech (n, v, a, r), in how many senses it is used, and the words
that mean the same, derive from it, name the broader thing, and mean the opposite.
"""

import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).with_name("wordnet.tsv.gz")
SORTS = ("same", "derived", "broader", "opposite")
_WORD = re.compile(r"[a-z]{3,}(?:[ -][a-z]{2,})?")
_MOST_KINDS = 60  # of a thing so broad that sharing it means nothing

Key = tuple[str, str]
Rows = dict[Key, dict[str, set[str]]]


def trimmed(folder: Path) -> bytes:
    """The trimmed table of the tables in the folder, the same bytes each time."""
    rows: Rows = defaultdict(lambda: defaultdict(set))
    senses = _synsets(folder, rows)
    for name, sort in (("derivations.tsv.gz", 1), ("pertainyms.tsv", 1), ("antonyms.tsv", 3)):
        for one, at, other, _ in _table(folder / name):
            if _plain(one, other) and one != other:
                rows[one, _pos(at)][SORTS[sort]].add(other)
    lines = (
        "\t".join([word, pos, str(senses[word, pos]), *("|".join(sorted(r[s])) for s in SORTS)])
        for (word, pos), r in sorted(rows.items())
        if any(r.values())
    )
    return gzip.compress("".join(f"{line}\n" for line in lines).encode(), 9, mtime=0)


def _synsets(folder: Path, rows: Rows) -> Counter[Key]:
    """Enter who shares a sense, and the broader word; how many senses each word has."""
    table = list(_table(folder / "synsets.tsv.gz"))
    members = {row[0]: [m for m in row[2].split("|") if _plain(m)] for row in table}
    kinds = Counter(id for row in table for id in row[3].split("|"))
    senses: Counter[Key] = Counter()
    for id, _, _, broader, *_ in table:
        wide = [m for b in broader.split("|") if kinds[b] < _MOST_KINDS for m in members.get(b, ())]
        for word in members[id]:
            senses[word, _pos(id)] += 1
            row = rows[word, _pos(id)]
            row["same"].update(m for m in members[id] if m != word)
            row["broader"].update(m for m in wide if m != word)
    return senses


def _table(path: Path) -> Iterator[list[str]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))


def _plain(*words: str) -> bool:
    return all(_WORD.fullmatch(word) for word in words)


def _pos(id: str) -> str:
    return id[-1].replace("s", "a")


if __name__ == "__main__":
    OUT.write_bytes(trimmed(Path(sys.argv[1])))
