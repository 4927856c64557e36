"""Krackhardt's dimensions: out-trees, single faults, and a brute force from the definitions."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import DIRECTED, graphs, relabellings, simple, small_graphs

from partnermodel.graph.measures.hierarchy import Krackhardt, krackhardt

TREES = [
    nx.DiGraph([(0, 1), (0, 2)]),
    nx.DiGraph([(0, 1), (1, 2), (2, 3)]),
    nx.balanced_tree(2, 3, create_using=nx.DiGraph),
    nx.balanced_tree(3, 2, create_using=nx.DiGraph),
]


@pytest.mark.parametrize("tree", TREES)
def test_an_out_tree_has_one_in_all(tree: nx.DiGraph[int]) -> None:
    """An out-tree has 1, 1, 1, 1; a tree turned round has all but the least upper bound."""
    assert krackhardt(tree) == Krackhardt(1, 1, 1, 1)
    found = krackhardt(tree.reverse())
    assert (found.connectedness, found.hierarchy, found.efficiency) == (1, 1, 1)
    # Turned round, only a chain has one who is above all.
    chain = all(number < 2 for _, number in tree.out_degree())
    assert (found.least_upper_bound == 1) == chain


def test_each_fault_lowers_its_own_dimension() -> None:
    """A second tree, a tie back, a tie too many and a second root are seen by one dimension each, or two."""
    tree: nx.DiGraph[int] = nx.DiGraph([(0, 1), (0, 2), (1, 3), (1, 4)])
    apart = nx.disjoint_union(tree, tree)
    assert krackhardt(apart) == Krackhardt(20 / 45, 1, 1, 1)
    back: nx.DiGraph[int] = nx.DiGraph([*tree.edges, (3, 1)])
    assert krackhardt(back) == Krackhardt(1, 6 / 7, 15 / 16, 1)
    twice: nx.DiGraph[int] = nx.DiGraph([*tree.edges, (0, 3)])
    assert krackhardt(twice) == Krackhardt(1, 1, 15 / 16, 1)
    rooted: nx.DiGraph[int] = nx.DiGraph([*tree.edges, (5, 2)])
    assert krackhardt(rooted).least_upper_bound == 1 - 4 / 10


def test_two_who_are_both_nearest_are_no_least() -> None:
    """Where two superiors share two subordinates, and a third is above both, the two have no least one."""
    graph: nx.DiGraph[str] = nx.DiGraph(
        [("top", "one"), ("top", "other"), *[(boss, who) for boss in ("one", "other") for who in "xy"]]
    )
    assert krackhardt(graph).least_upper_bound == 1 - 1 / 6


def expected(graph: nx.Graph[Any]) -> Krackhardt:
    """Return the dimensions by looking at all pairs."""
    plain = simple(graph)
    assert isinstance(plain, nx.DiGraph)
    reach = {node: nx.descendants(plain, node) | {node} for node in plain}
    weak = list(nx.weakly_connected_components(plain))
    pairs = list(combinations(plain, 2))
    joined = sum(any({one, other} <= part for part in weak) for one, other in pairs)
    either = [(other in reach[one], one in reach[other]) for one, other in pairs]
    ordered = [both for both in either if any(both)]
    needed = sum(len(part) - 1 for part in weak)
    possible = sum(len(part) * (len(part) - 1) - (len(part) - 1) for part in weak)
    violations, most = 0, 0.0
    for part in weak:
        if len(part) >= 3:
            most += (len(part) - 1) * (len(part) - 2) / 2
            for one, other in combinations(part, 2):
                bounds = [node for node in part if {one, other} <= reach[node]]
                violations += not any(all(least in reach[node] for node in bounds) for least in bounds)
    return Krackhardt(
        connectedness=joined / len(pairs) if pairs else None,
        hierarchy=1 - sum(map(all, ordered)) / len(ordered) if ordered else None,
        efficiency=1 - (plain.number_of_edges() - needed) / possible if possible else None,
        least_upper_bound=1 - violations / most if most else None,
    )


def check(graph: nx.Graph[Any]) -> None:
    """Compare with a look at all pairs."""
    found, wanted = krackhardt(graph), expected(graph)
    for name in ("connectedness", "hierarchy", "efficiency", "least_upper_bound"):
        value = getattr(found, name)
        assert value == (None if getattr(wanted, name) is None else pytest.approx(getattr(wanted, name)))
        assert value is None or 0 <= value <= 1


@given(graphs(DIRECTED))
def test_dimensions_are_as_defined(graph: nx.Graph[str]) -> None:
    """Of any directed graph, the dimensions are those of the definitions, and from 0 to 1."""
    check(graph)


def test_dimensions_of_all_small_graphs_with_a_direction() -> None:
    """They hold for all connected graphs of up to six nodes, with ties one way, and both ways."""
    for graph in small_graphs():
        ties = [(min(tie), max(tie)) for tie in graph.edges]
        check(nx.DiGraph(ties) if ties else graph.to_directed())
        check(graph.to_directed())


@given(st.data())
def test_names_and_order_change_nothing(data: st.DataObject) -> None:
    """The same graph with other names, in another order, has the same dimensions."""
    graph = data.draw(graphs(DIRECTED))
    other, _ = data.draw(relabellings(graph))
    assert krackhardt(other) == krackhardt(graph)


def test_an_undirected_graph_has_no_hierarchy() -> None:
    """Without directions nobody is superior, and the graph is refused."""
    message = "the dimensions of hierarchy are of a directed graph, and this one is undirected"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        krackhardt(nx.Graph())


def test_what_is_not_defined_is_said() -> None:
    """Of isolates only connectedness is defined, and the table says so."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from("ab")
    assert krackhardt(graph) == Krackhardt(0, None, None, None)
    assert str(krackhardt(graph)).splitlines()[2:4] == [
        "connectedness      0.000",
        "hierarchy          not defined",
    ]


def test_progress_is_told() -> None:
    """Who asks is told when all is done."""
    told: list[float] = []
    krackhardt(nx.DiGraph([(0, 1), (1, 2)]), progress=told.append)
    assert told == [1.0]
