"""Blocks and layers on every connected graph of up to six nodes, by definitions written out at length."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from tests.graph.graphs import small_graphs

from partnermodel import measures

SPLITS = (lambda node: node % 2, lambda node: node < 2, lambda node: node % 3)
"""Ways to put the nodes 0 to 5 into blocks."""


def correlation(pairs: list[tuple[float, float]]) -> float | None:
    """Return Pearson's correlation of the two ends of ties, each tie seen from both of them."""
    both = [*pairs, *((other, one) for one, other in pairs)]
    if not both:
        return None
    mean = sum(one for one, _ in both) / len(both)
    spread = sum((one - mean) ** 2 for one, _ in both)
    return sum((one - mean) * (other - mean) for one, other in both) / spread if spread else None


@pytest.mark.parametrize("split", SPLITS)
def test_mixing_on_every_small_graph(split: Any) -> None:
    """The E-I index, Yule's Q, densities and assortativity are what a look at every pair gives."""
    for graph in small_graphs():
        of = {node: int(split(node)) for node in graph}
        seen = {(alike, tied): 0 for alike in (True, False) for tied in (True, False)}
        for one, other in combinations(graph, 2):
            seen[of[one] == of[other], graph.has_edge(one, other)] += 1
        inside, outside = seen[True, True], seen[False, True]
        ties = inside + outside
        assert measures.ei_index(graph, of).index == ((outside - inside) / ties if ties else None)
        both = inside * seen[False, False], outside * seen[True, False]
        q = (both[0] - both[1]) / sum(both) if sum(both) else None
        assert measures.yules_q(graph, of) == q
        for first, row in measures.block_densities(graph, of).items():
            for second, density in row.items():
                pairs = [
                    graph.has_edge(one, other)
                    for one in graph
                    for other in graph
                    if one != other and (of[one], of[other]) == (first, second)
                ]
                assert density == (sum(pairs) / len(pairs) if pairs else None)
        degrees = [(float(graph.degree(one)), float(graph.degree(other))) for one, other in graph.edges()]
        wanted = correlation(degrees)
        found = measures.numeric_assortativity(graph, dict(graph.degree()))
        assert found == (None if wanted is None else pytest.approx(wanted, abs=1e-9))
        # Of two blocks, Newman's coefficient is the correlation of the ends as 0 and 1.
        if set(of.values()) <= {0, 1}:
            wanted = correlation([(of[one], of[other]) for one, other in graph.edges()])
            found = measures.assortativity(graph, of)
            assert found == (None if wanted is None else pytest.approx(wanted, abs=1e-9))


def test_layers_of_every_small_graph() -> None:
    """Overlap is ties in both layers by ties in either; multiplexity counts the layers of each tie."""
    for graph in small_graphs():
        layers = {
            "odd": [tie for tie in graph.edges() if sum(tie) % 2],
            "low": [tie for tie in graph.edges() if min(tie) < 2],
        }
        made: dict[str, nx.Graph[int]] = {}
        for name, ties in layers.items():
            made[name] = nx.Graph(ties)
            made[name].add_nodes_from(graph)
        odd, low = (set(map(frozenset, ties)) for ties in layers.values())
        wanted = len(odd & low) / len(odd | low) if odd | low else None
        assert list(measures.layer_overlap(made).values()) == [wanted]
        found = measures.multiplexity(made)
        counts = {frozenset(tie): number for tie, number in found.layers.items()}
        assert counts == {tie: (tie in odd) + (tie in low) for tie in odd | low}
        assert found.share == wanted


def test_correlation_is_what_it_says() -> None:
    """The oracle of this file gives the correlation of a small case worked out by hand."""
    assert correlation([(0, 0), (0, 1), (1, 1)]) == pytest.approx(1 / 3)
    assert correlation([(1, 1)]) is None
