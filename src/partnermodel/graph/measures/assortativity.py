"""Whether like is tied to like, after Newman: by blocks, and by a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from math import fsum, inf, isfinite, sqrt
from numbers import Real
from typing import TYPE_CHECKING, Any

from partnermodel.graph.measures.engines import N, indexed
from partnermodel.graph.measures.partition import Partition, blocks
from partnermodel.graph.weights import evened
from partnermodel.model.doors import door
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx


@door
def assortativity(graph: nx.Graph[N], partition: Partition[N]) -> float | None:
    """Return the assortativity of a partition: how much more ties join like with like than by chance.

    With e the share of ties within blocks, and c the share that would be within if the ends of ties were
    joined by chance, (e - c) / (1 - c). Newman (2003), Mixing patterns in networks, Physical Review E 67.

    Direction: in a directed graph, ties lead from one end to the other, and chance keeps both kinds of
    ends apart. Weights are not looked at; parallel edges are one tie, and loops are ignored.

    Args:
        graph: Any networkx graph.
        partition: The name of an attribute of the nodes, a mapping from each node to its block, or the
            blocks as sets of nodes.

    Returns:
        At most 1 (all ties are within blocks), 0 when it is as by chance, at least -1. None where it
        is not defined: without ties, and when all ties have all their ends in one block.

    Raises:
        ValueError: A node is in no block, or in two.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> round(measures.assortativity(nx.path_graph(4), [{0, 1}, {2, 3}]), 3)
        0.333
    """
    of: list[Hashable] = list(blocks(graph, partition).values())
    leaving: Counter[Hashable] = Counter()
    arriving: Counter[Hashable] = Counter()
    within = total = 0
    for one, row in enumerate(indexed(graph).neighbours):  # an undirected tie is here from both its ends
        total += len(row)
        leaving[of[one]] += len(row)
        for other in row:
            arriving[of[other]] += 1
            within += of[one] == of[other]
    # Whole numbers, so that nothing is exactly nothing.
    chance = sum(number * arriving[block] for block, number in leaving.items())
    rest = total * total - chance
    return (within * total - chance) / rest if rest else None


@door
def numeric_assortativity(graph: nx.Graph[N], values: str | Mapping[N, float]) -> float | None:
    """Return the correlation of a number of the nodes at the two ends of ties.

    Pearson's correlation over all ties, an undirected one taken both ways. Newman (2003), Mixing patterns
    in networks. For the assortativity by degree, give the degrees: `dict(graph.degree())`.

    Direction: in a directed graph, the number of the first end is compared with that of the second.
    Weights are not looked at; parallel edges are one tie, and loops are ignored.

    Args:
        graph: Any networkx graph.
        values: The name of an attribute of the nodes, or a mapping from each node to its number.

    Returns:
        From -1 (high with low) to 1 (like with like). None where it is not defined: without ties, and
        when the number is the same at all ends.

    Raises:
        ValueError: A node has no number, or one that is not finite.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> star = nx.star_graph(3)
        >>> measures.numeric_assortativity(star, dict(star.degree()))
        -1.0
    """
    held: Any = values
    if isinstance(values, str):
        held = {node: data.get(values) for node, data in graph.nodes(data=True)}
    numbers: list[float] = []
    for node in graph:
        value = held.get(node)
        try:
            number = float(value) if isinstance(value, Real) else inf
        except OverflowError:
            number = inf
        if not isfinite(number):
            raise ValueError(
                worded(
                    "each node has a finite number, but {node} has {value}",
                    node=shown(node),
                    value=shown(value),
                )
            )
        numbers.append(number)
    (numbers,) = evened([numbers])
    pairs = [
        (numbers[one], numbers[other]) for one, row in enumerate(indexed(graph).neighbours) for other in row
    ]
    if not pairs:
        return None
    first = fsum(one for one, _ in pairs) / len(pairs)
    second = fsum(other for _, other in pairs) / len(pairs)
    if len({one for one, _ in pairs}) == 1 or len({other for _, other in pairs}) == 1:
        return None
    spread = sqrt(fsum((one - first) ** 2 for one, _ in pairs)) * sqrt(
        fsum((other - second) ** 2 for _, other in pairs)
    )
    if not spread:
        return None
    found = fsum((one - first) * (other - second) for one, other in pairs) / spread
    return min(max(found, -1.0), 1.0)  # rounding may lead a hair out of its bounds
