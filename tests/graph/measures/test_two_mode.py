"""Centrality in two modes: against networkx, and the Southern Women of Davis, Gardner and Gardner."""

from __future__ import annotations

import re
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import KINDS, Kind, relabellings, small_graphs

from partnermodel.errors import UnknownIdError
from partnermodel.graph.measures.betweenness import betweenness
from partnermodel.graph.measures.two_mode import (
    two_mode_betweenness,
    two_mode_closeness,
    two_mode_degree,
)

MEASURES = (two_mode_degree, two_mode_closeness, two_mode_betweenness)


def about(values: dict[Any, float]) -> Any:
    """Return what values should be, to the digits that are given."""
    return pytest.approx(values, rel=1e-9, abs=1e-12)


@st.composite
def two_mode(draw: st.DrawFn, kinds: tuple[Kind, ...] = KINDS) -> tuple[nx.Graph[str], list[str]]:
    """Draw a graph of two modes with parallel edges, loops and isolates, and its first side."""
    first, second = "abcd"[: draw(st.integers(1, 4))], "uvwxy"[: draw(st.integers(1, 5))]
    graph = draw(st.sampled_from(kinds))()
    graph.add_nodes_from(draw(st.permutations(first + second)))
    for one, other in draw(st.lists(st.tuples(st.sampled_from(first), st.sampled_from(second)), max_size=12)):
        graph.add_edge(*((one, other) if draw(st.booleans()) else (other, one)))
    if draw(st.booleans()):
        graph.add_edge(first[0], first[0])
    return graph, list(first)


def plain(graph: nx.Graph[str]) -> nx.Graph[str]:
    """Return the graph without directions, loops and parallel edges."""
    found: nx.Graph[str] = nx.Graph()
    found.add_nodes_from(graph)
    found.add_edges_from((one, other) for one, other in graph.edges() if one != other)
    return found


@given(two_mode())
def test_they_are_those_of_networkx(drawn: tuple[nx.Graph[str], list[str]]) -> None:
    """Degree, closeness and betweenness are those of networkx.bipartite, which divides by 0 at times."""
    graph, nodes = drawn
    simple = plain(graph)
    for measure in MEASURES:
        assert list(measure(graph, nodes=nodes)) == list(graph)
    assert two_mode_degree(graph, nodes=nodes) == about(nx.bipartite.degree_centrality(simple, nodes))
    assert two_mode_closeness(graph, nodes=nodes) == about(nx.bipartite.closeness_centrality(simple, nodes))
    found = two_mode_betweenness(graph, nodes=nodes)
    try:
        assert found == about(nx.bipartite.betweenness_centrality(simple, nodes))
    except ZeroDivisionError:
        assert len(nodes) == 1 or len(graph) - len(nodes) == 1
    assert all(0 <= value <= 1 for value in found.values())
    one_mode = two_mode_betweenness(graph, nodes=nodes, normalisation="one-mode")
    assert one_mode == betweenness(simple)
    assert all(one_mode[node] <= value + 1e-9 for node, value in found.items())


def test_the_greatest_is_reached() -> None:
    """Among all small graphs of two modes, a value of 1 is reached on each side, and none goes above."""
    most: dict[tuple[int, int], float] = {}
    for graph in small_graphs():
        if len(graph) > 2 and nx.is_bipartite(graph):
            nodes = [node for node, side in nx.bipartite.color(graph).items() if side]
            found = two_mode_betweenness(graph, nodes=nodes)
            sizes = len(nodes), len(graph) - len(nodes)
            for node, value in found.items():
                side = sizes if node in nodes else sizes[::-1]
                most[side] = max(most.get(side, 0), value)
    assert {side for side, value in most.items() if value == 1} == {side for side in most if side[1] > 1}
    assert max(most.values()) == 1


def test_southern_women() -> None:
    """Evelyn and Theresa took part in 8 of the 14 events; closeness and betweenness are those published."""
    women = nx.davis_southern_women_graph()
    top = list(women.graph["top"])
    shares = two_mode_degree(women, nodes=top)
    assert shares["Evelyn Jefferson"] == shares["Theresa Anderson"] == 8 / 14
    assert shares["E8"] == 14 / 18
    near = two_mode_closeness(women, nodes=top)
    between = two_mode_betweenness(women, nodes=top)
    # Borgatti & Halgin (2011), table of the centralities of the women and the events.
    assert near["Evelyn Jefferson"] == pytest.approx(0.80, abs=5e-3)
    assert between["Evelyn Jefferson"] == pytest.approx(0.10, abs=5e-3)
    assert near["E8"] == pytest.approx(0.85, abs=5e-3)
    assert between["E8"] == pytest.approx(0.24, abs=6e-3)


@given(st.data())
def test_names_and_order_change_nothing(data: st.DataObject) -> None:
    """The same graph with other names, in another order, has the same values."""
    graph, nodes = data.draw(two_mode())
    other, names = data.draw(relabellings(graph))
    for measure in MEASURES:
        assert measure(other, nodes=[names[node] for node in nodes]) == {
            names[node]: value for node, value in measure(graph, nodes=nodes).items()
        }


def test_a_tie_within_a_side_is_refused() -> None:
    """A graph that is not of two modes is refused with the tie; so is a node that is not in it."""
    graph: nx.Graph[str] = nx.Graph([("a", "fair"), ("a", "b")])
    message = 'ties of a two-mode graph join the two sides; "a" and "b" are on one'
    for measure in MEASURES:
        with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
            measure(graph, nodes=["a", "b"])
        with pytest.raises(UnknownIdError, match=r'^the graph has no node "c"$'):
            measure(graph, nodes=["c"])


def test_an_unknown_normalisation_is_refused() -> None:
    """The two normalisations have names, and others are refused."""
    message = 'normalisation is one of "two-mode", "one-mode", not "none"'
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        two_mode_betweenness(nx.Graph(), nodes=[], normalisation="none")  # type: ignore[arg-type]
