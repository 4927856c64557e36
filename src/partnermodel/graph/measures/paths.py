"""The shortest paths of a graph: how far all nodes are from all others, by waves or by lengths."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import chain
from math import isclose, isfinite
from typing import TYPE_CHECKING, Any

from partnermodel.graph.measures.engines import Indexed, N, Progress, indexed
from partnermodel.graph.weights import too_large, total
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

AT_ONCE = 4096
"""How many sources one wave starts from: so many bits of an int are no slower than a few."""

SAME = 1e-12
"""Two paths whose lengths differ by a smaller share are equally long: 0.1 + 0.2 is 0.3."""


def lengths(graph: nx.Graph[N], distance: str, *, directed: bool | None = None) -> Indexed[N]:
    """Return a graph whose weights are the lengths of ties: of parallel edges the shortest.

    Raises:
        ValueError: A length is not a finite number above 0, or the sum of as many paths as there can be from
            one node is not finite.
    """
    found = indexed(graph, directed=directed, weight=distance, least=True)
    assert found.weights is not None
    for index, row in enumerate(found.weights):
        for other, length in zip(found.neighbours[index], row, strict=True):
            if length <= 0:
                one, two = found.nodes[index], found.nodes[other]
                raise ValueError(
                    worded(
                        "{distance} of the edge from {one} to {two} is above 0, not {length}",
                        distance=distance,
                        one=shown(one),
                        two=shown(two),
                        length=shown(length),
                    )
                )
    if not isfinite(total(chain.from_iterable(found.weights), distance) * float(len(found.nodes))):
        raise too_large(distance)
    return found


def backwards(graph: Indexed[N]) -> Indexed[N]:
    """Return the graph with each tie turned round; an undirected graph is its own."""
    if not graph.directed:
        return graph
    neighbours: list[list[int]] = [[] for _ in graph.nodes]
    weights: list[list[float]] | None = None if graph.weights is None else [[] for _ in graph.nodes]
    for index, row in enumerate(graph.neighbours):
        for place, other in enumerate(row):
            neighbours[other].append(index)
            if weights is not None and graph.weights is not None:
                weights[other].append(graph.weights[index][place])
    return Indexed(graph.nodes, neighbours, weights, True)


def reached(graph: Indexed[Any], progress: Progress | None = None) -> Iterator[tuple[int, int, int]]:
    """Yield how many nodes are how far from which: the node, the number of ties to them, how many they are.

    Ties are followed from the node onwards. A node and a distance can come several times; the
    numbers are to be added. The node itself, at no distance, is left out.

    All sources go at once, each with a bit of its own, so that one pass over the ties is one step
    of thousands of searches in breadth.
    """
    number, sources = len(graph.nodes), backwards(graph).neighbours
    for start in range(0, number, AT_ONCE):
        goals = range(start, min(start + AT_ONCE, number))
        # Bit b of a node is set when the node has a path to the b-th goal of this round.
        front = {goal: 1 << place for place, goal in enumerate(goals)}
        seen = [0] * number
        for goal, bit in front.items():
            seen[goal] = bit
        step = 0
        while front:
            step += 1
            coming: dict[int, int] = {}
            for goal, bits in front.items():
                for source in sources[goal]:
                    coming[source] = coming.get(source, 0) | bits
            front = {}
            for source, bits in coming.items():
                new = bits & ~seen[source]
                if new:
                    seen[source] |= new
                    front[source] = new
                    yield source, step, new.bit_count()
        if progress is not None:
            progress(goals.stop / number)


def dijkstra(graph: Indexed[Any], source: int) -> dict[int, float]:
    """Return the length of the shortest path from a node to each that it reaches, itself included."""
    assert graph.weights is not None
    settled: dict[int, float] = {}
    waiting: list[tuple[float, int]] = [(0, source)]
    while waiting:
        far, node = heappop(waiting)
        if node in settled:
            continue
        settled[node] = far
        for other, length in zip(graph.neighbours[node], graph.weights[node], strict=True):
            if other not in settled:
                heappush(waiting, (far + length, other))
    return settled


def as_long(one: float, other: float) -> bool:
    """Return whether two paths are equally long, but for the rounding of fractions."""
    return one == other or isclose(one, other, rel_tol=SAME)
