"""What falls apart when a node leaves is what is seen when it is taken out."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx.generators.atlas import graph_atlas_g

from partnermodel.analysis.separation import separations

SMALL = [graph for graph in graph_atlas_g() if len(graph) <= 6]


def around(graph: nx.Graph[int]) -> dict[str, list[str]]:
    """Return the neighbours of each node, with texts for nodes."""
    return {f"n{node}": [f"n{other}" for other in graph[node]] for node in graph}


def graph_of(neighbours: dict[str, list[str]], gone: Collection[str] = ()) -> nx.Graph[str]:
    """Return a graph of neighbours, without some of the nodes."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(neighbours)
    graph.add_edges_from((node, other) for node, others in neighbours.items() for other in others)
    graph.remove_nodes_from(gone)
    return graph


def held(neighbours: dict[str, list[str]], gone: Collection[str] = ()) -> None:
    """Hold everything that is said of a graph to what is seen when a node or an edge is taken out."""
    found = separations(neighbours, gone=gone)
    graph = graph_of(neighbours, gone)
    assert sorted(found.order) == sorted(graph)
    assert set(found.below) == set(nx.articulation_points(graph))
    for node in graph:
        inside = nx.node_connected_component(graph, node)
        left = graph.subgraph(inside - {node})
        parts = [tuple(sorted(part)) for part in nx.connected_components(left)]
        assert found.parts(node) == tuple(sorted(parts, key=lambda part: (-len(part), part)))
        assert found.cut_off(node) == found.parts(node)[1:]
        assert sorted(found.sizes(node)) == sorted(map(len, parts))
        assert found.pairs(node) == sum(
            not nx.has_path(left, one, other) for one, other in combinations(left, 2)
        )
        begin, end = found.components[found.places[node]]
        assert set(found.order[begin:end]) == inside
    assert {frozenset(bridge) for bridge in found.bridges} == {frozenset(one) for one in nx.bridges(graph)}
    for one, other in found.bridges:
        cut = graph.copy()
        cut.remove_edge(one, other)
        sides = sorted(
            (tuple(sorted(nx.node_connected_component(cut, end))) for end in (one, other)),
            key=lambda side: (-len(side), side),
        )
        assert found.smaller_side((one, other)) == (sides[1], len(sides[0]))


@pytest.mark.parametrize("size", range(7))
def test_it_is_what_is_seen_in_every_small_graph(size: int) -> None:
    """In each graph of up to six nodes, cut points, parts, pairs and bridges are those of the definition."""
    for graph in SMALL:
        if len(graph) == size:
            held(around(graph))


@given(st.integers(1, 14), st.integers(0, 10**6), st.floats(0, 0.4), st.integers(0, 3))
def test_it_is_what_is_seen_in_larger_graphs_of_which_some_have_gone(
    size: int, seed: int, density: float, away: int
) -> None:
    """It is so in random graphs, too, and nodes that have gone are as if they had never been there."""
    neighbours = around(nx.gnp_random_graph(size, density, seed=seed))
    held(neighbours, gone=list(neighbours)[:away])


def test_a_long_way_is_no_deep_call() -> None:
    """A chain of a hundred thousand is walked to its end."""
    count = 100_000
    chain = {
        str(node): [str(other) for other in (node - 1, node + 1) if 0 <= other < count]
        for node in range(count)
    }
    found = separations(chain)
    assert len(found.below) == count - 2
    assert found.sizes("1") == [count - 2, 1]
