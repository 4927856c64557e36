"""What betweenness is made of: how much the paths from one node depend on each other node."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import Any

from partnermodel.graph.measures.engines import Engine, Indexed, sparse
from partnermodel.graph.measures.paths import as_long

BLOCK = 2**20
"""How many numbers a table of the engine scipy has: so many sources go at once that it stays small."""

MOST_STEPS = 100
"""A matrix is multiplied for each step of a path; with longer ones, lists are quicker."""

Sums = tuple[int, Sequence[float], Sequence[float]]


def dependencies(
    graph: Indexed[Any], sources: Sequence[int], engine: Engine, counts: Sequence[int] | None = None
) -> Iterator[Sums]:
    """Yield, for some sources at a time, how many they are, and the sums and the sums of squares by node.

    The dependency of a source on a node is the sum, over all goals, of the share of the shortest paths
    from the source to the goal that go through the node (Brandes 2001). On itself it has none.

    With counts, a node stands for so many: it is a source and a goal so many times.
    """
    counts = [1] * len(graph.nodes) if counts is None else counts
    if engine == "scipy" and graph.weights is None and graph.nodes:
        yield from _by_matrix(graph, sources, counts)
    else:
        for source in sources:
            yield _one(graph, source, counts)


def _one(graph: Indexed[Any], source: int, counts: Sequence[int]) -> Sums:
    found = dependency(graph, source, counts)
    many = counts[source]
    if many != 1:
        return 1, [many * value for value in found], [many * value * value for value in found]
    return 1, found, [value * value for value in found]


def dependency(graph: Indexed[Any], source: int, counts: Sequence[int]) -> list[float]:
    """Return the dependency of a source on each node; see `dependencies`."""
    order, before, paths = _breadth(graph, source) if graph.weights is None else _lengths(graph, source)
    found = [0.0] * len(graph.nodes)
    try:
        for node in reversed(order):
            share = (counts[node] + found[node]) / paths[node]
            for other in before[node]:
                found[other] += paths[other] * share
    except OverflowError:  # there are more paths than a float can count, and their ratios still are fractions
        found = [0.0] * len(graph.nodes)
        for node in reversed(order):
            for other in before[node]:
                found[other] += paths[other] / paths[node] * (counts[node] + found[node])
    found[source] = 0.0
    return found


Search = tuple[list[int], list[list[int]], list[int]]


def _breadth(graph: Indexed[Any], source: int) -> Search:
    """Return the nodes as they are reached, from which nodes, and by how many shortest paths."""
    rows = graph.neighbours
    step = [-1] * len(rows)
    paths = [0] * len(rows)
    before: list[list[int]] = [[] for _ in rows]
    step[source], paths[source] = 0, 1
    order = [source]
    for node in order:  # it grows as it is walked along
        after, many = step[node] + 1, paths[node]
        for other in rows[node]:
            there = step[other]
            if there == after:
                paths[other] += many
                before[other].append(node)
            elif there < 0:
                step[other] = after
                paths[other] = many
                before[other].append(node)
                order.append(other)
    return order, before, paths


def _lengths(graph: Indexed[Any], source: int) -> Search:
    """Return the same where ties have lengths."""
    assert graph.weights is not None
    rows, weights = graph.neighbours, graph.weights
    far: dict[int, float] = {source: 0}
    settled = [False] * len(rows)
    paths = [0] * len(rows)
    before: list[list[int]] = [[] for _ in rows]
    paths[source] = 1
    order = []
    waiting: list[tuple[float, int]] = [(0, source)]
    while waiting:
        here, node = heappop(waiting)
        if settled[node]:
            continue
        settled[node] = True
        order.append(node)
        for other, length in zip(rows[node], weights[node], strict=True):
            if settled[other]:
                continue
            there = here + length
            if other in far and as_long(there, far[other]):
                paths[other] += paths[node]
                before[other].append(node)
            elif other not in far or there < far[other]:
                far[other] = there
                paths[other] = paths[node]
                before[other] = [node]
                heappush(waiting, (there, other))
    return order, before, paths


def _by_matrix(graph: Indexed[Any], sources: Sequence[int], counts: Sequence[int]) -> Iterator[Sums]:
    import numpy

    size = len(graph.nodes)
    onwards = sparse(graph)
    back = onwards.T.tocsr() if graph.directed else onwards
    width = max(BLOCK // size, 1)
    goals: Any = numpy.array(counts, dtype=float)
    for start in range(0, len(sources), width):
        block = sources[start : start + width]
        columns = numpy.arange(len(block))
        paths: Any = numpy.zeros((size, len(block)))
        paths[block, columns] = 1
        fronts = [paths]
        fresh = paths == 0
        while len(fronts) <= MOST_STEPS:
            front = back @ fronts[-1]
            front *= fresh
            if not front.any():
                break
            fresh &= front == 0
            fronts.append(front)
        found: Any = numpy.zeros(paths.shape)
        if len(fronts) > MOST_STEPS or not all(numpy.isfinite(front).all() for front in fronts):
            for source in block:
                yield _one(graph, source, counts)
            continue
        while len(fronts) > 1:
            front = fronts.pop()
            share = numpy.divide(goals[:, None] + found, front, out=numpy.zeros(paths.shape), where=front > 0)
            found += (onwards @ share) * fronts[-1]
        found[block, columns] = 0
        times = goals[block]
        yield len(block), found @ times, (found * found) @ times
