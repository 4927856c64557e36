"""Density, reciprocity, transitivity: against networkx, and against their definitions."""

from __future__ import annotations

import re
from itertools import combinations, permutations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import DIRECTED, UNDIRECTED, graphs, relabellings, simple, small_graphs

from partnermodel.graph.measures.cohesion import clustering, density, reciprocity, transitivity


def joined(graph: nx.Graph[Any], one: Any, other: Any) -> bool:
    """Return whether two nodes have a tie, whatever its direction."""
    return graph.has_edge(one, other) or graph.has_edge(other, one)


@given(graphs())
def test_density_is_a_share_of_pairs(graph: nx.Graph[str]) -> None:
    """Density is the share of the ordered pairs of different nodes that have a tie; None without pairs."""
    pairs = list(permutations(graph, 2))
    found = density(graph)
    if not pairs:
        assert found is None
    else:
        assert found == sum(graph.has_edge(one, other) for one, other in pairs) / len(pairs)
        assert found == nx.density(simple(graph))


@given(graphs(DIRECTED))
def test_reciprocity_is_a_share_of_dyads_or_of_arcs(graph: nx.Graph[str]) -> None:
    """Of the dyads with a tie, the share that is mutual; of the arcs, the share that is returned."""
    dyads = [
        (graph.has_edge(one, other), graph.has_edge(other, one)) for one, other in combinations(graph, 2)
    ]
    mutual, any_tie = sum(map(all, dyads)), sum(map(any, dyads))
    if any_tie == 0:
        assert reciprocity(graph) is reciprocity(graph, of="arcs") is None
    else:
        assert reciprocity(graph) == mutual / any_tie
        assert reciprocity(graph, of="arcs") == nx.overall_reciprocity(simple(graph))


@given(graphs(UNDIRECTED))
def test_an_undirected_network_is_mutual(graph: nx.Graph[str]) -> None:
    """In an undirected graph with a tie, all is mutual."""
    tied = simple(graph).number_of_edges() > 0
    assert reciprocity(graph) == reciprocity(graph, of="arcs") == (1 if tied else None)


def test_reciprocity_is_of_dyads_or_of_arcs() -> None:
    """Anything else is refused."""
    message = 'of is one of "dyads", "arcs", not "ties"'
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        reciprocity(nx.DiGraph(), of="ties")  # type: ignore[arg-type]


def check_transitivity(graph: nx.Graph[Any]) -> None:
    """Compare both measures of triangles with a look at all pairs of neighbours."""
    around = {
        node: [joined(graph, *pair) for pair in combinations(_partners(graph, node), 2)] for node in graph
    }
    everything = [closed for inside in around.values() for closed in inside]
    assert transitivity(graph) == (sum(everything) / len(everything) if everything else None)
    expected = {node: sum(inside) / len(inside) if inside else None for node, inside in around.items()}
    assert clustering(graph) == expected
    assert list(clustering(graph)) == list(graph)


def _partners(graph: nx.Graph[Any], node: Any) -> list[Any]:
    return [other for other in graph if other != node and joined(graph, node, other)]


@given(graphs())
def test_transitivity_is_a_share_of_pairs_of_partners(graph: nx.Graph[str]) -> None:
    """It is the share of the pairs of partners of a node that are joined, of all nodes or of each."""
    check_transitivity(graph)


def test_transitivity_of_all_small_graphs() -> None:
    """It holds for every graph of up to six nodes, connected or not."""
    for graph in small_graphs(connected=False):
        check_transitivity(graph)


def test_the_karate_club() -> None:
    """Zachary's club has the density and the transitivity that are published of it."""
    club = nx.karate_club_graph()
    assert density(club) == pytest.approx(0.139, abs=5e-4)
    assert transitivity(club) == pytest.approx(0.2557, abs=5e-5)
    assert transitivity(club) == pytest.approx(nx.transitivity(club))


@given(st.data())
def test_names_and_order_change_nothing(data: st.DataObject) -> None:
    """The same graph with other names, in another order, has the same values."""
    graph = data.draw(graphs())
    other, names = data.draw(relabellings(graph))
    assert density(other) == density(graph)
    assert reciprocity(other) == reciprocity(graph)
    assert transitivity(other) == transitivity(graph)
    assert clustering(other) == {names[node]: value for node, value in clustering(graph).items()}
