"""Degree and closeness: against networkx, and against their definitions."""

from __future__ import annotations

import re
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs, relabellings, simple, small_graphs

from partnermodel.graph.measures.centrality import closeness, degree
from partnermodel.graph.measures.engines import Direction

DIRECTIONS: tuple[Direction, ...] = ("any", "in", "out")


def about(values: dict[Any, float]) -> Any:
    """Return what values should be, to the digits that are given."""
    return pytest.approx(values, rel=1e-9, abs=1e-12)


def shortest(graph: nx.Graph[Any], direction: Direction) -> nx.Graph[Any]:
    """Return the graph whose distances to a node are looked for: simple, each tie of the least length."""
    plain = simple(graph, directed=False if direction == "any" else None)
    if direction == "out" and isinstance(plain, nx.DiGraph):
        plain = plain.reverse()
    for one, other in plain.edges:
        pair = (other, one) if direction == "out" and graph.is_directed() else (one, other)
        plain.edges[one, other]["length"] = min(
            held.get("weight", 1)
            for *ends, held in graph.edges(data=True)
            if tuple(ends) == pair or (tuple(ends[::-1]) == pair and not plain.is_directed())
        )
    return plain


@given(graphs(weights=st.integers(1, 9)))
def test_degree_counts_the_others(graph: nx.Graph[str]) -> None:
    """Degree counts the other nodes that a tie joins, or adds up the weights of all that joins them."""
    edges = [
        (one, other, held.get("weight", 1)) for one, other, held in graph.edges(data=True) if one != other
    ]
    if not graph.is_directed():
        edges += [(other, one, weight) for one, other, weight in edges]
    wanted: dict[Direction, list[tuple[str, str, float]]] = {
        "out": edges,
        "in": [(other, one, weight) for one, other, weight in edges],
    }
    both = wanted["out"] + (wanted["in"] if graph.is_directed() else [])
    wanted["any"] = both
    for direction, ends in wanted.items():
        partners = {node: {two for one, two, _ in ends if one == node} for node in graph}
        found = degree(graph, direction=direction)
        assert found == {node: len(others) for node, others in partners.items()}
        assert list(found) == list(graph)
        assert degree(graph, direction=direction, weight="weight") == {
            node: sum(weight for one, _, weight in ends if one == node) for node in graph
        }
        share = degree(graph, direction=direction, normalised=True)
        assert share == {node: number / max(len(graph) - 1, 1) for node, number in found.items()}
        assert all(0 <= value <= 1 for value in share.values())


@given(graphs(), st.sampled_from(DIRECTIONS))
def test_closeness_is_that_of_networkx(graph: nx.Graph[str], direction: Direction) -> None:
    """Both formulas give what networkx gives, the harmonic one divided by the number of others."""
    plain = shortest(graph, direction)
    found = closeness(graph, direction=direction)
    assert found == about(nx.closeness_centrality(plain))
    assert list(found) == list(graph)
    harmonic = nx.harmonic_centrality(plain)
    others = max(len(graph) - 1, 1)
    found = closeness(graph, formula="harmonic", direction=direction)
    assert found == about({node: value / others for node, value in harmonic.items()})
    assert all(0 <= value <= 1 for value in found.values())


@given(graphs(weights=st.sampled_from([0.1, 0.2, 0.3, 1, 2.5])), st.sampled_from(DIRECTIONS))
def test_closeness_follows_lengths(graph: nx.Graph[str], direction: Direction) -> None:
    """With lengths, of parallel edges the shortest counts, and all else is as without."""
    plain = shortest(graph, direction)
    found = closeness(graph, direction=direction, distance="weight")
    assert found == about(nx.closeness_centrality(plain, distance="length"))
    others = max(len(graph) - 1, 1)
    expected = nx.harmonic_centrality(plain, distance="length")
    found = closeness(graph, formula="harmonic", direction=direction, distance="weight")
    assert found == about({node: value / others for node, value in expected.items()})


def test_closeness_of_all_small_graphs() -> None:
    """In a connected graph, closeness is the number of others divided by the sum of the distances."""
    for graph in small_graphs():
        lengths = dict(nx.all_pairs_shortest_path_length(graph))
        total = {node: sum(far.values()) for node, far in lengths.items()}
        expected = {node: (len(graph) - 1) / far if far else 0 for node, far in total.items()}
        assert closeness(graph) == about(expected)


@pytest.mark.parametrize("length", [0, -1])
def test_a_length_is_above_nothing(length: float) -> None:
    """A length of 0 or less is refused with its edge."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("a", "b", far=length)
    message = f'far of the edge from "a" to "b" is above 0, not {length}'
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        closeness(graph, distance="far")


def test_unknown_words_are_refused() -> None:
    """A formula or a direction that is not known is refused with those that are."""
    graph: nx.Graph[str] = nx.Graph()
    message = 'formula is one of "wasserman-faust", "harmonic", not "freeman"'
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        closeness(graph, formula="freeman")  # type: ignore[arg-type]
    message = 'direction is one of "any", "in", "out", not "both"'
    for measure in (degree, closeness):
        with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
            measure(graph, direction="both")  # type: ignore[arg-type]


@given(st.data())
def test_names_and_order_change_nothing(data: st.DataObject) -> None:
    """The same graph with other names, in another order, has the same values."""
    graph = data.draw(graphs())
    other, names = data.draw(relabellings(graph))
    assert degree(other) == {names[node]: value for node, value in degree(graph).items()}
    assert closeness(other) == {names[node]: value for node, value in closeness(graph).items()}


def test_progress_is_told() -> None:
    """Who asks is told shares up to 1, with lengths and without."""
    for distance in (None, "weight"):
        told: list[float] = []
        closeness(nx.path_graph(5), distance=distance, progress=told.append)
        assert told == sorted(told)
        assert told[-1] == 1


def test_the_florentine_families() -> None:
    """The Medici marry into six of the fifteen families, and are the closest to all, as is published."""
    families = nx.florentine_families_graph()
    assert degree(families)["Medici"] == 6
    near = closeness(families)
    assert near["Medici"] == pytest.approx(0.56)
    assert max(near, key=near.__getitem__) == "Medici"
