"""The claim graph: sources, claims, positions, aspects and subjects, and what joins them.

Node ids are "type/id". Attributes are text, numbers or truth values; what is not known is left
out. Both exports are read back by NetworkX with the same nodes, edges and attributes.
"""

import json
import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, TypeAlias

import networkx as nx

from extract.model import SELF, Claim
from extract.topic.schema import Topic
from kb.model import Conflict, NearMiss, Position, Reconciled, Source

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Attributes = dict[str, Any]
NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def build_graph(reconciled: Reconciled, topic: Topic, sources: Sequence[Source]) -> Graph:
    """The whole graph. Nodes and edges are added in sorted order, so its bytes never vary."""
    graph: Graph = nx.MultiDiGraph()
    for source in sorted(sources, key=lambda s: s.id):
        _node(graph, "source", source.id, **_source(source))
    for aspect in sorted(topic.aspects, key=lambda a: a.id):
        shown = {"label": aspect.label, "question": aspect.question, "kind": str(aspect.kind)}
        _node(graph, "aspect", aspect.id, **shown)
    for subject in sorted({p.subject for p in reconciled.positions}):
        _node(graph, "subject", subject, label=topic.subject.name if subject == SELF else subject)
    _positions(graph, reconciled.positions)
    _claims(graph, reconciled)
    _pairs(graph, reconciled)
    return graph


def _node(graph: Graph, type: str, id: str, **attributes: Any) -> None:
    graph.add_node(f"{type}/{id}", type=type, **_clean(attributes))


def _edge(graph: Graph, type: str, start: str, end: str, id: str = "", **attributes: Any) -> None:
    key = f"{type}/{id}" if id else f"{type}/{start}/{end}"
    graph.add_edge(start, end, key=key, type=type, **_clean(attributes))


def _clean(attributes: Attributes) -> Attributes:
    """Without nulls, and without characters that XML cannot hold or would change."""
    return {k: _safe(v) for k, v in attributes.items() if v is not None}


def _safe(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return NOT_IN_XML.sub("\ufffd", str(value).replace("\r\n", "\n").replace("\r", "\n"))


def _source(source: Source) -> Attributes:
    names = ("file", "title", "publisher", "url", "date", "sha256", "copy_of", "kind")
    return {name: getattr(source, name) for name in names}


def _positions(graph: Graph, positions: Iterable[Position]) -> None:
    known = sorted(positions, key=lambda p: p.id)
    for p in known:
        _node(graph, "position", p.id, **_position(p))
    for p in known:
        _edge(graph, "about", f"position/{p.id}", f"aspect/{p.aspect}")
        _edge(graph, "about", f"position/{p.id}", f"subject/{p.subject}")
        for wider in p.refines:
            _edge(graph, "refines", f"position/{p.id}", f"position/{wider}")


def _position(p: Position) -> Attributes:
    return {
        "label": p.label,
        "aspect": p.aspect,
        "subject": p.subject,
        "polarity": str(p.polarity),
        **p.qualifiers.words(),
        "presupposed": p.qualifiers.presupposed,
        "claims": len(p.claims),
        "sources": len(p.sources),
    }


def _claims(graph: Graph, reconciled: Reconciled) -> None:
    held = {id: p.id for p in reconciled.positions for id in p.claims}
    for claim in sorted(reconciled.claims, key=lambda c: c.id):
        _node(graph, "claim", claim.id, **_claim(claim))
        _edge(graph, "states", f"source/{claim.source}", f"claim/{claim.id}")
        _edge(graph, "supports", f"claim/{claim.id}", f"position/{held[claim.id]}")


def _claim(claim: Claim) -> Attributes:
    row = claim.to_row()
    value = row.pop("value") or {}
    row = {k: v for k, v in row.items() if k not in ("id", "why")}
    return row | {f"value_{k}": v for k, v in value.items() if v is not None}


def _pairs(graph: Graph, reconciled: Reconciled) -> None:
    """Conflicts and near misses are unordered: their edges run from the lower id."""
    for conflict in reconciled.conflicts:
        _join(graph, "conflicts", conflict, conflict.id, **_conflict(conflict))
    for miss in reconciled.near_misses:
        _join(graph, "near_miss", miss, miss.aspect, rung=int(miss.rung))


def _join(graph: Graph, type: str, pair: Conflict | NearMiss, id: str, **more: Any) -> None:
    start, end = f"position/{pair.a.position}", f"position/{pair.b.position}"
    sides = {"claims_a": " ".join(pair.a.claims), "claims_b": " ".join(pair.b.claims)}
    said = {"aspect": pair.aspect, "explanation": pair.explanation} | sides
    _edge(graph, type, start, end, f"{id}/{start}/{end}", **said, **more)


def _conflict(conflict: Conflict) -> Attributes:
    return {
        "conflict": conflict.id,
        "kind": str(conflict.kind),
        "strength": str(conflict.strength),
        "within_source": conflict.within_source,
        "within_sources": " ".join(conflict.within_sources) or None,
        "verdict": conflict.verdict,
    }


def write_graphml(graph: Graph) -> bytes:
    """GraphML, for other programs and `networkx.read_graphml(..., force_multigraph=True)`.

    Same graph, same bytes.
    """
    out = BytesIO()
    nx.write_graphml_xml(graph, out, encoding="utf-8", named_key_ids=True)
    return out.getvalue()


def node_link(graph: Graph) -> str:
    """Node-link JSON, for `networkx.node_link_graph(..., edges="edges")`."""
    data = nx.node_link_data(graph, edges="edges")
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
