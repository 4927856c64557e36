"""Components, reachability, distances: against networkx, and against their definitions."""

from __future__ import annotations

from collections import Counter
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.graph.graphs import DIRECTED, UNDIRECTED, graphs, relabellings, small_graphs

from partnermodel.graph.measures import paths
from partnermodel.graph.measures.reach import Distances, components, distances, reachability
from partnermodel.values.mapping import FrozenMap


def far(graph: nx.Graph[Any]) -> dict[tuple[Any, Any], int]:
    """Return the distance of each ordered pair that has one, after Floyd and Warshall."""
    found = {(node, node): 0 for node in graph} | {
        (one, other): 1 for one, other in graph.edges() if one != other
    }
    if not graph.is_directed():
        found |= {(other, one): length for (one, other), length in found.items()}
    for middle in graph:
        for one in graph:
            for other in graph:
                if (one, middle) in found and (middle, other) in found:
                    length = found[one, middle] + found[middle, other]
                    found[one, other] = min(found.get((one, other), length), length)
    return {pair: length for pair, length in found.items() if pair[0] != pair[1]}


def in_order(graph: nx.Graph[Any], parts: list[set[Any]]) -> list[set[Any]]:
    """Return parts by size, and of one size by where their first nodes are."""
    place = {node: number for number, node in enumerate(graph)}
    return sorted(parts, key=lambda part: (-len(part), min(map(place.__getitem__, part))))


@given(graphs(UNDIRECTED))
def test_components_are_those_of_networkx(graph: nx.Graph[str]) -> None:
    """The components of an undirected graph, the largest first, then by their first nodes."""
    expected = in_order(graph, list(nx.connected_components(graph)))
    assert components(graph) == components(graph, strong=True) == expected


@given(graphs(DIRECTED))
def test_components_of_directed_graphs_are_weak_or_strong(graph: nx.DiGraph[str]) -> None:
    """Weak components mind no direction, strong ones do; both are in the same order."""
    assert components(graph) == in_order(graph, list(nx.weakly_connected_components(graph)))
    assert components(graph, strong=True) == in_order(graph, list(nx.strongly_connected_components(graph)))


def check_distances(graph: nx.Graph[Any]) -> None:
    """Compare with the distances of all pairs."""
    expected = far(graph)
    pairs = len(graph) * (len(graph) - 1)
    found = distances(graph)
    assert found == Distances(
        mean=sum(expected.values()) / len(expected) if expected else None,
        diameter=max(expected.values(), default=None),
        unreachable=pairs - len(expected),
        counts=FrozenMap(Counter(expected.values())),
    )
    assert list(found.counts) == sorted(found.counts)
    assert reachability(graph) == (len(expected) / pairs if pairs else None)


@given(graphs())
def test_distances_are_those_of_all_pairs(graph: nx.Graph[str]) -> None:
    """Pairs with a path are counted by distance, the others for themselves."""
    check_distances(graph)


def test_distances_of_all_small_graphs() -> None:
    """They hold for every connected graph of up to six nodes, and nobody is out of reach in these."""
    for graph in small_graphs():
        check_distances(graph)
        assert distances(graph).unreachable == 0
        assert reachability(graph) == (1 if len(graph) > 1 else None)


@settings(max_examples=20)
@given(graphs(most=12), st.integers(1, 5))
def test_how_many_go_at_once_changes_nothing(graph: nx.Graph[str], at_once: int) -> None:
    """Distances and reachability are the same however many sources are followed at once."""
    whole = distances(graph), reachability(graph)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "AT_ONCE", at_once)
        patch.setattr("partnermodel.graph.measures.reach.AT_ONCE", at_once)
        assert (distances(graph), reachability(graph)) == whole


@given(st.data())
def test_names_and_order_change_nothing(data: st.DataObject) -> None:
    """The same graph with other names, in another order, has the same parts and distances."""
    graph = data.draw(graphs())
    other, names = data.draw(relabellings(graph))
    for strong in (False, True):
        assert set(components(other, strong=strong)) == {
            frozenset(map(names.__getitem__, part)) for part in components(graph, strong=strong)
        }
    assert distances(other) == distances(graph)
    assert reachability(other) == reachability(graph)


def test_the_florentine_families() -> None:
    """Of the marriages of Florence: all families but Pucci reach each other, in at most five steps."""
    families = nx.florentine_families_graph()
    families.add_node("Pucci")
    assert [len(part) for part in components(families)] == [15, 1]
    found = distances(families)
    assert (found.diameter, found.unreachable) == (5, 30)
    families.remove_node("Pucci")
    assert found.mean == pytest.approx(nx.average_shortest_path_length(families))


def test_distances_are_a_table() -> None:
    """A row for each distance, one for pairs without a path, and the mean in a note."""
    assert str(distances(nx.Graph([("a", "b")]))) == (
        "Distances of ordered pairs\ndistance  pairs\n1         2\nno path   0\nMean distance: 1.000."
    )
    assert str(distances(nx.empty_graph(2))) == ("Distances of ordered pairs\ndistance  pairs\nno path   2")


def test_progress_is_told() -> None:
    """Who asks is told shares that rise to 1."""
    told: list[float] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "AT_ONCE", 10)
        distances(nx.karate_club_graph(), progress=told.append)
    assert told == sorted(told)
    assert len(told) == 4
    assert told[-1] == 1
