"""Graphs to measure: of every sort from Hypothesis, and all connected ones of up to six nodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeAlias

import networkx as nx
from hypothesis import strategies as st

Kind: TypeAlias = "type[nx.Graph[str]]"

UNDIRECTED: tuple[Kind, ...] = (nx.Graph, nx.MultiGraph)
DIRECTED: tuple[Kind, ...] = (nx.DiGraph, nx.MultiDiGraph)
KINDS: tuple[Kind, ...] = (*UNDIRECTED, *DIRECTED)

NAMES = "hbdfacegijkl"
"""What nodes are called; the graph's order is not the alphabet's."""


@st.composite
def graphs(
    draw: st.DrawFn,
    kinds: Sequence[Kind] = KINDS,
    *,
    least: int = 0,
    most: int = 7,
    weights: st.SearchStrategy[float] | None = None,
) -> nx.Graph[str]:
    """Draw a graph with loops, parallel edges where it can have them, isolates and several parts.

    Edges have a `weight` if `weights` draws it; each third or so of them has none all the same.
    """
    graph = draw(st.sampled_from(kinds))()
    nodes = draw(st.permutations(NAMES[: draw(st.integers(least, most))]))
    graph.add_nodes_from(nodes)
    if nodes:
        ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes))
        for one, other in draw(st.lists(ends, max_size=2 * len(nodes))):
            held = {} if weights is None or draw(st.integers(0, 2)) == 0 else {"weight": draw(weights)}
            graph.add_edge(one, other, **held)
    return graph


@st.composite
def relabellings(draw: st.DrawFn, graph: nx.Graph[str]) -> tuple[nx.Graph[int], dict[str, int]]:
    """Draw the same graph with other names, its nodes and edges in another order, and who is who."""
    nodes = list(graph)
    names = dict(zip(nodes, draw(st.permutations(range(len(nodes)))), strict=True))
    other: Any = graph.__class__()
    other.add_nodes_from(names[node] for node in draw(st.permutations(nodes)))
    edges = [(names[one], names[two], held) for one, two, held in graph.edges(data=True)]
    other.add_edges_from(draw(st.permutations(edges)))
    return other, names


@cache
def _atlas() -> tuple[nx.Graph[int], ...]:
    from networkx.generators.atlas import graph_atlas_g

    return tuple(graph for graph in graph_atlas_g() if 0 < len(graph) <= 6)


def small_graphs(*, connected: bool = True) -> Iterator[nx.Graph[int]]:
    """Yield every graph of one to six nodes up to isomorphism: the connected ones, or all."""
    for graph in _atlas():
        if not connected or nx.is_connected(graph):
            yield graph.copy()


def simple(graph: nx.Graph[Any], *, directed: bool | None = None) -> nx.Graph[Any]:
    """Return the graph without loops and parallel edges, as networkx makes it; edges weigh nothing."""
    as_directed = graph.is_directed() if directed is None else directed
    plain: nx.Graph[Any] = nx.DiGraph() if as_directed else nx.Graph()
    plain.add_nodes_from(graph)
    plain.add_edges_from((one, other) for one, other in graph.edges() if one != other)
    if as_directed and not graph.is_directed():
        plain.add_edges_from([(other, one) for one, other in plain.edges()])
    return plain
