"""The second opinion of `kb read-with --disputes`: whether disputes stand, as a reader sees it."""

import datetime
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from extract.errors import InputError
from kb.cli.show import as_json, figure, paragraph, plain
from kb.text import labelled

if TYPE_CHECKING:
    from kb.knowledge.value import Knowledge
    from kb.model import Dispute
    from kb.readers.connect import Connected
    from kb.readers.second import Hearing, Inquiry


def second_opinion(
    corpus: Path, store: Path, ids: Sequence[str], asked: "Connected", dry_run: bool, yes: bool,
    format: str,
) -> None:  # fmt: skip
    """Ask the reader of these disputes, or of all that are open."""
    from kb.knowledge.value import Knowledge
    from kb.readers.dispute import Grounds
    from kb.readers.second import hear, inquiries

    k = Knowledge.open(corpus, store)
    grounds = Grounds.of(k.conflicts, k.claims, k.documents)
    who, chosen = asked.reader, _chosen(k, ids)
    todo = inquiries(k.topic.topic, chosen, grounds, who.identity, corpus)
    new = [each for each in todo if not each.known]
    if dry_run:
        _planned(new, format)
        return
    what = f"{figure(len(new), 'dispute')} with the sentences of both sides"
    may_leave(asked, what, len(new), yes)
    heard = hear(todo, who, corpus, now())
    if format == "json":
        as_json([asdict(o) for o in heard.opinions])
    else:
        _show(heard, {d.id: d for d in chosen})
    _report(heard, asked, format)


def now() -> str:
    """The moment, as lines of the corpus's files give it."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")


def may_leave(asked: "Connected", what: str, requests: int, yes: bool) -> None:
    """Tell where `what` goes. Raises `InputError` where nobody says that it may go there."""
    import sys

    from kb.readers.address import leaving

    if asked.address is None or not requests:
        return
    typer.echo(plain(f"{leaving(asked.address, what)}; {figure(requests, 'request')}"), err=True)
    if asked.address.local or yes:
        return
    if not sys.stdin.isatty():
        raise InputError(f"{asked.address.url}: add --yes to let it leave this machine", "KB701")
    try:
        wanted = typer.confirm("Go on?", err=True)
    except typer.Abort:
        wanted = False
        typer.echo(err=True)
    if not wanted:
        raise InputError(f"{asked.address.url}: nothing was sent, for nobody said yes", "KB701")


def _chosen(k: "Knowledge", ids: Sequence[str]) -> "list[Dispute]":
    from kb.knowledge.lookup import by_prefix

    if not ids:
        open_ = {c.id for c in k.conflicts} - k.settled
        return [d for d in k.disputes if open_.intersection(d.conflicts)]
    there = {d.id: d for d in k.disputes}
    named = (by_prefix(id, "dispute", there, "`kb disputes` lists them") for id in ids)
    return list({d.id: d for d in named}.values())


def _planned(new: "Sequence[Inquiry]", format: str) -> None:
    if format == "json":
        as_json([each.request for each in new])
        return
    for each in new:
        typer.echo(plain(f"{each.dispute.question} · {each.dispute.id}"))
    typer.echo(f"{figure(len(new), 'request')}; nothing was asked")


def _show(heard: "Hearing", disputes: "dict[str, Dispute]") -> None:
    for opinion in heard.opinions:
        about = disputes[opinion.dispute]
        typer.echo(plain(f"{about.question} {labelled(opinion.answer.words)} · {about.id}"))
        if opinion.reason:
            typer.echo(paragraph(opinion.reason, "  "))
    for dispute in heard.unclear:
        typer.echo(plain(f"{dispute.question} [no answer that is one] · {dispute.id}"))


def _report(heard: "Hearing", asked: "Connected", format: str) -> None:
    made = f"{figure(asked.budget.made, 'request')} made"
    name = labelled(asked.reader.identity.name)
    told = f"{made}; {figure(len(heard.new), 'opinion')} of {name} added"
    more = "; run `kb build` to see them beside ours" if heard.new else ""
    typer.echo(plain(told + more), err=format == "json")
    if heard.left:
        rest = f"{figure(heard.left, 'request')} left at --max-requests; run it again for the rest"
        typer.echo(rest, err=True)
