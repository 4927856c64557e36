"""What networkx and igraph make of our files, and we of theirs."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.samples import FULL
from tests.strategies import models

from partnermodel import STANDARD, PartnerModel, to_networkx
from partnermodel.formats.graphs.doors import dumps_graph, loads_graph


def read_graphml(text: str) -> Any:
    """Return the graph that networkx reads."""
    return nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


def said(row: dict[str, Any]) -> set[tuple[str, Any]]:
    """Return attributes as they are compared: documents in any order."""
    cited = {"documents": " ".join(sorted(set(row["documents"].split())))} if "documents" in row else {}
    return {*{**row, **cited}.items()}


@given(models())
def test_networkx_reads_graphml_with_all_that_our_graph_has(model: PartnerModel) -> None:
    """Every attribute of `to_networkx` is there, of the same type; `record_id` is the key of an edge."""
    ours, theirs = to_networkx(model), read_graphml(dumps_graph(model, format="graphml"))
    assert theirs.graph["name"] == model.name
    ids = {node: row.get("record_id", node) for node, row in theirs.nodes(data=True)}
    assert sorted(ids.values()) == sorted(ours)
    for node, id in ids.items():
        assert said(theirs.nodes[node]) >= said(ours.nodes[id])
    edges = {row["record_id"]: (ids[a], ids[b], row) for a, b, row in theirs.edges(data=True)}
    assert edges.keys() == {key for _, _, key in ours.edges(keys=True)}
    for source, target, key, row in ours.edges(keys=True, data=True):
        assert edges[key][:2] == (source, target)
        assert said(edges[key][2]) >= said(row)


@given(models())
def test_networkx_writes_graphml_that_reads_back(model: PartnerModel) -> None:
    """A file that went through networkx is the same model."""
    file = io.BytesIO()
    nx.write_graphml(read_graphml(dumps_graph(model, format="graphml")), file)
    assert loads_graph(file.getvalue()) == model


@given(models(vocabulary=st.just(STANDARD)))
def test_networkx_writes_gexf_with_the_same_records(model: PartnerModel) -> None:
    """A file that went through networkx has every record; the name and the language are lost there."""
    file = io.BytesIO()
    nx.write_gexf(nx.read_gexf(io.BytesIO(dumps_graph(model, format="gexf").encode())), file)
    again = loads_graph(file.getvalue(), name="From networkx")
    assert list(again.values()) == list(model.values())
    assert (again.name, again.language) == ("From networkx", "und")


@given(models())
def test_node_link_data_is_that_of_networkx(model: PartnerModel) -> None:
    """Networkx reads the nodes and keys of our own graph, and what it writes is the same model."""
    graph = nx.node_link_graph(json.loads(dumps_graph(model, format="node-link")), edges="edges")
    ours = to_networkx(model)
    assert type(graph) is nx.MultiDiGraph
    assert graph.graph["name"] == model.name
    assert set(graph) == set(ours)
    assert set(graph.edges(keys=True)) == set(ours.edges(keys=True))
    for edges in ("edges", "links"):
        assert loads_graph(json.dumps(nx.node_link_data(graph, edges=edges))) == model


def test_our_own_graph_as_networkx_writes_it_can_be_read() -> None:
    """What `to_networkx` keeps of a model is read back from node-link data, ids of relations among it."""
    graph = to_networkx(FULL)
    model = loads_graph(json.dumps(nx.node_link_data(graph, edges="edges")))
    assert model.name == FULL.name
    assert list(model.entities) == list(FULL.entities)
    assert list(model.relations) == list(FULL.relations)


def test_igraph_reads_and_writes_graphml(tmp_path: Path) -> None:
    """A file that went through igraph, which numbers nodes anew and knows no absence, is the same model."""
    igraph = pytest.importorskip("igraph")
    path = tmp_path / "a.graphml"
    path.write_text(dumps_graph(FULL, format="graphml"), encoding="utf-8")
    graph = igraph.Graph.Read_GraphML(str(path))
    assert graph.vcount() == len(FULL.entities)
    assert graph.ecount() == len(FULL.relations)
    assert graph["name"] == FULL.name
    assert set(graph.vs["name"]) == {entity.name for entity in FULL.entities.values()}
    graph.write_graphml(str(path))
    assert loads_graph(path.read_bytes()) == FULL
