"""How much more ties stay within the blocks of a partition than chance would have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from math import fsum
from typing import TYPE_CHECKING, Any

from partnermodel.graph.measures.engines import N
from partnermodel.graph.measures.partition import Partition, blocks
from partnermodel.graph.weights import LARGEST, too_large, weight_of
from partnermodel.model.doors import door

if TYPE_CHECKING:
    import networkx as nx


@door
def modularity(
    graph: nx.Graph[N], partition: Partition[N], *, resolution: float = 1.0, weight: str | None = None
) -> float | None:
    """Return the modularity of a partition: the share of ties within blocks, less what chance would give.

    For each block the share of all ties that are within it, less `resolution` times the share that
    would be if each node kept its number of ties and they led anywhere; and the sum of it. Newman and
    Girvan (2004); Leicht and Newman (2008) for directed graphs, where a node keeps its ties out and in.
    networkx computes the same.

    Each edge counts, parallel edges and loops too; a loop adds two to the degree of its node.

    Args:
        graph: Any networkx graph.
        partition: The name of an attribute of the nodes, a mapping from each node to its block, or the
            blocks as sets of nodes.
        resolution: What chance is multiplied by; above 1 small blocks are favoured.
        weight: The attribute with the weight of an edge; an edge that has none weighs 1.

    Returns:
        The modularity, at most 1; with a `resolution` of 1 at least -1. None for a graph without ties.

    Raises:
        ValueError: A node is in no block or in two, a weight is negative or not a finite number, or their
            sum is not finite.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> measures.modularity(nx.Graph([("a", "b"), ("c", "d")]), [{"a", "b"}, {"c", "d"}])
        0.5
    """
    of = blocks(graph, partition)
    within: defaultdict[Hashable, float] = defaultdict(float)
    leaving: defaultdict[Hashable, float] = defaultdict(float)
    arriving = leaving if not graph.is_directed() else defaultdict(float)
    total: float = 0
    for one, other, held in weighed(graph, weight):
        start, end = of[one], of[other]
        leaving[start] += held
        arriving[end] += held
        total += held
        if start == end:
            within[start] += held
    if not total:
        return None
    ends = total if graph.is_directed() else 2 * total
    return fsum(
        within[block] / total - resolution * (leaving[block] / ends) * (arriving[block] / ends)
        for block in dict.fromkeys(of.values())
    )


def weighed(graph: nx.Graph[N], weight: str | None) -> Iterator[tuple[N, N, float]]:
    """Yield each edge and its weight, which is 1 without `weight`.

    Raises:
        ValueError: A weight is negative or not a finite number, or twice the sum of all is not finite.
    """
    edges: Any = graph.edges(data=True)
    if weight is None:
        for one, other, _ in edges:
            yield one, other, 1
        return
    twice = 0.0  # as an edge counts at both its ends
    for one, other, data in edges:
        held: Any = data.get(weight, 1)
        kind = type(held)  # the rule itself is slower, and nearly all are one of these
        if (kind is not int and kind is not float) or not 0 <= held <= LARGEST:
            held = weight_of(held, weight, one, other, signed=False)
        twice += 2.0 * held
        if twice > LARGEST:
            raise too_large(weight)
        yield one, other, held
