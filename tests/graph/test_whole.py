"""The whole model as a networkx graph."""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import dates, models

from partnermodel.graph.projections import organisation_network
from partnermodel.graph.whole import to_networkx
from partnermodel.model.entities import Document, Group, Initiative, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.values.citations import Citation
from partnermodel.values.dates import OPEN, Period
from partnermodel.values.levels import Level

GEXF = "{http://www.gexf.net/1.2draft}"


def contents(graph: nx.Graph[str]) -> tuple[dict[str, Any], list[Any]]:
    """Return all that a graph holds, in an order of its own."""
    assert isinstance(graph, nx.MultiDiGraph)
    return {id: graph.nodes[id] for id in graph}, sorted(graph.edges(keys=True, data=True), key=repr)


@given(models(max_entities=8, max_relations=10))
def test_nodes_are_the_entities_and_edges_the_relations(model: PartnerModel) -> None:
    """A node for each entity, an edge from source to target for each relation, keyed by its id; no more."""
    graph = to_networkx(model)
    assert type(graph) is nx.MultiDiGraph
    assert list(graph) == list(model.entities)
    assert sorted(graph.edges(keys=True)) == sorted(
        (relation.source, relation.target, id) for id, relation in model.relations.items()
    )
    assert graph.graph == {"name": model.name}


@given(models(max_entities=8, max_relations=10))
def test_attributes_are_plain_and_always_there_to_be_read(model: PartnerModel) -> None:
    """An attribute is exactly a str, an int, a float or a bool, never None and never an empty text."""
    nodes, edges = contents(to_networkx(model))
    for data in (*nodes.values(), *(data for *_, data in edges)):
        for name, value in data.items():
            assert type(name) is str
            assert type(value) in (str, int, float, bool)
            assert value != ""


def test_a_node_and_an_edge_have_the_attributes_that_are_documented() -> None:
    """Everything that is stated of an entity and of a relation is an attribute under its documented name."""
    model = PartnerModel(
        "Town",
        [
            Document("report", "Report"),
            Document("act", "Act"),
            Organisation(
                "homes",
                "Care homes",
                names={"ru": "Дома-интернаты", "tt-Cyrl": "Йортлар"},
                kind="residential-care-home",
                status="exists",
                period=Period("2019", "2024-05"),
                collective=True,
                size=4,
            ),
            Initiative("fair", "Fair", period=Period("2024-05-17", OPEN)),
            Relation(
                "homes",
                "participates-in",
                "fair",
                role="host",
                status="agreed",
                period=Period(None, "2025"),
                level=Level("levels-of-collaboration-scale", "coalition"),
                description="Two lines,\n\tand a tab",
                evidence=[Citation("report", locator="page 1"), Citation("act"), Citation("report")],
            ),
        ],
    )
    graph = to_networkx(model)
    assert graph.nodes["homes"] == {
        "type": "organisation",
        "name": "Care homes",
        "name_ru": "Дома-интернаты",
        "name_tt-Cyrl": "Йортлар",
        "kind": "residential-care-home",
        "status": "exists",
        "start": "2019",
        "end": "2024-05",
        "collective": True,
        "size": 4,
    }
    assert graph.nodes["fair"] == {
        "type": "initiative",
        "name": "Fair",
        "status": "unknown",
        "start": "2024-05-17",
        "open": True,
    }
    assert graph.edges["homes", "fair", "homes/participates-in/fair/host"] == {
        "kind": "participates-in",
        "nature": "participation",
        "role": "host",
        "status": "agreed",
        "end": "2025",
        "level_scheme": "levels-of-collaboration-scale",
        "level": "coalition",
        "description": "Two lines,\n\tand a tab",
        "documents": "act report",
    }


def test_what_nobody_states_has_no_attribute() -> None:
    """A bare record has only what every record has; a size of nought is a size, and no end is no end."""
    model = PartnerModel(
        "Town", [Group("a", "A"), Group("b", "B", size=0), Relation("a", "zz-knows", "b", status="active")]
    )
    graph = to_networkx(model)
    assert graph.nodes["a"] == {"type": "group", "name": "A", "status": "unknown"}
    assert graph.nodes["b"] == {"type": "group", "name": "B", "status": "unknown", "size": 0}
    assert graph.edges["a", "b", "a/zz-knows/b"] == {"kind": "zz-knows", "nature": "tie", "status": "active"}


@given(models(max_entities=8, max_relations=10))
def test_graphml_gives_back_the_graph(model: PartnerModel) -> None:
    """What is written as GraphML is read back with every node, edge, key and attribute."""
    graph, file = to_networkx(model), io.BytesIO()
    nx.write_graphml(graph, file)
    back = nx.read_graphml(io.BytesIO(file.getvalue()), edge_key_type=str, force_multigraph=True)
    assert contents(back) == contents(graph)


@given(models(max_entities=8, max_relations=10))
def test_gexf_can_be_written_and_read(model: PartnerModel) -> None:
    """GEXF holds every node with its attributes and every edge with its key, and no end that is no date."""
    graph, file = to_networkx(model), io.BytesIO()
    nx.write_gexf(graph, file)
    assert b'end=".."' not in file.getvalue()
    back = nx.read_gexf(io.BytesIO(file.getvalue()))
    labelled = {id: data | {"label": id} for id, data in graph.nodes(data=True)}
    assert {id: back.nodes[id] for id in back} == labelled
    # networkx forgets the keys when it reads a graph without parallel edges; the file has them.
    root = ElementTree.fromstring(file.getvalue())
    titles = {node.get("id"): node.get("title") for node in root.iter(f"{GEXF}attribute")}
    values = [(titles[node.get("for")], node.get("value")) for node in root.iter(f"{GEXF}attvalue")]
    assert sorted(key for title, key in values if title == "networkx_key" and key) == sorted(model.relations)


@given(models(max_entities=8, max_relations=10))
def test_node_link_json_gives_back_the_graph(model: PartnerModel) -> None:
    """Node-link data is JSON, and gives back the same graph."""
    graph = to_networkx(model)
    data = json.loads(json.dumps(nx.node_link_data(graph, edges="edges"), allow_nan=False))
    back = nx.node_link_graph(data, edges="edges")
    assert contents(back) == contents(graph)
    assert back.graph == graph.graph


@given(models(max_entities=6))
def test_the_graph_is_the_callers_own(model: PartnerModel) -> None:
    """Whatever is done to the graph, the model stays as it was, and so does the next graph of it."""
    before, graph = pickle.dumps(model), to_networkx(model)
    first = contents(to_networkx(model))
    for id in list(graph):
        graph.nodes[id]["name"] = "changed"
    for source, target, key in list(graph.edges(keys=True)):
        graph.edges[source, target, key].clear()
    graph.graph.clear()
    graph.clear()
    assert pickle.dumps(model) == before
    assert contents(to_networkx(model)) == first


@given(models(max_entities=8, max_relations=10), dates(), st.booleans())
def test_a_filter_of_the_model_is_a_part_of_the_graph(model: PartnerModel, day: str, certain: bool) -> None:
    """The graph of a day is the graph of the whole without the nodes and edges of what does not hold then."""
    whole, part = to_networkx(model), to_networkx(model.at(day, certain=certain))
    kept: nx.MultiDiGraph[str] = nx.MultiDiGraph(whole.edge_subgraph(part.edges(keys=True)))
    kept.add_nodes_from((id, whole.nodes[id]) for id in part)
    assert contents(part) == contents(kept)


def test_a_status_is_filtered_in_the_model() -> None:
    """What `where` takes out of the model is not in the graph."""
    model = PartnerModel(
        "Town",
        [
            Organisation("a", "A"),
            Organisation("b", "B"),
            Relation("a", "funds", "b", status="active"),
            Relation("b", "advises", "a", status="discussed"),
        ],
    )
    graph = to_networkx(model.where(status="active"))
    assert list(graph.edges(keys=True)) == [("a", "b", "a/funds/b")]


@pytest.mark.parametrize("ask", [nx.density, nx.degree_histogram])
def test_who_takes_a_model_for_a_graph_is_told_how_to_make_one(ask: Callable[[Any], object]) -> None:
    """What asks a model for what graphs have is told by which functions a graph is made of it."""
    model = PartnerModel("Town", [Organisation("a", "A")])
    says = r"^a PartnerModel is no graph \(\w+\): organisation_network and to_networkx make one$"
    with pytest.raises(AttributeError, match=says):
        ask(model)
    for make in (organisation_network, to_networkx):
        ask(make(model))


def test_a_model_has_no_other_attributes() -> None:
    """Any other name is missing as it is in any object: it is no graph to whoever asks what it is."""
    model = PartnerModel("Town", [Organisation("a", "A")])
    with pytest.raises(AttributeError, match=r"^a PartnerModel has no attribute 'organisation'$") as caught:
        getattr(model, "organisation")  # noqa: B009  # a type checker would refuse the name
    assert (caught.value.name, caught.value.obj) == ("organisation", model)
    assert not any(hasattr(model, name) for name in ("nodes", "edges", "adj", "is_directed", "other"))
