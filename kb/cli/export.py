"""`kb export`."""

from pathlib import Path
from typing import Annotated

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir
from kb.cli.show import figure

EXAMPLE = "kb export exports"


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the files are written.")],
    site_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Where the site is published, for addresses in claim reviews.",
        ),
    ] = None,
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Write all that is known as JSON Lines, CSV, XLSX and a graph.

    What people decided on single claims is in claimreview.jsonl, as schema.org's ClaimReview;
    where they corrected what the program read, in corrections.jsonl.
    Other files in the folder are left alone; it must hold none with a name of the export's,
    but for an earlier export's.
    """
    from urllib.parse import urljoin

    from extract.errors import InputError
    from kb.cli.output import corpus_files, refuse_input
    from kb.export.write import export
    from kb.knowledge.value import Knowledge
    from reports import address
    from reports.views.book import open_book

    if site_url is not None and not address.safe_url(site_url):
        line = f"--site-url {site_url}: write an address with http:// or https://"
        raise InputError(line, "KB216")
    base = f"{site_url.rstrip('/')}/" if site_url else ""
    refuse_input(folder, corpus_files(corpus, store), "DIR")
    k = Knowledge.open(corpus, store)
    book = open_book(k)
    changed = export(k, folder, lambda claim: urljoin(base, book.claim_href(claim)))
    what = figure(len(changed), "file") if changed else "nothing has changed: no file"
    typer.echo(f"{what} written to {folder}")
