"""Graphs as lists of numbers, and the choice of what computes on them."""

from __future__ import annotations

import re

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs, simple

from partnermodel.errors import MissingExtraError
from partnermodel.graph.measures import engines
from partnermodel.graph.measures.engines import choose, indexed, rustworkx_graph, sparse


@given(graphs(), st.sampled_from([None, False, True]))
def test_neighbours_are_those_of_the_simple_graph(graph: nx.Graph[str], directed: bool | None) -> None:
    """Neighbours are those of the graph without loops and parallel edges, in rising order."""
    found = indexed(graph, directed=directed)
    plain = simple(graph, directed=directed)
    assert found.nodes == list(graph)
    assert found.directed == (graph.is_directed() and directed is not False)
    assert found.weights is None
    for node, row in zip(found.nodes, found.neighbours, strict=True):
        assert row == sorted(set(row))
        assert {found.nodes[other] for other in row} == set(plain[node])


@given(graphs(weights=st.integers(1, 9)), st.sampled_from([None, False, True]))
def test_weights_of_one_tie_are_added(graph: nx.Graph[str], directed: bool | None) -> None:
    """The weight of a tie is the sum over the edges that are it; an edge without a weight weighs 1."""
    found = indexed(graph, directed=directed, weight="weight")
    assert found.neighbours == indexed(graph, directed=directed).neighbours
    assert found.weights is not None
    for index, (row, weights) in enumerate(zip(found.neighbours, found.weights, strict=True)):
        for other, weight in zip(row, weights, strict=True):
            pair = found.nodes[index], found.nodes[other]
            assert weight == sum(
                held.get("weight", 1)
                for one, two, held in graph.edges(data=True)
                if (one, two) == pair or ((two, one) == pair and not found.directed)
            )


@pytest.mark.parametrize(
    ("value", "said"), [("much", '"much"'), (float("nan"), "NaN"), (float("inf"), "Infinity"), (None, "null")]
)
def test_a_weight_is_a_number(value: object, said: str) -> None:
    """What is no finite number is refused with its edge."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("a", "b", weight=value)
    message = f'weight of the edge from "a" to "b" is a finite number, not {said}'
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        indexed(graph, weight="weight")


@given(graphs(weights=st.integers(1, 9)))
def test_the_forms_for_the_engines_have_the_same_ties(graph: nx.Graph[str]) -> None:
    """The matrix and the graph of rustworkx have the ties of the lists."""
    pytest.importorskip("scipy")
    pytest.importorskip("rustworkx")
    lists = indexed(graph, weight="weight")
    assert lists.weights is not None
    ties = {
        (index, other): weight
        for index, (row, weights) in enumerate(zip(lists.neighbours, lists.weights, strict=True))
        for other, weight in zip(row, weights, strict=True)
    }
    matrix = sparse(lists).tocoo()
    assert {(int(a), int(b)): w for a, b, w in zip(*matrix.coords, matrix.data, strict=True)} == ties
    pairs = [tuple(pair) for pair in rustworkx_graph(lists).edge_list()]
    both = pairs if lists.directed else pairs + [(b, a) for a, b in pairs]
    assert sorted(both) == sorted(ties)


def test_the_first_that_is_installed_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless an engine is asked for, it is the first that is there, if it pays, and pure Python else."""
    there = {"python", "scipy"}
    monkeypatch.setattr(engines, "installed", lambda one: one in there)
    assert choose(None, "rustworkx", "scipy") == "scipy"
    assert choose(None, "scipy", pays=False) == choose(None, "rustworkx") == choose("python") == "python"
    assert choose("scipy", "rustworkx", "scipy", pays=False) == "scipy"
    message = (
        'the engine "rustworkx" is not installed; the extra "fast" brings it: '
        'pip install "partnermodel[fast]"'
    )
    with pytest.raises(MissingExtraError, match=f"^{re.escape(message)}$"):
        choose("rustworkx", "rustworkx")


def test_an_engine_that_cannot_do_the_work_is_refused() -> None:
    """An engine that is not offered is a ValueError that says which are."""
    message = 'engine is None or one of "python", "scipy", not "rustworkx"'
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        choose("rustworkx", "scipy")
