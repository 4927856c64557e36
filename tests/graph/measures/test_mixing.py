"""Whether ties keep within blocks: E-I index, Yule's Q, densities, assortativity."""

from __future__ import annotations

from itertools import permutations
from math import isfinite
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.graphs import graphs, relabellings, simple

from partnermodel import measures


def drawn(graph: nx.Graph[Any], data: st.DataObject) -> dict[Any, Any]:
    """Draw a block for each node."""
    return {node: data.draw(st.sampled_from("xyz")) for node in graph}


@given(graphs(), st.data())
def test_the_e_i_index_counts_ties(graph: nx.Graph[str], data: st.DataObject) -> None:
    """Each index is what counting the ties between and within blocks gives."""
    of = drawn(graph, data)
    found = measures.ei_index(graph, of)
    ties = list(simple(graph).edges())

    def index(some: list[tuple[str, str]]) -> Any:
        signs = [1 if of[one] != of[other] else -1 for one, other in some]
        return pytest.approx(sum(signs) / len(signs)) if signs else None

    assert found.index == index(ties)
    assert found.external + found.internal == len(ties)
    assert list(found.by_node) == list(graph)
    for node in graph:
        assert found.by_node[node] == index([tie for tie in ties if node in tie])
    for block in set(of.values()):
        assert found.by_block[block] == index([tie for tie in ties if block in (of[tie[0]], of[tie[1]])])


@given(graphs(weights=st.integers(0, 4)), st.data())
def test_the_e_i_index_adds_weights(graph: nx.Graph[str], data: st.DataObject) -> None:
    """With weights, the two sides are the sums over all edges but loops."""
    of = drawn(graph, data)
    found = measures.ei_index(graph, of, weight="weight")
    sides = [0, 0]
    for one, other, held in graph.edges(data=True):
        if one != other:
            sides[of[one] == of[other]] += held.get("weight", 1)
    assert [found.external, found.internal] == sides


@given(graphs(), st.data())
def test_q_and_densities_compare_with_all_pairs(graph: nx.Graph[str], data: st.DataObject) -> None:
    """Yule's Q and the densities are what a search through all ordered pairs gives."""
    of, plain = drawn(graph, data), simple(graph)
    pairs = list(permutations(graph, 2))
    table = {(within, tied): 0 for within in (True, False) for tied in (True, False)}
    for one, other in pairs:
        table[of[one] == of[other], plain.has_edge(one, other)] += 1
    ad, bc = table[True, True] * table[False, False], table[True, False] * table[False, True]
    expected = pytest.approx((ad - bc) / (ad + bc)) if ad + bc else None
    assert measures.yules_q(graph, of) == expected
    found = measures.block_densities(graph, of)
    assert list(found) == list(dict.fromkeys(of.values()))
    for first, row in found.items():
        for second, density in row.items():
            some = [plain.has_edge(*pair) for pair in pairs if (of[pair[0]], of[pair[1]]) == (first, second)]
            assert density == (pytest.approx(sum(some) / len(some)) if some else None)


@given(graphs(least=2), st.data())
def test_assortativity_is_that_of_networkx(graph: nx.Graph[str], data: st.DataObject) -> None:
    """By blocks and by numbers it is what networkx computes of the simple graph, or None."""
    of = drawn(graph, data)
    plain = simple(graph)
    number = {node: data.draw(st.integers(0, 4)) for node in graph}
    blocks, numeric = measures.assortativity(graph, of), measures.numeric_assortativity(graph, number)
    if blocks is not None:
        assert -1 <= blocks <= 1
        nx.set_node_attributes(plain, of, "block")
        assert blocks == pytest.approx(nx.attribute_assortativity_coefficient(plain, "block"))
    else:
        assert len({of[node] for tie in plain.edges() for node in tie}) <= 1
    both = [*plain.edges(), *([] if plain.is_directed() else [(two, one) for one, two in plain.edges()])]
    starts, ends = [number[one] for one, _ in both], [number[two] for _, two in both]
    if len(set(starts)) > 1 and len(set(ends)) > 1:
        numpy = pytest.importorskip("numpy")
        assert numeric == pytest.approx(numpy.corrcoef(starts, ends)[0, 1])
    else:
        assert numeric is None


@given(graphs(), st.data())
def test_names_change_nothing(graph: nx.Graph[str], data: st.DataObject) -> None:
    """No name and no order makes a difference to any of them, and all are finite."""
    of = drawn(graph, data)
    other, names = data.draw(relabellings(graph))
    moved = {names[node]: block for node, block in of.items()}
    for one, two in (
        (measures.ei_index(graph, of).index, measures.ei_index(other, moved).index),
        (measures.yules_q(graph, of), measures.yules_q(other, moved)),
        (measures.assortativity(graph, of), measures.assortativity(other, moved)),
    ):
        assert one == two
        assert one is None or (isfinite(one) and -1 <= one <= 1)


def test_the_club_of_zachary() -> None:
    """Zachary's club has 11 of its 78 ties between the two parts, and a degree assortativity of -0.476."""
    graph = nx.karate_club_graph()
    found = measures.ei_index(graph, "club")
    assert (found.external, found.internal) == (11, 67)
    assert found.index == (11 - 67) / 78
    degrees: dict[int, float] = dict(graph.degree())
    assert measures.numeric_assortativity(graph, degrees) == pytest.approx(-0.47561, abs=1e-5)


def test_a_node_without_a_number_is_refused() -> None:
    """A number that is missing or not finite is refused, and the node named."""
    graph = nx.path_graph(["a", "b"])
    with pytest.raises(ValueError, match=r'^each node has a finite number, but "b" has null$'):
        measures.numeric_assortativity(graph, {"a": 1})
