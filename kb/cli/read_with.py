"""`kb read-with`."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from extract.errors import InputError
from kb.cli.options import CORPUS, STORE, Corpus, StoreDir
from kb.cli.second import may_leave, now, second_opinion
from kb.cli.show import as_json, figure, paragraph, plain
from kb.text import labelled

if TYPE_CHECKING:
    from kb.readers.connect import Connected
    from kb.readers.run import Errand, Told

EXAMPLE = "kb read-with http://localhost:11434/v1 --model llama3.1:8b --max-requests 50"


def command(
    reader: Annotated[
        str,
        typer.Argument(
            metavar="COMMAND|ADDRESS",
            help="A program with its arguments, in quotes; or http… of a chat endpoint.",
        ),
    ],
    dispute: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DISPUTE]...", help="With --disputes: only these, by their ids."),
    ] = None,
    disputes: Annotated[
        bool, typer.Option("--disputes", help="Ask whether each open dispute stands, instead.")
    ] = False,
    source: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this source; may be repeated.")
    ] = None,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="What to call this reader.")
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="With an address: the model to ask.")
    ] = None,
    max_requests: Annotated[
        int, typer.Option(min=0, metavar="N", help="Ask no more often than this.")
    ] = 100,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="How long to wait for an answer.")
    ] = 120,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be asked, and ask nothing.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Let the texts leave this machine without asking again.")
    ] = False,
    format: Annotated[
        Literal["table", "json"], typer.Option("--format", help="How to print it.")
    ] = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Let another reader propose claims: a program of your own, or a model.

    It is handed each source's text with the topic's questions. A claim is accepted if its quote
    stands in the text word for word and its answer fits the question, and is added to the
    corpus's readings.jsonl as proposed: it counts for nothing until a person accepts it. What was
    asked once is not asked again while text and questions stay as they are.
    A key is taken from COUNTERCLAIM_READER_KEY.
    With --disputes it is asked for a second opinion on disputes; its answers are added to
    opinions.jsonl and shown beside ours, never in their place.
    """
    from kb.corpus.folder import read_corpus
    from kb.knowledge.lookup import known
    from kb.readers.connect import ReaderWanted, connect
    from kb.readers.run import ReaderRun, errands

    if dispute and not disputes:
        raise InputError(f"{dispute[0]}: add --disputes to ask of a dispute", "KB210")
    asked = connect(ReaderWanted(reader, name, model, max_requests, timeout))
    if disputes:
        second_opinion(corpus, store, dispute or (), asked, dry_run, yes, format)
        return
    read = read_corpus(corpus)
    for id in source or ():
        known(id, "source", read.documents)
    documents = [d for id, d in read.documents.items() if not source or id in source]
    who = asked.reader
    todo = list(errands(read.topic, documents, who.identity, who.size, store))
    if dry_run:
        _planned(todo, asked, format)
        return
    _leave(asked, [e for e in todo if e.answer is None], yes)
    run = ReaderRun(read.topic, who, corpus, store, now())
    _report([_read(run.read(d), format) for d in documents], asked, format)


def _planned(todo: "Sequence[Errand]", asked: "Connected", format: str) -> None:
    """What would be asked; with JSON each request as it would be handed over."""
    new = [e for e in todo if e.answer is None]
    if format == "json":
        as_json([errand.request for errand in new])
        return
    for id in dict.fromkeys(e.document.source for e in todo):
        wanted = [e for e in new if e.document.source == id]
        size = sum(e.end - e.start for e in wanted)
        told = f"{figure(len(wanted), 'request')}, {figure(size, 'character')} of text"
        typer.echo(plain(f"{id}: {told}" if wanted else f"{id}: asked before"))
    where = asked.address.url if asked.address else "a command"
    typer.echo(plain(f"{figure(len(new), 'request')} to {where}; nothing was asked"))


def _leave(asked: "Connected", new: "Sequence[Errand]", yes: bool) -> None:
    """Say what leaves the machine before anything does, and ask if it may."""
    size = sum(e.end - e.start for e in new)
    sources = len({e.document.source for e in new})
    what = f"{figure(size, 'character')} of {figure(sources, 'source')} and the topic's questions"
    may_leave(asked, what, len(new), yes)


def _read(told: "Told", format: str) -> "Told":
    if format == "table":
        _show(told)
    return told


def _show(told: "Told") -> None:
    from kb.readers.model import REFUSED

    found = told.sifted
    mended = f", {figure(len(told.mended), 'quote')} mended" if told.mended else ""
    accepted = f"{figure(len(found.proposed), 'claim')} accepted ({len(told.new)} new{mended})"
    typer.echo(plain(f"{told.source}: {accepted}, {len(found.refused)} refused"))
    for claim in told.mended:
        words = " ".join(claim.quote.split())
        typer.echo(paragraph(f"mended to the text's own words: “{words}”", "  · "))
    reasons = Counter(REFUSED[r.reason] for r in found.refused)
    for reason, n in sorted(reasons.items(), key=lambda row: (-row[1], row[0])):
        typer.echo(paragraph(f"{n} refused: {reason}", "  · "))


def _report(told: "Sequence[Told]", asked: "Connected", format: str) -> None:
    if format == "json":
        as_json([_row(each) for each in told])
    new, left = sum(len(t.new) for t in told), sum(t.left for t in told)
    made = f"{figure(asked.budget.made, 'request')} made"
    name = asked.reader.identity.name
    note = f"{made}; {figure(new, 'proposal')} of {labelled(name)} added"
    more = f"; `kb correct --list --reader '{name}'` shows them" if new else ""
    typer.echo(plain(note + more), err=format == "json")
    if left:
        rest = f"{figure(left, 'request')} left at --max-requests; run it again for the rest"
        typer.echo(plain(rest), err=True)


def _row(told: "Told") -> dict[str, Any]:
    new = {(c.anchor.quote, c.states) for c in told.new}
    proposed = (
        {
            "quote": p.quote,
            "start": p.place.start,
            "end": p.place.end,
            "mended": p.mended,
            "new": (p.quote, p.statement) in new,
            "is": p.statement.to_row(),
        }
        for p in told.sifted.proposed
    )
    refused = ({"line": r.line, "reason": r.reason, "why": r.why} for r in told.sifted.refused)
    return {
        "source": told.source,
        "requests": told.asked,
        "left": told.left,
        "accepted": list(proposed),
        "refused": list(refused),
    }
