"""Eigenvector centrality: against a dense decomposition, by every engine, in any number of parts."""

from __future__ import annotations

import re
from math import sqrt
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.graph.graphs import graphs, relabellings, small_graphs

from partnermodel.graph.measures import eigenvectors
from partnermodel.graph.measures.eigenvectors import eigenvector
from partnermodel.graph.measures.engines import indexed


def about(values: Any) -> Any:
    """Return what values should be, nearly to the digits that are given."""
    return pytest.approx(values, rel=1e-7, abs=1e-8)


def projected(graph: nx.Graph[Any], weight: str | None = None) -> dict[Any, float]:
    """Return the same value for all, projected on all vectors of the greatest eigenvalue; dense, by numpy."""
    numpy = pytest.importorskip("numpy")
    size = len(graph)
    matrix = numpy.zeros((size, size))
    lists = indexed(graph, directed=False, weight=weight)
    for index, row in enumerate(lists.neighbours):
        for place, other in enumerate(row):
            matrix[index, other] = 1 if lists.weights is None else lists.weights[index][place]
    values, vectors = numpy.linalg.eigh(matrix)
    if not matrix.any():
        return dict.fromkeys(graph, 0.0)
    chosen = vectors[:, values > values[-1] * (1 - 1e-9)]
    found = chosen @ (chosen.T @ numpy.ones(size))
    found /= numpy.linalg.norm(found)
    return dict(zip(graph, map(float, found), strict=True))


@given(graphs(weights=st.sampled_from([1, 2, 0.5])), st.sampled_from([None, "weight"]))
def test_it_is_the_vector_of_the_greatest_eigenvalue(graph: nx.Graph[str], weight: str | None) -> None:
    """It is the vector of the greatest eigenvalue; of several, the part of the constant vector in them."""
    found = eigenvector(graph, weight=weight)
    assert list(found) == list(graph)
    if found:
        assert found == about(projected(graph, weight))
        assert all(0 <= value <= 1 for value in found.values())


def test_it_is_right_for_all_small_graphs() -> None:
    """It holds for every graph of up to six nodes, connected or not, of two modes or not."""
    for graph in small_graphs(connected=False):
        assert eigenvector(graph) == about(projected(graph))


@settings(max_examples=20)
@given(st.data())
def test_engines_agree(data: st.DataObject) -> None:
    """By scipy, the values are those of pure Python."""
    pytest.importorskip("scipy")
    graph = data.draw(graphs(most=12, weights=st.sampled_from([1, 2, 0.5])))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(eigenvectors, "AT_LEAST", 3)
        found = eigenvector(graph, weight="weight", engine="scipy")
    assert found == about(eigenvector(graph, weight="weight", engine="python"))


def test_a_large_graph_is_done_by_what_is_installed() -> None:
    """In a graph so large that scipy pays, what is chosen finds what pure Python finds."""
    graph: nx.Graph[int] = nx.gnm_random_graph(1500, 6000, seed=1)
    found = eigenvector(graph)
    assert found == about(eigenvector(graph, engine="python"))
    assert sum(value**2 for value in found.values()) == pytest.approx(1)


def test_two_modes_do_not_swing() -> None:
    """In a star, for which the power method never ends, the hub has √½ and the others share the rest."""
    found = eigenvector(nx.star_graph(8))
    assert found[0] == pytest.approx(sqrt(0.5))
    assert found[1] == pytest.approx(0.25)


def test_a_long_chain_has_its_sine() -> None:
    """In a chain of 300, where the eigenvalues lie close together, the values are those of a sine."""
    from math import pi, sin

    wanted = [sin(pi * place / 301) for place in range(1, 301)]
    length = sqrt(sum(value * value for value in wanted))
    found = eigenvector(nx.path_graph(300), engine="python")
    assert list(found.values()) == pytest.approx([value / length for value in wanted], abs=1e-7)


def test_the_closest_component_has_all() -> None:
    """Outside the component of the greatest eigenvalue all have 0; without ties all have."""
    graph: nx.Graph[Any] = nx.disjoint_union(nx.complete_graph(4), nx.path_graph(6))
    found = eigenvector(graph)
    assert [found[node] for node in range(4)] == pytest.approx([0.5] * 4)
    assert [found[node] for node in range(4, 10)] == [0] * 6
    assert eigenvector(nx.empty_graph(3)) == {0: 0.0, 1: 0.0, 2: 0.0}


def test_components_of_one_eigenvalue_share() -> None:
    """A star, a triangle and a ring with the eigenvalue 2 each get what the power method gives them."""
    graph: nx.Graph[Any] = nx.disjoint_union_all([nx.star_graph(4), nx.cycle_graph(3), nx.cycle_graph(5)])
    found = eigenvector(graph)
    assert found == about(projected(graph))
    assert found[0] == about(1.5 * found[5])


def test_a_weight_below_nothing_is_refused() -> None:
    """The greatest vector of a matrix with numbers below 0 may have them too, and means nothing."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("a", "b", weight=-2)
    message = 'weight of the edge from "a" to "b" is a finite number from 0 up, not -2'
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        eigenvector(graph, weight="weight")


@given(st.data())
def test_names_and_order_change_nothing(data: st.DataObject) -> None:
    """The same graph with other names, in another order, has the same values."""
    graph = data.draw(graphs())
    other, names = data.draw(relabellings(graph))
    assert eigenvector(other) == about({names[node]: value for node, value in eigenvector(graph).items()})


def test_published_values() -> None:
    """The Medici have 0.430 among the families of Florence, the administrator of Zachary's club 0.373."""
    assert eigenvector(nx.florentine_families_graph())["Medici"] == pytest.approx(0.430, abs=5e-4)
    assert eigenvector(nx.karate_club_graph())[33] == pytest.approx(0.373, abs=5e-4)
