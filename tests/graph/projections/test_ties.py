"""Organisations joined directly."""

from __future__ import annotations

import io
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.projections.plain import NATURES, TYPES, Graph, contents, edges, graphs
from tests.queries.networks import networks
from tests.strategies import models

from partnermodel.graph.projections.organisations import organisation_network
from partnermodel.graph.projections.ties import direct
from partnermodel.graph.whole import to_networkx
from partnermodel.model.entities import Organisation
from partnermodel.model.model import PartnerModel


@given(networks(most=20))
def test_it_is_the_direct_part_of_the_network_of_organisations(model: PartnerModel) -> None:
    """Two organisations have as many relations here as the network of organisations calls direct."""
    made, network = direct(to_networkx(model)), organisation_network(model)
    assert type(made) is nx.MultiDiGraph
    assert list(made) == list(network)
    for one in network:
        for other in network:
            found = made.number_of_edges(one, other) + made.number_of_edges(other, one)
            assert found == (network.edges[one, other]["direct"] if network.has_edge(one, other) else 0)


@given(models(max_entities=8, max_relations=15))
def test_relations_keep_their_ids_and_all_that_is_said_of_them(model: PartnerModel) -> None:
    """Every edge is one of the whole graph, with its attributes, and so is every node."""
    whole = to_networkx(model)
    made = direct(whole, types=("organisation", "centre"), natures="tie")
    assert set(made) == {*model.organisations, *model.centres}
    for node, held in made.nodes(data=True):
        assert held == whole.nodes[node]
    assert {key: held for _, _, key, held in edges(made)} == {
        id: whole.edges[one.source, one.target, id]
        for id, one in model.relations.items()
        if {one.source, one.target} <= set(made) and model.vocabulary.nature(one.kind) == "tie"
    }


@given(
    graphs(),
    st.none() | st.sampled_from(TYPES) | st.lists(st.sampled_from(TYPES)),
    st.none() | st.sampled_from(NATURES) | st.lists(st.sampled_from(NATURES)),
)
def test_any_graph_is_taken(graph: Graph, types: Any, natures: Any) -> None:
    """Of a graph of any class are kept those nodes and edges that have what is asked for, in their order."""
    before = contents(graph)
    made = direct(graph, types=types, natures=natures)
    wanted = [types] if isinstance(types, str) else types
    joining = [natures] if isinstance(natures, str) else natures
    nodes = [node for node, held in graph.nodes(data=True) if wanted is None or held.get("type") in wanted]
    assert list(made) == nodes
    assert sorted(map(repr, edges(made))) == sorted(
        repr(edge) for edge in edges(graph)
        if edge[0] in nodes and edge[1] in nodes
        and (joining is None or edge[3].get("nature") in joining)
    )  # fmt: skip
    assert made.is_directed() == graph.is_directed()
    assert made.is_multigraph()
    assert made.graph == graph.graph
    for node in made:
        made.nodes[node].clear()
    for *_, held in edges(made):
        held.clear()
    assert contents(graph) == before


@given(graphs())
def test_with_everything_allowed_nothing_is_lost(graph: Graph) -> None:
    """All types and all natures give the graph itself, as a multigraph."""
    made = direct(graph, types=None, natures=None)
    expected: Graph = (nx.MultiDiGraph if graph.is_directed() else nx.MultiGraph)(graph)
    assert contents(made) == contents(expected)


@given(models(types=(Organisation,), max_entities=6))
def test_it_can_be_written(model: PartnerModel) -> None:
    """It is as plain as the whole graph: GraphML gives it back."""
    made, file = direct(to_networkx(model)), io.BytesIO()
    nx.write_graphml(made, file)
    back = nx.read_graphml(io.BytesIO(file.getvalue()), edge_key_type=str, force_multigraph=True)
    assert dict(back.nodes(data=True)) == dict(made.nodes(data=True))
    assert sorted(map(repr, edges(back))) == sorted(map(repr, edges(made)))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"types": "organization"},
            'types: "organization" is nowhere in the graph. Did you mean "organisation"?',
        ),
        ({"types": ["firms"]}, 'types: "firms" is nowhere in the graph. Did you mean "firm"?'),
        (
            {"natures": ("tie", "structur")},
            'natures: "structur" is nowhere in the graph. Did you mean "structure"?',
        ),
    ],
)
def test_a_slip_of_the_finger_is_no_empty_graph(arguments: Any, message: str) -> None:
    """What is nearly a word of the library or of the graph is refused with the word that may be meant."""
    graph: Graph = nx.DiGraph()
    graph.add_node("a", type="firm")
    with pytest.raises(ValueError) as refused:  # noqa: PT011  (the whole message is compared)
        direct(graph, **arguments)
    assert str(refused.value) == message


def test_a_word_of_ones_own_is_no_slip() -> None:
    """A type that a graph does not have, and that is like no other, finds nothing; so does a standard one."""
    graph: Graph = nx.DiGraph()
    graph.add_node("a", type="firm")
    assert list(direct(graph, types="zoo")) == list(direct(graph, types="place")) == []
    assert list(direct(graph, types=["firm", "zoo"])) == ["a"]
