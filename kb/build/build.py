"""`build`: a corpus folder in, its knowledge in the store out, with only what changed redone.

Nothing is written before the whole corpus has been read and checked. The store is swapped in
when it is whole, so a build that is killed leaves the last good one.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from extract.english.folder import version
from extract.errors import InputError
from extract.model import digest
from extract.rules import Rules
from extract.topic.load import load_topic
from extract.topic.schema import Topic
from kb.build.batch import Parser, Pipeline
from kb.build.guessed import Remembering, guessed_topic
from kb.build.keep import Keeping, keep, sweep
from kb.build.kept import Kept, TextNote, corrected_in
from kb.build.outcome import BuildOutcome, outcome_of
from kb.build.pool import Spread
from kb.build.read import Progress, Readings, quiet, read_all
from kb.build.step import take_step
from kb.corpus.folder import Corpus, read_corpus, texts_digest, without
from kb.corpus.kept import kept_sources
from kb.corpus.stamps import Stamped, note_stamps, read_stamps
from kb.history.changes import Changes
from kb.knowledge.stored import read, read_summary, read_topic
from kb.knowledge.summary import Summary
from kb.knowledge.value import Knowledge
from kb.readers.opinions import opinion_line
from kb.store.database import Damaged, Store
from kb.store.digest import code_digest
from kb.store.origin import as_seen_from, refuse_another, refuse_else, topic_key
from kb.store.rows import to_row
from kb.store.rules import kept_rules
from kb.store.stamp import now
from kb.store.swap import Say, locked, swapped
from kb.store.tables import FILE

NOTHING = "nothing: no input has changed"
Guess = Callable[[Path], Topic]


class Built:
    """What a build came to. `changes` is None if the claims and conflicts are as before.

    `done` says in plain lines what was redone and why; `wrote` whether the store changed;
    `first` whether there was no outcome before; `inputs` digests all that the outcome depends on.
    `summary` has its figures, and `topic` what it is about.
    """

    def __init__(
        self,
        topic: Topic,
        summary: Summary,
        knowledge: Callable[[], Knowledge],
        inputs: str,
        changes: Changes | None = None,
        done: tuple[str, ...] = (NOTHING,),
        first: bool = False,
    ) -> None:
        self.topic, self.summary, self.inputs = topic, summary, inputs
        self.changes, self.done, self.first = changes, done, first
        self._knowledge = knowledge

    @property
    def wrote(self) -> bool:
        """Whether the store changed."""
        return self.done != (NOTHING,)

    @cached_property
    def knowledge(self) -> Knowledge:
        """All that is known, read from the store when it is first asked for."""
        return self._knowledge()


def build(
    folder: Path,
    store: Path,
    pipeline: str | None = None,
    progress: Progress = quiet,
    say: Say = lambda _: None,
    parser: Parser | None = None,
    finish: Callable[[Built], None] = lambda _: None,
    jobs: int | None = None,
    compiled: Callable[[Path, Topic], Rules] | None = None,
    spread: Spread | None = None,
) -> Built:
    """Bring the store up to date with the corpus in `folder`.

    `finish` is called with the outcome before another build of this store may begin; `jobs`
    processes read texts, as many as help if it is not given, or `spread` does; `compiled` stands
    in for `kept_rules`. Raises `InputError` for what `read_corpus` refuses, for a pipeline that
    can't be loaded, a store of another corpus and one that can't be written; then nothing is
    written. A store that is damaged is said to be, and built anew.
    """
    guess: Guess | None = None
    if not (folder / "topic.yaml").exists():
        parser = Remembering(parser or Pipeline(pipeline))
        guess = partial(guessed_topic, parser=parser, progress=progress)
    look = partial(_look, folder, store, pipeline, guess)
    seen = look()
    refuse_else(store)
    rules = partial(compiled or kept_rules, store)
    read = partial(read_all, pipeline=pipeline, progress=progress, parser=parser, jobs=jobs)
    read = partial(read, compiled=rules, spread=spread)
    with locked(store, say) as waited:
        seen = look() if waited else seen  # another build may have seen what is newer
        last, summary = _last(store, say)
        refuse_another(folder, seen.facts["title"], store, last)
        if summary and last.get("inputs") == seen.facts["inputs"]:
            known = partial(_read, store)
            built = Built(seen.corpus.topic, summary, known, seen.facts["inputs"])
        else:
            bring_up = partial(_bring_up, seen, store, progress, read)
            try:
                built = bring_up(last)
            except Damaged as error:
                say(f"{store / FILE} {error}: building it anew")
                built = bring_up({})
        seen.note(store)
        finish(built)
    return built


@dataclass(frozen=True, slots=True)
class _Seen:
    """The corpus as it was read, and what the outcome depends on; the stamps that were noted
    before, and when reading began."""

    corpus: Corpus
    facts: dict[str, str]
    stamps: Stamped
    since: int

    def note(self, store: Path) -> None:
        """Note the texts' stamps, that those which stay need not be read again."""
        sure = self.corpus.stamps.sure(self.since)
        if sure != self.stamps:
            with suppress(InputError):  # texts that are not noted are read again
                note_stamps(store, self.corpus.folder, sure)


def _look(folder: Path, store: Path, pipeline: str | None, guess: Guess | None = None) -> _Seen:
    """The corpus as it stands. Raises as `read_corpus` does."""
    since, stamps = now(), read_stamps(store, folder)
    topic, listed = _TopicFile(store, guess), partial(kept_sources, store)
    corpus = read_corpus(folder, load=topic, known=stamps, listed=listed)
    return _Seen(corpus, _facts(corpus, store, pipeline, topic.key), stamps, since)


def _bring_up(
    seen: _Seen,
    store: Path,
    progress: Progress,
    read_texts: Callable[..., Readings],
    last: dict[str, str],
) -> Built:
    """Redo what changed since the store was written; all, if nothing is known of it."""
    corpus, facts = seen.corpus, seen.facts
    anew = any(facts[key] != last.get(key) for key in ANEW)
    with swapped(store, anew=not last) as new:
        kept = Kept() if anew else Kept.of(new)
        only = None if anew else _changed(corpus, kept, corrected_in(new))
        readings = read_texts(corpus, new, only=only)
        if readings.died:  # the next build tries them again
            corpus, facts = without(corpus, readings.died), {**facts, "inputs": ""}
        progress("reconciling", 0, 1)
        outcome = outcome_of(corpus, readings, kept)
        keeping = Keeping(outcome, kept, readings.keys)
        if anew:
            new.clear()
        summary = keep(new, keeping)
        step = take_step(new, keeping, facts)
        sweep(new, keeping, step.newest)
        new.state(facts)
        new.vacuum()
    done = tuple(_done(facts, last, readings, keeping.notes))
    known = partial(_whole, outcome, step.history, store) if anew else partial(_read, store)
    return Built(corpus.topic, summary, known, facts["inputs"], step.changes, done, not last)


def _changed(corpus: Corpus, kept: Kept, corrected: frozenset[str]) -> frozenset[str]:
    """The sources to be read: those that are not as they are kept, and those that people's
    corrections are on or were."""
    on = corrected | {c.source for c in corpus.corrections}
    old = {id: (s.file, s.sha256) for id, s in kept.sources.items()}
    return frozenset(
        s.id for s in corpus.sources if s.id in on or old.get(s.id) != (s.file, s.sha256)
    )


def _whole(outcome: BuildOutcome, history: tuple[Changes, ...], store: Path) -> Knowledge:
    return replace(outcome.knowledge(), history=history, store=store)


def _read(store: Path) -> Knowledge:
    with Store(store / FILE) as kept:
        return replace(read(kept), store=store)


def outdated(folder: Path, store: Path) -> tuple[str, ...]:
    """What changed since the store was built from the corpus, in plain lines; nothing if all
    is as it was. The pipeline may be any. Raises `InputError` as `read_corpus` does."""
    with Store(store / FILE) as kept:
        last = kept.facts()
    now = _look(folder, store, None).facts
    told = (WHY | WHY_AGAIN).items()
    return tuple(why for key, why in told if key != "pipeline" and now[key] != last.get(key))


def _facts(corpus: Corpus, store: Path, pipeline: str | None, topic_file: str) -> dict[str, str]:
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
    return {**facts, "inputs": digest(facts), "topic file": topic_file}


def _topic_key(path: Path) -> str:
    """What the topic depends on: its file, or all texts where it is guessed from them."""
    if path.exists():
        return topic_key(path)
    return digest("guessed", texts_digest(path.parent), code_digest("extract"))


_loaded: dict[str, Topic] = {}  # the last one, for a process that builds again


class _TopicFile:
    """Loads the topic, out of the store if it was loaded before: YAML is slow to read.

    Without a file it is guessed anew, or the last guess stands where nobody can guess. `key` is
    what it was loaded from: taken first, so that a file that changes meanwhile is read again.
    """

    def __init__(self, store: Path, guess: Guess | None) -> None:
        self._store, self._guess, self.key = store, guess, ""

    def __call__(self, path: Path) -> Topic:
        self.key = _topic_key(path)
        if self.key in _loaded:
            return _loaded[self.key]
        topic = self._kept(path) or (self._guess(path) if self._guess else load_topic(path))
        if self._guess or path.exists():  # else an older guess stands in for this one
            _loaded.clear()
            _loaded[self.key] = topic
        return topic

    def _kept(self, path: Path) -> Topic | None:
        try:
            with Store(self._store / FILE) as store:
                if store.facts().get("topic file") == self.key:
                    return read_topic(store)
                last = None if self._guess or path.exists() else read_topic(store)
                return last if last and last.guessed else None
        except (OSError, Damaged):
            return None


def _last(store: Path, say: Say) -> tuple[dict[str, str], Summary | None]:
    """What the store says of itself, and the figures of the last build; nothing if it can't be
    used, which is then said."""
    if not (store / FILE).exists():
        return {}, None
    try:
        with Store(store / FILE) as kept:
            return kept.facts(), read_summary(kept)
    except Damaged as error:
        say(f"{store / FILE} {error}: building it anew")
        return {}, None


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


ANEW = ("pipeline", "extract", "rules", "topic", "kb")


def _done(
    facts: dict[str, str],
    last: dict[str, str],
    readings: Readings,
    notes: Mapping[str, TextNote],
) -> Iterator[str]:
    """What was redone and why, in plain lines."""
    changed = [key for key in (*WHY, *WHY_AGAIN) if facts[key] != last.get(key)]
    reasons = [WHY[key] for key in changed if key in WHY] if last else ["there was no store"]
    why = "; ".join(reasons) or "their text is new or has changed"
    paragraphs = sum(len(note.keys.parses) for note in notes.values())
    yield f"parsed {readings.parsed} of {paragraphs} paragraphs"
    names = ", ".join(readings.read[:5]) + (", …" if len(readings.read) > 5 else "")
    what = f" ({names}): {why}" if readings.read else ": no text has changed"
    yield f"read claims of {len(readings.read)} of {len(notes)} sources{what}"
    again = [(WHY | WHY_AGAIN)[key] for key in changed]
    yield f"reconciled: {'; '.join(again) if last else 'there was no store'}"
