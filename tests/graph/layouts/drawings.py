"""What the tests of layouts see in a drawing, by geometry alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib.util import find_spec
from itertools import combinations
from math import hypot
from typing import Any

import networkx as nx

from partnermodel import layouts
from partnermodel.graph.layouts import Layout

Point = tuple[float, float]


def alphabetically_first(graph: nx.Graph[Any]) -> Any:
    """Return the node whose name comes first."""
    return min(graph, key=lambda node: (str(node), type(node).__name__))


LAYOUTS: dict[str, Callable[..., Layout[Any]]] = {
    "columns": layouts.columns,
    "rings": lambda graph, **given: layouts.rings(graph, alphabetically_first(graph), **given),
    "rings of two hops": lambda graph, **given: layouts.rings(
        graph, alphabetically_first(graph), hops=2, **given
    ),
    "layers": lambda graph, **given: layouts.layers(graph, by="type", **given),
    "springs": layouts.springs,
    "best": layouts.best,
}
"""Every layout, with what it needs besides the graph."""

if find_spec("rustworkx") is not None:
    LAYOUTS["springs of rustworkx"] = partial(layouts.springs, engine="rustworkx")


def crossed(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Return whether two lines that share no end cross."""
    (a, b), (c, d) = one, other

    def side(first: Point, second: Point, third: Point) -> float:
        return (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def crossings(graph: nx.Graph[Any], positions: Mapping[Any, Point]) -> int:
    """Return how many pairs of ties cross, as straight lines."""
    ties = {frozenset(edge[:2]) for edge in graph.edges() if edge[0] != edge[1]}
    lines = [(tie, tuple(positions[node] for node in sorted(tie, key=str))) for tie in ties]
    return sum(
        not tie & another and crossed(line, other)  # type: ignore[arg-type]  # each has two ends
        for (tie, line), (another, other) in combinations(lines, 2)
    )


def nearest(layout: Layout[Any]) -> float:
    """Return how near the two nearest nodes are to each other."""
    return min(
        (hypot(x - a, y - b) for (x, y), (a, b) in combinations(layout.positions.values(), 2)),
        default=float("inf"),
    )


def rebuilt(graph: nx.Graph[Any], nodes: list[Any], edges: list[Any]) -> nx.Graph[Any]:
    """Return the same graph, its nodes and edges added in another order."""
    other: Any = graph.__class__()
    other.add_nodes_from((node, graph.nodes[node]) for node in nodes)
    other.add_edges_from(edges)
    return other  # type: ignore[no-any-return]
