"""Core and periphery after Borgatti and Everett."""

from __future__ import annotations

from itertools import combinations
from math import sqrt
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs, relabellings, simple, small_graphs

from partnermodel import measures
from partnermodel.graph.measures import core_periphery as module  # the function, as the package has it


def fit(graph: nx.Graph[Any], core: frozenset[Any]) -> float | None:
    """Return the correlation over all ordered pairs of the ties and the ideal ones, from the definition."""
    pairs = [(one, other) for one in graph for other in graph if one != other]
    ties = [float(graph.has_edge(*pair)) for pair in pairs]
    ties = [tie + graph.has_edge(other, one) for tie, (one, other) in zip(ties, pairs, strict=True)]
    ideal = [float(bool(core & set(pair))) for pair in pairs]
    if len(set(ties)) < 2 or len(set(ideal)) < 2:
        return None
    means = sum(ties) / len(pairs), sum(ideal) / len(pairs)
    both = [(tie - means[0], one - means[1]) for tie, one in zip(ties, ideal, strict=True)]
    spread = sum(tie * tie for tie, _ in both) * sum(one * one for _, one in both)
    return sum(tie * one for tie, one in both) / sqrt(spread)


def best(graph: nx.Graph[Any]) -> float | None:
    """Return the fit of the best core of all."""
    fits = [
        fit(graph, frozenset(core)) for size in range(len(graph) + 1) for core in combinations(graph, size)
    ]
    return max((one for one in fits if one is not None), default=None)


def check(graph: nx.Graph[Any]) -> None:
    """Hold a small graph to the best of all cores."""
    found = measures.core_periphery(graph)
    plain = simple(graph)
    assert found.core | found.periphery == set(graph)
    assert not found.core & found.periphery
    expected = best(plain)
    assert found.fit == (None if expected is None else pytest.approx(expected))
    if found.fit is None:
        assert not found.core
    else:
        assert fit(plain, found.core) == pytest.approx(found.fit)


def test_small_graphs_have_the_best_core() -> None:
    """On every connected graph of up to six nodes no core fits better."""
    for graph in small_graphs():
        check(graph)


@given(graphs(most=6))
def test_any_small_graph_has_the_best_core(graph: nx.Graph[str]) -> None:
    """So it is with directions, loops, parallel edges, isolates and several parts."""
    check(graph)


@given(st.data(), graphs())
def test_names_change_no_fit(data: st.DataObject, graph: nx.Graph[str]) -> None:
    """Whatever the nodes are called, the fit is the same."""
    other, _ = data.draw(relabellings(graph))
    one, two = measures.core_periphery(graph).fit, measures.core_periphery(other).fit
    assert one == (None if two is None else pytest.approx(two))


@given(st.integers(13, 40), st.integers(1, 6))
def test_a_perfect_core_is_found(number: int, size: int) -> None:
    """In a large network that is ideal, the core is found and the fit is one."""
    graph: nx.Graph[int] = nx.empty_graph(number)
    graph.add_edges_from((one, other) for one in range(size) for other in range(number) if one != other)
    found = measures.core_periphery(graph)
    assert found.core == set(range(size))
    assert found.fit == pytest.approx(1)


@given(st.integers(13, 30), st.integers(0, 20))
def test_no_change_of_one_node_betters_a_large_network(number: int, seed: int) -> None:
    """The core of a large network fits as is said, and better than with one node on the other side."""
    graph = nx.gnm_random_graph(number, 2 * number, seed=seed)
    found = measures.core_periphery(graph)
    assert found.fit is not None
    assert fit(graph, found.core) == pytest.approx(found.fit)
    for node in graph:
        assert (fit(graph, found.core ^ {node}) or -1) <= found.fit + 1e-9


def test_the_module_and_the_function_share_a_name() -> None:
    """What the package has under the name is the function."""
    assert module is measures.core_periphery
