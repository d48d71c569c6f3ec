"""The claim graph and its exports, which NetworkX reads back."""

import json
from io import BytesIO
from typing import Any

import networkx as nx

from kb.knowledge.graph import build_graph, node_link, write_graphml
from kb.model import Source
from kb.reconcile.pairs import reconcile
from tests.kb.making import DENY, ENDLESS, POSSIBLE, SEVERAL, TOPIC, claim, critics, years

CLAIMS = [
    claim("lifetime", value=ENDLESS, quote="lasts <for> life & \x07more\r"),
    claim("lifetime", value=years(3, 5), source="two"),
    claim("lifetime", value=SEVERAL, source="two", at=50),
    claim("recyclable", DENY, certainty=POSSIBLE, attribution=critics(), at=90),
]
FOUND = reconcile(CLAIMS, TOPIC)
SOURCES = [Source(i, f"{i}.txt", i.title(), None, None, None, "00") for i in ("one", "two")]
GRAPH = build_graph(FOUND, TOPIC, SOURCES)


def edges(graph: Any) -> dict[Any, Any]:
    return {(a, b, key): data for a, b, key, data in graph.edges(keys=True, data=True)}


def of_type(type: str) -> list[Any]:
    return [data for *_, data in GRAPH.edges(data=True) if data["type"] == type]


def test_every_kind_of_node_and_edge_is_there() -> None:
    nodes = {data["type"] for _, data in GRAPH.nodes(data=True)}
    assert nodes == {"source", "claim", "position", "aspect", "subject"}
    assert len(of_type("states")) == len(of_type("supports")) == len(CLAIMS)
    assert len(of_type("about")) == 2 * len(FOUND.positions)
    assert len(of_type("refines")) == 1
    assert len(of_type("conflicts")) == len(FOUND.conflicts) == 2
    assert len(of_type("near_miss")) == len(FOUND.near_misses) == 1


def test_nulls_are_left_out() -> None:
    for _, data in GRAPH.nodes(data=True):
        assert None not in data.values()
    assert "publisher" not in GRAPH.nodes["source/one"]


def test_graphml_is_read_back_the_same() -> None:
    again = nx.read_graphml(BytesIO(write_graphml(GRAPH)), force_multigraph=True)
    assert dict(again.nodes(data=True)) == dict(GRAPH.nodes(data=True))
    assert edges(again) == edges(GRAPH)


def test_node_link_is_read_back_the_same() -> None:
    again = nx.node_link_graph(json.loads(node_link(GRAPH)), edges="edges")
    assert nx.utils.graphs_equal(again, GRAPH)


def test_the_same_knowledge_gives_the_same_bytes() -> None:
    other = build_graph(reconcile(CLAIMS[::-1], TOPIC), TOPIC, SOURCES[::-1])
    assert write_graphml(other) == write_graphml(GRAPH)
    assert node_link(other) == node_link(GRAPH)
