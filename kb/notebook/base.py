"""A built corpus in a notebook: `open_store`, and what can be asked of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from markupsafe import Markup

from extract.errors import InputError
from extract.model import Claim
from kb.build.build import outdated
from kb.knowledge.frames import frame
from kb.knowledge.value import Knowledge
from kb.model import PLACE, Camp, Conflict, Dispute, SideOf, Source, SourceKind
from kb.notebook.listing import Listing
from kb.notebook.shown import (
    CheckedStatement,
    Conflicting,
    Disputed,
    Quoted,
    Shown,
    SourceShown,
    Standpoint,
)
from kb.reconcile.agreement import originals
from kb.store.origin import made_from, reading
from kb.text import figure

if TYPE_CHECKING:
    from kb.check.checker import Checker

T = TypeVar("T", bound=Shown)


def open_store(store: str | Path, corpus: str | Path | None = None) -> "KnowledgeBase":
    """What `kb build` put into that store. Raises `InputError` as `kb.open` says."""
    folder = Path(store)
    with reading(folder, f"run `kb build --store {folder}`") as kept:
        where = Path(corpus) if corpus is not None else made_from(folder, kept.facts())
    if not where.is_dir():
        remedy = 'name the corpus: kb.open(store, "corpus")'
        raise InputError(f"{where}: no such folder; {remedy}", "KB201")
    known = Knowledge.open(where, folder)
    changed = outdated(where, folder)
    if changed:
        run = f"run `kb build --corpus {where} --store {folder}`"
        line = f"{folder}: is not up to date ({'; '.join(changed)}); {run}"
        raise InputError(line, "KB205")
    return KnowledgeBase(known)


class KnowledgeBase:
    """What the sources of a corpus say. `knowledge` has all of it, as the program keeps it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def disputes(self) -> Listing[Disputed]:
        """What the sources disagree about, what matters most first."""
        return self._listed("dispute", "disputes", map(self._dispute, self.knowledge.disputes))

    def claims(self) -> Listing[Quoted]:
        """Every claim, by source and place."""
        ordered = sorted(self.knowledge.claims, key=PLACE)
        return self._listed("claim", "claims", map(self._claim, ordered))

    def conflicts(self) -> Listing[Conflicting]:
        """Every conflict, contradictions first, then by question."""
        ordered = sorted(self.knowledge.conflicts, key=lambda c: (c.strength, c.aspect, c.id))
        return self._listed("conflict", "conflicts", map(self._conflict, ordered))

    def sources(self) -> Listing[SourceShown]:
        """Every source, by id, with what is known of it."""
        ordered = sorted(self.knowledge.sources, key=lambda s: s.id)
        return self._listed("source", "sources", map(self._source, ordered))

    def check(self, text: str, all: bool = False) -> Listing[CheckedStatement]:
        """How the statements of a text stand to the sources, as `kb check` says it.

        `all` adds those that there is nothing against. The first call loads the language
        pipeline, which takes a second or two. Raises `InputError` for an empty text.
        """
        from kb.notebook.judging import judged, judged_frame

        found = tuple(judged(self._checker, text, all))
        return Listing("finding", found, lambda: judged_frame(found))

    def __repr__(self) -> str:
        k = self.knowledge
        named = (("source", k.sources), ("claim", k.claims), ("dispute", k.disputes))
        counted = ", ".join(figure(len(values), noun) for noun, values in named)
        return f"{' '.join(k.topic.topic.split())}: {counted}"

    def _repr_html_(self) -> str:
        return str(Markup("<p>{}</p>").format(repr(self)))

    def _listed(self, noun: str, name: str, values: Iterable[T]) -> Listing[T]:
        return Listing(noun, tuple(values), lambda: frame(self.knowledge, name))

    def _dispute(self, dispute: Dispute) -> Disputed:
        return Disputed(
            id=dispute.id,
            question=dispute.question,
            aspects=dispute.aspects,
            subject=dispute.subject,
            strength=str(dispute.strength),
            sides=tuple(self._camp(camp) for camp in dispute.camps),
            conflicts=dispute.conflicts,
        )

    def _camp(self, camp: Camp) -> Standpoint:
        held = (id for p in camp.positions for id in self.knowledge.position(p).claims)
        return self._standpoint(camp.label, camp.sources, held)

    def _conflict(self, conflict: Conflict) -> Conflicting:
        return Conflicting(
            id=conflict.id,
            aspect=conflict.aspect,
            question=" ".join(self._questions[a] for a in conflict.aspect.split("|")),
            strength=str(conflict.strength),
            kind=str(conflict.kind),
            explanation=conflict.explanation,
            verdict=conflict.verdict,
            a=self._side(conflict.a),
            b=self._side(conflict.b),
        )

    def _side(self, side: SideOf) -> Standpoint:
        sources = sorted({self.knowledge.claim(id).source for id in side.claims})
        label = self.knowledge.position(side.position).label
        return self._standpoint(label, sources, side.claims)

    def _standpoint(self, says: str, sources: Iterable[str], claims: Iterable[str]) -> Standpoint:
        held = tuple(sources)
        kinds = {self.knowledge.source(id).kind for id in held}
        first: dict[str, Claim] = {}
        for claim in map(self.knowledge.claim, claims):
            first.setdefault(claim.source, claim)
        return Standpoint(
            says=says,
            sources=held,
            kinds=tuple(str(kind) for kind in SourceKind if kind in kinds),
            independent=len({self._roots[id] for id in held}),
            passages=tuple(map(self._claim, first.values())),
        )

    def _claim(self, claim: Claim) -> Quoted:
        source = self.knowledge.source(claim.source)
        return Quoted(
            id=claim.id,
            source=source.id,
            title=source.title,
            kind=str(source.kind),
            aspect=claim.aspect,
            question=self._questions[claim.aspect],
            says=self._labels.get(claim.id, ""),
            quote=" ".join(claim.quote.split()),
        )

    def _source(self, source: Source) -> SourceShown:
        return SourceShown(
            id=source.id,
            title=source.title,
            kind=str(source.kind),
            publisher=source.publisher,
            date=source.date,
            url=source.url,
            file=source.file,
            copy_of=source.copy_of,
            claims=self._counts[source.id],
        )

    @cached_property
    def _questions(self) -> Mapping[str, str]:
        return {a.id: a.question for a in self.knowledge.topic.aspects}

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return {id: p.label for p in self.knowledge.positions for id in p.claims}

    @cached_property
    def _roots(self) -> Mapping[str, str]:
        return originals(self.knowledge.sources)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(c.source for c in self.knowledge.claims)

    @cached_property
    def _checker(self) -> "Checker":
        from kb.check.checker import Checker

        return Checker(self.knowledge)
