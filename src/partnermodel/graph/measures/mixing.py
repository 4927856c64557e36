"""Whether ties keep within the blocks of a partition: the E-I index, Yule's Q, densities between blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from partnermodel.graph.measures.engines import N, indexed
from partnermodel.graph.measures.modularity import weighed
from partnermodel.graph.measures.partition import Partition, blocks
from partnermodel.model.doors import door
from partnermodel.values.mapping import FrozenMap

if TYPE_CHECKING:
    import networkx as nx

K = TypeVar("K")


@attrs.frozen
class ExternalInternal(Generic[N]):
    """What `ei_index` returns. Each index is from -1 (only ties within) to 1 (only ties between blocks).

    Attributes:
        index: The index of the whole network; None without ties.
        external: The ties between blocks: how many, or their weight.
        internal: The ties within blocks.
        by_block: The index of the ties with an end in each block; None for a block without ties.
        by_node: The index of the ties of each node, in the order of the graph; None for an isolate.
    """

    index: float | None
    external: float
    internal: float
    by_block: FrozenMap[Hashable, float | None]
    by_node: FrozenMap[N, float | None]


@door
def ei_index(
    graph: nx.Graph[N], partition: Partition[N], *, weight: str | None = None
) -> ExternalInternal[N]:
    """Return the E-I index: ties between blocks less ties within, divided by all ties.

    Krackhardt and Stern (1988), Informal Networks and Organizational Crises, Social Psychology
    Quarterly 51. It is not corrected for the sizes of the blocks: with many small blocks most pairs are
    external, and so the index is high by chance alone. `yules_q` compares with the pairs.

    Direction: each directed tie counts for both its ends; two nodes with ties both ways have two.
    Without `weight` each tie counts as 1, and parallel edges are one tie; with it weights are added.
    Loops are ignored.

    Args:
        graph: Any networkx graph.
        partition: The name of an attribute of the nodes, a mapping from each node to its block, or the
            blocks as sets of nodes.
        weight: The attribute with the weight of an edge; an edge that has none weighs 1.

    Returns:
        The index of the network, of each block and of each node.

    Raises:
        ValueError: A node is in no block or in two, a weight is negative or not a finite number, or their
            sum is not finite.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> found = measures.ei_index(nx.path_graph(4), [{0, 1}, {2, 3}])
        >>> round(found.index, 3), found.by_node
        (-0.333, FrozenMap({0: -1.0, 1: 0.0, 2: 0.0, 3: -1.0}))
    """
    of = blocks(graph, partition)
    outer, inner = _Side(), _Side()
    for one, other, held in _ties(graph, weight):
        first, second = of[one], of[other]
        side = inner if first == second else outer
        side.whole += held
        for node in (one, other):
            side.nodes[node] = side.nodes.get(node, 0) + held
        for block in (first,) if side is inner else (first, second):
            side.blocks[block] = side.blocks.get(block, 0) + held

    def index(external: float, internal: float) -> float | None:
        total = external + internal
        return (external - internal) / total if total else None

    def of_each(
        keys: Iterable[K], external: dict[K, float], internal: dict[K, float]
    ) -> FrozenMap[K, float | None]:
        return FrozenMap({key: index(external.get(key, 0), internal.get(key, 0)) for key in keys})

    return ExternalInternal(
        index(outer.whole, inner.whole),
        outer.whole,
        inner.whole,
        of_each(dict.fromkeys(of.values()), outer.blocks, inner.blocks),
        of_each(graph, outer.nodes, inner.nodes),
    )


class _Side:
    """The ties within blocks, or those between them: of the whole, and at each node and block."""

    def __init__(self) -> None:
        self.whole: float = 0
        self.nodes: dict[Any, float] = {}
        self.blocks: dict[Any, float] = {}


@door
def yules_q(graph: nx.Graph[N], partition: Partition[N]) -> float | None:
    """Return Yule's Q of ties and blocks: whether pairs within a block are tied more often than others.

    Of all pairs of nodes let a be tied and b not tied within a block, c tied and d not tied between
    blocks. Q is (ad - bc) / (ad + bc), and the odds ratio of a tie within is (1 + Q) / (1 - Q). Unlike the
    E-I index it does not hang on how large the blocks are.

    Direction: in a directed graph pairs are ordered. Weights are not looked at; parallel edges are one
    tie, and loops are ignored.

    Args:
        graph: Any networkx graph.
        partition: The name of an attribute of the nodes, a mapping from each node to its block, or the
            blocks as sets of nodes.

    Returns:
        Q, from -1 (no tie is within a block, or all pairs between blocks are tied) through 0 (blocks make
        no difference) to 1 (no tie is between blocks, or all pairs within are tied). None where both
        products are 0, as without ties.

    Raises:
        ValueError: A node is in no block, or in two.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> measures.yules_q(nx.path_graph(4), [{0, 1}, {2, 3}])
        1.0
        >>> measures.yules_q(nx.path_graph(4), [{0, 2}, {1, 3}])
        -1.0
    """
    of = blocks(graph, partition)
    a = c = 0
    for one, other, _ in _ties(graph, None):
        if of[one] == of[other]:
            a += 1
        else:
            c += 1
    factor = 2 if graph.is_directed() else 1
    number = len(of)
    within = factor * sum(size * (size - 1) // 2 for size in Counter(of.values()).values())
    b, d = within - a, factor * (number * (number - 1) // 2) - within - c
    total = a * d + b * c
    return (a * d - b * c) / total if total else None


@door
def block_densities(
    graph: nx.Graph[N], partition: Partition[N]
) -> dict[Hashable, dict[Hashable, float | None]]:
    """Return the density of ties within and between the blocks: ties divided by the pairs that could be tied.

    Direction: in a directed graph, ties lead from the first block to the second, and pairs are ordered.
    Weights are not looked at; parallel edges are one tie, and loops are ignored.

    Args:
        graph: Any networkx graph.
        partition: The name of an attribute of the nodes, a mapping from each node to its block, or the
            blocks as sets of nodes.

    Returns:
        For each block the density to each block, in the order in which the graph has them; from 0 to 1.
        None for a block of one node with itself, where there is no pair.

    Raises:
        ValueError: A node is in no block, or in two.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import measures
        >>> measures.block_densities(nx.path_graph(3), {0: "a", 1: "a", 2: "b"})
        {'a': {'a': 1.0, 'b': 0.5}, 'b': {'a': 0.5, 'b': None}}
    """
    of = blocks(graph, partition)
    ties: Counter[tuple[Hashable, Hashable]] = Counter()
    for one, other, _ in _ties(graph, None):
        ties[of[one], of[other]] += 1
        if not graph.is_directed():
            ties[of[other], of[one]] += 1  # so that pairs are ordered here, too
    sizes = Counter(of.values())
    found: dict[Hashable, dict[Hashable, float | None]] = {}
    for first, size in sizes.items():
        found[first] = {}
        for second, others in sizes.items():
            pairs = size * (size - 1) if first == second else size * others
            found[first][second] = ties[first, second] / pairs if pairs else None
    return found


def _ties(graph: nx.Graph[N], weight: str | None) -> Iterator[tuple[N, N, float]]:
    """Yield each tie once, and its weight: without loops, and parallel edges as one tie."""
    if weight is not None:
        for start, end, held in weighed(graph, weight):
            if start != end and held:
                yield start, end, held
        return
    found = indexed(graph)
    for index, row in enumerate(found.neighbours):
        for other in row:
            if found.directed or index < other:
                yield found.nodes[index], found.nodes[other], 1
