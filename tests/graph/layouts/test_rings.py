"""Rings around a node: how far out a node stands, and trees without crossings."""

from __future__ import annotations

from math import hypot
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs
from tests.graph.layouts.drawings import crossings

from partnermodel import layouts


@given(graph=graphs(least=1, most=12), data=st.data())
def test_a_node_is_as_many_rings_out_as_ties_away(graph: nx.Graph[Any], data: st.DataObject) -> None:
    """Nodes of one distance are on one ring around the centre, and rings are equally far apart."""
    centre = data.draw(st.sampled_from(list(graph)))
    layout = layouts.rings(graph, centre)
    x, y = layout.positions[centre]
    plain: nx.Graph[Any] = nx.Graph(graph.to_undirected())
    hops = nx.single_source_shortest_path_length(plain, centre)
    radii = {node: hypot(a - x, b - y) for node, (a, b) in layout.positions.items()}
    step = next((radii[node] for node, hop in hops.items() if hop == 1), 1.0)
    assert step > 16 or len(hops) == 1
    for node, hop in hops.items():
        assert radii[node] == pytest.approx(hop * step, abs=0.05)


@given(graph=graphs(least=1, most=12), hops=st.integers(1, 3))
def test_what_is_too_far_stands_below(graph: nx.Graph[Any], hops: int) -> None:
    """What no path of so many ties leads to is below all that is in the rings."""
    layout = layouts.rings(graph, min(graph), hops=hops)
    near = nx.ego_graph(nx.Graph(graph.to_undirected()), min(graph), radius=hops)
    lowest = max(layout.positions[node][1] for node in near)
    assert all(layout.positions[node][1] > lowest + 16 for node in graph if node not in near)


@given(parents=st.lists(st.integers(0, 1_000_000), max_size=50), centre=st.integers(0, 50))
def test_the_ties_of_a_tree_do_not_cross(parents: list[int], centre: int) -> None:
    """Whatever the tree, and whichever of its nodes is in the middle."""
    tree: nx.Graph[int] = nx.empty_graph(1)
    tree.add_edges_from((node + 1, parent % (node + 1)) for node, parent in enumerate(parents))
    layout = layouts.rings(tree, centre % len(tree))
    assert crossings(tree, layout.positions) == 0


def test_large_trees_do_not_cross_either() -> None:
    """So it is in a tree of a hundred leaves, and in one that has many branches on one side."""
    lopsided = nx.balanced_tree(2, 5)
    lopsided.add_edges_from((0, leaf) for leaf in range(100, 105))
    leaning: nx.Graph[int] = nx.Graph()  # one of whose ties would cut through a ring, if it could
    leaning.add_edges_from(enumerate([0, 1, 2, 2, 3, 3, 5, 3, 3, 5, 5, 6], start=1))
    for tree in (nx.balanced_tree(3, 4), lopsided, leaning, nx.barabasi_albert_graph(150, 1, seed=2)):
        assert crossings(tree, layouts.rings(tree, 0).positions) == 0


def test_what_is_tied_stands_side_by_side() -> None:
    """Of the nodes of a ring, those that are tied to each other are neighbours: a wheel has no crossing."""
    for size in (4, 7, 12):
        wheel = nx.wheel_graph(size)
        mixed = nx.relabel_nodes(wheel, {node: (node * 5) % 23 if node else -1 for node in wheel})
        assert crossings(mixed, layouts.rings(mixed, -1).positions) == 0


@pytest.mark.parametrize(
    ("centre", "hops", "told"),
    [
        (9, None, "centre is a node of the graph, which 9 is not"),
        (0, 0, "hops is a whole number above 0, or None for all, not 0"),
        (0, True, "hops is a whole number above 0, or None for all, not true"),
        (0, 1.5, "hops is a whole number above 0, or None for all, not 1.5"),
    ],
)
def test_what_has_no_rings_is_refused(centre: int, hops: Any, told: str) -> None:
    """A centre that is not there, and no number of rings, are named."""
    with pytest.raises(ValueError, match=r".+") as caught:
        layouts.rings(nx.path_graph(3), centre, hops=hops)
    assert str(caught.value) == told
