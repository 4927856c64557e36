"""Partitions of the nodes of a graph: which block each node is in, however it is said."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from partnermodel.graph.measures.engines import N
from partnermodel.values.text import shown
from partnermodel.wording import worded

if TYPE_CHECKING:
    import networkx as nx

Partition: TypeAlias = "str | Mapping[N, Hashable] | Iterable[Collection[N]]"
"""The name of an attribute of the nodes, the block of each node, or the blocks as sets of nodes."""

_SHOWN = 3


def blocks(graph: nx.Graph[N], partition: Partition[N]) -> dict[N, Hashable]:
    """Return the block of each node, in the order of the graph; what else a partition has is ignored.

    Raises:
        ValueError: A node is in no block, or in two.
    """
    held: Mapping[N, Any]
    if isinstance(partition, str):
        held = {node: data[partition] for node, data in graph.nodes(data=True) if partition in data}
        missing = worded("no attribute {partition}", partition=shown(partition))
    else:
        held = partition if isinstance(partition, Mapping) else _numbered(partition)
        missing = worded("no block in the partition")
    without = [node for node in graph if node not in held]
    if without:
        named = ", ".join(shown(node) for node in without[:_SHOWN]) + (", …" if without[_SHOWN:] else "")
        raise ValueError(
            worded(
                "each node is in a block, but of {all} nodes {without} have {missing}: {named}",
                all=len(graph),
                without=len(without),
                missing=missing,
                named=named,
            )
        )
    return {node: held[node] for node in graph}


def _numbered(sets: Iterable[Collection[N]]) -> dict[N, int]:
    found: dict[N, int] = {}
    for number, members in enumerate(sets):
        for node in members:
            if found.setdefault(node, number) != number:
                raise ValueError(worded("each node is in one block, but {node} is in two", node=shown(node)))
    return found
