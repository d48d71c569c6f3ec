"""Whatever is done to a corpus, one step after the other: a build of what changed comes to just
what a build of everything comes to, and tells the same changes."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from extract.errors import InputError
from kb.build.batch import Parser
from kb.build.build import build
from kb.corrections.file import append as append_correction
from kb.corrections.making import Corrector, Wish
from kb.history.kept import changes_between, pick, read_snapshots
from kb.knowledge.correcting import Correcting
from kb.knowledge.value import Knowledge
from kb.model import VerdictKind
from kb.readers.dispute import Grounds
from kb.readers.opinions import Opinion, OpinionAnswer, append_opinions
from kb.verdicts.decide import decide
from kb.verdicts.file import append as append_verdict

from ..conftest import Place
from ..damage import exported
from .test_build import outcome

QUERIES = ("panels", "how long", "leak", "solar roof")
NAMES = ("a-sceptic-on-the-roof", "new", "old", "zinc")


class Walk:
    """Random acts on a corpus."""

    def __init__(self, place: Place, seed: int) -> None:
        self.place, self.chance = place, Random(seed)
        self.clock = 0
        texts = (p.read_text(encoding="utf-8") for p in sorted(self.texts.iterdir()))
        self.pool = [s for t in texts for s in t.replace("\n", " ").split(". ") if len(s) > 20]

    @property
    def texts(self) -> Path:
        return self.place.corpus / "texts"

    def act(self) -> str:
        """Do something; its name."""
        how = self.chance.choice(ACTS)
        with suppress(InputError):  # a verdict on what stands no more, a correction without need
            how(self)
        return how.__name__

    def any_text(self) -> Path:
        return self.chance.choice(sorted(self.texts.iterdir()))

    def sentence(self) -> str:
        return self.chance.choice(self.pool)

    def when(self) -> str:
        self.clock += 1
        return f"2027-01-31T09:{self.clock // 60:02}:{self.clock % 60:02}.000000+00:00"

    def knowledge(self) -> Knowledge:
        return Knowledge.open(self.place.corpus, self.place.store)


def add_a_sentence(walk: Walk) -> None:
    path = walk.any_text()
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    blocks.insert(walk.chance.randrange(len(blocks) + 1), f"{walk.sentence()}.")
    path.write_text("\n\n".join(blocks), encoding="utf-8")


def drop_a_paragraph(walk: Walk) -> None:
    path = walk.any_text()
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    if len(blocks) > 2:
        del blocks[walk.chance.randrange(len(blocks))]
        path.write_text("\n\n".join(blocks), encoding="utf-8")


def change_a_figure(walk: Walk) -> None:
    path = walk.any_text()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("0 years", f"{walk.chance.randrange(9)} years"), encoding="utf-8")


def add_a_text(walk: Walk) -> None:
    said = ".\n\n".join(walk.sentence() for _ in range(5))
    (walk.texts / f"{walk.chance.choice(NAMES)}.txt").write_text(f"{said}.\n", encoding="utf-8")


def copy_a_text(walk: Walk) -> None:
    path = walk.any_text()
    (walk.texts / f"{walk.chance.choice(NAMES)}.txt").write_bytes(path.read_bytes())


def remove_a_text(walk: Walk) -> None:
    if len(list(walk.texts.iterdir())) > 2:
        walk.any_text().unlink()


def rename_a_text(walk: Walk) -> None:
    walk.any_text().rename(walk.texts / f"{walk.chance.choice(NAMES)}.txt")


def say_more_of_a_source(walk: Walk) -> None:
    titles = (f"{p.stem}:\n  title: {walk.sentence()!r}\n" for p in sorted(walk.texts.iterdir()))
    (walk.place.corpus / "sources.yaml").write_text("".join(titles), encoding="utf-8")


def decide_a_conflict(walk: Walk) -> None:
    k = walk.knowledge()
    on = walk.chance.choice([*(c.id for c in k.conflicts), *(d.id for d in k.disputes)])
    kind = walk.chance.choice([*VerdictKind])
    named = kind in (VerdictKind.PREFER, VerdictKind.MISREAD)
    said = decide(k, on, kind, "Ana", walk.when(), "so", side="a" if named else None)
    for line in said:
        append_verdict(walk.place.corpus / "verdicts.jsonl", line)


def turn_verdicts_round(walk: Walk) -> None:
    """As a merge may leave them: a line less, and the others in another order."""
    path = walk.place.corpus / "verdicts.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True) if path.exists() else []
    walk.chance.shuffle(lines)
    path.write_text("".join(lines[walk.chance.randrange(2) :]), encoding="utf-8")


def give_an_opinion(walk: Walk) -> None:
    k = walk.knowledge()
    grounds = Grounds.of(k.conflicts, k.claims, k.documents)
    dispute = walk.chance.choice(k.disputes)
    said = (dispute.id, grounds.content(dispute), "owl", "owl", OpinionAnswer.STANDS, "so")
    append_opinions(walk.place.corpus / "opinions.jsonl", Opinion(*said, walk.when()))


def correct_a_claim(walk: Walk) -> None:
    k = walk.knowledge()
    ben = Correcting(k, Corrector("Ben", walk.when()))
    claim = walk.chance.choice(k.claims).id
    ways: tuple[Callable[[], object], ...] = (
        lambda: ben.not_a_claim(claim),
        lambda: ben.right(claim),
        lambda: ben.otherwise(claim, Wish(value="30 years")),
    )
    said = walk.chance.choice(ways)()
    append_correction(walk.place.corpus / "readings.jsonl", *said)  # type: ignore[misc]


def change_a_label(walk: Walk) -> None:
    path = walk.place.corpus / "topic.yaml"
    text = path.read_text(encoding="utf-8")
    turned = ("For how long", "How long") if "For how" in text else ("How long", "For how long")
    path.write_text(text.replace(*turned), encoding="utf-8")


EDITS = (add_a_sentence, drop_a_paragraph, change_a_figure, add_a_text, copy_a_text)
ACTS = (
    *(*EDITS, *EDITS, remove_a_text, rename_a_text, say_more_of_a_source, decide_a_conflict),
    *(decide_a_conflict, decide_a_conflict, turn_verdicts_round, correct_a_claim),
    *(correct_a_claim, give_an_opinion, change_a_label),
)
STEPS = 7


@pytest.mark.parametrize("seed", range(5))
def test_any_walk_comes_to_what_a_fresh_build_comes_to(
    place: Place, parser: Parser, tmp_path: Path, seed: int
) -> None:
    walk = Walk(place, seed)
    done: list[str] = []
    for n in range(STEPS):
        done += [walk.act() for _ in range(walk.chance.choice((1, 1, 2)))]
        built = build(place.corpus, place.store, parser=parser)
        now = walk.knowledge()
        fresh = build(place.corpus, tmp_path / f"fresh-{n}", parser=parser).knowledge
        assert outcome(now) == outcome(fresh), done
        assert outcome(built.knowledge) == outcome(fresh), done
        assert exported(now) == exported(fresh), done
        assert (now.disputes, now.standings, now.opinions) == (
            fresh.disputes,
            fresh.standings,
            fresh.opinions,
        ), done
        again = Knowledge.open(place.corpus, tmp_path / f"fresh-{n}")
        for query in QUERIES:
            assert now.search(query, 99) == again.search(query, 99), (done, query)
        assert built.summary == build(place.corpus, tmp_path / f"fresh-{n}").summary, done
        two = pick(read_snapshots(place.corpus, place.store), None, None)
        if built.changes and two:
            assert built.changes == changes_between(place.corpus, place.store, two), done
        assert not build(place.corpus, place.store, parser=parser).wrote, done
        shutil.rmtree(tmp_path / f"fresh-{n}")
