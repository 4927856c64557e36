"""What holds a network together: cores, and the nodes and ties without which it falls apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

from partnermodel.graph.measures.engines import (
    Engine,
    N,
    choose,
    indexed,
    undirected_rows,
    undirected_rustworkx,
)
from partnermodel.model.doors import door
from partnermodel.values.collector import collector_paused

if TYPE_CHECKING:
    import networkx as nx

WORTH = 1000
"""How many nodes a graph has for which it is worth loading a package."""


@door
def core_numbers(graph: nx.Graph[N], *, engine: Engine | None = None) -> dict[N, int]:
    """Return, for each node, the greatest k for which it is in a k-core (Seidman 1983).

    The k-core is what is left when nodes with fewer than k partners are taken away again and again: all
    that is in it has k partners in it. Computed after Batagelj & Zaveršnik (2003). Loops are left out,
    and parallel edges are one tie; `networkx.core_number` refuses both. An isolate has 0.

    Args:
        graph: Any networkx graph. A directed one is taken as undirected: a tie either way is a tie.
        engine: `"scipy"` or `"python"`; None for scipy where it is installed and the graph is large.
            Both give the same numbers.

    Returns:
        The number for each node, in the order of the graph.

    Raises:
        MissingExtraError: The engine that is asked for is not installed.
        ValueError: It cannot do this work.

    Example:
        >>> import networkx as nx
        >>> core_numbers(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
        {'a': 2, 'b': 2, 'c': 2, 'd': 1}
    """
    if choose(engine, "scipy", pays=len(graph) >= WORTH) == "scipy":
        nodes, starts, columns = undirected_rows(graph)
        return dict(zip(nodes, _peeled_arrays(starts, columns), strict=True))
    found = indexed(graph, directed=False)
    with collector_paused():
        return found.by_node(_peeled(found.neighbours))


def _peeled(rows: list[list[int]]) -> list[int]:
    left = list(map(len, rows))  # how many neighbours each has that are not taken away
    buckets: list[list[int]] = [[] for _ in range(max(left, default=0) + 1)]
    for node, number in enumerate(left):
        buckets[number].append(node)
    for number, bucket in enumerate(buckets):
        for node in bucket:  # it grows while it is walked along
            if left[node] != number:
                continue  # it has gone down since, and was taken from another bucket
            for other in rows[node]:
                there = left[other]
                if there > number:
                    left[other] = there - 1
                    buckets[there - 1].append(other)
    return left


def _peeled_arrays(starts: Any, columns: Any) -> list[int]:
    import numpy

    left = numpy.diff(starts)
    core: Any = numpy.zeros(left.size, numpy.int32)
    there: Any = numpy.ones(left.size, bool)
    remaining = numpy.arange(left.size)
    number = 0
    while remaining.size:
        number = max(number, int(left[remaining].min()))
        front = remaining[left[remaining] <= number]
        while front.size:
            core[front] = number
            there[front] = False
            lengths = starts[front + 1] - starts[front]
            ends = numpy.cumsum(lengths)
            places = numpy.arange(int(ends[-1])) + numpy.repeat(starts[front] - ends + lengths, lengths)
            touched = columns[places]
            touched = touched[there[touched]]
            numpy.subtract.at(left, touched, 1)
            front = numpy.unique(touched[left[touched] <= number])
        remaining = remaining[there[remaining]]
    found: list[int] = core.tolist()
    return found


@door
def cut_points(graph: nx.Graph[N], *, engine: Engine | None = None) -> list[N]:
    """Return the nodes without which a component falls apart (articulation points, cut vertices).

    Found by one search in depth (Hopcroft & Tarjan 1973). Loops and parallel edges change nothing. An
    isolate is none, and neither is the end of a chain.

    Args:
        graph: Any networkx graph. A directed one is taken as undirected.
        engine: `"rustworkx"` or `"python"`; None for rustworkx where it is installed and the graph is
            large. Both give the same nodes.

    Returns:
        The nodes, in the order of the graph.

    Raises:
        MissingExtraError: The engine that is asked for is not installed.
        ValueError: It cannot do this work.

    Example:
        >>> import networkx as nx
        >>> cut_points(nx.path_graph(["a", "b", "c", "d"]))
        ['b', 'c']
    """
    if choose(engine, "rustworkx", pays=len(graph) >= WORTH) == "rustworkx":
        import rustworkx

        nodes, made = undirected_rustworkx(graph)
        return [nodes[index] for index in sorted(rustworkx.articulation_points(made))]
    found = indexed(graph, directed=False)
    return [found.nodes[index] for index in sorted(_weak_points(found.neighbours)[0])]


@door
def bridges(graph: nx.Graph[N], *, engine: Engine | None = None) -> list[tuple[N, N]]:
    """Return the ties without which a component falls apart, as pairs of nodes.

    Found by one search in depth (Tarjan 1974). All edges between two nodes are one tie, and so a bridge
    can be two parallel edges: the tie of two organisations holds the network together, however many
    relations it is made of. `networkx.bridges` looks at single edges. A loop is never a bridge.

    Args:
        graph: Any networkx graph. A directed one is taken as undirected.
        engine: `"rustworkx"` or `"python"`; None for rustworkx where it is installed and the graph is
            large. Both give the same pairs.

    Returns:
        The pairs, each and all of them in the order in which the nodes are in the graph.

    Raises:
        MissingExtraError: The engine that is asked for is not installed.
        ValueError: It cannot do this work.

    Example:
        >>> import networkx as nx
        >>> bridges(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("d", "c")]))
        [('c', 'd')]
    """
    if choose(engine, "rustworkx", pays=len(graph) >= WORTH) == "rustworkx":
        import rustworkx

        nodes, made = undirected_rustworkx(graph)
        pairs = [tuple(pair) for pair in rustworkx.bridges(made)]
    else:
        found = indexed(graph, directed=False)
        nodes, pairs = found.nodes, _weak_points(found.neighbours)[1]
    ordered = sorted((min(pair), max(pair)) for pair in pairs)
    return [(nodes[one], nodes[other]) for one, other in ordered]


def _weak_points(rows: list[list[int]]) -> tuple[set[int], list[tuple[int, ...]]]:
    """Return the cut points and the bridges."""
    points: set[int] = set()
    pairs: list[tuple[int, ...]] = []
    place = [0] * len(rows)
    clock = count(1)
    with collector_paused():
        for root in range(len(rows)):
            if not place[root]:
                _search(rows, root, place, clock, points=points, pairs=pairs)
    return points, pairs


def _search(
    rows: list[list[int]],
    root: int,
    place: list[int],
    clock: Iterator[int],
    *,
    points: set[int],
    pairs: list[tuple[int, ...]],
) -> None:
    """Walk through a component in depth, and add what it finds to `points` and `pairs`.

    `place` says when the search came to a node, 0 for not yet.
    """
    place[root] = next(clock)
    low = {root: place[root]}  # the earliest node that one tie leads to from a node or from below it
    trail, waiting = [root], [iter(rows[root])]
    parent, children = -1, 0
    while True:
        node = trail[-1]
        for other in waiting[-1]:
            seen = place[other]
            if not seen:
                place[other] = low[other] = next(clock)
                trail.append(other)
                waiting.append(iter(rows[other]))
                parent = node
                break
            if seen < low[node] and other != parent:
                low[node] = seen
        else:
            if node == root:
                break
            trail.pop()
            waiting.pop()
            low[parent] = min(low[parent], low[node])
            if low[node] > place[parent]:
                pairs.append((parent, node))
            if parent == root:
                children += 1
            elif low[node] >= place[parent]:
                points.add(parent)
            parent = trail[-2] if len(trail) > 1 else -1
    if children > 1:
        points.add(root)
