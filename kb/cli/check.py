"""`kb check`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kb.cli.options import CORPUS, STORE, Level, Pipeline

if TYPE_CHECKING:
    from kb.check.run import CheckedDrafts
    from kb.check.settings import Settings

EXAMPLE = "kb check copy.md --fail-on contradiction"
OUTPUT = "KB523"
# Starting up makes many objects and hardly any garbage: looking for it takes a quarter of a
# second, and so does looking for it once more at the end, which `gc.freeze` forgoes.
MANY = 200_000

Report = Literal["text", "json", "sarif", "html"]


def command(
    drafts: Annotated[
        list[str],
        typer.Argument(
            metavar="DRAFT",
            help="Files (.md, .txt, .html, .docx, .pdf), folders of them, or - for standard input.",
        ),
    ],
    format: Annotated[Report, typer.Option("--format", help="How to report it.")] = "text",
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report there.")
    ] = None,
    show: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORD", help="Show these too: supported, unsupported, unused, skipped, all."
        ),
    ] = None,
    fail_on: Annotated[
        Level | None,
        typer.Option(
            help="Exit with 1 on an error (contradiction), or on a warning too (tension).",
            show_default="contradiction",
        ),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Findings accepted there don't count.")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Accept today's findings in that file.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a draft is saved.")
    ] = False,
    stdin_as: Annotated[
        str | None, typer.Option(metavar="ENDING", help="Read standard input as such a file: .md")
    ] = None,
    corpus: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The corpus folder.", show_default=str(CORPUS)),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the store is kept.", show_default=str(STORE)),
    ] = None,
    pipeline: Pipeline = None,
) -> None:
    """Check drafts against what the sources say, sentence by sentence.

    Says nothing when all is well. Settings may stand in .kb.toml or in pyproject.toml under
    [tool.kb]. Exits with 2 if a draft could not be read; the others are checked all the same.
    """
    import gc
    from dataclasses import replace

    from kb.check.settings import find_settings, shown

    gc.set_threshold(MANY)
    found = find_settings(Path())
    settings = replace(
        found,
        corpus=corpus or found.corpus,
        store=store or found.store,
        fail_on=fail_on or found.fail_on or "contradiction",
        baseline=baseline or found.baseline,
        show=shown(show or found.show),
    )
    job = _Job(settings, drafts, format, output, write_baseline, watch, stdin_as, pipeline)
    if watch:
        job.watch()
    code = job.once()
    gc.freeze()
    raise typer.Exit(code)


class _Job:
    """What was asked for on the command line, with the settings behind it."""

    def __init__(
        self,
        settings: "Settings",
        drafts: list[str],
        format: Report,
        output: Path | None,
        write_baseline: bool,
        watch: bool,
        stdin_as: str | None,
        pipeline: str | None,
    ) -> None:
        from extract.errors import InputError
        from kb.check.baseline import read_baseline
        from kb.check.checker import Checker
        from kb.knowledge.value import Knowledge

        self.settings, self.drafts = settings, drafts
        self.format, self.output, self.stdin_as = format, output, stdin_as
        self.accept = write_baseline
        if write_baseline and settings.baseline is None:
            raise InputError("--write-baseline: name the file with --baseline FILE", "KB522")
        if watch and "-" in drafts:
            raise InputError("-: standard input can't be watched; name a file", "KB401")
        accepted = None if write_baseline else settings.baseline
        self.baseline = read_baseline(accepted) if accepted else None
        corpus, store = settings.corpus or CORPUS, settings.store or STORE
        self.checker = Checker(Knowledge.open(corpus, store), pipeline)

    def once(self) -> int:
        """Check and report; the exit code."""
        found = self._run()
        if self.accept:
            self._write_baseline(found)
        else:
            self._report(found)
        for problem in found.problems:
            _err(problem)
        if found.problems:
            return 2
        return int(not self.accept and found.fails(str(self.settings.fail_on)))

    def watch(self) -> None:
        """Check again whenever a draft is saved, until it is interrupted."""
        from kb.check.watch import saves

        try:
            for _ in saves(self._names):
                self.once()
                _err("waiting for the next save; Ctrl-C ends it")
        except KeyboardInterrupt:
            raise typer.Exit from None

    def _names(self) -> list[str]:
        from kb.check.draft import named

        return [n for n in named(self.drafts) if not self.settings.excludes(n)]

    def _run(self) -> "CheckedDrafts":
        from kb.check.run import run

        show = ("all",) if self.format == "html" else self.settings.show
        return run(self.checker, self._names(), show, self.baseline, self.stdin_as)

    def _write_baseline(self, found: "CheckedDrafts") -> None:
        from kb.check.baseline import write_baseline
        from kb.cli.show import count

        path = self.settings.baseline
        assert path is not None
        accepted = write_baseline(path, found.drafts)
        _err(f"{path}: {count(accepted, 'finding')} accepted")

    def _report(self, found: "CheckedDrafts") -> None:
        if self.output is None:
            colour = sys.stdout.isatty() and self.format == "text"
            typer.echo(self._rendered(found, colour), nl=False)
            return
        from extract.errors import InputError
        from kb.store.files import write_file

        try:
            write_file(self.output, self._rendered(found, False).encode("utf-8", "replace"))
        except OSError as error:
            line = f"{self.output}: can't be written ({error.strerror}); name another file"
            raise InputError(line, OUTPUT) from None

    def _rendered(self, found: "CheckedDrafts", colour: bool) -> str:
        if self.format == "html":
            from reports.draft import draft_page

            return draft_page(found.drafts, self.checker.knowledge).decode("utf-8")
        if self.format == "text":
            return "".join(f"{line}\n" for line in _lines(found, colour))
        return _as_json(found, self.format, self.baseline is not None) + "\n"


def _as_json(found: "CheckedDrafts", format: str, baseline: bool) -> str:
    import json

    from kb.check.as_json import rows
    from kb.check.as_sarif import sarif

    data: object = sarif(found.drafts, baseline) if format == "sarif" else rows(found.drafts)
    return json.dumps(data, ensure_ascii=False, indent=1)


def _lines(found: "CheckedDrafts", colour: bool) -> Iterator[str]:
    from kb.check.as_text import lines, summary
    from kb.cli.show import width

    for draft in found.drafts:
        yield from lines(draft, width(), colour)
    yield from summary(found.drafts)


def _err(line: str) -> None:
    from kb.cli.show import plain

    typer.echo(plain(line), err=True)
