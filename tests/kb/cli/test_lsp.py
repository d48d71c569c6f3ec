"""`kb lsp` as it is typed; what it says to an editor is in tests/reports/lsp."""

from tests.reports.live.running import PATIENCE, running


def test_without_its_library_one_line_says_what_to_type() -> None:
    with running("lsp", without="pygls") as server:
        line = server.line("KB603")
        assert line == (
            "KB603 kb lsp needs pygls; type make, or pip install '.[lsp]', in the project's folder"
        )
        assert server.process.wait(PATIENCE) == 2
