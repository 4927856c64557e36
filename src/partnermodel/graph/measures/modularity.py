"""How much more ties stay within the blocks of a partition than chance would have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from math import fsum, isfinite
from numbers import Real
from typing import TYPE_CHECKING, Any

from partnermodel.graph.measures.engines import N
from partnermodel.graph.measures.partition import Partition, blocks
from partnermodel.values.text import shown

if TYPE_CHECKING:
    import networkx as nx


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
        ValueError: A node is in no block or in two, or a weight is negative or not a finite number.

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
        ValueError: A weight is negative, or not a finite number.
    """
    edges: Any = graph.edges(data=True)
    for one, other, data in edges:
        held: Any = 1 if weight is None else data.get(weight, 1)
        if not isinstance(held, Real) or not isfinite(held) or held < 0:
            raise ValueError(
                f"{weight} of the edge from {shown(one)} to {shown(other)} is a finite number "
                f"from 0 up, not {shown(held)}"
            )
        yield one, other, held if isinstance(held, int) else float(held)
