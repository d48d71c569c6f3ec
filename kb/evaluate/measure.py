"""`eval`: an annotated folder's texts through the whole path, in a scratch store."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from extract.errors import InputError
from extract.rules import Rules
from extract.topic.load import load_topic
from extract.topic.schema import Topic
from kb.build.assemble import assemble
from kb.build.read import read_all
from kb.corpus.folder import read_corpus
from kb.evaluate.gold import read_gold
from kb.evaluate.score import Score, evaluate
from kb.store.database import Store
from kb.store.tables import FILE


def measure(
    corpus: Path,
    gold: Path,
    texts: Path,
    pipeline: str | None = None,
    *,
    load: Callable[[Path], Topic] = load_topic,
    compiled: Callable[[Topic], Rules] = Rules,
) -> Score:
    """The score of the corpus's topic file on `texts`, held against the annotation in `gold`.

    What people decided and corrected in the corpus itself has no say. Who measures many sets by
    one topic file hands in how it is loaded and compiled. Raises `InputError`.
    """
    read = replace(read_corpus(corpus, texts, load), verdicts=(), corrections=())
    for file, why in read.unread:
        raise InputError(f"{texts / Path(file).name}: {why}; mend it or take it away", "KB202")
    annotated = read_gold(gold, (d.text for d in read.documents.values()))
    with tempfile.TemporaryDirectory() as scratch:
        with Store(Path(scratch) / FILE, write=True) as store:
            readings = read_all(read, store, pipeline, compiled=compiled)
        k = assemble(read, readings)
    return evaluate(annotated, k.claims, k.conflicts, {i: d.text for i, d in k.documents.items()})


def figures(s: Score) -> dict[str, Any]:
    """The score as one flat row of numbers, and one for each kind and aspect."""
    row: dict[str, Any] = {
        "claims_gold": s.claims.of,
        "claims_found": s.claims.found,
        "claims_exported": s.claims_precision.of,
        "claims_matching_gold": s.claims_precision.found,
        "claims_recall": s.claims.share,
        "claims_precision_vs_gold": s.claims_precision.share,
        "claims_precision_on_their_aspect": s.on_question.share,
        "not_claims_gold": s.not_claims.of,
        "not_claims_read_as_claims": s.not_claims.found,
        "contradictions_gold": s.contradictions.of,
        "contradictions_found": s.contradictions.found,
        "contradictions_found_any_strength": s.contradictions_any.found,
        "contradiction_recall": s.contradictions.share,
        "contradiction_recall_any_strength": s.contradictions_any.share,
        "contradiction_recall_macro_by_aspect": s.macro,
        "tensions_gold": s.tensions_any.of,
        "tension_recall_any_strength": s.tensions_any.share,
    }
    for strength, rate in s.precision_any.items():
        row[f"pred_{strength}_pairs"] = rate.of
        row[f"pred_{strength}_traps"] = s.traps[strength]
        row[f"pred_{strength}_unjudged"] = s.unjudged[strength]
        row[f"pred_{strength}_precision_any"] = rate.share
        row[f"pred_{strength}_precision_same"] = s.precision_same[strength].share
        row[f"{strength}_flags"] = s.flags[strength].of
        row[f"{strength}_flags_precision_any"] = s.flags[strength].share
    groups = {
        "claim_recall_by_aspect": s.claims_by_aspect,
        "conflict_recall_by_kind": s.by_kind,
        "conflict_precision_by_kind": s.kind_precision,
        "conflict_recall_by_aspect": s.by_aspect,
    }
    return row | {name: {k: r.share for k, r in rates.items()} for name, rates in groups.items()}
