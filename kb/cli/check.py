"""`kb check`."""

import sys
from typing import Annotated

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir

EXAMPLE = "kb check copy.md --fail-on contradiction"


def command(
    drafts: Annotated[
        list[str], typer.Argument(metavar="DRAFT…", help="The drafts; - reads standard input.")
    ],
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show what is supported and unsupported too.")
    ] = False,
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Check drafts against what the sources say, sentence by sentence."""
    from extract.errors import InputError
    from kb.check.as_text import lines
    from kb.check.checker import Checker
    from kb.check.draft import read_draft
    from kb.check.model import Severity
    from kb.knowledge import Knowledge

    checker = Checker(Knowledge.open(corpus, store))
    failed = False
    for name in drafts:
        try:
            checked = checker.check(read_draft(name))
        except InputError as error:
            typer.echo(str(error), err=True)
            failed = True
            continue
        from dataclasses import replace

        if not verbose:
            kept = tuple(f for f in checked.findings if f.rule.severity is not Severity.INFO)
            checked = replace(checked, findings=kept)
        for line in lines(checked, 110, sys.stdout.isatty()):
            typer.echo(line)
    if failed:
        raise typer.Exit(2)
