"""Layers of a network, and layers added up."""

from __future__ import annotations

from collections import Counter
from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.projections.plain import Graph, by_pair, contents, edges, given_back, graphs
from tests.graph.projections.test_two_modes import read
from tests.queries.networks import networks
from tests.strategies import models

from partnermodel.graph.projections.multiplex import flattened, layers
from partnermodel.graph.projections.organisations import organisation_network
from partnermodel.graph.projections.ties import direct
from partnermodel.graph.projections.two_modes import project, two_mode
from partnermodel.graph.whole import to_networkx
from partnermodel.model.model import PartnerModel

attributes = st.sampled_from(("kind", "nature", "weight", "nothing"))


@given(graphs(), attributes)
def test_every_relation_is_in_one_layer(graph: Graph, by: str) -> None:
    """Layers have all nodes, and between them every edge once, with its key and attributes."""
    before = contents(graph)
    made = layers(graph, by=by)
    found = []
    for name, layer in made.items():
        assert type(layer) is (nx.MultiDiGraph if graph.is_directed() else nx.MultiGraph)
        assert contents(layer)[1:4] == before[1:4]
        assert edges(layer)
        for edge in edges(layer):
            found.append(edge)
            value = edge[3].get(by)
            assert name == ("" if value is None else str(value))
    # What stands first in an undirected edge depends on what stands first in its layer.
    assert Counter(map(repr, found)) == Counter(map(repr, edges(graph)))
    assert list(made) == sorted(made, key=lambda name: (name == "", name))
    for layer in made.values():
        for node in layer:
            layer.nodes[node].clear()
        for *_, held in edges(layer):
            held.clear()
    assert contents(graph) == before


@given(models(max_entities=8, max_relations=15))
def test_layers_of_a_model_are_kinds_of_relation(model: PartnerModel) -> None:
    """There is a layer for each kind that a relation of the model has, and its edges are those relations."""
    made = layers(to_networkx(model))
    assert list(made) == sorted({one.kind for one in model.relations.values()})
    for kind, layer in made.items():
        keys = {key for *_, key in layer.edges(keys=True)}
        assert keys == {id for id, one in model.relations.items() if one.kind == kind}


@given(graphs(), attributes)
def test_flattening_the_layers_loses_no_relation(graph: Graph, by: str) -> None:
    """Each relation is in one edge, between its own two ends; weights count them, overlaps count layers."""
    made = layers(graph, by=by)
    flat = flattened(made)
    assert type(flat) is nx.Graph
    pairs = Counter(frozenset((one, other)) for one, other, *_ in edges(graph))
    assert by_pair(flat, "weight") == pairs
    names = [name for *_, held in edges(flat) for name in read(held["through"])]
    assert len(names) == len(set(names)) == graph.number_of_edges()
    if made:
        assert dict(flat.nodes(data=True)) == dict(graph.nodes(data=True))
        assert flat.graph == graph.graph
    for one, other, _, held in edges(flat):
        there = [name for name, layer in made.items() if layer.has_edge(one, other)
                 or (layer.is_directed() and layer.has_edge(other, one))]  # fmt: skip
        assert read(held["layers"]) == sorted(there)
        assert held["overlap"] == len(there)
        assert len(read(held["through"])) == held["weight"]


@given(models(max_entities=8, max_relations=15))
def test_relations_of_a_model_are_flattened_under_their_ids(model: PartnerModel) -> None:
    """`through` has the ids of the relations between two entities, whichever way they lead."""
    flat = flattened(layers(to_networkx(model)))
    for one, other, _, held in edges(flat):
        ids = {id for id, relation in model.relations.items()
               if {relation.source, relation.target} == {one, other}}  # fmt: skip
        assert set(read(held["through"])) == ids
        assert read(held["layers"]) == sorted({model.relations[id].kind for id in ids})


@given(st.lists(graphs(classes=(nx.Graph, nx.MultiDiGraph)), max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_layers_does_not_matter(drawn: list[Graph], random: Any) -> None:
    """Layers in another order, or edges of an undirected one seen from the other end, add up to the same."""
    given_layers = dict(zip(("a", "b", "", "c d"), drawn, strict=False))
    names = random.sample(list(given_layers), len(given_layers))
    turned = {name: given_layers[name] for name in names}
    for name, layer in turned.items():
        if not layer.is_directed():
            again: Graph = nx.Graph(name="Plain")
            again.add_nodes_from(layer.nodes(data=True))
            again.add_edges_from((other, one, held) for one, other, _, held in reversed(edges(layer)))
            turned[name] = again
    for weight in (None, "weight"):
        first = flattened(given_layers, weight=weight)
        second = flattened(turned, weight=weight)
        assert nx.utils.graphs_equal(first, second)
        assert list(first) == list(second)


@given(graphs(), graphs())
def test_a_weight_is_the_sum_of_an_attribute(one: Graph, other: Graph) -> None:
    """With `weight` the attribute is added up, and an edge that does not have it counts as 1."""
    flat = flattened({"one": one, "other": other}, weight="weight")
    sums: dict[frozenset[Any], float] = {}
    for source, target, _, held in [*edges(one), *edges(other)]:
        pair = frozenset((source, target))
        sums[pair] = sums.get(pair, 0) + held.get("weight", 1)
    assert by_pair(flat, "weight") == sums  # halves are added up exactly
    assert set(flat) == {*one, *other}


@given(networks(most=20))
def test_layers_can_be_of_any_making(model: PartnerModel) -> None:
    """What joins organisations directly, and what they share, add up to ties of theirs, under their ids."""
    whole = to_networkx(model)
    made = flattened(
        {"direct": direct(whole), "shared": project(two_mode(whole))},
        weight="weight",
    )
    network = organisation_network(model)
    assert set(made) == set(network)
    for one, other, _, held in edges(made):
        edge = network.edges[one, other]
        assert held["weight"] <= edge["weight"]
        relations = [id for id in read(held["through"]) if id in model.relations]
        assert relations == [id for id in edge["through"].split(" ") if id in model.relations]
        assert read(held["layers"]) == [name for name in ("direct", "shared") if name in held["layers"]]


@given(models(max_entities=6))
def test_layers_can_be_written(model: PartnerModel) -> None:
    """Each layer and their sum are plain enough for GraphML and GEXF."""
    made = layers(to_networkx(model), by="status")
    for graph in (*made.values(), flattened(made)):
        back = given_back(graph)
        assert contents(back)[2] == contents(graph)[2]
        assert back.number_of_edges() == graph.number_of_edges()


def test_what_the_layers_say_of_a_pair() -> None:
    """Parallel relations count each, layers count once, and names tell layers of the same pair apart."""
    graph: Graph = nx.MultiGraph()
    graph.add_node("hermit")
    graph.add_edge("b", "a", kind="funds")
    graph.add_edge("a", "b", kind="funds")
    graph.add_edge("a", "b")
    graph.add_edge("a", "a", kind="meets")
    flat = flattened(layers(graph))
    assert edges(flat) == [
        ("b", "a", 0, {
            "weight": 3, "overlap": 2, "layers": '"" funds',
            "through": "a//b/2 a/funds/b/0 a/funds/b/1",
        }),
        ("a", "a", 0, {"weight": 1, "overlap": 1, "layers": "meets", "through": "a/meets/a/0"}),
    ]  # fmt: skip
    assert list(nx.isolates(flat)) == ["hermit"]


def test_nothing_adds_up_to_nothing() -> None:
    """A graph without edges has no layers, and no layers are an empty graph."""
    assert layers(nx.empty_graph(3)) == {}
    assert contents(flattened({})) == contents(nx.Graph(name=""))


def test_the_first_layer_says_what_a_node_is() -> None:
    """Of a node that layers describe in different words, the first in alphabetical order is believed."""
    one: Graph = nx.Graph()
    other: Graph = nx.Graph()
    one.add_node("a", size=1)
    other.add_node("a", size=2, colour="red")
    assert flattened({"b": other, "a": one}).nodes["a"] == {"size": 1, "colour": "red"}
