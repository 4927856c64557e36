"""Who is central in a network: by partners, and by nearness to all others."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Literal

from partnermodel.graph.measures.engines import (
    DIRECTIONS,
    Direction,
    Indexed,
    N,
    Progress,
    digits,
    indexed,
    one_of,
)
from partnermodel.graph.measures.paths import backwards, dijkstra, lengths, reached
from partnermodel.graph.weights import LARGEST, too_large
from partnermodel.model.doors import door
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

Formula = Literal["wasserman-faust", "harmonic"]


@door
def degree(
    graph: nx.Graph[N],
    *,
    direction: Direction = "any",
    weight: str | None = None,
    normalised: bool = False,
) -> dict[N, float]:
    """Return how many partners each node has, or how much their ties weigh (Freeman 1979).

    Parallel edges are one tie, and a loop is none. So this is the number of other nodes, where
    `networkx.Graph.degree` counts edges, and a loop twice. An isolate has 0.

    Args:
        graph: Any networkx graph.
        direction: Of a directed graph, `"in"` for the ties that come, `"out"` for those that go,
            `"any"` for partners in either direction, each of whom counts once.
        weight: The attribute that holds the weight of an edge, 1 where it is missing; the weights of
            all edges that join two nodes are added. None to count partners. A weight may be below 0,
            as that of a conflict: a sum has a meaning then, too. All other measures refuse it, as
            what they say of strengths, shares and lengths has none.
        normalised: Whether to divide by n − 1, the number of others. Without weights that is from
            0 to 1. A node that is alone in its graph has 0.

    Returns:
        The number for each node, in the order of the graph.

    Raises:
        ValueError: `direction` is something else, or a weight or the sum of those of a node is not a
            finite number.

    Example:
        >>> import networkx as nx
        >>> degree(nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "a"), ("a", "c"), ("c", "c")]))
        {'a': 2, 'b': 1, 'c': 1}
    """
    one_of("direction", direction, DIRECTIONS)
    found = indexed(graph, directed=False if direction == "any" else None, weight=weight)
    if direction == "in":
        found = backwards(found)
    values: list[float] = (
        [len(row) for row in found.neighbours] if weight is None else _strengths(found, weight)
    )
    if normalised:
        others = max(len(found.nodes) - 1, 1)
        values = [value / others for value in values]
    return found.by_node(values)


def _strengths(graph: Indexed[N], weight: str) -> list[float]:
    try:
        sums = list(map(sum, graph.weights or ()))
    except OverflowError:
        raise too_large(weight) from None
    if not all(-LARGEST <= value <= LARGEST for value in sums):
        raise too_large(weight)
    return sums


@door
def closeness(
    graph: nx.Graph[N],
    *,
    formula: Formula = "wasserman-faust",
    direction: Direction = "any",
    distance: str | None = None,
    progress: Progress | None = None,
) -> dict[N, float]:
    """Return how near each node is to all others: without lengths, from 0 to 1 (next to all).

    Freeman's closeness (1979) is the number of others divided by the sum of the distances to them, and
    has no value where somebody cannot be reached. Two formulas have one:

    - `"wasserman-faust"`: for a node that reaches r of n − 1 others, r / (n − 1) times r divided by the
      sum of the distances to them (Wasserman & Faust 1994, p. 201). In a connected graph this
      is Freeman's. `networkx.closeness_centrality` has the same.
    - `"harmonic"`: the mean of 1 / distance over all n − 1 others, where one who cannot be reached adds
      0 (Marchiori & Latora 2000; Rochat 2009). It is `networkx.harmonic_centrality` divided by n − 1.

    Loops and parallel edges change nothing; of parallel edges of several lengths the shortest counts. An
    isolate has 0 by both.

    Args:
        graph: Any networkx graph.
        formula: Which of the two.
        direction: Of a directed graph, `"in"` for paths from the others to the node, as networkx has
            it, `"out"` for paths to the others, `"any"` for paths that mind no direction.
        distance: The attribute that holds the length of an edge, 1 where it is missing; None to count ties.
            A length of less than 1 can take the value above 1.
        progress: Called now and then with the share of the work that is done.

    Returns:
        The value for each node, in the order of the graph, to ten digits.

    Raises:
        ValueError: `formula` or `direction` is something else, a length is not above 0, or lengths are so
            small or so large that a value is not finite.

    Example:
        >>> import networkx as nx
        >>> closeness(nx.Graph([("a", "b"), ("b", "c"), ("d", "e")]), formula="harmonic")
        {'a': 0.375, 'b': 0.5, 'c': 0.375, 'd': 0.25, 'e': 0.25}
    """
    one_of("formula", formula, ("wasserman-faust", "harmonic"))
    one_of("direction", direction, DIRECTIONS)
    directed = False if direction == "any" else None
    if distance is None:
        found = indexed(graph, directed=directed)
    else:
        found = lengths(graph, distance, directed=directed)
    if direction == "in":
        found = backwards(found)
    others = max(len(found.nodes) - 1, 1)
    number, total, inverse = _sums(found, progress)
    if formula == "harmonic":
        values = [sum_ / others for sum_ in inverse]
    else:
        values = [
            many * many / (others * far) if many else 0.0 for many, far in zip(number, total, strict=True)
        ]
    if not all(map(isfinite, values)):
        raise ValueError(
            worded(
                "{distance} has lengths so small that nearness is larger than the largest float",
                distance=distance,
            )
        )
    return found.by_node(map(digits, values))


def _sums(graph: Indexed[N], progress: Progress | None) -> tuple[list[int], list[float], list[float]]:
    """Return, for each node, how many it reaches, and the sums of the distances and of their inverses."""
    size = len(graph.nodes)
    number, total, inverse = [0] * size, [0.0] * size, [0.0] * size
    if graph.weights is None:
        for node, step, many in reached(graph, progress):
            number[node] += many
            total[node] += many * step
            inverse[node] += many / step
        return number, total, inverse
    for node in range(size):
        far = dijkstra(graph, node)
        del far[node]
        number[node] = len(far)
        total[node] = sum(far.values())
        inverse[node] = sum(1 / length for length in far.values())
        if progress is not None:
            progress((node + 1) / size)
    return number, total, inverse
