"""`kb read`."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from extract.errors import InputError
from kb.cli.options import CORPUS, STORE, Corpus, Pipeline, StoreDir
from kb.cli.show import as_json, figure, paragraph, plain

if TYPE_CHECKING:
    from kb.trace.way import ClauseWay, LetGo, PhraseFound, SentenceWay

EXAMPLE = "kb read 'It does not hurt, and it lasts for years.'"
LONGEST = 60  # characters of a phrase that are shown
MOST = 200_000  # characters that are read
FORMAT = Annotated[Literal["table", "json"], typer.Option("--format", help="How to print it.")]


def command(
    sentences: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SENTENCE]…", help="What to read, in quotes; - for standard input."
        ),
    ] = None,
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Read this file, each line a paragraph.")
    ] = None,
    format: FORMAT = "table",
    pipeline: Pipeline = None,
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Read a sentence and show the whole way to its claims, or why there are none."""
    from extract.topic.load import load_topic
    from kb.knowledge.value import Knowledge
    from kb.trace.reader import WayReader

    lines, path = _lines(sentences or [], file), corpus / "topic.yaml"
    guessed = not path.exists() and corpus.is_dir()
    topic = Knowledge.open(corpus, store).topic if guessed else load_topic(path)
    show_ways(WayReader(topic, store, pipeline).lines(lines), format)


def _lines(sentences: list[str], file: Path | None) -> list[str]:
    if file is not None and not sentences:
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise InputError(f"{file}: is not UTF-8; save it as UTF-8 text", "KB206") from error
        except OSError as error:
            raise InputError(
                f"{file}: can't be read ({error.strerror}); name a file of text", "KB206"
            ) from error
    elif file is None and sentences:
        text = sys.stdin.read() if sentences == ["-"] else "\n".join(sentences)
    else:
        raise InputError("write a sentence in quotes, - for standard input, or --file", "KB210")
    if not text.strip() or len(text) > MOST:
        what = f"over {MOST:,} characters" if text.strip() else "there is nothing to read"
        raise InputError(f"{what}; write a sentence or some lines", "KB210")
    return text.splitlines()


def show_ways(ways: "list[SentenceWay]", format: str) -> None:
    """Print the way of each sentence."""
    if format == "json":
        as_json([asdict(way) for way in ways])
        return
    for way in ways:
        _sentence(way)
    made = sum(len(way.claims) for way in ways)
    typer.echo(f"{figure(len(ways), 'sentence')}, {figure(made, 'claim')}")


def _sentence(way: "SentenceWay") -> None:
    where = f"{way.source}, line {way.line}: " if way.source else ""
    typer.echo(paragraph(f"{where}“{way.text}”", ""))
    for clause in way.clauses:
        _clause(clause)
    for c in way.claims:
        told = f"{c.aspect}, of {c.subject}: [{c.says}] ({c.polarity}, {c.certainty})"
        _line("claim", f"{told}, in “{c.quote}”")
    if not way.claims:
        _line("claim", "none")
    typer.echo("")


def _line(label: str, text: str) -> None:
    typer.echo(paragraph(text, f"    {label}: "))


def _clause(clause: "ClauseWay") -> None:
    typer.echo(paragraph(f"“{clause.words}”", "  clause "))
    _line("about", clause.about)
    for found in clause.telling():
        _line("phrase", _phrase(found))
    for gone in clause.weighty():
        answer = f" [{gone.answer}]" if gone.answer else ""
        _line("not read", f"{gone.aspect}{answer}, in “{gone.words}”: {gone.why} ({gone.rule})")
    if clause.quiet():
        _line("no weight here", _quiet(clause.quiet()))
    for near in clause.nearly:
        _line("nearly", f"{_phrase(near)}: {near.lacks}")


def _phrase(found: "PhraseFound") -> str:
    return f"{found.aspect}: “{found.words}” {found.does}, by `{_short(found.phrase)}`"


def _quiet(gone: "tuple[LetGo, ...]") -> str:
    by = {g.words: [o.aspect for o in gone if o.words == g.words] for g in gone}
    told = (f"“{words}” ({', '.join(dict.fromkeys(aspects))})" for words, aspects in by.items())
    return "; ".join(told)


def _short(text: str) -> str:
    clean = plain(text)
    return clean if len(clean) <= LONGEST else clean[: LONGEST - 1].rstrip("| ") + "…"
