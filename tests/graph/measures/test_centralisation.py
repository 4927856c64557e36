"""Freeman's centralisation: stars, networks of equals, and all that is between."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import DIRECTED, graphs, relabellings, simple, small_graphs

from partnermodel.graph.measures.centralisation import CENTRALITIES, Centrality, centralisation
from partnermodel.graph.measures.engines import Direction

EVERY: tuple[Centrality, ...] = ("degree", "closeness", "betweenness", "eigenvector")


def test_every_centrality_is_tested() -> None:
    """The tests know of all centralities."""
    assert EVERY == CENTRALITIES


@pytest.mark.parametrize("of", EVERY)
@pytest.mark.parametrize("number", [3, 4, 7, 20, 100])
def test_a_star_has_one_and_equals_have_none(of: Centrality, number: int) -> None:
    """A star has 1, exactly; a complete graph, a ring and a graph without ties have 0."""
    assert centralisation(nx.star_graph(number - 1), of=of) == 1
    for graph in (nx.complete_graph(number), nx.cycle_graph(number), nx.empty_graph(number)):
        assert centralisation(graph, of=of) == 0


@pytest.mark.parametrize("of", ["degree", "closeness"])
def test_a_directed_star_has_one_with_its_direction(of: Centrality) -> None:
    """A star of ties that lead to the hub has 1 for those that come; of ties that go, for those that go."""
    star: nx.DiGraph[int] = nx.DiGraph((leaf, 0) for leaf in range(1, 7))
    assert centralisation(star, of=of, direction="in") == 1
    assert centralisation(star.reverse(), of=of, direction="out") == 1
    assert centralisation(star, of=of) == 1
    assert centralisation(star, of=of, direction="out") == pytest.approx(1 / 36, abs=1e-9)


def test_betweenness_follows_directions_or_not() -> None:
    """No path leads through a hub to which all ties lead; when directions are not minded, all do."""
    star: nx.DiGraph[int] = nx.DiGraph((leaf, 0) for leaf in range(1, 7))
    assert centralisation(star, of="betweenness", direction="in") == 0
    assert centralisation(star, of="betweenness") == 1


def test_no_network_has_more_than_a_star() -> None:
    """Among all graphs of up to six nodes, connected or not, a star has the most, but by the eigenvector."""
    for graph in small_graphs(connected=False):
        for of in EVERY:
            found = centralisation(graph, of=of)
            if len(graph) < 3:
                assert found is None
            else:
                assert found is not None
                assert found >= 0
                assert found <= 1 or of == "eigenvector"
    apart: nx.Graph[int] = nx.empty_graph(6)
    apart.add_edge(0, 1)
    assert centralisation(apart, of="eigenvector") == pytest.approx(4 / (5 - 5**0.5), abs=1e-9)


@given(graphs(least=3))
def test_it_is_the_sum_of_differences(graph: nx.Graph[str]) -> None:
    """Degree, closeness and betweenness, from networkx, are added up as differences from the greatest."""
    plain = simple(graph, directed=False)
    number = len(graph)
    values: dict[Centrality, tuple[dict[str, float], float]] = {
        "degree": (dict(plain.degree()), (number - 1) * (number - 2)),
        "closeness": (nx.closeness_centrality(plain), (number - 1) * (number - 2) / (2 * number - 3)),
        "betweenness": (nx.betweenness_centrality(plain), number - 1),
    }
    for of, (found, star) in values.items():
        expected = sum(max(found.values()) - value for value in found.values()) / star
        assert centralisation(graph, of=of) == pytest.approx(expected, abs=2e-9)


@given(graphs(DIRECTED, least=3), st.sampled_from(["in", "out"]), st.sampled_from(EVERY))
def test_bounds_hold_with_a_direction(graph: nx.Graph[str], direction: Direction, of: Centrality) -> None:
    """With a direction, too, it is from 0 to 1, but by the eigenvector."""
    found = centralisation(graph, of=of, direction=direction)
    assert found is not None
    assert 0 <= found <= 1 or of == "eigenvector"


@given(st.data(), st.sampled_from(EVERY))
def test_names_and_order_change_nothing(data: st.DataObject, of: Centrality) -> None:
    """The same graph with other names, in another order, has the same value."""
    graph = data.draw(graphs())
    other, _ = data.draw(relabellings(graph))
    found: Any = centralisation(graph, of=of)
    assert centralisation(other, of=of) == pytest.approx(found, abs=1e-7)


def test_other_words_are_refused() -> None:
    """What is no centrality is refused with those that are."""
    message = 'of is one of "degree", "closeness", "betweenness", "eigenvector", not "pagerank"'
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        centralisation(nx.Graph(), of="pagerank")  # type: ignore[arg-type]


def test_the_florentine_families() -> None:
    """Of the sixteen families the marriages are centred by 0.267 by degree, as Wasserman & Faust print it."""
    families = nx.florentine_families_graph()
    families.add_node("Pucci")
    assert centralisation(families) == pytest.approx(0.267, abs=5e-4)
    assert len(list(combinations(families, 2))) == 120
