"""Layers of one network: what they share."""

from __future__ import annotations

import re

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnermodel import measures

PAIRS = [(one, other) for one in "abcd" for other in "abcd"]


@st.composite
def layers(draw: st.DrawFn) -> dict[str, nx.Graph[str]]:
    """Draw layers over four nodes, with loops and parallel edges."""
    directed = draw(st.booleans())
    made: dict[str, nx.Graph[str]] = {}
    for name in ("funds", "advises", "hosts")[: draw(st.integers(0, 3))]:
        kinds = (nx.DiGraph, nx.MultiDiGraph) if directed else (nx.Graph, nx.MultiGraph)
        made[name] = draw(st.sampled_from(kinds))()
        made[name].add_nodes_from(draw(st.permutations("abcd")))
        made[name].add_edges_from(draw(st.lists(st.sampled_from(PAIRS), max_size=8)))
    return made


@given(layers())
def test_overlap_and_multiplexity_count_ties(given_layers: dict[str, nx.Graph[str]]) -> None:
    """Both are what a search of every pair in every layer finds."""
    found, overlap = measures.multiplexity(given_layers), measures.layer_overlap(given_layers)
    directed = any(graph.is_directed() for graph in given_layers.values())
    order = list(next(iter(given_layers.values()))) if given_layers else []
    pairs = [
        (one, other)
        for one in order
        for other in order
        if one != other and (directed or order.index(one) < order.index(other))
    ]
    tied = {name: {pair for pair in pairs if graph.has_edge(*pair)} for name, graph in given_layers.items()}
    counts = {pair: sum(pair in ties for ties in tied.values()) for pair in pairs}
    assert found.layers == {pair: number for pair, number in counts.items() if number}
    several = sum(number > 1 for number in counts.values())
    assert found.share == (several / len(found.layers) if found.layers else None)
    names = list(given_layers)
    assert list(overlap) == [(one, two) for at, one in enumerate(names) for two in names[at + 1 :]]
    for (one, two), share in overlap.items():
        either = tied[one] | tied[two]
        assert share == (len(tied[one] & tied[two]) / len(either) if either else None)


def test_layers_are_of_one_sort_and_the_same_nodes() -> None:
    """Layers with other nodes or another sort of ties are refused by name."""
    path = nx.path_graph(3)
    for other, message in (
        (nx.path_graph(4), 'all layers have the same nodes, unlike "funds" and "hosts"'),
        (nx.DiGraph(path), 'all layers are directed or none is, unlike "funds" and "hosts"'),
    ):
        with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
            measures.layer_overlap({"funds": path, "hosts": other})
