"""`kb check`."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kb.cli.options import CORPUS, SITE, STORE, Corpus, Level, Pipeline, StoreDir

if TYPE_CHECKING:
    from kb.check.model import Checked
    from kb.check.run import CheckedDrafts
    from kb.check.settings import Settings
    from kb.cli.output import InputPath

EXAMPLE = "kb check copy.md --fail-on contradiction"
OUTPUT = "KB523"
# Starting up makes many objects and hardly any garbage: looking for it takes a quarter of a
# second, and so does looking for it once more at the end, which `gc.freeze` forgoes.
MANY = 200_000

Report = Literal["text", "json", "sarif", "html", "docx"]
WORD = ".docx"
# A SARIF report is JSON too, and some tools want it to be named so.
ENDINGS = {
    **{".txt": ("text",), ".json": ("json", "sarif"), ".sarif": ("sarif",)},
    **{".html": ("html",), ".htm": ("html",), WORD: ("docx",)},
}


def command(
    drafts: Annotated[
        list[str],
        typer.Argument(
            metavar="DRAFT",
            help="Files (.md, .txt, .html, .docx, .pdf), folders of them, or - for standard input.",
        ),
    ],
    format: Annotated[
        Report | None,
        typer.Option("--format", help="How to report it; else as the file's ending says, or text."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write the report there: .txt, .json, .sarif, .html; or .docx for a Word draft "
            "with comments.",
        ),
    ] = None,
    show: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORD",
            help="Show these too: supported, supported-with-tension, unsupported, unused, skipped, "
            "all.",
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
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
    site: Annotated[
        Path, typer.Option(metavar="DIR", help="The report site that a page links to.")
    ] = SITE,
    pipeline: Pipeline = None,
) -> None:
    """Check drafts against what the sources say, sentence by sentence.

    The last line says what became of every sentence. Settings may stand in .kb.toml or in
    pyproject.toml under [tool.kb]. Exits with 2 if a draft could not be read; the others are
    checked all the same.
    """
    import gc
    from dataclasses import replace

    from kb.check.settings import find_settings, shown

    gc.set_threshold(MANY)
    found = find_settings(Path())
    settings = replace(
        found,
        corpus=corpus,
        store=store,
        site=site,
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
        format: Report | None,
        output: Path | None,
        write_baseline: bool,
        watch: bool,
        stdin_as: str | None,
        pipeline: str | None,
    ) -> None:
        from extract.errors import InputError
        from kb.check.baseline import read_baseline
        from kb.check.checker import Checker
        from kb.cli.output import form_of
        from kb.knowledge.value import Knowledge

        self.settings, self.drafts = settings, drafts
        self.format, self.output = form_of(output, format, ENDINGS, "text"), output
        self.stdin_as = stdin_as
        self.accept = write_baseline
        if write_baseline and settings.baseline is None:
            raise InputError("--write-baseline: name the file with --baseline FILE", "KB522")
        if watch and "-" in drafts:
            raise InputError("-: standard input can't be watched; name a file", "KB401")
        if write_baseline and output:
            line = "--output: with --write-baseline nothing is reported; leave one of them out"
            raise InputError(line, "KB210")
        if self.format == "docx":
            self._refuse_word()
        self._refuse_inputs()
        accepted = None if write_baseline else settings.baseline
        self.baseline = read_baseline(accepted) if accepted else None
        self.checker = Checker(Knowledge.open(*self._where()), pipeline, settings.proof)

    def _where(self) -> tuple[Path, Path]:
        return self.settings.corpus or CORPUS, self.settings.store or STORE

    def _refuse_word(self) -> None:
        """Raises `InputError` unless one Word draft is to come back as another file."""
        from extract.errors import InputError

        names = self._names()
        if self.output is None:
            line = "--format docx: name the file with --output FILE.docx"
        elif len(names) != 1 or Path(names[0]).suffix.lower() != WORD:
            line = f"{self.output}: takes one Word draft; for others write a page, FILE.html"
        else:
            return
        raise InputError(line, "KB212")

    def _refuse_inputs(self) -> None:
        """Raises `InputError` if what is to be written is among what is read."""
        from kb.cli.output import InputPath, refuse_input

        baseline = self.settings.baseline
        if self.output is not None:
            accepted = (InputPath("the baseline", baseline),) if baseline else ()
            refuse_input(self.output, (*self._read(self.output), *accepted))
        if self.accept and baseline is not None:
            refuse_input(baseline, self._read(baseline), "--baseline")

    def _read(self, output: Path) -> "Iterator[InputPath]":
        """What is read, or would be once `output` is there."""
        from extract.document import READERS
        from kb.check.settings import OWN, SHARED
        from kb.cli.output import InputPath, corpus_files

        yield from (InputPath("a draft", Path(name)) for name in self._names() if name != "-")
        if not self.settings.excludes(str(output)):
            folders = (Path(d) for d in self.drafts if d != "-" and Path(d).is_dir())
            yield from (InputPath("among the drafts", f, tuple(READERS)) for f in folders)
        yield from (InputPath("the settings", self.settings.folder / n) for n in (OWN, SHARED))
        yield from corpus_files(*self._where())

    def once(self) -> int:
        """Check and report; the exit code."""
        return self._concluded(self._run())

    def _concluded(self, found: "CheckedDrafts") -> int:
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

        seen: dict[str, Checked] = {}
        try:
            for n, _ in enumerate(saves(self._names)):
                found = self._run()
                if n and not self.accept:
                    self._progressed(found, seen)
                else:
                    self._concluded(found)
                seen |= {draft.name: draft for draft in found.drafts}
                _err("waiting for the next save; Ctrl-C ends it")
        except KeyboardInterrupt:
            raise typer.Exit from None

    def _progressed(self, found: "CheckedDrafts", seen: "Mapping[str, Checked]") -> None:
        """Report what a save changed; in the terminal nothing that was told before."""
        from kb.check.watch import progress

        told = progress(seen.values(), found.drafts)
        if self.format == "text" and self.output is None:
            for line in _lines(told.shown, sys.stdout.isatty()):
                typer.echo(line)
        else:
            self._report(found)
        for line in (*found.problems, str(told)):
            _err(line)

    def _names(self) -> list[str]:
        from kb.check.draft import named

        return [n for n in named(self.drafts) if not self.settings.excludes(n)]

    def _run(self) -> "CheckedDrafts":
        from kb.check.run import run

        show = ("all",) if self.format == "html" else self.settings.show
        return run(self.checker, self._names(), show, self.baseline, self.stdin_as)

    def _write_baseline(self, found: "CheckedDrafts") -> None:
        from kb.check.baseline import write_baseline
        from kb.cli.show import figure

        path = self.settings.baseline
        assert path is not None
        accepted = write_baseline(path, found.drafts)
        _err(f"written: {path} ({figure(accepted, 'finding')} accepted)")

    def _report(self, found: "CheckedDrafts") -> None:
        if self.output is None:
            colour = sys.stdout.isatty() and self.format == "text"
            typer.echo(self._rendered(found, colour), nl=False)
        elif self.format != "docx":
            self._write(self._rendered(found, False).encode("utf-8", "replace"))
        elif found.drafts:
            self._write(_commented(found.drafts[0]))

    def _write(self, content: bytes) -> None:
        from kb.cli.output import write_output

        assert self.output is not None
        write_output(self.output, content, OUTPUT)

    def _rendered(self, found: "CheckedDrafts", colour: bool) -> str:
        if self.format == "html":
            from reports.draft import draft_page

            here = self.output.parent if self.output else Path()
            site = _way(here, self.settings.site or SITE)
            return draft_page(found.drafts, self.checker.knowledge, site).decode("utf-8")
        if self.format == "text":
            from kb.check.as_text import summary

            told = (*_lines(found.drafts, colour), *summary(found.drafts))
            return "".join(f"{line}\n" for line in told)
        return _as_json(found, self.format, self.baseline is not None) + "\n"


def _way(here: Path, site: Path) -> str | None:
    """How a page in that folder leads to the report site; None if there is none."""
    import os
    from urllib.parse import quote

    if not (site / "index.html").is_file():
        return None
    try:
        return quote(Path(os.path.relpath(site, here)).as_posix()) + "/"
    except ValueError:  # on another drive
        return None


def _commented(draft: "Checked") -> bytes:
    from extract.document.read import file_bytes
    from reports.commented import commented

    return commented(file_bytes(Path(draft.name)), draft)


def _as_json(found: "CheckedDrafts", format: str, baseline: bool) -> str:
    import json

    from kb.check.as_json import rows
    from kb.check.as_sarif import sarif

    data: object = sarif(found.drafts, baseline) if format == "sarif" else rows(found.drafts)
    return json.dumps(data, ensure_ascii=False, indent=1)


def _lines(drafts: "Iterable[Checked]", colour: bool) -> Iterator[str]:
    from kb.check.as_text import lines
    from kb.cli.show import width

    for draft in drafts:
        yield from lines(draft, width(), colour)


def _err(line: str) -> None:
    from kb.cli.show import plain

    typer.echo(plain(line), err=True)
