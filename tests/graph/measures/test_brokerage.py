"""Brokers between blocks after Gould and Fernandez."""

from __future__ import annotations

from itertools import permutations, product
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs, relabellings, small_graphs

from partnermodel import measures
from partnermodel.graph.measures.brokerage import Brokerage

ROLE = {
    (True, True, True): "coordinator",
    (False, False, True): "itinerant",
    (False, True, False): "gatekeeper",
    (True, False, False): "representative",
    (False, False, False): "liaison",
}
"""By whether the first is in the broker's block, whether the second is, and whether both are in one."""


def by_hand(graph: nx.Graph[Any], of: dict[Any, Any]) -> dict[Any, Brokerage]:
    """Return the roles of each node by looking at every three nodes."""
    counts = {node: dict.fromkeys(ROLE.values(), 0) for node in graph}
    for first, broker, second in permutations(graph, 3):
        through = graph.has_edge(first, broker) and graph.has_edge(broker, second)
        if through and not graph.has_edge(first, second):
            one, own, two = of[first], of[broker], of[second]
            counts[broker][ROLE[one == own, two == own, one == two]] += 1
    return {node: Brokerage(**found) for node, found in counts.items()}


def partitions(graph: nx.Graph[Any], data: st.DataObject) -> dict[Any, str]:
    """Draw a block for each node."""
    return {node: data.draw(st.sampled_from("xyz")) for node in graph}


@given(graphs(most=8), st.data())
def test_roles_are_those_of_every_three_nodes(graph: nx.Graph[str], data: st.DataObject) -> None:
    """The counts are what a search through every three nodes finds, in the order of the graph."""
    of = partitions(graph, data)
    found = measures.brokerage(graph, of)
    assert found == by_hand(graph, of)
    assert list(found) == list(graph)


def test_roles_on_small_graphs() -> None:
    """So they are on every connected graph of up to six nodes, in two blocks of alternate nodes."""
    for graph in small_graphs():
        of = {node: node % 3 for node in graph}
        assert measures.brokerage(graph, of) == by_hand(graph, of)


@given(graphs(most=8), st.data())
def test_the_total_hangs_on_no_partition(graph: nx.Graph[str], data: st.DataObject) -> None:
    """The total is the same in one block, where all brokers coordinate, and in any other partition."""
    alike = measures.brokerage(graph, dict.fromkeys(graph, 1))
    for node, found in measures.brokerage(graph, partitions(graph, data)).items():
        assert found.total == alike[node].total == alike[node].coordinator == sum(attrs.astuple(found))


@given(graphs((nx.Graph, nx.MultiGraph), most=8), st.data())
def test_an_undirected_pair_counts_in_both_orders(graph: nx.Graph[str], data: st.DataObject) -> None:
    """Undirected, a gatekeeper is as often a representative, and the rest is even."""
    for found in measures.brokerage(graph, partitions(graph, data)).values():
        assert found.gatekeeper == found.representative
        assert not any(number % 2 for number in (found.coordinator, found.itinerant, found.liaison))


@given(graphs(), st.data())
def test_names_change_nothing(graph: nx.Graph[str], data: st.DataObject) -> None:
    """A node brokers as often whatever it is called and in whatever order the graph is."""
    of = partitions(graph, data)
    other, names = data.draw(relabellings(graph))
    moved = measures.brokerage(other, {names[node]: block for node, block in of.items()})
    assert {names[node]: found for node, found in measures.brokerage(graph, of).items()} == moved


@pytest.mark.parametrize(("first", "second"), list(product("AB", "ABC")))
def test_each_role_by_hand(first: str, second: str) -> None:
    """One broker of A between two others has exactly one role, by their blocks."""
    graph: nx.DiGraph[str] = nx.DiGraph([("one", "broker"), ("broker", "two")])
    nx.set_node_attributes(graph, {"one": first, "broker": "A", "two": second}, "sector")
    wanted = {"AA": "coordinator", "AB": "representative", "AC": "representative",
              "BA": "gatekeeper", "BB": "itinerant", "BC": "liaison"}[first + second]  # fmt: skip
    found = measures.brokerage(graph, "sector")
    assert found == {"one": Brokerage(), "broker": Brokerage(**{wanted: 1}), "two": Brokerage()}


def test_a_partition_has_each_node_once() -> None:
    """A node without a block, or in two, is refused and named."""
    graph = nx.path_graph(["a", "b", "c"])
    graph.nodes["b"]["kind"] = "x"
    with pytest.raises(
        ValueError, match=r'^each node is in a block, but of 3 nodes 2 have no attribute "kind": "a", "c"$'
    ):
        measures.brokerage(graph, "kind")
    with pytest.raises(ValueError, match=r'^each node is in one block, but "b" is in two$'):
        measures.brokerage(graph, [{"a", "b"}, {"b", "c"}])
