"""A topic file drafted from guesses: short, commented, ready to build."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from extract.guess.evidence import Seen
from extract.guess.fitting import PackFit
from extract.guess.guess import Guess
from extract.guess.subject import Guessed
from extract.topic.packs import pack_tree, pack_under

_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:[- ][a-z0-9]+)*")
_NOT_TEXT = frozenset({"true", "false", "null", "yes", "no", "on", "off"})
FALLBACK = "claims"  # what anybody says of anything
_FIRST = 5
_SHOWN = 12

HEAD = """\
# Guessed from {texts}. What stands after a # says how sure each line is: how often it was
# seen, and in how many texts. Take out what is wrong, add what is missing, then build again.
# docs/topic-file.md explains every key.
"""


SOURCES_HEAD = """\
# What is known of each source, by its file's name without the ending. Beside title there may be
# kind (seller, clinic, news, medical body, authority, study, reference, training, forum, blog,
# other), publisher, url, date (YYYY-MM-DD) and copy-of (the source that it repeats).
"""


def topic_text(guess: Guess, packs: Sequence[str], fits: Sequence[PackFit] = ()) -> str:
    """The topic file as text; `fits` are told in it, for who wants to choose otherwise."""
    return "\n".join([*_lines(guess, packs or (FALLBACK,), fits), ""])


def sources_text(titles: Mapping[str, str]) -> str:
    """The list of sources as text: each id with its title; what else can be said, in the head."""
    return SOURCES_HEAD + "".join(_source(id, titles[id]) for id in sorted(titles))


def _source(id: str, title: str) -> str:
    """A text without a heading begins with a sentence, which is cut and no title."""
    if title.endswith("…"):
        return f"{_text(id)}:  # no title found: title: …\n"
    return f"{_text(id)}:\n  title: {_text(title)}\n"


def _lines(guess: Guess, packs: Sequence[str], fits: Sequence[PackFit]) -> Iterator[str]:
    yield HEAD.format(texts=_count(guess.texts, "text")).rstrip("\n")
    yield f"topic: {_text(guess.subject.capitalize())}"
    yield ""
    yield from _packs(packs, fits)
    yield "subject:"
    yield f"  name: {_text(guess.subject)}"
    yield "  names:                # whatever the texts call it"
    yield from _rows(guess.names, "    ")
    parts = (
        ("stand-ins", guess.stand_ins, "means the subject, unless a rival was named last"),
        ("belongings", guess.belongings, "a part of it: what is said of it is said of the subject"),
        ("people", guess.people, "who has to do with it"),
    )
    for key, rows, why in parts:
        if rows:
            yield f"  {key}:  # {why}"
            yield from _rows(rows, "    ")
    yield from _named("rivals", guess.rivals, "what the texts set it against")
    yield from _named("subtypes", guess.subtypes, "kinds of it")
    yield from _word_lists(guess)
    yield from _first(packs, fits)


def _packs(packs: Sequence[str], fits: Sequence[PackFit]) -> Iterator[str]:
    yield f"packs: [{', '.join(packs)}]  # whose questions the texts answer"
    for fit in fits:
        asked = f"{len(fit.answers)} of {_count(fit.questions, 'question')} answered"
        besides = f", beside what {' and '.join(fit.besides)} answers" if fit.besides else ""
        yield f"#   {fit.pack}: {asked}, {_count(fit.claims, 'claim')}{besides}"
    brought = {under for pack in packs for under in (pack, *pack_under(pack))}
    blind = sorted({id for fit in fits if fit.pack in brought for id in fit.blind})
    if blind:
        yield f"leave-out: [{', '.join(blind)}]  # the subject's own name seemed to answer them"
    yield ""


def _rows(rows: Sequence[Guessed], indent: str) -> Iterator[str]:
    for row in rows:
        for name in row.names:
            yield f"{indent}- {_text(name)}  # {_seen(row.seen)}"


def _named(key: str, rows: Sequence[Guessed], why: str) -> Iterator[str]:
    if rows:
        yield ""
        yield f"{key}:  # {why}"
        for name, row in _by_name(rows).items():
            names = ", ".join(_text(n) for n in row.names)
            yield f"  - {{name: {_text(name)}, names: [{names}]}}  # {_seen(row.seen)}"


def _by_name(rows: Sequence[Guessed]) -> dict[str, Guessed]:
    """The rows by the name that they are written under, the surer one where two are alike."""
    found: dict[str, Guessed] = {}
    for row in rows:
        found.setdefault(_ascii(row.name), row)
    return found


def _ascii(name: str) -> str:
    """The name as a row's name may be written."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9 -]", "", plain.lower()).strip(" -") or "other"


def _word_lists(guess: Guess) -> Iterator[str]:
    lists = (
        ("site", guess.sites, "where it is done"),
        ("material", guess.materials, "what is brought there"),
    )
    if any(rows for _, rows, _ in lists):
        yield ""
        yield "words:"
    for key, rows, why in lists:
        if rows:
            yield f"  {key}:  # {why}"
            yield from _rows(rows, "    ")


def _first(packs: Sequence[str], fits: Sequence[PackFit]) -> Iterator[str]:
    """The questions that most texts answer lead the pages."""
    asks = {row.text("id") for pack in packs for row in pack_tree(pack).items("aspects")}
    used = [row for fit in fits for row in fit.answers if row[0] in asks]
    answered = sorted(used, key=lambda row: (-row[1].texts, -row[1].times, row[0]))
    several = [id for id, seen in answered if seen.texts > 1]
    if several:
        yield ""
        yield "# Answered in more than one text:"
        for id, seen in [row for row in answered if row[1].texts > 1][:_SHOWN]:
            yield f"#   {id}: {_count(seen.times, 'claim')} in {_count(seen.texts, 'text')}"
        yield f"first: [{', '.join(several[:_FIRST])}]"


def _seen(seen: Seen) -> str:
    times = "once" if seen.times == 1 else f"{seen.times} times"
    return f"{times} in {_count(seen.texts, 'text')}"


def _count(n: int, word: str) -> str:
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def _text(text: str) -> str:
    """A text of YAML, in quotes where it needs them."""
    plain = _PLAIN.fullmatch(text[:1].lower() + text[1:]) and text.lower() not in _NOT_TEXT
    return text if plain else json.dumps(text, ensure_ascii=False)
