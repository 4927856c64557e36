"""Nodes that are alike, merged into one."""

from __future__ import annotations

from collections import Counter
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.projections.plain import Graph, contents, edges, given_back, graphs
from tests.graph.projections.test_two_modes import read
from tests.strategies import models

from partnermodel.graph.projections.organisations import organisation_network
from partnermodel.graph.projections.quotients import quotient
from partnermodel.graph.whole import to_networkx
from partnermodel.model.model import PartnerModel

BLOCKS = ("x", "y z", 7, None)


@st.composite
def partitions(draw: st.DrawFn) -> tuple[Graph, dict[Any, Any]]:
    """Draw a graph and a partition that leaves some of its nodes out, and has one that is not there."""
    graph = draw(graphs())
    blocks = draw(st.lists(st.sampled_from(BLOCKS), min_size=len(graph), max_size=len(graph)))
    said = {node: block for node, block in zip(graph, blocks, strict=True) if draw(st.booleans())}
    return graph, said | {"elsewhere": "nowhere"}


@given(partitions())
def test_every_node_and_every_relation_is_in_one_place(drawn: tuple[Graph, dict[Any, Any]]) -> None:
    """Each node is a member of its block, each relation in the edge between the blocks of its ends."""
    graph, said = drawn
    before = contents(graph)
    made = quotient(graph, said)
    assert contents(graph) == before
    assert type(made) is (nx.DiGraph if graph.is_directed() else nx.Graph)
    assert made.graph == graph.graph
    block = {node: "not-stated" if said.get(node) is None else said[node] for node in graph}
    expected = Counter(block.values())
    assert {name: held["size"] for name, held in made.nodes(data=True)} == expected
    for name, held in made.nodes(data=True):
        assert read(held["members"]) == sorted(str(node) for node in graph if block[node] == name)
    count: Counter[Any] = Counter()
    for source, target, *_ in edges(graph):
        ends = block[source], block[target]
        count[ends if graph.is_directed() else frozenset(ends)] += 1
    assert {
        (one, other) if graph.is_directed() else frozenset((one, other)): held["weight"]
        for one, other, _, held in edges(made)
    } == count
    names = [name for *_, held in edges(made) for name in read(held["relations"])]
    assert len(names) == len(set(names)) == graph.number_of_edges()
    assert all(len(read(held["relations"])) == held["weight"] for *_, held in edges(made))
    for name, held in made.nodes(data=True):
        assert held["within"] == (made.edges[name, name]["weight"] if made.has_edge(name, name) else 0)


@given(graphs(classes=(nx.Graph, nx.DiGraph)), st.data())
def test_blocks_are_those_of_networkx(graph: Graph, data: st.DataObject) -> None:
    """Sizes, relations within and weights between blocks are those of `networkx.quotient_graph`.

    Of a directed graph networkx gives to each direction the relations of both.
    """
    said = {node: data.draw(st.sampled_from(("x", "y", "z"))) for node in graph}
    made = quotient(graph, said)
    parts = {frozenset(node for node in graph if said[node] == name): name for name in made}
    make: Any = nx.quotient_graph
    theirs: Graph = make(graph, list(parts), weight="nothing")
    assert {parts[part]: (held["nnodes"], held["nedges"]) for part, held in theirs.nodes(data=True)} == {
        name: (held["size"], held["within"]) for name, held in made.nodes(data=True)
    }

    weights: dict[tuple[Any, Any], float] = {}
    for one, other, _, held in edges(made):
        if one != other:
            for pair in ((one, other), (other, one)):
                weights[pair] = weights.get(pair, 0) + held["weight"]
    ours = {(one, other) for one, other, *_ in edges(made) if one != other}
    found = {(parts[one], parts[other]): held["weight"] for one, other, _, held in edges(theirs)}
    assert all(weights[pair] == weight for pair, weight in found.items())
    assert len(found) == len(ours)
    assert not graph.is_directed() or set(found) == ours


@given(graphs(), st.sampled_from(("type", "nothing")))
def test_an_attribute_is_a_partition(graph: Graph, by: str) -> None:
    """The name of an attribute stands for the partition by its values."""
    said = {node: held[by] for node, held in graph.nodes(data=True) if by in held}
    assert nx.utils.graphs_equal(quotient(graph, by), quotient(graph, said))


@given(graphs())
def test_the_weight_is_the_sum_of_an_attribute(graph: Graph) -> None:
    """With `weight` the attribute is added up, and an edge that does not have it counts as 1."""
    made = quotient(graph, "type", weight="weight")
    assert made.size(weight="weight") == sum(held.get("weight", 1) for *_, held in edges(graph))


@given(graphs())
def test_a_block_for_each_node_is_the_graph_itself(graph: Graph) -> None:
    """If no two nodes share a block, the edges are those of the graph, parallel ones added up."""
    made = quotient(graph, {node: node for node in graph})
    simple: Graph = (nx.DiGraph if graph.is_directed() else nx.Graph)(graph)
    assert list(made) == list(graph)
    assert sorted(repr(edge[:2]) for edge in edges(made)) == sorted(repr(edge[:2]) for edge in edges(simple))


@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_edges_does_not_matter(graph: Graph, random: Any) -> None:
    """A graph whose edges were put in in another order has the same quotient."""
    again: Graph = type(graph)(name="Plain")
    again.add_nodes_from(graph.nodes(data=True))
    held: Any = again.add_edge
    for one, other, key, data in random.sample(edges(graph), graph.number_of_edges()):
        held(*((one, other, key) if graph.is_multigraph() else (one, other)), **data)
    assert nx.utils.graphs_equal(quotient(again, "type"), quotient(graph, "type"))


@given(models(max_entities=8, max_relations=12), st.sampled_from(("type", "kind", "status")))
def test_a_merged_model_leads_back_and_can_be_written(model: PartnerModel, by: str) -> None:
    """Members are ids of entities, relations ids of relations; GraphML and GEXF take it."""
    made = quotient(to_networkx(model), by)
    members = [id for _, held in made.nodes(data=True) for id in read(held["members"])]
    assert sorted(members) == sorted(model.entities)
    relations = [id for *_, held in edges(made) for id in read(held["relations"])]
    assert sorted(relations) == sorted(model.relations)
    for graph in (made, quotient(organisation_network(model), by, weight="weight")):
        back = given_back(graph)
        assert contents(back)[2] == contents(graph)[2]
        assert back.number_of_edges() == graph.number_of_edges()


def test_what_the_partition_does_not_say_is_a_block_or_an_error() -> None:
    """The rest has a name that can be chosen, and comes last; without a name it is refused, node by node."""
    graph: Graph = nx.path_graph(["a", "b", "c"])
    made = quotient(graph, {"b": "school"}, rest="other")
    assert list(made.nodes(data=True)) == [
        ("school", {"size": 1, "members": "b", "within": 0}),
        ("other", {"size": 2, "members": "a c", "within": 0}),
    ]
    assert made.edges["school", "other"] == {"weight": 2, "relations": "a/b b/c"}
    assert list(quotient(graph, dict.fromkeys("abc", "all"), rest=None)) == ["all"]
    name_it = "Name a block for them with `rest`."
    for said, rest, message in (
        ({"b": "x"}, None, f'the partition says nothing of "a" and of 1 more. {name_it}'),
        ({"a": 1, "b": 1}, None, f'the partition says nothing of "c". {name_it}'),
        ({"a": "x"}, "x", '"x" is a block of the partition. Give the `rest` another name.'),
    ):  # fmt: skip
        with pytest.raises(ValueError) as refused:  # noqa: PT011  (the whole message is compared)
            quotient(graph, said, rest=rest)
        assert str(refused.value) == message


def test_directions_are_kept_and_both_ways_of_a_pair_counted_together() -> None:
    """Directed, there and back are two edges; undirected, one, whichever end comes first."""
    forth_and_back = [("a", "c"), ("d", "b"), ("b", "d"), ("a", "b")]
    said = {"a": "left", "b": "left", "c": "right", "d": "right"}
    directed = quotient(nx.DiGraph(forth_and_back), said)
    assert directed.edges["left", "right"] == {"weight": 2, "relations": "a/c b/d"}
    assert directed.edges["right", "left"] == {"weight": 1, "relations": "d/b"}
    assert directed.edges["left", "left"] == {"weight": 1, "relations": "a/b"}
    undirected = quotient(nx.MultiGraph(forth_and_back), said)
    assert undirected.edges["left", "right"] == {"weight": 3, "relations": "a/c/0 b/d/0 b/d/1"}
    assert undirected.nodes["left"] == {"size": 2, "members": "a b", "within": 1}
