"""`build`: a corpus folder in, its knowledge in the store out, with only what changed redone.

Nothing is written before the whole corpus has been read and checked. The store is swapped in
when it is whole, so a build that is killed leaves the last good one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from extract.english.folder import version
from extract.model import digest
from extract.topic.load import load_topic
from extract.topic.schema import Topic
from kb.build.assemble import assemble
from kb.build.batch import Parser, Pipeline
from kb.build.guessed import Remembering, guessed_topic
from kb.build.pool import Spread
from kb.build.read import Progress, Readings, quiet, read_all
from kb.corpus.folder import Corpus, read_corpus, texts_digest, without
from kb.history import snapshots
from kb.history.changes import Changes
from kb.history.compare import compare
from kb.history.kept import seen_in
from kb.history.snapshots import Snapshot
from kb.knowledge.stored import read, read_topic, write, write_history
from kb.knowledge.value import Knowledge
from kb.readers.opinions import opinion_line
from kb.store.database import KEPT, Damaged, Store
from kb.store.digest import code_digest
from kb.store.origin import as_seen_from, refuse_another, refuse_else, topic_key
from kb.store.rows import from_row, to_row
from kb.store.rules import kept_rules
from kb.store.swap import Say, locked, swapped
from kb.store.tables import FILE

Guess = Callable[[Path], Topic]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to. `changes` is None if the claims and conflicts are as before.

    `done` says in plain lines what was redone and why; `wrote` whether the store changed;
    `inputs` digests all that the outcome depends on.
    """

    knowledge: Knowledge
    changes: Changes | None
    done: tuple[str, ...]
    wrote: bool
    inputs: str


def build(
    folder: Path,
    store: Path,
    pipeline: str | None = None,
    progress: Progress = quiet,
    say: Say = lambda _: None,
    parser: Parser | None = None,
    finish: Callable[[Built], None] = lambda _: None,
    jobs: int | None = None,
    spread: Spread | None = None,
) -> Built:
    """Bring the store up to date with the corpus in `folder`.

    `finish` is called with the outcome before another build of this store may begin; `jobs`
    processes read texts, as many as help if it is not given, or `spread` does. Raises
    `InputError` for what `read_corpus` refuses, for a pipeline that can't be loaded, a store
    of another corpus and one that can't be written; then nothing is written. A store that is
    damaged is said to be, and built anew.
    """
    guess: Guess | None = None
    if not (folder / "topic.yaml").exists():
        parser = Remembering(parser or Pipeline(pipeline))
        guess = partial(guessed_topic, parser=parser, progress=progress)
    corpus = read_corpus(folder, load=partial(_topic, store, guess=guess))
    refuse_else(store)
    facts = _facts(corpus, store, pipeline)
    read = partial(
        read_all, pipeline=pipeline, progress=progress, parser=parser, jobs=jobs, spread=spread
    )
    bring_up = partial(_bring_up, corpus, facts, store, progress, read)
    with locked(store, say):
        last = _facts_of(store, say)
        refuse_another(folder, facts["title"], store, last)
        try:
            built = bring_up(last)
        except Damaged as error:
            say(f"{store / FILE} {error}: building it anew")
            built = bring_up({})
        finish(built)
    return built


def _bring_up(
    corpus: Corpus,
    facts: dict[str, str],
    store: Path,
    progress: Progress,
    read_texts: Callable[..., Readings],
    last: dict[str, str],
) -> Built:
    """Redo what changed since the store was written; all, if nothing is known of it."""
    if last.get("inputs") == facts["inputs"]:
        with Store(store / FILE) as kept:
            kept.check()
            known = replace(read(kept), store=store)
            return Built(known, None, ("nothing: no input has changed",), False, facts["inputs"])
    with swapped(store, anew=not last) as new:
        readings = read_texts(corpus, new, compiled=partial(kept_rules, store))
        if readings.died:  # the next build tries them again
            corpus, facts = without(corpus, readings.died), {**facts, "inputs": ""}
        progress("reconciling", 0, 1)
        knowledge, changes = _keep(corpus, readings, new, facts)
    knowledge = replace(knowledge, store=store)
    done = tuple(_done(facts, last, readings))
    return Built(knowledge, changes, done, True, facts["inputs"])


def outdated(folder: Path, store: Path) -> tuple[str, ...]:
    """What changed since the store was built from the corpus, in plain lines; nothing if all
    is as it was. The pipeline may be any. Raises `InputError` as `read_corpus` does."""
    with Store(store / FILE) as kept:
        last = kept.facts()
    now = _facts(read_corpus(folder, load=partial(_topic, store)), store, None)
    told = (WHY | WHY_AGAIN).items()
    return tuple(why for key, why in told if key != "pipeline" and now[key] != last.get(key))


def _facts(corpus: Corpus, store: Path, pipeline: str | None) -> dict[str, str]:
    """What the outcome depends on. Equal `inputs`: equal outcome."""
    facts = {
        "corpus": as_seen_from(store, corpus.folder),
        "title": corpus.topic.topic,
        "topic": corpus.topic_digest,
        "rules": corpus.rules,
        "pipeline": version(pipeline),
        "extract": code_digest("extract"),
        "kb": code_digest("kb"),
        "sources": digest([to_row(s) for s in corpus.sources], corpus.unread),
        "verdicts": digest([to_row(v) for v in corpus.verdicts]),
        "corrections": digest(sorted({c.id for c in corpus.corrections})),
        "opinions": digest(sorted({opinion_line(o) for o in corpus.opinions})),
    }
    file = _topic_key(corpus.folder / "topic.yaml")
    return {**facts, "inputs": digest(facts), "topic file": file}


def _topic_key(path: Path) -> str:
    """What the topic depends on: its file, or all texts where it is guessed from them."""
    if path.exists():
        return topic_key(path)
    return digest("guessed", texts_digest(path.parent), code_digest("extract"))


def _topic(store: Path, path: Path, guess: Guess | None = None) -> Topic:
    """The topic in the file, out of the store if it was loaded before: YAML is slow to read.

    Without a file it is guessed anew, or the last guess stands where nobody can guess.
    """
    try:
        with Store(store / FILE) as kept:
            last = guess is None and not path.exists() and read_topic(kept).guessed
            if last or kept.facts().get("topic file") == _topic_key(path):
                return read_topic(kept)
    except (OSError, Damaged):
        pass
    return guess(path) if guess else load_topic(path)


def _facts_of(store: Path, say: Say) -> dict[str, str]:
    """What the store says of itself; nothing if it can't be used, which is then said."""
    if not (store / FILE).exists():
        return {}
    try:
        with Store(store / FILE) as kept:
            return kept.facts()
    except Damaged as error:
        say(f"{store / FILE} {error}: building it anew")
        return {}


def _keep(
    corpus: Corpus, readings: Readings, store: Store, facts: dict[str, str]
) -> tuple[Knowledge, Changes | None]:
    """Reconcile, and put everything into the store; the knowledge with its history."""
    knowledge = assemble(corpus, readings)
    earlier, history = _earlier(store)
    now, changes = _snapshot(knowledge, facts, earlier)
    if now:
        store.add_snapshot(now.n, snapshots.to_row(now))
    history = (*((changes,) if changes else ()), *history)[: KEPT - 1]
    knowledge = replace(knowledge, history=history)
    write(store, knowledge)
    write_history(store, history)
    newest = now.n if now else earlier[-1].n
    store.sweep(set(readings.parse_keys), set(readings.reading_keys), newest)
    store.state(facts)
    store.vacuum()
    return knowledge, changes


def _earlier(store: Store) -> tuple[list[Snapshot], tuple[Changes, ...]]:
    """The kept snapshots and the steps between them; none where an older program's can't be
    read."""
    try:
        kept = [snapshots.from_row(row) for _, row in sorted(store.snapshots().items())]
        return kept, tuple(from_row(Changes, row) for row in store.read("history"))
    except ValueError:
        store.forget_snapshots()
        return [], ()


def _judged(k: Knowledge) -> Iterator[str]:
    """The ids of the claims that are in or out because people said so."""
    yield from (c.id for c in (*k.misread, *k.struck))
    yield from (a.claim for a in k.corrections if a.made and a.claim)


def _snapshot(
    k: Knowledge, facts: dict[str, str], earlier: list[Snapshot]
) -> tuple[Snapshot | None, Changes | None]:
    """A new snapshot and what it changed, if the outcome differs from the last one's."""
    last = earlier[-1] if earlier else None
    now = snapshots.take(
        last.n + 1 if last else 1,
        (
            facts["topic"],
            facts["rules"],
            digest(*(facts[p] for p in ("pipeline", "extract", "kb"))),
        ),
        k.documents,
        k.claims,
        k.positions,
        k.conflicts,
        k.standings,
        _judged(k),
        (m.aspect for m in k.more),
        k.disputes,
    )
    if now.same_outcome(last):
        return None, None
    if last is None:
        return now, None
    return now, compare(last, now, seen_in(earlier[:-1]))


WHY = {
    "pipeline": "the language pipeline changed",
    "extract": "the program's reading changed",
    "rules": "the topic file's words changed",
}
WHY_AGAIN = {
    "topic": "the topic file changed",
    "kb": "the program's reconciling changed",
    "sources": "the sources or what is known of them changed",
    "verdicts": "verdicts changed",
    "corrections": "corrections changed",
    "opinions": "other readers’ opinions on disputes changed",
}


def _done(facts: dict[str, str], last: dict[str, str], readings: Readings) -> Iterator[str]:
    """What was redone and why, in plain lines."""
    changed = [key for key in (*WHY, *WHY_AGAIN) if facts[key] != last.get(key)]
    reasons = [WHY[key] for key in changed if key in WHY] if last else ["there was no store"]
    why = "; ".join(reasons) or "their text is new or has changed"
    yield f"parsed {readings.parsed} of {readings.paragraphs} paragraphs"
    names = ", ".join(readings.read[:5]) + (", …" if len(readings.read) > 5 else "")
    what = f" ({names}): {why}" if readings.read else ": no text has changed"
    yield f"read claims of {len(readings.read)} of {len(readings.by_source)} sources{what}"
    again = [(WHY | WHY_AGAIN)[key] for key in changed]
    yield f"reconciled: {'; '.join(again) if last else 'there was no store'}"
