"""Files are written whole, by whoever writes at the same time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kb.store.files import write_files

BOTH = (b"a" * 100_000, b"b" * 100_000)


def test_two_threads_that_write_one_file_leave_it_whole(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: write_files(tmp_path, {"f": BOTH[n % 2]}), range(200)))
    assert [p.name for p in tmp_path.iterdir()] == ["f"]
    assert (tmp_path / "f").read_bytes() in BOTH
