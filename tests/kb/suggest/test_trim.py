"""The dictionary's tables made into one."""

import gzip
from pathlib import Path

from kb.suggest.trim import trimmed

SYNSETS = """\
# synset	lexical file	members	broader synsets	near synsets	definition
1-n	noun.x	smell			what is smelt
2-n	noun.x	odour|odor	1-n		a smell
3-a	adj.x	odorous			with a smell
4-n	noun.x	Eiffel Tower|tower	1-n		a tower
"""


def test_trimmed(tmp_path: Path) -> None:
    (tmp_path / "synsets.tsv.gz").write_bytes(gzip.compress(SYNSETS.encode()))
    derived = b"odour\t2-n\todorous\t3-a\n"
    (tmp_path / "derivations.tsv.gz").write_bytes(gzip.compress(derived))
    (tmp_path / "pertainyms.tsv").write_text("", encoding="utf-8")
    (tmp_path / "antonyms.tsv").write_text("odorous\t3-a\tscentless\t5-s\n", encoding="utf-8")
    assert gzip.decompress(trimmed(tmp_path)).decode().splitlines() == [
        "odor\tn\t1\todour\t\tsmell\t",
        "odorous\ta\t1\t\t\t\tscentless",
        "odour\tn\t1\todor\todorous\tsmell\t",
        "tower\tn\t1\t\t\tsmell\t",
    ]
